"""The grade of an unnamed source, from the parts of its description.

The grades follow the standards of the large agencies: G0 nothing is said of the source; G1 a general word (officials,
residents, insiders); G2 an institution (diplomatic sources, security officials); G3 an institution with its country,
branch or place, or the source's rank; G4 how the source knows; G5 a reason for anonymity.

The parts are open classes. Whatever noun or adjective stands before the head and is no word of quality, number or age
names an institution or a trade; whatever a preposition attaches (`at the port`, `in the ministry`) is one if its head is
a body or a name. So a description that nobody listed is graded like those that everybody uses.
"""

from __future__ import annotations

from typing import NamedTuple

from audit.lexicon import speech
from audit.model import Grade
from audit.provenance.attributions.reading.tokens import Reading, word_set
from audit.provenance.attributions.voices import names
from audit.provenance.attributions.voices.anonymity import formula_for
from audit.provenance.attributions.voices.formulas import Formula
from audit.provenance.attributions.voices.heads import Phrase
from audit.provenance.attributions.voices.knowledge import knows_how

_BODIES = frozenset(["government", "organisation", "outlet"])
_REGIONS = word_set(
    """
    western european arab african asian gulf eastern northern southern regional latin nordic baltic caribbean balkan
    scandinavian central american-led british-led eu un nato u.s. us u.k. uk u.n. e.u. american
    """
)
_ATTACHING = word_set("at in of from with within inside for on by to near around across")
_SEATS = word_set("town city village district county provincial regional island capital state central national federal")
_SCENES = word_set(
    "scene crossing gate meeting talks rally site ceremony funeral table event summit protest border front time"
)
"""Where people are at without belonging there."""
_CLOSE = word_set("close near linked connected attached tied")
_COUNTING = word_set(
    """
    two three four five six seven eight nine ten eleven twelve several some many most few multiple numerous various other
    another second third same one unnamed anonymous unidentified undisclosed all both more additional different separate
    """
)
_NOT_SAID = word_set("the a an this that these those some any his her its their our my of and or at least no")


class Anonymity(NamedTuple):
    """The facts about an unnamed source and the grade."""

    grade: Grade
    knows_how: str | None
    reason: str | None
    rote: bool


class Parts(NamedTuple):
    """What a description says of a source, beside its head."""

    institution: bool
    """A trade or body before the head (`security official`), or a head that is one itself (`diplomat`)."""
    attached: bool
    """A body behind a preposition: `at the ministry`."""
    named: bool
    """A body, its owner or its place by name."""
    country: bool
    """A nationality, country or region."""
    rank: bool
    seat: bool
    """The body's or the trade's place, without a name: `in the city`, `the regional hospital`."""
    qualified: bool
    """Any word of description at all: `well-placed sources`."""
    one_body: bool
    """A body behind a preposition with a definite article: it is known which one."""
    close: bool
    """`close to` somebody or something: near, and yet it is not said how the source knows."""


def assess(reading: Reading, phrase: Phrase, given: list[Formula]) -> Anonymity:
    """Grades the unnamed source of `phrase`; `given` are the formulas of the page."""
    end = reading.sentences[reading.owner[phrase.first]][1]
    knows = knows_how(reading, phrase, end)
    formula = formula_for(reading, phrase, given)
    reason = reading.string(*formula.reason) if formula is not None and formula.reason is not None else None
    grade: Grade = "G5" if reason else "G4" if knows else described(phrase.gives, parts(reading, phrase))
    return Anonymity(grade, knows, reason, formula is not None and reason is not None and formula.rote)


def described(gives: str, what: Parts) -> Grade:
    """G0 to G3 by the description alone; `gives` is the head's class."""
    if gives == "person-local":
        return "G1"
    institution = what.institution or what.attached
    specific = what.named or what.rank or what.country or (what.seat and institution)
    if what.close or what.one_body or (institution and specific) or (what.institution and what.attached):
        return "G3"
    if institution or (gives != "person-bare" and (what.named or what.country)):
        return "G2"
    if gives == "person-bare":
        return "G1" if what.qualified or what.named or what.country or what.rank else "G0"
    return "G1"


