"""Tokens to the integers that the network reads: word, suffix, prefix, and a combination of case and quotation.

Each token becomes four indices into four embedding tables. A paragraph is followed by one break token, so that the
convolutions see where it ends.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from typing import NamedTuple
from zlib import crc32

from audit.provenance.attributions.model_tokens import QUOTES, Tokens

UNKNOWN, BREAK, NUMBER = 0, 1, 2
RESERVED = ("<unknown>", "<break>", "<number>")
"""The first words of every vocabulary."""
SUFFIXES, PREFIXES = 4096, 2048
CASES, QUOTATIONS = 8, 3
COMBINATIONS = CASES * 2 * QUOTATIONS * 2
_CURLED = str.maketrans("’‘`", "'''")


class Features(NamedTuple):
    """Four equally long index arrays; `place[i]` is where token `i` stands in them."""

    words: array[int]
    suffixes: array[int]
    prefixes: array[int]
    combinations: array[int]
    place: array[int]


def featurise(tokens: Tokens, vocabulary: Mapping[str, int]) -> Features:
    """The indices of all tokens, with a break before, between and after paragraphs."""
    words, suffixes, prefixes, combinations = (array("i") for _ in range(4))
    place = array("i")
    known: dict[str, tuple[int, int, int, int]] = {}
    paragraph = -1
    for first, last in tokens.bounds:
        if tokens.paragraph[first] != paragraph:
            paragraph = tokens.paragraph[first]
            _append_break(words, suffixes, prefixes, combinations)
        quotation = _quotation(tokens, first, last)
        for i in range(first, last):
            token = tokens.words[i]
            of_type = known.get(token)
            if of_type is None:
                of_type = known[token] = _of_type(token, vocabulary)
            word, suffix, prefix, case = of_type
            place.append(len(words))
            words.append(word)
            suffixes.append(suffix)
            prefixes.append(prefix)
            combinations.append(((case * 2 + tokens.quoted[i]) * QUOTATIONS + quotation) * 2 + (i == first))
    _append_break(words, suffixes, prefixes, combinations)
    return Features(words, suffixes, prefixes, combinations, place)


def normal(token: str) -> str:
    """A token as the vocabulary spells it."""
    return token.lower().translate(_CURLED)


def _append_break(*columns: array[int]) -> None:
    for column, value in zip(columns, (BREAK, 0, 0, 0), strict=True):
        column.append(value)


def _of_type(token: str, vocabulary: Mapping[str, int]) -> tuple[int, int, int, int]:
    folded = normal(token)
    if folded[0].isdigit():
        word = NUMBER
    else:
        word = vocabulary.get(folded, UNKNOWN)
        if word == UNKNOWN and "-" in folded:
            word = vocabulary.get(folded.rsplit("-", 1)[1], UNKNOWN)
    suffix = 1 + crc32(folded[-3:].encode()) % (SUFFIXES - 1)
    prefix = 1 + crc32(folded[:3].encode()) % (PREFIXES - 1)
    return word, suffix, prefix, _case(token)


def _case(token: str) -> int:
    head = token[0]
    if head.isdigit():
        return 1
    if not head.isalnum():
        return 3 if token in QUOTES else 2
    if token.islower():
        return 4
    if len(token) > 1 and token.isupper():
        return 5
    return 6 if head.isupper() else 7


def _quotation(tokens: Tokens, first: int, last: int) -> int:
    """How much of a sentence stands inside quotation marks: 0 none, 1 some, 2 all."""
    quoted = sum(tokens.quoted[first:last])
    return 0 if not quoted else 2 if quoted == last - first else 1
