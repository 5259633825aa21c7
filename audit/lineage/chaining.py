"""Monotone chaining: of many links between two sequences, the heaviest set that crosses nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Link(NamedTuple):
    """Sentence `copy` of one text may come from sentence `original` of the other; `score` from 0 to 1 says how surely."""

    copy: int
    original: int
    score: float


def heaviest_chain(links: Sequence[Link], weights: Sequence[float]) -> list[Link]:
    """The links of greatest total weight that rise strictly on both sides, in order; O(n log n) in the links.

    A Fenwick tree over the original's positions keeps the best chain that ends below each.
    """
    if not links:
        return []
    size = max(link.original for link in links) + 2
    tree: list[int] = [-1] * size
    total: list[float] = [0.0] * len(links)
    before: list[int] = [-1] * len(links)
    order = sorted(range(len(links)), key=lambda k: (links[k].copy, -links[k].original, links[k].score))
    best = -1
    for k in order:
        at, below = links[k].original, -1
        while at > 0:
            if tree[at] >= 0 and (below < 0 or total[tree[at]] > total[below]):
                below = tree[at]
            at -= at & -at
        before[k] = below
        total[k] = weights[k] + (total[below] if below >= 0 else 0.0)
        at = links[k].original + 1
        while at < size:
            if tree[at] < 0 or total[k] > total[tree[at]]:
                tree[at] = k
            at += at & -at
        if best < 0 or total[k] > total[best]:
            best = k
    chain: list[Link] = []
    while best >= 0:
        chain.append(links[best])
        best = before[best]
    return chain[::-1]
