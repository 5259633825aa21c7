"""One shard in a child process: read, audit, spool page by page; then the tables, and the commit.

This is the code that runs in a worker. It may be killed anywhere: what is spooled stays, what is committed is whole.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from functools import cache
from itertools import count
from pathlib import Path

import msgspec

from audit.capture import Fetcher
from audit.corpus.engines.child import Beat
from audit.corpus.folder import Folder, replace
from audit.corpus.run import reading
from audit.corpus.run.plan import Job, Piece, Shard
from audit.corpus.tables import parquet, rows
from audit.corpus.tables.schema import TABLES, SetAside
from audit.corpus.tables.spool import Spool
from audit.errors import TracewireError
from audit.model import Capture, CaptureRecord, Frozen, TargetRecord

Place = tuple[int, int]
"""A piece's index in its shard, and a page's position in the piece."""
WRITING: Place = (-1, -1)
"""Where a worker is that has audited all pages and writes tables."""


Auditor = Callable[[Capture, str, int], rows.Lines]
"""From a page, its source and its position to its rows."""


class Record(Frozen, frozen=True):
    """What `done/NNNNN.json` says: a shard is complete, with that many pages audited and set aside, and rows by table."""

    shard: int
    audited: int
    aside: int
    size: int
    rows: dict[str, int]


class Refusal(Frozen, frozen=True):
    """Why a place is not tried again; `rest` where even reading it ends the worker, so that the rest of its piece is lost."""

    why: str
    message: str
    rest: bool = False


def audit_shard(beat: Beat, job: Job, shard: Shard, attempt: str, refused: dict[Place, Refusal]) -> Record | None:
    """Audit what the spool of this attempt does not have yet, then write and commit; `refused` is not tried again.

    Its notes are a place and how many pages of the shard are done. None where this process has grown so large that a
    fresh one had better go on.
    """
    folder = Folder(job.out)
    spool = Spool(folder.work / f"{shard.number:05}.{attempt}")
    try:
        for index in range(max(spool.last.piece, 0), len(shard.pieces)):
            if not _audit_piece(beat, job, spool, index, shard.pieces[index], refused):
                return None
        beat((WRITING, spool.done))
        return _commit(folder, shard, spool, job)
    finally:
        spool.close()


def _audit_piece(beat: Beat, job: Job, spool: Spool, index: int, piece: Piece, refused: dict[Place, Refusal]) -> bool:
    """Spool the pages of a piece. Reading is part of the work on a page: it too may crash or hang."""
    audits = auditor(job)
    found = reading.pages(piece, job, _fetcher)
    done = (spool.last.piece, spool.last.position)
    for position in count():
        place = (index, position)
        beat((place, spool.done))
        refusal = refused.get(place)
        if refusal is not None and refusal.rest:
            spool.add(index, position, _aside(piece, position, refusal.why, refusal.message))
            return True
        try:
            page = next(found, None)
            if page is None:
                return True
            if place <= done:
                continue
            lines = _lines(piece, position, page, audits, refusal)
        except MemoryError:
            lines = _aside(piece, position, "memory", "the page needs more memory than a worker has")
        spool.add(index, position, lines)
        if _grown(job.memory):
            return False
    raise AssertionError("count() does not end")


def _lines(piece: Piece, position: int, page: reading.Found, audits: Auditor, refusal: Refusal | None) -> rows.Lines:
    if isinstance(page, TracewireError):
        return _aside(piece, position, reading.why(page), page.message)
    url = page.record.url
    if refusal is not None:
        return _aside(piece, position, refusal.why, refusal.message, url)
    try:
        return audits(page, piece.name, position)
    except MemoryError:
        raise
    except Exception as problem:
        return _aside(piece, position, "error", f"{type(problem).__name__}: {problem}"[:500], url)


def _aside(piece: Piece, position: int, why: str, message: str, url: str | None = None) -> rows.Lines:
    address = url or (piece.locator if piece.kind == "address" else None)
    return rows.aside(SetAside(piece.name, position, address, why, message))


@cache
def auditor(job: Job) -> Auditor:
    """A function from a page to its rows, under the job's rules."""
    from audit.page import read_page
    from audit.pipeline import Rules, audit_page

    if job.lexicon:
        from audit.lexicon import forms

        forms.use_extra(Path(job.lexicon))
    rules = Rules(job.select, job.ignore, job.preview)

    learned = None
    if job.learned:
        from audit.corpus.link.wrapper import Learned

        learned = Learned(Path(job.learned))

    def audited(capture: Capture, source: str, position: int) -> rows.Lines:
        page = read_page(capture)
        if learned is not None:
            page = learned.relabel(page, rows.host_of(page.url))
        return rows.rows(audit_page(page, capture, rules), source, position)

    audited(_WARM_UP, "", 0)  # loads what is loaded with the first page, so that it is not charged to one
    return audited


_WARM_UP = Capture(
    TargetRecord("html-file", "warm-up.html"),
    CaptureRecord("html", "", 0, "2026-01-01T00:00:00Z"),
    b"",
    "<html lang=en><title>The ferry sails</title><h1>The ferry sails</h1><p>By Reuters</p><p>The ferry sailed on Monday, Harbour"
    " TV reported. “It is late,” said Mayor Ada Lindqvist, who spoke to officials in the harbour in the morning.</p></html>",
)


@cache
def _fetcher() -> Fetcher:
    from audit.capture.fetch import HttpFetcher
    from audit.capture.many import polite

    return polite(HttpFetcher())


def _grown(memory: int) -> bool:
    """True where this process holds more than half of what it may."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - read after every page
            resident = int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE")
    except OSError:  # no such file on this system: the limit alone must do
        return False
    return resident * 2 > memory


def _commit(folder: Folder, shard: Shard, spool: Spool, job: Job) -> Record:
    """Write the tables beside the spool, move each to its place, then say that the shard is done."""
    written = spool.folder / "tables"
    counts = parquet.write(spool.folder, written, spool.last.longest, job.memory // 4)
    for table in TABLES:
        target = folder.table(table, shard.number)
        target.parent.mkdir(parents=True, exist_ok=True)
        (written / f"{table}.parquet").replace(target)
    record = Record(shard.number, spool.last.audited, spool.last.aside, shard.size, counts)
    replace(folder.done(shard.number), msgspec.json.encode(record))
    shutil.rmtree(spool.folder, ignore_errors=True)
    return record
