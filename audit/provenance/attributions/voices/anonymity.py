"""Which formula of anonymity speaks of which source.

A formula stands in the sentence of its source, or where the text goes on about the source right behind.
"""

from __future__ import annotations

from bisect import bisect_left

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.tagging import RawAttribution
from audit.provenance.attributions.voices.distance import sentences_apart
from audit.provenance.attributions.voices.formulas import NAMING, Formula
from audit.provenance.attributions.voices.heads import Phrase
from audit.provenance.attributions.voices.number import singular
from audit.provenance.attributions.voices.silence import ASKING

_PERSONS = word_set("he she they his her their both all neither none two three four five six")
_GENERAL = word_set(
    "source sources official officials person people individual individuals man woman men women witness"
)
_NEW = word_set("a an another some several")
"""What brings in somebody else: `A source on the company side asked not to be named`."""
_ANYBODY = word_set("person official source employee worker staffer insider")
"""Nouns by which anybody described may be called again."""
_OTHERS = (["the", "other"], ["another"], ["the", "second"], ["a", "second"], ["a", "third"], ["the", "third"])
"""Owners of a formula that tells them from whoever spoke before: `The other, who was not allowed to speak`."""
_TWO = word_set("two both couple pair twins")
_SINGLE = word_set("he she they his her their")
_OPENING = word_set("asking requesting speaking declining refusing insisting talking wishing preferring")
_REACH = 3
_SPAN = 150
"""How many tokens from the source a formula is looked for."""


def formula_for(reading: Reading, phrase: Phrase, given: list[Formula]) -> Formula | None:
    """The formula that speaks of this source: in its sentence, or where the text goes on about it right behind."""
    sentence = reading.owner[phrase.first]
    best: Formula | None = None
    near = _REACH + 1
    begin = bisect_left(given, phrase.first - _SPAN, key=lambda f: f.first)
    end = bisect_left(given, phrase.stop + _SPAN, key=lambda f: f.first)
    for formula in given[begin:end]:
        there = reading.owner[formula.first]
        distance = abs(sentences_apart(reading, sentence, there))
        better = best is not None and best.reason is None and formula.reason is not None and distance <= _REACH
        if (distance >= near and not better) or reading.paragraph[there] - reading.paragraph[sentence] not in (0, 1):
            continue
        if best is not None and best.reason is not None and formula.reason is None:
            continue
        if _is_about(reading, formula, phrase):
            best, near = formula, distance + 1
    return best


def _is_about(reading: Reading, formula: Formula, phrase: Phrase) -> bool:
    """Whether a formula speaks of the source: in its clause, by a noun that goes back to it, or by what goes on with it."""
    sentence, there = reading.owner[phrase.first], reading.owner[formula.first]
    owner = _owner(reading, formula)
    if there <= sentence:
        return there == sentence and (owner is None or _owns(owner, phrase))
    if _of_another(reading, there, phrase):
        return False
    if owner is not None and _same(reading, owner, phrase):
        return True
    if owner is not None and not phrase.plural and reading.lows[owner[0] : owner[1]] in _OTHERS:
        return False
    if there - sentence == 1 and not phrase.plural and _anew(reading, there):
        return reading.paragraph[there] == reading.paragraph[sentence]
    across = reading.paragraph[there] > reading.paragraph[sentence]
    return _speaks_of(reading, there, phrase) and not (across and not _named_again(reading, there, phrase))


def _owner(reading: Reading, formula: Formula) -> tuple[int, int] | None:
    """The tokens of the noun phrase whose relative clause holds the formula: `said the relative, who asked …`."""
    lows, words = reading.lows, reading.words
    begin, _ = reading.sentences[reading.owner[formula.first]]
    who = next(
        (k for k in range(formula.stop - 1, max(begin, formula.first - 14), -1) if lows[k] in ("who", "whose", "whom")),
        None,
    )
    if who is None or any(words[k] in ("—", ";", "”") for k in range(who, formula.first)):
        return None
    stop = who - (words[who - 1] == ",")
    first = stop
    while (
        first > begin and stop - first < 6 and words[first - 1][0].isalnum() and lows[first - 1] not in phrases.CLAUSE
    ):
        first -= 1
        if lows[first] in ("the", "a", "an", "one", "two", "another"):
            break
    return (first, stop) if first < stop else None


