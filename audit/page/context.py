"""Second look: what the first probabilities of a run's neighbours and of its relatives in the markup say about it.

A short line between two paragraphs of the text, a heading whose list is a menu, one cell of a table that is content:
none can be told alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from audit.page.features.place import nearest

if TYPE_CHECKING:
    from audit.page.features.arrays import Counts, Numbers, PageArrays

NAMES = [
    "first", "m4", "m3", "m2", "m1", "q1", "q2", "q3", "q4", "around3", "around8",
    "before", "after", "mass", "to_prev", "to_next",
    "same_box", "same_parent", "parent_mass", "same_grand", "grand_mass", "same_look", "same_look_parent",
]  # fmt: skip
_STRONG = 0.6
_LONG = 60
_FAR = 41.0


class Context:
    """How the runs of one page hang together, for any probabilities of them."""

    def __init__(self, page: PageArrays, rows: Counts) -> None:
        self.page = page
        self.rows = rows
        self.roots = np.sqrt(page.size)
        self.groups = [_numbered(keys) for keys in _keys(page)]

    def columns(self, first: Numbers) -> list[Numbers]:
        """The columns of `NAMES` for the rows, when `first` are the probabilities of all runs."""
        page, rows, roots = self.page, self.rows, self.roots
        pulls, masses = first * roots, first * page.size
        padded = np.concatenate((np.zeros(4), first, np.zeros(4)))
        found = [first[rows], *(padded[rows + 4 + step] for step in (-4, -3, -2, -1, 1, 2, 3, 4))]
        root_sums, pull_sums, mass_sums = (np.concatenate(([0.0], np.cumsum(n))) for n in (roots, pulls, masses))
        total = mass_sums[-1] + 1e-6
        for reach in (3, 8):
            low, high = np.maximum(rows - reach, 0), np.minimum(rows + reach + 1, page.count)
            rest = root_sums[high] - root_sums[low] - roots[rows]
            found.append((pull_sums[high] - pull_sums[low] - pulls[rows]) / (rest + 1e-6))
        before, after = nearest((first > _STRONG) & (page.size > _LONG))
        found += [
            mass_sums[rows] / total, (total - mass_sums[rows + 1]) / total, np.full(len(rows), np.log1p(total)),
            np.where(before[rows] >= 0, np.minimum(rows - before[rows], _FAR - 1), _FAR),
            np.where(after[rows] >= 0, np.minimum(after[rows] - rows, _FAR), _FAR),
        ]  # fmt: skip
        for number, (group, count) in enumerate(self.groups):
            of = group[rows]
            rest = np.bincount(group, weights=roots, minlength=count)[of] - roots[rows]
            pull = np.bincount(group, weights=pulls, minlength=count)[of] - pulls[rows]
            found.append(np.where(rest > 1e-6, pull / np.maximum(rest, 1e-6), -1.0))
            if number in (1, 2):
                found.append(np.bincount(group, weights=masses, minlength=count)[of] / total)
        return found


def _keys(page: PageArrays) -> list[Counts]:
    """The groups of the runs: by box, parent, grandparent, and those that look alike by tag and names."""
    parent = page.box_parent[page.box]
    grand = page.box_parent[parent]
    look = page.box_look[page.box]
    alike = look * 4 + (page.bold * 2 > page.size) * 2 + (page.link * 2 > page.size)
    return [page.box, parent, grand, alike, (look << 24) + page.box_look[parent]]


def _numbered(keys: Counts) -> tuple[Counts, int]:
    found, numbers = np.unique(keys, return_inverse=True)
    return numbers, len(found)
