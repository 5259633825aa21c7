"""The vocabulary: every type that crosses a floor, frozen.

Data goes one way, `Target → Capture → Page → Provenance → Findings, Profile → Audit`, and each arrow is a
function from one of these types to the next. They are `msgspec` structs: immutable, cheap to make, and
`audit.json` is their direct encoding, so the file has one schema and it is this module.

Coordinates
    `Page.text` is the page's visible text. A position is a code point offset into it; `start` is inclusive and
    `end` exclusive, so `page.text[start:end]` is the quote. `start` and `end` are both `None` where the evidence
    is not in the text but in the markup, the address, or an absence.
Confidence and strength
    Numbers from 0 to 1. `Edge.strength` says how strongly the evidence carries the step.
"""

from __future__ import annotations

from typing import Literal

import msgspec

SCHEMA = "tracewire/audit/1"
COMPARISON_SCHEMA = "tracewire/comparison/1"
TRACE_SCHEMA = "tracewire/trace/1"
REVIEW_SCHEMA = "tracewire/review/1"

# --- the words ------------------------------------------------------------------------------------------------------

Label = Literal[
    "headline", "standfirst", "byline", "dateline", "credit", "body", "quote", "caption", "disclaimer", "correction",
    "share", "related", "promo", "comments", "newsletter", "copyright", "author-bio", "navigation", "other",
]  # fmt: skip
REPORTING: frozenset[Label] = frozenset({"headline", "standfirst", "dateline", "body", "quote"})
"""Labels whose blocks are the outlet's reporting; all others are wrapper."""

Structure = Literal["paragraph", "heading", "list-item", "table-cell", "caption", "quotation", "preformatted", "line"]
Basis = Literal["declared", "observed", "inferred", "stated"]
"""declared: the page says so of itself. observed: its words show it. inferred: we conclude it. stated: the user said so."""
Relation = Literal[
    "publishes", "carries", "distributed-by", "republished-from", "translated-from", "cites", "attributes-to", "links-to",
]  # fmt: skip
CreditRole = Literal["carried", "mixed", "distributed", "republished", "release", "translated", "photo", "cited"]
PageKind = Literal["original", "wire", "aggregator", "press-release", "republished", "sponsored", "unknown"]
OutletKind = Literal[
    "agency", "newspaper", "broadcaster", "magazine", "website", "aggregator", "release-wire", "syndicator", "republisher",
    "official", "unknown",
]  # fmt: skip
Ownership = Literal["cooperative", "commercial", "state", "public", "non-profit", "unknown"]
VoiceType = Literal[
    "person", "organisation", "government", "outlet", "document", "unnamed", "collective", "none",
]  # fmt: skip
Grade = Literal["G0", "G1", "G2", "G3", "G4", "G5"]
SpeechKind = Literal["direct", "indirect", "mixed"]
DisclaimerKind = Literal[
    "as-is", "no-liability", "not-edited", "views", "sponsored", "press-release", "advice", "conflict", "ugc",
    "automated", "translation", "copyright", "correction", "unverified", "state-media", "affiliate", "comments-policy",
]  # fmt: skip
Level = Literal["error", "warning", "note", "info"]
LEVELS: tuple[Level, ...] = ("info", "note", "warning", "error")
"""Levels from the least to the most serious."""
Axis = Literal["traceability", "attribution", "independence", "disclosure"]
AXES: tuple[Axis, ...] = ("traceability", "attribution", "independence", "disclosure")
CheckState = Literal["passed", "failed", "not-assessable"]
NodeType = Literal[
    "publisher", "provider", "intermediary", "outlet", "person", "organisation", "government", "document", "unnamed",
    "collective", "none", "page",
]  # fmt: skip
AlignmentKind = Literal["verbatim", "edited", "moved", "merged", "split", "added", "dropped"]
"""What became of a sentence between an original and a copy of it."""
StatementKind = Literal["note", "correction", "dismissal", "reply"]
TargetKind = Literal["url", "html-file", "text-file", "stdin"]
Medium = Literal["html", "text", "print"]
"""`print` is a print-out (PDF): it keeps paragraphs, headings and links, but nothing that a page declares in markup."""


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


# --- evidence: one of four sorts, and what the user stated -----------------------------------------------------------


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

