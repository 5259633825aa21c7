"""Text that a page prints twice: the lead above and in the article, a pull quote beside the paragraph it is taken from.

The article says it once; the copy is no second piece of reporting.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate

from audit.page.boxes import Run
from audit.page.headline import plain

WHOLE = 40
"""Letters and digits from which two equal runs are copies; shorter lines may well come twice (refrains, cells, answers)."""
PART = 60
"""Letters and digits from which a run that stands inside another is a copy of that part."""
_MOST_RUNS = 1_500
_MOST_LETTERS = 300_000
"""Beyond these a page is not searched for parts: what keeps the time linear."""
_RUNNING = 80
"""Characters from which a run that is mostly no link counts as text around a copy."""


def copies(runs: Sequence[Run], reporting: Sequence[int]) -> set[int]:
    """Those of the runs with the indices `reporting` that only repeat others.

    Of two equal runs the one among more text (by its parent element) stays, the first where that decides nothing.
    """
    # a run that is too short to be a copy may not hold one either
    keys = {index: plain(runs[index].text) for index in reporting if len(runs[index].text) >= WHOLE}
    around = _Surroundings(runs)
    kept: dict[str, int] = {}
    repeated: set[int] = set()
    for index, key in keys.items():
        if len(key) < WHOLE:
            continue
        other = kept.setdefault(key, index)
        if other == index:
            continue
        if around.of(runs[index]) > around.of(runs[other]):
            kept[key] = index
            repeated.add(other)
        else:
            repeated.add(index)
    left = {index: key for index, key in keys.items() if index not in repeated}
    if len(left) > _MOST_RUNS or sum(map(len, left.values())) > _MOST_LETTERS:
        return repeated
    whole = "\n".join(left.values())
    repeated.update(
        index for index, key in left.items() if len(key) >= PART and whole.find(key, whole.find(key) + 1) >= 0
    )
    return repeated


class _Surroundings:
    """How much running text the parent element of a run holds; summed up when it is first asked."""

    def __init__(self, runs: Sequence[Run]) -> None:
        self.runs = runs

    @cached_property
    def sums(self) -> list[int]:
        """Running text in all boxes before each box, by its number."""
        own = [0] * (1 + max(run.box.index for run in self.runs))
        for run in self.runs:
            size = len(run.text)
            if size >= _RUNNING and run.link_chars * 2 < size:
                own[run.box.index] += size
        return [0, *accumulate(own)]

    def of(self, run: Run) -> int:
        parent = run.box.parent or run.box
        return self.sums[min(parent.end, len(self.sums) - 1)] - self.sums[parent.index]
