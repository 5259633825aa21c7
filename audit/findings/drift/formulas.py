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
_JOINS = frozenset(
    ["and", "but", "or", "after", "before", "because", "as", "while", "when", "where", "although", "though"]
)
_JOINS |= frozenset(["following", "since", "if", "whether", "und", "aber", "et", "mais", "y", "pero"])
"""Words behind which a clause of its own begins."""
_THAT = frozenset(["that", "dass", "que"])
_SHORT = 3
_SUBJECT = 5
"""Words of a noun phrase that opens a sentence before the comma of its apposition."""


class Formula(NamedTuple):
    """A clause that lays what stands beside it to its source."""

    whole: Span
    source: Span
    cue: Span


def read_formulas(reading: Reading, cues: Sequence[Span]) -> Iterator[Formula]:
    """Each clause around one of `cues`, in text order; of two that begin at one source, the one that runs further."""
    read: dict[int, Formula] = {}
    for cue in cues:
        tokens = reading.inside(cue)
        if not tokens or reading.lows[tokens.start - 1 : tokens.start] == ["to"]:
            continue
        found = _behind(reading, tokens) or _in_front(reading, tokens)
        if found is not None:
            read[found.source.start] = found
    yield from sorted(read.values())


def _behind(reading: Reading, cue: range) -> Formula | None:
    """`…, port sources said.`, `…, according to a letter.`: from a comma to the next mark."""
    begin, end = reading.sentences[reading.owner[cue.start]]
    first = _back(reading, cue.start, begin)
    stop = _on(reading, cue.stop, end)
    if first == begin or stop - first > _MOST or reading.lows[first] in _JOINS:
        return None
    if first == cue.start and _apposed(reading, begin, first):
        return None
    follows = reading.lows[cue.start] in _BEFORE or first == cue.start
    low, high = (_noun(reading, cue.stop), stop) if follows else (first, cue.start)
    if not follows and stop - cue.stop > _SHORT:  # what is said stands behind it
        return None
    return _formula(reading, (first - 1, stop), (low, high), cue)


def _apposed(reading: Reading, begin: int, first: int) -> bool:
    """`A clerk, who had seen it, …`, `The owner, Katanga Metals, …`: a short noun phrase and one more between commas."""
    opening = next((i for i in range(begin, first - 1) if reading.words[i] == ","), first)
    return opening - begin <= _SUBJECT and opening < first - 1


def _in_front(reading: Reading, cue: range) -> Formula | None:
    """`The mayor said that …`, `A clerk, who had seen it, said …`, `According to the mayor, …`."""
    begin, end = reading.sentences[reading.owner[cue.start]]
    if reading.lows[cue.start] in _BEFORE:
        stop = _on(reading, cue.stop, end)
        source = (_noun(reading, cue.stop), stop)
        return _formula(reading, (cue.start, stop), source, cue) if stop - cue.start <= _MOST else None
    if _pronoun(reading, begin, cue):
        return None
    first = begin
    joins = [i + 1 for i in range(begin, cue.start) if reading.lows[i] in _JOINS]
    first = max([first, *joins])
    while first < cue.start and not reading.words[first][0].isalnum():
        first += 1
    stop = cue.stop + (reading.lows[cue.stop : cue.stop + 1] in [[w] for w in _THAT])
    return _formula(reading, (first, stop), (first, cue.start), cue) if stop - first <= _MOST else None


def _pronoun(reading: Reading, begin: int, cue: range) -> bool:
    """`…, he said`: between comma and cue nothing by which somebody is called."""
    first = _back(reading, cue.start, begin)
    return begin < first < cue.start and all(len(w) <= _SHORT for w in reading.words[first : cue.start])


def _formula(reading: Reading, whole: tuple[int, int], source: tuple[int, int], cue: range) -> Formula | None:
    """The clause, where a word long enough to call somebody stands in its source."""
    if not any(len(w) > _SHORT and w[0].isalpha() for w in reading.words[slice(*source)]):
        return None
    return Formula(reading.span(*whole), reading.span(*source), reading.span(cue.start, cue.stop))


def _noun(reading: Reading, at: int) -> int:
    """Behind the `to` of `according to`."""
    return at + (reading.lows[at : at + 1] == ["to"])


def _back(reading: Reading, at: int, begin: int) -> int:
    while at > begin and reading.words[at - 1] not in _BREAKS:
        at -= 1
    return at


def _on(reading: Reading, at: int, end: int) -> int:
    while at < end and reading.words[at] not in _BREAKS:
        at += 1
    return at
