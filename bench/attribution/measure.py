"""Scores tagged articles with the corpus's scorer, given as a file path.

The scorer is a program of its own; only its functions `File`, `count` and `summarise` are used, on what we hold in memory.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from bench.attribution import corpus

Spans = dict[str, list[list[int]]]


class Scorer:
    def __init__(self, path: Path) -> None:
        spec = importlib.util.spec_from_file_location("scorer", path)
        assert spec is not None
        assert spec.loader is not None
        self.module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(self.module)

    def score(self, predictions: Iterable[tuple[corpus.Article, list[Spans]]]) -> dict[str, Any]:
        counts = []
        for article, found in predictions:
            file = self.module.File(article.tokens.text)
            gold = [{role: [list(s) for s in g.spans(role)] for role in corpus.ROLES} for g in article.gold]
            counts.append(self.module.count(file, file.sets(found), file.sets(gold)))
        return dict(self.module.summarise(counts))


def line(summary: dict[str, Any]) -> str:
    both = summary["attribution"]
    recall = summary["attribution_recall"]
    kinds = " ".join(f"{k} {recall[k]['R']:.1f}" for k in ("direct", "mixed", "indirect"))
    tokens = " ".join(f"{summary['token'][r]['F1']:.1f}" for r in corpus.ROLES)
    return f"P {both['P']:.2f} R {both['R']:.2f} F1 {both['F1']:.2f} | tokens {tokens} | recall {kinds}"