# --- capture --------------------------------------------------------------------------------------------------------


class Listing(Frozen, frozen=True):
    """What a feed or a sitemap says of a page that it lists.

    `feed` is its address, or its file's bare name; `published` is as it stands there; `source` and `source_url` are the
    origin that it declares. `own`: it stands on the page's own site, so that the publisher says it.
    """

    feed: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    source_url: str | None = None
    own: bool = False


class Target(Frozen, frozen=True):
    """What the user pointed at.

    `locator` is the URL, the file path as given, or `-`. It is used to read and to report errors and is never
    written into an audit; `name` is what may be written: the URL, the file's bare name, or `stdin`.
    """

    kind: TargetKind
    locator: str
    stated_url: str | None = None
    stated_publisher: str | None = None
    listing: Listing | None = None
    """For an article of a feed."""

    @property
    def name(self) -> str:
        if self.kind == "url":
            return self.locator
        if self.kind == "stdin":
            return "stdin"
        bare = self.locator.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
        return bare.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # a file name may be no UTF-8


class TargetRecord(Frozen, frozen=True):
    """The part of a `Target` that an audit keeps."""

    kind: TargetKind
    name: str
    stated_url: str | None = None
    stated_publisher: str | None = None
    listing: Listing | None = None


class Redirect(Frozen, frozen=True):
    """One hop: the address asked for, its status, and where it pointed."""

    url: str
    status: int
    location: str


class Exchange(Frozen, frozen=True):
    """One HTTP request and its answer, as they went over the wire.

    `body` is the answer's payload as sent, compressed if it was; only the chunks of a chunked transfer are joined.
    `http_version` is `HTTP/1.1` or `HTTP/2`; `ip` is the address that was connected to, `None` behind a proxy.
    """

    url: str
    request_headers: tuple[tuple[str, str], ...]
    http_version: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    ip: str | None = None


