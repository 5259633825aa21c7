"""Descriptions of unnamed sources in many forms, and the grade of each."""

from __future__ import annotations

import pytest

from audit.model import Attribution, Block
from audit.provenance.attributions import find_attributions


def read(text: str) -> tuple[Attribution, ...]:
    blocks = [Block("body", 0, len(text), 1.0, "test")]
    return find_attributions(text, blocks, "en", "network")[0]


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("A port authority official said the pier was shut.", "G2"),
        ("A senior port authority official said the pier was shut.", "G3"),
        ("A Turkish diplomat said the pier was shut.", "G3"),
        ("A diplomat said the pier was shut.", "G2"),
        ("An EU diplomat said the pier was shut.", "G3"),
        ("Three Western diplomats said the pier was shut.", "G3"),
        ("A government source said the pier was shut.", "G2"),
        ("A source in the prime minister's office said the pier was shut.", "G3"),
        ("A person familiar with the investigation said the pier was shut.", "G4"),
        ("A lawyer involved in the case said the pier was shut.", "G4"),
        ("Two people who attended the meeting said the pier was shut.", "G4"),
        ("A pilot who flew the mission said the pier was shut.", "G4"),
        ("An official briefed on the plan said the pier was shut.", "G4"),
        ("A shopkeeper near the pier said it was shut.", "G1"),
        ("One resident said the pier was shut.", "G1"),
        ("Fishermen said the pier was shut.", "G1"),
        ("An employee said the pier was shut.", "G1"),
        ("A former employee of the company said the pier was shut.", "G3"),
        ("A company insider said the pier was shut.", "G2"),
        ("Insiders said the pier was shut.", "G1"),
        ("A source said the pier was shut.", "G0"),
        ("Sources said the pier was shut.", "G0"),
        ("Multiple sources said the pier was shut.", "G0"),
        ("Reliable sources said the pier was shut.", "G1"),
        ("Security sources said the pier was shut.", "G2"),
        ("Lebanese security sources said the pier was shut.", "G3"),
        ("An intelligence officer said the pier was shut.", "G2"),
        ("A retired intelligence officer said the pier was shut.", "G3"),
        ("A police officer said the pier was shut.", "G2"),
        ("A hospital official said the pier was shut.", "G2"),
        ("A doctor at the central hospital said the pier was shut.", "G3"),
        ("A nurse said the pier was shut.", "G2"),
        ("A teacher in the village said the pier was shut.", "G2"),
        ("A member of the committee said the pier was shut.", "G3"),
        ("An aide to the governor said the pier was shut.", "G3"),
        ("A relative of the victim said the pier was shut.", "G1"),
        (
            "An official, speaking on condition of anonymity because the matter is sensitive, said the pier was shut.",
            "G5",
        ),
        ("An official who was not authorised to speak publicly said the pier was shut.", "G5"),
        ("A worker who feared losing his job if identified said the pier was shut.", "G5"),
        ("A worker, who asked that his name be withheld for fear of arrest, said the pier was shut.", "G5"),
        ("A soldier, who gave only his first name because he feared reprisals, said the pier was shut.", "G5"),
        ("An official, who spoke anonymously to discuss internal matters, said the pier was shut.", "G5"),
        ("An official said the pier was shut. He requested anonymity because talks were continuing.", "G5"),
        ("Speaking on condition of anonymity for fear of retribution, an officer said the pier was shut.", "G5"),
        ("An officer, citing security concerns, asked not to be named. He said the pier was shut.", "G5"),
        ("A trader, whose name is being withheld for his safety, said the pier was shut.", "G5"),
        ("A young man said the pier was shut.", "G1"),
        ("A banker said the pier was shut.", "G2"),
        ("A trade union official said the pier was shut.", "G2"),
        ("A customs officer at the port said the pier was shut.", "G3"),
        ("An industry executive said the pier was shut.", "G2"),
        ("A finance ministry official said the pier was shut.", "G2"),
        ("A White House official said the pier was shut.", "G2"),
        ("A UN official said the pier was shut.", "G2"),
        ("A person close to the chairman said the pier was shut.", "G3"),
        ("A camp leader said the pier was shut.", "G2"),
        ("A rebel commander said the pier was shut.", "G2"),
        ("A source, a senior official at the ministry, said the pier was shut.", "G3"),
        ("A woman who says she is a nurse at the port clinic said the pier was shut.", "G3"),
        ("A second official, in the governor's office, said the pier was shut.", "G3"),
        ("A source close to the talks said the pier was shut.", "G3"),
        ("Market women said the pier was shut.", "G1"),
        ("Border traders said the pier was shut.", "G1"),
        ("Oil traders said the pier was shut.", "G2"),
        ("Physicians said the pier was shut.", "G2"),
        ("A former colleague said the pier was shut.", "G2"),
        ("A trader at the bank said the pier was shut.", "G3"),
        ("Those close to the mediation said the pier was shut.", "G3"),
        ("A banker advising on the sale said the pier was shut.", "G4"),
        ("A man who is in his thirties said the pier was shut.", "G0"),
    ],
)
def test_grade(text: str, grade: str) -> None:
    graded = [a.voice.grade for a in read(text) if a.voice.grade]
    assert graded
    assert graded[-1] == grade
