"""The ranking of a pronoun's antecedents: its numbers, its weights, and what it leaves open."""

from __future__ import annotations

import pytest

from audit.model import Block
from audit.provenance.attributions import find_attributions
from audit.provenance.attributions.voices import ranking


def names(text: str) -> list[str | None]:
    blocks, place = [], 0
    for line in text.split("\n"):
        blocks.append(Block("body", place, place + len(line), 1.0, "test"))
        place += len(line) + 1
    found, _ = find_attributions(text, blocks, "en", "network")
    return [a.voice.name for a in found]


def test_a_weight_for_each_number() -> None:
    assert len(ranking.weights()) == len(ranking.FEATURES)


def test_chances_add_up_and_follow_the_sums() -> None:
    chances = ranking.probabilities([(1.0, 0.0), (0.0, 1.0)], (2.0, 1.0))
    assert sum(chances) == pytest.approx(1.0)
    assert chances[0] > chances[1]


def test_the_paragraph_counts_for_more_than_the_distance() -> None:
    text = (
        "Omar Haddad said the road was closed. He said it would stay so.\n"
        "Peter Lund came to the bridge on Friday. The lock had been changed, he said."
    )
    assert names(text)[-1] == "Peter Lund"


def test_who_speaks_goes_on_speaking() -> None:
    text = "Ana Sorin said the bridge was closed. “We waited all night,” she said. “Nobody came,” she added."
    assert names(text) == ["Ana Sorin"] * 3


def test_gender_rules_out() -> None:
    text = "Chairman Karel Novotny met Chairwoman Ana Sorin on Friday. She said the talks were over."
    assert names(text) == ["Ana Sorin"]
