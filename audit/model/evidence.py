"""What a statement rests on: words of the page, markup, an address, an absence, or what the user stated."""

from __future__ import annotations

from audit.model.span import Frozen, Span


class Quoted(Frozen, frozen=True, tag="span", tag_field="kind"):
    """Words on the page: `page.text[start:end] == quote`."""

    start: int
    end: int
    quote: str

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Markup(Frozen, frozen=True, tag="markup", tag_field="kind"):
    """A place in the markup (`link[rel=canonical]`, `json-ld:NewsArticle.author.name`) and the value found there."""

    place: str
    value: str


class Address(Frozen, frozen=True, tag="address", tag_field="kind"):
    """A part of the address or of the HTTP exchange (`host`, `path`, `header:link`) and its value."""

    part: str
    value: str


class Absence(Frozen, frozen=True, tag="absence", tag_field="kind"):
    """Something that was looked for and is not there."""

    looked_for: str
    where: str


class Stated(Frozen, frozen=True, tag="stated", tag_field="kind"):
    """What the user said (`--publisher`, `--url`), kept apart from what the page shows."""

    what: str
    value: str


Evidence = Quoted | Markup | Address | Absence | Stated
