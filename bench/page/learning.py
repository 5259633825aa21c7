"""Learning the line between reporting and wrapper: the data as arrays, and the fits. Needs lightgbm, numpy and scipy.

Known runs weigh 1, hand labels 0.7, all others follow the reference extractor's three modes with a small weight: they
teach what menus, footers and plain paragraphs look like, not where the fine line is. Every random choice has a fixed
seed, so that the same pages give the same model.
"""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np
import scipy.optimize
import scipy.sparse

from audit.page import features, headline, reference, said, walk
from audit.page.context import Context
from audit.page.model import CLEAR, TRIVIAL
from audit.page.surroundings import is_trivial
from bench.page import pages

WEAK, HAND, SAMPLE = 0.08, 0.7, 0.4
MOST_WEAK, MOST_HAND = 4.0, 6.0
"""Weight of all runs of one page that follow the reference, and of those judged by hand: no long page outweighs others."""
COMMON = 8
"""Pages on which a name in the markup must occur to be weighed: no site's own names."""
TREES = {
    "objective": "xentropy", "num_leaves": 15, "min_data_in_leaf": 20, "bagging_fraction": 0.7, "bagging_freq": 1,
    "feature_fraction": 0.3, "lambda_l2": 5.0, "verbose": -1, "num_threads": 1, "seed": 1, "deterministic": True,
    "force_col_wise": True,
}  # fmt: skip
FIRST = {"trees": 60, "learning_rate": 0.15}
SECOND = {"trees": 100, "learning_rate": 0.07}


class PageData(NamedTuple):
    """One page walked: its runs, and rows for those that get one (`rows[i]` is for run `indices[i]`)."""

    page: pages.LabelledPage
    found: walk.Walk
    heads: list[int]
    texts: list[str]
    indices: list[int]
    rows: np.ndarray
    names: scipy.sparse.csr_matrix
    """For each row the names in the markup around the run, columns as in `vocabulary`."""
    vocabulary: dict[tuple[int, str], int]
    """(0 near or 1 far, name) to column; shared by all pages."""
    target: np.ndarray
    weight: np.ndarray
    judged: list[int]
    """For each run of the page 1 (reporting) or 0 (wrapper) where a segment or a hand label says so, else -1."""
    covered: list[bool]
    """For each run of the page whether the reference extractor keeps most of it."""


def load(cache: Path) -> list[PageData]:
    """Every page as data; the reference extractor's verdicts are kept in `cache`, as they take a minute."""
    verdicts = pickle.loads(cache.read_bytes()) if cache.exists() else {}
    hand = pages.hand_labels()
    random = np.random.RandomState(3)
    vocabulary: dict[tuple[int, str], int] = {}
    around: list[list[list[int]]] = []
    data = []
    for page in pages.labelled_pages():
        root, found = walk.walk_html(page.html)
        if root is None or not found.runs:
            continue
        texts = [pages.collapsed(run.text) for run in found.runs]
        if page.name not in verdicts:
            modes: tuple[dict[str, bool], ...] = ({}, {"favor_precision": True}, {"favor_recall": True})
            verdicts[page.name] = [
                reference.coverage(page.html, [r.text for r in found.runs], **mode) for mode in modes
            ]
        plain, precise, ample = (np.array(v) for v in verdicts[page.name])
        declared = said.read(root, found.title)
        heads = headline.headline_runs(found.runs, declared.titles)
        made = features.PageFeatures(found, heads, declared, {}, {})
        indices = [i for i, run in enumerate(found.runs) if not is_trivial(run)]
        target = (2 * plain + precise + ample) / 4
        chosen = random.rand(len(texts)) < SAMPLE
        size = np.array([len(text) for text in texts])
        weight = np.where(chosen, WEAK / SAMPLE * np.minimum(1.0, np.sqrt(size / 100)), 0.0)
        judged = hand.get(page.name, {})
        by_hand = np.array([judged.get(pages.run_key(text), -1) for text in texts])
        target = np.where(by_hand >= 0, by_hand, target)
        weight = np.where(by_hand >= 0, HAND, weight)
        _bound(weight, by_hand >= 0, MOST_HAND)
        _bound(weight, by_hand < 0, MOST_WEAK)
        for index, known in pages.known_runs(page, texts, plain, heads).items():
            target[index], weight[index] = max(known, 0), float(known >= 0)
            by_hand[index] = known
        rows = np.array([made.row(i) for i in indices], dtype=np.float64).reshape(len(indices), len(features.names()))
        around.append([
            [vocabulary.setdefault(name, len(vocabulary)) for name in sorted(_names(found.runs[i]))] for i in indices
        ])  # fmt: skip
        none = scipy.sparse.csr_matrix((0, 0))
        data.append(
            PageData(
                page,
                found,
                heads,
                texts,
                indices,
                rows,
                none,
                vocabulary,
                target[indices],
                weight[indices],
                by_hand.tolist(),
                (plain > 0.5).tolist(),
            )
        )
    cache.parent.mkdir(exist_ok=True)
    cache.write_bytes(pickle.dumps(verdicts))
    return [page._replace(names=_matrix(columns, len(vocabulary))) for page, columns in zip(data, around, strict=True)]


def _bound(weight: np.ndarray, chosen: np.ndarray, most: float) -> None:
    total = weight[chosen].sum()
    if total > most:
        weight[chosen] *= most / total


def _matrix(columns: Sequence[Sequence[int]], width: int) -> scipy.sparse.csr_matrix:
    starts = np.cumsum([0, *map(len, columns)])
    flat = np.array([column for row in columns for column in row], dtype=np.int64)
    return scipy.sparse.csr_matrix((np.ones(len(flat)), flat, starts), shape=(len(columns), width))


