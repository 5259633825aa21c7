"""Clauses that lay a sentence to somebody, read by their place alone: `…, port sources said`; `The mayor said that …`.

The attribution tagger decides what is an attribution, and is careful. Here two passages lie side by side, and a clause
that is gone from one of them needs less proof: a word of saying or showing, and a noun phrase beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from audit.model import Span
from audit.provenance.attributions.reading.tokens import STOPS, Reading

_MOST = 14
"""Words of the longest clause."""
_BREAKS = frozenset([",", ";", ":", "—", "–"]) | STOPS
_BEFORE = frozenset(["according", "citing", "quoting", "laut", "selon", "según"])
"""Words whose source stands behind them."""
_THAT = frozenset(["that", "dass", "que"])
_SHORT = 3


class Formula(NamedTuple):
    """A clause that lays what stands beside it to its source."""

    whole: Span
    source: Span


def read_formulas(reading: Reading, cues: Sequence[Span]) -> Iterator[Formula]:
    """Each clause around one of `cues`, in the order of the cues; a clause is read once."""
    seen: set[Span] = set()
    for cue in cues:
        tokens = reading.inside(cue)
        if not tokens:
            continue
        found = _behind(reading, tokens) or _in_front(reading, tokens)
        if found is not None and found.whole not in seen:
            seen.add(found.whole)
            yield found


def _behind(reading: Reading, cue: range) -> Formula | None:
    """`…, port sources said.`, `…, according to a letter.`: from a comma to the next mark."""
    begin, end = reading.sentences[reading.owner[cue.start]]
    first = _back(reading, cue.start, begin)
    stop = _on(reading, cue.stop, end)
    if first == begin or stop - first > _MOST:
        return None
    follows = reading.lows[cue.start] in _BEFORE or first == cue.start
    low, high = (cue.stop, stop) if follows else (first, cue.start)
    if not follows and stop - cue.stop > _SHORT:  # what is said stands behind it
        return None
    return _formula(reading, first - 1, stop, low, high)


def _in_front(reading: Reading, cue: range) -> Formula | None:
    """`The mayor said that …`, `A clerk, who had seen it, said …`, `According to the mayor, …`."""
    begin, end = reading.sentences[reading.owner[cue.start]]
    if reading.lows[cue.start] in _BEFORE:
        stop = _on(reading, cue.stop, end)
        return _formula(reading, cue.start, stop, cue.stop, stop) if stop - cue.start <= _MOST else None
    first = begin
    while first < cue.start and not reading.words[first][0].isalnum():
        first += 1
    stop = cue.stop + (reading.lows[cue.stop : cue.stop + 1] in [[w] for w in _THAT])
    return _formula(reading, first, stop, first, cue.start) if stop - first <= _MOST else None


def _formula(reading: Reading, first: int, stop: int, low: int, high: int) -> Formula | None:
    """The clause, where a word long enough to call somebody stands in its source."""
    if not any(len(w) > _SHORT and w[0].isalpha() for w in reading.words[low:high]):
        return None
    return Formula(reading.span(first, stop), reading.span(low, high))


def _back(reading: Reading, at: int, begin: int) -> int:
    while at > begin and reading.words[at - 1] not in _BREAKS:
        at -= 1
    return at


def _on(reading: Reading, at: int, end: int) -> int:
    while at < end and reading.words[at] not in _BREAKS:
        at += 1
    return at
