"""Who signs a text, in its byline lines and in its markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model import DATE_LINE, SIGNATURE, Block, Declared
from audit.page import bylines


def signed(line: str, label: str = "byline", why: str = "stands in <div> named “byline”") -> str | None:
    span = bylines.name_in(line, Block(label, 0, len(line), 1.0, why))  # type: ignore[arg-type]
    return line[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Ada Lane", "Ada Lane"),
        ("Written by Ada Lane on July 27, 2025", "Ada Lane"),
        ("Por Ada Lane 5 mayo, 2025, 6:12 pm", "Ada Lane"),
        ("Von Markus Lahn, Berlin", "Markus Lahn, Berlin"),
        ("By: Harbour Newswire", "Harbour Newswire"),
        ("Ada Lane / QPN / Updated: Oct 9, 2025, 11:05 IST", "Ada Lane / QPN"),
        ("by Quay Post News Weekly 0 Comments", "Quay Post News Weekly"),
        ("Ada Lane (@adalane) Tuesday 4 March", "Ada Lane"),
        ("Von Hafenbund 4.\u20092.\u20092025.", "Hafenbund"),
        ("(Von Ada Lane)", "Ada Lane"),
        ("Ada Lane ada@quaytimes.example", "Ada Lane"),
        ("Ada  Lane ada@quaytimes.example", "Ada  Lane"),
        ("Redaktion", "Redaktion"),
        ("fhaacker", "fhaacker"),
        ("작성자 변지훈", "작성자 변지훈"),
        ("Max Lorn, Quay World Radio News.", "Max Lorn, Quay World Radio News."),
    ],
)
def test_a_line_signs_with_the_name_alone(line: str, name: str) -> None:
    assert signed(line) == name


@pytest.mark.parametrize(
    "line",
    [
        "Updated on 12 March 2010",
        "Posted May 24, 2026 10:05 am",
        "17 April 2012 • 2:54pm",
        "4 min read",
        "Text Size",
        "de plus par mois.",
        "DE INTERÉS",
        "Dienstag",
        "@adalane28",
        "midwest@quaytimes.example",
        "Ultima verificare: 15.10.2025 14:20",
        "（完）",
        "###",
    ],
)
def test_dates_counters_and_halves_of_sentences_sign_nothing(line: str) -> None:
    assert signed(line) is None


def test_a_date_line_and_a_credit_sign_only_where_they_open_as_bylines_do() -> None:
    assert signed("West Gold Sponsor 2025", why=DATE_LINE) is None
    assert signed("Reuters November 18, 2025", "credit") is None
    assert signed("Von dpa 30.04.2025, 18:58", "credit") == "dpa"
    assert signed("By Jane Cole and Vera Stein The Quay Press", "credit") == "Jane Cole and Vera Stein The Quay Press"


def test_a_lead_may_stand_over_the_byline_and_a_signature_below_the_text() -> None:
    lines = [
        ("headline", "Ferry moves north", ""),
        ("body", "Work starts in spring.", ""),
        ("byline", "By Ada Lane", ""),
        ("body", "The council voted on Tuesday.", ""),
        ("body", "The mayor agreed.", ""),
        ("byline", "By Jon Ferris", ""),  # a teaser's
        ("body", "The end.", ""),
        ("byline", "Max Lorn", f"{SIGNATURE} below its last line"),
    ]
    text, blocks = "", []
    for label, line, why in lines:
        blocks.append(Block(label, len(text), len(text) + len(line), 1.0, why))  # type: ignore[arg-type]
        text += line + "\n\n"
    found = list(bylines.shown(text, blocks, blocks[0]))
    assert [fact.value for fact in found] == ["Ada Lane", "Max Lorn"]
    assert [fact.evidence.quote for fact in found] == ["Ada Lane", "Max Lorn"]  # type: ignore[union-attr]


def test_of_declared_authors_people_come_first_and_addresses_and_stand_ins_not_at_all() -> None:
    said = [
        Declared("site-name", "Quay Post", "meta[property=og:site_name]"),
        Declared("author", "QuayPost", "meta[name=author]"),
        Declared("author", "https://social.example/quaypost", "meta[property=article:author]"),
        Declared("author", "Quay Media GmbH, Ellery", "meta[name=author]"),
        Declared("author", "admin", "microdata:author"),
        Declared("author", "No Author", "meta[name=author]"),
        Declared("author", "Harbour Agency", "meta[name=parsely-author]"),
        Declared("author", "Ada Lane", "json-ld:NewsArticle.author[Person].name"),
    ]
    values = [fact.value for fact in bylines.declared(said)]
    assert values == ["Ada Lane", "Harbour Agency", "QuayPost", "Quay Media GmbH, Ellery"]


@given(st.text(max_size=150), st.sampled_from(["byline", "credit"]))
def test_a_name_is_a_part_of_its_line(line: str, label: str) -> None:
    span = bylines.name_in("ab" + line, Block(label, 2, 2 + len(line), 1.0, ""))  # type: ignore[arg-type]
    if span is not None:
        assert 2 <= span[0] < span[1] <= 2 + len(line)
        assert line[span[0] - 2 : span[1] - 2].strip() == line[span[0] - 2 : span[1] - 2]
