"""HTML into one lxml tree, whatever the page does to the parser.

The tree is parsed once and shared: the block walk, the declared facts and, where it is asked, the reference
extractor read the same elements. Parsing is linear; libxml2 stops at 2,048 open elements and would lose all that
follows, so a page nested deeper is parsed again from a copy without its idle opening tags (`_flatten`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

DEPTH_LIMIT = 2048
"""Open elements that libxml2 keeps; it drops the rest of a page that has more."""
KEPT_DEPTH = 256
"""Depth to which a page nested beyond `DEPTH_LIMIT` keeps its tags."""
REFERENCE_DEPTH = 200
"""Deepest tree that is handed to the reference extractor, whose helpers recurse."""

# XML 1.0 forbids these; libxml2 ends the text at the first of them.
_WITHOUT_CONTROLS = bytes(0x20 if byte < 0x20 and byte not in b"\t\n\f\r" else byte for byte in range(256))
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})[^<>]*>")
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)


def parse(html: str, *, flat: bool = False) -> _Element | None:
    """The root element of `html`, or None where there is no markup and no text in it.

    `flat` drops the tags below `KEPT_DEPTH`: for a page whose tree reached `DEPTH_LIMIT`.
    """
    if not html or html.isspace():
        return None
    return _parse(_flatten(html) if flat else html)


def _parse(html: str) -> _Element | None:
    from lxml import etree

    # The text is decoded already: its bytes are UTF-8 whatever a <meta charset> in it says.
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        return etree.fromstring(html.encode("utf-8", "replace").translate(_WITHOUT_CONTROLS), parser)
    except (etree.XMLSyntaxError, ValueError):  # nothing but comments, or a document that is empty for libxml2
        return None


def _flatten(html: str) -> str:
    """`html` without the tags that open deeper than `KEPT_DEPTH` (and those that close them); text is kept."""
    pieces: list[str] = []
    open_elements = position = 0
    for tag in _TAG.finditer(html):
        closing, name = tag.group(1), tag.group(2).lower()
        if name in _VOID:
            continue
        if closing:
            if open_elements > 0:
                open_elements -= 1
            keep = open_elements < KEPT_DEPTH
        else:
            keep = open_elements < KEPT_DEPTH
            open_elements += 1
        if not keep:
            pieces.append(html[position : tag.start()])
            pieces.append(" ")
            position = tag.end()
    pieces.append(html[position:])
    return "".join(pieces)
