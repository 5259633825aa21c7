"""Turns the tagger's scores into a confidence and chooses what to report, on dev.

    python -m bench.attribution.calibrate CORPUS SCORER WORDS.npz LINKER.json NETWORK.pt OUT.json

For each bias on the label scores a logistic function is fitted from the evidence to "this attribution is right", then
the threshold is chosen: the best F1 among those that keep the precision asked for.
"""

from __future__ import annotations

import argparse
import itertools
import json
from pathlib import Path
from typing import Any

import numpy as np

from audit.provenance.attributions.model_tagger import LearnedTagger, _attribution
from bench.attribution import corpus, measure
from bench.attribution.pack import pack

EVIDENCE = 10  # numbers that `model_tagger.evidence` gives
NEUTRAL = {"bias": [0, 0, 0, 0], "weights": [0.0] * EVIDENCE, "intercept": 0.0, "threshold": 0.0}


def spans_of(attribution: Any) -> measure.Spans:
    return {role: [[s.start, s.end] for s in getattr(attribution, role)] for role in corpus.ROLES}


def fit(rows: np.ndarray, right: np.ndarray, ridge: float = 1.0) -> tuple[list[float], float]:
    """Logistic regression by Newton's method; the last column is the intercept."""
    x = np.hstack([rows, np.ones((len(rows), 1))])
    w = np.zeros(x.shape[1])
    penalty = ridge * np.eye(len(w))
    penalty[-1, -1] = 0
    for _ in range(30):
        p = 1 / (1 + np.exp(-(x @ w)))
        gradient = x.T @ (right - p) - penalty @ w
        w += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + penalty, gradient)
    return [round(float(v), 4) for v in w[:-1]], round(float(w[-1]), 4)


def matched(scorer: measure.Scorer, article: corpus.Article, found: list[measure.Spans]) -> list[bool]:
    """Which of the found attributions the scorer counts as right."""
    module = scorer.module
    file = module.File(article.tokens.text)
    gold = file.sets([{r: [list(s) for s in g.spans(r)] for r in corpus.ROLES} for g in article.gold])

    def likeness(p: Any, g: Any) -> float:
        j: float = module.jac(p["content"], g["content"])
        return j if j >= 0.5 and module.shares(p["source"], g["source"]) else 0.0

    hit = {i for i, _, _ in module.greedy(file.sets(found), gold, likeness)}
    return [i in hit for i in range(len(found))]


def choose(
    tagger: LearnedTagger, dev: list[corpus.Article], scorer: measure.Scorer, precision: float
) -> dict[str, Any]:
    total = sum(len(a.gold) for a in dev)
    best: tuple[float, dict[str, Any]] = (-1.0, {})
    for none, source in itertools.product((0.0, -0.3, -0.6, -0.9), (0.0, 0.4, 0.8)):
        tagger.calibration = {**NEUTRAL, "bias": [none, source, 0.0, 0.0]}
        rows, right = [], []
        for article in dev:
            found = tagger.candidates(article.tokens)
            rows += [e for _, _, e in found]
            right += matched(
                scorer, article, [spans_of(_attribution(article.tokens, li, p, 1.0)) for li, p, _ in found]
            )
        x, y = np.array(rows), np.array(right, dtype=float)
        weights, intercept = fit(x, y)
        confidence = 1 / (1 + np.exp(-(x @ np.array(weights) + intercept)))
        order = np.argsort(-confidence)
        hits = np.cumsum(y[order])
        count = np.arange(1, len(y) + 1)
        f1 = 2 * hits / (count + total)
        allowed = np.where(hits / count >= precision, f1, 0)
        k = int(allowed.argmax())
        print(
            f"O {none} source {source}: all P {100 * y.mean():.2f} F1 {100 * f1[-1]:.2f}; "
            f"best F1 {100 * f1.max():.2f}; at precision F1 {100 * allowed[k]:.2f} P {100 * hits[k] / count[k]:.2f}"
        )
        if allowed[k] > best[0]:
            best = (
                float(allowed[k]),
                {
                    "bias": [none, source, 0.0, 0.0],
                    "weights": weights,
                    "intercept": intercept,
                    "threshold": round(float(confidence[order[k]]) - 1e-4, 4),
                },
            )
    return best[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpus", "scorer", "words", "linker", "network", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--dilations", default="1,2,4,8,16,1")
    parser.add_argument("--precision", type=float, default=0.715)
    given = parser.parse_args()
    given.out.write_text(json.dumps(NEUTRAL), encoding="utf-8")
    tagger = LearnedTagger(
        pack(given.words, given.linker, given.network, given.out, [int(d) for d in given.dilations.split(",")])
    )
    chosen = choose(tagger, corpus.read(given.corpus / "dev"), measure.Scorer(given.scorer), given.precision)
    given.out.write_text(json.dumps(chosen), encoding="utf-8")


if __name__ == "__main__":
    main()
