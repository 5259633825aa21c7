"""Every row of the word lists finds what it says and spares what it must."""

from __future__ import annotations

import pytest

from audit.findings import words
from audit.model import Span

ROWS = [pytest.param(r, id=r.id) for r in words.rows()]


@pytest.mark.parametrize("row", ROWS)
def test_examples(row: words.Row) -> None:
    assert row.fires
    assert row.spares
    for text in row.fires:
        assert words.finds(row.list, text), text
    for text in row.spares:
        assert not words.finds(row.list, text), text


def test_ids_are_unique() -> None:
    assert len({r.id for r in words.rows()}) == len(words.rows())


def test_says_where() -> None:
    assert words.first("loaded", "Then he claimed it.") == Span(8, 15)
    assert words.first("loaded", "Then he said it.") is None


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(KeyError):
        words.finds("no-such-list", "text")


def test_a_hostile_text_is_read_in_part() -> None:
    assert not words.finds("serious", "corrup " * 200_000)
    assert words.finds("serious", "corruption " + "x " * 200_000)
    assert not words.finds("serious", "x " * words.LONGEST + "corruption")
