"""Who speaks in a paper that another newsroom holds: `An email seen by Harbour TV says … In it, the treasurer writes …`.

Readers have the paper's words from the newsroom that has read it, whoever wrote them.
"""

from __future__ import annotations

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.relays.outlets import Named, Outlets

_READ = word_set("obtained seen reviewed viewed published examined verified read posted leaked printed")
_CITING = word_set("citing quoting referring")
_PARTS = word_set("it one another them both")
_BACK = 2
"""How many sentences back the paper may have been shown."""


def holder(reading: Reading, outlets: Outlets, sentence: int) -> Named | None:
    """The newsroom that holds the paper in which `sentence` says that somebody speaks; `None` where it says no such thing."""
    back = sentence
    while _opens_in_paper(reading, back) and back and sentence - back < _BACK:
        back -= 1
        if reading.paragraph[back] != reading.paragraph[sentence]:
            return None
        named = _reader(reading, outlets, back)
        if named is not None:
            return named
    return None


def _opens_in_paper(reading: Reading, sentence: int) -> bool:
    """`In it,`, `In one`, `In the letter`."""
    begin, end = reading.sentences[sentence]
    lows = reading.lows[begin : min(end, begin + 4)]
    if lows[:1] != ["in"] or len(lows) < 3:
        return False
    paper = speech.forms("voices", "head").get(lows[2]) == "document"
    return lows[1] in _PARTS or (lows[1] in ("the", "that", "this", "one", "another") and paper)


def _reader(reading: Reading, outlets: Outlets, sentence: int) -> Named | None:
    """`seen by Harbour TV`, `Harbour TV has reviewed`, `Harbour TV reported, citing`: who has read something in `sentence`."""
    for token in range(*reading.sentences[sentence]):
        if reading.lows[token] not in _READ | _CITING or reading.quote[token] >= 0:
            continue
        if reading.lows[token + 1 : token + 2] == ["by"]:
            named = outlets.at(token + 2)
        else:
            named = outlets.before(token, reach=24 if reading.lows[token] in _CITING else 4)
        if named is not None:
            return named
    return None
