"""Acts: sentences by the classes of words that meet in them; hostile input."""

from __future__ import annotations

import time

import pytest

from audit.lexicon.forms.acts import Finder, acts
from audit.lexicon.forms.extra import lines_of
from audit.lexicon.forms.matcher import Matcher


def found(text: str) -> dict[str, str]:
    return {mark.row: text[mark.start : mark.end] for mark in Matcher((), Finder()).match(text, lines_of(text))}


def test_a_mark_lies_on_its_sentence_and_nothing_else() -> None:
    text = "The port is open.\nIt rained. This sto\u00adry has not been reviewed by our editors! Ships wait."
    assert found(text)["act.not-edited.piece.en"] == "This sto\u00adry has not been reviewed by our editors!"
    assert len(set(found(text).values())) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Edited by our editors, this story is not long.",  # the order that English gives them
        "This story is long. It was not read. It was edited.",  # not in one sentence
        "Notedited this storynot reviewedly.",  # whole words
        "This story " + "goes on and on " * 40 + "and has not been reviewed.",  # no notice is so long
    ],
)
def test_classes_that_do_not_meet(text: str) -> None:
    assert "act.not-edited.piece.en" not in found(text)


def test_a_language_of_free_order() -> None:
    assert "act.not-edited.house.de" in found("Nicht geprüft hat die Redaktion diesen Beitrag.")


def test_one_match_cannot_be_two_classes() -> None:
    assert not any(
        row.startswith("act.comments-policy.moderated.de") for row in found("Die Kommentarfunktion ist neu.")
    )


def test_every_anchor_is_a_literal_of_some_length() -> None:
    assert all(len(anchor.words) >= 2 for act in acts() for anchor in act.anchors)


@pytest.mark.parametrize(
    "line",
    [
        "this story was not reviewed " * 40_000,
        "edited " * 150_000,
        "reviewed. " * 100_000,
        "ki " * 300_000,
        "é" * 500_000,
    ],
)
def test_a_hostile_line_takes_linear_time(line: str) -> None:
    matcher, spans = Matcher((), Finder()), lines_of(line)
    begin = time.process_time()
    matcher.match(line, spans)
    assert time.process_time() - begin < 4
