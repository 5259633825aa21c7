"""The dateline: where, when and through whom a dispatch was filed, in its parts."""

from __future__ import annotations

from audit.lexicon import forms
from audit.model import Frozen, Page, Span

from .credits.position import Positions

__all__ = ["Dateline", "read_dateline"]


class Dateline(Frozen, frozen=True):
    """A dateline's span and its parts as the text has them; a part is None where it is not given."""

    span: Span
    place: str | None = None
    date: str | None = None
    agency: str | None = None


def read_dateline(page: Page) -> Dateline | None:
    """The dateline of the page's text, from its first blocks; the mark with the most parts where several match."""
    positions = Positions(page)
    found: list[Dateline] = []
    for mark in page.marks:
        if forms.row(mark.row).family != "dateline" or positions.place(mark.start, mark.end) not in ("lead", "head"):
            continue
        parts = {slot.name: " ".join(slot.span.of(page.text).split()).strip(" ,.:") for slot in mark.slots}
        found.append(Dateline(mark.span, parts.get("place"), parts.get("date"), parts.get("outlet")))
    if not found:
        return None
    return min(found, key=lambda line: (line.span.start, -sum(map(bool, (line.place, line.date, line.agency)))))
