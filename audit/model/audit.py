"""All of it: the audit, whose encoding is `audit.json`."""

from __future__ import annotations

from typing import Literal

from audit.model.capture import CaptureRecord, TargetRecord
from audit.model.evidence import Evidence
from audit.model.findings import Finding, Profile
from audit.model.page import Page
from audit.model.provenance import Attribution, Chain, Credit, Disclaimer, Edge, Publisher
from audit.model.span import Frozen
from audit.model.words import PageKind

SCHEMA = "tracewire/audit/1"


class Origin(Frozen, frozen=True):
    """Whose page and what kind of page it is: the head of `Provenance`, as `audit.json` has it."""

    kind: PageKind
    publisher: Publisher
    kind_evidence: tuple[Evidence, ...] = ()
    attribution_coverage: Literal["full", "partial", "not-assessable"] = "full"
    attribution_tagger: str | None = None
    """Which tagger found the attributions: `network` or `encoder`; None where the lexicon or nobody did."""


class Audit(Frozen, frozen=True):
    """All of it; its encoding is `audit.json`."""

    schema: str
    ruleset: str
    tool: str
    target: TargetRecord
    capture: CaptureRecord
    page: Page
    provenance: Origin
    credits: tuple[Credit, ...]
    disclaimers: tuple[Disclaimer, ...]
    attributions: tuple[Attribution, ...]
    edges: tuple[Edge, ...]
    chains: tuple[Chain, ...]
    findings: tuple[Finding, ...]
    profile: Profile
