"""What an element passes on to the runs in it: its zone, its numbers, and what its names weigh.

Computed once per element, outermost first, so that a run's share of the work does not grow with its depth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log1p

from audit.page.walk import LONG, ZONES, Box, Run

BOX_NUMBERS = ("runs", "chars", "links", "long", "mean")
NO_BOX = (0.0, 0.0, 0.0, 0.0, 0.0)
_NAV_OR_FOOTER = 1 << ZONES.index("nav") | 1 << ZONES.index("footer")

Weights = Mapping[str, tuple[int, float]]
"""A name in the markup to its number and weight."""


class Surroundings:
    """The numbers of one box, and what the names of the boxes around it weigh."""

    __slots__ = ("above", "box", "near", "numbers", "through")

    def __init__(self, box: Box, above: tuple[float, int]) -> None:
        self.box = box
        chars = box.chars or 1
        self.numbers = (
            log1p(box.runs), log1p(chars), box.link_chars / chars, box.long_chars / chars, log1p(chars / (box.runs or 1)),
        )  # fmt: skip
        self.above = above
        """The far weight of the names of all boxes above this one, each counted once, and which ones those are."""
        self.through: tuple[float, int] | None = None
        """`above` with the box's own names, once a box in it needs it."""
        self.near: float | None = None


class Gathered:
    """The surroundings of the boxes of a page, each made when it is first asked for."""

    def __init__(self, near: Weights, far: Weights) -> None:
        self.near = near
        self.far = far
        self.made: dict[int, Surroundings] = {}
        self.near_of: dict[tuple[int, int], float] = {}

    def of(self, box: Box) -> Surroundings:
        """The surroundings of `box`."""
        if box.index not in self.made:
            missing = [box]
            while (parent := missing[-1].parent) is not None and parent.index not in self.made:
                missing.append(parent)
            above = (0.0, 0) if parent is None else self._through(self.made[parent.index])
            for step in reversed(missing):
                around = self.made[step.index] = Surroundings(step, above)
                if step is not box:
                    above = self._through(around)
        return self.made[box.index]

    def _through(self, around: Surroundings) -> tuple[float, int]:
        if around.through is None:
            total, seen = around.above
            for name in around.box.hints:
                weight = self.far.get(name)
                if weight is not None and not seen >> weight[0] & 1:
                    seen |= 1 << weight[0]
                    total += weight[1]
            around.through = (total, seen)
        return around.through

    def weigh(self, run: Run) -> float:
        """The weight of all names around `run`: near ones (its own, its box's, its parent's) and those farther out."""
        box = run.box
        parent = box.parent
        around = self.of(box)
        total = around.near
        if total is None:
            key = (box.look, parent.look if parent is not None else -1)
            total = self.near_of.get(key)
            if total is None:
                names = {*box.hints, *parent.hints} if parent is not None else set(box.hints)
                total = self.near_of[key] = sum([self.near[name][1] for name in names if name in self.near])
            around.near = total
        if parent is not None:
            total += self.of(parent).above[0]
        if run.hints:
            for name in set(run.hints):
                weight = self.near.get(name)
                if weight is not None and name not in box.hints and (parent is None or name not in parent.hints):
                    total += weight[1]
        return total


@lru_cache(4_096)
def zone_numbers(zones: int) -> tuple[float, ...]:
    """The bits of `Box.zones` as numbers."""
    return tuple([float(zones >> number & 1) for number in range(len(ZONES))])


def is_trivial(run: Run) -> bool:
    """True for short links outside running text and short runs of menus and footers: never looked at closer."""
    size = len(run.text)
    if size >= 60:
        return False
    box = run.box
    if box.zones & _NAV_OR_FOOTER:
        return True
    parent = box.parent
    return run.link_chars >= 0.99 * size and (parent is None or parent.long_chars < 0.3 * parent.chars)


def top_box(runs: Sequence[Run], root: Box) -> Box:
    """The element that holds most running text directly: a long run counts for the four boxes around it."""
    scores: dict[int, float] = {}
    boxes: dict[int, Box] = {}
    for run in runs:
        size = len(run.text)
        if size < LONG or run.link_chars * 2 > size or run.box.hidden:
            continue
        share = float(size)
        box: Box | None = run.box
        for _ in range(4):
            if box is None:
                break
            scores[box.index] = scores.get(box.index, 0.0) + share
            boxes[box.index] = box
            box = box.parent
            share *= 0.8
    if not scores:
        return root
    return boxes[max(scores, key=lambda index: scores[index])]
