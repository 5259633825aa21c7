"""What the network is told of each token."""

from __future__ import annotations

import pytest

from audit.model import Span
from audit.provenance.attributions.learned.features import BREAK, NUMBER, UNKNOWN, featurise
from audit.provenance.attributions.learned.tokens import Tokens
from audit.provenance.attributions.reading.sentences import split

VOCABULARY = {"<unknown>": 0, "<break>": 1, "<number>": 2, "said": 3, "it's": 4, "led": 5, "he": 6}


def tokens_of(text: str) -> Tokens:
    return Tokens(text, split(text, [Span(0, len(text))]))


@pytest.mark.parametrize(
    ("word", "index"),
    [("said", 3), ("SAID", 3), ("1,200", NUMBER), ("dollar-led", 5), ("dollar-fed", UNKNOWN), ("zebra", UNKNOWN)],
)
def test_words(word: str, index: int) -> None:
    features = featurise(tokens_of(word), VOCABULARY)
    assert features.words.tolist() == [BREAK, index, BREAK]


def test_breaks_stand_between_paragraphs_alone() -> None:
    features = featurise(tokens_of("He said. He led.\nHe led."), VOCABULARY)
    assert [i for i, w in enumerate(features.words.tolist()) if w == BREAK] == [0, 7, 11]
    assert features.place.tolist() == [1, 2, 3, 4, 5, 6, 8, 9, 10]


def test_case_quotation_and_sentence_start_are_told_apart() -> None:
    features = featurise(tokens_of("He said “he led he”. He led HE he."), VOCABULARY)
    combination = dict.fromkeys(features.combinations[features.place].tolist())
    assert len(combination) >= 7


def test_an_empty_text_has_one_break() -> None:
    features = featurise(tokens_of(""), VOCABULARY)
    assert features.words.tolist() == [BREAK]
    assert features.place.tolist() == []
