"""People, bodies and documents that a text describes without naming them, whether they speak or not.

`Two senior managers at the utility met reporters. One said …`: who later words go back to was often no speaker before.
One pass over the text collects the noun phrases whose head the lexicon knows.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import STOPS, Reading
from audit.provenance.attributions.voices.number import singular

_LEFT = 8
_RIGHT = 30
_ATTACHING = word_set(
    """
    of at in from with by about into within inside for on close familiar privy briefed involved present who whose aware
    knowledgeable seen obtained issued published dated circulated attached signed to under
    """
)
_GLUE = ("'s", "&", "'")
"""What stands between the words of a name or of its owner."""
_ISSUED = word_set("seen obtained issued published circulated attached signed")
_ISSUED_HOW = (["by"], ["on"], ["in"], ["to"], ["from"], ["last"])
_DIRECTED = word_set(
    "adviser advisor aide assistant ambassador envoy witness letter party heir counsel secretary deputy representative delegate"
    " email memo message statement submission report testimony note guide petition ally source"
)
"""Heads that `to` belongs to: an aide to the minister, a letter to the board."""
_MADE = word_set("made sent read written drawn taken shown held kept put")
_MADE_HOW = word_set("by available public to from at for under in on with before as last this")
"""What shows that a form behind a noun is a participle: `a statement made available`, `a letter addressed to`."""
_PAST = word_set(
    "met left gave took went came won lost saw heard fell ran sent sold led told brought bought found held"
)
_ADDRESSED = word_set("reporters journalists newsmen viewers readers")
_SUBJECTS = word_set("i we he she they it")
_BEFORE_NOUNS = word_set("the a an his her their its this that of in at on for with from own new")
_VERBAL = word_set("having being")
_STOPPERS = (
    phrases.PREPOSITIONS
    | phrases.AUXILIARIES
    | phrases.CLAUSE
    | (phrases.PRONOUNS - {"both"})
    | word_set("and or but of")
) - {"no"}
_COUNTS = word_set(
    "two three four five six seven eight nine ten several some many most dozens both all few other various"
)


class Described(NamedTuple):
    """A noun phrase: its tokens with what is attached, its head in the singular and the head's class."""

    first: int
    at: int
    """The head's token."""
    stop: int
    head: str
    gives: str
    plural: bool
    definite: bool
    lead: bool
    """Whether it leads its sentence, as a subject does."""


def collect(reading: Reading) -> list[Described]:
    """The described people, bodies and documents of a text, by their heads' places."""
    kinds = speech.forms("voices", "head")
    verbs = speech.forms("english", "verb")
    found: list[Described] = []
    for begin, end in reading.sentences:
        for i in range(begin, end):
            gives = kinds.get(reading.lows[i], "")
            if (
                not gives
                or gives == "collective"
                or reading.quote[i] >= 0
                or (reading.words[i][0].isupper() and not _opens(reading, i, begin))
            ):
                continue
            if i + 1 < end and not _closes(reading, i + 1, kinds):
                continue
            one = _phrase(reading, i, begin, end, gives, verbs)
            if one is not None and not _apposed(reading, one, begin):
                found.append(one)
    return found


def _apposed(reading: Reading, one: Described, begin: int) -> bool:
    """`Lorraine Petty, 79, a retired school bus driver`: whether the phrase only says who is named before it."""
    place = one.first - 1
    if place <= begin or reading.words[place] != ",":
        return False
    if reading.words[place - 1].isdigit() and place - 2 > begin and reading.words[place - 2] == ",":
        place -= 2
    word = reading.words[place - 1]
    return (
        word[0].isupper() and place - 1 > begin and reading.lows[one.first] in ("a", "an", "the", "one", "his", "her")
    )


def _opens(reading: Reading, i: int, begin: int) -> bool:
    """Whether a capital at `i` is only that of a first word."""
    return i == begin or reading.words[i - 1] in (":", "“", '"', "—", "–")


def _closes(reading: Reading, nxt: int, kinds: Mapping[str, str]) -> bool:
    """Whether the word behind a noun lets it be a head: no further noun of the lexicon, no name that it is the title of."""
    word, low = reading.words[nxt], reading.lows[nxt]
    if not word[0].isalnum():
        return low not in ("'s", "’") and not (low == "'" and reading.words[nxt - 1].endswith("s"))
    if low in kinds or (word[0].isupper() and low not in phrases.DAYS):
        return False
    return reading.lows[nxt + 1 : nxt + 2] == [] or not _compound(reading, nxt, kinds)


def _compound(reading: Reading, token: int, kinds: Mapping[str, str]) -> bool:
    """Whether a plain noun at `token` and the head behind it go on with the word before: `the state seismology institute`."""
    low, behind = reading.lows[token], reading.lows[token + 1]
    if low in _STOPPERS or low in _PAST or low in speech.forms("english", "verb") or low.endswith(("ed", "ly", "s")):
        return False
    return kinds.get(behind) in ("organisation", "government", "outlet") and low not in ("to", "n't")


