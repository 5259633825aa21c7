"""The dateline of a text, with an agency and without."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.lexicon import forms
from audit.model import Block
from audit.page import datelines


def found(*paragraphs: str) -> str | None:
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block("body", len(text), len(text) + len(paragraph), 1.0, ""))
        text += paragraph + "\n\n"
    span = datelines.of_text(text, blocks, forms.match(text, [block.span for block in blocks]))
    return text[slice(*span)] if span else None


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("KYIV, May 3 — The council voted on Tuesday.", "KYIV, May 3"),
        ("BERLIN (dpa) - Der Rat hat am Dienstag entschieden.", "BERLIN (dpa)"),
        ("JUNEAU, Alaska (AP) — The captain of a ferry said so.", "JUNEAU, Alaska (AP)"),
        ("(Reuters) — The council voted on Tuesday.", "(Reuters)"),
        ("NEW DELHI: The council voted on Tuesday.", "NEW DELHI"),
        ("London/Teheran - Der Rat hat am Dienstag entschieden.", "London/Teheran"),
        ("Düsseldorf, 22. November 2022 - Der Versorger hat gerechnet.", "Düsseldorf, 22. November 2022"),
        ("TACLOBAN, Philippines – A court has voided the titles.", "TACLOBAN, Philippines"),
        (
            "NAIROBI, Kenya, June 23, 2015 /PRNewswire/ -- A company started.",
            "NAIROBI, Kenya, June 23, 2015 /PRNewswire/",
        ),
    ],
)
def test_a_dateline(opening: str, dateline: str) -> None:
    assert found(opening, "The mayor agreed to it.") == dateline


@pytest.mark.parametrize(
    "opening",
    [
        "UPDATE: The council voted on Tuesday.",
        "Analyse - Der Rat hat am Dienstag entschieden.",
        "Angela Lahn - Kanzlerin seit 2005 - hat am Dienstag entschieden.",
        "The council - it voted on Tuesday - agreed.",
        "The council voted on Tuesday: all agreed.",
        "Well-known people came on Tuesday.",
    ],
)
def test_first_words_that_are_none(opening: str) -> None:
    assert found(opening, "The mayor agreed to it.") is None


def test_speakers_of_an_interview_are_no_places() -> None:
    assert found("LANE: How are you?", "FERRIS: Fine.", "LANE: And the ferry?") is None
    assert found("LAHORE: The council voted on Tuesday.", "“Note: all agreed”, the mayor said.") == "LAHORE"


def test_a_lead_may_stand_over_it() -> None:
    assert found("Work starts in spring", "LAHORE: The council voted on Tuesday.", "The mayor agreed.") == "LAHORE"


@given(st.text(max_size=160))
def test_a_dateline_is_a_part_of_the_text(text: str) -> None:
    span = datelines.of_text(text, [Block("body", 0, len(text), 1.0, "")], ())
    assert span is None or (0 <= span[0] < span[1] <= len(text) and text[slice(*span)].strip() == text[slice(*span)])
