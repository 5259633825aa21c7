"""The base of every type, and the span: code points of a text."""

from __future__ import annotations

import msgspec


class Frozen(msgspec.Struct, frozen=True, forbid_unknown_fields=False):
    """Base of the vocabulary: immutable, compared by value, unknown fields of newer files ignored."""


class Span(Frozen, array_like=True, frozen=True, order=True):
    """Code points `start` (inclusive) to `end` (exclusive) of a text; encodes as `[start, end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of `text` at this span."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """True where `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """True where the two share at least one code point."""
        return self.start < other.end and other.start < self.end
