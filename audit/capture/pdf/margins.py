"""What a browser prints at the paper's edges: the date, the title, the address, the page's number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.capture.pdf.glyphs import Line, PrintedPage

_EDGE = 0.07
"""The share of the paper's height that counts as its upper and its lower edge."""
_DIGITS = re.compile(r"\d+")
_ADDRESS = re.compile(r"(?:https?|file)://\S{3,2000}")
_NUMBER = re.compile(r"(?:\w{1,10}\.?\s)?\d{1,4}(?:\s?(?:/|\w{1,5})\s?\d{1,4})?")
_DATE = re.compile(r"\d{1,4}[./-]\s?\d{1,2}[./-]\s?\d{2,4},?\s+\d{1,2}[:.]\d\d")


def without_margins(pages: Sequence[PrintedPage]) -> tuple[list[PrintedPage], str | None]:
    """The pages without their running heads and feet, and the address that stands in these, if one does."""
    shapes: dict[str, int] = {}
    for page in pages:
        for shape in {_shape(line) for line in page.lines if _at_the_edge(line, page)}:
            shapes[shape] = shapes.get(shape, 0) + 1
    address: str | None = None
    kept: list[PrintedPage] = []
    for page in pages:
        lines: list[Line] = []
        for line in page.lines:
            text = line.text
            if not _at_the_edge(line, page) or not (shapes[_shape(line)] > 1 or _printed_by_the_browser(text)):
                lines.append(line)
            elif address is None and (found := _ADDRESS.search(text)) and "…" not in found[0]:
                address = found[0]
        kept.append(PrintedPage(lines, page.height))
    return kept, address


def _at_the_edge(line: Line, page: PrintedPage) -> bool:
    return line.top > page.height * (1 - _EDGE) or line.bottom < page.height * _EDGE


def _shape(line: Line) -> str:
    """The line with its numbers made equal: a running head differs from page to page in these only."""
    return _DIGITS.sub("0", line.text)


def _printed_by_the_browser(text: str) -> bool:
    return _ADDRESS.match(text) is not None or _NUMBER.fullmatch(text) is not None or _DATE.match(text) is not None
