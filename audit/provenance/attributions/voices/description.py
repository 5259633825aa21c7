"""What the words say of an unnamed source: the facts that its grade is composed of.

The parts are open classes. Whatever noun or adjective stands before the head and is no word of quality, number or age
names an institution or a trade; whatever a preposition attaches (`at the port`, `in the ministry`) is one if its head is
a body or a name. So a description that nobody listed is read like those that everybody uses.

A source may be described more than once: by an apposition (`a source, an official at the ministry`) or by its own account
(`a woman who says she is a nurse`). Each description is taken apart by itself.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import STOPS, Reading
from audit.provenance.attributions.voices.attachments import BODIES, RETAINED, SEATS, Behind, attachments, nation_word
from audit.provenance.attributions.voices.heads import Phrase, analyse
from audit.provenance.attributions.voices.names import Name

_PAST_RANKS = word_set("former retired ex then current veteran")
"""What somebody was: a rank only where a body is told of, or staff are somebody's."""
_COUNTING = word_set(
    """
    two three four five six seven eight nine ten eleven twelve several some many most few multiple numerous various other
    another second third same one unnamed anonymous unidentified undisclosed all both more additional different separate
    """
)
_NOT_SAID = word_set("the a an this that these those some any his her its their our my of and or at least no")
_DEALING = word_set("trader traders dealer dealers buyer buyers broker brokers wholesaler wholesalers")
_STREET = word_set(
    """
    border market markets street local small petty vegetable fish fruit cattle livestock cloth clothes spice tea village
    bazaar crossing stall stalls shop souk roadside car drug arms secondhand scrap women
    """
)
"""What makes a trader one of the street, and not of a financial market."""
_LEARNED = (
    "ologist",
    "ist",
    "ian",
    "analyst",
    "researcher",
    "academic",
    "scholar",
    "monitor",
    "pollster",
    "forecaster",
)
_PARTISANS = word_set(
    "activist loyalist nationalist separatist unionist leftist rightist islamist secularist socialist communist feminist purist"
    " traditionalist optimist pessimist environmentalist conservationist lobbyist reformist populist secessionist federalist"
    " abolitionist royalist monarchist specialist enthusiast"
)
"""Those whose `-ist` is an opinion and no learning."""
_LEADING = word_set("leader elder")
_COMMUNAL = word_set("community tribal village clan neighbourhood neighborhood local")
"""What makes a leader one of the street: `a community leader`, `a tribal elder`."""
_OF_A_WORK = word_set("author editor boss employer teacher supervisor")
"""Heads whose owner does not tell which body they are of: `its authors`, `her supervisor`."""
_STAFF = word_set("employee worker staffer")
_SOLE = word_set(
    "headteacher headmaster headmistress principal editor landlord director manager owner coach captain chairman"
)
"""Offices of which a house has one."""
_KIN = word_set(
    "mother father sister brother son daughter wife husband widow widower aunt uncle cousin niece nephew grandmother"
    " grandfather grandson granddaughter girlfriend boyfriend fiancé fiancée mum dad mom"
)
_KIND = word_set("man woman men women people boy girl")
_MASSES = word_set("man woman men women boy girl boys girls youth")


class Parts(NamedTuple):
    """What one description says of a source, beside its head."""

    gives: str
    """The head's class: `person-bare` (source), `person-office` (official), `person-institution` (diplomat),
    `person-local` (resident), `person-field` (doctor, market trader), `stance` (analyst)."""
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
    kind: bool
    """A head that tells of a man or a woman, or of people: a kind of person, if no more."""
    of_state: bool
    """A state and a rank in its service: `a senior US official`."""


def descriptions(reading: Reading, phrase: Phrase) -> list[Parts]:
    """Everything that the words at `phrase` say of who the source is, a description each."""
    found = [parts(reading, phrase)]
    kin = phrase.head in _KIN  # `her sister, a dental hygienist`: a relative whatever she does
    for first, stop in () if kin else (_apposition(reading, phrase), _own_account(reading, phrase)):
        if first < stop:
            also = analyse(reading, first, stop)
            if also.gives.startswith("person-") or also.gives == "stance":
                found.append(parts(reading, also))
    return found


