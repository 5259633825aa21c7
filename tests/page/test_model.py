"""The block model: what is shipped fits the code that feeds it, and both ways to run its trees agree."""

from __future__ import annotations

import json
import random
from importlib import resources

import pytest

from audit.page import context, features, marker_words, model


def stored() -> dict:
    return json.loads(resources.files("audit.models").joinpath("page_blocks.json").read_bytes())


def test_the_shipped_model_was_trained_on_these_features() -> None:
    assert stored()["features"] == [*features.names(), *context.NAMES]


def test_compiled_trees_give_what_walking_them_gives() -> None:
    trees = stored()["second"]
    compiled = model.compiled(trees)
    rng = random.Random(7)
    size = len(stored()["features"])
    for _ in range(100):
        row = [rng.random() * rng.choice([0.5, 2, 12]) for _ in range(size)]
        assert compiled(row) == pytest.approx(model.score(row, trees))


def test_a_scorer_turns_to_compiled_trees_and_keeps_its_answers() -> None:
    scorer = model.Scorer([[0, 0.5, -1.0, 2.0], [1, 3.0, 0.25, [0, 0.1, 1.0, -1.0]]])
    rows = [[0.2, 1.0], [0.9, 5.0], [0.05, 9.0]] * model.Scorer.WARM
    answers = {tuple(row): scorer(row) for row in rows[:3]}
    assert [scorer(row) for row in rows] == [answers[tuple(row)] for row in rows]
    assert scorer.compiled is not None


def test_names_of_features_are_unique() -> None:
    names = [*features.names(), *context.NAMES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("row", marker_words.rows(), ids=lambda row: row["id"])
def test_marker_stems_are_found(row) -> None:
    group = [r["id"] for r in marker_words.rows()].index(row["id"])
    for stem in row["stems"]:
        assert marker_words.counts(marker_words.fold(f"x {stem} x"))[group] >= 1, stem


def test_a_stem_begins_a_word() -> None:
    assert marker_words.counts("the preapplications")[-1] == 0
