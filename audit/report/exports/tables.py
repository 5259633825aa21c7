"""Claims, credits and findings as CSV (RFC 4180), one row each, for spreadsheets.

A cell that a spreadsheet would take for a formula gets an apostrophe in front: page text must not compute anything.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from audit.model import Audit, Evidence, Quoted, Span
from audit.report import visible, wording

Row = list[str | int | float | None]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PAGE = ["page", "address", "captured"]
COLUMNS: dict[str, list[str]] = {
    "claims": [*_PAGE, "number", "claim", "start", "end", "form", "negated", "hedges", "source", "voice", "voice type",
               "role", "grade", "through", "confidence"],
    "credits": [*_PAGE, "role", "name", "type", "slot", "form", "strength", "start", "end", "evidence"],
    "findings": [*_PAGE, "code", "name", "level", "confidence", "basis", "message", "start", "end", "evidence", "fingerprint"],
}  # fmt: skip
"""The columns of each table."""


def write(audits: Sequence[Audit], which: str) -> str:
    """The table `which` (a key of `COLUMNS`) of all `audits`, with a head row."""
    rows = {"claims": _claims, "credits": _credits, "findings": _findings}[which]
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(COLUMNS[which])
    for audit in audits:
        page: Row = [audit.page.headline or audit.target.name, audit.capture.url or "", audit.capture.captured_at]
        table.writerows([_cell(cell) for cell in [*page, *row]] for row in rows(audit))
    return out.getvalue()


def _claims(audit: Audit) -> Iterator[Row]:
    text = audit.page.text
    for number, item in enumerate(audit.attributions, 1):
        voice = item.voice
        yield [
            number, _words(text, item.content), item.content[0].start if item.content else None,
            item.content[-1].end if item.content else None, item.kind, "yes" if item.negated else "no",
            _words(text, item.hedges), _words(text, (*item.source, *item.cue)), voice.name, voice.type, voice.role,
            voice.grade, "; ".join(item.relayed_by), round(item.confidence, 3),
        ]  # fmt: skip


def _credits(audit: Audit) -> Iterator[Row]:
    for item in audit.credits:
        yield [
            item.role, wording.node_name(item.outlet), item.outlet.type, item.slot, item.form, round(item.strength, 3),
            item.start, item.end, _evidence(item.evidence),
        ]  # fmt: skip


def _findings(audit: Audit) -> Iterator[Row]:
    for item in audit.findings:
        first = next((e for e in item.evidence if isinstance(e, Quoted)), None)
        yield [
            item.code, item.name, item.level, round(item.confidence, 3), item.basis, item.message,
            first.start if first else None, first.end if first else None, "; ".join(map(_evidence, item.evidence)),
            item.fingerprint,
        ]  # fmt: skip


def _words(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(span.of(text) for span in spans)


def _evidence(item: Evidence) -> str:
    match item:
        case Quoted():
            return f"“{item.quote}”"
        case _:
            fields = [str(getattr(item, name)) for name in item.__struct_fields__]
            return ": ".join(fields)


def _cell(value: str | int | float | None) -> str | int | float:
    if value is None:
        return ""
    if isinstance(value, str):
        value = visible.plain(value)
        return f"'{value}" if value.startswith(_FORMULA) else value
    return value
