"""The chain as PROV-JSON (W3C PROV): what was derived from what, who it is attributed to, and how the audit was made.

Each outlet of the chain has a report of its own, an entity that is attributed to it; the report of the one that carries
or cites was derived from the report of the other. Voices are agents to whom a report is attributed. Basis and strength
of a step stand on the relation, in tracewire's own namespace.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from audit.model import Audit, Edge, Node, NodeType
from audit.report import visible
from audit.report.wording import node_name

_NAMESPACE = "https://tracewire.invalid/ns#"
"""An identifier, not an address: `.invalid` promises that nothing is fetched from it."""
_AGENTS: dict[NodeType, str] = {"person": "prov:Person"}

Document = dict[str, dict[str, dict[str, object]]]


def document(audits: Sequence[Audit]) -> str:
    """A PROV-JSON document for all `audits`, ending in a line feed."""
    out: Document = {}
    for number, audit in enumerate(audits, 1):
        _add(out, audit, f"tw:a{number}-")
    whole = {"prefix": {"tw": _NAMESPACE, "prov": "http://www.w3.org/ns/prov#"}, **out}
    return msgspec.json.format(msgspec.json.encode(whole), indent=1).decode("utf-8") + "\n"


def _add(out: Document, audit: Audit, base: str) -> None:
    record = audit.capture
    capture, activity, software, result = f"{base}capture", f"{base}audit", f"{base}software", f"{base}result"
    shown: dict[str, object] = {"prov:label": audit.page.headline or audit.target.name, "tw:sha256": record.sha256}
    if record.url:
        shown["prov:location"] = record.url
    _put(out, "entity", capture, {**shown, "tw:captured": record.captured_at})
    _put(
        out, "entity", result, {"prov:label": "audit", "tw:ruleset": audit.ruleset, "tw:verdict": audit.profile.verdict}
    )
    _put(out, "activity", activity, {"prov:label": "audit"})
    _put(out, "agent", software, {"prov:label": audit.tool, "prov:type": _name("prov:SoftwareAgent")})
    _put(out, "used", f"{base}u", {"prov:activity": activity, "prov:entity": capture})
    _put(out, "wasGeneratedBy", f"{base}g", {"prov:entity": result, "prov:activity": activity})
    _put(out, "wasAssociatedWith", f"{base}w", {"prov:activity": activity, "prov:agent": software})
    _put(out, "wasDerivedFrom", f"{base}d", {"prov:generatedEntity": result, "prov:usedEntity": capture})
    steps: dict[Node, int] = {}
    publisher = Node(audit.provenance.publisher.name, "publisher")
    for node in (publisher, *(n for e in audit.edges for n in (e.from_, e.to))):
        if node not in steps:
            steps[node] = len(steps)
            _node(out, base, steps[node], node)
    about = {"prov:generatedEntity": capture, "prov:usedEntity": f"{base}report{steps[publisher]}"}
    _put(out, "wasDerivedFrom", f"{base}page", about)
    for index, edge in enumerate(audit.edges):
        _edge(out, base, index, edge, steps)


def _node(out: Document, base: str, number: int, node: Node) -> None:
    agent, report = f"{base}agent{number}", f"{base}report{number}"
    name = node_name(node)
    _put(
        out,
        "agent",
        agent,
        {
            "prov:label": name,
            "prov:type": _name(_AGENTS.get(node.type, "prov:Agent")),
            "tw:type": node.type,
            "tw:named": node.name is not None,
        },
    )
    _put(out, "entity", report, {"prov:label": f"what {name} says"})
    _put(out, "wasAttributedTo", f"{base}by{number}", {"prov:entity": report, "prov:agent": agent})


def _edge(out: Document, base: str, index: int, edge: Edge, steps: dict[Node, int]) -> None:
    known = {
        "tw:relation": edge.relation,
        "tw:basis": edge.basis,
        "tw:strength": round(edge.strength, 3),
        "tw:why": edge.why,
    }
    relation = {
        "prov:generatedEntity": f"{base}report{steps[edge.from_]}",
        "prov:usedEntity": f"{base}report{steps[edge.to]}",
    }
    _put(out, "wasDerivedFrom", f"{base}edge{index}", {**relation, **known})


def _name(name: str) -> dict[str, str]:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _put(out: Document, kind: str, identity: str, values: Mapping[str, object]) -> None:
    clean = {k: visible.plain(v) if isinstance(v, str) and not k.startswith("prov:") else v for k, v in values.items()}
    if isinstance(clean.get("prov:label"), str):
        clean["prov:label"] = visible.plain(str(clean["prov:label"]))
    prefix = "_:" if kind not in ("entity", "activity", "agent") else ""
    key = f"{prefix}{identity.replace(':', '-') if prefix else identity}"
    out.setdefault(kind, {})[key] = clean
