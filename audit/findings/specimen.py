"""Pages made up for examples: a few lines of text and what the lower floors would have found in them.

`specimen("headline: Ferry talks stall", "body: A source said the ferry would stop.", claims=[claim("A source", "said",
"the ferry would stop", unnamed("A source", grade="G0"))])`. Spans are found by looking the words up, so an example reads
as what it says; words that are not there are an error of the example.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, get_args

from audit.findings.rule import Specimen
from audit.findings.sketches import ClaimSketch, CreditSketch, NoticeSketch, StepSketch
from audit.model import (
    Absence,
    Attribution,
    Basis,
    Block,
    Chain,
    Clause,
    Credit,
    Declared,
    Disclaimer,
    Edge,
    Evidence,
    Fact,
    Label,
    Link,
    Markup,
    Medium,
    Node,
    OutletKind,
    Page,
    PageKind,
    Provenance,
    Publisher,
    Quoted,
    Span,
)

_LABELS: tuple[Label, ...] = get_args(Label)


def specimen(
    *lines: str,
    claims: Sequence[ClaimSketch] = (),
    chains: Sequence[Sequence[StepSketch]] = (),
    credits: Sequence[CreditSketch] = (),
    notices: Sequence[NoticeSketch] = (),
    links: Sequence[tuple[str, str]] = (),
    declared: Sequence[tuple[str, str, str]] = (),
    facts: Sequence[tuple[str, str, str]] = (),
    kind: PageKind = "original",
    publisher: str | None = "Harbour Post",
    domain: str | None = "harbourpost.example",
    publisher_kind: OutletKind = "newspaper",
    publisher_basis: Basis = "observed",
    medium: Medium = "html",
    language: str | None = "en",
    byline: str | None = "By Mira Tolland",
    published: str | None = "2026-03-02",
    modified: str | None = None,
    dateline: str | None = None,
    assessable: bool = True,
    coverage: Literal["full", "partial", "not-assessable"] = "full",
) -> Specimen:
    """A page of `label: text` lines (`-label: text` for a hidden block) with the given provenance."""
    text, blocks = _tile(lines, links)
    find = _finder(text)
    headline = next((b.span.of(text) for b in blocks if b.label == "headline"), None)
    page = Page(
        text=text,
        medium=medium,
        blocks=blocks,
        url=f"https://www.{domain}/news/story" if domain and medium == "html" else None,
        language=language,
        headline=headline,
        byline=byline,
        dateline=dateline,
        published=published,
        modified=modified,
        facts=tuple(Fact(n, v, _evidence(text, find, v, place)) for n, v, place in facts),
        declared=tuple(Declared(n, v, place) for n, v, place in declared),
        assessable=assessable,
        not_assessable_because=None if assessable else "the page has no text",
    )
    edges, paths = _chains(chains, Node(publisher, "publisher"), text, find)
    provenance = Provenance(
        kind=kind,
        kind_evidence=(Absence("a credit to somebody else", "the whole page"),),
        publisher=Publisher(publisher, domain, publisher_basis, publisher_kind),
        credits=tuple(_credit(c, text, find) for c in credits),
        disclaimers=tuple(_disclaimer(n, text, find) for n in notices),
        attributions=tuple(_attribution(c, find) for c in claims),
        attribution_coverage=coverage,
        edges=edges,
        chains=paths,
    )
    return Specimen(page, provenance)


Finder = Callable[[str, int], Span]


def _tile(lines: Sequence[str], links: Sequence[tuple[str, str]]) -> tuple[str, tuple[Block, ...]]:
    text = ""
    blocks: list[Block] = []
    for line in lines:
        word, _, words = line.partition(": ")
        label = next((known for known in _LABELS if known == word.removeprefix("-")), None)
        if label is None or not words:
            raise ValueError(f"an example's line is 'label: text', not {line!r}")
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{words}" if text else words
        on = tuple(
            Link(href, start + words.index(anchor), start + words.index(anchor) + len(anchor))
            for anchor, href in links
            if anchor in words
        )
        path = f"body/main/p[{len(blocks) + 1}]"
        visible = not word.startswith("-")
        blocks.append(Block(label, start, start + len(words), 1.0, "written so", path=path, visible=visible, links=on))
    return text, tuple(blocks)


def _finder(text: str) -> Finder:
    def find(words: str, near: int) -> Span:
        """The occurrence of `words` that is nearest to `near`."""
        starts = []
        at = text.find(words)
        while at >= 0:
            starts.append(at)
            at = text.find(words, at + 1)
        if not starts:
            raise ValueError(f"an example's words are not on its page: {words!r}")
        start = min(starts, key=lambda s: abs(s - near))
        return Span(start, start + len(words))

    return find


def _attribution(sketch: ClaimSketch, find: Finder) -> Attribution:
    content = find(sketch.content, 0)
    return Attribution(
        source=(find(sketch.source, content.start),) if sketch.source else (),
        cue=(find(sketch.cue, content.start),) if sketch.cue else (),
        content=(content,),
        kind=sketch.kind,
        voice=sketch.voice,
        hedges=tuple(find(h, content.start) for h in sketch.hedges),
        relayed_by=sketch.relayed_by,
        relay_basis=sketch.relay_basis,
        where=sketch.where,
    )


def _credit(sketch: CreditSketch, text: str, find: Finder) -> Credit:
    outlet = Node(sketch.name, "provider")
    if sketch.markup:
        evidence = Markup(sketch.markup, sketch.name or "")
        return Credit(sketch.role, outlet, "example", evidence, slot="markup")
    at = find(sketch.words, 0)
    quoted = Quoted(at.start, at.end, at.of(text))
    return Credit(sketch.role, outlet, "example", quoted, at.start, at.end, slot=sketch.slot)


def _disclaimer(sketch: NoticeSketch, text: str, find: Finder) -> Disclaimer:
    at = find(sketch.words, 0)
    return Disclaimer(
        kinds=sketch.kinds,
        start=at.start,
        end=at.end,
        evidence=Quoted(at.start, at.end, at.of(text)),
        speaker=sketch.speaker,
        complaints_to=sketch.complaints_to,
        placement=sketch.placement,
        clauses=tuple(Clause(k, at.start, at.end) for k in sketch.kinds),
    )


def _evidence(text: str, find: Finder, words: str, place: str) -> Evidence:
    if place:
        return Markup(place, words)
    at = find(words, 0)
    return Quoted(at.start, at.end, at.of(text))


def _chains(
    sketches: Sequence[Sequence[StepSketch]], publisher: Node, text: str, find: Finder
) -> tuple[tuple[Edge, ...], tuple[Chain, ...]]:
    edges: list[Edge] = []
    chains: list[Chain] = []
    for sketch in sketches:
        nodes = [publisher]
        path: list[int] = []
        for one in sketch:
            node = Node(one.name, one.type)
            evidence: Evidence = Absence("a name for the provider", "the whole page")
            if one.words:
                evidence = _evidence(text, find, one.words, "")
            edge = Edge(nodes[-1], one.relation, node, one.basis, one.strength, (evidence,), one.why)
            if edge not in edges:
                edges.append(edge)
            path.append(edges.index(edge))
            nodes.append(node)
        chains.append(Chain(tuple(nodes), tuple(path), len(path), nodes[-1].type == "unnamed"))
    return tuple(edges), tuple(chains)
