"""A list of targets captured into a folder, in a way that survives being killed at any moment.

`captures.warc.gz` holds the evidence, `journal.jsonl` a line for every target: what became of it, and where its records
stand. The records of a target are on the disk before its line is. On resuming, whatever a killed run left behind the
last whole line is cut off, and the targets that have a line are not fetched again: no result is lost, and none is there
twice. One run at a time may use a folder.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

import msgspec

from audit.capture.fetcher import Fetcher
from audit.capture.limits import Limits
from audit.capture.many import capture_each
from audit.capture.warc_write import write_warc
from audit.errors import ArchiveError
from audit.model import Frozen

CAPTURES = "captures.warc.gz"
JOURNAL = "journal.jsonl"


class Entry(Frozen, frozen=True, omit_defaults=True):
    """What became of a target: `pages` captures, or an error with its reason.

    `start` and `end` are byte offsets into the WARC file. `sha256` are the pages' hashes.
    """

    locator: str
    start: int
    end: int
    sha256: tuple[str, ...] = ()
    error: str | None = None


def collect(
    locators: Iterable[str],
    folder: Path,
    *,
    clock: Callable[[], datetime],
    limits: Limits | None = None,
    fetcher: Fetcher,
) -> Iterator[Entry]:
    """Capture what has no line in the folder's journal yet; an entry for each target as it is done.

    A target that failed has its line too, with the reason, and is not tried again: take its line out to do so. Raises
    ArchiveError where the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with (folder / JOURNAL).open("a+b") as journal, (folder / CAPTURES).open("a+b") as warc:
            done = _resume(journal, warc)
            for locator in dict.fromkeys(locators):
                if locator not in done:
                    entry = _one(locator, warc, clock, limits, fetcher)
                    _append(journal, msgspec.json.encode(entry) + b"\n")
                    yield entry
    except OSError as error:
        raise ArchiveError(
            f"{folder.name} cannot be written: {error.strerror or error}", "check the folder and the space on the disk"
        ) from error


def entries(folder: Path) -> tuple[Entry, ...]:
    """The folder's journal, without a last line that was cut off."""
    path = folder / JOURNAL
    return tuple(_read(path.read_bytes())[0]) if path.exists() else ()


def _resume(journal: BinaryIO, warc: BinaryIO) -> set[str]:
    journal.seek(0)
    known, whole = _read(journal.read())
    journal.truncate(whole)
    warc.truncate(known[-1].end if known else 0)
    return {entry.locator for entry in known}


def _read(content: bytes) -> tuple[list[Entry], int]:
    """The whole lines of a journal, and how many bytes they take."""
    found: list[Entry] = []
    at = 0
    while (end := content.find(b"\n", at)) >= 0:
        try:
            found.append(msgspec.json.decode(content[at:end], type=Entry))
        except msgspec.MsgspecError as error:
            raise ArchiveError("the journal is damaged", "move it away and start again in another folder") from error
        at = end + 1
    return found, at


def _one(locator: str, warc: BinaryIO, clock: Callable[[], datetime], limits: Limits | None, fetcher: Fetcher) -> Entry:
    warc.seek(0, os.SEEK_END)
    start = warc.tell()
    hashes: list[str] = []
    failure: str | None = None
    for outcome in capture_each([locator], clock=clock, limits=limits, fetcher=fetcher):
        if outcome.capture is not None:
            hashes.append(outcome.capture.record.sha256)
            _append(warc, write_warc(outcome.capture))
        else:
            failure = str(outcome.error)
    return Entry(locator, start, warc.tell(), tuple(hashes), failure)


def _append(stream: BinaryIO, content: bytes) -> None:
    stream.write(content)
    stream.flush()
    os.fsync(stream.fileno())
