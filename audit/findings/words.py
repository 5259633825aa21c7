"""Words that rules look for, as data: `words.jsonl`, a row a group of words.

A row has `id`, `list` (the list that a rule asks for), `languages`, `words`, `note`, and examples: `fires`, texts in which
the list must be found, and `spares`, texts in which it must not. A `*` at a word's end stands for any letters. Words are
bounded by spaces and punctuation; rows of scripts without spaces say `"bounded": false`.

Lists are sets of runs of tokens, not patterns: a run of the command looks up a few dozen short texts, and compiling
patterns of many languages would cost more than all the looking up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from audit.model import Span

# What is between spaces and punctuation; combining marks stay in the word they belong to.
_TOKEN = re.compile(r"[^\s!-/:-@\[-`{-~\u00a1-\u00bf\u2000-\u206f\u3000-\u303f،؛؟۔।॥。，、]+")

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
    lines = Path(__file__).with_name("words.jsonl").read_bytes().splitlines()
    decoder = msgspec.json.Decoder(Row)
    return tuple(decoder.decode(line) for line in lines if line.strip())


class _List(NamedTuple):
    """One list, ready: runs of tokens, stems of single tokens, and words of scripts without spaces."""

    runs: frozenset[tuple[str, ...]]
    longest: int
    """Tokens of the longest run."""
    stems: tuple[tuple[str, ...], ...]
    unspaced: tuple[str, ...]


def finds(name: str, text: str) -> bool:
    """True where a word of the list `name` stands in `text`."""
    return first(name, text) is not None


def is_one_of(name: str, text: str) -> bool:
    """True where `text` as a whole is a word of the list `name`."""
    return tokens(text[:LONGEST]) in _list(name).runs or text.strip() in _list(name).unspaced


def first(name: str, text: str) -> Span | None:
    """The first word of the list `name` in `text`, or None. Raises `KeyError` for a list that does not exist."""
    wanted = _list(name)
    piece = text[:LONGEST]
    placed = [(m.start(), m.end(), m.group().casefold()) for m in _TOKEN.finditer(piece)]
    found = next(_found(wanted, placed), None)
    for word in wanted.unspaced:
        at = piece.find(word)
        if at >= 0 and (found is None or at < found.start):
            found = Span(at, at + len(word))
    return found


def _found(wanted: _List, placed: list[tuple[int, int, str]]) -> Iterator[Span]:
    words = [word for _, _, word in placed]
    for index, (start, _, _) in enumerate(placed):
        # The longest run first, so that “wire reports” is found whole.
        for length in range(min(wanted.longest, len(words) - index), 0, -1):
            if tuple(words[index : index + length]) in wanted.runs:
                yield Span(start, placed[index + length - 1][1])
                break
        else:
            for stem in wanted.stems:
                length = len(stem)
                if tuple(words[index : index + length - 1]) == stem[:-1] and index + length <= len(words):
                    if words[index + length - 1].startswith(stem[-1]):
                        yield Span(start, placed[index + length - 1][1])
                        break


@cache
def _list(name: str) -> _List:
    listed = [r for r in rows() if r.list == name]
    if not listed:
        raise KeyError(name)
    bounded = [w for r in listed if r.bounded for w in r.words]
    runs = frozenset(tokens(w) for w in bounded if not w.endswith("*"))
    return _List(
        runs,
        max((len(r) for r in runs), default=0),
        tuple(tokens(w[:-1]) for w in bounded if w.endswith("*")),
        tuple(w for r in listed if not r.bounded for w in r.words),
    )


def tokens(word: str) -> tuple[str, ...]:
    """The words of a text, case folded, as the lists compare them."""
    return tuple(m.group().casefold() for m in _TOKEN.finditer(word))
