"""Which words and verbs make somebody an unnamed source, and which only have its form."""

from __future__ import annotations

import pytest

from audit.findings.case import Case
from audit.findings.sketches import claim, unnamed, voice
from audit.findings.specimen import specimen


def sources(source: str, cue: str, *, plural: bool = False, reason: str | None = None) -> list[str]:
    made = unnamed(source, "G1", plural=plural, reason=reason)
    example = specimen(f"body: {source} {cue} the port closed.", claims=[claim(source, cue, "the port closed", made)])
    case = Case(example.page, example.provenance)
    return [g.voice.name or "" for g in case.unnamed]


@pytest.mark.parametrize(
    ("source", "cue", "plural"),
    [
        ("A source", "said", False),
        ("The source", "said", False),
        ("Sources", "said", True),
        ("Diplomatic sources", "said", True),
        ("A senior port official", "said", False),
        ("One of the pilots", "told reporters", False),
        ("Officials", "say", True),
        ("Two people", "said", True),
        ("health care workers", "according to", True),
        ("A pilot close to the residents of the island", "said", False),
    ],
)
def test_a_source(source: str, cue: str, plural: bool) -> None:
    assert sources(source, cue, plural=plural) == [source]


@pytest.mark.parametrize(
    ("source", "cue", "plural"),
    [
        ("One", "might expect", False),
        ("One", "said", False),
        ("who", "said", False),
        ("Major", "said", False),
        ("Mr Grayling earlier", "warned", False),
        ("he and his co-authors", "predicted", True),
        ("the teacher", "told him", False),
        ("The researchers", "say", True),
        ("my husband at the time", "said", False),
        ("A spokeswoman for the harbour", "said", False),
        ("Many growers", "say", True),
        ("another person", "said", False),
        ("prison officials", "may continue", True),
        ("Swedish prosecutors", "decided", True),
        ("Many commuters", "feel", True),
        ("centrist", "said", False),
    ],
)
def test_no_source(source: str, cue: str, plural: bool) -> None:
    assert sources(source, cue, plural=plural) == []


def test_a_reason_makes_anybody_a_source() -> None:
    assert sources("The teacher", "told us", reason="feared for her post") == ["The teacher"]


@pytest.mark.parametrize(
    ("words", "cue", "said"),
    [
        ("Observers", "said", True),
        ("Critics", "believe", True),
        ("This", "suggests", False),
        ("Republicans", "ran", False),
    ],
)
def test_a_group_is_people_that_said_or_thought_something(words: str, cue: str, said: bool) -> None:
    example = specimen(
        f"body: {words} {cue} the port closed.",
        claims=[claim(words, cue, "the port closed", voice("collective", words))],
    )
    case = Case(example.page, example.provenance)
    assert (words not in case.mute) is said
