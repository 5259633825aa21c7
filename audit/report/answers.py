"""The plain answers to what a reader asks first: whose text it is, who is cited, who speaks in the end, what is disclaimed.

Each is a list of short phrases without markup, in the order of the audit, each phrase once.
"""

from __future__ import annotations

from audit.model import Audit, Relation
from audit.report import chain_graph, visible, wording

_TEXT: dict[Relation, str] = {
    "carries": "carried",
    "distributed-by": "distributor",
    "republished-from": "republished from it",
    "translated-from": "translated from it",
}


def whose_text(audit: Audit) -> list[str]:
    """Whom the text comes from, by the edges that say so, else by the credits."""
    worked_in = material(audit)
    steps = [e for e in audit.edges if e.relation in _TEXT and e.to.name not in worked_in]
    found = [f"{visible.plain(wording.node_name(e.to))} ({_TEXT[e.relation]}, {e.basis})" for e in steps]
    if worked_in and not found:
        return [f"the publisher's own, with material of {', '.join(map(visible.plain, worked_in))}"]
    if not found:
        found = [
            f"{visible.plain(wording.node_name(c.outlet))} ({wording.CREDITS[c.role]})"
            for c in audit.credits
            if c.role not in ("photo", "cited")
        ]
    if not found and audit.provenance.kind == "original":
        found = ["the publisher's own"]
    return list(dict.fromkeys(found))


def material(audit: Audit) -> list[str]:
    """Those whose material went into a text that is the publisher's own; none where the text is another's."""
    from audit.findings.case import INPUT_ROLES, TEXT_ROLES

    if audit.provenance.kind != "original":
        return []
    owners = {c.outlet.name for c in audit.credits if c.role in TEXT_ROLES}
    names = [c.outlet.name for c in audit.credits if c.role in INPUT_ROLES and c.outlet.name]
    return [name for name in dict.fromkeys(names) if name not in owners]


def cited(audit: Audit) -> list[str]:
    """The outlets that the text relays, each under the first of its names."""
    from audit.findings.names import key

    named: dict[str, str] = {}
    for edge in audit.edges:
        if edge.relation == "cites":
            shown = visible.plain(wording.node_name(edge.to))
            named.setdefault(key(edge.to.name or shown), shown)
    return list(named.values())


def end_voices(audit: Audit) -> list[str]:
    """Who the chains end with, the sure ones where there are any; failing chains, who the claims are attributed to.

    An agency whose material was worked in is no voice.
    """
    grades = {a.voice.name: a.voice.grade for a in audit.attributions if a.voice.grade}
    worked_in = material(audit)
    chains = [
        c
        for c in audit.chains
        if c.nodes and c.hops and not (c.nodes[-1].type == "provider" and c.nodes[-1].name in worked_in)
    ]
    ends = [c.nodes[-1] for c in chains if chain_graph.sure(audit, c)] or [c.nodes[-1] for c in chains]
    found = []
    for node in ends:
        if node.type == "none":
            found.append("nobody (a claim without a source)")
            continue
        grade = grades.get(node.name)
        sort = wording.node_sort(node) + (f", {grade}" if grade else "")
        found.append(f"{visible.plain(wording.node_name(node))} ({sort})")
    if not ends:
        found = [
            f"{visible.plain(wording.voice_name(a))} ({wording.voice_sort(a.voice)})"
            for a in audit.attributions
            if a.voice.type != "none"
        ]
    return list(dict.fromkeys(found))


def disclaimed(audit: Audit) -> list[str]:
    """What is disclaimed, by whom, and where complaints go."""
    out = []
    for item in audit.disclaimers:
        kinds = ", ".join(wording.DISCLAIMERS[k][0].lower() for k in item.kinds)
        speaker = f", says {visible.plain(item.speaker)}" if item.speaker else ""
        to = f", complaints to “{visible.plain(item.complaints_to)}”" if item.complaints_to else ""
        out.append(f"{kinds}{speaker}{to}")
    return list(dict.fromkeys(out))


def anonymous(audit: Audit) -> bool:
    """True where the longest chain ends with nobody named."""
    return chain_graph.hollow(chain_graph.main_path(audit)[-1][0]) and bool(audit.chains)
