"""Whose text it is and on whose word it rests: outlets, credits, disclaimers, attributions, edges, chains."""

from __future__ import annotations

from typing import Literal

from audit.model.evidence import Evidence
from audit.model.span import Frozen, Span
from audit.model.words import (
    Basis,
    CreditRole,
    DisclaimerKind,
    Grade,
    NodeType,
    OutletKind,
    Ownership,
    PageKind,
    Relation,
    SpeechKind,
    VoiceType,
)


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
