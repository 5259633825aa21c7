"""What the names in the markup (class, id, role…) around a run weigh: its own, its parent's, and those farther out.

The weights are learned; the names of one look (a tag with its hints) are weighed once.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from audit.page.boxes import Run

if TYPE_CHECKING:
    from audit.page.features.arrays import Counts, Numbers, PageArrays

Weights = Mapping[str, float]


class NameWeights(NamedTuple):
    """The weight of a name on the run or its box, on the box's parent, and on any box above that."""

    own: Weights
    parent: Weights
    far: Weights


def own_names(run: Run) -> set[str]:
    """The names of a run and its box."""
    return {*run.hints, *run.box.hints}


def parent_names(run: Run) -> set[str]:
    """The names of the box around a run's box."""
    parent = run.box.parent
    return set(parent.hints) if parent is not None else set()


def far_names(run: Run) -> set[str]:
    """The names of all boxes above that one."""
    names: set[str] = set()
    step = run.box.parent
    while step is not None and step.parent is not None:
        step = step.parent
        names.update(step.hints)
    return names


def weigh(page: PageArrays, rows: Counts, weights: NameWeights) -> tuple[Numbers, Numbers, Numbers]:
    """For the runs `rows` the weights of their own, their parent's and the far names, each name counted once."""
    boxes = page.found.boxes
    looks = page.box_look.tolist()
    parents = page.box_parent.tolist()
    count = len(page.look_count)
    own, near = [0.0] * count, [0.0] * count
    far: list[list[tuple[int, float]]] = [[] for _ in range(count)]
    known: set[int] = set()
    bits: dict[str, int] = {}
    outside: list[tuple[float, int]] = [(0.0, 0)] * len(boxes)
    """For each box what the names of the boxes above its parent weigh, and which ones those are."""
    through = outside.copy()
    """The same with its own."""
    for index in np.flatnonzero(page.box_runs).tolist():
        look = looks[index]
        if look not in known:
            known.add(look)
            hints = boxes[index].hints
            own[look] = sum([weights.own.get(name, 0.0) for name in hints])
            near[look] = sum([weights.parent.get(name, 0.0) for name in hints])
            far[look] = [
                (1 << bits.setdefault(name, len(bits)), weights.far[name]) for name in hints if name in weights.far
            ]
        above = through[parents[index]] if index else (0.0, 0)
        outside[index] = above
        if far[look]:
            total, seen = above
            for bit, weight in far[look]:
                if not seen & bit:
                    seen |= bit
                    total += weight
            above = (total, seen)
        through[index] = above
    box = page.box[rows]
    total_own = np.array(own)[page.box_look[box]]
    runs = page.found.runs
    for place, row in enumerate(rows.tolist()):
        run = runs[row]
        if run.hints:
            known_names = run.box.hints
            total_own[place] += sum([weights.own.get(name, 0.0) for name in set(run.hints) if name not in known_names])
    box_far = np.array([total for total, _ in outside])
    parent = page.box_parent[box]
    return total_own, np.where(box > 0, np.array(near)[page.box_look[parent]], 0.0), box_far[parent]
