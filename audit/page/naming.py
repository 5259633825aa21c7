"""The words of an element's naming attributes, and whether it hides what is in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST = 400
"""Characters of one attribute that are read."""
_NAMING = frozenset(
    ("class", "id", "role", "itemprop", "aria-label", "data-testid", "data-component", "rel", "property")
)
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"[a-z]{2,24}|[^\W\d_a-z]{2,24}")
_KNOWN_VALUES = 20_000
_words_of: dict[str, tuple[str, ...]] = {}


def naming(element: _Element) -> tuple[tuple[str, ...], bool]:
    """The words of an element's naming attributes, lower case, cut at case and punctuation; whether it hides its content."""
    items: list[tuple[str, str]] = element.items()  # type: ignore[assignment]  # of a parsed page never bytes
    if not items:
        return (), False
    hides = False
    words: tuple[str, ...] = ()
    for name, value in items:
        if name in _NAMING:
            known = _words_of.get(value)
            if known is None:
                known = _words(value)
            words = (*words, *known) if words else known
        elif name == "hidden" or (name == "style" and _HIDDEN.search(value)):
            hides = True
    return words, hides


def _words(value: str) -> tuple[str, ...]:
    read = value[:LONGEST]
    words = tuple(dict.fromkeys(_WORD.findall(read if read.islower() else _CAMEL.sub(" ", read).lower())))
    if len(value) <= LONGEST:
        if len(_words_of) > _KNOWN_VALUES:
            _words_of.clear()
        _words_of[value] = words
    return words
