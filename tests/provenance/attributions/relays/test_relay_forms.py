"""Ways to say that a claim came through an outlet, and near misses."""

from __future__ import annotations

import pytest

from audit.model import Attribution, Block
from audit.provenance.attributions import find_attributions


def read(text: str) -> tuple[Attribution, ...]:
    blocks = [Block("body", 0, len(text), 1.0, "test")]
    return find_attributions(text, blocks, "en", "network")[0]


@pytest.mark.parametrize(
    ("text", "source", "outlet"),
    [
        ("The bridge was mined, a colonel told Radio Vesna on condition of anonymity.", "colonel", "Radio Vesna"),
        ('"We are ready," the colonel said in comments broadcast by Channel 4.', "colonel", "Channel 4"),
        (
            "In remarks published by the daily Al-Bayan on Sunday, Minister Omar Tal said the dam was safe.",
            "Tal",
            "Al-Bayan",
        ),
        ("Speaking on Radio Vesna, the mayor said the dam was safe.", "mayor", "Radio Vesna"),
        ("The mayor said in an interview aired on Vesna TV that the dam was safe.", "mayor", "Vesna TV"),
        ("The mayor, speaking to the Daily Courier, said the dam was safe.", "mayor", "Daily Courier"),
        ("Mayor Ana Tal was quoted by the Vesna news agency as saying the dam was safe.", "Tal", "Vesna"),
        ("Mayor Ana Tal was quoted as saying by the Vesna news agency that the dam was safe.", "Tal", "Vesna"),
        ('"The dam is safe," Mayor Ana Tal was quoted as saying by Vesna Online.', "Tal", "Vesna Online"),
        ("The Vesna news agency quoted Mayor Ana Tal as saying the dam was safe.", "Tal", "Vesna"),
        ("State television quoted an unnamed engineer as saying the dam was safe.", "engineer", "State television"),
        ("Citing two engineers, the Courier reported that the dam was cracked.", "engineers", "Courier"),
        ("The Courier said, citing two engineers, that the dam was cracked.", "engineers", "Courier"),
        ("The dam was cracked, the Courier reported, citing two engineers.", "engineers", "Courier"),
        ("The Courier, quoting people close to the project, reported that the dam was cracked.", "people", "Courier"),
        ("According to two engineers cited by the Courier, the dam was cracked.", "engineers", "Courier"),
        ("Two engineers quoted by the Courier said the dam was cracked.", "engineers", "Courier"),
        ("Two engineers interviewed by the Courier said the dam was cracked.", "engineers", "Courier"),
        ("A document seen by the Courier says the dam is cracked.", "document", "Courier"),
        ("According to a memo obtained by the Courier, the dam is cracked.", "memo", "Courier"),
        ("The Courier reported that an engineer had warned the ministry in May.", "engineer", "Courier"),
        ("Vesna TV reported that the dam was cracked, according to two engineers.", "engineers", "Vesna TV"),
        ("In an op-ed for the Courier, former minister Omar Tal wrote that the dam was cracked.", "Tal", "Courier"),
        ("Writing in the Courier, former minister Omar Tal argued that the dam was cracked.", "Tal", "Courier"),
        ("The mayor confirmed to Vesna TV that the dam was cracked.", "mayor", "Vesna TV"),
        ("The mayor told reporters from Vesna TV that the dam was cracked.", "mayor", "Vesna TV"),
        ("The mayor told Vesna TV's morning show that the dam was cracked.", "mayor", "Vesna TV"),
        ("The mayor admitted to the Courier that the dam was cracked.", "mayor", "Courier"),
        ("In a statement carried by the state news agency VNA, the army said the dam was safe.", "army", "VNA"),
        ("The army said in a statement carried by VNA, the state news agency, that the dam was safe.", "army", "VNA"),
        ("A witness, reached by phone by Vesna TV, said the dam had burst.", "witness", "Vesna TV"),
        ("Local media quoted residents as saying the dam had burst.", "residents", "Local media"),
        ("An engineer has told the BBC that the dam was cracked.", "engineer", "BBC"),
        ("As first reported by the Courier, an engineer had warned the ministry.", "engineer", "Courier"),
        ('"It was cracked," the engineer told Vesna TV. "Nobody listened," he added.', "he", "Vesna TV"),
        ("Sources told Vesna TV that the dam had burst. They said the water was rising.", "They", "Vesna TV"),
        (
            "The website Dam Watch reported that the dam had burst, citing a police source.",
            "police source",
            "Dam Watch",
        ),
        ("Per the Courier, a police source said the dam had burst.", "police source", "Courier"),
        ("A police source, according to the Courier, said the dam had burst.", "police source", "Courier"),
        ("A police source speaking to Vesna TV said the dam had burst.", "police source", "Vesna TV"),
        ("In a phone interview with Vesna TV on Monday, the mayor denied the dam had burst.", "mayor", "Vesna TV"),
        ("Asked by the Courier, a ministry official said the dam was safe.", "official", "Courier"),
        ("The engineer told Dawn that the dam was cracked.", "engineer", "Dawn"),
        ("The goalkeeper told Sky Sports that he was fit.", "goalkeeper", "Sky Sports"),
        ("The envoy told BBC Burmese that the road was shut.", "envoy", "BBC"),
        ("Four engineers described the meeting to POLITICO.", "engineers", "POLITICO"),
        ("The mayor denied the sale in an interview with Vesna TV.", "mayor", "Vesna TV"),
        ("The dam is cracked, according to a memo, which Vesna TV obtained.", "memo", "Vesna TV"),
        ("According to a memo to which Vesna TV had access, the dam is cracked.", "memo", "Vesna TV"),
        ("A priest was quoted by Gazeta.uz as saying the dam had burst.", "priest", "Gazeta.uz"),
        ("Vesna TV's Ana Tal reported that the dam had burst.", "Ana Tal", "Vesna TV"),
    ],
)
def test_relay(text: str, source: str, outlet: str) -> None:
    found = [a for a in read(text) if any(source in s.of(text) for s in a.source)]
    assert any(outlet in " ".join(a.relayed_by) for a in found)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor told the council that the dam was cracked.",
        "The mayor told Ana Tal that the dam was cracked.",
        "A memo seen by the minister says the dam is cracked.",
        "The mayor, citing two engineers, said the dam was cracked.",
        "According to a memo, the dam is cracked.",
        "The mayor spoke to residents and said the dam was cracked.",
        "The mayor told a weekly press briefing that the dam was cracked.",
        "The mayor told Brussels that the dam was cracked.",
    ],
)
def test_nobody_between(text: str) -> None:
    assert not any(a.relayed_by for a in read(text))
