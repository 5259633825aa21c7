"""The whole text, not samples of it: how much of each page's article is kept, and how much of what is kept is article.

No page of the benchmark is labelled in full. A run counts as what it was judged to be, by a segment or by hand; where
nobody judged it, ours and the reference extractor must agree, or it is left out. The judged runs are mostly those on which
the two once differed, so that the figure speaks of the pages where extraction is hard. Precision and recall are of
characters, averaged over pages, as the article extraction benchmark averages its shingles.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np


class Tally(NamedTuple):
    """Precision and recall of one page by characters; NaN where there was nothing to keep or nothing kept."""

    precision: float
    recall: float


def tally(kept: Sequence[bool], truth: Sequence[int], sizes: Sequence[int]) -> Tally:
    """What keeping the runs `kept` is worth; `truth` has 1 for article, 0 for wrapper, -1 for runs that do not count."""
    known = np.asarray(truth) >= 0
    size = np.asarray(sizes)[known]
    said, true = np.asarray(kept, dtype=bool)[known], np.asarray(truth)[known] == 1
    both = size[said & true].sum()
    total_said, total_true = size[said].sum(), size[true].sum()
    return Tally(both / total_said if total_said else np.nan, both / total_true if total_true else np.nan)


def agreed(judged: Sequence[int], ours: Sequence[bool], reference: Sequence[bool]) -> list[int]:
    """1, 0 or -1 for each run: judged where it is not -1, otherwise what both extractors say, otherwise -1."""
    return [
        verdict if verdict >= 0 else int(mine) if mine == theirs else -1
        for verdict, mine, theirs in zip(judged, ours, reference, strict=True)
    ]


def summary(tallies: Sequence[Tally]) -> str:
    """Means over pages and the F1 of the means; a page that has an article of which nothing is kept counts as 0."""
    precision = float(
        np.mean([0.0 if np.isnan(t.precision) else t.precision for t in tallies if not np.isnan(t.recall)])
    )
    recall = float(np.mean([t.recall for t in tallies if not np.isnan(t.recall)]))
    return f"F1 {2 * precision * recall / (precision + recall):.4f}  precision {precision:.4f}  recall {recall:.4f}"
