"""Numbers, dates and names as the drift rules read them."""

from __future__ import annotations

from datetime import date

import pytest

from audit.findings.drift import dates, names, numbers, words
from audit.model import Span
from audit.provenance.attributions.reading.sentences import split
from audit.provenance.attributions.reading.tokens import Reading

WRITTEN = date(2026, 3, 6)  # a Friday


def reading(text: str, language: str = "en") -> Reading:
    return Reading(text, split(text, [Span(0, len(text))], language))


def number(text: str, language: str = "en") -> numbers.Number:
    (found,) = numbers.read_numbers(reading(text, language), language)
    return found


def day(text: str, language: str = "en", written: date | None = WRITTEN) -> dates.Dated:
    (found,) = dates.read_dates(reading(text, language), language, written)
    return found


@pytest.mark.parametrize(
    ("text", "language", "value", "unit"),
    [
        ("It holds 1,000 people.", "en", 1000, ""),
        ("It holds a thousand people.", "en", 1000, ""),
        ("It holds two hundred and fifty people.", "en", 250, ""),
        ("It holds twenty-five thousand people.", "en", 25_000, ""),
        ("It cost $3.5 million.", "en", 3.5e6, "money-usd"),
        ("It cost 3.5m dollars.", "en", 3.5e6, "money-usd"),
        ("It cost Rs 2 crore.", "en", 2e7, ""),
        ("It cost 1,50,000 rupees.", "en", 150_000, "money-inr"),
        ("Prices rose 4.5 percent.", "en", 4.5, "share"),
        ("Prices rose 4.5%.", "en", 4.5, "share"),
        ("Die Fähre kostet 1.250,50 Euro.", "de", 1250.5, "money-eur"),
        ("Le bateau coûte 1 250 euros.", "fr", 1250, "money-eur"),
        ("Стоит 3 млн.", "ru", 3e6, ""),
        ("इसकी कीमत ३ करोड़ है।", "hi", 3e7, ""),
    ],
)
def test_number(text: str, language: str, value: float, unit: str) -> None:
    found = number(text, language)
    assert value in found.values
    assert found.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "Nobody came.",
        "A third of the boats sank.",
        "He waited a second.",
        "It happened in 2019.",
        "On March 5 it sank.",
    ],
)
def test_no_number(text: str) -> None:
    read = reading(text)
    taken = [d.span for d in dates.read_dates(read, "en", WRITTEN)]
    assert not list(numbers.read_numbers(read, "en", taken))


SAME = [("200 people", "two hundred people"), ("10 miles", "16 kilometres"), ("3 million", "3,000,000"), ("1.000 t", "1,000 t"),
        ("half of them", "50 percent of them")]  # fmt: skip
ROUNDED = [("196 people", "about 200 people"), ("4,812 boats", "4,800 boats"), ("1.96 million", "2 million")]
OTHER = [("196 people", "250 people"), ("12 people", "10 people"), ("3 million dollars", "3 million euros"),
         ("40 percent", "14 percent"),
         ("1,400 people", "1,000 people")]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same(one: str, other: str) -> None:
    assert numbers.agree(number(one), number(other))


@pytest.mark.parametrize(("one", "other"), ROUNDED)
def test_rounded(one: str, other: str) -> None:
    assert not numbers.agree(number(one), number(other))
    assert numbers.rounded(number(one), number(other))


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_other(one: str, other: str) -> None:
    assert not numbers.agree(number(one), number(other))
    assert not numbers.rounded(number(one), number(other))


SAME_DAYS = [
    ("on 5 March 2026", "en", "on March 5", "en"),
    ("on Thursday", "en", "on 5 March", "en"),
    ("yesterday", "en", "on Thursday", "en"),
    ("am 5. März 2026", "de", "on 5 March", "en"),
    ("el 5 de marzo", "es", "2026-03-05", "en"),
    ("in March 2026", "en", "on 5 March 2026", "en"),
    ("at 3pm", "en", "at 15:00", "en"),
    ("5 марта", "ru", "on Thursday", "en"),
]  # fmt: skip
OTHER_DAYS = [("on Thursday", "on Tuesday"), ("on Thursday", "on 4 March"), ("in 2019", "in 2009"),
              ("in March 2019", "in April 2019"),
              ("at 10:30", "at 11:30")]  # fmt: skip


@pytest.mark.parametrize(("one", "language", "other", "others"), SAME_DAYS)
def test_same_day(one: str, language: str, other: str, others: str) -> None:
    assert dates.agree(day(one, language), day(other, others))


@pytest.mark.parametrize(("one", "other"), OTHER_DAYS)
def test_other_day(one: str, other: str) -> None:
    assert not dates.agree(day(one), day(other))


def test_a_weekday_of_an_undated_page_says_nothing_of_the_calendar() -> None:
    assert dates.agree(day("on Thursday", written=None), day("on 4 March", written=None))


@pytest.mark.parametrize("text", ["They march on 5 roads.", "He may go.", "The sun sat low."])
def test_no_date(text: str) -> None:
    assert not list(dates.read_dates(reading(text), "en", WRITTEN))


def named(text: str, language: str = "en") -> list[str]:
    return [n.span.of(text) for n in names.read_names(reading(text, language), language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Repairs began in Orlen. The mayor, Maria Tesk, watched.", "en", ["Orlen", "Maria Tesk"]),
        ("Ferry Company Stops Summer Service in Orlen", "en", []),
        ("Die Fähre von Maria Tesk lag im Hafen.", "de", ["Maria Tesk"]),
        ("وصلت العبارة إلى أورلن", "ar", []),
    ],
)
def test_names(text: str, language: str, expected: list[str]) -> None:
    assert named(text, language) == expected


def name(text: str) -> names.Name:
    return names.Name(Span(0, len(text)), tuple(names.names.name_words(text)))


@pytest.mark.parametrize(("one", "other", "same", "spelt"), [
    ("Maria Tesk", "Tesk", True, False),
    ("Maria Tesk", "Marta Tesk", False, True),
    ("Orlen", "Karsund", False, False),
    ("Karsund", "Karsand", False, True),
    ("Harbour Workers Union", "HWU", True, False),
])  # fmt: skip
def test_names_compared(one: str, other: str, same: bool, spelt: bool) -> None:
    assert names.agree(name(one), name(other)) is same
    if not same:
        assert names.spelt_alike(name(one), name(other)) is spelt


def reads(row: words.Row, text: str) -> bool:
    """Whether the row's family is read in `text`."""
    language = "en" if row.language == "*" else row.language
    read = reading(text, language)
    if row.family in ("month", "weekday", "day"):
        return bool(list(dates.read_dates(read, language, WRITTEN)))
    if row.family in ("number", "scale", "unit", "ordinal"):
        return any(
            row.family in ("number", "ordinal") or max(n.values) > 99 or n.unit
            for n in numbers.read_numbers(read, language)
        )
    lows = f" {' '.join(read.lows)} "
    return any(f" {form} " in lows for form in row.forms)


@pytest.mark.parametrize("row", [pytest.param(r, id=r.id) for r in words.rows()])
def test_every_row_speaks_in_its_examples_alone(row: words.Row) -> None:
    assert row.examples
    assert [text for text in row.examples if not reads(row, text)] == []
    assert [text for text in row.near_misses if reads(row, text)] == []
