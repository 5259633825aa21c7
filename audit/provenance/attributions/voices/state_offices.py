"""Offices that, without a name, speak as the body's that they lead: `the governor`, `the police chief`, `the head of the WHO`."""

from __future__ import annotations

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.model import VoiceType
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import name_runs, names
from audit.provenance.attributions.voices.heads import Phrase

_STATES = word_set(
    """
    minister president premier chancellor governor mayor secretary commissioner emir king queen sultan speaker undersecretary
    prosecutor sheriff ombudsman comptroller attorney-general superintendent auditor-general ambassador coroner
    """
)
"""Heads of offices that are a state's whatever stands beside them."""
_LEADING = word_set(
    "head chief chair chairman chairwoman chairperson director commander commandant boss leader clerk deputy"
)
"""Heads of offices that are a state's where the body is."""
_FORCES = word_set(
    "police army navy fire military defence defense intelligence security border customs prison jail traffic provincial"
    " district regional county municipal city"
)
_JOINED = (
    "attorney general",
    "auditor general",
    "solicitor general",
    "state attorney",
    "city attorney",
    "county attorney",
)
_HEADING = word_set("head president chair chairman chairwoman chairperson director director-general secretary-general")
"""Offices that speak as a body that is no state's too, where the text singles it out."""


def speaks_as(reading: Reading, phrase: Phrase) -> VoiceType | None:
    """The kind of the body as which an office speaks whose holder is not named; `None` where somebody speaks for himself."""
    lows = reading.lows
    words = phrase.head.split()
    if not words or phrase.plural or phrase.article in ("quantified", "indefinite"):
        return None
    last = words[-1] if words[-1] in _STATES else words[-1].rpartition("-")[2]
    before = lows[phrase.first : phrase.core_stop]
    body = _body_led(reading, phrase)
    if last in _STATES or " ".join(before[-2:]) in _JOINED:
        return body if body == "organisation" else "government"
    if last not in _LEADING:
        return None
    if any(w in _FORCES for w in before[:-1]):
        return "government"
    return body if body == "government" or last in _HEADING else None


def _body_led(reading: Reading, phrase: Phrase) -> VoiceType | None:
    """The kind of the body that owns an office or stands behind its `of`: `the assembly's clerk`, `the chief of police`."""
    kinds = speech.forms("voices", "head")
    if phrase.possessor is not None:
        return "government" if kinds.get(reading.lows[phrase.possessor[1] - 1]) == "government" else None
    place = phrase.core_stop
    if place + 1 >= phrase.stop or reading.lows[place] != "of":
        return None
    single = reading.lows[place + 1] in ("the", "police", "defence", "defense") or reading.words[place + 1][0].isupper()
    stop = next((i for i in range(place + 1, phrase.stop) if not reading.words[i][0].isalnum()), phrase.stop)
    named = [names.classify(reading, *run) for run in name_runs.runs(reading, place + 1, stop)]
    kind = named[-1].type if named and named[-1].stop == stop else None
    beyond = any(n.string.lower() in names.table("known-organisation") for n in named)
    kind = kind or names.BODY_KINDS.get(
        kinds.get(" ".join(reading.lows[stop - 2 : stop]), kinds.get(reading.lows[stop - 1], ""))
    )
    if kind not in ("government", "organisation") or not single:
        return None
    return "organisation" if beyond else kind
