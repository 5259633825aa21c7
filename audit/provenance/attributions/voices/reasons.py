"""Why a source is not named: the clause of cause, fear or purpose next to a formula of anonymity.

Behind the formula it is opened by a conjunction (`because`), a preposition of cause or purpose (`for fear of`), a
participle (`fearing`, `discussing`) or a colon; before it by a conjunction at the sentence's start or by a verb of
fear; it may also be the next sentence (`She fears losing her job`).
"""

from __future__ import annotations

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import STOPS, Reading

FEAR = word_set("feared fears fearing fear afraid worried scared worries terrified")
_FEARED = word_set("feared fears fear worries worried")
_TALKING = word_set(
    """
    discussing describing disclosing revealing sharing commenting criticising criticizing speaking talking addressing
    detailing recounting divulging
    """
)
_TO_WHOM = word_set("reporters journalists media press newspapers broadcasters")
_SAYING = word_set("saying explaining noting stating pleading insisting arguing")
_FOR = word_set("reasons safety security protection fear fears sake")
_COMPARING = word_set("of if though well soon much many long far part usual")
"""What makes `as` no conjunction of cause: `as of`, `as if`."""
_ONLY = word_set("himself herself themselves only simply just")
_FINITE = word_set("said told says added tells adds")
_TOLD = frozenset((",", "us", "me", "reporters", "journalists"))
_PAUSES = frozenset((",", ";", "—", "–", ".", ":"))
_WINDOW = 12
"""How many tokens behind a formula its reason may open."""
_BEFORE = 24
_CLAUSE = 40


def beside(reading: Reading, first: int, stop: int) -> tuple[int, int] | None:
    """The reason for the formula at tokens `first` to `stop`: behind it, before it, or in the next sentence."""
    begin, end = reading.sentences[reading.owner[first]]
    return (
        _behind(reading, stop, end) or _before(reading, begin, first) or _next_sentence(reading, reading.owner[first])
    )


def spoken(reading: Reading, first: int, quotation: int) -> tuple[int, int] | None:
    """The reason behind a speaker's own wish, within the quotation: `“Don't use my name, they will sack me”`."""
    _, stop = reading.quotation(quotation)
    place = next((i for i in range(first, min(stop, first + 6)) if reading.words[i] in _PAUSES), None)
    cause = next(
        (i for i in range(first, min(stop, first + 6)) if _opener(reading, i) and reading.lows[i] != "to"), None
    )
    if cause is not None:
        place = cause - 1
    if place is None:
        return None
    end = place + 1
    while end < stop and reading.words[end] not in STOPS and reading.words[end][0] not in ',;”"':
        end += 1
    return (place + 1, end) if end - place > 3 else None


def clause_end(reading: Reading, place: int, stop: int) -> int:
    """One past the clause that goes on at `place`."""
    first = place
    while place < stop and reading.words[place] not in STOPS and place - first < _CLAUSE:
        spoken = reading.lows[place] in _FINITE and reading.lows[place - 1] not in phrases.AUXILIARIES
        if place - first < 3 and reading.lows[place - 1] in phrases.PRONOUNS:
            spoken = False  # `as he told his work that he was ill`
        if reading.words[place] in (",", ";", "—", "–") or spoken:
            break
        place += 1
    return place


def _behind(reading: Reading, first: int, stop: int) -> tuple[int, int] | None:
    lows, words = reading.lows, reading.words
    if first < stop and words[first] in (":", ";") and first + 2 < stop:
        return first + 1, _sentence_end(reading, first + 1, stop)
    if first < stop and lows[first] == "that":
        return None  # `on condition of anonymity that …`: what the source says
    if (
        first + 1 < stop
        and words[first] == ","
        and lows[first + 1] in ("who", "whose")
        and FEAR & set(lows[first + 2 : first + 4])
    ):
        return first + 1, clause_end(reading, first + 2, stop)  # `is not naming the engineer, who fears …`
    if first < stop and lows[first] in _TALKING:
        return first, clause_end(reading, first + 1, stop)
    for i in range(first, min(stop, first + _WINDOW)):
        if lows[i] in _FINITE or (lows[i] == "that" and i > first and lows[i - 1] in _TOLD):
            return None  # what follows is what the source says
        opener = _opener(reading, i)
        if opener and _opens_a_reason(reading, i, opener, first):
            end = clause_end(reading, _behind_a_parenthesis(reading, i + opener), stop)
            if end - i > 2 or (end - i == 2 and lows[i] != "to"):
                return i, end
        if lows[i] == "for" and any(w in _FOR for w in lows[i:stop][:6]):
            return i, clause_end(reading, i + 1, stop)
    return None


