"""Learning the line between reporting and wrapper: the data as arrays, and the fits. Needs lightgbm, numpy and scipy.

Known runs weigh 1, hand labels 0.7, all others follow the reference extractor's three modes with a small weight: they
teach what menus, footers and plain paragraphs look like, not where the fine line is. Every random choice has a fixed
seed, so that the same pages give the same model.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np
import scipy.optimize
import scipy.sparse

from audit.page import headline, model, reference, said, walk
from audit.page.boxes import Run, Walk
from audit.page.context import Context
from audit.page.features import markup_names, wording
from audit.page.features.rows import PageRows
from bench.page import pages

WEAK, HAND, SAMPLE = 0.08, 0.7, 0.4
MOST_WEAK, MOST_HAND = 4.0, 6.0
"""Weight of all runs of one page that follow the reference, and of those judged by hand: no long page outweighs others."""
COMMON = 8
"""Pages on which a name in the markup must occur to be weighed: no site's own names."""
COMMON_WORDS = 4
"""The same for a word."""
TREES = {
    "objective": "xentropy", "num_leaves": 15, "min_data_in_leaf": 20, "bagging_fraction": 0.7, "bagging_freq": 1,
    "feature_fraction": 0.3, "lambda_l2": 5.0, "verbose": -1, "num_threads": 1, "seed": 1, "deterministic": True,
    "force_col_wise": True,
}  # fmt: skip
FIRST = {"trees": 60, "learning_rate": 0.15}
SECOND = {"trees": 100, "learning_rate": 0.07}
NAME_KINDS: tuple[Callable[[Run], Iterable[str]], ...] = (
    markup_names.own_names,
    markup_names.parent_names,
    markup_names.far_names,
)


class PageData(NamedTuple):
    """One page walked, its rows prepared, and what is known of its runs (arrays over all runs)."""

    page: pages.LabelledPage
    found: Walk
    heads: list[int]
    texts: list[str]
    prepared: PageRows
    names: list[list[list[str]]]
    """For each kind of `NAME_KINDS` and each row the names."""
    words: scipy.sparse.csr_matrix
    """Runs by buckets of words, divided by the root of their number."""
    target: np.ndarray
    weight: np.ndarray
    sampled: np.ndarray
    """`weight`, but a run that follows the reference counts only if it was drawn, and then more."""
    judged: list[int]
    """For each run of the page 1 (reporting) or 0 (wrapper) where a segment or a hand label says so, else -1."""
    covered: list[bool]
    """For each run of the page whether the reference extractor keeps most of it."""


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
        declared = said.read(root, found.title)
        heads = headline.headline_runs(found.runs, declared.titles)
        size = np.array([len(text) for text in texts])
        target = (2 * plain + precise + ample) / 4
        weight = WEAK * np.minimum(1.0, np.sqrt(size / 100))
        judged = hand.get(page.name, {})
        by_hand = np.array([judged.get(pages.run_key(text), -1) for text in texts])
        drawn = np.where(random.rand(len(texts)) < SAMPLE, weight / SAMPLE, 0.0)
        known = pages.known_runs(page, texts, plain, heads)
        target = np.where(by_hand >= 0, by_hand, target)
        weights = []
        for one in (weight, drawn):
            one = np.where(by_hand >= 0, HAND, one)
            _bound(one, by_hand >= 0, MOST_HAND)
            _bound(one, by_hand < 0, MOST_WEAK)
            for index, verdict in known.items():
                one[index] = float(verdict >= 0)
            weights.append(one)
        for index, verdict in known.items():
            target[index] = max(verdict, 0)
            by_hand[index] = verdict
        prepared = PageRows(found, heads, declared)
        opened = [found.runs[row] for row in prepared.rows.tolist()]
        names = [[sorted(kind(run)) for run in opened] for kind in NAME_KINDS]
        data.append(
            PageData(
                page, found, heads, texts, prepared, names, _words(prepared), target, weights[0], weights[1],
                by_hand.tolist(), (plain > 0.5).tolist(),
            )
        )  # fmt: skip
    cache.parent.mkdir(exist_ok=True)
    cache.write_bytes(pickle.dumps(verdicts))
    return data


def _bound(weight: np.ndarray, chosen: np.ndarray, most: float) -> None:
    total = weight[chosen].sum()
    if total > most:
        weight[chosen] *= most / total


def _words(prepared: PageRows) -> scipy.sparse.csr_matrix:
    runs = np.concatenate([runs + first for first, _, runs, _ in prepared.tokens])
    buckets = np.concatenate([buckets for _, _, _, buckets in prepared.tokens])
    values = 1.0 / np.sqrt(np.bincount(runs, minlength=prepared.page.count)[runs])
    shape = (prepared.page.count, wording.BUCKETS)
    return scipy.sparse.csr_matrix((values, (runs, buckets)), shape=shape, dtype=np.float64)


def logistic(
    matrix: scipy.sparse.csr_matrix, y: np.ndarray, w: np.ndarray, strength: float
) -> tuple[np.ndarray, float]:
    """Weights and bias of a logistic regression with a ridge of `strength`."""

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        z = matrix @ values[:-1] + values[-1]
        error = w * (1 / (1 + np.exp(-z)) - y)
        gradient = np.append(matrix.T @ error + strength * values[:-1], error.sum())
        return float((w * (np.logaddexp(0, z) - y * z)).sum() + 0.5 * strength * (values[:-1] ** 2).sum()), gradient

    start = np.zeros(matrix.shape[1] + 1)
    solved = scipy.optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 80}).x
    return solved[:-1], float(solved[-1])


