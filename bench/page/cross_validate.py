"""Quality of the block model by cross-validation over pages: each page is labelled by a model that never saw it.

    python -m bench.page.cross_validate [FOLDS]

Prints the measures of the extraction benchmark (segments of the main text and of the wrapper, micro averages) for the
481 pages at several thresholds, body kept and wrapper out for the twenty syndicated pages, and an estimate for whole texts.
"""

from __future__ import annotations

import sys

import numpy as np

from audit.model import REPORTING
from audit.page import labels, reading
from bench.page import full_text, learning, pages
from bench.page.train import CACHE


def counts(page: learning.PageData, kept: list[str]) -> np.ndarray:
    """True positives, false positives, false negatives, true negatives of one page."""
    text = pages.collapsed(" ".join(kept))
    wanted = sum(pages.collapsed(s) in text for s in page.page.wanted)
    unwanted = sum(pages.collapsed(s) in text for s in page.page.unwanted)
    return np.array([wanted, unwanted, len(page.page.wanted) - wanted, len(page.page.unwanted) - unwanted])


def line(total: np.ndarray) -> str:
    tp, fp, fn, tn = total
    measures = {
        "F1": 2 * tp / (2 * tp + fp + fn),
        "precision": tp / (tp + fp),
        "recall": tp / (tp + fn),
        "wrap_rej": tn / (tn + fp),
    }
    return "  ".join(f"{name} {value:.4f}" for name, value in measures.items())


def main() -> int:
    folds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    data = learning.load(CACHE)
    fold = np.random.RandomState(0).randint(0, folds, len(data))
    thresholds = (0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
    whole: dict[str, list[full_text.Tally]] = {"ours": [], "the reference extractor": []}
    totals = {(benchmark, t): np.zeros(4) for benchmark in (True, False) for t in thresholds}
    for part in range(folds):
        fitted = learning.fit([page for page, f in zip(data, fold, strict=True) if f != part])
        for page in (page for page, f in zip(data, fold, strict=True) if f == part):
            probabilities = fitted.probabilities(page)
            for threshold in thresholds:
                said = labels.label_runs(page.found.runs, probabilities, page.heads, "the block model", threshold)
                if threshold == labels.THRESHOLD:
                    kept = [one.label in REPORTING for one in said]
                    truth = full_text.agreed(page.judged, kept, page.covered)
                    sizes = [0 if i in page.heads else len(text) for i, text in enumerate(page.texts)]
                    whole["ours"].append(full_text.tally(kept, truth, sizes))
                    whole["the reference extractor"].append(full_text.tally(page.covered, truth, sizes))
                wanted = REPORTING - {"headline"} if page.page.benchmark else REPORTING
                totals[page.page.benchmark, threshold] += counts(
                    page, reading.kept_texts(page.found.runs, said, wanted)
                )
        print(f"fold {part + 1} of {folds}", file=sys.stderr)
    for benchmark, title in ((True, "481 pages of the extraction benchmark"), (False, "20 syndicated pages")):
        print(title)
        for threshold in thresholds:
            print(f"  threshold {threshold:.2f}  {line(totals[benchmark, threshold])}")
    print("whole texts, by characters, means over pages (see bench/page/full_text.py)")
    for title, tallies in whole.items():
        print(f"  {title:24}  {full_text.summary(tallies)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
