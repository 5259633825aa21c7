"""Where on a page a notice stands: what both readings, by rules and by likeness, ask."""

from __future__ import annotations

from audit.model import Span
from audit.provenance.credits.position import Place, Positions


def place_of(positions: Positions, span: Span) -> Place:
    """The place of a notice. The last block of a text of few is its end, though it is one of the first, too."""
    place = positions.place(span.start, span.end)
    if place == "lead" and positions.first < positions.last == positions.block_at(span.start):
        return "end"
    return place


def placement(positions: Positions, span: Span) -> str:
    """Where a notice stands: `before`, `inside` or `after` the text, or in the `footer`."""
    i = positions.block_at(span.start)
    if i < positions.first:
        return "before"
    if i <= positions.last:
        return "after" if i == positions.last and place_of(positions, span) == "end" else "inside"
    return "footer" if positions.place(span.start, span.end) == "elsewhere" else "after"
