"""The invented pages of the benchmark: every form of credit, notice and declared value, and originals that only look so."""

from __future__ import annotations

import pytest

from bench.provenance.invented.cases import cases
from bench.provenance.score import measure

LEAST = {
    "publisher": 0.99, "kind": 0.98, "provider P": 0.98, "provider R": 0.98, "intermediary R": 1.0, "issuer R": 1.0,
    "cited P": 0.97, "cited R": 0.97, "one node": 1.0, "disclaimers P": 0.97, "disclaimers R": 0.97, "disclaimer kinds": 0.97,
}  # fmt: skip
"""Shares below which a change has broken something. `python -m bench.provenance.score` prints the present ones."""


@pytest.mark.parametrize("group", ["citations", "credits-en", "credits-world", "disclaimers", "metadata", "originals"])
def test_figures(group: str) -> None:
    counts = measure(group)
    assert counts["pages"][1] >= 30
    for figure, least in LEAST.items():
        hit, asked = counts[figure]
        assert not asked or hit >= min(asked - 1, int(asked * least)), (figure, hit, asked)
    assert counts["false credits"][1] == 0


def test_the_pages_cover_what_is_asked_of_them() -> None:
    everything = list(cases())
    assert len({case.id for case in everything}) == len(everything) >= 400
    assert len({case.language for case in everything}) >= 28
    assert {case.skeleton for case in everything} == {
        *("wordpress", "arc", "drupal", "next", "amp", "blogger", "portal", "blox", "tables", "soup"),
    }
