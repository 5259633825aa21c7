"""The attribution chain: from credits, citations and attributions to edges and paths.

Reading direction is upstream: from the publisher towards somebody who knows. An edge is

* **declared** where the publisher says so of its own page: a credit line, a notice, the markup;
* **observed** where the words of the text show it: "Samaa TV reported", "the minister said";
* **inferred** where a scope rule carries a relay over to the next attribution. The rule's words are in `Edge.why`.

The text hangs on its *holder*: the last provider that is named or referred to, or the publisher itself. A joint credit
("dpa/AFP") is one step. A `mixed` credit is an edge of its own, but the holder stays the publisher.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from audit.lexicon.outlets import by_name
from audit.model import (
    Attribution,
    Basis,
    Chain,
    Citation,
    Credit,
    Disclaimer,
    Edge,
    Evidence,
    Node,
    NodeType,
    Page,
    Publisher,
    Relation,
    Span,
    Voice,
    VoiceType,
)
from audit.provenance.citations.names import is_press_name
from audit.provenance.citations.own import is_own_name
from audit.provenance.outlet_names import key

MAX_EVIDENCE = 12
"""Quotes kept on one edge; a voice that speaks fifty times does not need fifty."""
MAX_CHAINS = 400
"""Paths listed; a page with more end voices than this is a list, not a story."""
ANONYMOUS: frozenset[VoiceType] = frozenset({"unnamed", "none"})
"""Voice types on which a chain ends anonymously. A collective ("Pakistani media") is vague, yet not anonymous."""

_STEP: dict[str, Relation] = {
    "carried": "carries",
    "mixed": "carries",
    "contributed": "carries",
    "release": "carries",
    "republished": "republished-from",
    "translated": "translated-from",
}
BESIDE = 3
"""Characters between a voice's words and an outlet's name that make them one."""
_UNNAMED_PROVIDER = Node(None, "provider")


def build(
    page: Page,
    publisher: Publisher,
    credits: Sequence[Credit],
    disclaimers: Sequence[Disclaimer],
    citations: Sequence[Citation],
    attributions: Sequence[Attribution],
) -> tuple[tuple[Edge, ...], tuple[Chain, ...]]:
    """All edges, in order of first evidence from the publisher upwards, and the paths to every end voice."""
    edges = _Edges()
    root = Node(publisher.name or publisher.domain, "publisher")
    holder = _carry(edges, root, credits, disclaimers)
    own = _own(root, holder, credits)
    cited = _Cited(own)
    _cite(edges, page, holder, cited, citations)
    _attribute(edges, page, holder, cited, attributions)
    listed = edges.listed()
    return listed, _paths(root, listed)


class _Edges:
    """Edges by (from, relation, to); adding the same step again adds its evidence."""

    def __init__(self) -> None:
        self._by_step: dict[tuple[Node, Relation, Node], Edge] = {}

    def add(self, edge: Edge) -> None:
        step = (edge.from_, edge.relation, edge.to)
        if edge.from_ == edge.to:
            return
        known = self._by_step.get(step)
        if known is None:
            self._by_step[step] = edge
            return
        stronger = known if known.strength >= edge.strength else edge
        evidence = (*known.evidence, *(e for e in edge.evidence if e not in known.evidence))[:MAX_EVIDENCE]
        self._by_step[step] = Edge(
            edge.from_, edge.relation, edge.to, stronger.basis, stronger.strength, evidence, stronger.why
        )

    def listed(self) -> tuple[Edge, ...]:
        return tuple(self._by_step.values())


def _carry(edges: _Edges, root: Node, credits: Sequence[Credit], disclaimers: Sequence[Disclaimer]) -> Node:
    """Add the steps that say whose text this is; return the node on which the text hangs."""
    at = root
    for name, found in _by_outlet(c for c in credits if c.role == "distributed"):
        step = Node(name, "intermediary")
        edges.add(Edge(at, "distributed-by", step, "declared", _strength(found), _evidence(found)))
        at = step
    owners = [c for c in credits if c.role in ("carried", "republished", "translated", "release")]
    if owners:
        names = list(dict.fromkeys(c.outlet.name for c in owners if c.outlet.name))
        names = [n for n in names if n not in (root.name, at.name)] or names
        step = Node(" / ".join(names) or None, "provider")
        role = max(owners, key=lambda c: c.strength).role
        edges.add(Edge(at, _STEP[role], step, "declared", _strength(owners), _evidence(owners)))
        at = step
    elif at == root:
        referred = _refers_to_provider(credits, disclaimers)
        if referred:
            edges.add(
                Edge(root, "carries", _UNNAMED_PROVIDER, "declared", 0.8, referred, "refers to an unnamed provider")
            )
            at = _UNNAMED_PROVIDER
    for name, found in _by_outlet(c for c in credits if c.role in ("mixed", "contributed")):
        edges.add(Edge(root, "carries", Node(name, "provider"), "declared", _strength(found) * 0.7, _evidence(found)))
    return at


def _by_outlet(credits: Iterable[Credit]) -> Iterable[tuple[str | None, list[Credit]]]:
    groups: dict[str | None, list[Credit]] = {}
    for credit in credits:
        groups.setdefault(credit.outlet.name, []).append(credit)
    return groups.items()


def _strength(credits: Sequence[Credit]) -> float:
    return max(c.strength for c in credits)


def _evidence(credits: Sequence[Credit]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(c.evidence for c in credits))[:MAX_EVIDENCE]


def _refers_to_provider(credits: Sequence[Credit], disclaimers: Sequence[Disclaimer]) -> tuple[Evidence, ...]:
    """Evidence that the page speaks of a provider without naming it: an unnamed credit, or where complaints go."""
    unnamed = tuple(c.evidence for c in credits if c.outlet.name is None and c.role not in ("photo", "cited"))
    if unnamed:
        return unnamed[:MAX_EVIDENCE]
    return tuple(d.evidence for d in disclaimers if d.complaints_to and "provider" in d.complaints_to.casefold())


def _own(root: Node, holder: Node, credits: Sequence[Credit]) -> frozenset[str]:
    """Keys of the publisher and of those credited: who names itself in its own copy cites nobody."""
    names = (
        root.name,
        holder.name,
        *(c.outlet.name for c in credits if c.role not in ("photo", "mixed", "contributed")),
    )
    return frozenset(key(name) for name in names if name)


class _Cited:
    """The nodes of the outlets that the text relays: one for all names of an outlet, and where each is cited."""

    def __init__(self, own: frozenset[str]) -> None:
        self._own = own
        self._nodes: dict[str, Node] = {}
        self._places: list[tuple[Span, Node]] = []
        self._cues: list[tuple[Span, Node]] = []

    def node(self, name: str | None, kind: NodeType = "outlet") -> Node | None:
        """The node of an outlet under the name that it goes by; None for the page's own outlets."""
        if not name or is_own_name(key(name), self._own):
            return None
        return self._nodes.setdefault(key(name), Node(name, kind))

    def place(self, citation: Citation, node: Node) -> None:
        """Note where an outlet is cited: its name, and its name with the words that cite it."""
        cue = citation.cue
        self._places.append((Span(citation.start, citation.end), node))
        self._cues.append((Span(min(cue.start, citation.start), max(cue.end, citation.end)), node))

    def known(self, name: str | None) -> bool:
        """Whether the outlet is among them."""
        return bool(name) and key(name or "") in self._nodes

    def at(self, spans: Iterable[Span]) -> Node | None:
        """The outlet that is cited at one of these places, or right beside it (`„Bild“-Zeitung`)."""
        wide = [Span(max(0, s.start - BESIDE), s.end + BESIDE) for s in spans]
        return next((node for place, node in self._places if any(place.meets(span) for span in wide)), None)

    def reporting(self, spans: Sequence[Span]) -> Node | None:
        """The outlet whose report these words are: they belong to the words that cite it."""
        return next((node for cue, node in self._cues if any(cue.meets(span) for span in spans)), None)


