"""Papers and pictures that speak through a relative clause: `issued a statement that described …`."""

from __future__ import annotations

from audit.lexicon import speech
from audit.provenance.attributions.reading.phrases import DETERMINERS, PREPOSITIONS, Range
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.rules.words import PARTICIPLES

_REACH = 7
_LONGEST = 4


def before_relative(reading: Reading, first: int, relative: int) -> Range | None:
    """The paper that the pronoun at token `relative` stands for, from token `first` on: `a video is going round that`."""
    heads = speech.forms("voices", "head")
    if relative <= first or reading.lows[relative] not in ("that", "which"):
        return None
    near = range(relative - 1, max(first, relative - _REACH) - 1, -1)
    noun = next((i for i in near if heads.get(reading.lows[i]) == "document"), None)
    return phrase_of(reading, first, noun) if noun is not None else None


def phrase_of(reading: Reading, first: int, noun: int) -> Range:
    """The noun phrase that ends in `noun`: back to its determiner, or to the verb or preposition before it."""
    lows, begin = reading.lows, noun
    while begin > first and noun - begin < _LONGEST and lows[begin] not in DETERMINERS:
        if not lows[begin - 1][0].isalnum() or lows[begin - 1] in PREPOSITIONS | PARTICIPLES:
            break
        begin -= 1
    return begin, noun + 1
