"""The words for steps, voices and languages."""

from __future__ import annotations

import pytest

from audit.findings.case import Case
from audit.findings.languages import named
from audit.findings.rules.chain_ends import THIRD_HAND
from audit.findings.sketches import step
from audit.findings.specimen import specimen
from audit.findings.wording import node_in_words, voice_in_words
from audit.model import Node


@pytest.mark.parametrize(
    ("name", "as_step", "as_voice"),
    [
        ("Port sources", "unnamed “Port sources”", "“Port sources”"),
        ("unnamed officials", "“unnamed officials”", "“unnamed officials”"),
        ("Anonymous donors", "“Anonymous donors”", "“Anonymous donors”"),
        (None, "an unnamed source", "an unnamed source"),
    ],
)
def test_unnamed_is_said_once(name: str | None, as_step: str, as_voice: str) -> None:
    node = Node(name, "unnamed")
    assert (node_in_words(node), voice_in_words(node)) == (as_step, as_voice)


@pytest.mark.parametrize(
    ("tag", "name"), [("de", "German"), ("pt-BR", "Portuguese"), ("en_US", "English"), ("tlh", None), ("", None)]
)
def test_languages_go_by_their_english_names(tag: str, name: str | None) -> None:
    assert named(tag) == name


def test_a_text_of_which_a_part_is_at_third_hand_is_not_said_to_be_so_throughout() -> None:
    deep = [
        step("carries", "Northwire", "provider", "Provided by Northwire", "declared"),
        step("cites", "Coast TV", "outlet", "Coast TV reported"),
    ]
    near = [deep[0], step("attributes-to", "Ivo Brandt", "person", "Ivo Brandt said")]
    parts = ("credit: Provided by Northwire", "body: The ferry will stop, Coast TV reported. Ivo Brandt said so.")
    for chains, opening in (
        ([deep], "The reader is at third hand: "),
        ([deep, near], "Some of it reaches the reader "),
    ):
        example = specimen(*parts, kind="aggregator", chains=chains)
        (draft,) = THIRD_HAND.check(Case(example.page, example.provenance))
        assert draft.message.startswith(opening)
