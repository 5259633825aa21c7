"""Adding an entry: everything is written beside its place, then moved into it whole and entered in the ledger."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import msgspec

from audit.errors import ArchiveError, TracewireError
from audit.model import Audit, Capture
from audit.report.archive import files, index, journal, ledger, manifest, names

_MOST_OF_ONE_CAPTURE = 999_999


class Entry(msgspec.Struct, frozen=True):
    """An entry of the archive at `root`; `path` is relative to it, with forward slashes."""

    root: Path
    path: str
    manifest: str
    """The SHA-256 of its manifest."""
    unstamped: TracewireError | None = None
    """Why it has no time-stamp, where one was asked for."""

    @property
    def folder(self) -> Path:
        """Where its files are."""
        return self.root / self.path

    @property
    def report(self) -> Path:
        """The report to open."""
        return self.folder / "report.html"


def entry_files(audit: Audit, captured: Capture | bytes) -> dict[str, bytes]:
    """The files of an entry but for its manifest, by name."""
    from audit.capture.warc_write import write_warc
    from audit.report import html, json_document

    if isinstance(captured, bytes):
        captured = Capture(audit.target, audit.capture, captured, audit.page.text)
    return {
        "report.html": html.render(audit).encode("utf-8"),
        "audit.json": json_document.encode(audit) + b"\n",
        "page.txt": audit.page.text.encode("utf-8"),
        "capture.warc.gz": write_warc(captured),
    }


def add(
    root: Path,
    audit: Audit,
    captured: Capture | bytes,
    *,
    stamp: Callable[[bytes], bytes] | None = None,
    on_step: Callable[[str], None] | None = None,
) -> Entry:
    """Archive `audit` under `root`, which is made if need be, with what was captured: the capture, or only its bytes.

    `stamp` gives an authority's time-stamp for the manifest; without one from it, the entry stands without, and
    `Entry.unstamped` says why. Raises `ArchiveError` where the archive cannot be written; nothing half-written is left
    behind then. `on_step` is told the name of each step before it is taken.
    """
    written = entry_files(audit, captured)
    return place(root, audit, written, at=audit.capture.captured_at, stamp=stamp, on_step=on_step)


def place(
    root: Path,
    audit: Audit,
    written: dict[str, bytes],
    *,
    at: str,
    by: str = "",
    reason: str = "",
    stamp: Callable[[bytes], bytes] | None = None,
    on_step: Callable[[str], None] | None = None,
) -> Entry:
    """Seal files that belong to `audit` as an entry of their own; as `add`, with who and why for the ledger."""
    step = on_step or (lambda _name: None)
    with files.explained(root), files.locked(root):
        journal.recover(root)
        index.catch_up(root)
        step("write")
        beside = root / journal.BESIDE
        files.remove_tree(beside)
        beside.mkdir()
        try:
            for name, data in written.items():
                (beside / name).write_bytes(data)
            sealed = manifest.write(beside)
            stamped, unstamped = _stamped(beside, stamp)
        except OSError:
            files.remove_tree(beside)
            raise
        path = _free_place(root, audit)
        seq, previous = ledger.following(root)
        line = ledger.Line(seq, "added", index.rows(root), path, sealed, at, previous, by, reason, stamped)
        step("journal")
        journal.begin(root, line)
        step("move")
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        os.rename(beside, root / path)  # noqa: PTH104 - must fail if the place is taken
        step("ledger")
        ledger.append(root, line)
        step("done")
        journal.end(root)
        step("index")
        index.catch_up(root, known=(line.seq, audit))
    return Entry(root, path, sealed, unstamped)


def _stamped(
    beside: Path, stamp: Callable[[bytes], bytes] | None
) -> tuple[str | msgspec.UnsetType, TracewireError | None]:
    """The hash of the time-stamp that was written into the entry; the reason where there is none."""
    if stamp is None:
        return msgspec.UNSET, None
    try:
        answer = stamp((beside / manifest.NAME).read_bytes())
    except TracewireError as problem:
        return msgspec.UNSET, problem
    (beside / manifest.TIMESTAMP).write_bytes(answer)
    return hashlib.sha256(answer).hexdigest(), None


def _free_place(root: Path, audit: Audit) -> str:
    base = f"{names.folder(audit)}/{names.slug(audit)}-{names.hash8(audit)}"
    for number in range(1, _MOST_OF_ONE_CAPTURE):
        path = base if number == 1 else f"{base}-{number}"
        if not (root / path).exists():
            return path
    message = f"there are too many audits of one capture in {base}"
    raise ArchiveError(message, "choose another folder with --out")
