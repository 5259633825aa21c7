"""Words and pairs of words of a run as numbered features, for learned weights: no list of words, no language.

A word is hashed into one of `BUCKETS` numbers, folded, its digits all the same; so are two words in a row, the first and
the last word, and the whole of a short text. In scripts that write no blanks each character counts as a word. All runs of a
page are hashed at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from audit.page.features.letters import CJK, DIGIT, LOWER, UPPER, Letters

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.page.features.arrays import Counts, Numbers

BITS = 15
BUCKETS = 1 << BITS
WORDS = 32
"""Words of a run that count: half of them from its start, half from its end."""
WHOLE = 6
"""Most words of a text that is a feature as a whole."""
_LETTERS = 24
_MIX = np.uint64(0x9E3779B97F4A7C15)
_KINDS = np.array(
    [0xD6E8FEB86659FD93, 0xA0761D6478BD642F, 0xE7037ED1A0B428DB, 0x8EBC6AF09C88C6E3, 0x589965CC75374CC3],
    dtype=np.uint64,
)
_WORD, _PAIR, _FIRST, _LAST, _ALL = range(5)
_PLACES = np.cumprod(np.full(_LETTERS, 0x5851F42D4C957F2D, dtype=np.uint64))
"""What the letters of a word are multiplied by, by their place in it; and the words of a whole text."""


def hashed(letters: Letters) -> tuple[Counts, Counts]:
    """(run, bucket) of each feature, two arrays of one length."""
    kinds = letters.classes
    apart = kinds == CJK
    inside = (kinds == LOWER) | (kinds == UPPER) | (kinds == DIGIT) | apart
    before = np.concatenate(([False], inside[:-1]))
    begins = np.flatnonzero(inside & (~before | apart | np.concatenate(([False], apart[:-1]))))
    if not len(begins):
        none = np.zeros(0, dtype=np.int64)
        return none, none
    sizes = np.diff(np.append(begins, len(kinds)))
    place = np.minimum(np.arange(begins[0], len(kinds)) - np.repeat(begins, sizes), _LETTERS - 1)
    codes = np.where(inside, letters.codes, 0)[begins[0] :].astype(np.uint64)
    words = np.add.reduceat(codes * _PLACES[place], begins - begins[0])
    run = letters.run[begins]
    in_run = np.bincount(run, minlength=len(letters.starts))
    first = np.cumsum(in_run) - in_run
    rank = np.arange(len(words)) - first[run]
    total = in_run[run]
    near = (rank < WORDS // 2) | (rank >= total - WORDS // 2)
    follows = near[:-1] & near[1:] & (run[:-1] == run[1:])
    pairs = words[:-1][follows] * _MIX + words[1:][follows]
    whole = np.flatnonzero((in_run > 0) & (in_run <= WHOLE))
    by_rank = words * _PLACES[np.minimum(rank, _LETTERS - 1)]
    summed = np.add.reduceat(by_rank, first[in_run > 0])[np.cumsum(in_run > 0)[whole] - 1]
    found = (
        (_WORD, run[near], words[near]),
        (_PAIR, run[:-1][follows], pairs),
        (_FIRST, run[rank == 0], words[rank == 0]),
        (_LAST, run[rank == total - 1], words[rank == total - 1]),
        (_ALL, whole, summed),
    )
    return (
        np.concatenate([runs for _, runs, _ in found]),
        np.concatenate([_bucket(kind, hashes) for kind, _, hashes in found]),
    )


def _bucket(kind: int, hashes: NDArray[np.uint64]) -> Counts:
    mixed = (hashes ^ (hashes >> np.uint64(29))) * _KINDS[kind]
    mixed ^= mixed >> np.uint64(32)
    numbers: Counts = ((mixed * _MIX) >> np.uint64(64 - BITS)).astype(np.int64)
    return numbers


def weigh(runs: Counts, buckets: Counts, weights: NDArray[np.float32], count: int) -> Numbers:
    """For each of `count` runs the weight of its words: their sum over the root of their number."""
    total = np.bincount(runs, weights=weights[buckets], minlength=count)
    return total / np.sqrt(np.maximum(np.bincount(runs, minlength=count), 1))
