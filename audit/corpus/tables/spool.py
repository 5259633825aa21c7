"""Rows of a shard under way, one file a table, in a way that survives being killed at any moment.

The rows of a page are in the files before its line is in `progress.jsonl`, which says how long each file then is. On
resuming, whatever a killed worker left behind the last whole line is cut off: no page is lost, none is there twice.
One worker at a time may have a spool open; a second one waits for the first to end.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

import msgspec

from audit.corpus.tables.schema import TABLES
from audit.errors import ArchiveError
from audit.model import Frozen

_WAIT = 10.0
"""Seconds that a worker without a master, which ends with its page, is waited for."""


class Step(Frozen, frozen=True, omit_defaults=True):
    """After page `position` of piece `piece`: the files' lengths in the order of `TABLES`, and the longest row."""

    piece: int
    position: int
    sizes: tuple[int, ...]
    longest: int
    audited: int = 0
    aside: int = 0


class Spool:
    """The files of one shard in `folder`. Raises ArchiveError where another worker has them and does not end."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._progress = (folder / "progress.jsonl").open("a+b")
        try:
            _lock(self._progress, folder)
        except ArchiveError:
            self._progress.close()
            raise
        self._files: dict[str, BinaryIO] = {name: self.file(name).open("a+b") for name in TABLES}
        self.last = self._resume()

    def file(self, table: str) -> Path:
        """Where the rows of `table` are."""
        return self.folder / f"{table}.jsonl"

    def add(self, piece: int, position: int, lines: Mapping[str, bytes]) -> None:
        """Add what became of one page: the rows of its audit, or the row that says why there is none."""
        longest = self.last.longest
        for name, content in lines.items():
            if content:
                self._files[name].write(content)
                longest = max(longest, max(map(len, content.split(b"\n"))))
        for file in self._files.values():
            file.flush()
        sizes = tuple(before + len(lines.get(name, b"")) for name, before in zip(TABLES, self.last.sizes, strict=True))
        audited = self.last.audited + ("pages" in lines)
        aside = self.last.aside + ("aside" in lines)
        self.last = Step(piece, position, sizes, longest, audited, aside)
        self._progress.write(msgspec.json.encode(self.last) + b"\n")
        self._progress.flush()

    @property
    def done(self) -> int:
        """How many pages are in it, audited or set aside."""
        return self.last.audited + self.last.aside

    def close(self) -> None:
        """Close the files; what is in them stays."""
        for file in (*self._files.values(), self._progress):
            file.close()

    def _resume(self) -> Step:
        self._progress.seek(0)
        last, whole = Step(-1, -1, (0,) * len(TABLES), 0), 0
        for line in self._progress:
            try:
                if not line.endswith(b"\n"):
                    break
                last = msgspec.json.decode(line, type=Step)
            except msgspec.MsgspecError:
                break
            whole += len(line)
        self._progress.truncate(whole)
        self._progress.seek(0, os.SEEK_END)
        for file, size in zip(self._files.values(), last.sizes, strict=True):
            file.truncate(size)
            file.seek(0, os.SEEK_END)
        return last


def _lock(file: BinaryIO, folder: Path) -> None:
    end = time.monotonic() + _WAIT
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except OSError:
            if time.monotonic() > end:
                raise ArchiveError(
                    f"{folder.name} is held by a worker of an ended run", "end that process, and run the command again"
                ) from None
            time.sleep(0.05)
