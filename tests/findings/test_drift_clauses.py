"""Clauses for a source, read by their place, and two passages word by word."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.findings.case import Case
from audit.findings.drift.difference import Difference
from audit.findings.drift.told import Told
from audit.findings.specimen import specimen
from audit.model import Span


def told(text: str) -> Told:
    made = specimen(f"body: {text}")
    return Told(Case(made.page, made.provenance))


def whole(one: Told) -> list[Span]:
    return [b.span for b in one.case.page.blocks]


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The ferry was sold, port sources said.", ["port sources"]),
        ("The ferry was sold, letters seen by the board show.", ["letters seen by the board"]),
        ("The ferry was sold, said the mayor of the island.", ["the mayor of the island"]),
        ("The ferry was sold, according to a letter.", ["a letter"]),
        ("According to a letter, the ferry was sold.", ["a letter"]),
        ("The mayor said that the ferry was sold.", ["The mayor"]),
        ("Fares rose after two deckhands said the ferry was sold.", ["two deckhands"]),
        ("A clerk, who had seen it, said the ferry was sold.", ["A clerk, who had seen it,"]),
        ("Coast TV reported, citing port sources, that it was sold.", ["Coast TV", "port sources"]),
        ("The ferry was sold, and nobody seems to want to say who bought it.", []),
        ("The ferry was sold, he said.", []),
        ("The ferry was sold.", []),
    ],
)
def test_source_of_a_clause(text: str, sources: list[str]) -> None:
    page = told(text)
    assert [f.source.of(page.case.text) for f in page.formulas] == sources


def test_what_is_gone_and_what_came_alone() -> None:
    mine, theirs = told("The ferry was sold."), told("The ferry was not sold, port sources said.")
    found = Difference((mine, whole(mine)), (theirs, whole(theirs)))
    (formula,) = theirs.formulas
    assert found.share_gone([formula.whole]) == 1.0
    assert found.share_kept_but(formula.whole) > 0.7
    assert next((a, b.of(theirs.case.text) if b else "") for a, b in found.alone()) == (None, "not")


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from(["port", "sources", "said", ",", "the", "to", "not", "and", "citing"]), min_size=1))
def test_spans_lie_in_the_text(words: list[str]) -> None:
    page = told(f"Ferry {' '.join(words)}.")
    for formula in page.formulas:
        assert formula.whole.covers(formula.source)
        assert formula.source.end <= len(page.case.text)
