"""Groups that are no sources met but choruses: shares of those asked, trades and parties as such, camps."""

from __future__ import annotations

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import names
from audit.provenance.attributions.voices.heads import Phrase

_PARTISANS = word_set("democrats republicans tories conservatives liberals socialists greens remainers brexiteers")
_TRADESPEOPLE = word_set(
    "bankers brokers traders dealers makers producers growers exporters importers retailers operators carriers lenders"
    " suppliers developers insurers refiners shippers hauliers brewers bakers manufacturers distributors publishers buyers"
    " sellers investors employers landlords farmers players"
    " politicians leaders subcontractors contractors wholesalers restaurateurs"
)
_OPINING = word_set(
    """
    expect expected suspect suspected blame blamed doubt doubted welcome welcomed complain complained argue
    argued grumble grumbled gripe griped accuse accused worry worried hope hoped oppose opposed lament lamented reject
    rejected resent object objected agree disagree predict predicted foresee dispute
    disputed question questioned criticise criticised criticize criticized condemn condemned
    """
)
"""What a trade as such does, and what the few whom a reporter asked are seldom said to do."""
_BELIEVING = word_set("fear feared believe think consider see regard warn warned")
_LAWMAKERS = word_set(
    "lawmakers legislators senators parliamentarians mps meps deputies councillors politicians parties"
)
"""Whom `opposition` makes a camp, where they are not counted."""
_NUMERALS = word_set("one two three four five six seven eight nine ten twelve twenty hundred thousand")


def fraction(reading: Reading, first: int, stop: int) -> bool:
    """`two in five respondents`, `nearly one in ten`, `40 per cent of patients`: those whom a count has asked."""
    lows = reading.lows
    place = next((i for i in range(first + 1, min(stop - 1, first + 4)) if lows[i] in ("in", "out")), None)
    if place is None:
        return False
    behind = place + 1 + (lows[place + 1] == "of")
    return behind < stop and _counts(lows[place - 1]) and _counts(lows[behind])


def _counts(low: str) -> bool:
    return low.isdigit() or low in _NUMERALS


def chorus(reading: Reading, phrase: Phrase) -> bool:
    """`Dentists blame …`, `Steel makers welcomed …`: a trade as such, by its bare plural and a verb of opinion."""
    head = phrase.head.split()[-1] if phrase.head else ""
    proper = [m for m in phrase.modifiers if m.string.lower() != head and not names.of_a_nation(m.string.lower())]
    if not phrase.plural or phrase.article != "none" or phrase.core_stop < phrase.stop or proper:
        return False
    if head in _PARTISANS:
        return True
    place = phrase.stop
    while place < len(reading.lows) - 1 and (
        reading.lows[place] in phrases.ADVERBS or reading.lows[place].endswith("ly")
    ):
        place += 1
    verb = reading.lows[place] if place < len(reading.lows) else ""
    if head in _TRADESPEOPLE:
        return verb in _OPINING or verb in _BELIEVING
    if head in _LAWMAKERS or head == "ministers":
        return verb in _OPINING or verb in _BELIEVING or verb in ("deny", "denied")
    return phrase.gives in ("person-field", "stance") and verb in _OPINING


_INSURGENTS = word_set("rebels insurgents militants separatists jihadists guerrillas mutineers")
_ONLINE = ("social", "online", "twitter", "x", "facebook", "reddit", "tiktok", "weibo", "telegram")


def camp(reading: Reading, phrase: Phrase) -> bool:
    """`Opposition lawmakers`, `the rebels`, `fans on social media`: a side or a crowd as such, where it is not counted."""
    side = phrase.head in _INSURGENTS and phrase.article in ("definite", "none") and phrase.core_stop >= phrase.stop
    behind = reading.lows[phrase.core_stop : min(phrase.stop, phrase.core_stop + 2)]
    crowd = (
        phrase.plural
        and phrase.article == "none"
        and (behind[:1] == ["online"] or (behind[1:] and behind[0] == "on" and behind[1] in _ONLINE))
    )
    if side or crowd:
        return True
    return phrase.head in _LAWMAKERS and phrase.article == "none" and reading.lows[phrase.first] == "opposition"
