"""What the rules look at: one page with its provenance, and the views of it that several rules need, made once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any, NamedTuple, TypeVar
from urllib.parse import urlsplit

from audit.findings.described import is_source, speaks
from audit.findings.names import same_newsroom
from audit.findings.phrasing import QUOTE_LIMIT, clipped
from audit.findings.words import finds
from audit.model import (
    Attribution,
    Block,
    Chain,
    Credit,
    CreditRole,
    Disclaimer,
    DisclaimerKind,
    Edge,
    Evidence,
    Node,
    Page,
    Provenance,
    Quoted,
    Span,
    Voice,
)

INPUT_ROLES: frozenset[CreditRole] = frozenset({"mixed", "contributed"})
"""Roles of those whose material went into a text that is the publisher's, too."""
TEXT_ROLES: frozenset[CreditRole] = frozenset({"carried", "distributed", "republished", "release", "translated"})
"""Credit roles by which the text is somebody else's; `mixed`, `contributed`, `photo` and `cited` do not make it so."""

NEWSROOMS = frozenset({"publisher", "provider", "intermediary", "outlet"})
"""Node types that pass a report on, as against those that speak in it."""

UP_FRONT = frozenset({"byline", "head", "dateline", "lead", "label"})
"""Slots of a credit that a reader meets before or with the first sentence."""

SURE = 0.5
"""Confidence from which a rule speaks of a voice; below, the words may not be a source."""

_NO_NAME = frozenset({"it", "our", "site", "the", "the site", "this", "this site", "us", "we", "website"})
"""What a notice may have in a speaker's place."""

Found = TypeVar("Found")


class VoiceGroup(NamedTuple):
    """One voice and everything the page attributes to it, in order."""

    voice: Voice
    attributions: tuple[Attribution, ...]


