"""Formulas of anonymity, wherever they stand, and the reasons given for it.

A formula is known by its grammar and not by its wording: the noun *anonymity*; a name or identity that is withheld; a
passive of naming that is negated, refused or feared; a permission to speak that is lacking; speech off the record. The
reason is the clause of cause, fear or purpose next to it.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from audit.lexicon import speech
from audit.model import Span
from audit.provenance.attributions.reading.tokens import STOPS, Reading, word_set
from audit.provenance.attributions.tagging import RawAttribution
from audit.provenance.attributions.voices.heads import Phrase, singular

_NEGATION = word_set("not n't never cannot no nor without neither")
_RELUCTANCE = word_set(
    """
    decline declined declines declining refuse refused refuses refusing afraid scared reluctant unwilling unable only
    nervous terrified hesitant wary condition barred forbidden prohibited withhold withheld withholding conceal concealed
    conceals hide hid hidden protect changed change altered pseudonym alias avoid simply just
    """
)
_ASKING = word_set(
    """
    ask asked asking asks request requested requesting decline declined declining refuse refused refusing want wanted
    wish wished insist insisted speak spoke speaking talk talked talking prefer preferred do did would could can seek sought
    seeking give gave given granted crave craved beg begged plead pleaded demand demanded choose chose chosen opt opted
    """
)
_NAMING = word_set("named identified quoted cited mentioned published disclosed revealed used printed")
_NAMES = word_set("name names surname surnames identity identities initials")
_PERMISSION = word_set("authorised authorized permitted allowed cleared entitled unauthorised unauthorized mandated")
_UNNAMED = word_set("unnamed anonymous unidentified undisclosed")
_LICENCE = word_set("permission authorisation authorization authority clearance approval")
_RECORD = word_set("background attribution record")
_SPEECH = word_set("speak talk comment brief discuss disclose give address reveal share release be make grant answer")
_AFRAID = word_set("feared fears fearing fear afraid worried scared")
_OWNERS = word_set("his her their its whose my our a the full real first last own given family true")
_ANONYMOUS = word_set("anonymity anonymously incognito")
_CONDITION = word_set("on condition of the under guise speaking spoke speak")
_PURPOSE = word_set(
    """
    avoid protect discuss speak describe talk preserve safeguard disclose share reveal brief maintain not comment keep be
    """
)
_TELLING = _ANONYMOUS | _UNNAMED | _NAMING | _NAMES | _PERMISSION | _LICENCE | _RECORD
"""Words one of which every formula holds."""
_PERSONS = word_set("he she they both all neither none two three four five six")
_GENERAL = word_set(
    "source sources official officials person people individual individuals man woman men women witness"
)
_REACH = 2
_CLAUSE = 40
_SPAN = 150
"""How many tokens from the source a formula is looked for."""


class Formula(NamedTuple):
    """A formula of anonymity on the page: its tokens, and the reason given, if one is."""

    first: int
    stop: int
    reason: tuple[int, int] | None
    rote: bool


def formulas(reading: Reading) -> list[Formula]:
    """Every formula of anonymity in the text with its reason; one pass over the tokens."""
    found: list[Formula] = []
    for i, low in enumerate(reading.lows):
        if low not in _TELLING:
            continue
        spread = _formula_at(reading, i)
        if spread is None or reading.quote[i] >= 0:
            continue
        if found and _within(found[-1], spread[0]) and reading.owner[found[-1].first] == reading.owner[i]:
            last = found[-1]
            if last.reason is None:
                found[-1] = _with_reason(reading, last.first, max(last.stop, spread[1]))
            continue
        found.append(_with_reason(reading, *spread))
    return found


def _within(formula: Formula, first: int) -> bool:
    """Whether a formula at `first` is part of the one before, or of its reason."""
    return first < formula.stop + 4 or (formula.reason is not None and first < formula.reason[1])


def _formula_at(reading: Reading, i: int) -> tuple[int, int] | None:
    """The tokens of the formula whose telling word stands at `i`."""
    lows = reading.lows
    low = lows[i]
    begin, end = reading.sentences[reading.owner[i]]
    if low in _ANONYMOUS:
        first = i
        while first > begin and (lows[first - 1] in _CONDITION or lows[first - 1] in _ASKING) and i - first < 6:
            first -= 1
        return first, i + 1
    if low in _UNNAMED:
        return i, i + 1
    if low in _NAMING and any(w in ("be", "being", "been", "was", "were", "is") for w in lows[max(begin, i - 3) : i]):
        opens = _held_back(reading, begin, i, 9)
        by_name = lows[i + 1 : i + 3] == ["by", "name"]
        if opens is not None or by_name:
            return (opens if opens is not None else i), i + 1
        if lows[i + 1 : i + 2] in (["only"], ["simply"], ["just"]):
            return i, i + 2
    if low == "identified" and lows[i + 1 : i + 2] in (["only"], ["himself"], ["herself"], ["themselves"], ["simply"]):
        return i, i + 2
    if low in _NAMING and lows[i - 1] == "if" and i > begin:
        afraid = next((k for k in range(max(begin, i - 12), i) if lows[k] in _AFRAID), None)
        return (afraid, i + 1) if afraid is not None else None
    if low in _NAMES and i > begin and lows[i - 1] in _OWNERS:
        opens = _held_back(reading, begin, i, 9)
        if opens is not None:
            return opens, i + 1
        if any(w in _RELUCTANCE | _NEGATION for w in lows[i + 1 : min(end, i + 5)]):
            return i - 1, i + 1
    if low in _PERMISSION:
        lacking = low.startswith("un") or any(w in _NEGATION for w in lows[max(begin, i - 3) : i])
        if lacking and any(w in _SPEECH for w in lows[i + 1 : i + 4]):
            return max(begin, i - 2), i + 1
    if low in _LICENCE:
        lacking = any(w in _NEGATION or w.startswith("lack") for w in lows[max(begin, i - 4) : i])
        if lacking and lows[i + 1 : i + 2] in (["to"], ["for"], ["from"]):
            return i - 1, i + 1
    if low in _RECORD:
        before = lows[i - 1 : i] if low != "record" else lows[i - 2 : i - 1]
        if (low, before) in (("background", ["on"]), ("record", ["off"])) or (
            low == "attribution" and lows[i - 2 : i] == ["not", "for"]
        ):
            return i - 2, i + 1
        if low == "record" and before == ["on"] and _held_back(reading, begin, i, 10) is not None:
            return i - 2, i + 1
    return None


def _held_back(reading: Reading, begin: int, i: int, reach: int) -> int | None:
    """The token of a negation or reluctance in the clause before `i`."""
    for k in range(i - 1, max(begin, i - reach) - 1, -1):
        if reading.words[k] in (";", ":", "—", "“", '"'):
            return None
        low = reading.lows[k]
        if low in _NEGATION or low in _RELUCTANCE:
            while k > begin and reading.lows[k - 1] in _ASKING:
                k -= 1
            return k
    return None


def _with_reason(reading: Reading, first: int, stop: int) -> Formula:
    begin, end = reading.sentences[reading.owner[first]]
    permission = any(w in _PERMISSION or w in _AFRAID for w in reading.lows[first:stop])
    if permission:
        reason: tuple[int, int] | None = (first, _clause_end(reading, stop, end))
    else:
        reason = _reason(reading, stop, end) or _reason(reading, begin, first, before=True)
    if reason is None:
        return Formula(first, stop, None, False)
    words = " ".join(reading.lows[reason[0] : reason[1]]).replace(" n't", "n't")
    rote = any(form in words for form in speech.forms("voices", "rote")) or _lacks_permission(reading, *reason)
    return Formula(first, stop, reason, rote)


def _lacks_permission(reading: Reading, first: int, stop: int) -> bool:
    return any(reading.lows[i] in _PERMISSION and _formula_at(reading, i) is not None for i in range(first, stop))


def _reason(reading: Reading, first: int, stop: int, *, before: bool = False) -> tuple[int, int] | None:
    """The reason clause that opens between `first` and `stop`: near the formula, to its clause's end."""
    openers = by_first_word("reason")
    lows = reading.lows
    span = range(first, min(stop, first + 12)) if not before else range(max(first, stop - 24), stop)
    for i in span:
        for words in openers.get(lows[i], ()):
            if tuple(lows[i : i + len(words)]) != words:
                continue
            if words in (("as",), ("given",)) and lows[i + 1 : i + 2] in (["saying"], ["telling"], ["a"], ["only"]):
                continue
            if (
                words == ("as",)
                and i == first
                and lows[i - 1] in ("himself", "herself", "themselves", "only", "simply", "just")
            ):
                continue
            if words == ("as",) and before and lows[i + 1 : i + 2] in (["a"], ["an"], ["the"]):
                continue
            if words == ("to",) and (before or lows[i + 1] not in _PURPOSE):
                continue
            if words in (("saying",), ("for",)) and (before or reading.words[i - 1] != ","):
                continue
            if (
                words in (("saying",), ("citing",))
                and not before
                and lows[i - 2] not in ("anonymity", *_NAMING, *_NAMES)
            ):
                continue
            end = _clause_end(reading, i + len(words), stop)
            if end - i > 2 or (end - i == 2 and words != ("to",)):
                return i, end
        if lows[i] == "for" and any(
            w in ("reasons", "safety", "security", "protection", "fear") for w in lows[i:stop][:6]
        ):
            return i, _clause_end(reading, i + 1, stop)
    return None