def parts(reading: Reading, phrase: Phrase) -> Parts:
    """Takes the description apart."""
    lows = reading.lows
    head_words = phrase.head.split()
    begin, _ = reading.sentences[reading.owner[phrase.first]]
    before = [
        i
        for i in range(phrase.first, phrase.core_stop)
        if lows[i][0].isalpha()
        if lows[i] not in _NOT_SAID and not (i >= phrase.core_stop - len(head_words) and lows[i] in head_words)
        if not _owner(phrase, i)
    ]
    quality = speech.forms("voices", "quality")
    ranks = speech.forms("voices", "seniority")
    country = any(_nation(lows[i]) for i in before)
    rank = any(lows[i] in ranks for i in before)
    telling = [i for i in before if lows[i] not in quality and lows[i] not in ranks and not _nation(lows[i])]
    trade = phrase.gives == "person-institution"
    institution = trade or any(not lows[i].endswith("ly") for i in telling)
    behind = _attachments(reading, phrase)
    named = behind.named or any(
        m.first < phrase.core_stop and m.first > begin and not _nation(m.string.lower()) and not _owner(phrase, m.first)
        for m in phrase.modifiers
    )
    retained = lows[phrase.core_stop - 1].rstrip("s") in _RETAINED
    if retained and (phrase.possessor is not None or behind.body or behind.named):
        institution = named = True
    elif phrase.possessor is not None and phrase.gives in ("person-office", "person-institution"):
        named = named or institution
    seat = behind.seat or any(lows[i] in _SEATS for i in before)
    said = [i for i in before if lows[i] not in _COUNTING]
    return Parts(
        institution, behind.body or behind.close, named, country, rank, seat or behind.country,
        bool(said) or behind.any, behind.one_body, behind.close,
    )  # fmt: skip


_RETAINED = word_set("lawyer barrister attorney solicitor advocate agent counsel publicist accountant banker doctor")
"""People by whose client it is known who they are: `her lawyers`."""


def _owner(phrase: Phrase, token: int) -> bool:
    return phrase.possessor is not None and phrase.possessor[0] <= token <= phrase.possessor[1]


def _nation(low: str) -> bool:
    """Whether a word names a nationality, a country or a region, alone or as a compound's first part."""
    table = names.table("demonym") | names.table("country") | names.table("capital")
    return low in table or low in _REGIONS or low.partition("-")[0] in table


class _Behind(NamedTuple):
    """What the prepositional phrases behind a head say."""

    body: bool
    named: bool
    seat: bool
    country: bool
    close: bool
    one_body: bool
    any: bool
    """Whether anything is attached at all."""


def _attachments(reading: Reading, phrase: Phrase) -> _Behind:
    lows = reading.lows
    kinds = speech.forms("voices", "head")
    body = named = seat = country = one_body = False
    placed_at = phrase.gives in ("person-office", "person-institution", "person-bare")
    place = phrase.core_stop
    close = place < phrase.stop and lows[place] in _CLOSE
    place += close
    while place < phrase.stop and lows[place] in _ATTACHING:
        stop = place + 1
        while stop < phrase.stop and lows[stop] not in _ATTACHING and lows[stop] not in ("who", "which", ","):
            stop += 1
        inside = range(place + 1, stop)
        proper = [m for m in phrase.modifiers if place < m.first < stop]
        nation = any(_nation(lows[i]) for i in inside)
        bodily = any(kinds.get(lows[i]) in _BODIES for i in inside)
        bodies = any(m.type in _BODIES or lows[place] == "at" for m in proper) and not nation
        served = lows[place] == "to" and phrase.head.rstrip("s") in ("aide", "adviser", "advisor", "assistant")
        housed = served or (placed_at and lows[place] == "at" and not any(lows[i] in _SCENES for i in inside))
        body = body or bodily or bodies or housed
        one_body = one_body or (bodily and lows[place + 1] in ("the", "its", "their", "his", "her"))
        named = named or ((bodily or bodies) and bool(proper) and not nation)
        country = country or nation
        seat = seat or any(lows[i] in _SEATS for i in inside) or any(m.type in (None, "person") for m in proper)
        place = stop
    return _Behind(body, named, seat, country, close, one_body, place > phrase.core_stop + close)
