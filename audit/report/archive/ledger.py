"""`ledger.jsonl`: what was added and withdrawn, in order, each line sealed by the hash of the line before it.

A line that is changed, moved or taken out breaks the chain behind it. The hash of the last line is the archive's head:
whoever keeps it elsewhere can later prove that nothing before it was touched.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import msgspec

from audit.errors import IntegrityError
from audit.report.archive import files

NAME = "ledger.jsonl"
GENESIS = "0" * 64
REVIEW_OF = "review of "
"""How the reason of a line begins that adds an auditor's statements; the path of the reviewed entry follows."""


class Line(msgspec.Struct, frozen=True):
    """One event. `row` is the entry's number among all entries, from 0; `manifest` the hash of its manifest."""

    seq: int
    event: Literal["added", "withdrawn"]
    row: int
    entry: str
    manifest: str
    at: str
    previous: str
    by: str = ""
    reason: str = ""
    timestamp: str | msgspec.UnsetType = msgspec.UNSET
    """The hash of the time-stamp of the manifest, where the entry has one."""

    @property
    def reviewed(self) -> str | None:
        """The entry that this one states something about; `None` where it is an audit of its own."""
        told = self.event == "added" and self.reason.startswith(REVIEW_OF)
        return self.reason.removeprefix(REVIEW_OF) if told else None


def encode(line: Line) -> bytes:
    """A line as it stands in the ledger, with its line feed."""
    return msgspec.json.encode(line) + b"\n"


def digest(encoded: bytes) -> str:
    """The hash of a line as it stands in the ledger."""
    return hashlib.sha256(encoded).hexdigest()


def read(root: Path, offset: int = 0) -> Iterator[tuple[Line, bytes]]:
    """The lines from byte `offset` on, each with its bytes. Raises `IntegrityError` on a broken line."""
    path = root / NAME
    if not path.exists():
        return
    with path.open("rb") as handle:
        handle.seek(offset)
        for encoded in handle:
            yield _decoded(encoded), encoded


def _decoded(encoded: bytes) -> Line:
    try:
        return msgspec.json.decode(encoded, type=Line)
    except (msgspec.DecodeError, UnicodeDecodeError) as problem:
        raise IntegrityError(
            f"the archive's {NAME} has a line that is not readable",
            "tracewire verify says which; restore it from a copy",
        ) from problem


def last(root: Path) -> tuple[Line, bytes] | None:
    """The last line, found from the end of the file, or `None` in a new archive."""
    path = root / NAME
    if not path.exists() or not path.stat().st_size:
        return None
    with path.open("rb") as handle:
        size = handle.seek(0, os.SEEK_END)
        reach = 4096
        while True:
            reach = min(reach, size)
            handle.seek(size - reach)
            tail = handle.read(reach)
            cut = tail[:-1].rfind(b"\n")
            if cut >= 0 or reach == size:
                encoded = tail[cut + 1 :]
                return _decoded(encoded), encoded
            reach *= 8


def repair(root: Path) -> None:
    """Take back a last line of which only a part was written."""
    path = root / NAME
    if not path.exists():
        return
    content_end = path.stat().st_size
    with path.open("rb") as handle:
        handle.seek(max(content_end - 65536, 0))
        tail = handle.read()
    if tail and not tail.endswith(b"\n"):
        files.truncate(path, content_end - len(tail) + tail.rfind(b"\n") + 1)


def append(root: Path, line: Line) -> bytes:
    """Write `line` at the end, to the disk; returns it as written."""
    encoded = encode(line)
    files.append(root / NAME, encoded, sync=True)
    return encoded


def following(root: Path) -> tuple[int, str]:
    """The number of the next line and the hash it has to carry."""
    end = last(root)
    return (end[0].seq + 1, digest(end[1])) if end else (1, GENESIS)
