"""The findings, one section for each rule, and what the rule says about them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from audit.model import LEVELS, Audit, Level
from audit.report import anchors, visible, wording
from audit.report.about import percent
from audit.report.evidence import Quoter
from audit.report.guidance import Guidance, guidance

if TYPE_CHECKING:
    from markupsafe import Markup


class FindingView(msgspec.Struct):
    """One finding as it is shown."""

    anchor: str
    code: str
    level: str
    message: Markup
    evidence: Markup
    basis: str
    confidence: str
    dismissed: Markup | None
    """The auditor's reason, where the finding was dismissed."""


class FindingGroup(msgspec.Struct):
    """All findings of one rule."""

    anchor: str
    code: str
    name: str
    level: Level
    level_word: str
    guidance: Guidance | None
    findings: list[FindingView] = []


def groups(audit: Audit, quoter: Quoter, dismissed: Mapping[str, str]) -> list[FindingGroup]:
    """The findings by rule, the most serious first, else in the order of the audit.

    `dismissed` has the reasons of those that the auditor dismissed, by fingerprint; they are shown all the same.
    """
    out: dict[str, FindingGroup] = {}
    for finding, anchor in zip(audit.findings, anchors.findings(audit.findings), strict=True):
        code, word = anchors.code(finding), wording.LEVELS[finding.level]
        group = out.get(code)
        if group is None:
            name = visible.plain(finding.name).replace("-", " ")
            group = out[code] = FindingGroup(
                anchors.group(finding), code, name, finding.level, word, guidance(finding.code)
            )  # fmt: skip
        group.findings.append(
            FindingView(
                anchor,
                code,
                word,
                visible.html(finding.message),
                quoter.listed(finding.evidence),
                finding.basis,
                percent(finding.confidence),
                visible.html(dismissed[finding.fingerprint]) if finding.fingerprint in dismissed else None,
            )
        )
    return sorted(out.values(), key=lambda g: -LEVELS.index(g.level))


def counts(audit: Audit) -> str:
    """`2 warnings, 1 note`; empty without findings."""
    words = {"error": "error", "warning": "warning", "note": "note", "info": "remark"}
    found = [(sum(f.level == level for f in audit.findings), words[level]) for level in reversed(LEVELS)]
    return ", ".join(wording.count(n, word) for n, word in found if n)
