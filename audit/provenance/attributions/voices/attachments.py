"""What prepositional phrases behind a head say of a source: the body, its place, whom somebody serves or is close to."""

from __future__ import annotations

from typing import NamedTuple

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import name_runs, names
from audit.provenance.attributions.voices.heads import Phrase

BODIES = frozenset(["government", "organisation", "outlet"])

_REGIONS = word_set(
    """
    western european arab african asian gulf eastern northern southern regional latin nordic baltic caribbean balkan
    scandinavian central american-led british-led eu un nato u.s. us u.k. uk u.n. e.u. american
    """
)


def nation_word(low: str) -> bool:
    """Whether a word names a nationality, a country or a region, alone or as a compound's first part."""
    table = names.table("demonym") | names.table("country") | names.table("capital")
    return low in table or low in _REGIONS or low.partition("-")[0] in table or low.endswith("-based")


_LONGEST = 16
"""How many tokens of an attachment are looked through."""

_ATTACHING = word_set("at in of from with within inside for on by to near around across")
_ENGAGED = word_set("hired employed retained appointed paid commissioned engaged sent assigned attached seconded")
"""Participles behind a head that `by` or `to` joins to whoever it works for: `an expert retained by the State`."""

RETAINED = word_set("lawyer barrister attorney solicitor advocate agent counsel publicist accountant banker doctor")
"""People by whose client it is known who they are: `her lawyers`."""
_SEVERAL_BODIES = word_set(
    "agencies parties companies firms banks ministries unions groups services authorities universities hospitals schools"
    " churches clubs governments embassies airlines departments courts"
)

_STREETS = word_set("street road avenue square bridge market rua rue calle strasse bazaar")

SEATS = word_set("town city village district county provincial regional island capital")

_STATES = word_set("country state nation signatories signatory government capital province region county")
"""Where somebody of an institution may be from: `a diplomat from a neighbouring country`."""

_SCENES = word_set(
    "scene crossing gate meeting talks rally site ceremony funeral table event summit protest border front time dinner lunch"
    " breakfast party reception wedding vigil concert match game conference briefing hearing trial festival fair parade session"
    " checkpoint counter door bar stop queue"
)
"""Where people are at without belonging there."""

_STATES = word_set("country countries state nation capital kingdom republic canton emirate signatories")
"""Nouns of states by which an official's own is told without its name: `a diplomat from a neighbouring country`."""
_STATES_OF = ("person-office", "person-institution")

_MATTERS = word_set(
    "investigation inquiry probe industry sector trade talks negotiations campaign project case business"
)
"""What a source can be in without a body's being named."""

_CREWS = word_set("staff crew team delegation entourage circle cabinet panel jury household inner-circle backroom")
"""Nouns of people that a member can be of."""

_CLOSE = word_set("close near linked connected attached tied")

_SERVING = word_set("aide aides adviser advisers advisor advisors assistant assistants")
"""Heads that somebody or something is served by with `to`."""

_OF_A_FIRM = word_set("employee staffer executive director manager boss shareholder trustee")
"""Heads that `of` joins to a body, whatever bears the name: `an employee of Telcom`."""

_LOCATING = word_set("in on near around across at")
"""What puts somebody at a place, which is no body: `officials in the north`, `traders in Shanghai`."""

_NEAR_TO = word_set("ally allie confidant confidante associate protege protégé supporter lieutenant")
"""Heads that `of` brings near to somebody: `an ally of the minister`."""


class Behind(NamedTuple):
    """What the prepositional phrases behind a head say."""

    body: bool
    named: bool
    seat: bool
    """Where they are from or whom they are with: `from Bongabon`, `to Rebolj`."""
    country: bool
    close: bool
    one_body: bool
    any: bool
    """Whether anything is attached at all."""
    firm: bool
    """A body by its common noun (`at a Swiss bank`)."""
    words: list[str]


