"""What somebody is said not to say, told from silence and from deeds."""

from __future__ import annotations

import pytest

from audit.model import Attribution, Block
from audit.provenance.attributions import find_attributions


def of_the_agency(predicate: str) -> list[Attribution]:
    text = f"The agency spoke on Monday. It {predicate}."
    found, _ = find_attributions(text, [Block("body", 0, len(text), 1.0, "test")], "en", "network")
    return [a for a in found if a.source and a.source[0].of(text) == "It"]


@pytest.mark.parametrize(
    "predicate",
    [
        "did not name them",
        "did not name the men",
        "did not identify the vessel",
        "would not name them",
        "would not discuss the case",
        "did not address the list",
        "would neither confirm nor deny the report",
        "had no comment",
        "made no mention of the strike",
        "disagrees",
        "did not elaborate",
        "gave no details",
        "declined to name them",
    ],
)
def test_a_refusal_is_told_of(predicate: str) -> None:
    (one,) = of_the_agency(predicate)
    assert one.negated


@pytest.mark.parametrize(
    "predicate",
    [
        "did not respond",
        "could not be reached",
        "had no water",
        "made no money",
        "did not give the boy a lift",
        "did not provide shelter",
        "could not find its keys",
    ],
)
def test_silence_and_deeds_are_no_refusals(predicate: str) -> None:
    assert not of_the_agency(predicate)
