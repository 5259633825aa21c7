"""Phrases of the classes at the head and the tail of a line.

A line is taken as words: runs of letters and digits, marks of Indic and Thai vowels among them. Scripts without spaces have
no such words; there a phrase may be the beginning or the end of a run.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from audit.lexicon.forms.folding import fold

from .classes import listed

Word = tuple[str, int, int]
"""A word, folded, and its span in the line."""
MOST_WORDS = 9
"""Words of the longest phrase."""
LONGEST_RUN = 8
"""Characters of the longest phrase in a script without spaces."""
_WORD = re.compile(r"[\w\u0900-\u0963\u0966-\u0dff\u0e00-\u0e7f]+|©")
_LABELS = frozenset({"source", "piece", "agency", "by", "first-print", "supplied", "copyright"})
_UNSPACED = "\u0e00"
"""From here on scripts have no spaces between words, Hangul aside, which parts words and joins particles to them."""


class Phrase(NamedTuple):
    """A phrase met in a line: the classes that it may be of, and how far it reaches, as an offset in the line."""

    classes: frozenset[str]
    at: int


def words_in(line: str) -> list[Word]:
    """The words of a folded line."""
    return [(found[0], found.start(), found.end()) for found in _WORD.finditer(line)]


@cache
def _index() -> tuple[dict[tuple[str, ...], frozenset[str]], frozenset[str], frozenset[str], dict[str, frozenset[str]]]:
    """Phrases by their words, first words, last words; and those of scripts without spaces."""
    spaced: dict[tuple[str, ...], frozenset[str]] = {}
    unspaced: dict[str, frozenset[str]] = {}
    for phrase, ids in listed().items():
        words = tuple(_WORD.findall(phrase))
        if phrase[0] >= _UNSPACED and len(words) == 1:
            unspaced[phrase] = ids
        spaced[words] = spaced[words] | ids if words in spaced else ids
    return spaced, frozenset(words[0] for words in spaced), frozenset(words[-1] for words in spaced), unspaced


def may_be_framed(words: list[Word]) -> bool:
    """Whether the words may open or end with a phrase: two look-ups, by which most lines of a page are left."""
    _, first, last, _ = _index()
    opens, ends = words[0][0], words[-1][0]
    return opens in first or ends in last or opens[0] >= _UNSPACED or ends[-1] >= _UNSPACED


def leading(words: list[Word], at: int) -> Phrase | None:
    """The longest phrase that opens the line at offset `at` or at the first word behind it."""
    spaced, first, _, unspaced = _index()
    i = next((i for i, word in enumerate(words) if word[2] > at), len(words))
    if i == len(words):
        return None
    text, start, end = words[i]
    if start >= at and text in first:
        for many in range(min(MOST_WORDS, len(words) - i), 0, -1):
            ids = spaced.get(tuple(word[0] for word in words[i : i + many]))
            if ids:
                return Phrase(ids, words[i + many - 1][2])
    rest = text[max(0, at - start) :]
    if rest and rest[0] >= _UNSPACED:
        for many in range(min(LONGEST_RUN, len(rest)), 0, -1):
            if ids := unspaced.get(rest[:many]):
                return Phrase(ids, end - len(rest) + many)
    return None


def trailing(words: list[Word], to: int) -> Phrase | None:
    """The longest phrase that ends the line at offset `to` or at the last word before it; `at` is where it begins."""
    spaced, _, last, unspaced = _index()
    i = next((i for i in range(len(words) - 1, -1, -1) if words[i][1] < to), -1)
    if i < 0:
        return None
    text, start, end = words[i]
    if end <= to and text in last:
        for many in range(min(MOST_WORDS, i + 1), 0, -1):
            ids = spaced.get(tuple(word[0] for word in words[i + 1 - many : i + 1]))
            if ids:
                return Phrase(ids, words[i + 1 - many][1])
    rest = text[: max(0, min(to, end) - start)]
    if rest and rest[-1] >= _UNSPACED:
        for many in range(min(LONGEST_RUN, len(rest)), 0, -1):
            if ids := unspaced.get(rest[-many:]):
                return Phrase(ids, start + len(rest) - many)
    return None


def only_labels(words: str) -> bool:
    """Whether words are a label of credits and nothing else: `Source`, `Nota`."""
    listed_words = words_in(fold(words))
    phrase = leading(listed_words, 0) if listed_words else None
    return phrase is not None and phrase.at == listed_words[-1][2] and not phrase.classes.isdisjoint(_LABELS)


def is_picture(line: str, words: list[Word]) -> bool:
    """Whether a line has a word of pictures or charts in it."""
    of_pictures = _pictures()
    if any(word in of_pictures for word, _, _ in words):
        return True
    return not line.isascii() and any(word in line for word in of_pictures if word[0] >= "\u2e80")


@cache
def _pictures() -> frozenset[str]:
    return frozenset(word for word, ids in listed().items() if "picture" in ids)
