"""A page's runs and boxes as arrays, with what each box holds in all.

Boxes are numbered in document order, so that those inside a box are a range of numbers and every sum over a box is a
difference of two running totals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from audit.page.boxes import Walk
from audit.page.elements import ZONES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Counts = NDArray[np.int64]
    Flags = NDArray[np.bool_]

LONG = 80
"""Characters from which a run counts as running text."""
_MENUS = 1 << ZONES.index("nav") | 1 << ZONES.index("footer")
_SHORT = 60


class PageArrays:
    """Numbers of the runs (`size`, `link`, `bold`, `links`, `box`) and of the boxes (names with `box_`), all by index."""

    def __init__(self, found: Walk) -> None:
        self.found = found
        runs, boxes = found.runs, found.boxes
        self.count = len(runs)
        self.size: Numbers = np.array([len(run.text) for run in runs], dtype=np.float64)
        self.link: Numbers = np.array([run.link_chars for run in runs], dtype=np.float64)
        self.bold: Numbers = np.array([run.bold for run in runs], dtype=np.float64)
        self.links: Numbers = np.array([len(run.links) for run in runs], dtype=np.float64)
        self.box: Counts = np.array([run.box.index for run in runs], dtype=np.int64)

        self.box_parent: Counts = np.array([0, *[box.parent.index for box in boxes[1:] if box.parent]], dtype=np.int64)
        self.box_end: Counts = np.array([box.end for box in boxes], dtype=np.int64)
        self.box_zones: Counts = np.array([box.standing.zones for box in boxes], dtype=np.int64)
        self.box_level: Numbers = np.array([box.standing.level for box in boxes], dtype=np.float64)
        self.box_hidden: Flags = np.array([box.hidden for box in boxes], dtype=np.bool_)

        tags: dict[str, int] = {}
        self.box_tag: Counts = np.array([tags.setdefault(box.tag, len(tags)) for box in boxes], dtype=np.int64)
        self.tags = tags
        """The number of each tag of the page in `box_tag`."""

        self.hidden: Flags = self.box_hidden[self.box]
        self.running: Flags = (self.size >= LONG) & (self.link * 2 < self.size)
        """Runs of running text."""
        self.box_runs = self.held(np.ones(self.count))
        self.box_chars = self.held(self.size)
        self.box_links = self.held(self.link)
        self.box_long = self.held(np.where(self.running, self.size, 0.0))
        self.box_look, self.look_count = self._looks()

    def held(self, numbers: Numbers) -> Numbers:
        """For each box the sum of `numbers` (one for each run) over the runs in it."""
        own = np.bincount(self.box, weights=numbers, minlength=len(self.box_end))
        total = np.concatenate(([0.0], np.cumsum(own)))
        return np.asarray(total[self.box_end] - total[:-1])

    def _looks(self) -> tuple[Counts, Numbers]:
        """For each box the number of its look (its tag with its hints; 0 where it holds no text), and how often each occurs."""
        numbers: dict[tuple[str, tuple[str, ...]], int] = {}
        looks = [0] * len(self.box_end)
        boxes = self.found.boxes
        for index in np.flatnonzero(self.box_runs).tolist():
            box = boxes[index]
            looks[index] = numbers.setdefault((box.tag, box.hints), len(numbers) + 1)
        array = np.array(looks, dtype=np.int64)
        return array, np.bincount(array, minlength=len(numbers) + 1).astype(np.float64)

    def open_runs(self) -> Counts:
        """The runs to look at: all but short links outside running text and short lines of menus and footers."""
        parent = self.box_parent[self.box]
        among_links = (self.link >= 0.99 * self.size) & (
            (self.box == 0) | (self.box_long[parent] < 0.3 * self.box_chars[parent])
        )
        menu = (self.box_zones[self.box] & _MENUS) > 0
        return np.flatnonzero(~((self.size < _SHORT) & (menu | among_links)))
