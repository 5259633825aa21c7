"""Every row's own examples, and what every row must have."""

from __future__ import annotations

import msgspec
import pytest

from audit.lexicon.forms.extra import check
from audit.lexicon.forms.rows import FOLDER, FullRow

FILES = sorted(FOLDER.glob("*.jsonl"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_row_is_sound_and_does_what_its_examples_say(path) -> None:
    faults = []
    for row in msgspec.json.Decoder(FullRow).decode_lines(path.read_bytes()):
        faults += [f"{row.id}: {fault}" for fault in check(row, set())]
    assert not faults, "\n".join(faults)


def test_ids_are_unique() -> None:
    ids = [row.id for path in FILES for row in msgspec.json.Decoder(FullRow).decode_lines(path.read_bytes())]
    assert len(ids) == len(set(ids))
