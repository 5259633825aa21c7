"""The rows of a page: one for each run that is looked at, its numbers in the order of `names()`.

They are kept as a table with one line for each number and one column for each row (`Table`), which the trees read line by
line.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from audit.page.boxes import Walk
from audit.page.features import letters, markup, markup_names, place, wording, words
from audit.page.features.arrays import PageArrays
from audit.page.said import Said

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.page.features.arrays import Counts, Numbers

    Table = NDArray[np.float32]

_AT_ONCE = 60_000
"""Characters whose letters are held in memory together."""
_LETTERS = [
    "chars", "words", "links", "bold", "stops", "commas", "ends", "upper", "capitals", "digits", "wordlen", "nlinks",
    "letters", "bars", "marks", "quotes", "copies", "time",
]  # fmt: skip
LEARNED = [
    "name_own", "name_parent", "name_far", "wording", "wording_prev", "wording_next", "wording_box", "wording_parent",
    "wording_page", "page_kind",
]  # fmt: skip
"""Columns that learned weights fill."""


class Weights(NamedTuple):
    """Learned weights of names in the markup and of words."""

    names: markup_names.NameWeights
    words: NDArray[np.float32]


@cache
def names() -> list[str]:
    """The names of a row's numbers, in order."""
    return [*_LETTERS, *words.names(), *markup.NAMES, *place.NAMES, *LEARNED]


class PageRows:
    """A page's rows before and after the learned weights."""

    def __init__(self, found: Walk, heads: Sequence[int], said: Said) -> None:
        self.page = page = PageArrays(found)
        self.rows = page.open_runs()
        self.said = said
        self.tokens: list[tuple[int, int, Counts, Counts]] = []
        """For each portion of the runs the first, the one after the last, and (run in it, bucket) of each feature."""
        counted: list[Numbers] = []
        texts = [run.text for run in found.runs]
        for first, after in _portions([len(text) for text in texts]):
            read = letters.read(texts[first:after])
            self.tokens.append((first, after, *wording.hashed(read)))
            counted.append(np.column_stack([read.counts(), read.sentences(), read.ends_sentence()]).astype(np.float64))
        counts = np.concatenate(counted)[self.rows]
        chosen = self.rows.tolist()
        opened = [texts[row] for row in chosen]
        lexical = words.columns(opened, (counts[:, letters.DIGIT] > 0).tolist(), said)
        self.fixed: Table = np.concatenate([
            table(self._letters(counts, texts, opened)), lexical.T.astype(np.float32),
            table(markup.columns(page, self.rows)), table(place.columns(page, heads, self.rows)),
        ])  # fmt: skip

    def _letters(self, counts: Numbers, texts: Sequence[str], opened: Sequence[str]) -> list[Numbers]:
        page, rows = self.page, self.rows
        size = page.size[rows]
        read = np.minimum(size, letters.READ)
        east = counts[:, letters.CJK]
        scale = size / read
        spaces = (counts[:, letters.SPACE] - 1) * scale
        each_word = spaces + 1 + east * scale / 2
        copies: dict[str, int] = {}
        for text in texts:
            start = text[:60]
            copies[start] = copies.get(start, 0) + 1
        initial = np.array([text[0].isupper() for text in opened], dtype=np.float64)
        time = np.array([page.found.runs[row].time for row in rows.tolist()], dtype=np.float64)
        both = counts[:, letters.LOWER] + counts[:, letters.UPPER] + east
        return [
            np.log1p(size + east * scale),  # a Chinese character says as much as two letters
            np.log1p(each_word), page.link[rows] / size, page.bold[rows] / size,
            np.log1p(np.where(size > 8, counts[:, letters.CLASSES] * scale, 0.0)), np.log1p(counts[:, letters.COMMA] * scale),
            counts[:, letters.CLASSES + 1], initial, counts[:, letters.UPPER] / read, counts[:, letters.DIGIT] / read,
            np.minimum(size / each_word, 20.0), np.log1p(page.links[rows]), both / read, counts[:, letters.BAR] / read,
            counts[:, letters.MARK] / read, counts[:, letters.QUOTE] / read,
            np.array([min(copies[text[:60]] - 1.0, 3.0) for text in opened]), time,
        ]  # fmt: skip

    def weighed(self, weights: Weights) -> Table:
        """The table with the learned columns filled in."""
        page, rows = self.page, self.rows
        own, parent, far = markup_names.weigh(page, rows, weights.names)
        wording_of = np.zeros(page.count)
        for first, after, runs, buckets in self.tokens:
            wording_of[first:after] = wording.weigh(runs, buckets, weights.words, after - first)
        return self.with_learned(own, parent, far, wording_of)

    def with_learned(self, own: Numbers, parent: Numbers, far: Numbers, wording_of: Numbers) -> Table:
        """The table with these learned columns: three for the rows, and the wording of every run."""
        page, rows = self.page, self.rows
        padded = np.concatenate(([0.0], wording_of, [0.0]))
        size = np.sqrt(page.size)
        box_wording = page.held(wording_of * size) / np.maximum(page.held(size), 1e-6)
        box = page.box[rows]
        learned = [
            own, parent, far, wording_of[rows], padded[rows], padded[rows + 2], box_wording[box],
            box_wording[page.box_parent[box]], np.full(len(rows), box_wording[0]), np.full(len(rows), float(self.said.kind)),
        ]  # fmt: skip
        return np.concatenate([self.fixed, table(learned)])


def table(columns: Sequence[Numbers]) -> Table:
    """Columns as lines of a table."""
    return np.array(columns, dtype=np.float32)


def _portions(sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Ranges of runs whose letters are read together."""
    portions: list[tuple[int, int]] = []
    first = held = 0
    for index, size in enumerate(sizes):
        held += min(size, letters.READ)
        if held > _AT_ONCE:
            portions.append((first, index + 1))
            first, held = index + 1, 0
    if first < len(sizes):
        portions.append((first, len(sizes)))
    return portions