def _behind_a_parenthesis(reading: Reading, place: int) -> int:
    """`because, she said, she would like …`: past who says so."""
    words = reading.words[place : place + 4]
    return (
        place + 4 if len(words) == 4 and words[0] == words[3] == "," and reading.lows[place + 2] in _FINITE else place
    )


def _opener(reading: Reading, i: int) -> int:
    """How many tokens the words at `i` that open a reason have; 0 where none do."""
    for words in by_first_word("reason").get(reading.lows[i], ()):
        if tuple(reading.lows[i : i + len(words)]) == words:
            return len(words)
    return 0


def _opens_a_reason(reading: Reading, i: int, length: int, first: int) -> bool:
    """Whether words that can open a reason do so behind a formula that ends before `first`."""
    lows, words = reading.lows, reading.words
    low = lows[i]
    nxt = lows[i + 1] if i + 1 < len(lows) else "."
    if length == 1 and low in ("as", "given") and nxt in ("saying", "telling", "a", "an", "only"):
        return False
    if length == 1 and low == "as" and nxt in _COMPARING:
        return False
    if length == 1 and low == "as" and (lows[i - 1] in _ONLY or (i == first and words[i + 1][0].isupper())):
        return False  # `identified himself only as`, `named as Karim`
    if length == 1 and low == "to":
        return nxt not in phrases.DETERMINERS and nxt not in _TO_WHOM and words[i + 1][0].islower() and i - first < 3
    if low == "for" and length == 1:
        return words[i - 1] == ","
    if low in _SAYING:
        return words[i - 1] == "," or i == first
    return True


def _before(reading: Reading, begin: int, first: int) -> tuple[int, int] | None:
    """`Because she still works there, she asked …`, `who feared arrest and asked …`, `has family there and so asked …`."""
    lows, words = reading.lows, reading.words
    if first - 1 > begin and "so" in lows[max(begin, first - 3) : first] and first - begin < 30:
        so = max(k for k in range(max(begin, first - 3), first) if lows[k] == "so")
        clause = next((k + 1 for k in range(so - 1, begin, -1) if words[k] in (",", "—", ";")), begin)
        stop = so - 1 if lows[so - 1] == "and" else so
        if words[stop - 1] == ",":
            clause, stop = (
                next((k + 1 for k in range(stop - 2, begin, -1) if words[k] in (",", "—", ";")), begin),
                stop - 1,
            )
        if stop - clause > 2 and lows[first] != "so":
            return clause, stop
    for i in range(max(begin, first - _BEFORE), first):
        opener = _opener(reading, i)
        if lows[i] in _FEARED and any(w == "and" for w in lows[i + 1 : first]):
            opener = 1
        if not opener or (opener == 1 and lows[i] in ("to", "saying", "for")):
            continue
        if opener == 1 and lows[i] == "as" and lows[i + 1] in ("a", "an", "the"):
            continue
        if opener == 1 and lows[i] in ("as", "given") and lows[i + 1] in ("saying", "telling", "only"):
            continue
        end = clause_end(reading, i + opener, first)
        if end == first and "and" in lows[i + 1 : first]:
            end = max(k for k in range(i + 1, first) if lows[k] == "and")
        if end - i >= 2:
            return i, end
    return None


def _next_sentence(reading: Reading, sentence: int) -> tuple[int, int] | None:
    """`He asked not to be named. He fears for his job.`: a sentence of fear right behind."""
    nxt = sentence + 1
    if nxt >= len(reading.sentences) or reading.paragraph[nxt] != reading.paragraph[sentence]:
        return None
    first, stop = reading.sentences[nxt]
    if reading.lows[first] not in phrases.PRONOUNS:
        return None
    place = next((k for k in range(first + 1, min(stop, first + 4)) if reading.lows[k] in FEAR), None)
    if place is None or reading.quote[place] >= 0:
        return None
    return place, clause_end(reading, place + 1, stop)


def _sentence_end(reading: Reading, place: int, stop: int) -> int:
    while place < stop and reading.words[place] not in STOPS:
        place += 1
    return place


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
