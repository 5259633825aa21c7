"""Running the rules: choose, check, name, ground, order.

The order of findings is the order a desk reads in: the most serious first, then as the page has them, then by code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from audit.findings.case import Case
from audit.findings.fingerprints import fingerprint
from audit.findings.grounding import ground
from audit.findings.rule import Draft, Needs, Rule
from audit.findings.selection import choose
from audit.findings.wording import more_in_words
from audit.model import LEVELS, Finding, Page, Provenance, Quoted

MOST_PER_RULE = 40
"""Findings of one rule on one page; what goes beyond is counted in the last one's message, not dropped in silence."""


class Checked(NamedTuple):
    """The findings, and how many were dropped because they quoted words that are not on the page."""

    findings: tuple[Finding, ...]
    dropped: int


def check(
    page: Page,
    provenance: Provenance,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    preview: bool = False,
) -> tuple[Finding, ...]:
    """The findings on a page, most serious first.

    `select` and `ignore` are codes, the beginnings of codes, or names of rules; None selects all. Preview rules run only
    with `preview`. Raises `UsageError` for what is no rule and for a rule that is both selected and ignored.
    """
    return check_counted(page, provenance, select=select, ignore=ignore, preview=preview).findings


def check_counted(
    page: Page,
    provenance: Provenance,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    preview: bool = False,
) -> Checked:
    """As `check`, with the number of findings that the grounding gate dropped."""
    return check_case(Case(page, provenance), select, ignore, preview=preview)


def check_case(
    case: Case, select: Iterable[str] | None = None, ignore: Iterable[str] | None = None, *, preview: bool = False
) -> Checked:
    """As `check_counted`, on a case whose views others use as well."""
    found = [
        finding
        for rule in choose(select, ignore, preview=preview)
        if runs(rule.needs, case)
        for finding in _findings(rule, case)
    ]
    kept, dropped = ground(case.page, found)
    return Checked(tuple(sorted(kept, key=_reading_order)), dropped)


def runs(needs: Needs, case: Case) -> bool:
    """True where a rule with these needs can be assessed on this page."""
    coverage = case.provenance.attribution_coverage
    match needs:
        case "page":
            return True
        case "text":
            return case.page.assessable
        case "attributions":
            return case.page.assessable and coverage != "not-assessable"
        case "all-attributions":
            return case.page.assessable and coverage == "full"


def _findings(rule: Rule, case: Case) -> Iterator[Finding]:
    drafts = list(case.once(rule.check))
    for draft, nth in _numbered(rule.code, _bounded(drafts)):
        yield Finding(
            code=rule.code,
            name=rule.name,
            level=rule.level,
            confidence=round(min(1.0, max(0.0, draft.confidence)), 3),
            message=draft.message,
            evidence=draft.evidence,
            fingerprint=fingerprint(rule.code, draft.evidence, draft.key, nth),
            basis=draft.basis,
        )


def _bounded(drafts: list[Draft]) -> list[Draft]:
    more = len(drafts) - MOST_PER_RULE
    if more <= 0:
        return drafts
    last = drafts[MOST_PER_RULE - 1]
    told = Draft(
        f"{last.message} {more_in_words(more, 'of this kind')}", last.evidence, last.confidence, last.basis, last.key
    )
    return [*drafts[: MOST_PER_RULE - 1], told]


def _numbered(code: str, drafts: list[Draft]) -> Iterator[tuple[Draft, int]]:
    """Each draft with the number of earlier drafts of the same fingerprint."""
    seen: dict[str, int] = {}
    for draft in drafts:
        first = fingerprint(code, draft.evidence, draft.key)
        nth = seen.get(first, 0)
        seen[first] = nth + 1
        yield draft, nth


def _reading_order(finding: Finding) -> tuple[int, int, str, str]:
    starts = [e.start for e in finding.evidence if isinstance(e, Quoted)]
    return (-LEVELS.index(finding.level), min(starts, default=-1), finding.code, finding.fingerprint)
