"""A copy of a text as a row's pattern reads it: line by line, with the way back to the folded text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from .agencies import Replaced
from .dates import LONGEST_LINE, behind_date
from .rows import Row, Scope

Found = tuple[int, int, Row, list[tuple[str, int, int]]]
"""Start, end, row and slots of a match, in offsets of the folded text."""

EDGE = 220
"""How far a `head` or `tail` row looks into a line."""
OPENING = 3
"""Characters of punctuation before an anchor that opens a line."""


class View:
    """A copy of the text, its lines in that copy, and the way back to the folded text."""

    __slots__ = ("_bounds", "_dated", "_moved", "_replaced", "text")

    def __init__(self, text: str, bounds: Sequence[tuple[int, int]], replaced: Replaced | None = None) -> None:
        """`bounds` are the lines in the folded text; `replaced` leads from there to this copy, where it is another."""
        self.text = text
        self._bounds = bounds
        self._replaced = replaced
        self._dated: dict[int, int] = {}
        self._moved: dict[int, tuple[int, int]] = {}

    def bound(self, line: int) -> tuple[int, int]:
        """Where a line lies in this copy."""
        if self._replaced is None:
            return self._bounds[line]
        bound = self._moved.get(line)
        if bound is None:
            start, end = self._bounds[line]
            bound = self._moved[line] = (self._replaced.there(start), self._replaced.there(end))
        return bound

    def part(self, scope: Scope, line: int) -> tuple[int, str]:
        """The part of a line that a row of this scope looks at, and where it starts."""
        start, end = self.bound(line)
        if scope == "head":
            end = min(end, start + EDGE)
        elif scope == "tail":
            start = max(start, end - EDGE)
        return start, self.text[start:end]

    def dated(self, line: int) -> int:
        """How much of a line is a date at its head; 0 where none is."""
        found = self._dated.get(line)
        if found is None:
            start, end = self.bound(line)
            found = behind_date(self.text[start:end]) if end - start <= LONGEST_LINE else 0
            self._dated[line] = found
        return found

    def opens(self, line: int, at: int) -> bool:
        """Whether an anchor at `at` opens the line: nothing but a little punctuation, or a date, stands before it."""
        before = at - self.bound(line)[0]
        return before <= OPENING or (before < LONGEST_LINE and before <= OPENING + self.dated(line))

    def at(self, offset: int) -> int:
        """The offset here of an offset of the folded text."""
        return self._replaced.there(offset) if self._replaced else offset

    def found(self, row: Row, match: Any, base: int) -> Found:
        """A match, in offsets of the folded text."""
        back = self._replaced.back if self._replaced else int
        slots = [(name, back(start), back(end)) for name, start, end in _slots(match, base)]
        return back(base + match.start()), back(base + match.end()), row, slots


def _slots(match: Any, base: int) -> list[tuple[str, int, int]]:
    found = []
    for name, number in _groups(match.re):
        start, end = match.span(number)
        if 0 <= start < end:
            found.append((name, base + start, base + end))
    return found


@lru_cache(maxsize=1024)
def _groups(pattern: Any) -> list[tuple[str, int]]:
    """The slots of a compiled pattern and the numbers of their groups, which the engine looks up anew each time."""
    # RE2 wants the names of groups to differ: `outlet2` is a second place for `outlet`.
    return [(name.rstrip("0123456789"), number) for name, number in pattern.groupindex.items()]
