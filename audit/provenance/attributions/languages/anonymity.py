"""Sentences that say that somebody is not named: whoever is described there speaks, whatever the verb.

`Un cadre, qui souhaite rester anonyme, raconte sa peur`, `Eine Lehrerin, die anonym bleiben will, hat gekündigt`: no list
of verbs holds what such sentences tell, and nobody asks for anonymity but a source.
"""

from __future__ import annotations

from audit.model import Span
from audit.provenance.attributions.languages import following
from audit.provenance.attributions.languages.contents import content
from audit.provenance.attributions.languages.line import Cue, Line, Tokens
from audit.provenance.attributions.languages.voices import heads
from audit.provenance.attributions.languages.words import phrases
from audit.provenance.attributions.tagging import RawAttribution

_STRENGTH = 0.7
_REACH = 14
"""Tokens between somebody who is described and the formula behind the description."""
_AHEAD = 8
_ADJECTIVES = 3
_DESCRIBED = frozenset(["local", "office", "stance", "unnamed"])


def formula(line: Line) -> Tokens | None:
    """The first formula of anonymity in the sentence, quotations left out."""
    index = phrases(line.words.language, "anonymous")
    for i in range(line.first, line.stop) if index else ():
        for words in index.get(line.lows[i], ()):
            if line.reading.quote[i] < 0 and tuple(line.lows[i : min(line.stop, i + len(words))]) == words:
                return i, i + len(words)
    return None


def asking(line: Line, cues: list[Cue]) -> RawAttribution | None:
    """The attribution of whoever a formula of anonymity describes, in a sentence where nothing else speaks."""
    found = formula(line)
    if found is None:
        return None
    source = _described(line, found) or _behind(line, found, cues)
    if source is None:
        return None
    shown = Span(line.reading.begins[found[0]], line.reading.ends[found[1] - 1])
    claim = content(line, Cue(*found, "say"), source)
    return RawAttribution((line.reading.span(*source),), (shown,), claim, _STRENGTH) if claim else None


def _described(line: Line, found: Tokens) -> Tokens | None:
    """The people whose description the formula closes, with the article and adjectives before them."""
    low = max(line.first, found[0] - _REACH)
    low = next((i + 1 for i in range(found[0] - 1, low - 1, -1) if line.reading.words[i] in ":;"), low)
    people = _people(line, low, found[0])
    if people is None:
        return _one(line, low, found[0])
    stop = next((i for i in range(people.stop, found[0]) if line.ends(i)), found[0])
    return _opened(line, people.first), stop


def _one(line: Line, low: int, stop: int) -> Tokens | None:
    """Somebody whom no head word shows, behind an article for one and before a comma: `Een gepensioneerde, die …`."""
    comma = next((i for i in range(low, stop) if line.reading.words[i] == ","), stop)
    start = next((i for i in range(low, comma) if line.lows[i] in line.words.one), comma)
    opens = start == line.first or line.ends(start - 1)
    return (start, comma) if opens and start + 1 < comma < stop and not line.ends(start + 1) else None


def _behind(line: Line, found: Tokens, cues: list[Cue]) -> Tokens | None:
    """The people right behind a formula that leads: `Sous couvert d'anonymat, un cadre raconte sa peur`."""
    people = _people(line, found[1], min(line.stop, found[1] + _AHEAD))
    return following.after(line, _opened(line, people.first, found[1]), cues) if people is not None else None


def _people(line: Line, first: int, stop: int) -> heads.Head | None:
    listed = heads.find(line.reading, line.lows, line.words.language, first, stop)
    return next((h for h in listed if h.gives in _DESCRIBED and line.reading.quote[h.first] < 0), None)


def _opened(line: Line, head: int, low: int = -1) -> int:
    """Where the noun phrase of `head` begins: over adjectives, with its article."""
    known = line.words
    start = head
    while start > max(line.first, low) and head - start < _ADJECTIVES and not line.ends(start - 1):
        before = line.lows[start - 1]
        if before in known.bound or before in known.lead or before in known.aux or before in known.finite:
            break
        start -= 1
        if before in known.articles or before in known.counts:
            break
    return start
