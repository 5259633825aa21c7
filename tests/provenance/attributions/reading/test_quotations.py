from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model import Span
from audit.provenance.attributions.reading.quotes import find_quotations


def lines(text: str) -> list[Span]:
    spans, place = [], 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(place, place + len(line)))
        place += len(line) + 1
    return spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Veltania“would answer” if raids went on.", ["“would answer”"]),
        ('He said "no" and left.', ['"no"']),
        ('Veltania"would answer" if raids went on.', ['"would answer"']),
        ("Il dit « non » et part.", ["« non »"]),
        ("„Die Brücke ist zu“, sagte er.", ["„Die Brücke ist zu“"]),
        ("»Die Brücke ist zu«, sagte er.", ["»Die Brücke ist zu«"]),
        ("“He told me ‘go’ and I went,” she said.", ["“He told me ‘go’ and I went,”"]),
        ("‘The bridge is closed,’ the mayor's aide said.", ["‘The bridge is closed,’"]),
        ("The mayor 'could not say' when.", ["'could not say'"]),
        ("The officials' statement was the mayors' work.", []),
        ("A 5'10\" guard stood there.", []),
        ("“This never closes.", ["“This never closes."]),
        ("“This never closes.\n“Nor does this.", ["“This never closes.", "“Nor does this."]),
        ("No marks here.", []),
    ],
)
def test_quotations(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(text, lines(text))] == expected


def test_an_odd_mark_spoils_one_line_only() -> None:
    text = "He said “one and left.\nShe said “two” and stayed."
    assert [text[q.start : q.end] for q in find_quotations(text, lines(text))][1] == "“two”"


def test_a_quotation_goes_on_in_the_next_line() -> None:
    text = "“The first part of it.\n“And the second,” she said."
    first, second = find_quotations(text, lines(text))
    assert not first.closed
    assert second.continues


@pytest.mark.parametrize(
    ("text", "scare"), [("A “tool” of theirs.", True), ("“We will go on until it is done,” she said.", False)]
)
def test_scare_quotes(text: str, scare: bool) -> None:
    (quotation,) = find_quotations(text, lines(text))
    assert quotation.scare(text) is scare


@given(st.text(alphabet=st.sampled_from("ab ,.“”\"'‘’«»„\n"), max_size=120))
def test_quotations_lie_in_their_lines(text: str) -> None:
    last = 0
    for quotation in find_quotations(text, lines(text)):
        assert last <= quotation.start < quotation.end <= len(text)
        assert "\n" not in text[quotation.start : quotation.end]
        last = quotation.end
