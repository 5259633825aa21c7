"""Sources that a list names under a heading of their own: "Quelle", and on the next line "stol.it".

The heading alone says nothing and the names alone are any words; together they are a source line that a page has broken in
two. The list ends where a line is too long for a name or, after a first name, where one names no outlet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.lexicon import forms
from audit.model import Credit, CreditRole, Mark, Node, Outlet, Page, Publisher

from .naming import is_publisher, names_in
from .position import Positions

MOST_LINES = 6
LONGEST = 60
"""Longest line, in code points, that may be one source of a list."""
_HERALD = re.compile(
    r"^[•·*–—-]*\s*(?:(?:presse)?mitteilung(?:en)? |meldung(?:en)? |material |bericht(?:e)? |artikel |nachrichtenagentur(?:en)? |"
    r"mit |(?:news |press )?agenc(?:y|ies) |report |agence |agencia |agenzia |agência |persbureau |agencja |"
    r"(?:der|des|von|from|by|de|del|di|da|van) )+",
    re.IGNORECASE,
)
"""What a list says of a source before its name."""
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,6}", re.IGNORECASE)


def listed_sources(
    page: Page, publisher: Publisher, positions: Positions, mark: Mark, row: forms.Row
) -> Iterator[Credit]:
    """A credit for each outlet of the list under the heading `mark`, if the first line of the list names one.

    Joint (`mixed`) where the list is long or no agency's: a text that is theirs would say so in a line of its own.
    """
    listed: list[tuple[int, int, str, Outlet | None]] = []
    for start, end in _lines(page, positions, mark):
        found = [pair for pair in _named(page.text[start:end]) if not is_publisher(*pair, publisher)]
        if not found:
            break
        listed += [(start, end, name, outlet) for name, outlet in found]
    # One agency under "Source" is a source line broken in two; more, and other newsrooms, are what went into the text.
    alone = len(listed) == 1 and listed[0][3] is not None and listed[0][3].kind == "agency"
    for start, end, name, _ in listed:
        node, quote = Node(name, "provider"), page.quote(start, end)
        role: CreditRole = "carried" if alone else "mixed"
        yield Credit(role, node, row.id, quote, start, end, row.strength, "tail")


def _named(words: str) -> list[tuple[str, Outlet | None]]:
    name = _HERALD.sub("", words).strip()
    return names_in(name, any_name=_HOST.fullmatch(name) is not None)


def _lines(page: Page, positions: Positions, mark: Mark) -> Iterator[tuple[int, int]]:
    """The lines under the heading, as spans, while they are short enough for a name."""
    first = positions.block_at(mark.start)
    for block in page.blocks[first : first + MOST_LINES + 1]:
        start = max(block.start, mark.end)
        words = page.text[start : block.end]
        if not any(char.isalnum() for char in words):
            continue
        if len(words.strip()) > LONGEST:
            return
        yield start + len(words) - len(words.lstrip(" :\n\t")), start + len(words.rstrip())