def _names(run: walk.Run) -> set[tuple[int, str]]:
    """(0, name) for the names of a run, its box and the box's parent, (1, name) for those farther out."""
    names = {(0, name) for name in (*run.hints, *run.box.hints)}
    step = run.box.parent
    if step is not None:
        names |= {(0, name) for name in step.hints}
        step = step.parent
    while step is not None:
        names |= {(1, name) for name in step.hints}
        step = step.parent
    return names


class Names(NamedTuple):
    """Weights of the names in the markup."""

    near: dict[str, float]
    far: dict[str, float]
    bias: float

    def weigh(self, data: PageData) -> np.ndarray:
        """The names' weight for each row of a page (without the bias)."""
        weights = np.zeros(len(data.vocabulary))
        for kind, names in enumerate((self.near, self.far)):
            for name, weight in names.items():
                weights[data.vocabulary[kind, name]] = weight
        return np.asarray(data.names @ weights)


def fit_names(data: Sequence[PageData], strength: float = 3.0) -> Names:
    """A logistic regression on the names around each run."""
    vocabulary = data[0].vocabulary
    on_pages = sum(np.asarray(page.names.sum(axis=0)).ravel() > 0 for page in data)
    common = np.flatnonzero(on_pages >= COMMON)
    weight = np.concatenate([page.weight for page in data])
    matrix = scipy.sparse.vstack([page.names for page in data]).tocsr()[weight > 0][:, common]
    y, w = np.concatenate([page.target for page in data])[weight > 0], weight[weight > 0]

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        z = matrix @ values[:-1] + values[-1]
        error = w * (1 / (1 + np.exp(-z)) - y)
        gradient = np.append(matrix.T @ error + strength * values[:-1], error.sum())
        return float((w * (np.logaddexp(0, z) - y * z)).sum() + 0.5 * strength * (values[:-1] ** 2).sum()), gradient

    start = np.zeros(len(common) + 1)
    solved = scipy.optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    by_column = dict(zip(common.tolist(), solved.tolist(), strict=False))
    weighed = {name: round(by_column[column], 3) for name, column in sorted(vocabulary.items()) if column in by_column}
    near, far = ({n: v for (kind, n), v in weighed.items() if kind == wanted and v} for wanted in (0, 1))
    return Names(near, far, round(float(solved[-1]), 3))


NAMES_COLUMN = features.names().index("names")


def fit_trees(rows: Sequence[np.ndarray], data: Sequence[PageData], shape: dict[str, Any]) -> lightgbm.Booster:
    """Boosted trees on rows that go with the pages of `data`."""
    x, y, w = np.vstack(rows), np.concatenate([d.target for d in data]), np.concatenate([d.weight for d in data])
    kept = w > 0
    settings = TREES | {"learning_rate": shape["learning_rate"]}
    return lightgbm.train(settings, lightgbm.Dataset(x[kept], y[kept], weight=w[kept]), shape["trees"])


def with_names(page: PageData, names: Names) -> np.ndarray:
    """The rows of a page with the names' weight filled in."""
    rows = page.rows.copy()
    rows[:, NAMES_COLUMN] = names.weigh(page)
    return rows


def with_context(page: PageData, rows: np.ndarray, first: np.ndarray) -> tuple[np.ndarray, list[float]]:
    """The rows of a page with what the first probabilities around each run say, and those of all its runs."""
    probabilities = [TRIVIAL] * len(page.texts)
    for index, p in zip(page.indices, first, strict=True):
        probabilities[index] = float(p)
    context = Context(page.found.runs, probabilities)
    extra = np.array([context.row(i) for i in page.indices]).reshape(len(page.indices), -1)
    return np.hstack([rows, extra]) if len(rows) else rows, probabilities


class Fitted(NamedTuple):
    """A whole model."""

    names: Names
    first: lightgbm.Booster
    second: lightgbm.Booster

    def probabilities(self, page: PageData) -> list[float]:
        """For each run of a page the probability that it is reporting."""
        if not page.indices:
            return [TRIVIAL] * len(page.texts)
        rows = with_names(page, self.names)
        more, probabilities = with_context(page, rows, self.first.predict(rows))
        final = self.second.predict(more)
        for index, p in zip(page.indices, final, strict=True):
            if probabilities[index] >= CLEAR:
                probabilities[index] = float(p)
        return probabilities


def fit(data: Sequence[PageData], inner: int = 3) -> Fitted:
    """Fit on pages. The second trees learn from first probabilities that never saw the page itself."""
    data = [page for page in data if page.indices]
    fold = np.random.RandomState(5).randint(0, inner, len(data))
    rows: list[np.ndarray] = [page.rows for page in data]
    for part in range(inner):
        names = fit_names([page for page, f in zip(data, fold, strict=True) if f != part])
        for i, page in enumerate(data):
            if fold[i] == part:
                rows[i] = with_names(page, names)
    contexts: list[np.ndarray] = list(rows)
    for part in range(inner):
        others = [i for i in range(len(data)) if fold[i] != part]
        first = fit_trees([rows[i] for i in others], [data[i] for i in others], FIRST)
        own = np.flatnonzero(fold == part)
        ends = np.cumsum([len(rows[i]) for i in own])[:-1]
        for i, said_first in zip(own, np.split(first.predict(np.vstack([rows[i] for i in own])), ends), strict=True):
            contexts[i] = with_context(data[i], rows[i], said_first)[0]
    return Fitted(fit_names(data), fit_trees(rows, data, FIRST), fit_trees(contexts, data, SECOND))
