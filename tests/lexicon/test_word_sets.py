"""The closed sets of words: each row against its own examples."""

from __future__ import annotations

import msgspec
import pytest

from audit.lexicon.word_sets import ROWS, WordSetRow, holds, words_of

SETS = msgspec.json.Decoder(WordSetRow).decode_lines(ROWS.read_bytes())


@pytest.mark.parametrize("row", SETS, ids=lambda row: row.id)
def test_every_set_holds_what_its_examples_say(row: WordSetRow) -> None:
    assert list(row.words) == sorted(set(row.words))
    assert [word for word in row.words if word != word.casefold()] == []
    assert all((row.words, row.positive, row.near_miss, row.note))
    assert [phrase for phrase in row.positive if not holds(row.id, phrase)] == []
    assert [phrase for phrase in row.near_miss if holds(row.id, phrase)] == []


def test_ids_are_unique_and_an_unknown_one_is_an_error() -> None:
    assert len({row.id for row in SETS}) == len(SETS)
    with pytest.raises(KeyError):
        words_of("no such set")
