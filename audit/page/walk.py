"""The block walk: a tree into runs of text, each ending at a block boundary or a `<br>`, in document order.

One pass over the elements, without recursion. White space is collapsed as a browser does (space, tab, newline; a
no-break space, soft hyphens and invisible characters stay, they are evidence). What is not text for a reader (scripts,
styles, form values, embedded documents) is left out; hidden text is kept and marked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from audit.model import Structure
from audit.page import tree

if TYPE_CHECKING:
    from lxml.etree import _Element

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
_PLAIN, _BLOCK, _SKIP, _BREAK, _LINK, _BOLD, _TIME, _NAMED = range(8)
_KINDS = {
    **dict.fromkeys(_BLOCKS, _BLOCK), **dict.fromkeys(_SKIPPED, _SKIP), "br": _BREAK, "a": _LINK,
    "b": _BOLD, "strong": _BOLD, "time": _TIME, "span": _NAMED,
}  # fmt: skip
"""What the walk does at an element; tags that are not here are plain inline ones."""
_SPACE = re.compile(r"[ \t\n\r\f]+")
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_PATH_STEPS = 40
_STRUCTURES: dict[str, Structure] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"), "li": "list-item", "dt": "list-item", "dd": "list-item",
    "td": "table-cell", "th": "table-cell", "caption": "caption", "figcaption": "caption", "figure": "caption",
    "blockquote": "quotation", "pre": "preformatted",
}  # fmt: skip
ZONES = (
    "article", "main", "aside", "nav", "header", "footer", "form", "figure", "table", "ul", "blockquote", "section", "a",
    "button", "dl", "h", "details", "address", "noscript",
)  # fmt: skip
"""Kinds of element that matter for what stands in them; `a` has no box and stays 0 in `Box.zones`."""
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


class Box:
    """An element that bounds blocks: where it stands, what its markup hints, and what it holds in all.

    `zones` has a bit for each kind of element it is or stands in (`ZONES`). `chars`, `link_chars`, `long_chars` and `runs`
    count the text of the whole element, and `look` numbers its tag with its hints (`Walk.looks` counts each): filled when
    the walk has ended.
    """

    __slots__ = (
        "chars", "depth", "hidden", "hints", "index", "level", "link_chars", "long_chars", "look", "parent", "runs",
        "structure", "tag", "zones",
    )  # fmt: skip

    def __init__(self, index: int, parent: Box | None, tag: str, hints: tuple[str, ...], hidden: bool) -> None:
        self.index = index
        self.parent = parent
        self.tag = tag
        self.hints = hints
        self.hidden = hidden
        self.chars = self.link_chars = self.long_chars = self.runs = self.look = 0
        own = _STRUCTURES.get(tag)
        if parent is None:
            self.depth, self.zones = 0, 0
            self.structure: Structure = "paragraph"
            self.level = 0
            return
        self.depth = parent.depth + 1
        self.zones = parent.zones | _ZONE_BITS.get(tag, 0)
        self.level = 0
        if own is not None:
            self.structure = own
            if own == "heading":
                self.level = int(tag[1])
        elif tag != "p":
            self.structure = parent.structure
            self.level = parent.level
        else:
            # a paragraph inside a list item, a cell, a quotation stays one of them
            self.structure = "paragraph" if parent.structure == "heading" else parent.structure


class Run:
    """A run of text between two boundaries. `links` are (start, end, href, rel) in `text`."""

    __slots__ = ("bold", "box", "hints", "index", "link_chars", "links", "text", "time")

    def __init__(
        self, text: str, box: Box, links: list[tuple[int, int, str, str]], bold: int, hints: tuple[str, ...], time: bool
    ) -> None:
        self.text = text
        self.box = box
        self.links = links
        self.bold = bold
        self.hints = hints
        self.time = time
        self.link_chars = sum([link[1] - link[0] for link in links]) if links else 0
        self.index = -1


class Walk:
    """What the walk found: the runs in document order, every box, the page's title and the markup's language."""

    __slots__ = ("boxes", "deepest", "looks", "runs", "title")

    def __init__(self) -> None:
        self.looks: list[int] = []
        self.runs: list[Run] = []
        self.boxes: list[Box] = []
        self.title = ""
        self.deepest = 0


def walk_html(html: str) -> tuple[_Element | None, Walk]:
    """The tree of `html` and its runs; (None, an empty walk) where there is nothing."""
    root = tree.parse(html)
    if root is None:
        return None, Walk()
    found = walk(root)
    if found.deepest >= tree.DEPTH_LIMIT - 2:
        flat = tree.parse(html, flat=True)
        if flat is not None:
            return flat, walk(flat)
    return root, found


_HINTING = frozenset(
    ("class", "id", "role", "itemprop", "aria-label", "data-testid", "data-component", "rel", "property")
)  # fmt: skip


def _attributes(element: _Element) -> tuple[tuple[str, ...], bool]:
    """The words of an element's naming attributes, lower case, cut at case and punctuation; whether it hides its content."""
    items: list[tuple[str, str]] = element.items()  # type: ignore[assignment]  # of a parsed page never bytes
    if not items:
        return (), False
    if len(items) == 1 and items[0][0] == "class":
        return _words(items[0][1]), False
    hides = False
    words: tuple[str, ...] = ()
    for name, value in items:
        if name in _HINTING:
            words = (*words, *_words(value)) if words else _words(value)
        elif name == "hidden" or (name == "style" and _HIDDEN.search(value)):
            hides = True
    return words, hides


