"""Sources of two kinds in one breath: `four people and a document reviewed by the Courier` are people, and a paper."""

from __future__ import annotations

from audit.lexicon import speech
from audit.provenance.attributions.reading.phrases import PREPOSITIONS
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.tagging import RawAttribution

_NEAR = 5
"""A head stands among so many first words of its phrase."""


def parted(reading: Reading, one: RawAttribution) -> tuple[RawAttribution, ...]:
    """The attribution, twice where its source joins people and papers: each vouches for the claim in its own way."""
    if len(one.source) != 1:
        return (one,)
    tokens = reading.inside(one.source[0])
    for i in range(tokens.start + 1, tokens.stop - 1):
        if reading.lows[i] not in ("and", "or") or reading.quote[i] >= 0:
            continue
        kinds = _kind(reading, tokens.start, i), _kind(reading, i + 1, tokens.stop)
        if set(kinds) == {"document", "person"}:
            first, second = reading.span(tokens.start, i), reading.span(i + 1, tokens.stop)
            return tuple(one._replace(source=(part,)) for part in (first, second))
    return (one,)


def _kind(reading: Reading, first: int, stop: int) -> str:
    """Whether the phrase's head, its last noun before a preposition, is a person or a paper."""
    heads = speech.forms("voices", "head")
    if reading.lows[first] in ("who", "whose", "which", "whom") or "--" in reading.words[first:stop]:
        return ""
    for i in range(first, min(stop, first + _NEAR)):
        kind = heads.get(reading.lows[i], "")
        ends = i + 1 == stop or reading.lows[i + 1] in PREPOSITIONS or not reading.words[i + 1][0].isalnum()
        participle = i + 1 < stop and reading.lows[i + 1].endswith(("ed", "en"))
        relative = i + 1 < stop and reading.lows[i + 1] in (
            "who",
            "which",
            "that",
            "familiar",
            "close",
            "privy",
            "aware",
        )
        if kind and (ends or participle or relative):
            return "document" if kind == "document" else "person" if kind.startswith("person") else ""
    return ""
