"""Tokens of the learned tagger: where they stand, and what surrounds them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.model import Span
from audit.provenance.attributions.learned.tokens import Tokens
from audit.provenance.attributions.reading.sentences import split


def tokens_of(text: str) -> Tokens:
    return Tokens(text, split(text, [Span(0, len(text))]))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S. envoy didn’t say.", ["The", "U.S.", "envoy", "did", "n’t", "say", "."]),
        ("Amina Rao's aide", ["Amina", "Rao", "'s", "aide"]),
        (
            "12-year-old, 1,200 dead; 3.5% at 10:30",
            ["12", "-", "year-old", ",", "1,200", "dead", ";", "3.5%", "at", "10:30"],
        ),
        ("“No,” she said...", ["“", "No", ",", "”", "she", "said", "..."]),
        ("@desk wrote #budget -- twice", ["@desk", "wrote", "#budget", "--", "twice"]),
        ("Zoë Ångström", ["Zoë", "Ångström"]),
        ("   ", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert tokens_of(text).words == words


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("He said “go now” twice.", "go now"),
        ('He said "go now" twice.', "go now"),
        ("He said „go now” twice.", "go now"),
        ("He said “go now\nThen he left.", "go now"),  # never closed: ends with its paragraph
        ("It’s the minister's word.", ""),
    ],
)
def test_quotation(text: str, quoted: str) -> None:
    tokens = tokens_of(text)
    inside = [w for w, q in zip(tokens.words, tokens.quoted, strict=True) if q and w[0].isalnum()]
    assert " ".join(inside) == quoted


def test_sentences_and_paragraphs() -> None:
    tokens = tokens_of("One came. Two went.\n\nThree stayed.")
    assert tokens.bounds == [(0, 3), (3, 6), (6, 9)]
    assert tokens.paragraph[0] == tokens.paragraph[5] != tokens.paragraph[6]
    assert list(tokens.within(4, 12)) == [1, 2, 3]


@given(st.text(max_size=300))
def test_every_token_is_the_text_at_its_place(text: str) -> None:
    tokens = tokens_of(text)
    assert [text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)] == tokens.words
    assert tokens.starts == sorted(tokens.starts)
    assert len(tokens.quoted) == len(tokens.sentence) == len(tokens.paragraph) == len(tokens)
