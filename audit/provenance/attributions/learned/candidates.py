"""What may be an attribution, and the evidence for it.

Candidates come from the network's labels, joined by the linker, and from the rule tagger. Whatever their origin, the
network's label scores over their words speak for or against them; a logistic function of this evidence gives the
confidence (`bench/attribution/calibrate.py` fits it), and of candidates that claim the same words the surest stays.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np

from audit.model import Span
from audit.provenance.attributions.learned.completion import complete, hearsay, subject_of_passive
from audit.provenance.attributions.learned.decode import decode, segments
from audit.provenance.attributions.learned.linker import Linker, Role, Segment
from audit.provenance.attributions.learned.tokens import Tokens
from audit.provenance.attributions.tagging import RawAttribution

if TYPE_CHECKING:
    from numpy.typing import NDArray

EVIDENCE = 14
"""How many numbers `Evidence.of` gives."""


@dataclass
class Candidate:
    """Segments that may form an attribution; `agreed` is how far the rules found the same: content, source."""

    source: list[Segment]
    cue: list[Segment]
    contents: list[Segment]
    margin: float = 10.0
    completed: bool = False
    rule: float | None = None
    """The rule tagger's confidence, where the candidate is its own."""
    agreed: tuple[bool, bool] = (False, False)
    evidence: list[float] = field(default_factory=list)
    confidence: float = 0.0

    def raw(self, tokens: Tokens) -> RawAttribution:
        """The candidate in code points."""

        def spans(found: Sequence[Segment]) -> tuple[Span, ...]:
            return tuple(sorted(Span(tokens.starts[s.first], tokens.ends[s.last - 1]) for s in found))

        return RawAttribution(spans(self.source), spans(self.cue), spans(self.contents), round(self.confidence, 3))


def gather(
    tokens: Tokens, scores: NDArray[np.float32], linker: Linker, proposed: Sequence[RawAttribution]
) -> list[Candidate]:
    """All candidates with their evidence; `scores` are log scores of the labels, `proposed` what the rules found."""
    if not len(tokens):
        return []
    evidence = Evidence(tokens, scores)
    own = _linked(tokens, scores, linker, evidence)
    others = [c for c in (_proposed(tokens, raw) for raw in proposed) if c.cue and c.contents]
    found = own + _unmatched(own, others)
    for candidate in found:
        candidate.evidence = evidence.of(candidate)
    return found


def select(found: Sequence[Candidate], threshold: float, rule_threshold: float) -> list[Candidate]:
    """The candidates sure enough, surer ones first where two share words, in text order.

    The rules' own may lie in another's content or around it: the corpus marks one layer, so its labels know no other.
    Unless they lie inside they have a lower threshold, since they know forms that the corpus has too few of.
    No two candidates share a cue.
    """
    kept: list[Candidate] = []
    cues: set[int] = set()
    taken: set[int] = set()
    for candidate in sorted(found, key=lambda c: (-c.confidence, c.cue[0].first)):
        cue, claimed = _tokens_of(candidate.cue), _tokens_of((*candidate.cue, *candidate.contents))
        alone = taken.isdisjoint(claimed)
        least = rule_threshold if candidate.rule is not None and taken.isdisjoint(cue) else threshold
        if candidate.confidence >= least and cues.isdisjoint(cue) and (alone or candidate.rule is not None):
            cues.update(cue)
            taken.update(claimed)
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.cue[0].first)


def _tokens_of(found: Sequence[Segment]) -> list[int]:
    return [i for s in found for i in range(s.first, s.last)]


