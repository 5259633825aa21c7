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
    match = _pattern(name).search(text[:LONGEST])
    return Span(match.start(1), match.end(1)) if match else None


@cache
def _pattern(name: str) -> Any:
    import re2

    bounded = [_escaped(w) for r in rows() if r.list == name and r.bounded for w in r.words]
    free = [_escaped(w) for r in rows() if r.list == name and not r.bounded for w in r.words]
    if not bounded and not free:
        raise KeyError(name)
    ways = []
    if bounded:
        ways.append(rf"(?:^|[^\p{{L}}\p{{M}}\p{{N}}])(?P<word>{'|'.join(bounded)})(?:$|[^\p{{L}}\p{{M}}\p{{N}}])")
    if free:
        ways.append(f"(?P<free>{'|'.join(free)})")
    return re2.compile(f"(?i){'|'.join(ways)}")


def _escaped(word: str) -> str:
    stem = word.removesuffix("*")
    escaped = "".join(c if c.isalnum() or not c.isascii() else r"\s+" if c == " " else f"\\{c}" for c in stem)
    return escaped + (r"\p{L}*" if stem != word else "")
