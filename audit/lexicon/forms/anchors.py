"""Where the anchors of all rows, and the long names of agencies, stand in a folded text: found in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

_OTHER_SCRIPTS = "\u0370"
_LATIN = "\x00-\u036f\u1e00-\u2e7f\ufe00-\ufe6f\ufff0-\U0010ffff"
"""Letters of Latin and typographic signs: said as a few ranges, since `re` goes through every character of a class when
it compiles it."""

Hit = tuple[int, tuple[int, ...]]
"""Where an anchor starts, and the numbers of the rows that want it."""


class Anchors:
    """Two tries over the folded anchors: words of other scripts are kept from Latin texts.

    A trie looks its first letters up one by one, and other scripts have hundreds of them; so their trie reads only the
    stretches of a text where such letters stand.
    """

    def __init__(self, wanted: Mapping[str, tuple[int, ...]], agencies: frozenset[str]) -> None:
        """`wanted` says which rows want an anchor; `agencies` are the folded long names of agencies."""
        import ahocorasick

        self._latin, self._other = ahocorasick.Automaton(), ahocorasick.Automaton()
        self._longest = 1
        for word in sorted(wanted.keys() | agencies):
            automaton = self._latin if word[0] < _OTHER_SCRIPTS else self._other
            automaton.add_word(word, (len(word), wanted.get(word, ()), word in agencies))
            self._longest = max(self._longest, len(word))
        for automaton in (self._latin, self._other):
            automaton.make_automaton()

    def find(self, text: str) -> tuple[list[Hit], list[tuple[int, int]]]:
        """The anchors in a folded text, from left to right; and the places of agencies' long names, as they come."""
        anchored, agencies = [], []
        unbroken = text.replace("\n", " ")
        foreign = False
        for automaton, start, end in self._passes(text):
            foreign |= automaton is self._other
            for last, (length, wanted, agency) in automaton.iter(unbroken, start, end):
                if wanted:
                    anchored.append((last + 1 - length, wanted))
                if agency and "\n" not in text[last + 1 - length : last + 1]:
                    agencies.append((last + 1 - length, last + 1))
        return sorted(anchored) if foreign else anchored, agencies

    def _passes(self, text: str) -> Iterator[tuple[Any, int, int]]:
        if self._latin:
            yield self._latin, 0, len(text)
        if self._other and not text.isascii():
            for stretch in self._stretches.finditer(text):
                yield self._other, stretch.start(), min(stretch.end() + self._longest, len(text))

    @cached_property
    def _stretches(self) -> re.Pattern[str]:
        """From one letter of another script to the last before a gap longer than any anchor, so that none is met twice."""
        return re.compile(rf"[^{_LATIN}](?:[{_LATIN}]{{0,{self._longest}}}+[^{_LATIN}])*+")
