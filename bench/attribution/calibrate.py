"""Turns the tagger's scores into a confidence and chooses what to report, on dev.

    python -m bench.attribution.calibrate CORPUS SCORER MODEL.weights

The result is written into the weights file. For each bias on the label scores a logistic function is fitted from the
evidence to "this candidate is right", then the threshold is chosen: the best F1 among those that keep the precision
asked for. The F1 printed as held out comes from five folds of articles, each judged by what the other four taught.
"""

from __future__ import annotations

import argparse
import itertools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from audit.provenance.attributions.learned.candidates import Candidate, select
from audit.provenance.attributions.learned.tagger import Labeller, LearnedTagger
from audit.provenance.attributions.learned.tokens import Tokens
from audit.provenance.attributions.learned.weights import decode, encode
from audit.provenance.attributions.rules.tagger import RuleTagger
from bench.attribution import corpus, measure
from bench.attribution.pack import NEUTRAL, as_bytes

FOLDS = 5
THRESHOLDS = [round(0.2 + 0.03 * k, 2) for k in range(13)]
RULE_THRESHOLD = 0.05
"""What only the rules found stays at nearly any confidence: off the corpus they know what the network has not seen."""


@dataclass
class Judged:
    """An article's candidates and which attribution of the corpus each would find, if any."""

    candidates: list[Candidate]
    right: list[int | None]
    gold: int


def spans_of(attribution: Any) -> measure.Spans:
    return {role: [[s.start, s.end] for s in getattr(attribution, role)] for role in corpus.ROLES}


def judge(scorer: measure.Scorer, article: corpus.Article, found: list[Candidate]) -> Judged:
    module = scorer.module
    file = module.File(article.tokens.text)
    gold = file.sets([{r: [list(s) for s in g.spans(r)] for r in corpus.ROLES} for g in article.gold])
    right = []
    for candidate in found:
        own = file.sets([spans_of(candidate.raw(article.tokens))])
        hits = [
            (module.jac(p["content"], g["content"]), number)
            for p in own
            for number, g in enumerate(gold)
            if module.shares(p["source"], g["source"])
        ]
        best = max(hits, default=(0.0, 0))
        right.append(best[1] if best[0] >= 0.5 else None)
    return Judged(found, right, len(gold))


def fit(judged: list[Judged], ridge: float = 2.0) -> tuple[np.ndarray, float]:
    """Logistic regression by Newton's method: the weights and the intercept."""
    x = np.array([[*c.evidence, 1.0] for j in judged for c in j.candidates])
    y = np.array([r is not None for j in judged for r in j.right], dtype=float)
    w = np.zeros(x.shape[1])
    penalty = ridge * np.eye(len(w))
    penalty[-1, -1] = 0
    for _ in range(30):
        p = 1 / (1 + np.exp(-(x @ w)))
        w += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + penalty, x.T @ (y - p) - penalty @ w)
    return w[:-1], float(w[-1])


def weigh(judged: list[Judged], weights: np.ndarray, intercept: float) -> None:
    """Gives every candidate its confidence."""
    for one in judged:
        for candidate in one.candidates:
            candidate.confidence = float(1 / (1 + np.exp(-(np.dot(candidate.evidence, weights) + intercept))))


def outcome(judged: list[Judged], threshold: float) -> tuple[int, int, int]:
    """How many attributions are right, reported, and in the corpus, with this threshold."""
    hits = count = 0
    for one in judged:
        of = {id(c): r for c, r in zip(one.candidates, one.right, strict=True)}
        kept = select(one.candidates, threshold, RULE_THRESHOLD)
        hits += len({of[id(c)] for c in kept} - {None})
        count += len(kept)
    return hits, count, sum(one.gold for one in judged)


def best(judged: list[Judged], precision: float) -> tuple[float, float, float]:
    """F1, precision and threshold of the best threshold that keeps the precision."""
    found = []
    for threshold in THRESHOLDS:
        hits, count, gold = outcome(judged, threshold)
        f1, exact = 2 * hits / (count + gold), hits / max(count, 1)
        found.append((f1 if exact >= precision else exact - 1, exact, threshold))
    return max(found)


def held_out(judged: list[Judged], precision: float) -> tuple[float, float]:
    """F1 and precision where neither weights nor threshold were chosen on the article."""
    total = np.zeros(3)
    for fold in range(FOLDS):
        rest = [j for n, j in enumerate(judged) if n % FOLDS != fold]
        own = [j for n, j in enumerate(judged) if n % FOLDS == fold]
        weights, intercept = fit(rest)
        weigh(rest, weights, intercept)
        _, _, threshold = best(rest, precision)
        weigh(own, weights, intercept)
        total += outcome(own, threshold)
    return float(2 * total[0] / (total[1] + total[2])), float(total[0] / total[1])


class Remembered:
    """A labeller that reads each article once."""

    def __init__(self, labeller: Labeller) -> None:
        self.labeller = labeller
        self.known: dict[int, np.ndarray] = {}

    def scores(self, tokens: Tokens) -> np.ndarray:
        if id(tokens) not in self.known:
            self.known[id(tokens)] = self.labeller.scores(tokens)
        return self.known[id(tokens)].copy()


def choose(
    tagger: LearnedTagger, dev: list[corpus.Article], scorer: measure.Scorer, precision: float
) -> dict[str, Any]:
    chosen: tuple[float, dict[str, Any]] = (-1.0, {})
    tagger.labeller = Remembered(tagger.labeller)
    sentences = [corpus.sentences(a) for a in dev]
    proposed = [RuleTagger().tag(a.tokens.text, s) for a, s in zip(dev, sentences, strict=True)]
    for none, source in itertools.product((0.0, -0.3, -0.6), (0.0, 0.4, 0.8)):
        bias = [none, source, 0.0, 0.0]
        tagger.calibration = {**NEUTRAL, "bias": bias}
        judged = [judge(scorer, a, tagger.candidates(a.tokens, p)) for a, p in zip(dev, proposed, strict=True)]
        weights, intercept = fit(judged)
        weigh(judged, weights, intercept)
        f1, exact, threshold = best(judged, precision)
        apart = held_out(judged, precision)
        print(
            f"bias {bias[:2]}: F1 {100 * f1:.2f} P {100 * exact:.2f}; held out F1 {100 * apart[0]:.2f} P {100 * apart[1]:.2f}"
        )
        if apart[0] > chosen[0]:
            numbers = {
                "bias": bias,
                "weights": [round(float(w), 4) for w in weights],
                "intercept": round(intercept, 4),
                "threshold": threshold,
                "rule_threshold": RULE_THRESHOLD,
            }
            chosen = (apart[0], numbers)
    return chosen[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpus", "scorer", "weights"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--precision", type=float, default=0.74)
    given = parser.parse_args()
    stored = decode(given.weights.read_bytes())
    chosen = choose(
        LearnedTagger(stored), corpus.read(given.corpus / "dev"), measure.Scorer(given.scorer), given.precision
    )
    print(json.dumps(chosen))
    given.weights.write_bytes(encode(stored | {"calibration": as_bytes(json.dumps(chosen))}))


if __name__ == "__main__":
    main()
