"""From an `Audit` to what the report's template shows, section by section."""

from __future__ import annotations

from audit.model import Audit, Review
from audit.report import (
    about,
    chain_graph,
    chain_svg,
    declared_shown,
    reading,
    rulings,
    stated,
    statements,
    steps,
    visible,
    wording,
)
from audit.report.anchors import edge as edge_anchor
from audit.report.annotate import Markings
from audit.report.evidence import Quoter
from audit.report.marking import mark


def view(audit: Audit, *, whole: bool = True, review: Review | None = None) -> dict[str, object]:
    """Everything the template needs, by name; with `whole` false, without the page's text and with short quotes.

    `review` is what the auditor states beside the audit.
    """
    page = audit.page
    markings = Markings(page.text, page.blocks)
    notes = reading.Notes(markings, page.blocks)
    quoter = Quoter(page.text, page.language, markings, whole=whole)
    mark(audit, markings, notes)
    groups = rulings.groups(audit, quoter, review.dismissed() if review else {})
    graph = chain_graph.graph(audit)
    values: dict[str, object] = {
        "audit": audit,
        "whole": whole,
        "title": visible.plain(page.headline or audit.target.name),
        "headline": quoter.value(page.headline) if page.headline else visible.html(audit.target.name),
        "verdict": visible.html(audit.profile.verdict),
        "publisher": visible.html(audit.provenance.publisher.name or "publisher not named"),
        "kind": wording.KINDS[audit.provenance.kind],
        "captured": about.moment(audit.capture.captured_at),
        "axes": [about.axis(axis, quoter) for axis in audit.profile.axes],
        "path": steps.main_path(audit),
        "groups": groups,
        "first": groups[0].findings[0] if groups else None,
        "finding_count": len(audit.findings),
        "levels": rulings.counts(audit),
        "about": about.about(audit, quoter),
        "wide": chain_svg.wide(graph, audit.edges, _href),
        "tall": chain_svg.tall(graph, audit.edges, _href),
        "left_out": graph.left_out,
        "paths": steps.paths(audit),
        "edges": steps.edges(audit, quoter),
        "claims": statements.claims(audit, quoter),
        "voices": statements.voices(audit),
        "disclaimers": statements.disclaimers(audit, quoter),
        "declared_shown": declared_shown.rows(audit, quoter),
        "declared": declared_shown.everything(audit, quoter),
        "capture": about.capture(audit),
        "headers": [(visible.html(k), visible.html(v)) for k, v in audit.capture.headers],
        "grades": wording.GRADES,
        "bases": wording.BASES,
        "stated": stated.view(audit, review, quoter) if review else None,
        "coverage": audit.provenance.attribution_coverage,
    }
    # Last: writing the sections above is what marks the words they lead to.
    values["passages"] = reading.passages(audit, markings, notes) if whole else []
    return values


def _href(index: int) -> str:
    return f"#{edge_anchor(index)}"
