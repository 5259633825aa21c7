"""The rules beside the learned tagger: where news from outside its training speaks in forms that rules know for certain.

The model learned from US political news, in which unnamed, relayed and collective sources are rare. A rule's finding is
added where its cue is a plain verb of saying with a speaker that the lexicon or a name vouches for, and its source is
preferred where the model took a relay's outlet, a relative pronoun or a part of the phrase for the speaker.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from audit.lexicon import speech
from audit.model import Span
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading, word_set
from audit.provenance.attributions.tagging import RawAttribution
from audit.provenance.attributions.voices import heads

_CERTAIN = frozenset(["say", "tell", "loaded", "deny", "according", "cite", "reject"])
_RULED = word_set("citing quoting quoted according")
_LONGEST_SOURCE = 140


def merge(
    reading: Reading, learned: Sequence[RawAttribution], ruled: Sequence[RawAttribution]
) -> tuple[RawAttribution, ...]:
    """The learned findings, mended and completed by the rules'."""
    merged = sorted((one for one in learned if one.cue), key=lambda one: one.cue[0].start)
    merged_starts = [one.cue[0].start for one in merged]
    rest = [one for one in learned if not one.cue]
    for rule in ruled:
        if not rule.cue or not rule.source or rule.confidence < 0.7:
            continue
        place = _same_cue(merged, merged_starts, rule.cue[0])
        if place is None:
            if _vouched(reading, rule):
                rest.append(rule)
        elif _better(reading, rule, merged[place]):
            mended = merged[place]._replace(source=rule.source)
            taken = any(span.meets(rule.source[0]) for span in merged[place].content)
            merged[place] = rule if taken or _relaying(reading, rule) else mended
    return tuple(sorted((*merged, *rest), key=lambda one: min(s.start for s in (*one.source, *one.cue, *one.content))))


def _same_cue(merged: Sequence[RawAttribution], starts: Sequence[int], cue: Span) -> int | None:
    place = bisect_left(starts, cue.end)
    for i in range(place - 1, max(-1, place - 4), -1):
        if any(span.meets(cue) for span in merged[i].cue):
            return i
    return None


def _vouched(reading: Reading, rule: RawAttribution) -> bool:
    """Whether verb and speaker are both beyond doubt."""
    verbs = speech.forms("english", "verb")
    cue = reading.inside(rule.cue[0])
    if not any(verbs.get(low) in _CERTAIN for low in reading.lows[cue.start : cue.stop]):
        return False
    source = reading.inside(rule.source[0])
    if not source or len(source) > 24:
        return False
    if len(source) == 1:
        low = reading.lows[source.start]
        return (
            low in ("he", "she", "they", "it")
            or bool(speech.forms("voices", "head").get(low))
            or phrases.capitalised(reading.words[source.start])
        )
    phrase = heads.analyse(reading, source.start, source.stop)
    return bool(phrase.gives) or (phrase.name is not None and phrase.name.type is not None)


def _better(reading: Reading, rule: RawAttribution, learned: RawAttribution) -> bool:
    """Whether the rule's source is to be preferred for the same cue."""
    if not learned.source:
        return True
    mine, theirs = rule.source[0], learned.source[0]
    if _relaying(reading, rule):
        return True
    if theirs.of(reading.text).lower().startswith(("who ", "which ", "who,")):
        return True
    trimmed = Span(theirs.start, theirs.start + len(theirs.of(reading.text).rstrip(" ,")))
    return mine.covers(trimmed) and mine.end - mine.start < _LONGEST_SOURCE


def _relaying(reading: Reading, rule: RawAttribution) -> bool:
    """Whether the cue is one of the forms that name a source inside a relay."""
    cue = reading.inside(rule.cue[0])
    return any(low in _RULED for low in reading.lows[cue.start : cue.stop])
