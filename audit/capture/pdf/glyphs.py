"""The characters of a PDF page in reading order, line by line, with their places and what the file says of them."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

_GAP = 0.14
"""A gap of this share of the line's height is a space. The narrowest spaces in use are a fifth of it."""
_MOST_LINKS = 2_000
_MOST_ADDRESS = 4_000
_LARGEST_LINK = 0.15
"""Links over more of the page than this are no links of the text, but layers that lie over it."""
HYPHEN = "\u0002"
"""What PDFium gives for a hyphen at which a word was broken between two lines."""


class Glyph(NamedTuple):
    """A character. `content` numbers the marked content it belongs to, -1 for none; `space` is one before it.

    Places are points from the page's lower left corner.
    """

    text: str
    content: int
    space: bool
    left: float
    bottom: float
    right: float
    top: float
    href: str


class Line(NamedTuple):
    """The glyphs between two line ends."""

    glyphs: list[Glyph]

    @property
    def text(self) -> str:
        """The line's words."""
        return "".join(f" {g.text}" if g.space else g.text for g in self.glyphs).strip()

    @property
    def height(self) -> float:
        """The middle one of its glyphs' heights."""
        heights = sorted(g.top - g.bottom for g in self.glyphs)
        return heights[len(heights) // 2]

    @property
    def left(self) -> float:
        """Where it begins."""
        return min(g.left for g in self.glyphs)

    @property
    def right(self) -> float:
        """Where it ends."""
        return max(g.right for g in self.glyphs)

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return min(g.bottom for g in self.glyphs)

    @property
    def top(self) -> float:
        """Its upper edge."""
        return max(g.top for g in self.glyphs)


class PrintedPage(NamedTuple):
    """A page's lines, and its height in points."""

    lines: list[Line]
    height: float


def printed_page(page: Any, most: int) -> PrintedPage:
    """The first `most` characters of pypdfium2's `page`."""
    from pypdfium2 import raw

    links = _links(page)
    text = page.get_textpage()
    contents: dict[int, int] = {}
    box = raw.FS_RECTF()
    lines: list[Line] = []
    glyphs: list[Glyph] = []
    space = False
    for index in range(min(max(raw.FPDFText_CountChars(text), 0), most)):
        character = _character(raw.FPDFText_GetUnicode(text, index))
        if character in ("\r", "\n"):
            if glyphs:
                lines.append(Line(glyphs))
            glyphs, space = [], False
            continue
        if not character or character.isspace():
            space = space or bool(character)
            continue
        found = raw.FPDFText_GetTextObject(text, index)
        content = -1
        if found:
            key = ctypes.cast(found, ctypes.c_void_p).value or 0
            if key not in contents:
                contents[key] = raw.FPDFPageObj_GetMarkedContentID(found)
            content = contents[key]
        raw.FPDFText_GetLooseCharBox(text, index, box)
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        apart = bool(glyphs) and left - glyphs[-1].right > _GAP * (top - bottom)
        href = _address_at((left + right) / 2, (bottom + top) / 2, links) if links else ""
        glyphs.append(Glyph(character, content, space or apart, left, bottom, right, top, href))
        space = False
    if glyphs:
        lines.append(Line(glyphs))
    return PrintedPage(lines, float(page.get_height()))


def _character(code: int) -> str:
    """A code of PDFium as text; "" for what is none: a control, half a pair, a character without a meaning."""
    if code in (2, 9, 10, 13):
        return chr(code)
    if code < 32 or 0xD800 <= code < 0xE000 or code in (0xFFFE, 0xFFFF) or code > 0x10FFFF:
        return ""
    return chr(code)


_Area = tuple[float, float, float, float, str]


def _links(page: Any) -> list[_Area]:
    """The page's links to the web: left, bottom, right, top, address."""
    from pypdfium2 import raw

    found: list[_Area] = []
    most = _LARGEST_LINK * page.get_width() * page.get_height()
    start, link, area = ctypes.c_int(0), raw.FPDF_LINK(), raw.FS_RECTF()
    while len(found) < _MOST_LINKS and raw.FPDFLink_Enumerate(page, start, link):
        action = raw.FPDFLink_GetAction(link)
        if not action or not raw.FPDFLink_GetAnnotRect(link, area):
            continue
        if (area.right - area.left) * (area.top - area.bottom) > most:
            continue
        size = raw.FPDFAction_GetURIPath(page.pdf, action, None, 0)
        if not 1 < size <= _MOST_ADDRESS:
            continue
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFAction_GetURIPath(page.pdf, action, buffer, size)
        address = buffer.value.decode("utf-8", "replace")
        if address.startswith(("https://", "http://")):
            found.append((area.left, area.bottom, area.right, area.top, address))
    return found


def _address_at(x: float, y: float, links: list[_Area]) -> str:
    return next((address for left, low, right, high, address in links if left <= x <= right and low <= y <= high), "")
