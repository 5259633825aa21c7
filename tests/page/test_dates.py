"""Dates that a page states in words, and those that cannot be read without guessing."""

from __future__ import annotations

import pytest

from audit.page import dates, read_page
from tests.page.conftest import make_capture
from tests.page.test_labels import article, paragraphs


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Published 18 March 2020", "en", "2020-03-18"),
        ("March 18th, 2020 at 10:15", "en", "2020-03-18"),
        ("Stand: 18.03.2020, 09:11 Uhr", "de", "2020-03-18"),
        ("18. März 2020", "de", "2020-03-18"),
        ("18 de marzo de 2020", "es", "2020-03-18"),
        ("le 1er août 2021 à 10h", "fr", "2021-08-01"),
        ("18 марта 2020 г.", "ru", "2020-03-18"),
        ("2020年3月18日 10:15", "zh", "2020-03-18"),
        ("2020.03.18", "ko", "2020-03-18"),
        ("18 مارس 2020", "ar", "2020-03-18"),
        ("18 listopada 2020", "pl", "2020-11-18"),
        ("18. listopada 2020.", "hr", "2020-10-18"),
        ("18/03/2020", "en", "2020-03-18"),
        ("03/18/2020", "en", "2020-03-18"),
        ("03/04/2020", "es", "2020-04-03"),
        ("03/04/2020", "en", None),
        ("31.02.2020", "de", None),
        ("Call 12-13-2014 now, room 2020", "en", "2014-12-13"),
        ("version 3.18.2020.4", "en", None),
        ("18 March", "en", None),
        ("18 listopada 2020", None, None),
    ],
)
def test_a_date_in_words(text: str, language: str | None, expected: str | None) -> None:
    assert [day.isoformat() for _, _, day in dates.dates_in(text, language)] == ([expected] if expected else [])


def test_offsets_are_those_of_the_text() -> None:
    for text in ("Straße, 18. März 2020", "a\u200bb 18 March 2020 c", "İ 18 March 2020"):
        ((start, end, _),) = dates.dates_in(text, None)
        assert text[start:end].startswith("18")
        assert text[start:end].endswith("2020")


def test_a_date_line_near_the_text_is_the_date() -> None:
    html = article(
        paragraphs(), before='<div class="date">Updated: 20 March 2020</div><div class="date">18 March 2020</div>'
    )
    page = read_page(make_capture(html))
    assert (page.published, page.modified) == ("2020-03-18", "2020-03-20")
    fact = next(fact for fact in page.facts if fact.name == "published")
    assert page.text[fact.evidence.start : fact.evidence.end] == "18 March 2020"


def test_the_markup_comes_first_and_a_teaser_is_not_asked() -> None:
    said = '<meta property="article:published_time" content="2020-03-17T08:00:00Z">'
    html = article(paragraphs(), before="<div class=date>18 March 2020</div>").replace("<head>", "<head>" + said)
    assert read_page(make_capture(html)).published == "2020-03-17T08:00:00Z"
    teaser = '<aside class="related"><h3><a href="/x">Storm closes schools</a></h3><span>18 March 2020</span></aside>'
    assert read_page(make_capture(article(paragraphs(), after=teaser * 9))).published is None


def test_time_element_and_address() -> None:
    timed = article(paragraphs(), before='<time datetime="2020-03-18T09:00:00+01:00">9 am</time>')
    assert read_page(make_capture(timed)).published == "2020-03-18T09:00:00+01:00"
    page = read_page(make_capture(article(paragraphs()), url="https://a.example/news/2020/03/18/ferry.html"))
    assert page.published == "2020-03-18"


@pytest.mark.parametrize("number", range(1, 13))
def test_every_language_names_its_months(number: int) -> None:
    by_language, _ = dates.months()
    assert len(by_language) >= 40
    for language, names in by_language.items():
        assert number in names.values(), language


LD = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "before", "place"),
    [
        (LD.format('{"@type": "WebPage", "datePublished": "2020-03-18T08:00:00Z"}'), "", "json-ld:WebPage.datePublished"),
        ('<link rel=canonical href="https://post.example/2020/03/18/ferry/">', "", "link[rel=canonical]"),
        ("<title>Council moves the ferry terminal | 18.03.2020</title>", "", "title"),
        ("", '<abbr class="published" title="2020-03-18T08:00:00Z">today</abbr>', "abbr[title]"),
        ("", '<time datetime="2020-03-20">a</time><time class=published datetime="2020-03-18">b</time>', "time[datetime]"),
    ],
)  # fmt: skip
def test_the_place_of_a_date_in_the_markup(head: str, before: str, place: str) -> None:
    page = read_page(make_capture(head + article(paragraphs(), before=before)))
    assert (page.published or "")[:10] == "2020-03-18"
    assert next(fact for fact in page.facts if fact.name == "published").evidence.place == place


@pytest.mark.parametrize(
    "head",
    [
        "<title>From 14.03.2020 to 18.03.2020</title>",
        "<title>What happened on 18.03.2020 in Port Quill</title>",
        '<link rel=canonical href="https://post.example/2020/ferry/">',
        "<title>Concert, 18 March 2020</title>",
    ],
)
def test_a_date_that_the_markup_only_mentions(head: str) -> None:
    assert read_page(make_capture(head + article(paragraphs()))).published is None


def test_a_date_over_the_text_counts_whatever_its_element_is_named() -> None:
    head = '<nav><h2 class="nav-related">Wednesday, 18 March 2020</h2></nav>'
    assert read_page(make_capture(article(paragraphs(), before=head))).published == "2020-03-18"
