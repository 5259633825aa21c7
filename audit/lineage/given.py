"""Captures that are given: a folder of saved pages, WARC and WACZ files, or an archive, by the addresses of its pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from audit.capture import Limits, capture_all, target_for
from audit.capture.target import HTML_SUFFIXES
from audit.errors import FetchError, TargetError, UsageError
from audit.lineage.addresses import bare
from audit.model import Capture

MOST_FILES = 20_000
"""Files of a folder that are looked at."""


class Given:
    """The pages of some files. Pages without an address, and files that hold none, take no part."""

    def __init__(self, paths: Iterable[Path], now: datetime, limits: Limits | None = None) -> None:
        self._known: dict[str, Capture] = {}
        for path in paths:
            if not path.exists():
                raise UsageError(f"{path}: no such file or folder", "name a folder, a WARC file or a saved page")
            for file in _files(path):
                for captured in _captures(file, now, limits):
                    address = captured.record.url
                    if address:
                        self._known.setdefault(bare(address), captured)
                        for hop in captured.record.redirects:
                            self._known.setdefault(bare(hop.url), captured)

    def __len__(self) -> int:
        return len(self._known)

    def at(self, address: str) -> Capture:
        """The capture of the page at `address`. Raises FetchError where there is none."""
        found = self._known.get(bare(address))
        if found is None:
            raise FetchError(f"{address} is not among the given captures", "capture it, and give it with --captures")
        return found


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    listed = sorted(f for f in path.rglob("*") if f.suffix.lower() in HTML_SUFFIXES and f.is_file())
    yield from (f for f in listed[:MOST_FILES] if f.name != "report.html")


def _captures(file: Path, now: datetime, limits: Limits | None) -> Iterator[Capture]:
    try:
        yield from capture_all(target_for(str(file)), now=now, limits=limits)
    except TargetError:
        return
