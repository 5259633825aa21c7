from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model import Span
from audit.provenance.attributions.reading.sentences import split


def sentences(text: str, language: str = "en") -> list[str]:
    return [text[s.start : s.end] for s in split(text, [Span(0, len(text))], language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He came. She left.", ["He came.", "She left."]),
        ("“It is gone. It is over.” The minister left.", ["“It is gone.", "It is over.”", "The minister left."]),
        ("Mr. Asad J. Khan of the U.S. Embassy spoke.", ["Mr. Asad J. Khan of the U.S. Embassy spoke."]),
        ("One line\nAnother line", ["One line", "Another line"]),
        ("“Will it hold?” she asked.", ["“Will it hold?” she asked."]),
        ("", []),
        (" \n \n", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_lines_are_paragraphs() -> None:
    text = "One. Two.\nThree.\n\nFour."
    assert [s.paragraph for s in split(text, [Span(0, len(text))])] == [0, 0, 1, 2]


@given(st.text(max_size=400))
def test_sentences_are_ordered_and_trimmed(text: str) -> None:
    last = 0
    for sentence in split(text, [Span(0, len(text))]):
        assert last <= sentence.start < sentence.end <= len(text)
        words = text[sentence.start : sentence.end]
        assert words == words.strip()
        assert "\n" not in words
        last = sentence.end


def test_a_line_without_an_end_is_read_in_pieces() -> None:
    text = "word " * 20_000
    found = split(text, [Span(0, len(text))])
    assert max(s.end - s.start for s in found) <= 2_400
    assert "".join(text[s.start : s.end] for s in found).replace(" ", "") == text.replace(" ", "")
