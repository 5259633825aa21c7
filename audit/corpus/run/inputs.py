"""What the user named, as pieces: WARC and WACZ files, folders of pages, single pages, addresses, lists of them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from audit.capture.address_list import read_list
from audit.capture.target import HTML_SUFFIXES
from audit.corpus.run.members import cuts
from audit.corpus.run.plan import SHARD_BYTES, Piece
from audit.errors import UsageError

PAGES = HTML_SUFFIXES | {".txt", ".text", ".jsp", ".cfm", ".do", ""}
"""Endings of files of a folder that are looked at; others are no pages, by their name alone."""


class Inputs:
    """The pieces of `named` and of the lists, in a fixed order; `skipped` counts a folder's files that are no pages.

    Raises UsageError for what does not exist, and where nothing is named.
    """

    def __init__(self, named: Sequence[str], lists: Sequence[Path] = (), part_bytes: int = SHARD_BYTES) -> None:
        self.skipped = 0
        self._part_bytes = part_bytes
        self._taken: set[str] = set()
        pieces = [piece for one in named for piece in self._pieces(one)]
        addresses = [one for file in lists for one in _listed(file)]
        for one in addresses:
            pieces += self._pieces(one)
        if not pieces:
            raise UsageError("no page is named", "name WARC or WACZ files, folders of pages, or a list of addresses")
        local = [piece for piece in pieces if piece.kind != "address"]
        remote = [piece for piece in pieces if piece.kind == "address"]
        self.pieces = (*local, *sorted(remote, key=_by_host))

    def _pieces(self, named: str) -> Iterator[Piece]:
        if named.startswith(("http://", "https://")):
            if named not in self._taken:
                self._taken.add(named)
                yield Piece("address", named, named)
            return
        path = Path(named)
        if path.is_dir():
            for file in self._files(path):
                yield from self._file(file, f"{path.resolve().name}/{file.relative_to(path).as_posix()}")
        elif path.is_file():
            yield from self._file(path, path.name)
        else:
            raise UsageError(f"{named} does not exist", "name files, folders or addresses")

    def _files(self, folder: Path) -> Iterator[Path]:
        for place, folders, names in os.walk(folder):
            folders.sort()
            for name in sorted(names):
                if Path(name).suffix.lower() in PAGES and not name.startswith("."):
                    yield Path(place) / name
                else:
                    self.skipped += 1

    def _file(self, path: Path, name: str) -> Iterator[Piece]:
        name = self._unique(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
        size = path.stat().st_size
        if path.suffix.lower() != ".gz" or size <= self._part_bytes:
            yield Piece("file", name, str(path), size)
            return
        starts = cuts(path, self._part_bytes)
        for start, end in zip(starts, (*starts[1:], size), strict=True):
            yield Piece("part", f"{name}#{start}" if start else name, str(path), end - start, start, end)

    def _unique(self, name: str) -> str:
        number, wanted = 2, name
        while wanted in self._taken:
            wanted, number = f"{number}:{name}", number + 1
        self._taken.add(wanted)
        return wanted


def _listed(file: Path) -> Iterable[str]:
    try:
        return read_list(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as problem:
        raise UsageError(
            f"{file}: the list cannot be read", "a list is a UTF-8 file with one input a line"
        ) from problem


def _by_host(piece: Piece) -> str:
    return piece.locator.partition("://")[2].partition("/")[0].lower()
