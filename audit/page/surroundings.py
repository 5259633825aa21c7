"""What an element passes on to the runs in it: its zone, its numbers, and what its names weigh.

Computed once per element, outermost first, so that a run's share of the work does not grow with its depth.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log1p

from audit.page.walk import LONG, Box, Run, Walk

ZONES = (
    "article", "main", "aside", "nav", "header", "footer", "form", "figure", "table", "ul", "blockquote", "section", "a",
    "button", "dl", "h", "details", "address", "noscript",
)  # fmt: skip
_ZONE_OF = {
    "article": 0, "main": 1, "aside": 2, "nav": 3, "menu": 3, "header": 4, "footer": 5, "form": 6, "fieldset": 6, "figure": 7,
    "figcaption": 7, "table": 8, "ul": 9, "ol": 9, "blockquote": 10, "section": 11, "button": 13, "label": 13, "dl": 14,
    "h1": 15, "h2": 15, "h3": 15, "h4": 15, "h5": 15, "h6": 15, "details": 16, "address": 17, "noscript": 18,
}  # fmt: skip
BOX_NUMBERS = ("runs", "chars", "links", "long", "mean")
NO_BOX = (0.0, 0.0, 0.0, 0.0, 0.0)
_NAV_OR_FOOTER = 1 << 3 | 1 << 5

Weights = Mapping[str, tuple[int, float]]
"""A name in the markup to its number and weight."""


class Surroundings:
    """The numbers of one box. `far` is the weight of the names of the boxes around its parent, `far_seen` which ones."""

    __slots__ = (
        "box",
        "far",
        "far_seen",
        "in_top",
        "link_share",
        "long_share",
        "near",
        "numbers",
        "signature",
        "zone_numbers",
        "zones",
    )

    def __init__(self, box: Box, parent: Surroundings | None, top: Box, near: Weights, far: Weights) -> None:
        self.box = box
        zone = _ZONE_OF.get(box.tag)
        self.zones: int = (parent.zones if parent else 0) | (1 << zone if zone is not None else 0)
        if parent is not None and self.zones == parent.zones:
            self.zone_numbers: tuple[float, ...] = parent.zone_numbers
        else:
            self.zone_numbers = tuple([float(self.zones >> number & 1) for number in range(len(ZONES))])
        chars = box.chars or 1
        self.link_share = box.link_chars / chars
        self.long_share = box.long_chars / chars
        self.numbers = (log1p(box.runs), log1p(chars), self.link_share, self.long_share, log1p(chars / (box.runs or 1)))
        self.signature = (box.tag, box.hints)
        self.in_top: bool = box is top or (parent is not None and parent.in_top)
        # far names: those of the boxes above the parent, each counted once
        grand = box.parent.parent if box.parent is not None else None
        self.far = 0.0
        self.far_seen = 0
        if parent is not None and grand is not None:
            self.far, self.far_seen = parent.far, parent.far_seen
            for name in grand.hints:
                weight = far.get(name)
                if weight is not None and not self.far_seen >> weight[0] & 1:
                    self.far_seen |= 1 << weight[0]
                    self.far += weight[1]
        self.near = 0.0
        if near:
            names = {*box.hints, *box.parent.hints} if box.parent is not None else set(box.hints)
            for name in names:
                weight = near.get(name)
                if weight is not None:
                    self.near += weight[1]

    def weigh(self, run: Run, near: Weights) -> float:
        """The weight of all names around `run`: near and far."""
        total = self.near + self.far
        if run.hints:
            box = run.box
            for name in set(run.hints):
                weight = near.get(name)
                if (
                    weight is not None
                    and name not in box.hints
                    and (box.parent is None or name not in box.parent.hints)
                ):
                    total += weight[1]
        return total

    def is_trivial(self, run: Run, parent: Surroundings | None) -> bool:
        """True for short links outside running text and short runs of menus and footers: never looked at closer."""
        size = len(run.text)
        if size >= 60:
            return False
        if self.zones & _NAV_OR_FOOTER:
            return True
        return run.link_chars >= 0.99 * size and (parent is None or parent.long_share < 0.3)


def gather(found: Walk, top: Box, near: Weights, far: Weights) -> dict[int, Surroundings]:
    """The surroundings of each box that holds text, by the box's index."""
    gathered: dict[int, Surroundings] = {}
    for box in found.boxes:
        if box.chars or box.parent is None:
            parent = gathered[box.parent.index] if box.parent is not None else None
            gathered[box.index] = Surroundings(box, parent, top, near, far)
    return gathered


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
