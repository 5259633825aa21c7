"""Two or more texts side by side: aligned sentences, drift, kinship, precedence, and traces."""

from __future__ import annotations

from typing import Literal

from audit.model.evidence import Evidence
from audit.model.span import Frozen, Span
from audit.model.words import AlignmentKind, Basis, Level

COMPARISON_SCHEMA = "tracewire/comparison/1"
TRACE_SCHEMA = "tracewire/trace/1"


class AlignedPair(Frozen, frozen=True):
    """Sentences of a copy and the sentences of an original that they come from, as spans of each page's text.

    `copy` is empty for a dropped sentence, `original` for an added one; several stand on one side where sentences were
    merged or split. `similarity` is the share of the words of both that they have in common, in order. `moved`: it stands
    at another place of the text; a single sentence that moved has the kind `moved`, edited or not.
    """

    kind: AlignmentKind
    copy: tuple[Span, ...]
    original: tuple[Span, ...]
    similarity: float
    moved: bool = False


class Overlap(Frozen, frozen=True):
    """How much two texts have in common, in words. Words in quotation marks and in boilerplate do not count.

    `copy_shared` of the copy's `copy_words` stand in the original in the same order of a sentence, and
    `original_shared` of the original's `original_words` in the copy.
    """

    copy_words: int
    copy_shared: int
    original_words: int
    original_shared: int
    quoted: int = 0
    """Words of the copy that are left out as quotations."""
    boilerplate: int = 0
    """Words of the copy that are left out as boilerplate."""

    @property
    def copy_share(self) -> float:
        """Which part of the copy stands in the original, from 0 to 1; 0 where nothing counts."""
        return self.copy_shared / self.copy_words if self.copy_words else 0.0

    @property
    def original_share(self) -> float:
        """Which part of the original stands in the copy."""
        return self.original_shared / self.original_words if self.original_words else 0.0


class Alignment(Frozen, frozen=True):
    """Two reporting texts side by side, in the copy's order; a dropped sentence stands where the original has it."""

    pairs: tuple[AlignedPair, ...]
    overlap: Overlap


class Drift(Frozen, frozen=True):
    """One thing that a copy says otherwise than its original: a finding with what it rests on in either page."""

    code: str
    name: str
    level: Level
    confidence: float
    message: str
    copy: tuple[Evidence, ...]
    original: tuple[Evidence, ...]
    fingerprint: str
    basis: Basis = "observed"


class Pointer(Frozen, frozen=True):
    """A step upstream that a page gives: to an address, or to a name that it does not link (`url` is None)."""

    name: str | None
    url: str | None
    basis: Basis
    why: str
    """What points there, in words: `link[rel=canonical]`, `credit line`, `link on the cited outlet's name`."""
    evidence: Evidence
    strength: float = 1.0


class Precedence(Frozen, frozen=True):
    """Which of two pages was first, as far as the pages themselves say it."""

    first: Literal["copy", "original", "unknown"]
    basis: Basis
    because: str
    copy: tuple[Evidence, ...] = ()
    original: tuple[Evidence, ...] = ()


class ComparedPage(Frozen, frozen=True):
    """What a comparison keeps of an audit: enough to name the page and to check that it is the same capture."""

    name: str
    sha256: str
    captured_at: str
    url: str | None = None
    publisher: str | None = None
    headline: str | None = None
    language: str | None = None
    published: str | None = None


class Kinship(Frozen, frozen=True):
    """Why two pages of a family have one text: `parent` was before `child`, or the order is not known."""

    child: int
    parent: int
    basis: Basis
    why: str
    share: float
    """The greater of the two shares of words that one has in common with the other, from 0 to 1."""
    directed: bool = True


class Source(Frozen, frozen=True):
    """Somebody outside the family whom pages of it name as their text's origin."""

    name: str
    pages: tuple[int, ...]
    why: str


class Family(Frozen, frozen=True):
    """Several pages and what ties them: `origins` groups the pages that have one text; its length counts the origins.

    Pages are numbered as given, the copy first. Likeness alone merges two pages; it says nothing of who took from whom.
    """

    kinships: tuple[Kinship, ...]
    sources: tuple[Source, ...]
    origins: tuple[tuple[int, ...], ...]
    merges: tuple[str, ...]
    """The basis of each merge, in words."""


class Comparison(Frozen, frozen=True):
    """A copy beside an original; its encoding is what `tracewire compare --json` writes."""

    schema: str
    ruleset: str
    tool: str
    copy: ComparedPage
    original: ComparedPage
    alignment: Alignment
    findings: tuple[Drift, ...]
    precedence: Precedence
    not_assessable_because: str | None = None
    """Why nothing was compared, where one of the pages holds no text."""
    family: Family | None = None
    """What ties all pages of the command, where there are three or more."""


TraceState = Literal["captured", "loop", "seen", "not-linked", "not-captured", "not-followed"]
"""What became of a step upstream. `loop`: it leads back to where the trace came through. `seen`: it leads to another step."""


class TraceStep(Frozen, frozen=True):
    """One step of a trace; the first, which nothing points at, is the page that it began with."""

    number: int
    came_from: int | None
    pointer: Pointer | None
    state: TraceState
    because: str
    page: ComparedPage | None = None
    entry: str | None = None
    """The path of its entry in the archive, where it was kept."""


class Trace(Frozen, frozen=True):
    """The way upstream from a page; its encoding is what `tracewire trace --json` writes."""

    schema: str
    tool: str
    steps: tuple[TraceStep, ...]
