"""Rows: one form of words each, what it means, and where it counts.

A row is one line of a JSON Lines file in `rows/`. Its pattern is in the syntax of RE2 plus a few words of our own, which
`patterns` expands; it runs on folded text (lower case, straight quotes, `-` for every dash; see `folding`). `anchors`
are literals, one of which stands in every match; only rows whose anchor occurs on a line are compiled and run.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from audit.model import CreditRole, DisclaimerKind

Family = Literal["credit", "dateline", "byline", "release", "photo", "disclaimer", "correction", "copyright", "notice"]
"""credit: a line that says whose text this is. dateline: place and agency before a lead. byline: who wrote it.
release: a mark of a press release. photo: whose picture. disclaimer: a clause of a notice. correction: the text was
changed. copyright: a bare © line. notice: a part of a notice that does nothing alone: its heading, where to complain."""
Scope = Literal["line", "head", "tail", "inside", "passage"]
"""How a pattern lies on a line: `line` from end to end, `head` at its start, `tail` at its end, `inside` anywhere;
`passage` anywhere in a run of lines without an empty line between, so across hard line breaks."""
Resolve = Literal["known", "any", "none"]
"""known: the `outlet` slot counts only if the outlet table knows it. any: the form is proof enough. none: no outlet."""

FOLDER = Path(__file__).parent / "rows"


class Row(msgspec.Struct, frozen=True):
    """What the matcher and the floors above read of a row.

    `strength` is from 0 to 1; two rows of different `group`s with less than 0.7 each make one sure sign together.
    """

    id: str
    family: Family
    pattern: str
    anchors: tuple[str, ...]
    scope: Scope = "line"
    role: CreditRole | None = None
    kind: DisclaimerKind | None = None
    languages: tuple[str, ...] = ("*",)
    strength: float = 0.9
    resolve: Resolve = "known"
    group: str = "words"
    longest: int = 700
    """Longest line that a row of scope `line` is tried on."""
    names: str = ""
    """The outlet that the form itself names, where no slot does (a Reuters sign-off)."""
    opens: bool = False
    """The anchor stands at the very start of the line, or behind a date there."""
    beside: tuple[str, ...] = ()
    """Further literals, one of which stands in every match: where the anchors are words of common use."""
    says: str = ""
    """A name for what the row tells beyond family, role and kind: `unnamed-provider`, `issuer`, `paid`, `agencies`…"""


class FullRow(Row, frozen=True, forbid_unknown_fields=True):
    """A row with what only people and tests read."""

    note: str = ""
    see: str = ""
    """Where the form is catalogued, in short."""
    positive: tuple[str, ...] = ()
    near_miss: tuple[str, ...] = ()


def decode(content: bytes) -> list[Row]:
    """The rows of a JSON Lines file, without examples and notes."""
    return msgspec.json.Decoder(Row).decode_lines(content)


@cache
def shipped() -> tuple[Row, ...]:
    """All rows that come with the package, files in order of their names."""
    return tuple(row for path in sorted(FOLDER.glob("*.jsonl")) for row in decode(path.read_bytes()))
