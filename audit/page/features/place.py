"""Where a run stands: on the page, to its headline, to the element that holds most running text, to its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from audit.page.features.arrays import Counts, Flags, Numbers, PageArrays

NAMES = [
    "index", "place", "after_head", "head_runs", "head_chars",
    "page_runs", "page_long", "page_links", "in_top", "top_up", "top_share", "before_top", "after_top", "top_place",
    "prev_chars", "prev_links", "prev_same", "prev_level", "next_chars", "next_links", "next_same", "next_level",
    "prev2_chars", "next2_chars", "to_prev_long", "to_next_long", "prev_long_same", "next_long_same", "long_before", "long_after",
    "near_long", "near_links", "sibling_prev_long", "sibling_next_long",
]  # fmt: skip
_FAR = 30.0
_REACH = 4
_STEPS = 12


def columns(page: PageArrays, heads: Sequence[int], rows: Counts) -> list[Numbers]:
    """The columns of `NAMES` for the runs `rows`; `heads` are the runs of the headline."""
    head = heads[0] if heads else -1
    before = np.concatenate(([0.0], np.cumsum(page.size)))
    whole = max(before[-1], 1.0)
    offset = before[rows]
    running = page.running & ~page.hidden
    found = [rows / page.count, offset / whole]
    if head >= 0:
        found += [(rows > head).astype(np.float64), _signed_log(rows - head), _signed_log(offset - before[head])]
    else:
        found += [np.zeros(len(rows))] * 3
    found += [
        np.full(len(rows), number)
        for number in (np.log1p(page.count), np.log1p(page.box_long[0]), page.box_links[0] / whole)
    ]
    return (
        found + _in_top(page, running, whole, rows) + _beside(page, rows) + _running_text(page, running, before, rows)
    )


def top_box(page: PageArrays, running: Flags) -> int:
    """The box that holds most running text directly: a run counts for the four boxes around it, less for the outer ones."""
    scores = np.zeros(len(page.box_end))
    box, share = page.box[running], page.size[running]
    for _ in range(4):
        scores += np.bincount(box, weights=share, minlength=len(scores))
        inner = box > 0
        box, share = page.box_parent[box[inner]], share[inner] * 0.8
    return int(np.argmax(scores))


def _in_top(page: PageArrays, running: Flags, whole: float, rows: Counts) -> list[Numbers]:
    top = top_box(page, running)
    last_box = int(page.box_end[top])
    inside = (page.box >= top) & (page.box < last_box)
    members = np.flatnonzero(inside)
    first, last = (int(members[0]), int(members[-1])) if len(members) else (0, page.count - 1)
    box = page.box[rows]
    up = np.zeros(len(rows))
    for _ in range(_STEPS):
        out = ~((box >= top) & (box < last_box)) & (box > 0)
        if not out.any():
            break
        up += out
        box = np.where(out, page.box_parent[box], box)
    here = inside[rows]
    return [
        here.astype(np.float64), up, np.full(len(rows), page.box_chars[top] / whole),
        (rows < first).astype(np.float64), (rows > last).astype(np.float64),
        np.where(here, (rows - first) / max(1, last - first), -1.0),
    ]  # fmt: skip


def _beside(page: PageArrays, rows: Counts) -> list[Numbers]:
    weight = np.log1p(page.size)
    links = page.link / page.size
    tag = page.box_tag[page.box]
    found: list[Numbers] = []
    for step in (-1, 1):
        there, other = _shifted(page, rows, step)
        alike = (tag[rows] == tag[other]).astype(np.float64)
        level = page.box_level[page.box[other]]
        found += [np.where(there, numbers, 0.0) for numbers in (weight[other], links[other], alike, level)]
    for step in (-2, 2):
        there, other = _shifted(page, rows, step)
        found.append(np.where(there, weight[other], 0.0))
    return found


def _shifted(page: PageArrays, rows: Counts, step: int) -> tuple[Flags, Counts]:
    other = rows + step
    there = (other >= 0) & (other < page.count)
    return there, np.where(there, other, rows)


def _running_text(page: PageArrays, running: Flags, before: Numbers, rows: Counts) -> list[Numbers]:
    """What stands to the nearest running text before and after, and how much of it there is."""
    previous, following = nearest(running)
    previous, following = previous[rows], following[rows]
    has_previous, has_following = previous >= 0, following >= 0
    count = np.concatenate(([0], np.cumsum(running)))
    linked = np.concatenate(([0.0], np.cumsum(page.link)))
    first, last = np.maximum(rows - _REACH, 0), np.minimum(rows + _REACH + 1, page.count)
    box = page.box[rows]
    parent = page.box_parent[box]
    return [
        np.where(has_previous, np.minimum(rows - previous, _FAR), _FAR),
        np.where(has_following, np.minimum(following - rows, _FAR), _FAR),
        np.where(has_previous, _kin(page, page.box[previous], box), 0.0),
        np.where(has_following, _kin(page, page.box[following], box), 0.0),
        np.log1p(count[rows]), np.log1p(count[-1] - count[rows]),
        (count[last] - count[first]) / (last - first),
        (linked[last] - linked[first]) / np.maximum(before[last] - before[first], 1.0),
        (has_previous & (page.box_parent[page.box[previous]] == parent)).astype(np.float64),
        (has_following & (page.box_parent[page.box[following]] == parent)).astype(np.float64),
    ]  # fmt: skip


def nearest(wanted: Flags) -> tuple[Counts, Counts]:
    """For each run the nearest wanted one before and after it, not itself; -1 where there is none."""
    count = len(wanted)
    index = np.arange(count)
    before = np.maximum.accumulate(np.where(wanted, index, -1))
    after = np.minimum.accumulate(np.where(wanted, index, count)[::-1])[::-1]
    after = np.where(after == count, -1, after)
    return np.concatenate(([-1], before[:-1])), np.concatenate((after[1:], [-1]))


def _kin(page: PageArrays, other: Counts, box: Counts) -> Numbers:
    """How near two boxes are: 3 the same, 2 same parent and tag, 1.5 same parent, 1 cousins, 0.5 parent and child, 0 farther."""
    a, b = page.box_parent[other], page.box_parent[box]
    tags = page.box_tag[other] == page.box_tag[box]
    cousins = (page.box_parent[a] == page.box_parent[b]) | (a == page.box_parent[b])
    return np.select(
        [other == box, a == b, cousins, (a == box) | (b == other)], [3.0, np.where(tags, 2.0, 1.5), 1.0, 0.5], 0.0
    )


def _signed_log(values: Numbers | Counts) -> Numbers:
    return np.asarray(np.sign(values) * np.log1p(np.abs(values)))
