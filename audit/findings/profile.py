"""The profile: four axes of checks with their reasons, the counts behind them, and the verdict."""

from __future__ import annotations

from audit.findings.case import Case
from audit.findings.grounding import ground
from audit.findings.question import put
from audit.findings.questions import QUESTIONS
from audit.findings.shares import count_shares
from audit.findings.verdict import compose, leading
from audit.model import AXES, AxisReport, Finding, Page, Profile, Provenance


def profile(page: Page, provenance: Provenance, findings: tuple[Finding, ...] = (), *, dropped: int = 0) -> Profile:
    """The profile of a page.

    `findings` are those that will be written; they decide nothing here, since a check must not pass because its rule was
    deselected. They are put through the grounding gate once more, and what they and the checks lose there is added to
    `dropped`, the number of statements already dropped.
    """
    return profile_case(Case(page, provenance), findings, dropped=dropped)


def profile_case(case: Case, findings: tuple[Finding, ...] = (), *, dropped: int = 0) -> Profile:
    """As `profile`, on a case whose views others use as well."""
    checks = [(question.axis, put(question, case)) for question in QUESTIONS]
    axes = []
    lost = ground(case.page, findings)[1]
    for axis in AXES:
        kept, ungrounded = ground(case.page, [check for on, check in checks if on == axis])
        lost += ungrounded
        axes.append(AxisReport(axis, kept))
    told = leading(case) if case.page.assessable else None
    verdict = compose(case, None if told is None else case.provenance.chains[told])
    return Profile(verdict, tuple(axes), count_shares(case), dropped + lost, told)
