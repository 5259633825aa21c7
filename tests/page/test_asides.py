"""Every row of the forms knows its examples and lets its near misses be."""

from __future__ import annotations

import pytest

from audit.page import asides
from audit.page.wrapper_words import fold

ROWS = asides.rows()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_row(row: asides.Row) -> None:
    for text in row.positive:
        known = asides.form_of(text)
        assert known is not None, text
        assert known.label == row.label, text
    for text in row.near_miss:
        assert asides.form_of(text) is None, text


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_every_form_has_anchors_as_the_line_is_folded(row: asides.Row) -> None:
    for form in row.forms:
        assert form.anchors, form.expression
        for anchor in form.anchors:
            assert anchor == fold(anchor)
            assert len(anchor) > 1 or anchor == "@"


def test_signs_and_brackets_around_a_line_do_not_count() -> None:
    known = asides.form_of("» (Article continues below) …")
    assert known is not None
    assert known.label == "promo"


def test_a_line_longer_than_its_row_allows_is_no_aside() -> None:
    assert asides.form_of("Story continues below") is not None
    assert asides.form_of("Subscribe now to our newsletter " + "and read on " * 40) is None


def test_languages() -> None:
    assert len({language for row in ROWS for language in row.languages}) >= 30
