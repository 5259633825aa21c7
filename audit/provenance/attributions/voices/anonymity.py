"""Sources that are not named: how they are described, how they know, why they are not named, and the grade that follows.

The grades follow the standards of the large agencies: G0 nothing is said of the source; G1 a general word (officials,
residents, insiders); G2 an institution (diplomatic sources, security officials); G3 an institution with its country,
branch or the source's rank; G4 how the source knows; G5 a reason for anonymity.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from audit.lexicon import speech
from audit.model import Grade, Span
from audit.provenance.attributions.reading.tokens import STOPS, Reading, word_set
from audit.provenance.attributions.tagging import RawAttribution
from audit.provenance.attributions.voices import names
from audit.provenance.attributions.voices.heads import Phrase

_REACH = 2
_ASKING = word_set(
    "asked asking asks requested requesting declined declining refused refusing wanted wished insisted spoke speaking preferred "
    "did want wish sought seeking gave granted"
)
_REGIONS = word_set(
    "western european arab african asian gulf eastern northern southern regional latin american-led nordic baltic"
)
_SEATS = word_set("town city village district county provincial regional local island capital state")
_CLAUSE = 40
_SPAN = 150
"""How many tokens from the source a formula is looked for."""


class Formula(NamedTuple):
    """A formula of anonymity on the page: its tokens, and the reason given, if one is."""

    first: int
    stop: int
    reason: tuple[int, int] | None
    rote: bool


class Anonymity(NamedTuple):
    """The facts about an unnamed source and the grade."""

    grade: Grade
    knows_how: str | None
    reason: str | None
    rote: bool


def formulas(reading: Reading) -> list[Formula]:
    """Every formula of anonymity in the text with its reason; one pass over the tokens."""
    found: list[Formula] = []
    heads = _by_first_word("anonymous")
    for i, low in enumerate(reading.lows):
        for words in heads.get(low, ()):
            if tuple(reading.lows[i : i + len(words)]) == words:
                if not found or i >= found[-1].stop:
                    found.append(_formula(reading, i, i + len(words)))
                break
    return found


def _formula(reading: Reading, first: int, stop: int) -> Formula:
    begin, end = reading.sentences[reading.owner[first]]
    reason = _reason(reading, stop, end) or _reason(reading, begin, first, before=True)
    if reason is None:
        return Formula(first, stop, None, False)
    words = " ".join(reading.lows[reason[0] : reason[1]]).replace(" n't", "n't")
    rote = any(form in words for form in speech.forms("voices", "rote"))
    return Formula(first, stop, reason, rote)


def _reason(reading: Reading, first: int, stop: int, *, before: bool = False) -> tuple[int, int] | None:
    """The reason clause that opens between `first` and `stop`: near the formula, to its clause's end."""
    openers = _by_first_word("reason")
    span = range(first, min(stop, first + 12)) if not before else range(max(first, stop - 24), stop)
    for i in span:
        for words in openers.get(reading.lows[i], ()):
            if tuple(reading.lows[i : i + len(words)]) != words:
                continue
            if words == ("as",) and i + 1 < len(reading.lows) and reading.lows[i + 1] in ("a", "an", "the") and before:
                continue
            if words[0] == "to" and before:
                continue
            end = i + len(words)
            while (
                end < stop
                and reading.words[end] not in STOPS
                and reading.words[end] not in (",", ";", "—")
                and end - i < _CLAUSE
            ):
                if reading.lows[end] in ("said", "told", "says", "added"):
                    break
                end += 1
            if end - i > 2:
                return i, end
    return None


def assess(reading: Reading, phrase: Phrase, given: list[Formula]) -> Anonymity:
    """Grades the unnamed source of `phrase`; `given` are the formulas of the page."""
    sentence = reading.owner[phrase.first]
    end = reading.sentences[sentence][1]
    knows = _knows(reading, phrase, end)
    formula = _formula_for(reading, phrase, given)
    reason = reading.string(*formula.reason) if formula is not None and formula.reason is not None else None
    grade: Grade
    if reason is not None:
        grade = "G5"
    elif knows is not None:
        grade = "G4"
    else:
        grade = _described(reading, phrase)
    return Anonymity(grade, knows, reason, formula.rote if formula is not None and reason is not None else False)


