"""The matcher: places, scopes, bounds, speed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.lexicon import forms
from audit.lexicon.forms.extra import lines_of
from audit.model import Span


def marks(text: str):
    return forms.match(text, lines_of(text))


def ids(text: str) -> set[str]:
    return {mark.row for mark in marks(text)}


def slot(text: str, row: str, name: str) -> str:
    mark = next(mark for mark in marks(text) if mark.row == row)
    span = mark.slot(name)
    return text[span.start : span.end] if span else ""


def test_dateline_slots() -> None:
    text = "Big storm\n\nISLAMABAD, Nov. 3 (Reuters) — The talks ended."
    assert slot(text, "dateline.place-agency", "place") == "ISLAMABAD"
    assert slot(text, "dateline.place-agency", "date") == "Nov. 3"
    assert slot(text, "dateline.place-agency", "outlet") == "Reuters"


def test_hard_wrapped_notice_is_one_passage() -> None:
    text = (
        "Legal Disclaimer:\nNewsbarn provides the\ninformation “as is” without warranty of any kind. We do not accept\n"
        "any responsibility or liability for the accuracy, content,\nimages. If you have any complaints about\n"
        "this article, kindly contact the provider above."
    )
    found = ids(text)
    assert {
        "notice.heading", "disclaimer.as-is.provides", "disclaimer.no-liability.not-accept", "notice.complaints",
    } <= found  # fmt: skip
    assert slot(text, "disclaimer.as-is.provides", "speaker").endswith("Newsbarn")
    assert slot(text, "notice.complaints", "to") == "the provider above"


def test_an_empty_line_ends_a_passage() -> None:
    assert "disclaimer.as-is.provides" not in ids("Newsbarn provides the\n\ninformation as is without warranty.")


def test_short_names_need_their_capitals() -> None:
    assert "credit.bare-agency" in ids("AP")
    assert "credit.bare-agency" not in ids("ap")
    assert "credit.bare-agency" in ids("dpa")


def test_invisible_characters_do_not_hide_a_form() -> None:
    text = "By The Asso\u00adciated Press"
    assert "credit.byline-agency" in ids(text)
    assert slot(text, "credit.byline-agency", "outlet") == "Asso\u00adciated Press"


@given(
    st.text(
        alphabet=st.sampled_from("aA (){}-—/:“”\n\u00ad\u200b©PTI.AFPREUTERSby source disclaimerprovides as is"),
        max_size=400,
    )
)
def test_marks_lie_inside_the_text_and_their_slots_inside_them(text: str) -> None:
    for mark in marks(text):
        assert 0 <= mark.start < mark.end <= len(text)
        for part in mark.slots:
            assert mark.start <= part.start < part.end <= mark.end


def test_lines_are_all_that_is_looked_at() -> None:
    text = "By AFP\n\nBy Reuters"
    found = forms.match(text, [Span(8, 18)])
    assert found
    assert all(mark.start >= 8 for mark in found)


@pytest.mark.parametrize(
    "piece",
    [
        "(",
        "as is ",
        "source: ",
        "© 2026 ",
        "the views expressed ",
        "a",
        "(Reuters) - ",
        "by ",
        "not responsible for ",
        "AP, ",
        "\n",
        "disclaimer\n",
    ],
)
def test_adversarial_megabyte_is_linear(piece: str) -> None:
    small, large = piece * (100_000 // len(piece)), piece * (1_000_000 // len(piece))
    # a busy machine may slow one reading down, never two by as much
    assert any(seconds(large) < 30 * seconds(small) + 0.2 for _ in range(2))


def seconds(text: str) -> float:
    begin = time.process_time()
    forms.match(text, lines_of(text))
    return time.process_time() - begin