def described_anew(reading: Reading, phrase: Phrase) -> bool:
    """Whether the words add a description to a source known before: `One of them, a manager at an importer`."""
    return len(descriptions(reading, phrase)) > 1


def parts(reading: Reading, phrase: Phrase) -> Parts:
    """Takes one description apart."""
    lows = reading.lows
    head_words = phrase.head.split()
    if phrase.head.rstrip("s").endswith("figure"):
        head_words = head_words[-1:]  # `a senior party figure`: the words before it describe
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
    country = any(nation_word(lows[i]) for i in before)
    behind = attachments(reading, phrase)
    past = phrase.gives == "person-field" or _alone(reading, phrase, before, behind)
    rank = any(lows[i] in ranks and not (past and lows[i] in _PAST_RANKS) for i in before)
    telling = [i for i in before if lows[i] not in quality and lows[i] not in ranks and not nation_word(lows[i])]
    gives = _class(phrase, [lows[i] for i in telling], behind)
    trade = gives == "person-institution"
    institution = trade or any(not lows[i].endswith("ly") for i in telling) or _of_a_body(head_words)
    before_head = [
        m
        for m in phrase.modifiers
        if begin < m.first < phrase.core_stop and not nation_word(m.string.lower()) and not _owner(phrase, m.first)
    ]
    trades = [i for i in telling if not any(m.first <= i < m.stop for m in before_head)]
    named = behind.named or bool(before_head and trades)  # a name alone is the institution: `Green Party sources`
    named = named or _one_organ(before_head) or _one_of_its_kind([lows[i] for i in before])
    last = lows[phrase.core_stop - 1]
    retained = last.rstrip("s") in RETAINED
    client = phrase.possessor is not None or behind.named or behind.one_body
    if retained and (client or (behind.body and behind.words[:1] == ["for"])):
        institution = named = True
    elif phrase.possessor is not None and gives in ("person-office", "person-institution", "person-field", "stance"):
        institution = True  # `her advisers`, `the firm's owner`: whose it is says where
        named = named or last.rstrip("s") not in _OF_A_WORK
    if (
        phrase.article in ("definite", "possessive")
        and phrase.head in _SOLE
        and gives in ("person-office", "person-field")
    ):
        institution = named = True  # `the headteacher`, `its landlord`: of the one house spoken of
    staying = rank and phrase.head.rstrip("s") in _STAFF
    institution = institution or staying  # `former employees` are somebody's
    beside = trade or any(lows[i] not in SEATS for i in telling)  # `district officials`: no more than which institution
    seat = behind.seat or (beside and any(lows[i] in SEATS for i in before))
    said = [i for i in before if lows[i] not in _COUNTING]
    return Parts(
        gives, institution, behind.body or behind.close, named, country, rank, seat or behind.country,
        bool(said) or behind.any, behind.one_body, behind.close, last in _KIND, rank and country,
    )  # fmt: skip


def _of_a_body(head: list[str]) -> bool:
    """`board member`: a head of two words whose first is the body; a staff member is an employee."""
    return len(head) > 1 and head[-1].startswith("member") and head[0] != "staff"


_ORGANS = word_set("commission")
"""Organs that, with a capital, a union has one of: `a Commission official`."""
_SINGLE_BODIES = word_set("ministry bank court")
_MADE_SINGLE = word_set("central supreme constitutional high appeal appeals criminal")
"""What makes a bank or a court one that a country has one of; before a ministry any word does."""


def _one_organ(names_before: list[Name]) -> bool:
    """`a Commission official`: whether the name before the head leaves one body only."""
    return any(m.string.lower() in _ORGANS for m in names_before)


def _one_of_its_kind(before: list[str]) -> bool:
    """`a finance ministry official`, `central bank sources`: a body that a state has one of, said which."""
    ranks = speech.forms("voices", "seniority")
    return any(
        body in _SINGLE_BODIES
        and ((body == "ministry" and which not in _COUNTING and which not in ranks) or which in _MADE_SINGLE)
        for which, body in pairwise(before)
    )


