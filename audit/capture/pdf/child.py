"""The process that opens a PDF file: it has little memory and little time, and what it says is only believed to be text.

PDFium, the reader of Chromium, is fast and faithful and written in C++. A hostile file that gets the better of it gets
this process, which ends, and not the one that audits.
"""

from __future__ import annotations

import sys
from html import escape
from typing import Any

import msgspec

from audit.capture.pdf import layout, structure
from audit.capture.pdf.direction import in_reading_order
from audit.capture.pdf.glyphs import HYPHEN, Line, PrintedPage, printed_page
from audit.capture.pdf.margins import without_margins
from audit.capture.pdf.spelling import Words
from audit.capture.pdf.structure import Element, joined, words

MOST_PAGES = 200
MOST_CHARACTERS = 1_000_000
_CONTENTS = 1_000_000
"""Marked contents of a page are numbered from 0; those of the next page get numbers above this."""
_MOST_META = 2_000
_HYPHENATES = 0.04
"""A text in which this share of the lines ends in a hyphen is hyphenated: there the hyphens are no part of the words."""
_PASSWORD = 4
_COVERED = 0.7
"""Structure that holds less of the characters than this is not relied on."""


class Reading(msgspec.Struct, frozen=True):
    """What the process found. `problem` is `password` or `damaged`; without one, `text` is the page as HTML."""

    problem: str | None = None
    tagged: bool = False
    text: str = ""
    letters: int = 0
    """Letters and digits in the text."""
    pages: int = 0
    left_out: int = 0
    """Pages beyond the bounds."""
    outside: int = 0
    """Characters outside the structure that are not printed at the edge of the paper."""
    address: str | None = None
    printed: str | None = None
    """The file's date of creation, as it has it."""


def read(content: bytes) -> Reading:
    """The text of a PDF file, by its structure where it has one."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        return Reading("password" if getattr(error, "err_code", None) == _PASSWORD else "damaged")
    with document:
        return _read(document)


def _read(document: Any) -> Reading:
    import pypdfium2

    pages: list[PrintedPage] = []
    trees: list[Element | None] = []
    left = MOST_CHARACTERS
    for number in range(min(len(document), MOST_PAGES)):
        try:
            page = document[number]
            pages.append(_read_in_order(printed_page(page, left)))
            trees.append(structure.structure(page, number * _CONTENTS))
            page.close()
        except pypdfium2.PdfiumError:
            if not pages:
                return Reading("damaged")
            break
        left -= sum(len(line.glyphs) for line in pages[-1].lines)
        if left <= 0:
            break
    shown, address = without_margins(pages)
    hyphen = _hyphen(shown)
    declared = _by_structure(shown, trees, hyphen)
    body, outside = declared or (layout.written(layout.paragraphs(shown), hyphen), 0)
    title = str(document.get_metadata_value("Title"))[:_MOST_META]
    return Reading(
        tagged=declared is not None,
        text=_document(body, title, _language(document)),
        letters=sum(g.text.isalnum() for page in shown for line in page.lines for g in line.glyphs),
        pages=len(document),
        outside=outside,
        left_out=len(document) - len(pages),
        address=address,
        printed=str(document.get_metadata_value("CreationDate"))[:80] or None,
    )


def _read_in_order(page: PrintedPage) -> PrintedPage:
    return page._replace(lines=[Line(in_reading_order(line.glyphs)) for line in page.lines])


def _by_structure(pages: list[PrintedPage], trees: list[Element | None], hyphen: str) -> tuple[str, int] | None:
    """The page as HTML, and how many characters stand outside; None where there is no structure that holds the text."""
    found: dict[int, Words] = {}
    whole = Element("Root", [])
    for number, (page, tree) in enumerate(zip(pages, trees, strict=True)):
        found |= {number * _CONTENTS + content: text for content, text in words(page, hyphen).items()}
        if tree is not None:
            joined(whole, tree, found)
    body, used = structure.written(whole, found)
    every = sum(len(line.glyphs) for page in pages for line in page.lines)
    return (body, max(0, every - used)) if used and used >= _COVERED * every else None


def _document(body: str, title: str, language: str) -> str:
    head = f"<title>{escape(title, quote=False)}</title>" if "://" not in title and "\\" not in title else ""
    said = f' lang="{escape(language)}"' if language else ""
    return f"<!DOCTYPE html><html{said}><head>{head}</head><body>{body}</body></html>"


def _language(document: Any) -> str:
    import ctypes

    from pypdfium2 import raw

    size = raw.FPDFCatalog_GetLanguage(document, None, 0)
    if not 2 < size <= 100:
        return ""
    buffer = (ctypes.c_ushort * size)()
    raw.FPDFCatalog_GetLanguage(document, buffer, size)
    return bytes(buffer)[: size - 2].decode("utf-16-le", "replace")


def _hyphen(pages: list[PrintedPage]) -> str:
    """What stands where a word was broken between two lines: a hyphen, or nothing in a text that is hyphenated."""
    lines = sum(len(page.lines) for page in pages)
    broken = sum(g.text == HYPHEN for page in pages for line in page.lines for g in line.glyphs)
    return "" if broken > _HYPHENATES * lines else "-"


def main() -> None:
    """Read a PDF file from standard input and write a `Reading` as JSON: `child.py MEMORY SECONDS`."""
    bounded(int(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.buffer.write(msgspec.json.encode(read(sys.stdin.buffer.read())))


def bounded(memory: int, seconds: int) -> None:
    """From now on this process ends where it wants more. Not every system keeps to it; its parent's clock does."""
    try:
        import resource
    except ImportError:  # Windows
        return
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue


if __name__ == "__main__":
    main()
