"""The index: derived from ledger and entries, kept up to date at a cost that does not grow with the archive.

`index/state.json` says how far the index has come: ledger lines beyond it are taken in by the next command, whatever a killed
one left half-written is cut off first. Only the last file of rows, its page, the newest entries on `index.html` and the
feed are written again when an entry is added.
"""

from __future__ import annotations

from pathlib import Path

import msgspec

from audit.model import Audit
from audit.report import json_document, templating, wording
from audit.report.archive import addresses, files, journal, ledger, words
from audit.report.archive import rows as row_files
from audit.report.archive.rows import PER_FILE, Row
from audit.report.visible import ours

NEWEST = 50
"""Entries on `index.html` itself and in the feed."""
FORMAT = 2
"""Of the files under `index/`; an index in another format is made anew."""


class State(msgspec.Struct):
    """How far the index has come: the ledger's bytes and lines, rows, and the lengths of the two files that grow."""

    ledger_bytes: int = 0
    seq: int = 0
    rows: int = 0
    rows_bytes: int = 0
    tail_bytes: int = 0
    format: int = 1


def rebuild_index(root: Path, *, force: bool = False) -> int:
    """Bring the index of the archive at `root` up to date; with `force`, make it anew. Returns the number of entries.

    What a killed command left is finished or undone first. Raises `ArchiveError` where the archive cannot be written.
    """
    with files.explained(root), files.locked(root):
        journal.recover(root)
        if force:
            files.remove_tree(root / "index")
        catch_up(root, write_always=True)
        return rows(root)


def rows(root: Path) -> int:
    """How many entries the index has."""
    return _state(root).rows


