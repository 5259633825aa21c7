"""The classes of words of credit lines, and the words of each: rows of two JSON Lines files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from audit.lexicon.forms.folding import fold
from audit.model import CreditRole

FOLDER = Path(__file__).parent
Names = Literal["agency", "known", "press", "issuer", ""]
"""Names that will do beside a word of the class. agency: an agency's or the like. known: one that the table of outlets has,
in full. press: one that is called as newsrooms are, too. issuer: whoever may issue a release. Empty: no credit."""


class WordClass(msgspec.Struct, frozen=True, rename={"id": "class"}):
    """What the words of a class say of a line; `role` is None for a class that gives no credit by itself."""

    id: str
    role: CreditRole | None = None
    names: Names = ""


class FullClass(WordClass, frozen=True, forbid_unknown_fields=True, rename={"id": "class"}):
    """A class with what only people and tests read: lines that credit by it, and lines that only look alike."""

    note: str = ""
    positive: tuple[str, ...] = ()
    near_miss: tuple[str, ...] = ()


class WordRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"id": "class"}):
    """The words of a class in a language."""

    id: str
    language: str
    words: tuple[str, ...]


@cache
def classes() -> dict[str, WordClass]:
    """The classes by their ids, those first that decide the role of a line with words of several."""
    decoder = msgspec.json.Decoder(WordClass)
    return {row.id: row for row in decoder.decode_lines((FOLDER / "classes.jsonl").read_bytes())}


@cache
def listed() -> dict[str, frozenset[str]]:
    """For each phrase, folded, the ids of the classes that it is of in one language or another."""
    found: dict[str, set[str]] = {}
    for row in msgspec.json.Decoder(WordRow).decode_lines((FOLDER / "words.jsonl").read_bytes()):
        for word in row.words:
            found.setdefault(fold(word), set()).add(row.id)
    return {word: frozenset(ids) for word, ids in found.items()}
