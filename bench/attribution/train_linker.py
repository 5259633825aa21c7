"""Trains the linker: an averaged ranking perceptron over candidate pairs of the corpus's own segments.

    python -m bench.attribution.train_linker CORPUS OUT.json

Standard library only, fixed seed, under a minute.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from pathlib import Path

from audit.provenance.attributions.learned.linker import Choice, Linker, Segment, content_choices, source_choices
from bench.attribution import corpus

EPOCHS = 4


def gold_segments(article: corpus.Article) -> tuple[list[Segment], list[set[int]]]:
    """The article's segments in text order, and which attributions each serves."""
    owners: dict[Segment, set[int]] = defaultdict(set)
    for number, attribution in enumerate(article.gold):
        for role in corpus.ROLES:
            for start, end in attribution.spans(role):
                found = article.tokens.within(start, end)
                if found:
                    owners[Segment(role, found[0], found[-1] + 1)].add(number)  # type: ignore[arg-type]
    segments = sorted(owners, key=lambda s: (s.first, s.last, s.role))
    return segments, [owners[s] for s in segments]


class Perceptron(Linker):
    """A linker whose weights learn; `average` gives the mean over all steps."""

    def __init__(self) -> None:
        self.weights: dict[str, float] = {}
        self.totals: dict[str, float] = defaultdict(float)
        self.seen: dict[str, int] = defaultdict(int)
        self.step = self.errors = 0

    def learn(self, choices: list[Choice], right: set[int | None]) -> None:
        self.step += 1
        ranked = sorted(((-self.score(c.features), i) for i, c in enumerate(choices)))
        best = choices[ranked[0][1]]
        if best.partner in right:
            return
        good = next((choices[i] for _, i in ranked if choices[i].partner in right), None)
        if good is None:
            return
        self.errors += 1
        for choice, change in ((good, 1.0), (best, -1.0)):
            for name in choice.features:
                weight = self.weights.get(name, 0.0)
                self.totals[name] += (self.step - self.seen[name]) * weight
                self.seen[name] = self.step
                self.weights[name] = weight + change

    def average(self) -> dict[str, float]:
        mean = {
            name: round((self.totals[name] + (self.step - self.seen[name]) * weight) / self.step, 2)
            for name, weight in self.weights.items()
        }
        return {name: weight for name, weight in sorted(mean.items()) if weight}


def train(articles: list[corpus.Article]) -> dict[str, float]:
    perceptron = Perceptron()
    order = random.Random(0)
    data = [(article.tokens, *gold_segments(article)) for article in articles]
    for epoch in range(EPOCHS):
        order.shuffle(data)
        perceptron.errors = 0
        for tokens, segments, owners in data:
            for role, choices_of in (("cue", content_choices), ("source", source_choices)):
                for k, choices in choices_of(tokens, segments):
                    partners = {i for i, s in enumerate(segments) if s.role == role and owners[i] & owners[k]}
                    perceptron.learn(choices, partners or {None})
        print(f"epoch {epoch}: {perceptron.errors} errors", flush=True)
    return perceptron.average()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    weights = train(corpus.read(given.corpus / "train"))
    given.out.write_text(json.dumps(weights, separators=(",", ":"), ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
