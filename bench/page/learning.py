"""Learning the line between reporting and wrapper: the data as arrays, and the fits. Needs lightgbm, numpy and scipy.

Known runs weigh 1, hand labels 0.7, all others follow the reference extractor's three modes with a small weight: they
teach what menus, footers and plain paragraphs look like, not where the fine line is. Every random choice has a fixed
seed, so that the same pages give the same model.
"""

from __future__ import annotations

import pickle
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np
import scipy.optimize
import scipy.sparse

from audit.page import features, headline, metadata, reference, walk
from audit.page.context import Context
from audit.page.model import CLEAR, TRIVIAL
from bench.page import pages

WEAK, HAND, SAMPLE = 0.08, 0.7, 0.4
COMMON = 8
"""Pages on which a name in the markup must occur to be weighed: no site's own names."""
TREES = {
    "objective": "xentropy", "num_leaves": 15, "min_data_in_leaf": 20, "bagging_fraction": 0.7, "bagging_freq": 1,
    "feature_fraction": 0.3, "lambda_l2": 5.0, "verbose": -1, "num_threads": 1, "seed": 1, "deterministic": True,
    "force_col_wise": True,
}  # fmt: skip
FIRST = {"trees": 120, "learning_rate": 0.08}
SECOND = {"trees": 150, "learning_rate": 0.05}


class PageData(NamedTuple):
    """One page walked: its runs, and rows for those that get one (`rows[i]` is for run `indices[i]`)."""

    page: pages.LabelledPage
    found: walk.Walk
    heads: list[int]
    texts: list[str]
    indices: list[int]
    rows: np.ndarray
    near: list[set[str]]
    far: list[set[str]]
    target: np.ndarray
    weight: np.ndarray


def load(cache: Path) -> list[PageData]:
    """Every page as data; the reference extractor's verdicts are kept in `cache`, as they take a minute."""
    verdicts = pickle.loads(cache.read_bytes()) if cache.exists() else {}
    hand = pages.hand_labels()
    random = np.random.RandomState(3)
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
        forms = headline.title_forms([found.title, *metadata.titles(root)])
        heads = headline.headline_runs(found.runs, forms)
        made = features.PageFeatures(found, heads, forms, {}, {})
        indices = [i for i in range(len(texts)) if not made.is_trivial(i)]
        target = (2 * plain + precise + ample) / 4
        chosen = random.rand(len(texts)) < SAMPLE
        size = np.array([len(text) for text in texts])
        weight = np.where(chosen, WEAK / SAMPLE * np.minimum(1.0, np.sqrt(size / 100)), 0.0)
        judged = hand.get(page.name, {})
        for index, text in enumerate(texts):
            verdict = judged.get(pages.run_key(text))
            if verdict is not None:
                target[index], weight[index] = verdict, HAND
        for index, known in pages.known_runs(page, texts, plain, heads).items():
            target[index], weight[index] = max(known, 0), float(known >= 0)
        near, far = (
            zip(*(_names(found.runs[i].box, found.runs[i].hints) for i in indices), strict=True)
            if indices
            else ((), ())
        )
        rows = np.array([made.row(i) for i in indices], dtype=np.float64).reshape(len(indices), len(features.names()))
        data.append(PageData(page, found, heads, texts, indices, rows, near, far, target[indices], weight[indices]))
    cache.parent.mkdir(exist_ok=True)
    cache.write_bytes(pickle.dumps(verdicts))
    return data


def _names(box: walk.Box, hints: Sequence[str]) -> tuple[set[str], set[str]]:
    near = set(hints) | set(box.hints)
    step = box.parent
    if step is not None:
        near |= set(step.hints)
        step = step.parent
    far: set[str] = set()
    while step is not None:
        far |= set(step.hints)
        step = step.parent
    return near, far


class Names(NamedTuple):
    """Weights of the names in the markup."""

    near: dict[str, float]
    far: dict[str, float]
    bias: float

    def weigh(self, data: PageData) -> np.ndarray:
        """The names' weight for each row of a page (without the bias)."""
        return np.array([
            sum(self.near.get(n, 0.0) for n in near) + sum(self.far.get(n, 0.0) for n in far)
            for near, far in zip(data.near, data.far, strict=True)
        ])  # fmt: skip


def fit_names(data: Sequence[PageData], strength: float = 3.0) -> Names:
    """A logistic regression on the names around each run."""
    count: Counter[tuple[int, str]] = Counter()
    for page in data:
        count.update({(0, n) for near in page.near for n in near} | {(1, n) for far in page.far for n in far})
    vocabulary = {name: i for i, name in enumerate(sorted(name for name, n in count.items() if n >= COMMON))}
    rows, columns, targets, weights = [], [], [], []
    for page in data:
        for near, far, target, weight in zip(page.near, page.far, page.target, page.weight, strict=True):
            if not weight:
                continue
            for kind, names in ((0, near), (1, far)):
                for name in names:
                    column = vocabulary.get((kind, name))
                    if column is not None:
                        rows.append(len(targets))
                        columns.append(column)
            targets.append(target)
            weights.append(weight)
    matrix = scipy.sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(targets), len(vocabulary)))
    y, w = np.array(targets), np.array(weights)

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        z = matrix @ values[:-1] + values[-1]
        error = w * (1 / (1 + np.exp(-z)) - y)
        gradient = np.append(matrix.T @ error + strength * values[:-1], error.sum())
        return float((w * (np.logaddexp(0, z) - y * z)).sum() + 0.5 * strength * (values[:-1] ** 2).sum()), gradient

    start = np.zeros(len(vocabulary) + 1)
    solved = scipy.optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    weighed = {name: round(float(solved[i]), 3) for name, i in vocabulary.items()}
    near_weights, far_weights = (
        {n: v for (kind, n), v in weighed.items() if kind == wanted and v} for wanted in (0, 1)
    )
    return Names(near_weights, far_weights, round(float(solved[-1]), 3))


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


def fit(data: Sequence[PageData], inner: int = 6) -> Fitted:
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
        for i, page in enumerate(data):
            if fold[i] == part:
                contexts[i] = with_context(page, rows[i], first.predict(rows[i]))[0]
    return Fitted(fit_names(data), fit_trees(rows, data, FIRST), fit_trees(contexts, data, SECOND))