_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"[a-z]{2,24}|[^\W\d_a-z]{2,24}")
_word_cache: dict[str, tuple[str, ...]] = {}


def _words(value: str) -> tuple[str, ...]:
    if len(value) > 400:
        value = value[:400]
    words = _word_cache.get(value)
    if words is None:
        if len(_word_cache) > 20_000:
            _word_cache.clear()
        words = _word_cache[value] = tuple(
            dict.fromkeys(_WORD.findall(value if value.islower() else _CAMEL.sub(" ", value).lower()))
        )
    return words


class _Collector:
    """The text of the run in progress, collapsed as it comes, so that link positions are final."""

    __slots__ = ("bold", "hints", "length", "links", "pieces", "space", "time")

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        self.pieces: list[str] = []
        self.links: list[tuple[int, int, str, str]] = []
        self.hints: tuple[str, ...] = ()
        self.length = self.bold = 0
        self.space = True
        self.time = False

    def add(self, text: str, link: tuple[str, str] | None, bold: bool) -> None:
        """Append the text of one node; white space at its start goes where white space or nothing stands before it."""
        if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text:
            text = _SPACE.sub(" ", text)
        if self.space and text[0] == " ":
            text = text[1:]
            if not text:
                return
        start = self.length
        self.pieces.append(text)
        self.length = end = start + len(text)
        self.space = text[-1] == " "
        if bold:
            self.bold += len(text)
        if link is not None:
            last = self.links[-1] if self.links else None
            if last is not None and last[1] == start and (last[2], last[3]) == link:
                self.links[-1] = (last[0], end, *link)
            else:
                self.links.append((start, end, *link))

    def take(self, box: Box) -> Run | None:
        """The run collected so far, None where it has no visible character; the collector starts anew."""
        pieces = self.pieces
        text = (pieces[0] if len(pieces) == 1 else "".join(pieces)).rstrip(" ")
        run = None
        if text and not text.isspace():
            links = self.links
            if links and links[-1][1] > len(text):
                size = len(text)
                links = [(start, min(end, size), href, rel) for start, end, href, rel in links if start < size]
            run = Run(text, box, links, self.bold, self.hints, self.time)
        self.clear()
        return run


