"""How far the page could be assessed at all."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import Case
from audit.findings.languages import named
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.specimen import specimen
from audit.findings.wording import unassessable_in_words


def _not_assessable(case: Case) -> Iterator[Draft]:
    if case.page.assessable:
        return
    because = unassessable_in_words(case.page.not_assessable_because)
    yield Draft(
        f"This page could not be assessed: {because}. That nothing was found says nothing about it.",
        (absent("readable reporting", "the captured page"),),
        key="not-assessable",
    )


NOT_ASSESSABLE = Rule(
    code="EVD701",
    name="not-assessable",
    level="warning",
    consumes="page",
    needs="page",
    summary="The page is empty, behind a wall, or otherwise unreadable; the audit is incomplete.",
    why="A page without findings looks clean. This one was not looked at.",
    answer="Save the page from a browser that can read it, and audit the file.",
    standards=("This method: an empty or paywalled page is never “clean”",),
    false_positives=("Very short notices that are complete in two lines.",),
    check=_not_assessable,
    fires=(lambda: specimen(assessable=False),),
    spares=(lambda: specimen("body: The ferry will stop."),),
)


def _partial(case: Case) -> Iterator[Draft]:
    coverage = case.provenance.attribution_coverage
    if coverage == "full":
        return
    language = case.page.language or "unknown"
    where = named(language) or f"this page's language ({language})"
    told = (
        f"Attributions in {where} are only partly recognised; voices may be missing."
        if coverage == "partial"
        else f"Attributions in {where} are not recognised; the page's voices were not assessed."
    )
    yield Draft(told, (absent("full coverage of attributions", f"language {language}"),), key=f"coverage:{coverage}")


PARTLY_ASSESSED = Rule(
    code="EVD709",
    name="attributions-partly-assessed",
    level="info",
    consumes="attribution",
    summary="The page's language is one in which attributions are found only in part, or not at all.",
    why="That no unnamed source was found on such a page does not mean that there is none.",
    answer="Read the page for its sources; what the audit says of credits, disclaimers and markup still holds.",
    standards=("This method: what was not assessed is said to be so",),
    false_positives=("None known: the statement is about the tool.",),
    check=_partial,
    fires=(lambda: specimen("body: Фериботът спира.", language="bg", coverage="not-assessable"),),
    spares=(lambda: specimen("body: The ferry will stop."),),
)

RULES = (NOT_ASSESSABLE, PARTLY_ASSESSED)
