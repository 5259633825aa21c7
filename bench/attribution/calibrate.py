"""Turns the tagger's scores into a confidence and chooses what to report, on dev.

    python -m bench.attribution.calibrate CORPUS SCORER WORDS.npz LINKER.json NETWORK.pt OUT.json

For each bias on the label scores a logistic function is fitted from the evidence to "this candidate is right", then
the threshold is chosen: the best F1 among those that keep the precision asked for. The F1 printed as held out comes
from ten folds of articles, each judged by what the other nine taught.
"""

from __future__ import annotations

import argparse
import itertools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from audit.provenance.attributions.model_candidates import EVIDENCE, Candidate, select
from audit.provenance.attributions.model_tagger import LearnedTagger
from audit.provenance.attributions.rules import RuleTagger
from bench.attribution import corpus, measure
from bench.attribution.pack import pack

NEUTRAL = {"bias": [0, 0, 0, 0], "weights": [0.0] * EVIDENCE, "intercept": 0.0, "threshold": 0.0, "rule_threshold": 0.0}
FOLDS = 10
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


def assess(judged: list[Judged], weights: np.ndarray, intercept: float) -> tuple[list[tuple[float, bool]], int]:
    """Confidence of each candidate that no surer one excludes, and whether it finds something new; gold attributions.

    What only the rules found counts as sure, since the threshold is not theirs.
    """
    out = []
    for one in judged:
        for candidate in one.candidates:
            candidate.confidence = float(1 / (1 + np.exp(-(np.dot(candidate.evidence, weights) + intercept))))
        of = {id(c): r for c, r in zip(one.candidates, one.right, strict=True)}
        seen: set[int | None] = {None}
        for candidate in sorted(select(one.candidates, 0.0, RULE_THRESHOLD), key=lambda c: -c.confidence):
            out.append((candidate.confidence if candidate.rule is None else 1.0, of[id(candidate)] not in seen))
            seen.add(of[id(candidate)])
    return out, sum(one.gold for one in judged)


def best(outcomes: list[tuple[float, bool]], gold: int, precision: float) -> tuple[float, float, float]:
    """F1, precision and threshold of the best cut that keeps the precision."""
    ranked = sorted(outcomes, reverse=True)
    hits = np.cumsum([hit for _, hit in ranked])
    count = np.arange(1, len(ranked) + 1)
    f1 = np.where(hits / count >= precision, 2 * hits / (count + gold), 0)
    k = int(f1.argmax())
    return float(f1[k]), float(hits[k] / count[k]), ranked[k][0]


def held_out(judged: list[Judged], precision: float) -> tuple[float, float]:
    """F1 and precision where neither weights nor threshold were chosen on the article."""
    hits = count = gold = 0
    for fold in range(FOLDS):
        rest = [j for n, j in enumerate(judged) if n % FOLDS != fold]
        own = [j for n, j in enumerate(judged) if n % FOLDS == fold]
        weights, intercept = fit(rest)
        _, _, threshold = best(*assess(rest, weights, intercept), precision)
        outcomes, here = assess(own, weights, intercept)
        hits += sum(hit for confidence, hit in outcomes if confidence >= threshold)
        count += sum(confidence >= threshold for confidence, _ in outcomes)
        gold += here
    return 2 * hits / (count + gold), hits / count


def choose(
    tagger: LearnedTagger, dev: list[corpus.Article], scorer: measure.Scorer, precision: float
) -> dict[str, Any]:
    chosen: tuple[float, dict[str, Any]] = (-1.0, {})
    sentences = [corpus.sentences(a) for a in dev]
    proposed = [RuleTagger().tag(a.tokens.text, s) for a, s in zip(dev, sentences, strict=True)]
    for none, source in itertools.product((0.3, 0.0, -0.3, -0.6), (0.0, 0.4, 0.8)):
        bias = [none, source, 0.0, 0.0]
        tagger.calibration = {**NEUTRAL, "bias": bias}
        judged = [judge(scorer, a, tagger.candidates(a.tokens, p)) for a, p in zip(dev, proposed, strict=True)]
        weights, intercept = fit(judged)
        f1, exact, threshold = best(*assess(judged, weights, intercept), precision)
        apart = held_out(judged, precision)
        print(
            f"bias {bias[:2]}: F1 {100 * f1:.2f} P {100 * exact:.2f}; held out F1 {100 * apart[0]:.2f} P {100 * apart[1]:.2f}"
        )
        if apart[0] > chosen[0]:
            numbers = {
                "bias": bias,
                "weights": [round(float(w), 4) for w in weights],
                "intercept": round(intercept, 4),
                "threshold": round(threshold - 1e-3, 3),
                "rule_threshold": RULE_THRESHOLD,
            }
            chosen = (apart[0], numbers)
    return chosen[1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpus", "scorer", "words", "linker", "network", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--dilations", default="1,2,4,8,16,1")
    parser.add_argument("--precision", type=float, default=0.72)
    given = parser.parse_args()
    given.out.write_text(json.dumps(NEUTRAL), encoding="utf-8")
    dilations = [int(d) for d in given.dilations.split(",")]
    tagger = LearnedTagger(pack(given.words, given.linker, given.network, given.out, dilations))
    chosen = choose(tagger, corpus.read(given.corpus / "dev"), measure.Scorer(given.scorer), given.precision)
    given.out.write_text(json.dumps(chosen), encoding="utf-8")


if __name__ == "__main__":
    main()
