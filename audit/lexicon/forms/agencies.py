"""The copy of a text in which one stand-in replaces every agency's name.

So a pattern can say "by, an agency, the end of the line" without a list of hundreds of names in it. A short Latin name
(`AP`, `PA`) counts only as it is written in `names.json`; a longer one in any case. A name is no part of a longer word,
save where the page has glued two words together (`ItalyThe Associated Press`, `May 4, 2026AFP`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache
from typing import Any

from .folding import Folded, fold
from .patterns import STAND_IN, names, own_names

SHORT = 5
"""Longest Latin name that is told from a common word by its capitals alone."""
UNSPACED = "\u2e80"
"""From here on scripts write words without spaces between them."""


@cache
def _short() -> Any:
    """The automaton over short names, which count as they are written."""
    import ahocorasick

    exact = ahocorasick.Automaton()
    for name in names():
        if len(name) <= SHORT and name.isascii():
            exact.add_word(name, len(name))
    exact.make_automaton()
    return exact


def use_names(added: Iterable[str]) -> None:
    """Set a newsroom's own names of agencies beside the shipped ones."""
    own_names(added)
    _short.cache_clear()
    long_names.cache_clear()


@cache
def long_names() -> frozenset[str]:
    """The folded names that count in any case: for an automaton that reads the folded text anyway."""
    return frozenset(fold(name) for name in names() if len(name) > SHORT or not name.isascii())


class Replaced:
    """The copy, and the way between its offsets and those of the folded text."""

    __slots__ = ("_ends", "_starts", "origins", "places", "text")

    def __init__(self, folded: Folded, found: list[tuple[int, int]]) -> None:
        """`found` are the places of `long_names` in the folded text."""
        spans = _names(folded, found)
        out: list[str] = []
        self.origins = [start for start, _ in spans]
        """Where the names start, in the folded text."""
        self.places: list[int] = []
        """Where the stand-ins are, in the copy."""
        self._starts: list[int] = [0]
        self._ends: list[int] = [0]
        done = length = 0
        for start, end in spans:
            out += (folded.text[done:start], STAND_IN)
            length += start - done
            self.places.append(length)
            length += 1
            self._starts.append(length)
            self._ends.append(end)
            done = end
        out.append(folded.text[done:])
        self.text = "".join(out)

    def there(self, offset: int) -> int:
        """The offset in the copy of an offset of the folded text; inside a name, that of the stand-in."""
        i = bisect_right(self._ends, offset) - 1
        at = self._starts[i] + offset - self._ends[i]
        return min(at, self._starts[i + 1] - 1) if i + 1 < len(self._starts) else at

    def back(self, offset: int) -> int:
        """The offset in the folded text of an offset of the copy."""
        i = bisect_right(self._starts, offset) - 1
        return self._ends[i] + offset - self._starts[i]


def _names(folded: Folded, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places of names, long and short, from left to right, of those that overlap the longest of the first."""
    cased = folded.cased
    spans = [span for span in found if _stands_alone(cased, *span)]
    for last, length in _short().iter(cased):
        if _stands_alone(cased, last + 1 - length, last + 1):
            spans.append((last + 1 - length, last + 1))
    spans.sort(key=lambda span: (span[0], -span[1]))
    kept: list[tuple[int, int]] = []
    reached = 0
    for start, end in spans:
        if start >= reached:
            kept.append((start, end))
            reached = end
    return kept


def _stands_alone(cased: str, start: int, end: int) -> bool:
    after = cased[end] if end < len(cased) else " "
    if after.isalnum() and after < UNSPACED:
        return False
    before = cased[start - 1] if start else " "
    if not before.isalnum() or before >= UNSPACED:
        return True
    if before.isdigit():
        return cased[start].isupper() and _ends_date(cased[max(0, start - 5) : start])
    return before.islower() and cased[start].isupper() and end - start > SHORT


def _ends_date(words: str) -> bool:
    """Whether a year or a time of day stands at the end of these five characters: `2026AFP`, `18:01AFP`."""
    return (words[-4:].isdigit() and words[-4:-2] in ("19", "20") and not words[:-4].isdigit()) or words[-3:-2] == ":"