def _owns(owner: tuple[int, int], phrase: Phrase) -> bool:
    """Whether a noun phrase is the source's own, or a part of it."""
    return owner[0] < phrase.stop + 2 and owner[1] > phrase.first


def _same(reading: Reading, owner: tuple[int, int], phrase: Phrase) -> bool:
    """Whether `the relative`, `the former employee` goes back to the source."""
    first, stop = owner
    if reading.lows[first] != "the":
        return False
    called = {singular(w) for w in _nouns(reading, phrase)}
    plain = speech.forms("voices", "seniority")
    if all(w in _ANYBODY or w in plain for w in reading.lows[first + 1 : stop]):
        called |= _ANYBODY
    same = [w for w in reading.lows[first:stop] if singular(w) in called]
    several = bool(same) and same[-1] != singular(same[-1])
    return bool(same) and several == phrase.plural


def _anew(reading: Reading, sentence: int) -> bool:
    """`A member who signed said …. The councillor, who cannot be named, …`: a noun that is new, for one just spoken of.

    Whoever is named has no name to withhold, so that a formula beside a definite noun speaks of the last one without.
    """
    first, stop = reading.sentences[sentence]
    head = next(
        (i for i in range(first + 1, min(stop - 1, first + 4)) if not reading.words[i + 1][0].isalpha()), first + 1
    )
    if reading.lows[first] != "the" or head >= stop or singular(reading.lows[head]) != reading.lows[head]:
        return False
    if reading.lows[head] in speech.forms("voices", "office"):
        return False  # `The mayor, who would not be quoted`: whose name all know
    said = reading.lows[head + 1 : head + 2] in ([","], ["asked"], ["spoke"], ["requested"], ["declined"], ["did"])
    begin = max(0, first - _SPAN)
    return said and not any(singular(low) == reading.lows[head] for low in reading.lows[begin:first])


def nearby(phrase: Phrase, given: list[Formula]) -> bool:
    """Whether a formula of anonymity stands in the phrase or right behind it."""
    place = bisect_left(given, phrase.first, key=lambda f: f.first)
    return place < len(given) and given[place].first < phrase.stop + 8


def _speaks_of(reading: Reading, sentence: int, phrase: Phrase) -> bool:
    """Whether a later sentence begins with this source again: `The official spoke on condition of anonymity`."""
    first, stop = reading.sentences[sentence]
    opening = reading.lows[first : min(stop, first + 12)]
    if (
        opening
        and opening[0] in _SINGLE
        and sentences_apart(reading, _last_named(reading, sentence, phrase), sentence) > 2
    ):
        return False  # a pronoun that far may be somebody else's
    several = opening[:1] in (["both"], ["all"], ["neither"], ["none"])
    alone = phrase.core_stop - phrase.first == 1  # `One said … Another said … Both asked …`
    if several and not phrase.plural and not alone and reading.lows[phrase.first] in ("a", "an", "another"):
        return False
    if opening and opening[0] in _NEW and opening[1:2] != ["of"]:
        return False
    if opening[:1] == ["both"] and phrase.plural and not _TWO & set(reading.lows[phrase.first : phrase.stop]):
        return False  # `Four employees …. One said …. Another said …. Both asked …`
    called = {singular(w) for w in _nouns(reading, phrase)}
    if called & {singular(w) for w in opening if w not in phrases.PRONOUNS}:
        return True
    if _said_behind(reading, first, stop, phrase):
        return True
    again = opening[:1] == ["the"] and any(w in _GENERAL for w in opening[1:4])
    if opening and opening[0] in ("he", "she", "his", "her") and phrase.plural:
        return False
    return again or bool(opening and opening[0] in _PERSONS) or _of_the_subject(reading, sentence)


