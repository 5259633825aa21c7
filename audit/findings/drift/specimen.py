"""Pairs of pages made up for examples: two lists of lines, the n-th line of one beside the n-th of the other.

`pair(["body: The road closed.", None], ["body: The road may close.", "body: Nobody was hurt."])`: a line that one side
does not have is None. Lines hold one sentence each, so the alignment can be read off them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from audit.findings.drift.rule import PairSpecimen
from audit.findings.rule import Specimen
from audit.findings.specimen import specimen
from audit.model import AlignedPair, Alignment, AlignmentKind, Overlap, Span

_BODY = ("body", "quote", "standfirst")


def pair(
    copy: Sequence[str | None],
    original: Sequence[str | None],
    *,
    mine: dict[str, Any] | None = None,
    theirs: dict[str, Any] | None = None,
) -> PairSpecimen:
    """Two pages of these lines; `mine` and `theirs` are further arguments of `specimen` for copy and original."""
    one = specimen(*[line for line in copy if line], **(mine or {}))
    other = specimen(*[line for line in original if line], **(theirs or {}))
    ours, others = iter(one.page.blocks), iter(other.page.blocks)
    pairs: list[AlignedPair] = []
    for left, right in zip(copy, original, strict=True):
        a, b = (next(ours) if left else None), (next(others) if right else None)
        if (a or b) and all(block is None or block.label in _BODY for block in (a, b)):
            pairs.append(_aligned(a.span if a else None, b.span if b else None, one, other))
    return PairSpecimen(one, other, Alignment(tuple(pairs), Overlap(0, 0, 0, 0)))


def _aligned(a: Span | None, b: Span | None, one: Specimen, other: Specimen) -> AlignedPair:
    kind: AlignmentKind = "edited"
    if a is None:
        kind = "dropped"
    elif b is None:
        kind = "added"
    elif a.of(one.page.text) == b.of(other.page.text):
        kind = "verbatim"
    return AlignedPair(kind, (a,) if a else (), (b,) if b else (), 1.0 if kind == "verbatim" else 0.5)
