"""Audits made of specimens."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from audit.findings import RULESET, check, profile
from audit.findings.rule import Specimen
from audit.findings.sketches import claim, unnamed
from audit.findings.specimen import specimen
from audit.model import SCHEMA, Audit, CaptureRecord, Origin, TargetKind, TargetRecord

AuditMaker = Callable[..., Audit]


def _audit(made: Specimen | None = None, *, kind: TargetKind = "text-file", name: str = "ferry.txt") -> Audit:
    if made is None:
        made = specimen(
            "headline: Ferry stops",
            "body: A source said the ferry would stop.",
            claims=[claim("A source", "said", "the ferry would stop", unnamed("A source", "G0"))],
            medium="text" if kind in ("text-file", "stdin") else "html",
        )
    page, provenance = made.page, made.provenance
    findings = check(page, provenance)
    return Audit(
        schema=SCHEMA,
        ruleset=RULESET,
        tool="tracewire 0",
        target=TargetRecord(kind, name),
        capture=CaptureRecord("text", "0" * 64, len(page.text), "2026-03-02T08:00:00Z", url=page.url),
        page=page,
        provenance=Origin(provenance.kind, provenance.publisher),
        credits=provenance.credits,
        disclaimers=provenance.disclaimers,
        attributions=provenance.attributions,
        edges=provenance.edges,
        chains=provenance.chains,
        findings=findings,
        profile=profile(page, provenance, findings),
    )


@pytest.fixture(scope="session")
def make_audit() -> AuditMaker:
    """`make_audit(specimen, kind=, name=)`: a whole audit, by default of a page with one bare source."""
    return _audit