def catch_up(root: Path, known: tuple[int, Audit] | None = None, *, write_always: bool = False) -> None:
    """Take in the ledger lines that the index has not seen. `known` saves reading the audit of that line again."""
    state = _state(root)
    if state.format != FORMAT:
        files.remove_tree(root / "index")
        state = State(format=FORMAT)
    lines = list(ledger.read(root, state.ledger_bytes))
    if not lines and not write_always:
        return
    (root / "index").mkdir(exist_ok=True)
    files.truncate(words.tail(root), state.tail_bytes)
    files.truncate(row_files.file(root, state.rows // PER_FILE + 1), state.rows_bytes)
    touched: set[int] = set()
    for line, encoded in lines:
        if line.event == "added":
            audit = known[1] if known and known[0] == line.seq else _audit(root, line.entry)
            _take_in(root, state, line, audit)
            if line.row % PER_FILE == 0 and line.row:
                touched.add(line.row // PER_FILE)  # the page before gets a link to this one
        else:
            touched |= _withdraw(root, state, line)
        touched.add(line.row // PER_FILE + 1)
        state.seq = line.seq
        state.ledger_bytes += len(encoded)
    last_file = (state.rows - 1) // PER_FILE + 1 if state.rows else 0
    for number in sorted(touched if not write_always else range(1, last_file + 1)):
        _write_page(root, number, last_file)
    _write_front(root, state.rows, last_file)
    files.replace_file(root / "index" / "state.json", msgspec.json.encode(state))


def _take_in(root: Path, state: State, line: ledger.Line, audit: Audit | None) -> None:
    if audit is None:  # withdrawn by a later line of the ledger
        row = row_files.withdrawn(line.row, line.entry, line.at)
        found: list[str] = []
    else:
        compared = not line.reviewed and _compare(root, line, audit)  # a review is of the same page at the same time
        row = row_files.row(line, audit, changes=compared)
        found = words.words(audit)
    path = row_files.file(root, row.file)
    if line.row % PER_FILE == 0:
        path.unlink(missing_ok=True)  # left by a rebuild that was ended
    state.rows_bytes = files.append(path, row_files.encode(row))
    state.tail_bytes = files.append(words.tail(root), words.encode(line.row, found))
    state.rows = line.row + 1
    if state.rows % PER_FILE == 0:
        state.rows_bytes = 0
    if state.rows % words.PER_GROUP == 0:
        words.write_group(root, state.rows // words.PER_GROUP, words.read_tail(root)[-words.PER_GROUP :])
        words.tail(root).unlink()
        state.tail_bytes = 0


def _compare(root: Path, line: ledger.Line, audit: Audit) -> bool:
    """Compare `audit` with the one of the same address before it; true where there is one."""
    address = addresses.address_of(audit)
    if address is None:
        return False
    before = [entry for row, entry in addresses.history(root, address) if row < line.row]
    addresses.add(root, address, line.row, line.entry)
    if before:
        from audit.report.archive import changes

        changes.write(root, before[-1], line.entry, audit)
    return bool(before)


def _withdraw(root: Path, state: State, line: ledger.Line) -> set[int]:
    """Forget the content of the entry; returns the numbers of the pages that show something else now."""
    from audit.report.archive import changes

    altered = {line.row: True}
    changes.place(root, line.entry).unlink(missing_ok=True)
    before, after = addresses.neighbours(root, line.entry)
    if after is not None:  # it was compared with what is withdrawn, and quoted it
        altered[after[0]] = before is not None
        changes.place(root, after[1]).unlink(missing_ok=True)
        if before is not None:
            changes.write(root, before[1], after[1])
    pages = {row // PER_FILE + 1 for row in altered}
    for number in pages:
        path = row_files.file(root, number)
        kept = [
            row_files.withdrawn(r.number, r.entry, r.captured)
            if r.number == line.row
            else msgspec.structs.replace(r, changes=altered.get(r.number, r.changes))
            for r in row_files.read(path)
        ]
        content = b"".join(map(row_files.encode, kept))
        files.replace_file(path, content)
        if number == state.rows // PER_FILE + 1:
            state.rows_bytes = len(content)
    group = line.row // words.PER_GROUP + 1
    if line.row < state.rows - state.rows % words.PER_GROUP:
        first = (group - 1) * words.PER_GROUP
        words.write_group(
            root, group, [(r.number, _words(root, r)) for r in _rows_between(root, first, first + words.PER_GROUP)]
        )
    else:
        tail = [(n, "" if n == line.row else w) for n, w in words.read_tail(root)]
        content = b"".join(words.encode(n, w.split()) for n, w in tail)
        files.replace_file(words.tail(root), content)
        state.tail_bytes = len(content)
    return pages


def _words(root: Path, row: Row) -> str:
    audit = None if row.withdrawn else _audit(root, row.entry)
    return " ".join(words.words(audit)) if audit else ""


def _rows_between(root: Path, first: int, end: int) -> list[Row]:
    numbers = range(first // PER_FILE + 1, (end - 1) // PER_FILE + 2)
    return [r for n in numbers for r in row_files.read(row_files.file(root, n)) if first <= r.number < end]


def _write_page(root: Path, number: int, last: int) -> None:
    shown = row_files.read(row_files.file(root, number))
    page = templating.template("index_page.html.j2").render(
        _values(shown, up="../"),
        number=number,
        last=last,
        first_row=shown[0].number + 1 if shown else 0,
        last_row=shown[-1].number + 1 if shown else 0,
    )
    files.replace_file(root / "index" / f"page-{number:04}.html", page.encode("utf-8"))


def _write_front(root: Path, count: int, last: int) -> None:
    newest = _rows_between(root, max(count - NEWEST, 0), count)[::-1] if count else []
    script = templating.source("index.js")
    page = templating.template("index.html.j2").render(
        _values(newest, up=""),
        count=count,
        last=last,
        groups=count // words.PER_GROUP,
        tail=count % words.PER_GROUP,
        per_file=PER_FILE,
        group_size=words.PER_GROUP,
        script=ours(script),
        script_hash=templating.source_hash(script),
        kinds=[(key, words_[0]) for key, words_ in wording.KINDS.items()],
    )
    files.replace_file(root / "index.html", page.encode("utf-8"))
    files.replace_file(root / "feed.json", _feed(newest))


def _values(shown: list[Row], up: str) -> dict[str, object]:
    style = templating.source("report.css") + templating.source("index.css")
    return {
        "rows": ours("\n".join([row_files.html(row, up) for row in shown])),
        "shown": len(shown),
        "style": ours(style),
        "style_hash": templating.source_hash(style),
    }


def _feed(newest: list[Row]) -> bytes:
    """JSON Feed 1.1 of the newest entries; addresses are relative to the feed, since an archive has none of its own."""
    items = [
        {
            "id": row.entry,
            "url": f"{row.entry}/report.html",
            "title": row.title,
            "content_text": f"{row.publisher or 'Publisher not named'}; {row.kind}; findings: {row_files.graded(row)}",
            "date_published": row.captured,
        }
        for row in newest
        if not row.withdrawn
    ]
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Reliability reports",
        "feed_url": "feed.json",
        "home_page_url": "index.html",
        "items": items,
    }
    return msgspec.json.format(msgspec.json.encode(feed), indent=1) + b"\n"


def _state(root: Path) -> State:
    path = root / "index" / "state.json"
    return msgspec.json.decode(path.read_bytes(), type=State) if path.exists() else State()


def _audit(root: Path, entry: str) -> Audit | None:
    path = root / entry / "audit.json"
    return json_document.decode(path.read_bytes()) if path.is_file() else None
