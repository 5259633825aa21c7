"""Tokens to the integers that the network reads: word, suffix, prefix, and a combination of case and quotation.

Each token becomes four indices into four embedding tables. Before, between and after paragraphs stands one break, so
that the convolutions see where they end.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

import numpy as np

from audit.provenance.attributions.learned.tokens import QUOTES, Tokens

UNKNOWN, BREAK, NUMBER = 0, 1, 2
RESERVED = ("<unknown>", "<break>", "<number>")
"""The first words of every vocabulary."""
SUFFIXES, PREFIXES = 4096, 2048
CASES, QUOTATIONS = 8, 3
COMBINATIONS = CASES * 2 * QUOTATIONS * 2
_CURLED = str.maketrans("’‘`", "'''")

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Integers = NDArray[np.intp]


class Features(NamedTuple):
    """Four equally long index arrays; `place[i]` is where token `i` stands in them."""

    words: Integers
    suffixes: Integers
    prefixes: Integers
    combinations: Integers
    place: Integers


def featurise(tokens: Tokens, vocabulary: Mapping[str, int]) -> Features:
    """The indices of all tokens, with a break before, between and after paragraphs."""
    kinds: dict[str, int] = {}
    kind = np.array([kinds.setdefault(word, len(kinds)) for word in tokens.words], dtype=np.intp)
    of_kind = np.array([_of_type(word, vocabulary) for word in kinds], dtype=np.intp).reshape(-1, 4)[kind]
    quoted = np.array(tokens.quoted, dtype=np.intp)
    starts = np.array([first for first, _ in tokens.bounds], dtype=np.intp)
    opening = np.zeros(len(kind), dtype=np.intp)
    opening[starts] = 1
    combinations = ((of_kind[:, 3] * 2 + quoted) * QUOTATIONS + _quotation(quoted, starts)) * 2 + opening
    paragraph = np.array(tokens.paragraph, dtype=np.intp)
    breaks = np.cumsum(np.diff(paragraph, prepend=-1) != 0)
    place = np.arange(len(kind)) + breaks
    size = len(kind) + (int(breaks[-1]) if len(breaks) else 0) + 1
    columns = np.zeros((4, size), dtype=np.intp)
    columns[0] = BREAK
    columns[:3, place] = of_kind[:, :3].T
    columns[3, place] = combinations
    return Features(columns[0], columns[1], columns[2], columns[3], place)


def normal(token: str) -> str:
    """A token as the vocabulary spells it."""
    return token.lower().translate(_CURLED)


def _of_type(token: str, vocabulary: Mapping[str, int]) -> tuple[int, int, int, int]:
    folded = normal(token)
    if folded[0].isdigit():
        word = NUMBER
    else:
        word = vocabulary.get(folded, UNKNOWN)
        if word == UNKNOWN and "-" in folded:
            word = vocabulary.get(folded.rsplit("-", 1)[1], UNKNOWN)
    return word, 1 + _hash(folded[-3:]) % (SUFFIXES - 1), 1 + _hash(folded[:3]) % (PREFIXES - 1), _case(token)


def _hash(letters: str) -> int:
    """A number that is the same in every process; half a surrogate pair counts as a letter."""
    return crc32(letters.encode("utf-8", "surrogatepass"))


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


def _quotation(quoted: Integers, starts: Integers) -> Integers:
    """For each token, how much of its sentence stands inside quotation marks: 0 none, 1 some, 2 all."""
    if not len(starts):
        return quoted
    sizes = np.diff(starts, append=len(quoted))
    inside = np.add.reduceat(quoted, starts)
    return np.repeat((inside > 0).astype(np.intp) + (inside == sizes), sizes)
