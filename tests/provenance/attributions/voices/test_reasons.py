"""Why a source is not named: formulas of anonymity in many forms, and the reason that each gives, if any."""

from __future__ import annotations

import pytest

from audit.model import Block
from audit.provenance.attributions import find_attributions


@pytest.mark.parametrize(
    ("text", "source", "reason", "rote"),
    [
        (
            "A nurse, who asked not to be named because her manager had warned staff, said the ward was shut.",
            "A nurse",
            "her manager had warned",
            False,
        ),
        (
            "A nurse, who asked not to be identified discussing internal matters, said the ward was shut.",
            "A nurse",
            "discussing internal matters",
            True,
        ),
        (
            "A clerk said the roof leaked. “Don't use my name, they will sack me,” she said.",
            "A clerk",
            "they will sack me",
            False,
        ),
        (
            "“I don't want my name in the paper because my boss reads it,” a clerk said.",
            "a clerk",
            "because my boss reads it",
            False,
        ),
        (
            "A clerk said the price had not been disclosed because the talks went on.",
            "A clerk",
            "",
            False,
        ),
        (
            "A teacher said the roof leaked. He spoke on condition that his name not be used, fearing dismissal.",
            "A teacher",
            "fearing dismissal",
            False,
        ),
        (
            'A clerk said the vault was empty. "If my boss finds out I am finished," he said, declining to be named.',
            "A clerk",
            "",
            False,
        ),
        (
            "An officer said the men had fled, speaking anonymously as he was not cleared to brief reporters.",
            "An officer",
            "not cleared to brief",
            True,
        ),
        (
            "An aide, who was granted anonymity to speak candidly about the campaign, said it was over.",
            "An aide",
            "to speak candidly",
            False,
        ),
        (
            "An aide, granted anonymity so that he could speak freely, said it was over.",
            "An aide",
            "could speak freely",
            True,
        ),
        (
            "Two officials, neither of whom was authorised to speak publicly, said the deal was dead.",
            "Two officials",
            "authorised to speak",
            True,
        ),
        (
            "A worker, who would not give his name lest he lose his job, said the pump was broken.",
            "A worker",
            "lose his job",
            False,
        ),
        (
            "A worker, whose name has been withheld to protect him from reprisals, said the pump was broken.",
            "A worker",
            "protect him from reprisals",
            False,
        ),
        (
            'A clerk said the vault was bare. "All of us knew," said the clerk, who asked not to be named for fear of dismissal.',
            "A clerk",
            "fear of dismissal",
            False,
        ),
        (
            "A clerk, who begged to be kept out of it because her sister works there, said the vault was bare.",
            "A clerk",
            "her sister works there",
            False,
        ),
        (
            "A clerk said the vault was bare. The Courier is not naming the clerk, who fears a lawsuit.",
            "A clerk",
            "fears a lawsuit",
            False,
        ),
        (
            "A clerk, who asked not to be named as staff had been told not to talk to reporters, said the vault was bare.",
            "A clerk",
            "told not to talk",
            True,
        ),
        (
            "A clerk, who asked not to be named as she has signed a confidentiality agreement, said the vault was bare.",
            "A clerk",
            "confidentiality agreement",
            False,
        ),
        (
            "A clerk said on condition of anonymity that the vault was shut so that it could be cleaned.",
            "A clerk",
            "",
            False,
        ),
        (
            "Four clerks said the vault was bare. One said it had rained. Both asked not to be named for fear of dismissal.",
            "Four clerks",
            "",
            False,
        ),
        (
            "A clerk blamed the boss; one guard, who asked not to be named for fear of dismissal, said the vault was bare.",
            "A clerk",
            "",
            False,
        ),
        ("A clerk, who requires no permission to speak, said the vault was bare.", "A clerk", "", False),
        ("A worker, whose identity is known to this newspaper, said the pump was broken.", "A worker", "", False),
        (
            "An employee, who requested anonymity citing a non-disclosure agreement, said the files were gone.",
            "An employee",
            "non-disclosure agreement",
            False,
        ),
        (
            "A source who declined to be named in order not to jeopardise the talks said a truce was near.",
            "A source",
            "not to jeopardise the talks",
            False,
        ),
        (
            "A source who declined to be named due to the sensitivity of the matter said a truce was near.",
            "A source",
            "sensitivity",
            True,
        ),
        (
            "A source, who insisted on anonymity given the delicate nature of the talks, said a truce was near.",
            "A source",
            "delicate nature",
            True,
        ),
        (
            "A trader, who asked for his name to be left out since he still sells to the army, said prices had doubled.",
            "A trader",
            "still sells to the army",
            False,
        ),
        (
            "A mother, who wanted only her first name used for the sake of her children, said the water was brown.",
            "A mother",
            "sake of her children",
            False,
        ),
        (
            "A diplomat, speaking on background because the report has not been published, said it was harsh.",
            "A diplomat",
            "report has not been published",
            False,
        ),
        ("A diplomat, who like others interviewed asked not to be named, said it was harsh.", "A diplomat", "", False),
        (
            "Three people said it was dropped. They asked not to be named because the plan is private.",
            "Three people",
            "plan is private",
            True,
        ),
        (
            "Three people said it was dropped. All spoke on condition of anonymity, saying they feared for their jobs.",
            "Three people",
            "feared for their jobs",
            False,
        ),
        (
            "An engineer said the wall was weak. He asked not to be named: the firm, he said, sues its critics.",
            "An engineer",
            "the firm",
            False,
        ),
        (
            "An engineer said the wall was weak. He asked not to be named; he still works for the firm.",
            "An engineer",
            "still works for the firm",
            False,
        ),
        ("An official, under no circumstances to be quoted by name, said the wall was weak.", "An official", "", False),
        (
            "A policeman, not permitted to speak to the press, said the wall was weak.",
            "A policeman",
            "not permitted",
            True,
        ),
        (
            "A policeman who is barred from speaking to the press said the wall was weak.",
            "A policeman",
            "barred from speaking",
            True,
        ),
        (
            "A doctor who is not allowed to talk to journalists said the wall was weak.",
            "A doctor",
            "not allowed to talk",
            True,
        ),
        (
            "A doctor, who for reasons of safety did not give his name, said the wall was weak.",
            "A doctor",
            "for reasons of safety",
            False,
        ),
        (
            "A doctor said the wall was weak but would not be named for professional reasons.",
            "A doctor",
            "for professional reasons",
            False,
        ),
        (
            "A doctor, whom the Courier agreed not to name because of threats made against her, said the wall was weak.",
            "A doctor",
            "threats made against her",
            False,
        ),
        (
            "A doctor, whom the Courier is not naming because of threats made against her, said the wall was weak.",
            "A doctor",
            "threats made against her",
            False,
        ),
        (
            "A guard, who lacks permission to speak to the press, said the wall was weak.",
            "A guard",
            "lacks permission",
            True,
        ),
        ("A guard, without authorisation to speak, said the wall was weak.", "A guard", "without authorisation", True),
        (
            "A guard who cannot be identified for legal reasons said the wall was weak.",
            "A guard",
            "for legal reasons",
            False,
        ),
        (
            "An executive who asked for anonymity because he does business with the ministry said the wall was weak.",
            "An executive",
            "does business with the ministry",
            False,
        ),
        (
            "An executive, who was not willing to be quoted by name for fear of losing contracts, said the wall was weak.",
            "An executive",
            "losing contracts",
            False,
        ),
    ],
)
def test_reason(text: str, source: str, reason: str, rote: bool) -> None:
    found, _ = find_attributions(text, [Block("body", 0, len(text), 1.0, "test")], "en", "network")
    voice = next(a.voice for a in found if a.source and a.source[0].of(text).startswith(source))
    assert (reason in (voice.reason or "")) if reason else voice.reason is None
    assert voice.rote_reason is rote
    assert (voice.grade == "G5") is bool(reason)
