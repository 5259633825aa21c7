"""Second look: what the first probabilities of a run's neighbours and of its relatives in the markup say about it.

A short line between two paragraphs of the text, a heading whose list is a menu, one cell of a table that is content:
none can be told alone.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate
from math import log1p, sqrt

from audit.page.walk import Run

NAMES = (
    "first", "m4", "m3", "m2", "m1", "q1", "q2", "q3", "q4", "around3", "around8",
    "before", "after", "mass", "to_prev", "to_next",
    "same_box", "same_parent", "parent_mass", "same_grand", "grand_mass", "same_look", "same_look_parent",
)  # fmt: skip
_STRONG = 0.6
_LONG = 60


class Context:
    """The first probabilities of one page; `row` gives what they say around one run."""

    def __init__(self, runs: Sequence[Run], first: Sequence[float]) -> None:
        self.first = first
        self.count = len(runs)
        self.padded = [0.0, 0.0, 0.0, 0.0, *first, 0.0, 0.0, 0.0, 0.0]
        sizes = [float(len(run.text)) for run in runs]
        self.roots = [sqrt(size) for size in sizes]
        self.pulls = [p * root for p, root in zip(first, self.roots, strict=True)]
        self.masses = [p * size for p, size in zip(first, sizes, strict=True)]
        self.root_sums = [0.0, *accumulate(self.roots)]
        self.pull_sums = [0.0, *accumulate(self.pulls)]
        self.mass_sums = [0.0, *accumulate(self.masses)]
        self.total = self.mass_sums[-1] + 1e-6
        self.strong = [i for i, (p, size) in enumerate(zip(first, sizes, strict=True)) if p > _STRONG and size > _LONG]
        self.keys = [_keys(run) for run in runs]
        # for each kind of group, its key to root sum, pull sum, mass sum
        self.groups: tuple[dict[int, list[float]], ...] = ({}, {}, {}, {}, {})
        for keys, root, pull, mass in zip(self.keys, self.roots, self.pulls, self.masses, strict=True):
            for groups, key in zip(self.groups, keys, strict=True):
                group = groups.get(key)
                if group is None:
                    groups[key] = [root, pull, mass]
                else:
                    group[0] += root
                    group[1] += pull
                    group[2] += mass

    def row(self, index: int) -> list[float]:
        """The numbers of run `index`, in the order of `NAMES`."""
        p = self.padded
        root, pull, total = self.roots[index], self.pulls[index], self.total
        row = [p[index + 4], *p[index : index + 4], *p[index + 5 : index + 9]]
        for reach in (3, 8):
            first, last = max(0, index - reach), min(self.count, index + reach + 1)
            roots = self.root_sums[last] - self.root_sums[first] - root
            row.append((self.pull_sums[last] - self.pull_sums[first] - pull) / (roots + 1e-6))
        place = bisect_left(self.strong, index)
        before = self.strong[place - 1] if place else -1
        after_place = place + 1 if place < len(self.strong) and self.strong[place] == index else place
        after = self.strong[after_place] if after_place < len(self.strong) else -1
        row += (
            self.mass_sums[index] / total, (total - self.mass_sums[index + 1]) / total, log1p(total),
            float(min(index - before, 40)) if before >= 0 else 41.0, float(min(after - index, 41)) if after >= 0 else 41.0,
        )  # fmt: skip
        box, parent, grand, look, parent_look = (
            groups[key] for groups, key in zip(self.groups, self.keys[index], strict=True)
        )
        row += (
            _mean(box, root, pull), _mean(parent, root, pull), parent[2] / total, _mean(grand, root, pull), grand[2] / total,
            _mean(look, root, pull), _mean(parent_look, root, pull),
        )  # fmt: skip
        return row


def _mean(group: Sequence[float], root: float, pull: float) -> float:
    """The group's mean probability without the run itself; -1 where it is alone."""
    rest = group[0] - root
    return (group[1] - pull) / rest if rest > 1e-6 else -1.0


def _keys(run: Run) -> tuple[int, int, int, int, int]:
    """The groups of a run: its box, parent, grandparent, and those that look alike by tag and names."""
    box = run.box
    parent = box.parent or box
    grand = parent.parent or parent
    size = len(run.text)
    look = box.look
    return (
        box.index, parent.index, grand.index, look * 4 + (run.bold * 2 > size) * 2 + (run.link_chars * 2 > size),
        (look << 24) + parent.look,
    )  # fmt: skip
