"""Entries of a list behind the story: teasers of other texts, each with a heading, a byline or a link of its own.

Their paragraphs read like reporting, and are somebody's; but many boxes of one kind, set one after the other behind a story
that the model is much surer of, are a list of other things.
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.page.boxes import Box, Run

ENTRIES = 5
"""Boxes of one kind from which there is a list."""
STORY = 800
"""Characters of reporting before it from which there is a story."""
APART = 0.2
"""By how much surer the model is of the story than of the entries, on average."""
HEADED = 0.8
"""Share of the entries that have a heading, a byline, a link beside their text."""
_HIGHEST = 10
"""Elements above a run's own that may be its entry."""


def entries(runs: Sequence[Run], told: Sequence[int], reporting: Sequence[float]) -> set[int]:
    """Those of the runs with the indices `told` that stand in such a list; `reporting` are the model's probabilities."""
    if len(told) < 2 * ENTRIES:
        return set()
    lists: dict[tuple[int, str], dict[int, list[int]]] = {}
    for number in told:
        box = runs[number].box
        for _ in range(_HIGHEST):
            if box.parent is None:
                break
            lists.setdefault((box.parent.index, box.tag), {}).setdefault(box.index, []).append(number)
            box = box.parent
    for (parent, tag), boxes in sorted(lists.items()):  # the outermost list first
        if len(boxes) < ENTRIES:
            continue
        inside = [number for numbers in boxes.values() for number in numbers]
        before = [number for number in told if number < inside[0]]
        if sum(len(runs[number].text) for number in before) < STORY:
            continue
        if _mean(reporting, before) - _mean(reporting, inside) >= APART and _headed(runs, inside, parent, tag, boxes):
            return set(inside)
    return set()


def _headed(runs: Sequence[Run], inside: Sequence[int], parent: int, tag: str, boxes: dict[int, list[int]]) -> bool:
    """True where most boxes hold more than their text: a heading, or a line that is no reporting (a byline, a link)."""
    texts = set(inside)
    headed: set[int] = set()
    for number in range(max(0, inside[0] - ENTRIES), inside[-1] + 1):
        if number not in texts or runs[number].box.level:
            entry = _entry(runs[number].box, parent, tag)
            if entry is not None:
                headed.add(entry)
    return len(headed & boxes.keys()) >= HEADED * len(boxes)


def _entry(box: Box, parent: int, tag: str) -> int | None:
    for _ in range(_HIGHEST + 2):
        if box.parent is None:
            return None
        if box.parent.index == parent and box.tag == tag:
            return box.index
        box = box.parent
    return None


def _mean(reporting: Sequence[float], numbers: Sequence[int]) -> float:
    return sum(reporting[number] for number in numbers) / len(numbers)
