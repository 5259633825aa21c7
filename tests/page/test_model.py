"""The block model: what is shipped fits the code that feeds it, and its trees give what walking them gives."""

from __future__ import annotations

import json
from importlib import resources

import numpy as np
import pytest

from audit.page import context, forest, marker_words
from audit.page.features import rows


def stored() -> dict:
    return json.loads(resources.files("audit.models").joinpath("page_blocks.json").read_bytes())


def test_the_shipped_model_was_trained_on_these_features() -> None:
    assert stored()["features"] == [*rows.names(), *context.NAMES]


def walked(row: np.ndarray, trees: list) -> float:
    """What the trees say of one row, node by node."""
    total = 0.0
    for node in trees:
        while isinstance(node, list):
            feature, threshold, low, high = node
            node = low if np.float32(row[feature]) <= np.float32(threshold) else high
        total += node
    return total


@pytest.mark.parametrize("trees", [stored()["second"], stored()["first"], [[0, 0.5, -1.0, [1, 3.0, 0.25, 9.0]], 0.5]])
def test_a_forest_gives_what_walking_its_trees_gives(trees: list) -> None:
    random = np.random.RandomState(7)
    table = random.rand(300, len(stored()["features"])) * random.choice([0.5, 2, 12], 300)[:, None]
    assert forest.Forest(trees).score(table.T.astype(np.float32)) == pytest.approx(
        [walked(row, trees) for row in table]
    )


def test_names_of_features_are_unique() -> None:
    names = [*rows.names(), *context.NAMES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("row", marker_words.rows(), ids=lambda row: row["id"])
def test_marker_stems_are_found(row) -> None:
    group = [r["id"] for r in marker_words.rows()].index(row["id"])
    for stem in row["stems"]:
        assert marker_words.counts([marker_words.fold(f"x {stem} x")])[0, group] >= 1, stem


def test_a_stem_begins_a_word() -> None:
    assert not marker_words.counts(["the preapplications"]).any()
