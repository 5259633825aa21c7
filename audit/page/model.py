"""The learned line between reporting and wrapper: two small forests, the weights of names in markup and of words.

`audit/models/page_blocks.json` holds them; `bench/page/train.py` makes it, repeatably. A row goes through a tree by
comparing one of its numbers with a threshold at each node; the leaves' values add up to the log-odds that the run is
reporting. Runs that the first forest is sure are wrapper are not sent through the second.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from audit.page.boxes import Walk
from audit.page.context import Context
from audit.page.features.markup_names import NameWeights
from audit.page.features.rows import PageRows, Weights, table
from audit.page.forest import Forest
from audit.page.said import Said

if TYPE_CHECKING:
    from numpy.typing import NDArray

TRIVIAL = 0.01
"""The probability of a run that gets no row."""
CLEAR = 0.02
"""First probability below which a run is not looked at a second time."""


class Model(NamedTuple):
    """`weights` fill the learned columns of the rows; `first`, `second`: the trees of each look."""

    weights: Weights
    first: Forest
    second: Forest


def decode(data: dict[str, Any]) -> Model:
    """The model in its stored form."""
    words = np.frombuffer(base64.b64decode(data["words"]), dtype=np.int8).astype(np.float32) * np.float32(data["unit"])
    names = NameWeights(data["names"]["own"], data["names"]["parent"], data["names"]["far"])
    return Model(Weights(names, words), Forest(data["first"]), Forest(data["second"]))


@cache
def shipped() -> Model:
    """The model that tracewire ships."""
    return decode(json.loads((Path(__file__).resolve().parent.parent / "models" / "page_blocks.json").read_bytes()))


def probability(log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """The probabilities of log-odds."""
    return 1.0 / (1.0 + np.exp(-np.clip(log_odds, -30.0, 30.0)))


def reporting(found: Walk, heads: Sequence[int], said: Said, model: Model) -> list[float]:
    """For each run the probability that it is reporting."""
    prepared = PageRows(found, heads, said)
    rows = prepared.weighed(model.weights)
    first = np.full(prepared.page.count, TRIVIAL)
    first[prepared.rows] = probability(model.first.score(rows))
    final = first.copy()
    open_ = first[prepared.rows] >= CLEAR
    if open_.any():
        closer = prepared.rows[open_]
        context = np.concatenate([rows[:, open_], table(Context(prepared.page, closer).columns(first))])
        final[closer] = probability(model.second.score(context))
    return [float(p) for p in final]
