"""Proper names of a text, without the words that only a sentence's beginning writes with a capital.

In scripts without capitals nothing is read; in German, which writes every noun with one, only names of two words and more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from audit.findings.drift.words import forms
from audit.lexicon.forms.folding import fold
from audit.model import Span
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import name_runs, names

NO_CASE = frozenset(["ar", "ur", "hi", "fa", "he", "zh", "ja", "ko", "th"])
_SPELT = 0.7
"""Likeness of two words from which one may be the other, spelt differently."""


class Name(NamedTuple):
    """A name and its words, folded, particles left out."""

    span: Span
    words: tuple[str, ...]


def read_names(reading: Reading, language: str, taken: Sequence[Span] = ()) -> Iterator[Name]:
    """Every name of the text but those inside `taken` (dates), in order."""
    if language in NO_CASE:
        return
    blocked = {t for span in taken for t in reading.inside(span)}
    inside = _capitalised_inside(reading)
    shortest = 2 if language == "de" else 1
    for begin, end in reading.sentences:
        if language != "de" and title_case(reading, begin, end):
            continue
        opening = _first_word(reading, begin, end)
        for first, stop in _runs(reading, begin, end, language):
            while first < stop and (
                first in blocked
                or (first == opening and (reading.lows[first] in reading.plain or reading.words[first] not in inside))
                or reading.lows[first] in forms(language, "number")
            ):
                first += 1
            while stop > first and (stop - 1 in blocked or not reading.words[stop - 1][0].isalnum()):
                stop -= 1
            words = tuple(w for i in range(first, stop) for w in names.name_words(fold(reading.words[i])))
            if stop - first >= shortest and words and not any(i in blocked for i in range(first, stop)):
                yield Name(reading.span(first, stop), words)


def _runs(reading: Reading, begin: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words; in German without `von` and `der`, which join nouns as well as names."""
    for first, stop in name_runs.runs(reading, begin, end):
        at = first
        for i in range(first, stop + 1):
            if i == stop or (language == "de" and not reading.words[i][0].isupper()):
                if at < i:
                    yield at, i
                at = i + 1


def _capitalised_inside(reading: Reading) -> frozenset[str]:
    """Words that stand with a capital behind the first word of some sentence."""
    openings = {_first_word(reading, begin, end) for begin, end in reading.sentences}
    return frozenset(w for i, w in enumerate(reading.words) if w[0].isupper() and i not in openings)


def _first_word(reading: Reading, begin: int, end: int) -> int:
    return next((i for i in range(begin, end) if reading.words[i][0].isalnum()), begin)


def title_case(reading: Reading, begin: int, end: int) -> bool:
    """A line in which nearly every longer word has a capital: there, capitals say nothing of names."""
    longer = [w for w in reading.words[begin:end] if len(w) > 3 and w[0].isalpha()]
    return len(longer) >= 4 and sum(w[0].isupper() for w in longer) >= 0.75 * len(longer)


def agree(one: Name, other: Name) -> bool:
    """Whether two names have a word in common or one abbreviates the other: `Maria Tesk`, `Tesk`, `M. Tesk`; `WHO`."""
    if set(one.words) & set(other.words):
        return not _differ_in_a_word(one, other)
    return _initials(one.words) == "".join(other.words) or _initials(other.words) == "".join(one.words)


def _initials(words: Sequence[str]) -> str:
    return "".join(w[0] for w in words) if len(words) > 1 else ""


def _differ_in_a_word(one: Name, other: Name) -> bool:
    """Two names of as many words that share some and differ in one: `Maria Tesk` and `Marta Tesk`."""
    if len(one.words) != len(other.words) or len(one.words) < 2:
        return False
    return sum(a != b for a, b in zip(one.words, other.words, strict=True)) == 1


def spelt_alike(one: Name, other: Name) -> bool:
    """Whether the two look like one name in two spellings, or share a word and differ in another."""
    if _differ_in_a_word(one, other):
        return True
    return any(
        a != b and min(len(a), len(b)) > 3 and Levenshtein.normalized_similarity(a, b) >= _SPELT
        for a in one.words
        for b in other.words
    )
