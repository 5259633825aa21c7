"""Whether the page says when its text was published, and whether it says one thing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from audit.findings.case import Case
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.sketches import notice
from audit.findings.specimen import specimen
from audit.model import Evidence, Markup

APART = timedelta(days=2)
"""Dates that are nearer to each other may be one date in two time zones."""

_NUMBER = re.compile(r"\d")
# A day and a year with something like a month between them, in whatever script and order.
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d\d|\d{1,2}\D{1,25}(?:19|20)\d\d|(?:19|20)\d\d ?[-/.年년] ?\d{1,2}")
_IN_ADDRESS = re.compile(r"(?:19|20)\d\d[/-]?[01]\d[/-]?[0-3]\d")
_ELSEWHERE = ("related", "copyright", "comments", "promo", "navigation", "headline", "newsletter")

_Dated = tuple[datetime, Evidence]


def read_date(value: str) -> datetime | None:
    """A date in ISO 8601, with or without a time; without a zone taken as UTC; None for anything else."""
    try:
        date = datetime.fromisoformat(value.strip().replace("Z", "+00:00"))
    except ValueError:
        try:
            date = datetime.fromisoformat(value.strip()[:10])
        except ValueError:
            return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)


def dates_of(case: Case, name: str) -> list[_Dated]:
    """Every readable date of that name, with what it rests on."""
    found: list[_Dated] = []
    for declared in case.page.declares(name):
        date = read_date(declared.value)
        if date is not None:
            found.append((date, Markup(declared.place, declared.value)))
    for fact in case.page.facts:
        date = read_date(fact.value) if fact.name == name else None
        if date is not None:
            found.append((date, fact.evidence))
    return found


def _no_date(case: Case) -> Iterator[Draft]:
    page = case.page
    if page.published or page.modified or page.declares("published", "modified"):
        return
    if any(f.name in ("published", "modified") for f in page.facts) or _shows_a_date(case):
        return
    yield Draft(
        "The page does not say when this was published.",
        (absent("a publication date", "the lines around headline and text, and the markup"),),
        key="no-date",
    )


def _shows_a_date(case: Case) -> bool:
    """True where the address or a short line near the text looks like a date that was not read.

    Better no finding than a wrong one.
    """
    if _IN_ADDRESS.search(case.page.url or ""):
        return True
    last = max((p.end for p in case.paragraphs), default=len(case.text))
    for block in case.page.blocks:
        if block.end - block.start > 120:
            continue
        words = block.span.of(case.text)
        if block.label in ("byline", "dateline") and _NUMBER.search(words):
            return True
        if block.label not in _ELSEWHERE and block.start <= last + 500 and _DATE.search(words):
            return True
    return False


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
    spares=(
        lambda: specimen("headline: Ferry stops", "body: The ferry will stop on Thursday."),
        lambda: specimen(
            "headline: Ferry stops", "byline: November 20, 15:23", "body: The ferry stops.", published=None
        ),
        lambda: specimen(
            "headline: Ferry stops", "other: Updated 2 March 2026", "body: The ferry stops.", published=None
        ),
    ),
)


def _conflict(case: Case) -> Iterator[Draft]:
    dated = sorted(dates_of(case, "published"), key=lambda d: d[0])
    if len(dated) < 2 or dated[-1][0] - dated[0][0] <= APART:
        return
    first, last = dated[0], dated[-1]
    yield Draft(
        f"The page gives two dates of publication: {first[0]:%Y-%m-%d} and {last[0]:%Y-%m-%d}.",
        (first[1], last[1]),
        confidence=0.8,
        key="dates-conflict",
    )


DATES_CONFLICT = Rule(
    code="TRN803",
    name="conflicting-dates",
    level="note",
    consumes="page",
    summary="The page gives dates of publication that are days apart.",
    why="An article that was dated anew looks like news. Which newsroom was first cannot be told from it.",
    answer="Say when it was first published and when it was changed.",
    standards=("schema.org, datePublished and dateModified",),
    false_positives=("The date of another article on the page taken for this one's.", "A day and a month exchanged."),
    check=_conflict,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            declared=[
                ("published", "2026-03-02T08:00:00Z", "json-ld:NewsArticle.datePublished"),
                ("published", "2024-01-09", "meta[property=article:published_time]"),
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop.",
            declared=[
                ("published", "2026-03-02T23:30:00-05:00", "json-ld:NewsArticle.datePublished"),
                ("published", "2026-03-03", "meta[property=article:published_time]"),
            ],
        ),
    ),
)


def _quiet_change(case: Case) -> Iterator[Draft]:
    published = min(dates_of(case, "published"), key=lambda d: d[0], default=None)
    modified = max(dates_of(case, "modified"), key=lambda d: d[0], default=None)
    if published is None or modified is None or modified[0] - published[0] <= APART:
        return
    if case.disclaiming("correction") or case.labelled("correction"):
        return
    yield Draft(
        f"Published {published[0]:%Y-%m-%d}, changed {modified[0]:%Y-%m-%d}; the page does not say what was changed.",
        (published[1], modified[1], absent("a correction or update note", "the page's text")),
        confidence=0.6,
        key="changed-without-a-word",
    )


CHANGED_SILENTLY = Rule(
    code="TRN813",
    name="changed-without-a-word",
    level="info",
    consumes="page",
    stability="preview",
    preview_because="Many systems move the date of change when nothing in the text was changed.",
    summary="The page was changed days after publication, and no note says how.",
    why="Whoever cited the first version cannot tell whether it still holds.",
    answer="Add a line that says what was changed.",
    standards=("Journalism Trust Initiative (CWA 17493): corrections are made visibly",),
    false_positives=("A new template or a moved picture that touched the date.",),
    check=_quiet_change,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            declared=[
                ("published", "2026-03-02", "json-ld:NewsArticle.datePublished"),
                ("modified", "2026-04-02", "json-ld:NewsArticle.dateModified"),
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop.",
            "correction: Correction: the month was wrong.",
            declared=[
                ("published", "2026-03-02", "json-ld:NewsArticle.datePublished"),
                ("modified", "2026-04-02", "json-ld:NewsArticle.dateModified"),
            ],
            notices=[notice(("correction",), "Correction: the month was wrong.")],
        ),
        lambda: specimen(
            "body: The ferry will stop.",
            declared=[
                ("published", "2026-03-02", "json-ld:NewsArticle.datePublished"),
                ("modified", "2026-03-02", "json-ld:NewsArticle.dateModified"),
            ],
        ),
    ),
)

RULES = (NO_DATE, DATES_CONFLICT, CHANGED_SILENTLY)
