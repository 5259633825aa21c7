"""Where the anchors of all rows, and the long names of agencies, stand in a folded text: found in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from operator import itemgetter
from typing import Any

from .folding import beyond_ascii

_OTHER_SCRIPTS = "\u0370"
_LATIN = "\x00-\u036f\u1e00-\u2e7f\ufe00-\ufe6f\ufff0-\U0010ffff"
"""Letters of Latin and typographic signs: said as a few ranges, since `re` goes through every character of a class when
it compiles it."""

Hit = tuple[int, Any]
"""Where an anchor starts, and what it calls for."""


class Anchors:
    """Two tries over the folded anchors: words of other scripts are kept from Latin texts.

    A trie looks its first letters up one by one, and other scripts have hundreds of them; so their trie reads only the
    stretches of a text where such letters stand, and is built when a text has some.
    """

    def __init__(self, wanted: Mapping[str, Any], agencies: frozenset[str]) -> None:
        """`wanted` says what an anchor calls for; `agencies` are the folded long names of agencies."""
        self._wanted = wanted
        self._agencies = agencies
        self._words = wanted.keys() | agencies

    def find(self, text: str, unbroken: str) -> tuple[list[Hit], list[tuple[int, int]]]:
        """The anchors in a folded text, from left to right; and the places of agencies' long names, as they come.

        `unbroken` is the text with spaces for line breaks.
        """
        anchored: list[Hit] = []
        agencies = []
        foreign = False
        for automaton, start, end in self._passes(text):
            foreign |= automaton is not self._latin
            for last, (length, wanted, agency) in automaton.iter(unbroken, start, end):
                if wanted:
                    anchored.append((last + 1 - length, wanted))
                if agency and "\n" not in text[last + 1 - length : last + 1]:
                    agencies.append((last + 1 - length, last + 1))
        return sorted(anchored, key=itemgetter(0)) if foreign else anchored, agencies

    def _passes(self, text: str) -> Iterator[tuple[Any, int, int]]:
        if self._latin:
            yield self._latin, 0, len(text)
        # Most texts have a few accents and no letter of another script: those few are soon looked through.
        if not text.isascii() and self._stretches.search(beyond_ascii(text)):
            for stretch in self._stretches.finditer(text):
                if self._other:
                    yield self._other, stretch.start(), min(stretch.end() + self._longest, len(text))

    @cached_property
    def _latin(self) -> Any:
        return self._automaton(word for word in self._words if word[0] < _OTHER_SCRIPTS)

    @cached_property
    def _other(self) -> Any:
        return self._automaton(word for word in self._words if word[0] >= _OTHER_SCRIPTS)

    def _automaton(self, words: Iterable[str]) -> Any:
        """A trie of `words`; what it finds is a length, what the anchor calls for, and whether an agency is so named."""
        import ahocorasick

        made = ahocorasick.Automaton()
        add, wanted, agencies = made.add_word, self._wanted, self._agencies
        for word in words:
            add(word, (len(word), wanted.get(word), word in agencies))
        made.make_automaton()
        return made

    @cached_property
    def _longest(self) -> int:
        return max(map(len, self._words), default=1)

    @cached_property
    def _stretches(self) -> re.Pattern[str]:
        """From one letter of another script to the last before a gap longer than any anchor, so that none is met twice."""
        return re.compile(rf"[^{_LATIN}](?:[{_LATIN}]{{0,{self._longest}}}+[^{_LATIN}])*+")