def _last_named(reading: Reading, sentence: int, phrase: Phrase) -> int:
    """The last sentence before `sentence` that begins with the source by its noun; its own if there is none."""
    own = reading.owner[phrase.first]
    called = {singular(w) for w in _nouns(reading, phrase)}
    for k in range(sentence - 1, own, -1):
        first, stop = reading.sentences[k]
        opening = reading.lows[first : min(stop, first + 4)]
        if opening[:1] == ["the"] and called & {singular(w) for w in opening[1:]}:
            return k
    return own


def _said_behind(reading: Reading, first: int, stop: int, phrase: Phrase) -> bool:
    """`"…," he said, speaking anonymously`: a quotation with a pronoun that speaks behind it."""
    if reading.quote[first] < 0 or phrase.plural:
        return False
    lows, quote = reading.lows, reading.quote
    speaking = (i for i in range(first, stop - 1) if lows[i] in ("he", "she") and quote[i] < 0)
    return any(lows[i + 1] in ("said", "says", "added") for i in speaking)


def _nouns(reading: Reading, phrase: Phrase) -> list[str]:
    """The head, and the nouns of people in what is said of the source: `One, a kiln operator who left`."""
    known = speech.forms("voices", "head")
    also = [w for w in reading.lows[phrase.first : phrase.stop] if known.get(w, "").startswith("person")]
    return [phrase.head, *also] if phrase.head else also


def _of_the_subject(reading: Reading, sentence: int) -> bool:
    """`Asking that her name be withheld, she said …`: a participle that a pronoun's sentence opens with."""
    first, stop = reading.sentences[sentence]
    if reading.lows[first] not in _OPENING:
        return False
    comma = next((i for i in range(first + 1, stop - 1) if reading.words[i] == ","), None)
    return comma is not None and reading.lows[comma + 1] in ("he", "she", "they", "the")


def _of_another(reading: Reading, sentence: int, phrase: Phrase) -> bool:
    """Whether the noun that a later sentence begins with came up since: then it speaks of that one."""
    first, stop = reading.sentences[sentence]
    opening = [w for w in reading.lows[first : min(stop, first + 4)] if w in _GENERAL]
    if not opening or singular(opening[0]) == singular(phrase.head or "-"):
        return False
    return any(singular(w) == singular(opening[0]) for w in reading.lows[phrase.stop : first])


def _named_again(reading: Reading, sentence: int, phrase: Phrase) -> bool:
    """Whether a sentence of the next paragraph begins with the source again: `The people declined to be named`."""
    first, stop = reading.sentences[sentence]
    opening = reading.lows[first : min(stop, first + 4)]
    same = phrase.head in opening or any(w in _GENERAL for w in opening)
    return (opening[:1] in (["the"], ["these"], ["this"]) and same) or opening[:1] in (["both"], ["all"])


def asks_for_anonymity(reading: Reading, one: RawAttribution, given: list[Formula]) -> bool:
    """Whether the words only say that somebody is not named, or why: terms of a talk and no claim."""
    if not one.cue:
        return False
    cue = reading.inside(one.cue[0])
    place = bisect_left(given, cue.start - _SPAN, key=lambda f: f.first)
    for formula in given[place : place + 12]:
        if formula.reason is not None and formula.reason[0] <= cue.stop - 1 < formula.reason[1]:
            return True
        asking = any(low in ASKING for low in reading.lows[cue.start : cue.stop])
        if (
            any(low in NAMING for low in reading.lows[cue.start : cue.stop])
            and formula.first <= cue.stop - 1 < formula.stop
        ):
            return True
        if asking and cue.start - 3 <= formula.first <= cue.stop + 5 and formula.stop >= cue.stop - 1:
            return True
    return False
