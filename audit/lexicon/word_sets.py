"""Closed sets of words by which the floors above judge a name, a host or an address: rows of `word_sets.jsonl`.

A row has an id, its words or phrases (lower case; what is a host is written as one), a note, and examples: phrases with a word
of the set in them (`positive`), and phrases that only look as if they had one (`near_miss`). A test holds every row against its
examples.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec

ROWS = Path(__file__).parent / "word_sets.jsonl"
_TOKEN = re.compile(r"[\w.&'’-]*\w", re.UNICODE)


class _Words(msgspec.Struct, frozen=True):
    id: str
    words: tuple[str, ...]


class WordSetRow(_Words, frozen=True, forbid_unknown_fields=True):
    """A row with what only people and tests read."""

    note: str
    positive: tuple[str, ...]
    near_miss: tuple[str, ...]


@cache
def _rows() -> dict[str, frozenset[str]]:
    return {row.id: frozenset(row.words) for row in msgspec.json.Decoder(_Words).decode_lines(ROWS.read_bytes())}


def words_of(set_id: str) -> frozenset[str]:
    """The words of a set. Raises `KeyError` for an id that no row has."""
    return _rows()[set_id]


@cache
def alternatives(set_id: str) -> str:
    """The words of a set as the alternatives of an expression, longer ones first, a space for any white space."""
    words = sorted(words_of(set_id), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


def holds(set_id: str, phrase: str) -> bool:
    """Whether a phrase is one of the set, or a word of the set stands in it; in any case."""
    low = phrase.casefold()
    return not words_of(set_id).isdisjoint((low, *_TOKEN.findall(low)))
