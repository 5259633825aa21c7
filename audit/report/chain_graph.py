"""The chain as a graph, and where its parts stand: a layered drawing for wide screens, an indented one for phones.

Both are plain arithmetic on the audit's chains and edges, so the same audit gives the same drawing. Steps that the chains
do not reach are added behind the step they hang on; links on the page are no part of the drawing.
"""

from __future__ import annotations

import msgspec

from audit.model import Audit, Chain, Node, NodeType
from audit.report import visible
from audit.report.wording import node_name

SURE = 0.5
"""Strength from which a last step is taken to be there."""
MOST = 40
"""Steps drawn at most; the list beside the drawing has all of them."""


class Step(msgspec.Struct):
    """One node: its place in the order of drawing, its distance from the publisher, the edge by which it is reached."""

    node: Node
    depth: int
    parent: int | None = None
    via: int | None = None
    """Index of the edge from the parent, in the audit's edges."""
    children: list[int] = []

    @property
    def name(self) -> str:
        """Its name, or what stands for it, fit for a drawing."""
        return visible.plain(node_name(self.node))


class Graph(msgspec.Struct):
    """Steps in reading order (a step before what hangs on it), and the edges beside those of the tree."""

    steps: list[Step]
    others: list[tuple[int, int, int]]
    """`(from, to, edge index)` of edges to a step that is drawn behind another one already."""
    left_out: int = 0

    @property
    def depth(self) -> int:
        """How many columns the drawing has."""
        return max((s.depth for s in self.steps), default=-1) + 1


def graph(audit: Audit) -> Graph:
    """The graph of `audit`: longest chain first, the rest in the order of the audit."""
    depth: dict[Node, int] = {}
    edges: dict[tuple[Node, Node], int] = {}
    order = sorted(range(len(audit.chains)), key=lambda i: (-audit.chains[i].hops, i))
    for chain in (audit.chains[i] for i in order):
        for position, node in enumerate(chain.nodes):
            depth[node] = max(depth.get(node, 0), position)
        for index in chain.edges:
            if 0 <= index < len(audit.edges):
                edges.setdefault((audit.edges[index].from_, audit.edges[index].to), index)
    for index, edge in enumerate(audit.edges):
        if edge.relation != "links-to" and edge.from_ != edge.to:
            edges.setdefault((edge.from_, edge.to), index)
            depth.setdefault(edge.from_, 0)
            depth.setdefault(edge.to, depth[edge.from_] + 1)
    if not depth:
        depth[root(audit)] = 0
    return _tree(depth, edges)


def root(audit: Audit) -> Node:
    """The publisher as a step."""
    return Node(audit.provenance.publisher.name, "publisher")


def main_path(audit: Audit) -> tuple[tuple[Node, int | None], ...]:
    """The chain that the verdict tells, as `(step, edge that leads to it)`; only the publisher where there is none.

    For an audit written before verdicts named their chain, the longest sure one.
    """
    if not audit.chains:
        return ((root(audit), None),)
    told = audit.profile.leading
    if told is not None and 0 <= told < len(audit.chains):
        chain = audit.chains[told]
    else:
        chain = max(audit.chains, key=lambda c: (sure(audit, c), c.hops, c.ends_anonymous))
    return tuple(zip(chain.nodes, (None, *chain.edges), strict=False))


def sure(audit: Audit, chain: Chain) -> bool:
    """True where the last step of a chain is more likely there than not."""
    return bool(chain.edges) and audit.edges[chain.edges[-1]].strength >= SURE


def _tree(depth: dict[Node, int], edges: dict[tuple[Node, Node], int]) -> Graph:
    onward: dict[Node, list[tuple[Node, int]]] = {}
    reached: set[Node] = set()
    for (from_, to), index in edges.items():
        onward.setdefault(from_, []).append((to, index))
        reached.add(to)
    # A step hangs on the deepest of those that lead to it, so that no line runs backwards.
    parent: dict[Node, tuple[Node, int]] = {}
    for (from_, to), index in edges.items():
        if depth[from_] < depth[to] and (to not in parent or depth[from_] > depth[parent[to][0]]):
            parent[to] = (from_, index)
    numbers: dict[Node, int] = {}
    steps: list[Step] = []
    for start in [n for n in depth if n not in parent]:
        pending = [start]
        while pending and len(steps) < MOST:
            node = pending.pop()
            above = parent.get(node)
            number = numbers[node] = len(steps)
            steps.append(Step(node, depth[node], numbers[above[0]] if above else None, above[1] if above else None))
            if above:
                steps[numbers[above[0]]].children.append(number)
            pending.extend(to for to, _ in reversed(onward.get(node, ())) if parent.get(to, (None,))[0] == node)
    drawn = {step.via for step in steps}
    others = [
        (numbers[from_], numbers[to], index)
        for (from_, to), index in edges.items()
        if index not in drawn and from_ in numbers and to in numbers
    ]
    return Graph(steps, others, len(depth) - len(steps))


NAMELESS: frozenset[NodeType] = frozenset({"unnamed", "none", "collective"})


def hollow(node: Node) -> bool:
    """True for a step that nobody can be asked about: without a name, or unnamed by description."""
    return node.name is None or node.type in NAMELESS
