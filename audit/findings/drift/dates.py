"""Dates and times of a text: `5 March 2026`, `March 5`, `2026-03-05`, `Thursday`, `yesterday`, `in 2019`, `10:30`.

A weekday is one within a week of the day on which the page was published; without that day it is a weekday and no more.
Two dates agree unless something that both say differs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from audit.findings.drift.words import forms
from audit.lexicon.closed_classes import word_set
from audit.model import Span
from audit.provenance.attributions.reading.tokens import Reading

_ISO = re.compile(r"((?:19|20)\d\d)-([01]\d)-([0-3]\d)")
_DOTTED = re.compile(r"([0-3]?\d)[./]([01]?\d)[./]((?:19|20)\d\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PAST_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_DAY = re.compile(r"([0-3]?\d)(?:st|nd|rd|th|\.|er|º)?", re.IGNORECASE)
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?:am|pm)?|(\d{1,2})(?:am|pm)", re.IGNORECASE)
_BEFORE_MONTH = word_set(
    "in since until till by of from before after during last next this early late mid im seit en desde ab depuis dal nel w в с"
)
_BEFORE_YEAR = _BEFORE_MONTH | word_set("to summer spring autumn winter year")
_SHORT_MONTHS = word_set("jan feb mar apr aug sept sep oct nov dec")
_BETWEEN = frozenset(["of", "de", "."])


class Dated(NamedTuple):
    """A date or time: what it says of year, month, day, weekday (Monday is 0) and minute of the day."""

    span: Span
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    minute: int | None = None
    near: date | None = None
    """For a weekday: the day on which it was written."""

    @property
    def sort(self) -> str:
        """`day`, `month`, `year` or `time`: what is dated."""
        if self.minute is not None:
            return "time"
        if self.day is not None or self.weekday is not None:
            return "day"
        return "month" if self.month is not None else "year"


def read_dates(reading: Reading, language: str, written: date | None) -> Iterator[Dated]:
    """Every date of the text, in order; `written` is the day on which it was published."""
    months, weekdays, days = (forms(language, family) for family in ("month", "weekday", "day"))
    i, count = 0, len(reading.words)
    while i < count:
        found = _calendar(reading, i, months) or _relative(reading, i, weekdays, days, written) or _clock(reading, i)
        if found is None:
            i += 1
            continue
        yield found[0]
        i = found[1]


_Found = tuple[Dated, int]


def _calendar(reading: Reading, i: int, months: Mapping[str, str]) -> _Found | None:
    return (
        _numeric(reading, i) or _month_first(reading, i, months) or _day_first(reading, i, months) or _alone(reading, i)
    )


def _numeric(reading: Reading, i: int) -> _Found | None:
    """`2026-03-05`, `5.3.2026`."""
    iso = _ISO.match(reading.text, reading.begins[i])
    if iso:
        span = Span(iso.start(), iso.end())
        return Dated(span, int(iso[1]), int(iso[2]), int(iso[3])), reading.inside(span).stop
    dotted = _DOTTED.match(reading.text, reading.begins[i])
    if dotted is None:
        return None
    span = Span(dotted.start(), dotted.end())
    month = int(dotted[2])
    if not 1 <= month <= 12:
        return Dated(span, int(dotted[3])), reading.inside(span).stop
    return Dated(span, int(dotted[3]), month, int(dotted[1])), reading.inside(span).stop


def _month_first(reading: Reading, i: int, months: Mapping[str, str]) -> _Found | None:
    """`March 5, 2026`, `March 2026`, `in March`."""
    month = _month(reading, i, months)
    if month is None:
        return None
    stop = i + 2 if reading.lows[i + 1 : i + 2] == ["."] and reading.lows[i] in _SHORT_MONTHS else i + 1
    day = _day(reading.words, stop)
    if day is not None and not _more_digits(reading, stop):
        year, end = _year(reading, stop + 1)
        return Dated(reading.span(i, end), year, month, day), end
    year, end = _year(reading, stop)
    if year is not None or (i and reading.lows[i - 1] in _BEFORE_MONTH):
        return Dated(reading.span(i, end), year, month), end
    return None


def _day_first(reading: Reading, i: int, months: Mapping[str, str]) -> _Found | None:
    """`5 March 2026`, `5. März`, `5 de marzo`."""
    day = _day(reading.words, i)
    if day is None:
        return None
    at = i + 1
    while at < len(reading.lows) and reading.lows[at] in _BETWEEN and at < i + 3:
        at += 1
    month = _month(reading, at, months) if at < len(reading.lows) else None
    if month is None:
        return None
    year, end = _year(reading, at + 1)
    return Dated(reading.span(i, end), year, month, day), end


def _alone(reading: Reading, i: int) -> _Found | None:
    """`in 2019`."""
    if _PAST_YEAR.fullmatch(reading.words[i]) and i and reading.lows[i - 1] in _BEFORE_YEAR:
        return Dated(reading.span(i, i + 1), int(reading.words[i])), i + 1
    return None


def _month(reading: Reading, i: int, months: Mapping[str, str]) -> int | None:
    """The month at token `i`; where the language writes it with a capital, it must have one."""
    number = months.get(reading.lows[i])
    if number is None or (reading.lows[i] in ("march", "may", "mar") and not reading.words[i][0].isupper()):
        return None
    return int(number)


def _day(words: list[str], i: int) -> int | None:
    matched = _DAY.fullmatch(words[i]) if i < len(words) else None
    return int(matched[1]) if matched and 1 <= int(matched[1]) <= 31 else None


def _more_digits(reading: Reading, i: int) -> bool:
    """`March 5 million`, `May 12,000`: a number and no day."""
    return i + 1 < len(reading.lows) and reading.lows[i + 1] in ("million", "percent", "%", "people")


def _year(reading: Reading, i: int) -> tuple[int | None, int]:
    at = i
    while at < len(reading.lows) and reading.lows[at] in (",", "de", "of") and at < i + 1:
        at += 1
    if at < len(reading.words) and _YEAR.fullmatch(reading.words[at]):
        return int(reading.words[at]), at + 1
    return None, i


def _relative(
    reading: Reading, i: int, weekdays: Mapping[str, str], days: Mapping[str, str], written: date | None
) -> _Found | None:
    low = reading.lows[i]
    if low in weekdays and (reading.words[i][0].isupper() or not _english_word(low)):
        return Dated(reading.span(i, i + 1), weekday=int(weekdays[low]), near=written), i + 1
    if low in days and written is not None:
        day = written + timedelta(days=int(days[low]))
        return Dated(reading.span(i, i + 1), day.year, day.month, day.day), i + 1
    return None


def _english_word(low: str) -> bool:
    return low in ("sat", "sun", "mon", "wed", "fri", "thu", "tue")


def _clock(reading: Reading, i: int) -> _Found | None:
    matched = _CLOCK.fullmatch(reading.words[i])
    if not matched:
        return None
    stop = i + 1
    said = reading.lows[i]
    behind = "".join(reading.lows[stop : stop + 4]).replace(".", "")
    half = next((h for h in ("pm", "am") if said.endswith(h) or behind.startswith(h)), "")
    if matched[1] and "." in said and not half:
        return None  # 10.30 may be a price
    hour = int(matched[1] or matched[3])
    if hour > 12 and half:
        half = next((h for h in ("pm", "am") if said.endswith(h) or behind.startswith(h)), "")
    hour = hour % 12 + (12 if half == "pm" else 0) if half else hour
    return Dated(reading.span(i, stop), minute=hour * 60 + int(matched[2] or 0)), stop


def agree(one: Dated, other: Dated) -> bool:
    """Whether nothing that both say differs; a date and a time of day say nothing of each other."""
    if one.sort != other.sort and "time" in (one.sort, other.sort):
        return False
    if one.weekday is not None and other.weekday is not None:
        return one.weekday == other.weekday
    if one.weekday is not None or other.weekday is not None:
        return _falls_on(*((one, other) if one.weekday is not None else (other, one)))
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day), (one.minute, other.minute))
    shared = [(a, b) for a, b in pairs if a is not None and b is not None]
    return bool(shared) and all(a == b for a, b in shared)


def _falls_on(named: Dated, other: Dated) -> bool:
    """Whether a calendar day can be the weekday `named`; where nobody can tell, it can."""
    if other.day is None or other.month is None:
        return other.sort == "day"
    year = other.year or (named.near.year if named.near else None)
    if year is None:
        return True
    try:
        day = date(year, other.month, other.day)
    except ValueError:
        return True
    return day.weekday() == named.weekday and (named.near is None or abs((day - named.near).days) <= 7)
