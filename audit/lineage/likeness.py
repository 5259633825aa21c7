"""How alike two sentences are, and which sentences are worth comparing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import Indel

from audit.lineage.words import Side, Weights

_COMMON = 24
"""A term that stands in more sentences than this says nothing about where a sentence comes from."""
_TERMS = 14
"""Rarest terms of a sentence that are looked up."""
_CANDIDATES = 6
"""Sentences that are compared in full for each sentence."""
_CONTAINED_WORDS = 5
"""A sentence of fewer words is not taken as part of another for standing in it."""
_LONGEST = 400
"""Words of a sentence that are compared in order; it bounds the work on what only looks like a sentence."""


class Likeness:
    """Scores sentence pairs of two texts; every score is made once."""

    def __init__(self, copy: Side, original: Side) -> None:
        self.copy, self.original = copy, original
        self._weights = Weights(copy, original)
        self.copy_bags = [self._weights.bag(stems) for stems in copy.stems]
        self.original_bags = [self._weights.bag(stems) for stems in original.stems]
        self.score = lru_cache(maxsize=None)(self._score)

    def _score(self, i: int, j: int) -> float:
        """From 0 to 1: how surely sentence `i` of the copy tells what sentence `j` of the original tells.

        The best of order (words in common, in order), weight (stems in common) and containment (a cut sentence).
        """
        one, other = self.copy_bags[i], self.original_bags[j]
        if not one or not other:
            return 0.0
        common = sum(weight for stem, weight in one.items() if stem in other)
        if not common:
            return 0.0
        mine, theirs = sum(one.values()), sum(other.values())
        dice = 2 * common / (mine + theirs)
        ordered = in_order(self.copy.words[i], self.original.words[j])
        contained = 0.0
        if min(len(self.copy.words[i]), len(self.original.words[j])) >= _CONTAINED_WORDS:
            contained = 0.9 * common / min(mine, theirs)
        return max(ordered, 0.5 * (ordered + dice), dice, contained if contained > 0.6 else 0.0)

    def new_share(self, part: dict[str, float], whole: dict[str, float], taken: Iterable[dict[str, float]]) -> float:
        """Which share of `part` stands in `whole` and not in the sentences `taken` that are known to come from it."""
        used = {stem for bag in taken for stem in bag}
        free = sum(weight for stem, weight in part.items() if stem in whole and stem not in used)
        own = sum(weight for stem, weight in part.items() if stem not in used)
        return free / own if own else 0.0

    def candidates(self, copies: Sequence[int], originals: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Pairs worth a score: for each of `copies` the few of `originals` that share its rarest stems and pairs of stems."""
        index: dict[object, list[int]] = {}
        for j in originals:
            for term in _terms(self.original.stems[j]):
                index.setdefault(term, []).append(j)
        for i in copies:
            votes: dict[int, float] = {}
            found = [
                places for term in _terms(self.copy.stems[i]) if (places := index.get(term)) and len(places) <= _COMMON
            ]
            for places in sorted(found, key=len)[:_TERMS]:
                for j in places:
                    votes[j] = votes.get(j, 0.0) + 1 / len(places)
            for j in sorted(votes, key=lambda v: (-votes[v], abs(v - i)))[:_CANDIDATES]:
                yield i, j


def in_order(one: Sequence[str], other: Sequence[str]) -> float:
    """Share of the words of both that the two have in common in the same order: 1 for equal sentences."""
    return float(Indel.normalized_similarity(one[:_LONGEST], other[:_LONGEST]))


def _terms(stems: Sequence[str]) -> dict[object, None]:
    """The stems of a sentence and its pairs of neighbouring stems, once each, in order."""
    bounded = stems[:_LONGEST]
    return dict.fromkeys((*bounded, *pairwise(bounded)))