class Evidence:
    """Sums of label scores, by which the mean over any segment is at hand."""

    def __init__(self, tokens: Tokens, scores: NDArray[np.float32]) -> None:
        wide = scores.astype(np.float64)
        self.likely = {
            "source": np.logaddexp(wide[:, 1], wide[:, 2]),
            "cue": np.logaddexp(wide[:, 3], wide[:, 4]),
            "content": np.logaddexp(wide[:, 5], wide[:, 6]),
        }
        self.sums: dict[str, list[float]] = {
            role: [0.0, *np.cumsum(values).tolist()] for role, values in self.likely.items()
        }
        self.quoted = [0, *accumulate(map(int, tokens.quoted))]
        self.none = wide[:, 0]

    def of(self, candidate: Candidate) -> list[float]:
        """What speaks for a candidate: how sure its labels and links are, its size, its quotation marks, its origin."""
        sizes = [s.last - s.first for s in candidate.contents]
        means = [self._mean(s, "content") for s in candidate.contents]
        size = sum(sizes)
        quoted = sum(self.quoted[s.last] - self.quoted[s.first] for s in candidate.contents) / size
        source = candidate.source
        return [
            max(self._mean(s, "cue") for s in candidate.cue),
            sum(m * n for m, n in zip(means, sizes, strict=True)) / size,
            min(means),
            max(self._mean(s, "source") for s in source) if source else 0.0,
            float(not source),
            min(candidate.margin, 10.0) / 10,
            math.log(size),
            quoted,
            float(quoted > 0),
            float(candidate.completed),
            float(candidate.rule is not None),
            candidate.rule or 0.0,
            *map(float, candidate.agreed),
        ]

    def _mean(self, segment: Segment, role: Role) -> float:
        """Mean log score of a role over a segment, bounded: one impossible word does not decide alone."""
        sums = self.sums[role]
        return max((sums[segment.last] - sums[segment.first]) / (segment.last - segment.first), -8.0)


def _linked(tokens: Tokens, scores: NDArray[np.float32], linker: Linker, evidence: Evidence) -> list[Candidate]:
    found = segments(decode(scores, tokens.paragraph))
    links = linker.link(tokens, found)
    parts = complete(tokens, found, links, (evidence.likely["content"] - evidence.none).tolist())
    candidates = [
        Candidate(
            [] if link.source is None else [parts[link.source]],
            [parts[link.cue]],
            [parts[i] for i in link.contents],
            link.margin,
            link.completed,
        )
        for link in links
        if link.contents
    ]
    for candidate in candidates:
        _unvoice(tokens, candidate)
    return candidates


def _unvoice(tokens: Tokens, candidate: Candidate) -> None:
    """Where nobody speaks, the labelled source joins the content."""
    (cue,) = candidate.cue
    adverb = hearsay(tokens, cue)
    moved = list(candidate.source)
    if adverb is not None:
        candidate.cue = [adverb]
        if adverb.last < cue.last:
            moved.append(Segment("content", adverb.last, cue.last))
    elif not (candidate.source and subject_of_passive(tokens, candidate.source[0], cue)):
        return
    candidate.source = []
    candidate.contents += [Segment("content", s.first, s.last) for s in moved]


def _proposed(tokens: Tokens, raw: RawAttribution) -> Candidate:
    def parts(role: Role, spans: Sequence[Span]) -> list[Segment]:
        ranges = [tokens.within(s.start, s.end) for s in spans]
        return [Segment(role, r.start, r.stop) for r in ranges if r]

    return Candidate(
        parts("source", raw.source), parts("cue", raw.cue), parts("content", raw.content), rule=raw.confidence
    )


def _unmatched(own: Sequence[Candidate], others: Sequence[Candidate]) -> list[Candidate]:
    """Those of `others` that `own` lacks; where both found the same, the own candidate is marked."""
    by_cue = {i: candidate for candidate in own for s in candidate.cue for i in range(s.first, s.last)}
    left: list[Candidate] = []
    for other in others:
        same = next((by_cue[i] for s in other.cue for i in range(s.first, s.last) if i in by_cue), None)
        if same is not None and _likeness(same.contents, other.contents) >= 0.5:
            source = _likeness(same.source, other.source) > 0 or not (same.source or other.source)
            same.agreed = (True, source)
            if source:
                continue
        left.append(other)
    return left


def _likeness(one: Sequence[Segment], other: Sequence[Segment]) -> float:
    """Shared tokens as a share of all."""
    both = sum(max(0, min(a.last, b.last) - max(a.first, b.first)) for a in one for b in other)
    every = sum(s.last - s.first for s in (*one, *other)) - both
    return both / every if every else 0.0
