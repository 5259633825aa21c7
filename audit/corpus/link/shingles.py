"""A text as hashes of five words in a row, and the few of them, its marks, by which other pages that hold it are found.

Marks are chosen by winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting",
2003): of every 16 shingles in a row the one with the least hash. Whatever two texts have in common over twenty words or more
gives them a mark in common, however little of either it is; a text cut to two fifths shares nearly all marks of what is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from audit.lineage.words import WORD
from audit.model import Span

SHINGLE = 5
"""Words of a shingle."""
WINDOW = 16
"""Shingles of which one at least is a mark."""
DENSITY = 2 / (WINDOW + 1)
"""The share of shingles that are marks, for random hashes."""

Array = npt.NDArray[Any]
_LONGEST_WORD = 64
"""Characters of a word that count, one power each."""
_QUOTES = re.compile('["“”„«»「」『』‹›‘]')
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_STEP = np.uint64(0x9E3779B97F4A7C15)


def _powers(count: int, base: int) -> npt.NDArray[np.uint64]:
    return np.array([pow(base, n, 1 << 64) for n in range(count)], np.uint64)


_IN_WORD = _powers(_LONGEST_WORD, 0xC2B2AE3D27D4EB4F)
_IN_SHINGLE = _powers(SHINGLE, 0x165667B19E3779F9)


class Sketches(NamedTuple):
    """The sketches of some pages, one page after another.

    `shingles`: 32 bits of each shingle, sorted, once each; `sizes`: how many each page has. `marks`: 64 bits of each mark,
    `owners`: the page it is of, by its place among the pages.
    """

    shingles: npt.NDArray[np.uint32]
    sizes: npt.NDArray[np.int64]
    marks: npt.NDArray[np.uint64]
    owners: npt.NDArray[np.int64]


def sketches(pages: Sequence[Sequence[str]]) -> Sketches:
    """The sketches of `pages`; each is given as passages over whose ends no shingle reaches.

    All pages are worked on at once, character by character: that takes some forty microseconds a page.
    """
    passages = [passage.casefold() for page in pages for passage in page]
    text = np.frombuffer("\n".join((*passages, "")).encode("utf-32-le", "surrogatepass"), np.uint32)
    page_of_passage = np.repeat(np.arange(len(pages)), [len(page) for page in pages])
    ends = np.cumsum([len(passage) + 1 for passage in passages])
    starts, words = _words(text)
    passage = np.searchsorted(ends, starts, "right")
    last = max(len(words) - SHINGLE + 1, 0)
    shingled = np.zeros(last, np.uint64)
    for place in range(SHINGLE):
        shingled += words[place : place + last] * _IN_SHINGLE[place]
    whole = passage[:last] == passage[SHINGLE - 1 :] if last else np.zeros(0, np.bool_)
    shingled, owner = _mixed(shingled[whole]), page_of_passage[passage[:last][whole]]
    keyed = np.sort((owner.astype(np.uint64) << np.uint64(32)) | (shingled >> np.uint64(32)))
    keyed = keyed[np.concatenate([np.ones(min(len(keyed), 1), np.bool_), keyed[1:] != keyed[:-1]])]
    sizes = np.bincount((keyed >> np.uint64(32)).astype(np.int64), minlength=len(pages))
    return Sketches(keyed.astype(np.uint32), sizes, *_marks(shingled, owner))


def _words(text: npt.NDArray[np.uint32]) -> tuple[Array, Array]:
    """Where the words of `text` (code points) begin, and a hash of each."""
    sort = _sorts()[np.minimum(text, 0xFFFF)]
    inside = sort > 0
    begins = (sort == 2) | ((sort == 1) & np.concatenate([[True], sort[:-1] != 1])) if len(sort) else inside
    starts = np.flatnonzero(begins)
    if not len(starts):
        return starts, np.empty(0, np.uint64)
    number = np.cumsum(begins) - 1
    place = np.arange(len(text)) - starts[np.maximum(number, 0)]
    value = _mixed(text.astype(np.uint64) * _STEP) * _IN_WORD[np.clip(place, 0, _LONGEST_WORD - 1)]
    value[~inside] = 0
    return starts, _mixed(np.add.reduceat(value, starts))


@cache
def _sorts() -> npt.NDArray[np.uint8]:
    """For each code point of the basic plane: 0 between words, 1 in a word, 2 a word by itself, as the aligner has it."""
    characters = "".join(map(chr, range(0x10000)))
    alone = [WORD.match(c + "x") for c in characters]
    return np.array([0 if m is None else 2 if m.end() == 1 else 1 for m in alone], np.uint8)


def _mixed(hashes: Array) -> Array:
    """Every bit of a hash made to depend on all others (the end of MurmurHash3)."""
    hashes = hashes ^ (hashes >> np.uint64(33))
    hashes *= _MIX
    hashes ^= hashes >> np.uint64(29)
    return hashes


def _marks(shingled: Array, owner: Array) -> tuple[Array, Array]:
    least = shingled
    reach = 1
    while reach < WINDOW:  # the least of 2, 4, 8, 16 in a row
        least = np.minimum(least[:-reach], least[reach:])
        reach *= 2
    if not len(least):
        return least, owner[:0]
    of = owner[: len(least)]
    kept = of == owner[WINDOW - 1 :]
    least, of = least[kept], of[kept]
    new = np.concatenate([np.ones(min(len(least), 1), np.bool_), (least[1:] != least[:-1]) | (of[1:] != of[:-1])])
    return least[new], of[new]


def unquoted(block: str) -> list[str]:
    """What of a block is not quoted speech, as passages: what everybody heard links nobody to anybody."""
    if not _QUOTES.search(block):
        return [block]
    from audit.provenance.attributions.reading.quotes import find_quotations

    passages: list[str] = []
    at = 0
    for quotation in find_quotations(block, (Span(0, len(block)),)):
        if not quotation.scare(block):
            passages.append(block[at : quotation.span.start])
            at = quotation.span.end
    passages.append(block[at:])
    return passages


def containment(one: npt.NDArray[np.uint32], other: npt.NDArray[np.uint32]) -> tuple[int, float]:
    """How many shingles two sketches share, and which share of the smaller one that is."""
    if not len(one) or not len(other):
        return 0, 0.0
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared, shared / min(len(one), len(other))