def _clause_end(reading: Reading, place: int, stop: int) -> int:
    first = place
    while place < stop and reading.words[place] not in STOPS and place - first < _CLAUSE:
        if reading.words[place] in (",", ";", "—", "–") or reading.lows[place] in ("said", "told", "says", "added"):
            break
        place += 1
    return place


def formula_for(reading: Reading, phrase: Phrase, given: list[Formula]) -> Formula | None:
    """The formula that speaks of this source: in its sentence, or where the text goes on about it right behind."""
    sentence = reading.owner[phrase.first]
    best: Formula | None = None
    near = _REACH + 1
    begin = bisect_left(given, phrase.first - _SPAN, key=lambda f: f.first)
    end = bisect_left(given, phrase.stop + _SPAN, key=lambda f: f.first)
    for formula in given[begin:end]:
        there = reading.owner[formula.first]
        distance = abs(there - sentence)
        gap = reading.paragraph[there] - reading.paragraph[sentence]
        bare = best is not None and best.reason is None and formula.reason is not None and distance <= _REACH
        if (distance < near or bare) and gap in (0, 1):
            if distance and (there < sentence or not _speaks_of(reading, there, phrase)):
                continue
            if gap and not _named_again(reading, there, phrase):
                continue
            if best is not None and best.reason is not None and formula.reason is None:
                continue
            best, near = formula, distance + 1
    return best


