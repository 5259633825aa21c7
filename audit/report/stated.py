"""What the auditor states, as the report shows it: beside what was seen, and marked as stated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.model import Audit, Review, Statement
from audit.report import anchors, answers, visible, wording
from audit.report.about import moment
from audit.report.evidence import Quoter
from audit.report.visible import ours, raw

if TYPE_CHECKING:
    from markupsafe import Markup

_KINDS = {
    "correction": "Correction",
    "note": "Note",
    "dismissal": "Finding dismissed",
    "reply": "The publisher's reply",
}


def view(audit: Audit, review: Review, quoter: Quoter) -> dict[str, object]:
    """The section's parts: who stated it and when, the entry it is about, and the statements in order of their sort."""
    ordered = sorted(review.statements, key=lambda s: list(_KINDS).index(s.kind))
    return {
        "by": raw(review.by) if review.by else "",
        "at": moment(review.at) if review.at else "",
        "of": visible.plain(review.of),
        "counts": _counts(review),
        "rows": [(_KINDS[s.kind], visible.html(s.text), _seen(audit, s), _about(audit, s, quoter)) for s in ordered],
    }


def _counts(review: Review) -> str:
    """`1 correction, 2 notes`."""
    number = {kind: sum(s.kind == kind for s in review.statements) for kind in _KINDS}
    words = {"correction": "correction", "note": "note", "dismissal": "dismissed finding", "reply": "reply"}
    return ", ".join(wording.count(n, words[kind]) for kind, n in number.items() if n)


def _seen(audit: Audit, statement: Statement) -> Markup:
    """What the audit has in the place of a correction, so that both stand side by side."""
    seen = {
        "publisher": audit.provenance.publisher.name or "not named on the page",
        "provider": "; ".join(answers.whose_text(audit)) or "no word of another's text on the page",
        "author": audit.page.byline or "no byline found",
        "date": audit.page.published or "no date found",
        "kind": wording.KINDS[audit.provenance.kind][0].lower(),
    }.get(statement.subject)
    return visible.html(f"As the page was read: {seen}") if seen else ours("")


def _about(audit: Audit, statement: Statement, quoter: Quoter) -> Markup:
    """The words of the page and the findings that a statement is about."""
    places = dict(zip((f.fingerprint for f in audit.findings), anchors.findings(audit.findings), strict=True))
    links = [
        f'<a href="#{places[f.fingerprint]}"><span class="code">{raw(anchors.code(f))}</span></a> {raw(f.message)}'
        for f in audit.findings
        if f.fingerprint in statement.about
    ]
    listed = "".join(f"<li>{link}</li>" for link in links)
    return ours(f'{quoter.listed(statement.evidence[1:])}{f"""<ul class="ev">{listed}</ul>""" if listed else ""}')
