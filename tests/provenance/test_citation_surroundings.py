"""Outlets that no row of citation cites, in sentences of reporting; and outlets as businesses, employers, places, topics."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.model import Block, Page, Publisher
from audit.provenance.citations import find_citations
from audit.provenance.citations.surroundings import FARTHEST, ROW, surroundings
from audit.provenance.outlet_names import key

TABLE = (Path(__file__).parent / "cited_by_surroundings.tsv").read_text(encoding="utf-8").splitlines()


def found(text: str, language: str) -> dict[str, str]:
    """The cited outlets by the key of their names, and the row that found each."""
    page = Page(text, "text", (Block("body", 0, len(text), 1.0, "given"),), language=language)
    citations = find_citations(page, Publisher(None, None, "inferred"), ())
    return {key(c.outlet.name or ""): c.row for c in citations if c.outlet.type == "outlet"}


@pytest.mark.parametrize(("language", "text", "outlet"), [tuple(line.split("\t")) for line in TABLE])
def test_sentences(language: str, text: str, outlet: str) -> None:
    assert list(found(text, language)) == ([] if outlet == "-" else [key(outlet)])


def test_most_of_them_have_no_row() -> None:
    cited = [found(text, language) for language, text, outlet in (line.split("\t") for line in TABLE) if outlet != "-"]
    assert sum(ROW in rows.values() for rows in cited) > len(cited) / 2


@pytest.mark.parametrize("language", sorted(surroundings()))
def test_no_word_is_of_two_classes(language: str) -> None:
    known = surroundings()[language]
    classes = [set(listed.split()) for listed in (known.report, known.business, known.jobs)]
    assert not classes[0] & classes[1]
    assert not classes[0] & classes[2]
    assert not classes[1] & classes[2]


def test_a_quotation_far_longer_than_is_looked_at_does_no_harm() -> None:
    text = "“" + "word " * FARTHEST + "Haaretz puts the number at nine hundred." + "”"
    assert list(found(text, "en")) == ["haaretz"]
