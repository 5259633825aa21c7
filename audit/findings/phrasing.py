"""Pieces of messages: captured words clipped to one line, names as an English list, what was looked for and not found."""

from __future__ import annotations

from collections.abc import Sequence

from audit.model import Absence

_INNER_QUOTES = str.maketrans('“”„"', "‘’‘'")

QUOTE_LIMIT = 90
"""Characters of a quotation that a message repeats before it is clipped."""


def clipped(text: str, limit: int = QUOTE_LIMIT) -> str:
    """`text` on one line, at most about `limit` characters, cut at a space and marked with an ellipsis where cut.

    Double quotation marks become single ones, since the message that repeats the words puts double ones around them.
    """
    line = " ".join(text[: limit * 4].translate(_INNER_QUOTES).split())
    if len(line) <= limit and len(text) <= limit * 4:
        return line
    head = line[:limit]
    cut = head.rsplit(" ", 1)[0] if " " in head else head
    return cut.rstrip(",;:–—-") + " …"


def absent(looked_for: str, where: str) -> Absence:
    """Evidence that something was looked for and is not there."""
    return Absence(looked_for, where)


def listed(names: Sequence[str], limit: int = 4) -> str:
    """`names` as an English list: `a`, `a and b`, `a, b and c`; what exceeds `limit` is counted."""
    shown = list(names[:limit])
    if len(names) > limit:
        shown.append(f"{len(names) - limit} more")
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"
