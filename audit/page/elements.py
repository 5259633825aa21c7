"""What kinds of elements there are for the walk: which bound blocks, which hold no text for a reader, which mark a zone.

`Standing` is what an element's kind and those around it make of the text in it. A page has few of them, though it may have
thousands of elements: they are the states of an automaton that each opening tag moves on.
"""

from __future__ import annotations

from audit.model import Structure

_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog", "dir", "div",
    "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hgroup", "hr", "html", "label", "legend", "li", "main", "menu", "nav", "noframes",
    "noscript", "ol", "optgroup", "p", "pre", "search",
    "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    "amp-accordion", "amp-carousel", "amp-consent", "amp-lightbox", "amp-sidebar", "amp-sticky-ad", "amp-user-notification",
))  # fmt: skip
_SKIPPED = frozenset((
    "script", "style", "head", "template", "svg", "iframe", "object", "embed", "textarea", "select", "datalist",
    "canvas", "audio", "video", "map", "math", "annotation", "applet", "rp", "rt",
))  # fmt: skip
PLAIN, BLOCK, SKIP, BREAK, LINK, BOLD, TIME, NAMED = range(8)
KINDS = {
    **dict.fromkeys(_BLOCKS, BLOCK), **dict.fromkeys(_SKIPPED, SKIP), "br": BREAK, "a": LINK,
    "b": BOLD, "strong": BOLD, "time": TIME, "span": NAMED,
}  # fmt: skip
"""What the walk does at an element; tags that are not here are plain inline ones."""
_STRUCTURES: dict[str, Structure] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"), "li": "list-item", "dt": "list-item", "dd": "list-item",
    "td": "table-cell", "th": "table-cell", "caption": "caption", "figcaption": "caption", "figure": "caption",
    "blockquote": "quotation", "pre": "preformatted",
}  # fmt: skip
ZONES = (
    "article", "main", "aside", "nav", "header", "footer", "form", "figure", "table", "ul", "blockquote", "section", "button",
    "dl", "h", "details", "address", "noscript",
)  # fmt: skip
"""Kinds of element that matter for what stands in them."""
_ZONE_BITS = {
    tag: 1 << ZONES.index(zone)
    for zone, tags in (
        ("article", "article"), ("main", "main"), ("aside", "aside"), ("nav", "nav menu amp-sidebar"), ("header", "header"),
        ("footer", "footer"), ("form", "form fieldset"), ("figure", "figure figcaption"), ("table", "table"), ("ul", "ul ol"),
        ("blockquote", "blockquote"), ("section", "section"), ("button", "button label"), ("dl", "dl"),
        ("h", "h1 h2 h3 h4 h5 h6"), ("details", "details"), ("address", "address"), ("noscript", "noscript"),
    )
    for tag in tags.split()
}  # fmt: skip
_TELLING = frozenset((*_STRUCTURES, *_ZONE_BITS, "p"))
"""The elements that change what stands in them."""


class Standing:
    """The structure, heading level and zones (a bit for each of `ZONES`) of what stands in an element."""

    __slots__ = ("below", "level", "structure", "zones")

    def __init__(self, structure: Structure = "paragraph", level: int = 0, zones: int = 0) -> None:
        self.structure = structure
        self.level = level
        self.zones = zones
        self.below: dict[str, Standing] = {}

    def step(self, tag: str) -> Standing:
        """The standing inside a `tag` that stands here."""
        if tag not in _TELLING:
            return self
        known = self.below.get(tag)
        if known is None:
            known = self.below[tag] = self._inside(tag)
        return known

    def _inside(self, tag: str) -> Standing:
        structure, level, zones = _STRUCTURES.get(tag), 0, self.zones | _ZONE_BITS.get(tag, 0)
        if structure == "heading":
            level = int(tag[1])
        elif structure is None and tag == "p":
            # a paragraph inside a list item, a cell, a quotation stays one of them
            structure = "paragraph" if self.structure == "heading" else self.structure
        elif structure is None:
            structure, level = self.structure, self.level
        return Standing(structure, level, zones)
