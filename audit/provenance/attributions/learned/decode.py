"""Label scores to segments: the best path on which every inside label follows a label of its own role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from audit.provenance.attributions.learned.linker import Role, Segment

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROLES: tuple[Role, ...] = ("source", "cue", "content")
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
_INSIDE = (2, 4, 6)


def decode(scores: NDArray[np.float32], paragraph: Sequence[int]) -> list[int]:
    """The label of every token, given one row of seven log scores for each and the paragraph it stands in.

    The best label of each token is taken where these already form a path, which holds for most paragraphs; the others
    are searched for their best path.
    """
    best = scores.argmax(axis=1)
    path: list[int] = best.tolist()
    if not path:
        return path
    opens = np.flatnonzero(np.diff(np.asarray(paragraph), prepend=-1))
    before = np.concatenate([best[:1] * 0, best[:-1]])
    before[opens] = 0
    inside = (best > 0) & (best % 2 == 0)
    broken = np.flatnonzero(inside & (before != best) & (before != best - 1))
    ends = np.append(opens[1:], len(path))
    # A set, for numpy's own `unique` imports masked arrays at its first call.
    for at in sorted(set((np.searchsorted(opens, broken, side="right") - 1).tolist())):
        begin, end = int(opens[at]), int(ends[at])
        path[begin:end] = best_path(scores[begin:end].tolist())
    return path


def best_path(scores: Sequence[Sequence[float]]) -> list[int]:
    """The best labels of a paragraph's tokens (Viterbi over the label constraint alone)."""
    if not scores:
        return []
    before = list(scores[0])
    for inside in _INSIDE:
        before[inside] = -1e9
    steps: list[tuple[int, int, int, int]] = []
    for o, b1, i1, b2, i2, b3, i3 in scores[1:]:
        p0, q1, r1, q2, r2, q3, r3 = before
        top, best = p0, 0
        if q1 > top:
            top, best = q1, 1
        if r1 > top:
            top, best = r1, 2
        if q2 > top:
            top, best = q2, 3
        if r2 > top:
            top, best = r2, 4
        if q3 > top:
            top, best = q3, 5
        if r3 > top:
            top, best = r3, 6
        from1 = 1 if q1 > r1 else 2
        from2 = 3 if q2 > r2 else 4
        from3 = 5 if q3 > r3 else 6
        before = [
            top + o,
            top + b1,
            (q1 if q1 > r1 else r1) + i1,
            top + b2,
            (q2 if q2 > r2 else r2) + i2,
            top + b3,
            (q3 if q3 > r3 else r3) + i3,
        ]
        steps.append((best, from1, from2, from3))
    label = before.index(max(before))
    path = [label]
    for best, from1, from2, from3 in reversed(steps):
        label = from1 if label == 2 else from2 if label == 4 else from3 if label == 6 else best
        path.append(label)
    path.reverse()
    return path


def segments(path: Sequence[int]) -> list[Segment]:
    """Runs of one role, in text order."""
    found: list[Segment] = []
    begin, role = 0, -1
    for i, label in enumerate([*path, 0]):
        here = (label - 1) // 2 if label else -1
        if role >= 0 and (here != role or label % 2 == 1):
            found.append(Segment(ROLES[role], begin, i))
            role = -1
        if here >= 0 and role < 0:
            begin, role = i, here
    return found
