"""`verify`: find any altered, missing or added byte of an archive."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import msgspec

from audit.errors import ArchiveError, IntegrityError
from audit.report.archive import changes, files, index, journal, ledger, manifest, names, reviews
from audit.report.archive import rows as row_files

_YEAR, _MONTH = re.compile("[0-9]{4}"), re.compile("[0-9]{2}")


class Problem(msgspec.Struct, frozen=True):
    """Something that does not match: where, and what is wrong."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


class Verification(msgspec.Struct, frozen=True):
    """What `verify` found. `head` is the hash of the ledger's last line; kept elsewhere, it proves the whole later."""

    entries: int
    withdrawn: int
    head: str
    problems: tuple[Problem, ...]
    stamped: int = 0
    """Entries with a time-stamp."""

    def require(self) -> None:
        """Raise `IntegrityError` if there is any problem."""
        if self.problems:
            more = f" and {len(self.problems) - 1} more" if len(self.problems) > 1 else ""
            raise IntegrityError(f"{self.problems[0]}{more}", "restore what was changed from a copy of the archive")


def verify(root: Path, roots: Path | None = None) -> Verification:
    """Check ledger, entries and index of the archive at `root`. Nothing is written but the lock, where one can be.

    Time-stamps are compared with what they stamp; with `roots`, a PEM file of certificates, their signatures are checked
    too. Raises UsageError where that cannot be done, and `ArchiveError` where there is no archive or it cannot be read.
    """
    if not (root / ledger.NAME).is_file():
        if not root.is_dir() or not any(_entry_folders(root)):
            raise ArchiveError(f"there is no archive at {root}", "give the folder that holds ledger.jsonl")
    with files.explained(root):
        if not os.access(root, os.W_OK):  # a copy on read-only media: nobody writes there, so no lock is needed
            return _verify(root, roots)
        with files.locked(root):
            return _verify(root, roots)


def _verify(root: Path, roots: Path | None) -> Verification:
    problems: list[Problem] = []
    if journal.pending(root):
        problems.append(Problem(journal.NAME, "a command was ended in the middle; “tracewire index” finishes its work"))
    latest: dict[str, ledger.Line] = {}
    sealed: dict[str, str] = {}
    stamped = 0
    head, rows = _check_ledger(root, latest, sealed, problems)
    for entry, line in latest.items():
        folder = root / entry
        if not folder.is_dir():
            problems.append(Problem(entry, "missing"))
            continue
        problems += [
            Problem(f"{entry}/{name}", what)
            for name, what in manifest.problems(folder, line.manifest, line.timestamp or None)
        ]
        problems += [Problem(f"{entry}/{name}", what) for name, what in reviews.problems(root, line, sealed)]
        if line.timestamp and (folder / manifest.TIMESTAMP).is_file():
            stamped += 1
            problems += _stamp_problems(folder, entry, roots)
    for path in _entry_folders(root):
        relative = path.relative_to(root).as_posix()
        if relative not in latest:
            problems.append(Problem(relative, "added: it is not in the ledger"))
    problems += _check_index(root, latest, rows)
    withdrawn = sum(line.event == "withdrawn" for line in latest.values())
    return Verification(rows, withdrawn, head, tuple(problems), stamped)


def _stamp_problems(folder: Path, entry: str, roots: Path | None) -> list[Problem]:
    """What is wrong with an entry's time-stamp. Without `roots` its bytes are what the ledger says, and no more is asked."""
    if roots is None:
        return []
    from audit.capture import timestamp

    timestamp.require()
    answer, stamped = (folder / manifest.TIMESTAMP).read_bytes(), folder / manifest.NAME
    try:
        timestamp.verify(answer, stamped.read_bytes() if stamped.is_file() else b"", roots)
    except IntegrityError as problem:
        return [Problem(f"{entry}/{manifest.TIMESTAMP}", problem.message)]
    return []


def _check_ledger(
    root: Path, latest: dict[str, ledger.Line], sealed: dict[str, str], problems: list[Problem]
) -> tuple[str, int]:
    """Follow the ledger: the last line of each entry, and the hash of the manifest that it was added with."""
    previous, rows = ledger.GENESIS, 0
    path = root / ledger.NAME
    if not path.is_file():
        problems.append(Problem(ledger.NAME, "missing"))
        return previous, rows
    with path.open("rb") as handle:
        for number, encoded in enumerate(handle, 1):
            where = f"{ledger.NAME} line {number}"
            try:
                line = msgspec.json.decode(encoded, type=ledger.Line)
            except (msgspec.DecodeError, UnicodeDecodeError):
                problems.append(Problem(where, "altered: not readable"))
                previous = ledger.digest(encoded)
                continue
            if line.previous != previous:
                problems.append(
                    Problem(where, "the chain is broken: this line or the one before was altered, moved or removed")
                )
            elif line.seq != number or ledger.encode(line) != encoded:
                problems.append(Problem(where, "altered"))
            if names.ENTRY.fullmatch(line.entry):
                latest[line.entry] = line
            else:
                problems.append(Problem(where, "names something that is no entry"))
            if line.event == "added":
                sealed[line.entry] = line.manifest
                rows += 1
            previous = ledger.digest(encoded)
    return previous, rows


def _entry_folders(root: Path) -> Iterator[Path]:
    """Whatever lies where entries lie, files included."""
    for year in sorted(p for p in root.iterdir() if p.is_dir() and _YEAR.fullmatch(p.name)):
        for month in sorted(year.iterdir()):
            if month.is_dir() and _MONTH.fullmatch(month.name):
                yield from sorted(month.iterdir())
            else:
                yield month


def _check_index(root: Path, latest: dict[str, ledger.Line], count: int) -> list[Problem]:
    """The index is derived; it is only asked whether it knows the same entries as the ledger."""
    shown: list[row_files.Row] = []
    for number in range(1, (max(count, 1) - 1) // row_files.PER_FILE + 2):
        try:
            shown += row_files.read(row_files.file(root, number))
        except (msgspec.DecodeError, UnicodeDecodeError):
            return [Problem("index", "not readable; “tracewire index” makes it anew")]
    known = [row.entry for row in shown] == list(latest) and index.rows(root) == count
    compared = all(changes.place(root, row.entry).is_file() for row in shown if row.changes)
    if not (known and compared and (root / "index.html").is_file()):
        return [Problem("index", "does not match the ledger; “tracewire index” makes it anew")]
    return []
