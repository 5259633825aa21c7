"""Joins tagged segments into attributions: each content goes to a cue, each cue takes a source or none.

A ranking perceptron, trained on the corpus's own segments (`bench/attribution/train_linker.py`): every candidate
pair is scored by a sum of feature weights, and "no partner" is a candidate like the others. Only segments of neighbouring
paragraphs and, on each side, the nearest few are candidates, so the work is linear in the number of segments.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from audit.provenance.attributions.learned.tokens import Tokens

Role = Literal["source", "cue", "content"]
CONTENT_SIDE = 3  # cues tried on each side of a content
SOURCES_BEFORE = 3
SOURCES_AFTER = 2
REACH = 400  # tokens between two segments beyond which they are not joined
NEAR = 15  # tokens between two cues of which one may lend its source to the other
_GUIDES = frozenset({"to", "said", "says", "told", "that", "by", ":", "as"})
_PASSIVE = frozenset({"is", "are", "was", "were", "has", "been", "be", "being"})
_BEFORE_NONE = frozenset({"and", "but", "is", "was", "were", "are", "it", "to", "which", "who"})
_ENDS = frozenset(".!?")


class Segment(NamedTuple):
    """Tokens `first` to `last` (exclusive), all of one role."""

    role: Role
    first: int
    last: int


class Choice(NamedTuple):
    """A candidate partner (index of its segment, or `None`) and the features of taking it."""

    partner: int | None
    features: list[str]


@dataclass
class Link:
    """A cue with its source (at most one segment) and its contents; `margin` is by how much the weakest link won.

    `completed` says that the content was not labelled but inferred from the cue.
    """

    cue: int
    source: int | None = None
    contents: list[int] = field(default_factory=list)
    margin: float = 99.0
    completed: bool = False


class Linker:
    """Links the segments of a text by feature weights."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = weights

    def link(self, tokens: Tokens, segments: Sequence[Segment]) -> list[Link]:
        """Every cue of `segments` (in text order) with what belongs to it; a cue may be left without content."""
        links = {i: Link(i) for i, segment in enumerate(segments) if segment.role == "cue"}
        for content, choices in content_choices(tokens, segments):
            cue, margin = self._best(choices)
            if cue is not None:
                links[cue].contents.append(content)
                links[cue].margin = min(links[cue].margin, margin)
        for cue, choices in source_choices(tokens, segments):
            links[cue].source, margin = self._best(choices)
            links[cue].margin = min(links[cue].margin, margin)
        _lend_sources(tokens, segments, links)
        return [link for _, link in sorted(links.items())]

    def score(self, features: list[str]) -> float:
        """The sum of the features' weights."""
        weights = self.weights
        return sum(weights.get(name, 0.0) for name in features)

    def _best(self, choices: list[Choice]) -> tuple[int | None, float]:
        """The choice of the highest score (the first of equals) and its lead over the next."""
        ranked = sorted(((-self.score(c.features), i) for i, c in enumerate(choices)))
        lead = ranked[1][0] - ranked[0][0] if len(ranked) > 1 else 99.0
        return choices[ranked[0][1]].partner, lead


def content_choices(tokens: Tokens, segments: Sequence[Segment]) -> Iterator[tuple[int, list[Choice]]]:
    """For each content, the cues that it may belong to, and none."""
    cues = [i for i, segment in enumerate(segments) if segment.role == "cue"]
    passed = 0  # cues that lie before the content
    for k, segment in enumerate(segments):
        if segment.role != "content":
            continue
        while passed < len(cues) and cues[passed] < k:
            passed += 1
        here = tokens.paragraph[segment.first]
        choices = [Choice(None, ["content|none", f"content|none|{tokens.quoted[segment.first]:d}"])]
        for cue in cues[max(0, passed - CONTENT_SIDE) : passed + CONTENT_SIDE]:
            near = abs(tokens.paragraph[segments[cue].first] - here) <= 1
            if near and _apart(segment, segments[cue]) <= REACH:
                choices.append(Choice(cue, _pair(tokens, segments, k, cue)))
        yield k, choices


