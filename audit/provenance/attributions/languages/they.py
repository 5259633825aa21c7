"""Bodies that speak through somebody whom only a pronoun stands for: `Bei der Bahn verweist man auf …`, `På kommunen vill man …`.

What *one* says, denies or hopes inside a body is the body's. A city is none: `In Hamburg isst man Fisch`.
"""

from __future__ import annotations

from audit.lexicon.closed_classes import word_set
from audit.model import Span
from audit.provenance.attributions.languages.contents import content
from audit.provenance.attributions.languages.line import Cue, Line
from audit.provenance.attributions.languages.voices import heads
from audit.provenance.attributions.languages.words import phrases
from audit.provenance.attributions.tagging import RawAttribution
from audit.provenance.attributions.voices import names

_THEY = {
    "da": word_set("man"), "de": word_set("man"), "fr": word_set("on"), "nl": word_set("men ze"), "no": word_set("man"),
    "sv": word_set("man"),
}  # fmt: skip
_COMMENTS = word_set(
    "kommentieren äußern kommentera kommentere uttale udtale commenter réagir reageren kwijt stellung details"
)
_STRENGTH = 0.7
_PREPOSITIONS = word_set("bei beim zum bij på hos op")
_BODIES = frozenset(["government", "organisation", "outlet"])
_REACH = 7
_SHORTEST = 3
_NEAR = 3


def held(line: Line) -> RawAttribution | None:
    """The attribution of the body behind the preposition that opens the sentence; None without one, or without *one*."""
    pronouns = _THEY.get(line.words.language)
    first = line.first
    if pronouns is None or not (line.lows[first] in line.words.origin or line.lows[first] in _PREPOSITIONS):
        return None
    stop = _body(line)
    if stop is None:
        return None
    one = next((i for i in range(stop, min(line.stop, stop + _REACH)) if line.lows[i] in pronouns), None)
    if one is None or any(line.reading.quote[i] >= 0 for i in range(first, one)):
        return None
    verb = one + 1 if line.words.language == "fr" else one - 1
    if (
        verb < stop
        or verb >= line.stop
        or not line.reading.words[verb][0].islower()
        or len(line.lows[verb]) < _SHORTEST
    ):
        return None
    cue = Cue(min(verb, one), max(verb, one) + 1, "place")
    if not _told(line, line.lows[verb], cue):
        return None
    end = min(verb, one)
    while end > stop and not line.reading.words[end - 1][0].isalnum():
        end -= 1
    claim = content(line, cue, (first + 1, end))
    shown = Span(line.reading.begins[cue.first], line.reading.ends[cue.stop - 1])
    return RawAttribution((line.reading.span(first + 1, end),), (shown,), claim, _STRENGTH) if claim else None


def _told(line: Line, verb: str, cue: Cue) -> bool:
    """Whether the verb says something, a claim opens behind it, or the sentence is about comments that are not made."""
    language = line.words.language
    if verb in phrases(language, "say") or verb in phrases(language, "weak") or line.opens(cue.stop):
        return True
    return any(line.reading.quote[i] >= 0 or line.lows[i] in _COMMENTS for i in range(cue.stop, line.stop))


def _body(line: Line) -> int | None:
    """One past the head of the body right behind the first word; a seat of government by its name is one."""
    first = line.first
    for head in heads.find(line.reading, line.lows, line.words.language, first + 1, min(line.stop, first + 1 + _NEAR)):
        if head.gives in _BODIES:
            return head.stop
    word = line.lows[first + 1] if first + 1 < line.stop else ""
    return first + 2 if word in names.table("metonym") else None