def fit_names(data: Sequence[PageData], strength: float = 3.0) -> markup_names.NameWeights:
    """A logistic regression on the names around each row, of names that occur on `COMMON` pages."""
    on_pages: dict[tuple[int, str], int] = {}
    for page in data:
        for kind, rows in enumerate(page.names):
            for name in {name for row in rows for name in row}:
                on_pages[kind, name] = on_pages.get((kind, name), 0) + 1
    vocabulary = {key: i for i, key in enumerate(sorted(key for key, count in on_pages.items() if count >= COMMON))}
    starts, columns, y, w = [0], [], [], []
    for page in data:
        rows = page.prepared.rows
        for place, row in enumerate(rows.tolist()):
            if not page.sampled[row]:
                continue
            for kind in range(len(NAME_KINDS)):
                columns += [vocabulary[kind, name] for name in page.names[kind][place] if (kind, name) in vocabulary]
            starts.append(len(columns))
            y.append(page.target[row])
            w.append(page.sampled[row])
    shape = (len(y), len(vocabulary))
    matrix = scipy.sparse.csr_matrix((np.ones(len(columns)), columns, starts), shape=shape)
    solved, _ = logistic(matrix, np.array(y), np.array(w), strength)
    weights: list[dict[str, float]] = [{} for _ in NAME_KINDS]
    for (kind, name), column in vocabulary.items():
        if value := round(float(solved[column]), 3):
            weights[kind][name] = value
    return markup_names.NameWeights(*weights)


def fit_words(data: Sequence[PageData], strength: float = 1.0) -> np.ndarray:
    """The weight of each bucket of words: a logistic regression over all runs, of buckets met on `COMMON_WORDS` pages."""
    on_pages = sum(np.asarray(page.words.sum(axis=0)).ravel() > 0 for page in data)
    common = np.flatnonzero(on_pages >= COMMON_WORDS)
    w = np.concatenate([page.weight for page in data])
    matrix = scipy.sparse.vstack([page.words for page in data]).tocsr()[w > 0][:, common]
    y = np.concatenate([page.target for page in data])[w > 0]
    solved, _ = logistic(matrix, y, w[w > 0], strength)
    weights = np.zeros(wording.BUCKETS)
    weights[common] = solved
    return weights


class Learned(NamedTuple):
    """The weights that fill the learned columns."""

    names: markup_names.NameWeights
    words: np.ndarray

    def rows(self, page: PageData) -> np.ndarray:
        """The rows of a page with the learned columns filled in."""
        chosen = page.prepared.rows
        named = [
            np.array([sum(weights.get(name, 0.0) for name in names) for names in rows])
            for weights, rows in zip(self.names, page.names, strict=True)
        ]
        return page.prepared.with_learned(*named, page.words @ self.words).T if len(chosen) else np.zeros((0, 0))


def fit_learned(data: Sequence[PageData]) -> Learned:
    """Weights of names and words."""
    return Learned(fit_names(data), fit_words(data))


def fit_trees(rows: Sequence[np.ndarray], data: Sequence[PageData], shape: dict[str, Any]) -> lightgbm.Booster:
    """Boosted trees on rows that go with the pages of `data`."""
    x = np.vstack(rows)
    y = np.concatenate([d.target[d.prepared.rows] for d in data])
    w = np.concatenate([d.sampled[d.prepared.rows] for d in data])
    kept = w > 0
    settings = TREES | {key: value for key, value in shape.items() if key != "trees"}
    return lightgbm.train(settings, lightgbm.Dataset(x[kept], y[kept], weight=w[kept]), shape["trees"])


def with_context(page: PageData, rows: np.ndarray, first: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The rows of a page with what the first probabilities around each run say, and those of all its runs."""
    probabilities = np.full(len(page.texts), model.TRIVIAL)
    probabilities[page.prepared.rows] = first
    context = Context(page.prepared.page, page.prepared.rows)
    return np.column_stack([rows, *context.columns(probabilities)]), probabilities


class Fitted(NamedTuple):
    """A whole model."""

    learned: Learned
    first: lightgbm.Booster
    second: lightgbm.Booster

    def probabilities(self, page: PageData) -> list[float]:
        """For each run of a page the probability that it is reporting."""
        chosen = page.prepared.rows
        if not len(chosen):
            return [model.TRIVIAL] * len(page.texts)
        rows = self.learned.rows(page)
        more, probabilities = with_context(page, rows, self.first.predict(rows))
        final = self.second.predict(more)
        closer = probabilities[chosen] >= model.CLEAR
        probabilities[chosen[closer]] = final[closer]
        return [float(p) for p in probabilities]


def fit(data: Sequence[PageData], inner: int = 3) -> Fitted:
    """Fit on pages. Each stage learns from what the stage before says of pages that it never saw."""
    data = [page for page in data if len(page.prepared.rows)]
    fold = np.random.RandomState(5).randint(0, inner, len(data))
    rows: list[np.ndarray] = [np.zeros((0, 0))] * len(data)
    for part in range(inner):
        learned = fit_learned([page for page, f in zip(data, fold, strict=True) if f != part])
        for i, page in enumerate(data):
            if fold[i] == part:
                rows[i] = learned.rows(page)
    contexts: list[np.ndarray] = list(rows)
    for part in range(inner):
        others = [i for i in range(len(data)) if fold[i] != part]
        first = fit_trees([rows[i] for i in others], [data[i] for i in others], FIRST)
        own = np.flatnonzero(fold == part)
        ends = np.cumsum([len(rows[i]) for i in own])[:-1]
        for i, said_first in zip(own, np.split(first.predict(np.vstack([rows[i] for i in own])), ends), strict=True):
            contexts[i] = with_context(data[i], rows[i], said_first)[0]
    return Fitted(fit_learned(data), fit_trees(rows, data, FIRST), fit_trees(contexts, data, SECOND))