def attachments(reading: Reading, phrase: Phrase) -> Behind:
    """Takes the prepositional phrases behind the head apart."""
    lows = reading.lows
    kinds = speech.forms("voices", "head")
    body = named = seat = country = one_body = firm = False
    placed_at = phrase.gives in ("person-office", "person-institution", "person-bare", "person-field")
    place, end = first_attachment(reading, phrase)
    start = place
    if (place < end and lows[place] == "there") or lows[phrase.core_stop - 1] == "there":
        body = one_body = True  # `an inspector there`: at the body spoken of
    close = place < end and lows[place] in _CLOSE
    engaged = place + 1 < end and lows[place] in _ENGAGED and lows[place + 1] in ("by", "to")
    place += close or engaged
    while place < end and lows[place] in _ATTACHING:
        stop = place + 1
        while stop < end and lows[stop] not in _ATTACHING and lows[stop] not in ("who", "which", ","):
            stop += 1
        inside = range(place + 1, stop)
        definite = place + 1 < end and lows[place + 1] in ("the", "its", "their", "his", "her", "that", "this")
        definite = definite and not (lows[place] == "of" and lows[place - 1] in ("one", "some", "several"))
        proper = [names.classify(reading, *r) for r in name_runs.runs(reading, place + 1, stop)]
        nation = any(nation_word(lows[i]) for i in inside)
        capital = lows[place] in _LOCATING and any(lows[i] in names.table("capital") for i in inside)
        bodily = any(
            (
                (kinds.get(lows[i]) in BODIES or lows[i] in _SEVERAL_BODIES)
                and not (lows[i] == "state" and i == place + 1)
            )
            or (lows[i] in _CREWS and i > place + 1 and lows[place] != "on")
            for i in inside
        )
        proper = [m for m in proper if not _STREETS & set(m.string.lower().split())]
        scene = any(lows[i] in _SCENES for i in inside)
        bodies = any(m.type in BODIES or lows[place] == "at" for m in proper) and not nation and not scene
        firm = firm or (phrase.gives == "person-bare" and any(lows[i] in _MATTERS for i in inside))
        served = lows[place] == "to" and phrase.head in _SERVING
        served = served or (lows[place] == "of" and phrase.head.rstrip("s") in _NEAR_TO and (definite or bool(proper)))
        served = served or (lows[place] == "for" and phrase.head.rstrip("s") in RETAINED) or engaged
        housed = placed_at and lows[place] == "at" and not scene
        firm = firm or bodily
        staff = lows[place] == "of" and phrase.head.rstrip("s") in _OF_A_FIRM
        bodies = bodies or (staff and not nation and any(m.type is None for m in proper))
        if lows[place] == "from" and phrase.gives in _STATES_OF and lows[stop - 1] in _STATES:
            body = country = True
        body = body or bodily or bodies or housed or served or firm
        one_body = one_body or ((bodily or housed or served) and definite)
        named = named or ((bodily or bodies) and bool(proper) and not nation)
        country = country or (nation and not capital)
        abroad = lows[place] == "from" and any(lows[i] in _STATES for i in inside)
        body = body or abroad
        placed = any(lows[i] in SEATS for i in inside) or any(m.type in (None, "person") for m in proper)
        seat = seat or abroad or (placed and lows[place] not in _LOCATING)
        place = stop
    return Behind(body, named, seat, country, close, one_body, place > start + close, firm, lows[start:place])


def first_attachment(reading: Reading, phrase: Phrase) -> tuple[int, int]:
    """Where what is attached begins and ends; `a second official, in the governor's office,` has a comma before it."""
    place = phrase.core_stop
    _, end = reading.sentences[reading.owner[phrase.first]]
    if place < end - 2 and reading.words[place] == "," and reading.lows[place + 1] in ("in", "at", "from", "with"):
        stop = next((i for i in range(place + 2, min(end, place + _LONGEST)) if reading.words[i] == ","), place)
        if stop > place:
            return place + 1, stop
    return place, phrase.stop
