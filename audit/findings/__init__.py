"""What a desk should know: `Page`, `Provenance` → findings and the profile."""

from __future__ import annotations

from collections.abc import Iterable

from audit.findings.case import Case
from audit.findings.engine import Checked, check, check_case, check_counted
from audit.findings.grounding import ground
from audit.findings.profile import profile, profile_case
from audit.findings.ruleset import RULESET
from audit.model import Finding, Page, Profile, Provenance

__all__ = ["RULESET", "Checked", "assess", "check", "check_counted", "ground", "profile"]


def assess(
    page: Page,
    provenance: Provenance,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    preview: bool = False,
) -> tuple[tuple[Finding, ...], Profile]:
    """The findings and the profile of a page, made together: no rule runs twice, and what was dropped is counted.

    Arguments and errors as for `check`.
    """
    case = Case(page, provenance)
    checked = check_case(case, select, ignore, preview=preview)
    return checked.findings, profile_case(case, checked.findings, dropped=checked.dropped)
