"""The views that rules share."""

from __future__ import annotations

import pytest

from audit.findings.case import Case
from audit.findings.phrasing import clipped, listed
from audit.findings.sketches import claim, notice, person, unnamed
from audit.findings.specimen import specimen


def case(example) -> Case:
    return Case(example.page, example.provenance)


@pytest.mark.parametrize(
    ("speaker", "called"),
    [
        ("Northwire", "Northwire"),
        ("بترا", "بترا"),
        ("The", "Harbour Post"),
        ("we", "Harbour Post"),
        (None, "Harbour Post"),
    ],
)
def test_who_speaks_in_a_notice(speaker: str | None, called: str) -> None:
    made = case(specimen("disclaimer: Given as is.", notices=[notice(("as-is",), "Given as is.", speaker)]))
    assert made.speaker(made.provenance.disclaimers[0]) == called


@pytest.mark.parametrize("source", ["no one", "We all", "My friend", "This"])
def test_nobody_is_no_voice(source: str) -> None:
    made = case(
        specimen(
            f"body: {source} said the port closed.", claims=[claim(source, "said", "the port closed", unnamed(source))]
        )
    )
    assert made.groups == ()


def test_one_voice_is_one_group_by_its_key() -> None:
    claims = [
        claim("Ivo Brandt", "said", "the port closed", person("Ivo Brandt")),
        claim("Brandt", "added", "the pier too", person("Ivo Brandt")),
    ]
    made = case(specimen("body: Ivo Brandt said the port closed. Brandt added the pier too.", claims=claims))
    assert [len(g.attributions) for g in made.groups] == [2]


def test_a_check_runs_once() -> None:
    made = case(specimen("body: The ferry will stop."))
    ran = []
    assert made.once(lambda c: ran.append(c) or ()) == ()

    def check(c: Case) -> list[int]:
        ran.append(c)
        return [1]

    assert made.once(check) == made.once(check) == (1,)
    assert len(ran) == 2


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("short", "short"),
        ("a “quoted”  word", "a ‘quoted’ word"),
        ("word " * 40, "word " * 17 + "word …"),
        ("x" * 500, "x" * 90 + " …"),
    ],
)
def test_clipping(text: str, shown: str) -> None:
    assert clipped(text) == shown


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c", "d"], "a, b, c and d"),
        (["a", "b", "c", "d", "e", "f"], "a, b, c, d and 2 more"),
    ],
)
def test_lists(names: list[str], words: str) -> None:
    assert listed(names) == words
