"""Runs of lines with no empty line between: what a hard line break does not end."""

from __future__ import annotations

from collections.abc import Sequence

from audit.model import Span

_APART = 200
"""Characters between two lines of one passage at most."""


class Passages:
    """The passages of a text, each found when it is asked for: on most pages only few lines have neighbours."""

    def __init__(self, text: str, lines: Sequence[Span]) -> None:
        self._text = text
        self._lines = lines
        self._known: dict[int, tuple[int, int]] = {}

    def around(self, line: int) -> tuple[int, int]:
        """The first and the last line of the passage that a line lies in."""
        found = self._known.get(line)
        if found is None:
            first = last = line
            while first > 0 and self._joined(first):
                first -= 1
            while last + 1 < len(self._lines) and self._joined(last + 1):
                last += 1
            found = first, last
            self._known.update(dict.fromkeys(range(first, last + 1), found))
        return found

    def _joined(self, line: int) -> bool:
        """Whether a line goes on with the one before it."""
        end, start = self._lines[line - 1].end, self._lines[line].start
        return start - end < _APART and self._text.count("\n", end, start) < 2
