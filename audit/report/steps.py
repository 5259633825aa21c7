"""The chain in words: as a line of text, path by path, and step by step with its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from audit.model import Audit, Node
from audit.report import anchors, chain_graph, wording
from audit.report.about import percent
from audit.report.evidence import Quoter
from audit.report.visible import ours, raw

if TYPE_CHECKING:
    from markupsafe import Markup


class EdgeView(msgspec.Struct):
    """One edge in the list of steps."""

    anchor: str
    words: Markup
    basis: str
    remark: Markup
    evidence: Markup


def line(audit: Audit, steps: Iterable[tuple[Node, int | None]]) -> Markup:
    """`MENAFN carries → provider not named cites → …`; each verb leads to its step in the list."""
    out = []
    for node, index in steps:
        if index is not None and 0 <= index < len(audit.edges):
            edge = audit.edges[index]
            aside = f" <i>({edge.basis})</i>" if edge.basis in ("inferred", "stated") else ""
            out.append(
                f'<a class="step {edge.basis}" href="#{anchors.edge(index)}">{wording.RELATIONS[edge.relation]}{aside}'
                ' <span aria-hidden="true">→</span></a>'
            )
        out.append(_name(node))
    return ours(" ".join(out))


def main_path(audit: Audit) -> Markup:
    """The chain that the verdict tells, as a line."""
    return line(audit, chain_graph.main_path(audit))


def paths(audit: Audit) -> list[Markup]:
    """Every chain as a line, with its length and how it ends."""
    out = []
    for chain in audit.chains:
        end = ", ends with nobody named" if chain.ends_anonymous else ""
        words = line(audit, zip(chain.nodes, (None, *chain.edges), strict=False))
        out.append(ours(f'{words}<span class="small">, {wording.count(chain.hops, "step")}{end}</span>'))
    return out


def edges(audit: Audit, quoter: Quoter) -> list[EdgeView]:
    """Every edge with what it rests on."""
    return [
        EdgeView(
            anchors.edge(index),
            ours(f"{_name(edge.from_)} {wording.RELATIONS[edge.relation]} {_name(edge.to)}"),
            edge.basis,
            ours(f"strength {percent(edge.strength)}{'; ' if edge.why else ''}{raw(edge.why)}"),
            quoter.listed(edge.evidence, 12),
        )
        for index, edge in enumerate(audit.edges)
    ]


def _name(node: Node) -> str:
    look = ' class="hollow"' if chain_graph.hollow(node) else ""
    return f"<b{look}>{raw(wording.node_name(node))}</b>"