def _cite(edges: _Edges, page: Page, holder: Node, cited: _Cited, citations: Sequence[Citation]) -> None:
    """Add the outlets that the text relays."""
    for citation in citations:
        kind: NodeType = "collective" if citation.outlet.type == "collective" else "outlet"
        node = cited.node(citation.outlet.name, kind)
        if node is not None:
            cited.place(citation, node)
            evidence = (page.quote(citation.start, citation.end),)
            edges.add(Edge(holder, "cites", node, citation.basis, citation.strength, evidence))


def _attribute(edges: _Edges, page: Page, holder: Node, cited: _Cited, attributions: Sequence[Attribution]) -> None:
    """Hang every voice on the text's holder, or on the outlet that relays it."""
    vague = {a.voice.name for a in attributions if a.voice.type == "collective"}
    for attribution in attributions:
        if attribution.where != "body":  # a headline or caption says in short what the text says with its source
            continue
        at = _relayed(edges, page, holder, cited, attribution, vague)
        voice = attribution.voice
        if voice.type == "outlet" or cited.known(voice.name):
            # Only what reports is a step: an outlet that sues or moves has no citation.
            step = cited.at(attribution.source) or (cited.node(voice.name) if cited.known(voice.name) else None)
            if step is not None and step != at:
                edges.add(Edge(at, "cites", step, "observed", attribution.confidence, _words(page, attribution)))
            continue
        report = cited.reporting(attribution.source) if voice.type == "document" else None
        if report is not None and at == holder:  # "according to a report by Harbour TV": the outlet's word
            edges.add(Edge(at, "cites", report, "observed", attribution.confidence, _words(page, attribution)))
            continue
        basis = "observed" if at == holder else (attribution.relay_basis or "observed")
        why = (attribution.relay_scope or "") if at != holder else ""
        strength = attribution.confidence * (0.7 if basis == "inferred" else 1.0)
        edges.add(Edge(at, "attributes-to", _node(voice), basis, round(strength, 3), _words(page, attribution), why))