def _alone(reading: Reading, phrase: Phrase, before: list[int], behind: Behind) -> bool:
    """Whether nothing but a trade is told: `a retired judge`, `a former interior minister`, `a retired general at a dinner`."""
    head = phrase.head.split()[-1].rstrip("s") if phrase.head else ""
    more = phrase.core_stop < phrase.stop and reading.lows[phrase.core_stop] not in (",", "who")
    belongs = behind.body or behind.named or (more and not behind.any)
    kinds = speech.forms("voices", "head")
    belongs = belongs or any(kinds.get(reading.lows[i]) in BODIES for i in before[1:])  # `a retired army general`
    if head in _STAFF or belongs or any(reading.words[i][0].isupper() for i in before[1:]):
        return False
    return phrase.gives in ("person-field", "person-local") or head in _OF_STATE


_OF_STATE = word_set(
    "minister president judge magistrate sergeant colonel general marshal senator lawmaker mp governor mayor"
)


def _class(phrase: Phrase, telling: list[str], behind: Behind) -> str:
    """The head's class, as the words around it turn it: market women are of the street, oil traders of a trade."""
    last = phrase.head.split()[-1] if phrase.head else ""
    if last in _DEALING and not set(telling) & _STREET:
        return "person-field"
    if phrase.gives == "stance" and last.rstrip("s") not in _PARTISANS and last.rstrip("s").endswith(_LEARNED):
        return "person-field"
    if last in _MASSES and telling and not behind.body:
        return "person-local"
    if last.rstrip("s") in _LEADING and set(telling) & _COMMUNAL:
        return "person-local"
    return phrase.gives


def _apposition(reading: Reading, phrase: Phrase) -> tuple[int, int]:
    """`a source, a senior official at the ministry, said`: the tokens of a description between commas; empty if none."""
    lows, words = reading.lows, reading.words
    _, end = reading.sentences[reading.owner[phrase.first]]
    comma = phrase.core_stop
    while comma < phrase.stop and words[comma] != ",":
        comma += 1
    if comma + 2 >= end or words[comma] != "," or lows[comma + 1] not in ("a", "an", "one", "the", "both", "all"):
        return 0, 0
    stop = comma + 2
    while stop < end and stop - comma < _LONGEST and words[stop] not in (",", "—", "–", ";", *STOPS):
        stop += 1
    closed = (stop < end and words[stop] in (",", "—", "–")) or stop == phrase.stop
    return (comma + 1, stop) if closed else (0, 0)


_LONGEST = 16
_ACCOUNT = word_set("says said described identified introduced presented claims claimed claiming calls called gave")
_SELF = word_set("he she they himself herself themselves")
_IS = word_set("is was are were as be to")


def _own_account(reading: Reading, phrase: Phrase) -> tuple[int, int]:
    """`a man who described himself as a guard at the depot`: the tokens behind `as`; empty if there are none."""
    lows = reading.lows
    _, end = reading.sentences[reading.owner[phrase.first]]
    who = next(
        (i for i in range(phrase.core_stop, min(end, phrase.core_stop + 3)) if lows[i] in ("who", "claiming")), None
    )
    if who is None:
        return 0, 0
    place = who + (lows[who] == "who")
    if place >= end or lows[place] not in _ACCOUNT:
        return 0, 0
    place += 1
    while place < end and (lows[place] in _SELF or lows[place] in _IS or lows[place] == "only"):
        place += 1
    if place >= end or lows[place] not in phrases.DETERMINERS:
        return 0, 0
    stop = place + 1
    while stop < end and stop - place < _LONGEST and reading.words[stop][0].isalnum() and lows[stop] not in _SPOKE:
        stop += 1
    return place, stop


_SPOKE = word_set("said says told tells and but who")


def _owner(phrase: Phrase, token: int) -> bool:
    return phrase.possessor is not None and phrase.possessor[0] <= token <= phrase.possessor[1]


def _owned_by_a_body(reading: Reading, phrase: Phrase) -> bool:
    """`the firm's owner`, `our researcher`: whether it is known which body somebody belongs to."""
    assert phrase.possessor is not None  # noqa: S101 - the caller looked
    low = reading.lows[phrase.possessor[1] - 1]
    return low in ("our", "my") or speech.forms("voices", "head").get(low) in BODIES
