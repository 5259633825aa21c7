"""Another's text under a date of this page's own: the day in its dateline beside the day of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from audit.findings.case import Case
from audit.findings.rule import Draft, Rule
from audit.findings.rules.dates import APART, dates_of
from audit.findings.sketches import credit
from audit.findings.specimen import specimen
from audit.model import Span

OPENING = 160
"""Characters of the first paragraph in which a dateline's day stands."""

_DAY = re.compile(
    r"\b(?:(?P<day>\d{1,2})\.? (?:de )?(?P<month>[^\W\d_]{3,10})\.?|(?P<month_first>[^\W\d_]{3,10})\.? (?P<day_last>\d{1,2}))"
    r"(?:,| de)? (?P<year>(?:19|20)\d\d)\b"
)
_MONTHS = (
    ("jan", "ene", "gen"),
    ("feb", "fév", "fev"),
    ("mar", "mär", "mrz"),
    ("apr", "avr", "abr"),
    ("may", "mai", "mag"),
    ("jun", "juin", "giu"),
    ("jul", "juil", "lug"),
    ("aug", "aoû", "ago"),
    ("sep", "set"),
    ("oct", "okt", "ott", "out"),
    ("nov",),
    ("dec", "déc", "dez", "dic"),
)
"""The months by how their names begin in English, German, French, Spanish, Italian and Portuguese."""


def _newer(case: Case) -> Iterator[Draft]:
    if not case.text_credits or not case.paragraphs:
        return
    first = case.paragraphs[0]
    found = _DAY.search(case.text, first.start, min(first.end, first.start + OPENING))
    day = _read(found) if found else None
    published = min(dates_of(case, "published"), key=lambda d: d[0], default=None)
    if found is None or day is None or published is None or published[0] - day <= APART:
        return
    yield Draft(
        f"The text is dated {day:%Y-%m-%d}; the page says that it was published on {published[0]:%Y-%m-%d}.",
        (case.quote(Span(*found.span())), published[1]),
        confidence=0.7,
        key="newer-date",
    )


def _read(found: re.Match[str]) -> datetime | None:
    name = (found["month"] or found["month_first"]).casefold()
    month = next((n for n, begins in enumerate(_MONTHS, 1) if name.startswith(begins)), None)
    if month is None:
        return None
    try:
        return datetime(int(found["year"]), month, int(found["day"] or found["day_last"]), tzinfo=UTC)
    except ValueError:
        return None


_PUBLISHED = [("published", "2026-03-02T08:00:00Z", "meta[property=article:published_time]")]

NEWER_DATE = Rule(
    code="SYN406",
    name="newer-date-than-original",
    level="note",
    consumes="credit",
    stability="preview",
    preview_because="Datelines with a year are rare outside releases, and few of them were read so far.",
    summary="The page dates another's text days later than the text dates itself.",
    why="What is older than it looks may be overtaken, denied or corrected where it came from.",
    answer="Give the date of the original as well, and look whether it still says the same.",
    standards=(
        "schema.org, NewsArticle.datePublished and dateline",
        "BBC, Editorial Guidelines, accuracy: archive material",
    ),
    false_positives=("An event's date at the head of the text that is no dateline.", "A feature held back on purpose."),
    check=_newer,
    fires=(
        lambda: specimen(
            "body: PORT ELSE, February 2, 2026 /Northwire/ -- The ferry will stop.",
            kind="press-release",
            credits=[credit("release", "Northwire", "/Northwire/", "dateline")],
            declared=_PUBLISHED,
        ),
        lambda: specimen(
            "body: Port Else (Northwire), 2. Februar 2026 - Die Fähre endet.",
            kind="wire",
            language="de",
            credits=[credit("carried", "Northwire", "(Northwire)", "dateline")],
            declared=_PUBLISHED,
        ),
    ),
    spares=(
        lambda: specimen(
            "body: PORT ELSE, March 1, 2026 /Northwire/ -- The ferry will stop.",
            kind="press-release",
            credits=[credit("release", "Northwire", "/Northwire/", "dateline")],
            declared=_PUBLISHED,
        ),
        lambda: specimen(
            "body: PORT ELSE, Maybe 45, 2026 /Northwire/ -- The ferry will stop.",
            kind="press-release",
            credits=[credit("release", "Northwire", "/Northwire/", "dateline")],
            declared=_PUBLISHED,
        ),
        lambda: specimen("body: On February 2, 2026 the ferry stopped.", declared=_PUBLISHED),
    ),
)

RULES = (NEWER_DATE,)
