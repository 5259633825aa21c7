"""Lines that are no reporting by their form, wherever they stand: calls to follow, notes that the text goes on, leads elsewhere.

The rows are data (`aside_forms.jsonl`): RE2 expressions for a whole line, in some forty languages, that match the folded
line (`wrapper_words.fold`) without the signs at its edges, if it is no longer than `longest` characters. An expression is
tried only where one of its anchors stands in the line. Unlike the forms of `wrapper_words`, which are hints, these are sure
enough to overrule the model. `positive` and `near_miss` are their test.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from audit.model import Label
from audit.page.wrapper_words import fold

_EDGES = " \u200e\u200f.:…!»›>|*•·–—-→▶►▸☞■"
_OPENS = _EDGES + "([«“\"'"
_CLOSES = _EDGES + ")]"


class Form(msgspec.Struct, frozen=True):
    """An expression for a whole line, and the words of which it needs one."""

    expression: str
    anchors: tuple[str, ...]


class Row(msgspec.Struct, frozen=True):
    """A family of lines: the label they get and why, and the forms that know them."""

    id: str
    label: Label
    why: str
    languages: tuple[str, ...]
    longest: int
    forms: tuple[Form, ...]
    positive: tuple[str, ...]
    near_miss: tuple[str, ...]


@cache
def rows() -> tuple[Row, ...]:
    """The data rows."""
    source = (Path(__file__).parent / "aside_forms.jsonl").read_bytes()
    return tuple(msgspec.json.Decoder(Row).decode_lines(source))


class _Anchored(NamedTuple):
    """The automaton of the anchors, with the numbers of their forms; the forms; the length of the longest line."""

    automaton: Any
    forms: tuple[tuple[Row, str], ...]
    longest: int


@cache
def _anchors() -> _Anchored:
    import ahocorasick

    forms = tuple((row, form.expression) for row in rows() for form in row.forms)
    wanted: dict[str, list[int]] = {}
    for number, anchors in enumerate(form.anchors for row in rows() for form in row.forms):
        for anchor in anchors:
            wanted.setdefault(anchor, []).append(number)
    automaton = ahocorasick.Automaton()
    for anchor, numbers in wanted.items():
        automaton.add_word(anchor, tuple(numbers))
    automaton.make_automaton()
    return _Anchored(automaton, forms, max(row.longest for row in rows()))


@cache
def _compiled(expression: str) -> Callable[[str], object]:
    import re2

    fullmatch: Callable[[str], object] = re2.compile(expression).fullmatch
    return fullmatch


def form_of(text: str) -> Row | None:
    """The row that knows the line `text`, None where none does."""
    known = _anchors()
    if len(text) > known.longest:
        return None
    folded = " ".join(fold(text).split())
    numbers: set[int] = {number for _, found in known.automaton.iter(folded) for number in found}
    if not numbers:
        return None
    # brackets around a call do not count; those of a heading in the line (【関連】) do
    lines = dict.fromkeys((folded.lstrip(_OPENS).rstrip(_CLOSES), folded))
    for number in sorted(numbers):
        row, expression = known.forms[number]
        if any(len(line) <= row.longest and _compiled(expression)(line) for line in lines):
            return row
    return None
