"""The learned line between reporting and wrapper: two small sets of decision trees and the weights of names in markup.

`audit/models/page_blocks.json` holds them; `bench/page/train.py` makes it, repeatably. No library is needed to run it.
A row goes through a tree by comparing one of its numbers with a threshold at each node; the leaves' values add up to
the log-odds that the run is reporting. Runs whose first few trees agree are not sent through the rest.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources
from math import exp
from typing import Any, NamedTuple

from audit.page.context import Context
from audit.page.features import PageFeatures
from audit.page.said import Said
from audit.page.surroundings import Weights, is_trivial
from audit.page.walk import Walk

TRIVIAL = 0.01
"""The probability of a run that gets no row."""
CLEAR = 0.02
"""First probability below which a run is not looked at a second time."""

Node = Any
"""A leaf's value, or (number of the feature, threshold, node for at most it, node for more)."""


def score(row: Sequence[float], trees: Sequence[Node]) -> float:
    """The log-odds of a row."""
    total = 0.0
    for node in trees:
        while type(node) is list:
            feature, threshold, low, high = node
            node = low if row[feature] <= threshold else high
        total += node
    return total


def compiled(trees: Sequence[Node]) -> Callable[[Sequence[float]], float]:
    """A function that gives what `score` gives, made of the trees' numbers alone."""

    def expression(node: Node) -> str:
        if type(node) is not list:
            return repr(float(node))
        feature, threshold, low, high = node
        return f"({expression(low)} if r[{int(feature)}] <= {float(threshold)!r} else {expression(high)})"

    source = "lambda r: 0.0" + "".join(f" + {expression(tree)}" for tree in trees)
    function: Callable[[Sequence[float]], float] = eval(compile(source, "<trees>", "eval"), {"__builtins__": {}})  # noqa: S307
    return function


class Scorer:
    """The log-odds of rows by one set of trees.

    Walking the trees is quickest for one page; from `WARM` rows on they are compiled to Python expressions, which is
    three times as fast and takes a tenth of a second once.
    """

    WARM = 2_500

    def __init__(self, trees: Sequence[Node]) -> None:
        self.trees = trees
        self.rows = 0
        self.compiled: Callable[[Sequence[float]], float] | None = None

    def __call__(self, row: Sequence[float]) -> float:
        """The log-odds of `row`."""
        if self.compiled is not None:
            return self.compiled(row)
        self.rows += 1
        if self.rows == self.WARM:
            self.compiled = compiled(self.trees)
        return score(row, self.trees)


class Model(NamedTuple):
    """`near` and `far`: weights of names in the markup; `bias` goes with them; `first`, `second`: the trees of each look."""

    near: Weights
    far: Weights
    bias: float
    first: Scorer
    second: Scorer


def decode(data: dict[str, Any]) -> Model:
    """The model in its stored form."""
    near = {name: (number, weight) for number, (name, weight) in enumerate(data["near"].items())}
    far = {name: (number, weight) for number, (name, weight) in enumerate(data["far"].items())}
    return Model(near, far, data["bias"], Scorer(data["first"]), Scorer(data["second"]))


@cache
def shipped() -> Model:
    """The model that tracewire ships."""
    return decode(json.loads(resources.files("audit.models").joinpath("page_blocks.json").read_bytes()))


def probability(log_odds: float) -> float:
    """The probability of log-odds, kept off 0 and 1."""
    if log_odds > 30:
        return 1.0
    return 1.0 / (1.0 + exp(-log_odds)) if log_odds > -30 else 0.0


def reporting(found: Walk, heads: Sequence[int], said: Said, model: Model) -> list[float]:
    """For each run the probability that it is reporting."""
    features = PageFeatures(found, heads, said, model.near, model.far)
    rows: dict[int, list[float]] = {}
    first: list[float] = []
    for index, run in enumerate(found.runs):
        if is_trivial(run):
            first.append(TRIVIAL)
            continue
        row = features.row(index)
        rows[index] = row
        first.append(probability(model.first(row)))
    context = Context(found.runs, first)
    final = list(first)
    for index, row in rows.items():
        if first[index] >= CLEAR:
            final[index] = probability(model.second(row + context.row(index)))
    return final
