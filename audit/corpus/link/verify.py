"""Pairs of pages compared exactly, by all their shingles. What those leave open is left to the aligner (`aligned.py`)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from audit.corpus.duck import connect, quoted
from audit.corpus.engines.child import Beat
from audit.corpus.link.layout import Layout
from audit.corpus.link.shingles import DENSITY, containment

COPY = 0.6
"""Share of the shorter text's shingles from which a pair is a copy without further questions."""
OPEN = 0.2
"""Share from which two pages have text in common, and the aligner says whether it is the same text."""
LONGER = 3.0
"""How many times longer the other may be. A digest of many stories is no copy of each; a copy cut to two fifths is one."""
_AT_ONCE = 10_000


class Pair(NamedTuple):
    """Two pages, the longer one first, the shingles they share, and which share of the shorter one that is.

    `copy`: they carry the same text. `open`: that is not decided yet. Neither: they have a passage in common.
    """

    a: int
    b: int
    shared: int
    containment: float
    copy: bool
    open: bool


TYPES = {
    "a": np.uint32,
    "b": np.uint32,
    "shared": np.uint32,
    "containment": np.float64,
    "copy": np.bool_,
    "open": np.bool_,
}


def verify(beat: Beat, layout: Layout, bucket: int) -> int:
    """Write the pairs of `bucket` that have text in common; how many they are."""
    sketches = Sketches(layout)
    files = [str(layout.near(bucket, part)) for part in range(layout.parts)]
    held: list[Pair] = []
    with connect(layout.memory // 4, spill=layout.work / "spill") as database:
        found = database.execute(
            f"SELECT a, b, sum(marks)::UINTEGER FROM read_parquet({files}) GROUP BY a, b HAVING sum(marks) > 1 ORDER BY a, b"
        )
        while rows := found.fetchmany(_AT_ONCE):
            beat((bucket, rows[0][0]))
            held += [pair for a, b, marks in rows if (pair := _pair(sketches, a, b, marks)) is not None]
    save(layout, layout.verified(bucket), held)
    return len(held)


def save(layout: Layout, path: Path, pairs: Sequence[Pair]) -> None:
    """Write `pairs` as a table."""
    columns: list[tuple[Any, ...]] = list(zip(*pairs, strict=True)) if pairs else [()] * len(TYPES)
    rows: dict[str, npt.NDArray[Any]] = {  # noqa: F841 - the query reads it
        name: np.array(column, type_) for (name, type_), column in zip(TYPES.items(), columns, strict=True)
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    with connect(layout.memory // 4) as database:
        database.execute(f"COPY (SELECT * FROM rows) TO {quoted(path)} (format parquet)")


def _pair(sketches: Sketches, a: int, b: int, marks: int) -> Pair | None:
    """The pair, if it holds at all."""
    one, other = sketches[a], sketches[b]
    least = min(len(one), len(other))
    if marks < OPEN / 4 * DENSITY * least:
        return None
    shared, share = containment(one, other)
    if share < OPEN:
        return None
    near = max(len(one), len(other)) <= LONGER * least
    return Pair(a, b, shared, share, near and share >= COPY, near and share < COPY)


class Sketches:
    """The shingles of any page of the corpus, read from the disk where they are asked for."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._firsts = [group.first for group in layout.groups]
        self._group = cache(self._opened)

    def __getitem__(self, page: int) -> npt.NDArray[np.uint32]:
        number = bisect_right(self._firsts, page) - 1
        shingles, offsets = self._group(number)
        place = page - self._firsts[number]
        return shingles[int(offsets[place]) : int(offsets[place + 1])]

    def _opened(self, number: int) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.int64]]:
        path = self._layout.shingles(number)
        offsets: npt.NDArray[np.int64] = np.load(self._layout.offsets(number))
        if path.stat().st_size == 0:
            return np.empty(0, np.uint32), offsets
        return np.memmap(path, np.uint32, "r"), offsets