def walk(root: _Element) -> Walk:
    """The runs below `root`."""
    from lxml.etree import iterwalk

    found = Walk()
    runs, boxes = found.runs, found.boxes
    box = Box(0, None, "html", (), False)
    boxes.append(box)
    now = _Collector()
    kinds = _KINDS
    link: tuple[str, str] | None = None
    link_depth = bold_depth = deepest = preformatted = 0

    def flush() -> None:
        run = now.take(box)
        if run is not None:
            runs.append(run)

    opened: list[int] = []  # the kinds of the open elements
    events = iterwalk(root, events=("start", "end"))
    for event, element in events:
        if event == "start":
            tag = element.tag
            kind = kinds.get(tag, _PLAIN)
            opened.append(kind)
            if len(opened) > deepest:
                deepest = len(opened)
            if kind == _PLAIN:
                if not isinstance(tag, str):  # an entity that the parser does not know
                    continue
            elif kind == _BLOCK:
                if now.pieces:
                    flush()
                hints, hides = _attributes(element)
                box = Box(len(boxes), box, tag, hints, hides or box.hidden)
                boxes.append(box)
                if tag == "pre":
                    preformatted += 1
            elif kind == _SKIP:
                if tag == "head" and not found.title:
                    found.title = _title(element)
                events.skip_subtree()
                continue
            elif kind == _LINK:
                href = element.get("href")
                if href is not None and link is None:
                    link, link_depth = (href.strip(), element.get("rel") or ""), len(opened)
                if len(now.hints) < 24:
                    now.hints += _attributes(element)[0]
            elif kind == _BREAK:
                if now.pieces:
                    flush()
            elif kind == _NAMED:
                if len(now.hints) < 24:
                    now.hints += _attributes(element)[0]
            elif kind == _BOLD:
                if not bold_depth:
                    bold_depth = len(opened)
            else:
                now.time = True
            text = element.text
        else:
            kind = opened.pop()
            if kind == _BLOCK:
                if now.pieces:
                    flush()
                if preformatted and box.tag == "pre":
                    preformatted -= 1
                box = box.parent or box
            elif link is not None and len(opened) < link_depth:
                link = None
            elif bold_depth and len(opened) < bold_depth:
                bold_depth = 0
            if not opened:
                break
            text = element.tail
        if text and not (now.space and text.isspace()):
            if preformatted and "\n" in text:
                _add_lines(text, now, link, bold_depth > 0, flush)
            else:
                now.add(text, link, bold_depth > 0)
    if now.pieces:
        flush()
    found.deepest = deepest
    _fill(found)
    return found


def _add_lines(text: str, now: _Collector, link: tuple[str, str] | None, bold: bool, flush: Callable[[], None]) -> None:
    """Preformatted text: each line is a run of its own."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line:
            now.add(line, link, bold)
        if number < len(lines) - 1 and now.pieces:
            flush()


def _title(head: _Element) -> str:
    title = head.find("title")
    return _SPACE.sub(" ", str(title.xpath("string()"))).strip()[:1000] if title is not None else ""


LONG = 80
"""Characters from which a run counts as running text in `Box.long_chars`."""


def _fill(found: Walk) -> None:
    """Sum the runs into their boxes, children before parents (a box is always made after its parent)."""
    for index, run in enumerate(found.runs):
        run.index = index
        box = run.box
        size = len(run.text)
        box.chars += size
        box.runs += 1
        if run.link_chars:
            box.link_chars += run.link_chars
        if size >= LONG and run.link_chars * 2 < size:
            box.long_chars += size
    numbers: dict[tuple[str, tuple[str, ...]], int] = {}
    looks = found.looks
    for box in reversed(found.boxes):
        if not box.chars:
            continue
        look = numbers.get((box.tag, box.hints))
        if look is None:
            look = numbers[box.tag, box.hints] = len(looks)
            looks.append(0)
        looks[look] += 1
        box.look = look
        parent = box.parent
        if parent is not None:
            parent.chars += box.chars
            parent.link_chars += box.link_chars
            parent.long_chars += box.long_chars
            parent.runs += box.runs


def paths_of(found: Walk) -> list[str]:
    """The DOM path of each box, `body/main/article/p[3]`, by the box's index; the head of a very deep one is left out."""
    counts: dict[tuple[int, str], int] = {}
    steps: list[str] = []
    for box in found.boxes:
        if box.parent is None:
            steps.append("")
            continue
        key = (box.parent.index, box.tag)
        number = counts[key] = counts.get(key, 0) + 1
        steps.append("" if box.tag == "html" else box.tag if number == 1 else f"{box.tag}[{number}]")
    paths: list[str] = []
    for box in found.boxes:
        step = steps[box.index]
        above = paths[box.parent.index] if box.parent is not None else ""
        if box.depth <= _PATH_STEPS:
            paths.append(f"{above}/{step}" if above and step else step or above)
        else:
            paths.append(_last_steps(box, steps))
    return paths


def _last_steps(box: Box, steps: Sequence[str]) -> str:
    if not box.runs:
        return ""
    last: list[str] = []
    step: Box | None = box
    while step is not None and len(last) < _PATH_STEPS:
        last.append(steps[step.index])
        step = step.parent
    return "/".join(["…", *reversed(last)])
