"""Ways to say that somebody says something, one sentence each: who speaks, by which words; and sentences that only look so."""

from __future__ import annotations

import pytest

from audit.model import Attribution, Block, Span
from audit.provenance.attributions import find_attributions
from audit.provenance.attributions.reading.sentences import split
from audit.provenance.attributions.rules.tagger import RuleTagger


def read(text: str) -> tuple[Attribution, ...]:
    return find_attributions(text, [Block("body", 0, len(text), 1.0, "test")], "en", "network")[0]


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("“How do you steal a bridge?” posed the deputy mayor.", "the deputy mayor", "posed"),
        ("And this from the union's lawyer, Per Holm: “They knew in May.”", "the union's lawyer, Per Holm", ":"),
        ("As the engineer put it: “Water wins.”", "the engineer", "put it"),
        ("The mayor's answer: “Water wins.”", "The mayor", "answer"),
        ("“It was the bridge,” one of them summed up.", "one of them", "summed"),
        ("“Stay off the bridge,” reads one message.", "one message", "reads"),
        ("Allies of the mayor hold that the bridge was sound.", "Allies of the mayor", "hold"),
        ("The engineer ventured that the bridge had sagged.", "The engineer", "ventured"),
        ("The bridge, the Courier has learned, will be sold.", "the Courier", "learned"),
        ("Satellite images taken in May appear to show a gap in the bridge.", "Satellite images taken in May", "show"),
        ("Minutes of the meeting record no vote on the bridge.", "Minutes of the meeting", "record"),
        ("A survey that the city made in June found cracks in nine bridges.", "A survey that the city made", "found"),
        ("The audit, by the accountants Holt, found 62 payments.", "The audit", "found"),
        ("The mayor would not be drawn on the cost.", "The mayor", "would not"),
        ("Asked about the bridge, the mayor did not elaborate.", "the mayor", "did not"),
        ("The ministry neither confirmed nor denied the sale.", "The ministry", "neither confirmed"),
        ("The city defended what it calls a temporary bridge.", "it", "calls"),
        ("It was, by one driver's account, the longest wait of the year.", "one driver", "account"),
        ("The wait was, in her words, “a lifetime”.", "her", "words"),
        ("“Take the ferry” is the advice of Ana Tal, an engineer.", "Ana Tal", "advice"),
        ("Officials doubt a report by the Courier that the bridge was sold.", "the Courier", "report"),
        ("Crews were cut by a fifth, a figure that EDF contests.", "EDF", "contests"),
        (
            "Counsel for the city, a former judge, submitted that the bridge was safe.",
            "Counsel for the city",
            "submitted",
        ),
        ("Superintendent of Police (Bridges) Ana Tal said the road was shut.", "Ana Tal", "said"),
        ("Both companies claim to have painted the bridge.", "Both companies", "claim"),
        ("The sale was first reported by the Courier.", "the Courier", "reported"),
        ("As reported by the Courier, the bridge was sold.", "the Courier", "reported"),
        ("The Federal Police speak of three bridges.", "The Federal Police", "speak of"),
        ("According to Vesna TV, which cited a city aide, the bridge was sold.", "a city aide", "cited"),
    ],
)
def test_who_speaks(text: str, source: str, cue: str) -> None:
    found = [(" ".join(s.of(text) for s in a.source), " ".join(s.of(text) for s in a.cue)) for a in read(text)]
    assert any(source in who and cue in how for who, how in found), found


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It has emerged that the bridge was sold.", "emerged"),
        ("There is talk of a new bridge.", "talk"),
        ("It is suspected that the bridge was sold.", "suspected"),
        ("The inquiry has heard that the bridge was sold.", "has heard"),
        ("The families were assured that the bridge was safe.", "assured"),
        ("Two workers are presumably on the bridge.", "presumably"),
    ],
)
def test_nobody_speaks(text: str, cue: str) -> None:
    assert any(not a.source and any(cue in s.of(text) for s in a.cue) for a in read(text)), read(text)


@pytest.mark.parametrize(
    "text",
    [
        "Engineers gathered at the bridge.",
        "The army removed that bridge.",
        "He recorded a song about the bridge.",
        "The officials ensured that the bridge was lit.",
        "There is a bridge of stone.",
        "The bridge was named by the council in May.",
    ],
)
def test_the_rules_see_no_saying(text: str) -> None:
    assert RuleTagger().tag(text, split(text, [Span(0, len(text))])) == ()
