"""Words that the wrapper uses inside running text: how often a text speaks of newsletters, accounts, consent, authors.

The rows (`marker_words.jsonl`) are stems in some forty languages; one automaton finds them all in one pass. They decide
nothing alone: the model weighs their counts with a run's place and markup.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from audit.page.wrapper_words import fold

if TYPE_CHECKING:
    from numpy.typing import NDArray

LIMIT = 1_000
"""Characters of a text that are looked at."""


@cache
def rows() -> tuple[dict[str, Any], ...]:
    """The data rows as they stand."""
    source = (Path(__file__).parent / "marker_words.jsonl").read_text(encoding="utf-8")
    return tuple(json.loads(line) for line in source.splitlines() if line)


@cache
def _automaton() -> tuple[Any, int]:
    """The automaton, and how many groups there are; a stem's value is (stem, its length, its groups)."""
    import ahocorasick

    groups: dict[str, list[int]] = {}
    for number, row in enumerate(rows()):
        for stem in row["stems"]:
            groups.setdefault(fold(stem), []).append(number)
    automaton = ahocorasick.Automaton()
    for stem, numbers in groups.items():
        automaton.add_word(stem, (stem, len(stem), stem[0].isalpha() and stem[0] < "\u0530", tuple(numbers)))
    automaton.make_automaton()
    return automaton, len(rows())


def counts(folded: Sequence[str]) -> NDArray[np.float64]:
    """One row for each of the texts (see `fold`): how many different stems of each group it has, then of all groups."""
    automaton, size = _automaton()
    clipped = [text if len(text) <= LIMIT else text[:LIMIT] for text in folded]
    whole = "\n".join(clipped)
    seen: set[tuple[int, str]] = set()
    cells: list[int] = []
    ends = list(accumulate([len(text) + 1 for text in clipped]))
    row = 0
    for end, (stem, length, at_word, groups) in automaton.iter(whole):
        start = end - length + 1
        # in scripts that write words apart, a stem begins a word
        if at_word and start > 0 and whole[start - 1].isalpha():
            continue
        while ends[row] <= end:
            row += 1
        if (row, stem) in seen:
            continue
        seen.add((row, stem))
        cells.append(row * (size + 1) + size)
        cells += [row * (size + 1) + group for group in groups]
    flat = np.bincount(np.array(cells, dtype=np.int64), minlength=len(clipped) * (size + 1))
    return flat.reshape(len(clipped), size + 1).astype(np.float64)
