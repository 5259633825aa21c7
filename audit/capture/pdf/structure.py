"""A tagged PDF's structure as HTML: headings, paragraphs, lists and links as the file declares them.

Browsers write the page's elements into the PDFs that they print (PDF 1.7, 14.8: "Tagged PDF"), all but those without a
meaning of their own, which become `NonStruct`.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from audit.capture.pdf.glyphs import PrintedPage
from audit.capture.pdf.spelling import Words, spelled, worded

_ELEMENTS = {
    "Art": "article", "Sect": "section", "Aside": "aside", "Div": "div", "P": "p", "BlockQuote": "blockquote",
    "H": "h2", "H1": "h1", "H2": "h2", "H3": "h3", "H4": "h4", "H5": "h5", "H6": "h6", "Title": "h1",
    "L": "ul", "LI": "li", "Table": "table", "TR": "tr", "TH": "th", "TD": "td", "Caption": "figcaption",
    "Figure": "figure", "Strong": "strong", "Em": "em", "Quote": "q", "Code": "code", "FENote": "aside", "Note": "aside",
}  # fmt: skip
_PHRASE = frozenset(
    {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "Title", "Link", "Strong", "Em", "Quote", "Code", "Span"}
)
"""Elements that hold phrases: what is in them is no block of its own."""
_LEFT_OUT = frozenset({"Lbl", "Artifact"})
"""Bullets and numbers of lists, and what belongs to the paper and not to the page."""
_MOST_NODES = 100_000
_MOST_DEPTH = 250


class Element(NamedTuple):
    """An element of the structure: `children` are elements and numbers of marked contents."""

    kind: str
    children: list[Element | int]


def structure(page: Any, offset: int = 0) -> Element | None:
    """The structure of pypdfium2's `page`; None where it has none. `offset` is added to the numbers of contents."""
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return None
    try:
        root = Element("Root", [])
        pending = [
            (raw.FPDF_StructTree_GetChildAtIndex(tree, i), root, 1)
            for i in range(min(raw.FPDF_StructTree_CountChildren(tree), _MOST_NODES))
        ]
        pending.reverse()
        nodes = 0
        while pending:
            found, parent, depth = pending.pop()
            nodes += 1
            if isinstance(found, int):
                parent.children.append(found + offset)
                continue
            if not found or depth > _MOST_DEPTH or nodes > _MOST_NODES:
                continue
            element = Element(_kind(found), [])
            parent.children.append(element)
            count = min(raw.FPDF_StructElement_CountChildren(found), _MOST_NODES - nodes)
            inside = [_child(found, i) for i in range(max(count, 0))]
            pending += [(child, element, depth + 1) for child in reversed(inside)]
        return root if root.children else None
    finally:
        raw.FPDF_StructTree_Close(tree)


def _child(found: Any, index: int) -> Any:
    """The child element, or the number of the marked content there; None for others."""
    from pypdfium2 import raw

    child = raw.FPDF_StructElement_GetChildAtIndex(found, index)
    if child:
        return child
    number = raw.FPDF_StructElement_GetChildMarkedContentID(found, index)
    return number if number >= 0 else None


def _kind(found: Any) -> str:
    import ctypes

    from pypdfium2 import raw

    size = raw.FPDF_StructElement_GetType(found, None, 0)
    if not 2 < size <= 200:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDF_StructElement_GetType(found, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def words(page: PrintedPage, hyphen: str) -> dict[int, Words]:
    """The text of each marked content of `page`; `hyphen` stands where a word was broken between lines."""
    found: dict[int, list[tuple[str, str]]] = {}
    for line in page.lines:
        begin = 0
        for end in range(1, len(line.glyphs) + 1):
            content = line.glyphs[begin].content
            if end == len(line.glyphs) or line.glyphs[end].content != content:
                if content >= 0:
                    spelled(line.glyphs[begin:end], found.setdefault(content, []), first=begin == 0)
                begin = end
    return {number: worded(pieces, hyphen) for number, pieces in found.items()}


def joined(first: Element, second: Element, found: dict[int, Words]) -> bool:
    """Go on with `second`, of the next page, in `first`; False where it is something new.

    The file's elements are broken at the end of a page. A container goes on in one of its kind; a paragraph does where
    its last sentence is not finished.
    """
    if first.kind != second.kind:
        return False
    if first.kind in _PHRASE and _finished(first, found):
        return False
    rest = second.children
    if first.children and rest and first.kind not in _PHRASE:
        last, following = first.children[-1], rest[0]
        if isinstance(last, Element) and isinstance(following, Element) and joined(last, following, found):
            rest = rest[1:]
    first.children.extend(rest)
    return True


def _finished(element: Element, found: dict[int, Words]) -> bool:
    at: Element | int = element
    while isinstance(at, Element):
        if not at.children:
            return True
        at = at.children[-1]
    text = found[at].plain.rstrip() if at in found else ""
    return not text or text[-1] in _ENDS


_ENDS = '.!?…:;)]"”»’。！？」』।؟'


def written(root: Element, found: dict[int, Words]) -> tuple[str, int]:
    """The structure as HTML, and how many characters stand in it."""
    used = 0
    pieces: list[str] = []
    pending: list[tuple[Element | int | str, bool]] = [(child, False) for child in reversed(root.children)]
    while pending:
        item, phrase = pending.pop()
        if isinstance(item, str):
            pieces.append(item)
        elif isinstance(item, int):
            if item in found:
                pieces.append(found[item].html)
                used += len(found[item].plain.replace(" ", ""))
        elif item.kind not in _LEFT_OUT:
            name = _name(item, phrase)
            inside = phrase or item.kind in _PHRASE
            pieces.append(f"<{name}>" if name else "")
            pending.append((f"</{name}>" if name else "", inside))
            pending += [(child, inside) for child in reversed(item.children)]
    return "".join(pieces), used


def _name(element: Element, phrase: bool) -> str:
    """The HTML element for `element`; "" where it needs none."""
    if element.kind in _ELEMENTS:
        return _ELEMENTS[element.kind]
    if element.kind in ("NonStruct", "Div") and not phrase and any(isinstance(c, Element) for c in element.children):
        return "div"
    return ""