class Case:
    """A page and its provenance as the rules see them. Views are computed on first use and kept."""

    def __init__(self, page: Page, provenance: Provenance) -> None:
        self.page = page
        self.provenance = provenance
        self.text = page.text
        self._drafts: dict[object, tuple[Any, ...]] = {}

    def once(self, check: Callable[[Case], Iterable[Found]]) -> tuple[Found, ...]:
        """What `check` finds here; it runs once, however often the findings and the profile ask."""
        if check not in self._drafts:
            self._drafts[check] = tuple(check(self))
        return self._drafts[check]

    # --- the page ---------------------------------------------------------------------------------------------------

    @cached_property
    def reporting(self) -> tuple[Block, ...]:
        """The blocks of reporting, in order."""
        return tuple(b for b in self.page.blocks if b.reporting)

    @cached_property
    def paragraphs(self) -> tuple[Block, ...]:
        """The body's running text: body and quote blocks that are no headings."""
        return tuple(b for b in self.page.blocks if b.label in ("body", "quote") and b.structure != "heading")

    @cached_property
    def reporting_words(self) -> int:
        """Words of reporting, counted as runs without white space."""
        return sum(len(b.span.of(self.text).split()) for b in self.reporting)

    @cached_property
    def html(self) -> bool:
        """True where the page came as HTML, so that links and markup could be there."""
        return self.page.medium == "html"

    @cached_property
    def host(self) -> str | None:
        """The page's host without `www.`, or the publisher's domain; None for a pasted text without either."""
        if self.page.url:
            host = urlsplit(self.page.url).hostname
            if host:
                return host.removeprefix("www.")
        return self.provenance.publisher.domain

    @cached_property
    def _block_starts(self) -> list[int]:
        return [b.start for b in self.page.blocks]

    def block_at(self, position: int) -> Block | None:
        """The block that holds the code point at `position`."""
        index = bisect_right(self._block_starts, position) - 1
        if index < 0:
            return None
        block = self.page.blocks[index]
        return block if position < block.end else None

    def labelled(self, *labels: str) -> tuple[Block, ...]:
        """Blocks of these labels, in order."""
        return tuple(b for b in self.page.blocks if b.label in labels)

    @cached_property
    def bylines(self) -> tuple[Block, ...]:
        """Lines that name who wrote the text."""
        return tuple(b for b in self.page.blocks if b.signs)

    # --- voices -----------------------------------------------------------------------------------------------------

    @cached_property
    def claims(self) -> tuple[Attribution, ...]:
        """Attributions in the body (headlines and captions are looked at apart)."""
        return tuple(a for a in self.provenance.attributions if a.where == "body")

    @cached_property
    def groups(self) -> tuple[VoiceGroup, ...]:
        """The body's attributions by voice, in order of first appearance.

        Claims without a voice are left out, and those whose source is too unsure to be called a voice.
        """
        groups: dict[str, list[Attribution]] = {}
        for number, claim in enumerate(self.claims):
            if claim.voice.type == "none":
                continue
            key = claim.voice.key or (claim.voice.name or f"#{number}").casefold()
            groups.setdefault(key, []).append(claim)
        made = (VoiceGroup(_fullest(members), tuple(members)) for members in groups.values())
        return tuple(g for g in made if self._sure(g) and not self._nobody(g))

    @staticmethod
    def _sure(group: VoiceGroup) -> bool:
        return group.voice.confidence >= SURE and max(a.confidence for a in group.attributions) >= SURE

    def _nobody(self, group: VoiceGroup) -> bool:
        """True where the words for an unnamed voice or a collective mean nobody, or the writer's own circle."""
        if group.voice.type not in ("unnamed", "collective"):
            return False
        words = self.source_of(group.attributions[0]).quote
        return finds("nobody", words) or words.split(maxsplit=1)[0].casefold() in ("this", "that", "it", "it's", "it’s")

    @cached_property
    def _spoken(self) -> dict[int, list[Span]]:
        by_block: dict[int, list[Span]] = {}
        for one in self.provenance.attributions:
            for span in (*one.source, *one.cue, *one.content):
                block = self.block_at(span.start)
                if block is not None:
                    by_block.setdefault(block.start, []).append(span)
        return by_block

    def spoken_in(self, block: Block) -> Sequence[Span]:
        """Sources, cues and contents of attributions that begin in `block`."""
        return self._spoken.get(block.start, ())

    @cached_property
    def unnamed(self) -> tuple[VoiceGroup, ...]:
        """The unnamed voices of the body; in English those that are sources, by their words and by what they do."""
        found = (g for g in self.groups if g.voice.type == "unnamed")
        if not (self.page.language or "").startswith("en"):
            return tuple(found)
        return tuple(g for g in found if is_source(g.voice, g.attributions, self.text))

    @cached_property
    def mute(self) -> frozenset[str]:
        """Names of unnamed voices and collectives that, by their words or by their verb, said nothing; read in English."""
        if not (self.page.language or "").startswith("en"):
            return frozenset()
        found: dict[str, bool] = {}
        for claim in self.claims:
            if claim.voice.type in ("unnamed", "collective") and claim.voice.name:
                found[claim.voice.name] = found.get(claim.voice.name, False) or speaks(claim, self.text)
        return frozenset(name for name, spoke in found.items() if not spoke)

    # --- whose text -------------------------------------------------------------------------------------------------

    @cached_property
    def text_credits(self) -> tuple[Credit, ...]:
        """Credits that make the text somebody else's."""
        return tuple(c for c in self.provenance.credits if c.role in TEXT_ROLES)

    @cached_property
    def visible_credits(self) -> tuple[Credit, ...]:
        """Those of `text_credits` that stand on the page and not only in markup or address."""
        return tuple(c for c in self.text_credits if isinstance(c.evidence, Quoted))

    @cached_property
    def unnamed_provider(self) -> Edge | None:
        """The step to a provider that the page refers to and does not name, if there is one.

        “With agency inputs” speaks of material, not of whose text it is, and is no such step.
        """
        inputs = {c.evidence for c in self.provenance.credits if c.role in INPUT_ROLES}
        for edge in self.provenance.edges:
            unnamed = edge.to.name is None and edge.to.type in ("provider", "intermediary")
            if unnamed and not inputs.issuperset(edge.evidence):
                return edge
        return None

    @cached_property
    def provider_names(self) -> tuple[str, ...]:
        """Names of those whose text it is by the page's credits, in order, once each."""
        names = [c.outlet.name for c in self.text_credits]
        return tuple(dict.fromkeys(n for n in names if n))

    @property
    def publisher_name(self) -> str:
        """The publisher as a message calls it."""
        publisher = self.provenance.publisher
        return publisher.name or publisher.domain or "the publisher"

    def speaker(self, notice: Disclaimer) -> str:
        """Who speaks in a notice, as a message calls it: a name, or the publisher's where the notice has “we” or “the site”."""
        named = notice.speaker or ""
        is_name = bool(named) and named.casefold() not in _NO_NAME and not named[0].islower()
        if named.casefold() == self.publisher_name.casefold():
            return self.publisher_name
        return named if is_name else self.publisher_name

    def disclaiming(self, *kinds: DisclaimerKind) -> tuple[Disclaimer, ...]:
        """Disclaimers that do any of these things."""
        return tuple(d for d in self.provenance.disclaimers if any(k in kinds for k in d.kinds))

    # --- the chain --------------------------------------------------------------------------------------------------

    def steps(self, chain: Chain) -> tuple[Edge, ...]:
        """The edges of a chain, in order; indices out of range are skipped."""
        edges = self.provenance.edges
        return tuple(edges[i] for i in chain.edges if 0 <= i < len(edges))

    @staticmethod
    def newsrooms(chain: Chain) -> tuple[Node, ...]:
        """The publishers, providers and outlets on a chain that pass the report on, in order.

        Two that follow each other under two names of one newsroom (`Agence France-Presse`, `AFP`) are one.
        """
        passing: list[Node] = []
        for node in chain.nodes:
            if node.type in NEWSROOMS and not (passing and node.name and same_newsroom(passing[-1].name, node.name)):
                passing.append(node)
        return tuple(passing)

    # --- words and evidence -----------------------------------------------------------------------------------------

    def words(self, start: int, end: int, limit: int = QUOTE_LIMIT) -> str:
        """The words at a span on one line, clipped at a word where they are longer than `limit`."""
        return clipped(self.text[start:end], limit)

    def quote(self, span: Span) -> Quoted:
        """Evidence for the words at `span`."""
        return self.page.quote(span.start, span.end)

    def called(self, group: VoiceGroup) -> str:
        """A voice as a message calls it: by the words of its first source, or its name where that is a part of them."""
        source = self.source_of(group.attributions[0])
        name = group.voice.name
        if name and name.casefold() in source.quote.casefold():
            return clipped(name)
        return clipped(source.quote)

    def source_of(self, claim: Attribution) -> Quoted:
        """Evidence for a claim's source, or for its cue or content where it has none."""
        spans = claim.source or claim.cue or claim.content
        return self.quote(spans[0])

    def quotes(self, spans: Iterable[Span]) -> tuple[Evidence, ...]:
        """Evidence for several spans."""
        return tuple(self.quote(s) for s in spans)


def _fullest(members: Sequence[Attribution]) -> Voice:
    """The voice of a group as its best-described member has it: with the reason for anonymity where one gives it."""
    return max((m.voice for m in members), key=lambda v: (v.reason is not None, v.grade or "", len(v.name or "")))
