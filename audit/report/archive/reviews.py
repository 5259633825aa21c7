"""Adding the auditor's statements to an archive: a new sealed entry that refers to the one it is about.

A sealed entry is never touched. The new one holds the auditor's file as written (`auditor.toml`), what it states
(`review.json`, with the path of the reviewed entry and the hash of its manifest), the same audit, and a report that shows
both. What was captured stays with the reviewed entry. A later review is one more entry; none replaces another.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from audit.errors import IntegrityError, UsageError
from audit.model import Audit, Review
from audit.report.archive import entries, files, ledger, manifest, names

FILE, STATED = "auditor.toml", "review.json"


def review(root: Path, entry: str, content: bytes, name: str, *, at: str, by: str = "") -> entries.Entry:
    """Seal what a file of that content and name states about `entry` (`2026/11/some-words-0123abcd`), at the time `at`.

    Raises `UsageError` for what is no entry of the archive, or withdrawn, and for a file that is broken or does not fit
    the audit; `IntegrityError` where the entry is not as it was sealed; `ArchiveError` where nothing can be written.
    """
    from audit.findings import hand
    from audit.report import html, json_document

    line = sealed_line(root, entry)
    folder = root / entry
    with files.explained(root):
        document = (folder / "audit.json").read_bytes()
        audit = json_document.decode(document)
        stated = msgspec.structs.replace(
            hand.review(audit, content, name, at=at, by=by), of=entry, manifest=line.manifest
        )
        written = {
            "report.html": html.render(audit, review=stated).encode("utf-8"),
            "audit.json": document,
            "page.txt": (folder / "page.txt").read_bytes(),
            FILE: content,
            STATED: msgspec.json.format(msgspec.json.encode(stated), indent=1) + b"\n",
        }
    return entries.place(root, audit, written, at=at, by=by, reason=ledger.REVIEW_OF + entry)


def audit_of(root: Path, entry: str) -> Audit:
    """The audit that an entry holds, as sealed. Raises as `review` does."""
    from audit.report import json_document

    sealed_line(root, entry)
    with files.explained(root):
        return json_document.decode((root / entry / "audit.json").read_bytes())


def sealed_line(root: Path, entry: str) -> ledger.Line:
    """The ledger's line of an entry that can be reviewed: it is there, not withdrawn, and as it was sealed."""
    if not names.ENTRY.fullmatch(entry):
        raise UsageError(f"{entry or 'nothing'} is no entry", "give its path, such as 2026/11/some-words-0123abcd")
    line = next((one for one, _ in reversed(list(ledger.read(root))) if one.entry == entry), None)
    if line is None:
        raise UsageError(f"the archive {root} has no entry {entry}", "give its path as index.html shows it")
    if line.event == "withdrawn":
        raise UsageError(f"{entry} was withdrawn on {line.at}", "there is nothing left to review")
    wrong = manifest.problems(root / entry, line.manifest)
    if wrong:
        raise IntegrityError(f"{entry}/{wrong[0][0]}: {wrong[0][1]}", "restore the entry from a copy of the archive")
    return line


def reviews_of(root: Path, entry: str) -> tuple[str, ...]:
    """The entries that review `entry` and are not withdrawn."""
    standing: dict[str, None] = {}
    for line, _ in ledger.read(root):
        if line.reviewed == entry:
            standing[line.entry] = None
        elif line.event == "withdrawn":
            standing.pop(line.entry, None)
    return tuple(standing)


def problems(root: Path, line: ledger.Line, sealed: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What is wrong with the reference of a review: `(file, what)`. `sealed` has each entry's manifest as it was added."""
    path = root / line.entry / STATED
    if not path.is_file():
        return
    try:
        stated = msgspec.json.decode(path.read_bytes(), type=Review)
    except msgspec.DecodeError:
        yield STATED, "not readable"
        return
    if sealed.get(stated.of) != stated.manifest:
        yield STATED, "refers to an entry that the ledger does not have as it says"
    written = path.with_name(FILE)
    if not written.is_file() or hashlib.sha256(written.read_bytes()).hexdigest() != stated.file:
        yield FILE, "is not the file whose statements these are"
