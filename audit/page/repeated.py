"""Text that a page prints twice: the lead above and in the article, a pull quote beside the paragraph it is taken from.

The article says it once; the copy is no second piece of reporting.
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.page.headline import plain
from audit.page.walk import Run

WHOLE = 40
"""Letters and digits from which two equal runs are copies; shorter lines may well come twice (refrains, cells, answers)."""
PART = 60
"""Letters and digits from which a run that stands inside another is a copy of that part."""
_MOST_RUNS = 1_500
_MOST_LETTERS = 300_000
"""Beyond these a page is not searched for parts: what keeps the time linear."""


def copies(runs: Sequence[Run], reporting: Sequence[int]) -> set[int]:
    """Those of the runs with the indices `reporting` that only repeat others.

    Of two equal runs the one among more text (by its parent element) stays, the first where that decides nothing.
    """
    # a run that is too short to be a copy may not hold one either
    keys = {index: plain(runs[index].text) for index in reporting if len(runs[index].text) >= WHOLE}
    kept: dict[str, int] = {}
    repeated: set[int] = set()
    for index, key in keys.items():
        if len(key) < WHOLE:
            continue
        other = kept.setdefault(key, index)
        if other == index:
            continue
        if _surrounding(runs[index]) > _surrounding(runs[other]):
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


def _surrounding(run: Run) -> int:
    parent = run.box.parent or run.box
    return parent.long_chars
