"""Number words, units, months, weekdays and negations, as data: `words.jsonl`, a row a class of words of one language.

`forms` maps each form, in lower case, to what it means: a value, a unit's size, a month's number. Language `*` is any.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One class of words and its examples."""

    id: str
    family: str
    language: str
    forms: Mapping[str, str]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]
    note: str


@cache
def rows() -> tuple[Row, ...]:
    """All rows, in file order."""
    lines = Path(__file__).with_name("words.jsonl").read_bytes()
    return tuple(msgspec.json.Decoder(Row).decode_lines(lines))


@cache
def forms(language: str, family: str) -> Mapping[str, str]:
    """The forms of a family in `language` and in any; empty where the language has none."""
    table: dict[str, str] = {}
    for row in rows():
        if row.family == family and row.language in (language, "*"):
            table.update(row.forms)
    return table


@cache
def longest(language: str, family: str) -> int:
    """Words of the family's longest form."""
    return max((len(form.split()) for form in forms(language, family)), default=0)
