"""Outlets as the press of thirty languages cites them, known ones and such as only the text introduces; and near misses.

`cited_outlets.tsv` has a sentence a line: language, text, the outlets that it cites separated by commas, or `-` for none.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.provenance.outlet_names import key
from bench.provenance.citing_sentences import TABLE as FILE
from bench.provenance.citing_sentences import measure
from tests.provenance.test_citations import cited

TABLE = (Path(__file__).parent / "cited_outlets.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in TABLE]


@pytest.mark.parametrize(("language", "text", "outlets"), ROWS)
def test_sentence(language: str, text: str, outlets: str) -> None:
    found = [name for name in cited(text, language) if name]
    if outlets == "-":
        assert found == []
    for outlet in outlets.split(",") if outlets != "-" else ():
        assert any(_same(outlet, name) for name in found), found


def _same(one: str, other: str) -> bool:
    low, name = one.casefold(), other.casefold()
    return key(one) == key(other) or low in name or name in low


def test_the_chain_cites_them_too() -> None:
    counts = measure(FILE)["all"]
    assert counts.found / counts.asked >= 0.95
    assert counts.right / counts.given >= 0.95


def test_at_least_twenty_languages() -> None:
    assert len({row[0] for row in ROWS}) >= 20
