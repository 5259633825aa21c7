"""Trains the ranking of a pronoun's antecedents on annotated articles, and says how far it carries over.

    python -m bench.attribution.train_antecedents FOLDER... [--out audit/models/antecedents.json]

A folder holds articles in the format of `score_voices.py`. Every pronoun whose antecedent is annotated is an example; the
weights are those of a softmax over its candidates and nobody, with a ridge penalty, found by plain gradient descent from
zero: no chance is involved. Nobody is right where no candidate bears the annotated name or a part of it; such a pronoun
weighs half. Printed first is the share of pronouns that go to the annotated name and the number that go to another one,
with the weights fitted on other articles (ten folds) and on the articles of other writers (the folders' first letter).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from audit.model import Block
from audit.provenance.attributions import find_attributions
from audit.provenance.attributions.voices import cast, ranking
from bench.attribution.score_voices import _ARTICLES, answers, read_article, words

FOLDS = 10
STEPS = 300
RATE = 0.5
RIDGE = 2.0
OPEN = 0.5
"""What a pronoun weighs whose antecedent is no candidate."""


class Example(NamedTuple):
    """A pronoun: the folder and article, the numbers of its candidates and of nobody, and which of them are right."""

    folder: str
    article: str
    rows: list[tuple[float, ...]]
    right: list[bool]
    taught: list[bool]
    """Those to learn from: right, else with a part of the name, else nobody."""


def examples(folders: Sequence[Path]) -> list[Example]:
    """The pronouns of the annotated attributions in `folders`."""
    seen: dict[int, tuple[str, dict[str, tuple[float, ...]], dict[str, str]]] = {}
    choose = ranking.best

    def watched(one: cast.Cast, token: int, word: str) -> object:
        found = ranking.candidates(one, token, word)
        if found:
            names = {key: max(places, key=lambda c: c.token).voice.name or "" for key, places in found.items()}
            seen[one.reading.begins[token]] = (word, ranking.described(one, token, word, found), names)
        return choose(one, token, word)

    result: list[Example] = []
    cast.best = watched  # type: ignore[assignment]
    try:
        for path in (p for folder in folders for p in sorted(folder.glob("*.txt"))):
            seen.clear()
            text, gold = read_article(path)
            blocks, place = [], 0
            for line in text.split("\n"):
                blocks.append(Block("body", place, place + len(line), 1.0, "article"))
                place += len(line) + 1
            found, _ = find_attributions(text, blocks, "en", "network")
            used: set[int] = set()
            for one in (g for g in gold if g.keys.get("name", "-") != "-"):
                pick = next((i for i, a in enumerate(found) if i not in used and answers(text, a, one)), None)
                if pick is None or not found[pick].source:
                    continue
                used.add(pick)
                watch = seen.get(found[pick].source[0].start)
                if watch is None or watch[0] != one.source.lower().split()[0].strip(","):
                    continue
                if found[pick].voice.resolved_from is None:
                    continue  # `his lawyer, Konrad Weiss,`: a name of its own, whosever lawyer he is
                wanted = words(one.keys["name"]) - _ARTICLES
                called = [words(watch[2][key]) - _ARTICLES for key in watch[1]]
                right = [wanted <= name for name in called]
                part = right if any(right) else [bool(name) and name < wanted for name in called]
                rows = [*watch[1].values(), ranking.nobody(watch[0])]
                result.append(Example(path.parent.name, path.stem, rows, [*right, False], [*part, not any(part)]))
    finally:
        cast.best = choose
    return result


def train(given: Sequence[Example]) -> list[float]:
    """The weights that make the annotated candidates likeliest."""
    weighed = [0.0] * (len(ranking.FEATURES) + len(ranking.NOBODY))
    for step in range(STEPS):
        slope = [RIDGE * w / len(given) for w in weighed]
        for one in given:
            weight = (OPEN if one.taught[-1] else 1.0) / len(given)
            chances = ranking.probabilities(one.rows, weighed)
            mass = sum(c for c, right in zip(chances, one.taught, strict=True) if right)
            for chance, right, row in zip(chances, one.taught, one.rows, strict=True):
                pull = (chance - (chance / mass if right else 0.0)) * weight
                for k, x in enumerate(row):
                    slope[k] += pull * x
        rate = RATE / (1 + step / STEPS)
        weighed = [w - rate * s for w, s in zip(weighed, slope, strict=True)]
    return weighed


def share(given: Sequence[Example], weighed: Sequence[float]) -> tuple[int, int]:
    """How many of the pronouns go to an annotated candidate, and how many to another."""
    hits = wrong = 0
    for one in given:
        chances = ranking.probabilities(one.rows, weighed)[:-1]
        best = max(chances)
        if best >= ranking.LEAST:
            hits += one.right[chances.index(best)]
            wrong += not one.right[chances.index(best)]
    return hits, wrong


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    given = examples(arguments.folder)
    print(f"pronouns {len(given)}, among the candidates {sum(any(e.right) for e in given)}")
    articles = sorted({(e.folder, e.article) for e in given})
    number = {a: i % FOLDS for i, a in enumerate(articles)}
    hits = wrong = 0
    for fold in range(FOLDS):
        apart = [e for e in given if number[e.folder, e.article] == fold]
        more, less = share(apart, train([e for e in given if number[e.folder, e.article] != fold]))
        hits, wrong = hits + more, wrong + less
    print(f"other articles  {hits / len(given):6.1%} ({hits}/{len(given)}), {wrong} wrong")
    for hand in sorted({e.folder[:1] if len(e.folder) < 4 else e.folder[:8] for e in given}):
        apart = [e for e in given if e.folder.startswith(hand) and (len(e.folder) < 4) == (len(hand) < 4)]
        rest = [e for e in given if e not in apart]
        if rest:
            hits, wrong = share(apart, train(rest))
            print(f"other writers than {hand:9} {hits / len(apart):6.1%} ({hits}/{len(apart)}), {wrong} wrong")
    if arguments.out:
        table = {name: round(w, 3) for name, w in zip((*ranking.FEATURES, *ranking.NOBODY), train(given), strict=True)}
        about = "Weights of audit.provenance.attributions.voices.ranking, by bench/attribution/train_antecedents.py"
        arguments.out.write_text(json.dumps({"about": about, "weights": table}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