def source_choices(tokens: Tokens, segments: Sequence[Segment]) -> Iterator[tuple[int, list[Choice]]]:
    """For each cue, the sources of its paragraph that may be its own, and none."""
    sources = [i for i, segment in enumerate(segments) if segment.role == "source"]
    passed = 0
    for k, segment in enumerate(segments):
        if segment.role != "cue":
            continue
        while passed < len(sources) and sources[passed] < k:
            passed += 1
        here = tokens.paragraph[segment.first]
        choices = [Choice(None, _sourceless(tokens, segment))]
        choices += (
            Choice(source, _pair(tokens, segments, source, k))
            for source in sources[max(0, passed - SOURCES_BEFORE) : passed + SOURCES_AFTER]
            if tokens.paragraph[segments[source].first] == here and _apart(segment, segments[source]) <= REACH
        )
        yield k, choices


def _pair(tokens: Tokens, segments: Sequence[Segment], k: int, cue: int) -> list[str]:
    """Features of joining segment `k` to the cue: order, what stands between, distance, punctuation, quotation."""
    role, first, last = segments[k]
    _, begin, end = segments[cue]
    low, high = (end, first) if cue < k else (last, begin)
    between = [segments[i].role for i in range(min(k, cue) + 1, max(k, cue))]
    counts = [min(between.count(r), 2) for r in ("cue", "source", "content")]
    gap = [mark for mark in tokens.marks[low:high] if mark]
    punctuation = "".join(gap)[:4]
    size = _bucket(high - low)
    guide = tokens.words[end - 1].lower()
    guide = guide if guide in _GUIDES else "_"
    opening = tokens.marks[first] or "w"
    prefix = role[:3] + ("L" if cue < k else "R") + _reach(tokens, segments[k], segments[cue])
    return [
        prefix,
        f"{prefix}c{counts[0]}s{counts[1]}t{counts[2]}",
        f"{prefix}d{size}",
        f"{prefix}c{counts[0]}d{size}",
        f"{prefix}g{punctuation}",
        f"{prefix}c{counts[0]}g{punctuation}",
        f"{prefix}f{opening}",
        f"{prefix}w{guide}",
        f"{prefix}w{guide}d{size}",
        f"{prefix}q{tokens.quoted[first]:d}{tokens.quoted[begin]:d}",
        f"{prefix}e{any(w in _ENDS for w in gap):d}",
    ]


def _apart(one: Segment, other: Segment) -> int:
    """How many tokens stand between two segments."""
    return max(one.first - other.last, other.first - one.last)


def _reach(tokens: Tokens, one: Segment, other: Segment) -> str:
    """`S` where the two touch one sentence, `P` one paragraph, `F` for neighbouring paragraphs, `X` beyond."""
    mine = {tokens.sentence[one.first], tokens.sentence[one.last - 1]}
    if mine & {tokens.sentence[other.first], tokens.sentence[other.last - 1]}:
        return "S"
    apart = abs(tokens.paragraph[one.first] - tokens.paragraph[other.first])
    return "P" if apart == 0 else "F" if apart == 1 else "X"


def _sourceless(tokens: Tokens, cue: Segment) -> list[str]:
    """Features of a cue that has no source."""
    last = tokens.words[cue.last - 1].lower()
    first = tokens.words[cue.first].lower()
    before = tokens.words[cue.first - 1].lower() if cue.first else "^"
    before = before if not before[0].isalnum() or before in _BEFORE_NONE else "_"
    first = first if first in _PASSIVE else "_"
    return ["none", f"none|last={last}", f"none|ing={last.endswith('ing'):d}", f"none|before={before}", f"none|{first}"]


def _bucket(size: int) -> str:
    for limit, name in ((4, str(size)), (7, "6"), (13, "12"), (26, "25")):
        if size < limit:
            return name
    return "26"


def _lend_sources(tokens: Tokens, segments: Sequence[Segment], links: dict[int, Link]) -> None:
    """A cue with a source but no content lends the source to a near cue of its sentence that has content but none."""
    order = sorted(links)
    for place, cue in enumerate(order):
        lender = links[cue]
        if lender.source is None or lender.contents:
            continue
        near: list[tuple[int, int]] = []
        for other in order[max(0, place - 2) : place] + order[place + 1 : place + 3]:
            taker = links[other]
            same = tokens.sentence[segments[other].first] == tokens.sentence[segments[cue].first]
            if same and taker.contents and taker.source is None:
                near.append((_apart(segments[other], segments[cue]), other))
        if near and min(near)[0] <= NEAR:
            links[min(near)[1]].source, lender.source = lender.source, None
