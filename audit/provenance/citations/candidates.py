"""Names that may be cited: outlets of the lexicon, and names that the text itself introduces as an outlet's.

A candidate alone is nothing; a row of citation must match around it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from audit.lexicon import outlets
from audit.model import Block, Outlet
from audit.provenance.citations.introduced import introduced
from audit.provenance.citations.names import HEADS
from audit.provenance.outlet_names import common_name

_JOINED = re.compile(r"\s+(?:of|de|del|della|dello|dei|di|des|du|do|da|dos|das|van|der)\s+\w")
_HANGUL = re.compile("[가-힣]{2}")
_KOREAN_NATIONS = frozenset(
    {"미국", "영국", "일본", "중국", "독일", "러시", "호주", "국영", "공영", "민영", "당시", "앞서"}
)


class Candidate(NamedTuple):
    """A name at `start` to `end`; `outlet` is None where only the text knows it."""

    start: int
    end: int
    outlet: Outlet | None
    certain: bool
    name: str


def candidates(text: str, block: Block, language: str, mentions: Sequence[outlets.Mention]) -> list[Candidate]:
    """The candidates of a block from left to right, without overlaps; the lexicon's names before the text's own.

    `mentions` are the lexicon's names in this block.
    """
    mentions = [m for m in mentions if m.end - m.start > 1]  # the newspaper "i", and every Italian "i"
    known = [Candidate(m.start, m.end, m.outlet, m.certain, common_name(m.outlet)) for m in mentions]
    firm = [c for c in known if c.certain or _short(text[c.start : c.end])]
    soft = [c for c in known if not (c.certain or _short(text[c.start : c.end]))]
    part = text[block.start : block.end]
    listed = {(c.start, c.end): c._replace(certain=True) for c in soft}
    named = [
        listed.get((start, end)) or Candidate(start, end, None, True, " ".join(text[start:end].split()))
        for start, end in ((block.start + a, block.start + b) for a, b in introduced(part, language))
    ]
    longer = [n for n in named if any(_continues(text, n, c) or _is_local(text, n, c) for c in firm)]
    firm = [c for c in firm if not any(n.start <= c.start and c.end <= n.end for n in longer)]
    return _without_overlaps(_without_overlaps([*firm, *longer], named), soft)


def _continues(text: str, name: Candidate, known: Candidate) -> bool:
    """Whether a name that the text introduces takes a known one in: `La Voce del Lario`, `Radio Caracol`."""
    return (
        name.start <= known.start
        and known.end < name.end
        and _JOINED.match(text[known.end : name.end]) is not None
        and not text[name.start : known.start].strip()
    ) or (name.end == known.end and text[name.start : known.start].strip() in HEADS)


def _is_local(text: str, name: Candidate, known: Candidate) -> bool:
    """Whether a Korean place written onto a station's name makes it another station: `제주MBC`, but not `미국CNN`."""
    place = text[name.start : known.start]
    return name.end == known.end and _HANGUL.fullmatch(place) is not None and place not in _KOREAN_NATIONS


def _without_overlaps(first: list[Candidate], then: list[Candidate]) -> list[Candidate]:
    """Both lists from left to right; of two that overlap, the one of the first list, or the earlier one."""
    first = sorted(first, key=lambda c: c.start)
    kept = list(first)
    starts = [c.start for c in kept]
    reached = -1
    for candidate in sorted(then, key=lambda c: (c.start, -c.end)):
        at = bisect_right(starts, candidate.start)
        before = first[at - 1].end if at else -1
        after = first[at].start if at < len(first) else candidate.end
        if candidate.start >= max(before, reached) and candidate.end <= after:
            kept.append(candidate)
            reached = candidate.end
    return sorted(kept, key=lambda c: c.start)


def _short(name: str) -> bool:
    return name.isupper() and len(name) < 6
