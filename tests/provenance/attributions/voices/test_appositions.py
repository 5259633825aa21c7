"""Names that stand behind or before a description, and descriptions that no name closes."""

from __future__ import annotations

import pytest

from audit.model import Attribution, Block
from audit.provenance.attributions import find_attributions


def read(text: str) -> tuple[Attribution, ...]:
    blocks = [Block("body", 0, len(text), 1.0, "test")]
    return find_attributions(text, blocks, "en", "network")[0]


@pytest.mark.parametrize(
    ("source", "type_", "name"),
    [
        ("Her aunt, Ludmila,", "person", "Ludmila"),
        ("The headmaster, Torsten,", "person", "Torsten"),
        ("The champion's rival, third seed Olga Brandt,", "person", "Olga Brandt"),
        ("The panel's chair, Labour's Tomas Berg,", "person", "Tomas Berg"),
        ("One of the sisters, Mirela Popa,", "person", "Mirela Popa"),
        ("The bank, Aurel Lindqvist,", "organisation", "Aurel Lindqvist"),
        ("The mill, Kisumu Gold,", "organisation", "Kisumu Gold"),
        ("The largest supplier, BrightCell,", "organisation", "BrightCell"),
        ("The pump's maker, Danish firm Novaqua,", "organisation", "Novaqua"),
        ("The tenants' lawyers, Harrow Pike,", "organisation", "Harrow Pike"),
        ("One of its customers, the grocery chain Freshway,", "organisation", "Freshway"),
        ("A spokesman for one such firm, Tollgate,", "organisation", "Tollgate"),
        ("The charity Shelter North", "organisation", "Shelter North"),
        ("The flight tracker monitor AIRMON", "organisation", "AIRMON"),
        ("The news site Orizont", "outlet", "Orizont"),
        ("Bridge contractor Samuel Okoro", "person", "Samuel Okoro"),
        ("Police Chief Don Barrow", "person", "Don Barrow"),
        ("Minister Abdi Sheikh Farah", "person", "Abdi Sheikh Farah"),
    ],
)
def test_name_of_the_described(source: str, type_: str, name: str) -> None:
    (voice,) = [a.voice for a in read(f"{source} said the gate was shut.")]
    assert (voice.type, voice.name) == (type_, name)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("A resident, speaking near Mirela Popa's house, said the gate was shut.", "unnamed"),
        ("The teachers, many of them from Cairo, said the gate was shut.", "unnamed"),
        ("An official, citing BrightCell, said the gate was shut.", "unnamed"),
        ("Two lawyers, Harrow and Pike, said the gate was shut.", "unnamed"),
    ],
)
def test_no_name_of_the_described(text: str, type_: str) -> None:
    assert read(text)[0].voice.type == type_


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In letters to his bishop he said the gate was shut.", None),
        ("According to Mirela Popa it was shut for the night.", "Mirela Popa"),
        ("The water board in March said the gate was shut.", "water board"),
        ("In its yearly report the water board said the gate was shut.", "water board"),
        ("A study the water board commissioned said the gate was shut.", "A study the water board commissioned"),
        ("A person involved in drafting the plan said the gate was shut.", "A person involved in drafting the plan"),
    ],
)
def test_words_that_are_the_sources_own(text: str, name: str | None) -> None:
    assert read(text)[0].voice.name == name