def _relayed(
    edges: _Edges, page: Page, holder: Node, cited: _Cited, attribution: Attribution, vague: set[str | None]
) -> Node:
    """Add the outlets through which a claim came; the node on which its voice hangs."""
    at = holder
    for outlet in attribution.relayed_by:
        relay = tuple(page.quote(s.start, s.end) for s in attribution.relay_evidence) or _words(page, attribution)
        basis: Basis = "observed" if at == holder else (attribution.relay_basis or "observed")
        strength = 0.9 if at == holder else 0.8
        if outlet in vague and not cited.known(outlet):  # "local media": a voice that relays, yet no outlet
            step = Node(outlet, "collective")
            edges.add(Edge(at, "attributes-to", step, basis, strength, relay))
            at = step
            continue
        node = cited.node(outlet) if _is_newsroom(outlet, cited) else None
        if node is not None:
            edges.add(Edge(at, "cites", node, basis, strength, relay))
            at = node
    return at


def _is_newsroom(name: str, cited: _Cited) -> bool:
    """Whether a relay's name can be an outlet's: one that is known or cited, or one of the kind that the press has.

    Another before "citing" or behind "told" is as often a company or a council ("told Express Logistics").
    """
    return cited.known(name) or by_name(name) is not None or is_press_name(name)


def _node(voice: Voice) -> Node:
    return Node(voice.name, voice.type)


def _words(page: Page, attribution: Attribution) -> tuple[Evidence, ...]:
    """Source and cue as one quote where they are near each other, so that a reader recognises the place."""
    spans = sorted((*attribution.source, *attribution.cue)) or sorted(attribution.content)
    first, last = spans[0].start, max(s.end for s in spans)
    if last - first > 160:
        first, last = spans[0].start, spans[0].end
    return (page.quote(first, last),)


def _paths(root: Node, edges: Sequence[Edge]) -> tuple[Chain, ...]:
    """Every path from the publisher to a node without a further step; loops are cut at the repeated node."""
    onward: dict[Node, list[int]] = {}
    for index, edge in enumerate(edges):
        onward.setdefault(edge.from_, []).append(index)
    chains: list[Chain] = []
    stack: list[tuple[tuple[Node, ...], tuple[int, ...]]] = [((root,), ())]
    while stack and len(chains) < MAX_CHAINS:
        nodes, taken = stack.pop()
        steps = [i for i in onward.get(nodes[-1], ()) if edges[i].to not in nodes]
        if not steps and taken:
            chains.append(Chain(nodes, taken, len(taken), nodes[-1].type in ANONYMOUS))
        stack.extend(((*nodes, edges[i].to), (*taken, i)) for i in reversed(steps))
    return tuple(chains)
