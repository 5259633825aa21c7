"""An agency in the opening of a text, however the desk sets it apart: `Damascus, SANA-`, `BAKU, February 4. Trend:`.

Rows know the usual datelines. What they have in common is read here where no row matched: places and dates alone before the
agency, a mark between them, and a mark behind it that ends the opening.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.lexicon import forms
from audit.lexicon.forms.plausible import place
from audit.model import Credit, Node, Outlet, Page, Publisher

from .doubts import means_other_things
from .naming import is_publisher, known, names_in, others_in
from .position import FIRST_BLOCKS, Positions

REACH = 90
"""How far into a paragraph its opening reaches, in code points."""
MOST_PARTS = 7
STRENGTH = 0.8
FORM = "composed.dateline"
_MARK = re.compile(
    r"\s*(?:[()\[\]（）［］【】/]|[–—-]{1,3}(?=\W)|(?<=\W)[–—-]{1,3}|(?<=[^\W\d_])-(?=[^\W\d_])|[,.:،;](?=\s|[–—-]|$))\s*"
)
_CLOSES = re.compile(r"[)\]）］】/]|[:،;]|\.?\s*[–—-]")
SHORT, MOST_WORDS = 5, 6
"""Letters up to which an agency is written small (`dpa`), and words of the longest agency's name that opens a text."""
LONGEST_DATE = 40
MOST_DATE_WORDS = 5


def opening(page: Page, publisher: Publisher, positions: Positions) -> Iterator[Credit]:
    """The agency that the first paragraphs open with, if one does and no row has read their opening."""
    blocks = [page.blocks[i] for i in positions.body[:FIRST_BLOCKS]]
    reach = blocks[-1].start + REACH if blocks else 0
    read = [mark.start for mark in page.marks if mark.start < reach and forms.row(mark.row).family == "dateline"]
    for block in blocks:
        if any(block.start <= start < block.start + REACH for start in read):
            return  # what the row's reading amounts to has been judged
        if found := _agency(page.text[block.start : min(block.end, block.start + REACH)]):
            names, end = found
            quote = page.quote(block.start, block.start + end)
            for name, outlet in names:
                if not is_publisher(name, outlet, publisher):
                    node = Node(name, "provider")
                    yield Credit("carried", node, FORM, quote, quote.start, quote.end, STRENGTH, "dateline")
            return


def _agency(line: str) -> tuple[list[tuple[str, Outlet | None]], int] | None:
    """The agencies that open a line, and where its opening ends."""
    start, dated, placed = 0, False, False
    for mark, _ in zip(_MARK.finditer(line), range(MOST_PARTS), strict=False):
        part = line[start : mark.start()].strip()
        if part:
            if (placed or dated) and (found := _named(part)) and _CLOSES.match(mark.group().strip()):
                sure = dated or not any(
                    outlet is not None and outlet.needs_context and part.istitle() for _, outlet in found
                )
                return (found, mark.end()) if sure else None
            if place(part):
                placed = True
            elif _is_date(part):
                dated = True
            else:
                return None
        start = mark.end()
    return None


def _is_date(part: str) -> bool:
    """Few words, a number among them."""
    return len(part) <= LONGEST_DATE and any(char.isdigit() for char in part) and len(part.split()) <= MOST_DATE_WORDS


def _named(part: str) -> list[tuple[str, Outlet | None]]:
    if len(part) > SHORT and (part.islower() or len(part.split()) > MOST_WORDS):
        return []  # the words of a sentence; asking the table for them would make its rarest index ready
    found = names_in(part, any_name=False)
    if not found or (known(part) is None and others_in(part)):
        return []
    agencies = all(outlet is None or outlet.kind == "agency" for _, outlet in found)
    return found if agencies and not means_other_things(part, found[0][0], None) else []
