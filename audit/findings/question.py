"""What a question of the profile is, and how it is put to a page.

A question is answered by rules (failed where one of them fires) or by a fact of the provenance. Rules are asked here
directly, so what `--select` and `--ignore` leave out of the findings never turns a failed check into a passed one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from audit.findings.case import Case
from audit.findings.engine import runs
from audit.findings.registry import rule
from audit.findings.shown import Shown
from audit.findings.wording import more_in_words
from audit.model import Axis, Check, CheckState, Evidence

Answer = tuple[CheckState, str, tuple[Evidence, ...]]

EVIDENCE_LIMIT = 6
"""Pieces of evidence that one check shows."""


class Question(NamedTuple):
    """A question by rules: it fails where one of them fires, passes where all could run and none does.

    `shown` gives what decides that it passed. `applies` says why the question cannot be put to this page, or None where
    it can.
    """

    axis: Axis
    name: str
    codes: tuple[str, ...]
    passed: str
    shown: Shown
    applies: Callable[[Case], str | None] | None = None


class Fact(NamedTuple):
    """A question that a fact of the provenance answers."""

    axis: Axis
    name: str
    answer: Callable[[Case], Answer]


def put(question: Question | Fact, case: Case) -> Check:
    """The check that results from putting a question to a page."""
    if not case.page.assessable:
        because = case.page.not_assessable_because or "the page has no readable text"
        return Check(question.name, "not-assessable", because)
    if isinstance(question, Fact):
        state, because, evidence = question.answer(case)
        return Check(question.name, state, because, evidence[:EVIDENCE_LIMIT])
    why_not = question.applies(case) if question.applies else None
    if why_not is not None:
        return Check(question.name, "not-assessable", why_not)
    unasked = False
    for code in question.codes:
        asked = rule(code)
        if asked is None or not runs(asked.needs, case):
            unasked = True
            continue
        drafts = case.once(asked.check)
        if drafts:
            more = f" {more_in_words(len(drafts) - 1)}" if len(drafts) > 1 else ""
            evidence = tuple(e for d in drafts for e in d.evidence)[:EVIDENCE_LIMIT]
            return Check(question.name, "failed", f"{drafts[0].message}{more}", evidence)
    if unasked:
        return Check(question.name, "not-assessable", "attributions are not fully recognised in this page's language")
    evidence = tuple(dict.fromkeys(question.shown(case)))[:EVIDENCE_LIMIT]
    return Check(question.name, "passed", question.passed, evidence)
