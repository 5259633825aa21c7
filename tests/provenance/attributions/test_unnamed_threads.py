"""What a page says of an unnamed source once: kept for a part of the group, for later mentions, and through an outlet."""

from __future__ import annotations

import pytest

from audit.model import Attribution, Block
from audit.provenance.attributions import find_attributions


def read(text: str) -> tuple[Attribution, ...]:
    blocks, place = [], 0
    for line in text.split("\n"):
        blocks.append(Block("body", place, place + len(line), 1.0, "test"))
        place += len(line) + 1
    return find_attributions(text, blocks, "en")[0]


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("A source close to the shipyard said the strike was over.", "G3"),
        ("A source briefed on the talks said the strike was over.", "G4"),
        ("A judicial source at the court said the trial was over.", "G3"),
        ("A source at the court said the trial was over.", "G3"),
        ("A source at a court said the trial was over.", "G2"),
        ("A nurse at the regional hospital said the ward was full.", "G3"),
        ("A clerk, who craved anonymity because her boss reads this paper, said the safe was empty.", "G5"),
        ("A shopkeeper, who craved a holiday because her boss was dull, said the safe was empty.", "G1"),
        (
            """Two officers with knowledge of the audit said the safe was empty.
The door was open. The officers declined to be named because they fear reprisals.""",
            "G5",
        ),
        (
            "Two officers said the safe was empty.\nThe door was open. A guard declined to be named because he is shy.",
            "G2",
        ),
    ],
)
def test_grades(text: str, grade: str) -> None:
    assert read(text)[0].voice.grade == grade


@pytest.mark.parametrize(
    ("text", "plural", "grade"),
    [
        ("Four people familiar with the sale said it was near.\nTwo of the people said it could fail.", True, "G4"),
        ("Four people familiar with the sale said it was near.\nOne of the people said it could fail.", False, "G4"),
        ("Two of the sources said the sale could fail.", True, "G0"),
    ],
)
def test_some_of_a_group(text: str, plural: bool, grade: str) -> None:
    voice = read(text)[-1].voice
    assert (voice.type, voice.plural, voice.grade) == ("unnamed", plural, grade)


@pytest.mark.parametrize(
    ("text", "type_", "name"),
    [
        ("A spokesman for the harbour police, Darin Velko, said the pier was shut.", "person", "Darin Velko"),
        ("The head of the Harbour Mission, Darin Velko, said the pier was unsafe.", "person", "Darin Velko"),
        ("According to security circles, the pier is shut.", "unnamed", "security circles"),
        ("Financial markets said nothing; wide circles, he said, were drawn.", "person", None),
        ("A spokeswoman for Harbour Police said the pier was shut.", "government", "Harbour Police"),
        ("A spokeswoman said the pier was shut.", "unnamed", None),
        ("The spokeswoman, Mara Obel, said the pier was shut.", "person", "Mara Obel"),
        (
            "The Minister of Works, Dr. Omar Tal, came by boat. It rained. The minister said the pier was shut.",
            "person",
            "Omar Tal",
        ),
        ("The public prosecutor's office said the pier was shut.", "government", "prosecutor"),
    ],
)
def test_descriptions(text: str, type_: str, name: str | None) -> None:
    voice = read(text)[-1].voice
    assert voice.type == type_
    assert name is None or name in (voice.name or "")


@pytest.mark.parametrize(
    ("text", "relays"),
    [
        ("Mara Obel told Harbour TV the pier was shut. Obel said it was rotten.", ["Harbour TV", "Harbour TV"]),
        ("Mara Obel told Harbour TV the pier was shut.\nObel said it was rotten.", ["Harbour TV", None]),
        ("Mara Obel told Harbour TV the pier was shut. Ivo Tal said it was rotten.", ["Harbour TV", None]),
        (
            "An officer told Harbour TV the pier was shut.\nThe officer said it was rotten.",
            ["Harbour TV", "Harbour TV"],
        ),
        ("Earlier, Harbour TV reported, citing a doctor, that one had died.", [None, "Harbour TV"]),
        ("Mara Obel told NATO that the pier was shut.", [None]),
    ],
)
def test_the_same_voice_goes_on(text: str, relays: list[str | None]) -> None:
    assert [a.relayed_by[0] if a.relayed_by else None for a in read(text)] == relays