def _described(reading: Reading, phrase: Phrase) -> Grade:
    """G0 to G3 by the words of the description alone."""
    descriptors = speech.forms("voices", "descriptor")
    ranks = speech.forms("voices", "seniority")
    stop = phrase.core_stop
    words = reading.lows[phrase.first : stop]
    before_head = words[:-1] if phrase.head else words
    behind = reading.lows[stop : phrase.stop]
    institution = phrase.gives == "person-institution" or any(
        w in descriptors or w.split("-")[0] in descriptors for w in before_head
    )
    where = behind[: behind.index(",")] if "," in behind else behind
    bodies = speech.forms("voices", "head")
    institution = institution or any(
        bodies.get(w) in ("government", "organisation", "outlet") for w in (*where[1:], *before_head)
    )
    place = any(w in names.table("demonym") or w in names.table("country") for w in (*before_head, *where))
    vague = names.table("demonym") | names.table("capital") | _REGIONS
    body = any(
        m.type in ("organisation", "government", "outlet", None if institution or m.first < stop else "outlet")
        and m.string.lower() not in vague
        for m in phrase.modifiers
        if m.first < stop + len(where)
    )
    rank = any(w in ranks for w in before_head)
    if phrase.gives == "person-local":
        return "G1"
    if "close" in where[:1] and where[1:2] == ["to"]:
        return "G3" if place or rank else "G2"
    inside = [i for i, w in enumerate(where) if i and bodies.get(w) in ("government", "organisation", "outlet")]
    if inside and where[0] in ("at", "in", "of", "from", "with"):
        branch = any(w in descriptors for w in before_head)
        seat = any(w in _SEATS or w in _REGIONS for w in where[1 : inside[0]])
        if branch or (seat and phrase.gives != "person-bare"):
            return "G3"
    if not institution and place and phrase.gives.startswith("person-") and phrase.gives != "person-bare":
        institution, place = True, False
    if not institution and body:
        institution, body = True, False
    if institution and (place or body or rank):
        return "G3"
    if institution:
        return "G2"
    if phrase.gives == "person-bare":
        return (
            "G1"
            if rank
            or place
            or (
                len(
                    [
                        w
                        for w in before_head
                        if w.isalpha()
                        and w
                        not in (
                            "a",
                            "an",
                            "the",
                            "two",
                            "three",
                            "four",
                            "one",
                            "some",
                            "several",
                            "other",
                            "another",
                            "of",
                        )
                    ]
                )
                > 0
                and phrase.head not in ("person", "people", "one")
            )
            else "G0"
        )
    return "G1"


def _knows(reading: Reading, phrase: Phrase, end: int) -> str | None:
    """`familiar with the talks`: the clause by which the page says how the source knows."""
    openers = _by_first_word("knows")
    for i in range(phrase.first, min(end, phrase.stop + 12)):
        for words in openers.get(reading.lows[i], ()):
            if tuple(reading.lows[i : i + len(words)]) != words:
                continue
            stop = i + len(words)
            limit = phrase.stop if i < phrase.stop else end
            while (
                stop < limit
                and reading.words[stop] not in STOPS
                and reading.words[stop] not in (",", ";", "—", "–", "“", '"')
            ):
                if reading.lows[stop] in ("said", "told", "says", "and") and i >= phrase.core_stop:
                    break
                stop += 1
            if i >= phrase.stop and reading.words[i - 1] != ",":
                continue
            return reading.string(i, stop)
    return None


def _formula_for(reading: Reading, phrase: Phrase, given: list[Formula]) -> Formula | None:
    """The formula that speaks of this source: in its sentence, or next to it in the paragraph."""
    sentence = reading.owner[phrase.first]
    best: Formula | None = None
    near = _REACH + 1
    begin = bisect_left(given, phrase.first - _SPAN, key=lambda f: f.first)
    end = bisect_left(given, phrase.stop + _SPAN, key=lambda f: f.first)
    for formula in given[begin:end]:
        there = reading.owner[formula.first]
        distance = abs(there - sentence)
        gap = reading.paragraph[there] - reading.paragraph[sentence]
        if distance < near and gap in (0, 1):
            if distance and (there < sentence or not _speaks_of(reading, there, phrase)):
                continue
            if gap and not _named_again(reading, there, phrase):
                continue
            best, near = formula, distance
    return best


def nearby(phrase: Phrase, given: list[Formula]) -> bool:
    """Whether a formula of anonymity stands in the phrase or right behind it."""
    place = bisect_left(given, phrase.first, key=lambda f: f.first)
    return place < len(given) and given[place].first < phrase.stop + 8


def _speaks_of(reading: Reading, sentence: int, phrase: Phrase) -> bool:
    """Whether a later sentence begins with this source again: `The official spoke on condition of anonymity`."""
    first, stop = reading.sentences[sentence]
    opening = reading.lows[first : min(stop, first + 8)]
    return (bool(phrase.head) and phrase.head in opening) or opening[:1] in (
        ["he"],
        ["she"],
        ["they"],
        ["both"],
        ["all"],
    )


def _named_again(reading: Reading, sentence: int, phrase: Phrase) -> bool:
    """Whether a sentence of the next paragraph begins with the definite source: `The people declined to be named`."""
    first, stop = reading.sentences[sentence]
    opening = reading.lows[first : min(stop, first + 4)]
    return opening[:1] in (["the"], ["these"], ["this"], ["both"]) and phrase.head in opening


def _by_first_word(family: str) -> dict[str, list[tuple[str, ...]]]:
    """Phrases of a family, longest first, by their first word."""
    index = _INDEX.get(family)
    if index is None:
        index = {}
        for form in sorted(speech.forms("voices", family), key=len, reverse=True):
            words = tuple(form.split())
            index.setdefault(words[0], []).append(words)
        _INDEX[family] = index
    return index


_INDEX: dict[str, dict[str, list[tuple[str, ...]]]] = {}


def span_of(reading: Reading, formula: Formula) -> Span:
    """The formula's words."""
    return reading.span(formula.first, formula.stop)


def asks_for_anonymity(reading: Reading, one: RawAttribution, given: list[Formula]) -> bool:
    """Whether the words only say that somebody is not named, or why: terms of a talk and no claim."""
    if not one.cue:
        return False
    cue = reading.inside(one.cue[0])
    place = bisect_left(given, cue.start - _SPAN, key=lambda f: f.first)
    for formula in given[place : place + 12]:
        if formula.reason is not None and formula.reason[0] <= cue.start < formula.reason[1]:
            return True
        asking = any(low in _ASKING for low in reading.lows[cue.start : cue.stop])
        if asking and cue.start - 1 <= formula.first <= cue.stop + 5 and formula.stop >= cue.stop - 1:
            return True
    return False
