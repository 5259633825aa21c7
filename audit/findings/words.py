"""Words that rules look for, as data: `words.jsonl`, a row a group of words.

A row has `id`, `list` (the list that a rule asks for), `languages`, `words`, `note`, and examples: `fires`, texts in which
the list must be found, and `spares`, texts in which it must not. A `*` at a word's end stands for any letters. Words are
bounded by what is no letter and no digit; rows of scripts without spaces say `"bounded": false`.

The lists are compiled on first use, into one linear pattern each, and run over bounded pieces of text.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from audit.model import Span

LONGEST = 20_000
"""Characters of a text that a list is looked for in: a paragraph, a notice, a byline; never a whole hostile page."""

MEMORY = 32 << 20
"""Bytes that one list's automaton may take; the lists need far less, and none may fall back to a slower engine."""


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One group of words and its examples."""

    id: str
    list: str
    languages: tuple[str, ...]
    words: tuple[str, ...]
    note: str
    fires: tuple[str, ...]
    spares: tuple[str, ...]
    bounded: bool = True


@cache
def rows() -> tuple[Row, ...]:
    """All rows, in file order."""
    lines = files("audit.findings").joinpath("words.jsonl").read_bytes().splitlines()
    decoder = msgspec.json.Decoder(Row)
    return tuple(decoder.decode(line) for line in lines if line.strip())


def finds(name: str, text: str) -> bool:
    """True where a word of the list `name` stands in `text`."""
    return first(name, text) is not None


def first(name: str, text: str) -> Span | None:
    """The first word of the list `name` in `text`, or None. Raises `KeyError` for a list that does not exist."""
    piece = text[:LONGEST]
    found = [Span(m.start(1), m.end(1)) for pattern in _pattern(name) if (m := pattern.search(piece))]
    return min(found, default=None)


@cache
def _pattern(name: str) -> Any:
    """The list as one pattern whose first group is the word found."""
    import re2

    listed = [r for r in rows() if r.list == name]
    if not listed:
        raise KeyError(name)
    whole = [_escaped(w) for r in listed if r.bounded for w in r.words if not w.endswith("*")]
    stems = [_escaped(w[:-1]) for r in listed if r.bounded for w in r.words if w.endswith("*")]
    free = [_escaped(w) for r in listed if not r.bounded for w in r.words]
    # One group of stems with one open end: an open end for each stem would make the automaton huge.
    ways = [f"(?:{'|'.join(whole)})" if whole else "", rf"(?:{'|'.join(stems)})\p{{L}}*" if stems else ""]
    bounded = "|".join(way for way in ways if way)
    edge = r"[^\p{L}\p{M}\p{N}]"
    patterns = [rf"(?:^|{edge})({bounded})(?:$|{edge})" if bounded else "", f"({'|'.join(free)})" if free else ""]
    options = re2.Options()
    options.max_mem = MEMORY
    return tuple(re2.compile(f"(?i){pattern}", options) for pattern in patterns if pattern)


def _escaped(word: str) -> str:
    return "".join(c if c.isalnum() or not c.isascii() else r"\s+" if c == " " else f"\\{c}" for c in word)