def nearby(phrase: Phrase, given: list[Formula]) -> bool:
    """Whether a formula of anonymity stands in the phrase or right behind it."""
    place = bisect_left(given, phrase.first, key=lambda f: f.first)
    return place < len(given) and given[place].first < phrase.stop + 8


def _speaks_of(reading: Reading, sentence: int, phrase: Phrase) -> bool:
    """Whether a later sentence begins with this source again: `The official spoke on condition of anonymity`."""
    first, stop = reading.sentences[sentence]
    opening = reading.lows[first : min(stop, first + 12)]
    if phrase.head and singular(phrase.head) in (singular(w) for w in opening):
        return True
    again = opening[:1] == ["the"] and any(w in _GENERAL for w in opening[1:4])
    return again or bool(opening and opening[0] in _PERSONS)


def _named_again(reading: Reading, sentence: int, phrase: Phrase) -> bool:
    """Whether a sentence of the next paragraph begins with the source again: `The people declined to be named`."""
    first, stop = reading.sentences[sentence]
    opening = reading.lows[first : min(stop, first + 4)]
    same = phrase.head in opening or any(w in _GENERAL for w in opening)
    return (opening[:1] in (["the"], ["these"], ["this"]) and same) or opening[:1] in (["both"], ["all"])


def by_first_word(family: str) -> dict[str, list[tuple[str, ...]]]:
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
        if formula.reason is not None and formula.reason[0] <= cue.stop - 1 < formula.reason[1]:
            return True
        asking = any(low in _ASKING for low in reading.lows[cue.start : cue.stop])
        if (
            any(low in _NAMING for low in reading.lows[cue.start : cue.stop])
            and formula.first <= cue.stop - 1 < formula.stop
        ):
            return True
        if asking and cue.start - 3 <= formula.first <= cue.stop + 5 and formula.stop >= cue.stop - 1:
            return True
    return False
