"""The bench of credit lines reads its files and counts."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import bench.provenance.credit_lines.score as bench

FILE = Path(bench.__file__).parent / "dev.tsv"


def test_lines_and_figures() -> None:
    counts = bench.Counts()
    for line in islice(bench.lines(FILE), 30):
        bench.score(line, counts)
    assert counts.wanted >= counts.hit >= 0.8 * counts.wanted
    assert counts.none > counts.alarms
    assert "recall" in str(counts)


def test_a_wrong_credit_is_said() -> None:
    line = bench.Line("en", "tail-line", "Reuters", ("AFP",), "carried")
    assert bench.score(line, bench.Counts()) == ["missed AFP", "wrong Reuters"]