class CaptureRecord(Frozen, frozen=True):
    """How and when the bytes came, and their hash; all of `Capture` but the bytes."""

    medium: Medium
    sha256: str
    size: int
    captured_at: str
    """RFC 3339, UTC, to the second; passed in by the caller."""
    url: str | None = None
    """The final address: fetched, or as stated by the user; `None` for a file without `--url`."""
    status: int | None = None
    content_type: str | None = None
    charset: str = "utf-8"
    charset_from: str = "default"
    """`bom`, `header`, `meta`, `detected` or `default`: what decided the charset."""
    redirects: tuple[Redirect, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    """Plain statements about the capture: replacement characters, truncated input, a lying content type."""
    cached: bool = False
    """The bytes are out of a cache, where they came at `captured_at`; no evidence of what the site sent later."""


class Capture(Frozen, frozen=True):
    """The bytes as they came, the text they decode to, and the record of how.

    `exchanges` are the HTTP exchanges behind it, redirects first; empty for a file, and without the page where that is
    out of a cache. They are evidence for a WARC file
    and are not written into `audit.json`.
    """

    target: TargetRecord
    record: CaptureRecord
    content: bytes
    text: str
    exchanges: tuple[Exchange, ...] = ()


# --- page -----------------------------------------------------------------------------------------------------------


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
        return tuple(d for name in names for d in self.declared if d.name == name)


# --- provenance -----------------------------------------------------------------------------------------------------


class Outlet(Frozen, frozen=True):
    """A publisher, agency, aggregator, release wire or broadcaster of the lexicon."""

    name: str
    kind: OutletKind = "unknown"
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str | None = None
    ownership: Ownership = "unknown"
    needs_context: bool = False
    """True for names that mean other things too (AP, PA, CMG): they count only in a credit form or beside a speech verb."""


class Node(Frozen, frozen=True):
    """Somebody in the chain. `name` is `None` for a step that the page refers to but does not name."""

    name: str | None
    type: NodeType


class Publisher(Frozen, frozen=True):
    """Who runs the place where the page stands."""

    name: str | None
    domain: str | None
    basis: Basis
    kind: OutletKind = "unknown"
    evidence: tuple[Evidence, ...] = ()


class Credit(Frozen, frozen=True):
    """A line that says whose text (or picture) this is. `form` is the lexicon row that matched."""

    role: CreditRole
    outlet: Node
    form: str
    evidence: Evidence
    start: int | None = None
    end: int | None = None
    strength: float = 1.0
    slot: str = ""
    """Where it stands: `byline`, `head`, `dateline`, `lead`, `tail`, `caption`, `label`, `markup`, `address`, `inline`."""


class Clause(Frozen, frozen=True):
    """One thing a disclaimer does: its kind, and the objects it names (`accuracy`, `images`, …)."""

    kind: DisclaimerKind
    start: int
    end: int
    objects: tuple[str, ...] = ()
    row: str = ""


class Disclaimer(Frozen, frozen=True):
    """A notice by which somebody disowns, restricts or qualifies what the page carries.

    `speaker` is the party that speaks, as named in the notice or, failing that, the publisher; `complaints_to` is
    the addressee as the notice puts it ("the provider above"). `placement` is `before`, `inside` or `after` the
    text, or `footer`.
    """

    kinds: tuple[DisclaimerKind, ...]
    start: int
    end: int
    evidence: Evidence
    speaker: str | None = None
    complaints_to: str | None = None
    placement: str = "after"
    clauses: tuple[Clause, ...] = ()


class Voice(Frozen, frozen=True):
    """Who is behind a source.

    `name` is the fullest form on the page (None for `none`); `key` is equal for two attributions exactly when they are
    taken to be the same voice. For the unnamed, three facts decide `grade`: how specific the description is, how the
    source knows, and whether a reason for anonymity is given.
    """

    type: VoiceType
    name: str | None = None
    key: str = ""
    role: str | None = None
    """Office and affiliation as the text gives them: `Defence Minister`."""
    confidence: float = 1.0
    grade: Grade | None = None
    plural: bool = False
    knows_how: str | None = None
    reason: str | None = None
    """The reason given for anonymity, as the text has it."""
    rote_reason: bool = False
    resolved_from: str | None = None
    """The words on the page where these were not the name itself: `He`, `His remarks`."""


class Attribution(Frozen, frozen=True):
    """Which words are somebody's claim, whose, introduced how, hedged how.

    Spans are lists because a source or a content may be interrupted. `relayed_by` names the outlets through which the
    claim came, outermost first.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: SpeechKind
    voice: Voice
    hedges: tuple[Span, ...] = ()
    negated: bool = False
    relayed_by: tuple[str, ...] = ()
    relay_basis: Basis | None = None
    """How the relay is known: `observed` where the sentence says it, `inferred` where scope carries it over."""
    relay_scope: str | None = None
    """The scope rule that carried it over: `same sentence`, `next sentence, same paragraph`, …"""
    relay_evidence: tuple[Span, ...] = ()
    confidence: float = 1.0
    where: str = "body"
    """`body`, `headline`, `caption`: what sort of block it stands in."""

    @property
    def start(self) -> int:
        return min(s.start for s in (*self.source, *self.cue, *self.content))

    @property
    def end(self) -> int:
        return max(s.end for s in (*self.source, *self.cue, *self.content))


class Citation(Frozen, frozen=True):
    """An outlet that the text relays: the words from outlet to cue, and the lexicon row that found them."""

    outlet: Node
    start: int
    end: int
    cue: Span
    row: str
    strength: float = 1.0
    basis: Basis = "observed"


class Edge(Frozen, frozen=True, rename={"from_": "from"}):
    """One step: `from_` does `relation` to `to`, known on `basis`."""

    from_: Node
    relation: Relation
    to: Node
    basis: Basis
    strength: float
    evidence: tuple[Evidence, ...]
    why: str = ""
    """The scope or reading rule behind an inferred step, in words."""


class Chain(Frozen, frozen=True):
    """A path from the publisher to an end voice: `edges` are indices into the audit's edges, in order."""

    nodes: tuple[Node, ...]
    edges: tuple[int, ...]
    hops: int
    ends_anonymous: bool


class Provenance(Frozen, frozen=True):
    """Who says what, on whose word."""

    kind: PageKind
    kind_evidence: tuple[Evidence, ...]
    publisher: Publisher
    credits: tuple[Credit, ...] = ()
    disclaimers: tuple[Disclaimer, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    attribution_coverage: Literal["full", "partial", "not-assessable"] = "full"
    """How far the page's language is covered: `partial` outside English, `not-assessable` where no lexicon exists."""
    edges: tuple[Edge, ...] = ()
    chains: tuple[Chain, ...] = ()


# --- findings -------------------------------------------------------------------------------------------------------


class Finding(Frozen, frozen=True):
    """One thing a desk should know, with the words it rests on. `fingerprint` is stable while unrelated text moves."""

    code: str
    name: str
    level: Level
    confidence: float
    message: str
    evidence: tuple[Evidence, ...]
    fingerprint: str
    basis: Basis = "observed"


class Check(Frozen, frozen=True):
    """One question put to the page, and its answer."""

    name: str
    state: CheckState
    because: str
    evidence: tuple[Evidence, ...] = ()


class AxisReport(Frozen, frozen=True):
    """The checks on one axis."""

    axis: Axis
    checks: tuple[Check, ...]

    def count(self, state: CheckState) -> int:
        """How many checks ended in `state`."""
        return sum(c.state == state for c in self.checks)


class Shares(Frozen, frozen=True):
    """Counts behind the profile; words are runs of letters and digits."""

    words_reporting: int = 0
    words_wrapper: int = 0
    words_quoted: int = 0
    claims_named: int = 0
    claims_unnamed: int = 0
    claims_unvoiced: int = 0
    longest_chain: int = 0
    independent_origins: int | None = None


class Profile(Frozen, frozen=True):
    """What was checked on the four axes, and the one sentence that sums it up."""

    verdict: str
    axes: tuple[AxisReport, ...]
    shares: Shares
    ungrounded_dropped: int = 0
    """Statements dropped before writing because they quoted words that are not on the page."""


# --- two texts side by side -----------------------------------------------------------------------------------------


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


# --- the audit ------------------------------------------------------------------------------------------------------


class Origin(Frozen, frozen=True):
    """Whose page and what kind of page it is: the head of `Provenance`, as `audit.json` has it."""

    kind: PageKind
    publisher: Publisher
    kind_evidence: tuple[Evidence, ...] = ()
    attribution_coverage: Literal["full", "partial", "not-assessable"] = "full"
    attribution_tagger: str | None = None
    """Which tagger found the attributions: `network` or `encoder`; None where the lexicon or nobody did."""


class Audit(Frozen, frozen=True):
    """All of it; its encoding is `audit.json`."""

    schema: str
    ruleset: str
    tool: str
    target: TargetRecord
    capture: CaptureRecord
    page: Page
    provenance: Origin
    credits: tuple[Credit, ...]
    disclaimers: tuple[Disclaimer, ...]
    attributions: tuple[Attribution, ...]
    edges: tuple[Edge, ...]
    chains: tuple[Chain, ...]
    findings: tuple[Finding, ...]
    profile: Profile


# --- what a person adds ---------------------------------------------------------------------------------------------


class Statement(Frozen, frozen=True):
    """What the auditor states beside an audit; it never changes what was seen.

    The first evidence is `Stated`; words of the page that the statement is about follow it.
    """

    kind: StatementKind
    text: str
    """The statement in words: the note, the reason of a dismissal, `The provider is Khaama Press: told by phone`."""
    evidence: tuple[Evidence, ...]
    subject: str = ""
    """What a correction is about: `publisher`, `provider`, `author`, `date`, `kind` or `voice`."""
    about: tuple[str, ...] = ()
    """Fingerprints of the findings that it is about."""


class Review(Frozen, frozen=True):
    """The auditor's statements on an audit, as `review.json` of an archive's entry has them.

    `of` is the entry that was reviewed and `manifest` the SHA-256 of its manifest then; both are empty outside an
    archive. `file` is the SHA-256 of the auditor's file.
    """

    schema: str
    statements: tuple[Statement, ...]
    file: str
    at: str = ""
    """RFC 3339, UTC, to the second; passed in by the caller."""
    by: str = ""
    of: str = ""
    manifest: str = ""

    def dismissed(self) -> dict[str, str]:
        """The fingerprints of dismissed findings, each with the reason."""
        return {f: s.text for s in self.statements if s.kind == "dismissal" for f in s.about}
