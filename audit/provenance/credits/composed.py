"""Credit lines read from the words that they are made of, where no row of the lexicon has their frame.

A short line where credits stand, above the text, as its last words or behind it, is read by `line_reading`; in a longer one above
the text, a label and its value are. Rows that know a line's frame go before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from audit.model import Credit, CreditRole, Node, Outlet, Page, Publisher

from .contributions import has_person
from .from_text import SURE
from .line_reading import LONGEST, Reading, read_labelled, read_line
from .naming import is_publisher
from .position import TAIL_BLOCKS, Positions

LONGEST_BYLINE = 300
"""Longest line above the text in which labels are looked for."""
MOST_LINES = 40
"""Lines that are looked at, of one page."""
STRENGTH = 0.8
FAR_OFF = 0.55
"""Strength of a line behind the text that is not right under it."""
_NO_LINES = frozenset({"headline", "standfirst", "caption", "share", "comments", "newsletter"})
"""Labels of blocks that no credit line is taken for."""
LOOSE = frozenset({"credit.house-and-agency", "credit.joint-outlets"})
"""Rows that take any words for a house's name; what a line's own words say goes before them."""
_LINKED = frozenset({"navigation", "related", "promo"})
"""Labels of blocks that lead away where they are links."""
_OF_THE_TEXT = frozenset({"byline", "credit"})
_OF_THE_ARTICLE = frozenset({"byline", "credit", "dateline", "other"})
INPUTS = "composed.inputs-of-person"
"""The form of a source that stands behind a person's name: what went into the person's text."""
_SENTENCE = re.compile(r"[.!?…»”\"。！？।؟](?:\s+|(?=[(（]))")
_PLACES = frozenset({"head", "lead", "inside", "end", "tail"})


def composed(page: Page, publisher: Publisher, positions: Positions, found: Iterable[Credit]) -> list[Credit]:
    """Credits of lines that no row speaks about, in the places where credits stand."""
    sure = [c for c in found if c.outlet.name and c.strength >= SURE and c.form not in LOOSE]
    taken = [(c.start, c.end) for c in sure if c.start is not None and c.end is not None]
    made: list[Credit] = []
    for i, first, last in _candidates(page, positions):
        if any(start < last and first < end for start, end in taken):
            continue
        read = _read(page, positions, i, first, last)
        if read is None or positions.place(*read[:2]) not in _PLACES or positions.is_heading(first):
            continue
        start, end, reading = read
        inputs = (start, end) != (first, last) and has_person(page.text[first:start])
        near = i < positions.first or positions.next_to_text(start) or page.blocks[i].label in _OF_THE_TEXT
        for name, outlet in reading.outlets:
            unknown = outlet is None and reading.decided_by == "source"
            if is_publisher(name, outlet, publisher) or (unknown and publisher.name is None):
                continue  # whoever publishes may be called as the unknown source is
            role = "mixed" if inputs else _role(reading, outlet)
            form = INPUTS if inputs else f"composed.{reading.decided_by}"
            node = Node(name, "intermediary" if role == "distributed" else "provider")
            slot = "byline" if i < positions.first else "tail"
            quote = page.quote(start, end)
            made.append(Credit(role, node, form, quote, start, end, STRENGTH if near else FAR_OFF, slot))
    return made


def _read(page: Page, positions: Positions, block: int, start: int, end: int) -> tuple[int, int, Reading] | None:
    """What a line says, or a label and its value in a line above the text."""
    if reading := read_line(page.text[start:end]):
        return start, end, reading
    if block < positions.first and page.blocks[block].label in _OF_THE_ARTICLE:
        return read_labelled(page.text, start, end)
    return None


def _role(reading: Reading, outlet: Outlet | None) -> CreditRole:
    """An agency's copy is carried, another newsroom's text is republished, whatever the line calls it."""
    kind = outlet.kind if outlet is not None else "unknown"
    if kind == "release-wire":
        return "release"
    if reading.role in ("mixed", "translated", "release"):
        return reading.role
    if kind == "syndicator":
        return "distributed"
    if kind == "agency" or (outlet is None and reading.decided_by != "first-print"):
        return "carried"
    return "republished"


def _candidates(page: Page, positions: Positions) -> Iterator[tuple[int, int, int]]:
    """Short lines above the text, the end of its last block and lines behind it: the block, and the line's span."""
    left = MOST_LINES
    for i in range(positions.head, min(len(page.blocks), positions.last + TAIL_BLOCKS + 1)):
        block = page.blocks[i]
        if block.label in _NO_LINES or _in_site_footer(block.path):
            continue
        if block.label in _LINKED and block.links and not (positions.headline or 0) - 1 <= i < positions.first:
            continue
        if positions.first <= i < positions.last and block.label != "credit":
            continue
        for start, end in _lines(page.text, block.start, block.end):
            if i == positions.last and end == block.end and end - start > LONGEST:
                start = _behind_sentence(page.text, start, end)
            if end - start <= (LONGEST_BYLINE if i < positions.first else LONGEST) and (
                i != positions.first or start > block.start
            ):
                left -= 1
                yield i, start, end
            if not left:
                return


def _in_site_footer(path: str) -> bool:
    """Whether a path leads through a `<footer>` that is no article's."""
    before, footer, _ = path.rpartition("/footer")
    return bool(footer) and "/article" not in before


def _behind_sentence(text: str, start: int, end: int) -> int:
    """Where what stands behind the last sentence of a paragraph begins, the final stop aside."""
    found = [match.end() for match in _SENTENCE.finditer(text, max(start, end - LONGEST), max(start, end - 1))]
    return found[-1] if found else start


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop - start > 2:
            yield start, stop
        start = stop + 1