def _phrase(reading: Reading, at: int, begin: int, end: int, gives: str, verbs: Mapping[str, str]) -> Described | None:
    first = at
    article = ""
    while first > begin and at - first < _LEFT:
        low = reading.lows[first - 1]
        if low in phrases.DETERMINERS or low in _COUNTS or low.isdigit():
            first -= 1
            article = article or low
            if low in ("the", "a", "an", "his", "her", "their", "its", "this", "that", "these", "those"):
                break
            continue
        if (
            low == "and"
            and first - 2 > begin
            and reading.lows[first - 2] in speech.forms("voices", "seniority")
            and not article
        ):
            first -= 2  # `current and former employees`
            continue
        if reading.lows[first - 1] in ("'s", "'") and first - 2 >= begin and not article:
            first = _owner(reading, first - 1, begin)
            article = "'s"
            break
        if reading.words[first - 1] == "-" and reading.lows[first - 2].isdigit() and first - 2 >= begin:
            first -= 2  # `a 24-year-old student`
            continue
        if (
            not reading.words[first - 1][0].isalnum()
            or low in _STOPPERS
            or low in _VERBAL
            or low in _PAST
            or (low in verbs and reading.lows[first - 2] not in _BEFORE_NOUNS)
            or article
        ):
            break
        first -= 1
    stop = _attached(reading, at + 1, end, verbs)
    low = reading.lows[at]
    plural = low != singular(low) and article not in ("a", "an") and not low.endswith("ss")
    if not plural and not article and first == at and gives not in ("government", "document"):
        return None  # `party officials`, read from its middle, or a noun used as a verb
    finite = stop < end and (reading.lows[stop] in verbs or reading.lows[stop] in phrases.AUXILIARIES - {"to"})
    subject = finite and not any(reading.lows[k] in verbs for k in range(begin, first)) and first - begin < 16
    lead = subject or first - begin <= 1 or (first - begin < 16 and reading.words[first - 1] == ",")
    if first == at and low in _ADDRESSED:
        return None  # `met reporters`: those who are told
    if article == "no":
        return None  # `no client had complained`: nobody
    return Described(first, at, stop, singular(low), gives, plural, article == "the", lead)


def _owner(reading: Reading, mark: int, begin: int) -> int:
    """Where the owner before the mark at `mark` begins: `the booster club's treasurer`, `Lindqvist's agent`."""
    first = mark - 1
    while first > begin and mark - first < _LEFT:
        low, word = reading.lows[first - 1], reading.words[first - 1]
        if low in ("the", "a", "an", "his", "her", "their", "its", "this", "that"):
            return first - 1
        capitals = word[0].isupper() and reading.words[first][0].isupper()
        if not capitals and (not word[0].isalpha() or low in _STOPPERS or low in _PAST or word[0].isupper()):
            break
        first -= 1
    return first


def _attached(reading: Reading, place: int, end: int, verbs: Mapping[str, str]) -> int:
    """One past the prepositional phrases and relative clauses that belong to the head before `place`."""
    if place < end and reading.words[place] == "," and reading.lows[place + 1 : place + 2] in (["who"], ["whose"]):
        close = next((i for i in range(place + 1, min(end, place + _RIGHT)) if reading.words[i] in (",", *STOPS)), None)
        return close if close is not None else place
    if place >= end:
        return place
    low = reading.lows[place]
    made = (low not in _ATTACHING and low.endswith("ed")) or low in _MADE
    if made and reading.lows[place + 1 : place + 2] and reading.lows[place + 1] in _MADE_HOW:
        return _prepositional(reading, place, end, verbs)
    if low == "to" and singular(reading.lows[place - 1]) not in _DIRECTED:
        return place  # `sent by the treasurer to the principal`
    if low not in _ATTACHING or (low in _ISSUED and reading.lows[place + 1 : place + 2] not in _ISSUED_HOW):
        return place  # `the ministry issued a warning`
    if low in ("who", "whose"):
        return _relative(reading, place, end, verbs)
    return _prepositional(reading, place, end, verbs)


def _finite(reading: Reading, place: int, verbs: Mapping[str, str]) -> bool:
    low = reading.lows[place]
    if low in _GLUE or reading.lows[place - 1] in _BEFORE_NOUNS:
        return False  # `a member of the list's leadership`: a noun, whatever verb it may be
    return low in _PAST or low in verbs or low in phrases.AUXILIARIES - {"to"} or low.endswith("ed")


def _relative(reading: Reading, place: int, end: int, verbs: Mapping[str, str]) -> int:
    """One past the relative clause at `place`: it reaches from its own verb to the next, which is the sentence's."""
    start = place
    place += 1
    while place < end and (_finite(reading, place, verbs) or reading.lows[place].endswith("ly") or place == start + 1):
        place += 1
    while place < end and place - start < _RIGHT and reading.words[place][0].isalnum():
        if _finite(reading, place, verbs):
            break
        place += 1
    return place


def _prepositional(reading: Reading, place: int, end: int, verbs: Mapping[str, str]) -> int:
    """One past the prepositional phrases that open at `place`."""
    start = place
    dated = reading.lows[place + 1] if place + 1 < end else ""
    if reading.lows[place] in ("in", "on", "by") and (dated in phrases.DAYS or dated.isdigit()):
        return place  # `the company in February bought …`
    while (
        place < end and place - start < _RIGHT and (reading.words[place][0].isalnum() or reading.lows[place] in _GLUE)
    ):
        if reading.lows[place] in _SUBJECTS and place - start > 1:
            break
        if (
            place - start > 0
            and reading.lows[place - 1] != "who"
            and place - start > 1
            and _finite(reading, place, verbs)
        ):
            break
        place += 1
    if place - start == 1 or reading.lows[start + 1].endswith("ing"):
        return start  # `accused the council of “sneaking out” a plan`, `of hiding it`
    return place
