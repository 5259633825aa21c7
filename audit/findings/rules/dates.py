"""Whether the page says when its text was published, and whether it says one thing."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import Case, absent
from audit.findings.rule import Draft, Rule
from audit.findings.specimen import specimen


def _no_date(case: Case) -> Iterator[Draft]:
    page = case.page
    if page.published or page.modified or page.declares("published", "modified"):
        return
    if any(f.name in ("published", "modified") for f in page.facts):
        return
    yield Draft(
        "The page does not say when this was published.",
        (absent("a publication date", "the lines around headline and text, and the markup"),),
        key="no-date",
    )


NO_DATE = Rule(
    code="TRN802",
    name="no-date",
    level="note",
    consumes="page",
    summary="Neither the page nor its markup gives a date of publication.",
    why="“Thursday” means nothing without a date, and an old report that travels again looks new.",
    answer="Print the date and time of publication, and that of the last change.",
    standards=("schema.org, NewsArticle.datePublished", "Journalism Trust Initiative (CWA 17493): date of publication"),
    false_positives=("Pasted text, of which only the article was copied.",),
    check=_no_date,
    fires=(lambda: specimen("headline: Ferry stops", "body: The ferry will stop on Thursday.", published=None),),
    spares=(lambda: specimen("headline: Ferry stops", "body: The ferry will stop on Thursday."),),
)

RULES = (NO_DATE,)
