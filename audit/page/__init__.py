"""What the page is: `Capture` → `Page`, blocks labelled, markup read.

read_page(capture)      the whole of it
extract(html)           the reporting of a page as plain text
reporting_text(page)    the reporting of a page already read
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audit.model import Capture, Page

__all__ = ["extract", "read_page", "reporting_text"]


def read_page(capture: Capture) -> Page:
    """The page that `capture` holds; never raises for what the page contains."""
    from audit.page import reading

    return reading.read_page(capture)


def extract(html: str, *, headline: bool = False) -> str:
    """The main text of an HTML page: body, quotes, lists, tables, one block a line; "" where there is none.

    `headline` puts the headline first.
    """
    from audit.page import reading

    return reading.extract(html, headline=headline)


def reporting_text(page: Page) -> str:
    """The reporting of `page`, its blocks separated by a blank line; "" where there is none."""
    return "\n\n".join(page.text[block.start : block.end] for block in page.blocks if block.reporting)
