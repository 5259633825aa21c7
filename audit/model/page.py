"""The page as text: blocks that tile it, links, marks, declared markup and facts."""

from __future__ import annotations

from audit.model.evidence import Evidence, Quoted
from audit.model.span import Frozen, Span
from audit.model.words import REPORTING, Label, Medium, Structure

DATE_LINE = "a date or time line"
"""Why a line of a date or time is labelled `byline`, beside which it stands on most pages."""
SIGNATURE = "signs the text"
"""How the reason begins for a line that is labelled `byline` because it signs the text below or behind its last words."""


class Slot(Frozen, frozen=True):
    """A named part of a mark: the outlet in a credit form, the complaint's addressee in a disclaimer clause."""

    name: str
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Mark(Frozen, frozen=True):
    """Lexicon row `row` matches at this span of the text."""

    row: str
    start: int
    end: int
    slots: tuple[Slot, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def slot(self, name: str) -> Span | None:
        """The first slot of that name."""
        return next((s.span for s in self.slots if s.name == name), None)


class Link(Frozen, frozen=True):
    """A hyperlink and the words it stands on; `href` is absolute where the page's address is known."""

    href: str
    start: int
    end: int
    rel: str = ""

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


class Block(Frozen, frozen=True, omit_defaults=True):
    """A run of the page's text between two block boundaries, and what it is."""

    label: Label
    start: int
    end: int
    confidence: float
    why: str
    """The reason for the label, in words."""
    structure: Structure = "paragraph"
    path: str = ""
    """DOM path such as `body/main/article/p[3]`; empty for plain text."""
    visible: bool = True
    level: int = 0
    """Heading level 1 to 6; 0 for what is no heading."""
    links: tuple[Link, ...] = ()

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def reporting(self) -> bool:
        return self.label in REPORTING

    @property
    def signs(self) -> bool:
        """A byline that names who wrote; a line of the date alone stands in the same place and names nobody."""
        return self.label == "byline" and self.why != DATE_LINE


class Declared(Frozen, frozen=True):
    """What the page says of itself in markup: `name` is our word for it, `place` where it stood.

    Names: `canonical`, `site-name`, `headline`, `author`, `publisher`, `provider`, `source-organization`,
    `copyright-holder`, `credit-text`, `is-based-on`, `syndication-source`, `original-source`, `published`, `modified`,
    `language`, `section`, `distributor`, `distributor-category`, `republish-counter`, `robots`, `type`, `dateline`,
    `amphtml`, `citation`, `translation-of`, `keywords`, `description`, `rights`, `is-accessible-for-free`; and, as the
    page gives them, `title`, `feed`, `feed-title`, `site-url`, `account`, `legal-name`, `owner`, `policy`, `sponsor`,
    `sponsored`, `syndicated`, `author-organization`, `translator`, `contributor`, `correction`, `is-part-of`, `same-as`,
    `link-host` (the host that most links name, and how many), `saved-from`, `c2pa-text`,
    `counter-address` (the address of a republishing counter, which may carry the original's number).
    """

    name: str
    value: str
    place: str


class Fact(Frozen, frozen=True):
    """One piece of the page's metadata and where it was found.

    Names: `headline`, `standfirst`, `byline`, `dateline`, `published`, `modified`, `section`, `language`, `publisher`.
    A page may have several of one name (two bylines; a date in the markup and another in the text).
    """

    name: str
    value: str
    evidence: Evidence


class Page(Frozen, frozen=True):
    """What the page is: its text, its blocks, what its markup declares.

    `assessable` is False for an empty, paywalled or otherwise unreadable page; `not_assessable_because` then says why,
    and nothing above concludes anything from the text. `marks` are the lexicon's matches; they are not written to
    `audit.json`, credits and disclaimers are.
    """

    text: str
    medium: Medium
    blocks: tuple[Block, ...]
    url: str | None = None
    language: str | None = None
    headline: str | None = None
    byline: str | None = None
    dateline: str | None = None
    published: str | None = None
    modified: str | None = None
    facts: tuple[Fact, ...] = ()
    declared: tuple[Declared, ...] = ()
    marks: tuple[Mark, ...] = ()
    assessable: bool = True
    not_assessable_because: str | None = None

    def quote(self, start: int, end: int) -> Quoted:
        """Evidence for the words at `start` to `end`."""
        return Quoted(start, end, self.text[start:end])

    def declares(self, *names: str) -> tuple[Declared, ...]:
        """All declared values of these names, in the order of the names."""
        return tuple([d for name in names for d in self.declared if d.name == name])
