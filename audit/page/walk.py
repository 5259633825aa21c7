"""The block walk: a tree into runs of text, each ending at a block boundary or a `<br>`, in document order.

One pass over the elements, without recursion. White space is collapsed as a browser does (space, tab, newline; a
no-break space, soft hyphens and invisible characters stay, they are evidence). What is not text for a reader (scripts,
styles, form values, embedded documents) is left out; hidden text is kept and marked.
"""

from __future__ import annotations

import re
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
))  # fmt: skip
_SKIPPED = frozenset((
    "script", "style", "head", "template", "svg", "iframe", "object", "embed", "textarea", "select", "datalist",
    "canvas", "audio", "video", "map", "math", "annotation", "applet", "rp", "rt",
))  # fmt: skip
_SPACE = re.compile(r"[ \t\n\r\f]+")
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_PATH_STEPS = 40
_STRUCTURES: dict[str, Structure] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"), "li": "list-item", "dt": "list-item", "dd": "list-item",
    "td": "table-cell", "th": "table-cell", "caption": "caption", "figcaption": "caption", "figure": "caption",
    "blockquote": "quotation", "pre": "preformatted",
}  # fmt: skip
_SETS_STRUCTURE = frozenset({*_STRUCTURES, "p"})


class Box:
    """An element that bounds blocks: where it stands, what its markup hints, and what it holds in all.

    `chars`, `link_chars` and `runs` count the text of the whole element, filled when the walk has ended.
    """

    __slots__ = (
        "chars", "counts", "depth", "hidden", "hints", "index", "level", "link_chars", "long_chars", "parent", "path",
        "runs", "structure", "tag",
    )  # fmt: skip

    def __init__(self, index: int, parent: Box | None, tag: str, hints: tuple[str, ...], hidden: bool) -> None:
        self.index = index
        self.parent = parent
        self.tag = tag
        self.hints = hints
        self.hidden = hidden
        self.depth: int = parent.depth + 1 if parent else 0
        self.structure: Structure = _STRUCTURES.get(tag) or (
            "paragraph" if parent is None or tag == "p" else parent.structure
        )
        self.level: int = int(tag[1]) if self.structure == "heading" and tag[0] == "h" and tag[1:].isdigit() else 0
        if parent is not None and tag not in _SETS_STRUCTURE:
            self.level = parent.level
        elif parent is not None and tag == "p" and parent.structure != "heading":
            # a paragraph inside a list item, a cell, a quotation stays one of them
            self.structure = parent.structure
        self.chars = self.link_chars = self.long_chars = self.runs = 0
        self.counts: dict[str, int] = {}
        number = 1
        if parent is not None:
            number = parent.counts[tag] = parent.counts.get(tag, 0) + 1
        self.path: tuple[str, int] = (tag, number)


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
        self.link_chars = sum(end - start for start, end, _, _ in links)
        self.index = -1


class Walk:
    """What the walk found: the runs in document order, every box, the page's title and the markup's language."""

    __slots__ = ("boxes", "deepest", "runs", "title")

    def __init__(self) -> None:
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


def _hints_of(element: _Element) -> tuple[str, ...]:
    """The words of an element's class, id, role, itemprop and ARIA attributes, lower case, cut at case and punctuation."""
    found = [str(value) for name, value in element.items() if name in _HINTING]
    return _words(" ".join(found)[:400]) if found else ()


def _attributes(element: _Element) -> tuple[tuple[str, ...], bool]:
    """The words of an element's naming attributes, and whether it hides what is in it."""
    hides = False
    found: list[str] = []
    for name, value in element.items():
        if name in _HINTING:
            found.append(str(value))
        elif name == "hidden" or (name == "style" and _HIDDEN.search(str(value))):
            hides = True
    return (_words(" ".join(found)[:400]) if found else ()), hides


_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"[a-z]{2,24}|[^\W\d_a-z]{2,24}")
_word_cache: dict[str, tuple[str, ...]] = {}


def _words(value: str) -> tuple[str, ...]:
    words = _word_cache.get(value)
    if words is None:
        if len(_word_cache) > 4_000:
            _word_cache.clear()
        words = _word_cache[value] = tuple(dict.fromkeys(_WORD.findall(_CAMEL.sub(" ", value).lower())))
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
        text = _SPACE.sub(" ", text)
        if self.space and text[0] == " ":
            text = text[1:]
            if not text:
                return
        start = self.length
        self.pieces.append(text)
        self.length += len(text)
        self.space = text[-1] == " "
        if bold:
            self.bold += len(text)
        if link is not None:
            last = self.links[-1] if self.links else None
            if last is not None and last[1] == start and (last[2], last[3]) == link:
                self.links[-1] = (last[0], self.length, *link)
            else:
                self.links.append((start, self.length, *link))


def walk(root: _Element) -> Walk:
    """The runs below `root`."""
    from lxml.etree import iterwalk

    found = Walk()
    runs, boxes = found.runs, found.boxes
    box = Box(0, None, "html", (), False)
    boxes.append(box)
    now = _Collector()
    link: tuple[str, str] | None = None
    link_depth = bold_depth = depth = preformatted = 0

    def flush() -> None:
        text = "".join(now.pieces)
        stripped = text.rstrip(" ")
        # invisible characters alone are no run
        if stripped and not stripped.isspace():
            size = len(stripped)
            links = [(s, min(e, size), h, r) for s, e, h, r in now.links if s < size] if now.links else now.links
            runs.append(Run(stripped, box, links, now.bold, now.hints, now.time))
        now.clear()

    events = iterwalk(root, events=("start", "end"))
    for event, element in events:
        tag = element.tag
        if event == "start":
            depth += 1
            if depth > found.deepest:
                found.deepest = depth
            if not isinstance(tag, str):
                continue
            if tag in _SKIPPED:
                if tag == "head" and not found.title:
                    found.title = _title(element)
                events.skip_subtree()
                continue
            if tag in _BLOCKS:
                if now.pieces:
                    flush()
                hints, hides = _attributes(element)
                box = Box(len(boxes), box, tag, hints, hides or box.hidden)
                boxes.append(box)
                if tag == "pre":
                    preformatted += 1
            elif tag == "br":
                if now.pieces:
                    flush()
            elif tag == "a":
                href = element.get("href")
                if href is not None and link is None:
                    link, link_depth = (href.strip(), element.get("rel") or ""), depth
                if len(now.hints) < 24:
                    now.hints += _hints_of(element)
            elif tag in ("b", "strong"):
                if not bold_depth:
                    bold_depth = depth
            elif tag == "time":
                now.time = True
            elif tag == "span" and len(now.hints) < 24:
                now.hints += _hints_of(element)
            text = element.text
            if text and not (now.space and text.isspace()):
                if preformatted and "\n" in text:
                    _add_lines(text, now, link, bool(bold_depth), flush)
                else:
                    now.add(text, link, bool(bold_depth))
        else:
            if isinstance(tag, str) and tag not in _SKIPPED:
                if tag in _BLOCKS:
                    if now.pieces:
                        flush()
                    if tag == "pre":
                        preformatted -= 1
                    box = box.parent or box
                elif link is not None and depth == link_depth:
                    link = None
                elif bold_depth == depth:
                    bold_depth = 0
            depth -= 1
            text = element.tail
            if text and depth and not (now.space and text.isspace()):
                if preformatted and "\n" in text:
                    _add_lines(text, now, link, bool(bold_depth), flush)
                else:
                    now.add(text, link, bool(bold_depth))
    flush()
    for index, run in enumerate(runs):
        run.index = index
    _fill(found)
    return found


def _add_lines(text: str, now: _Collector, link: tuple[str, str] | None, bold: bool, flush: object) -> None:
    """Preformatted text: each line is a run of its own."""
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line:
            now.add(line, link, bold)
        if number < len(lines) - 1 and now.pieces:
            flush()  # type: ignore[operator]


def _title(head: _Element) -> str:
    title = head.find("title")
    return _SPACE.sub(" ", str(title.xpath("string()"))).strip()[:1000] if title is not None else ""


LONG = 80
"""Characters from which a run counts as running text in `Box.long_chars`."""


def _fill(found: Walk) -> None:
    """Sum the runs into their boxes, children before parents (a box is always made after its parent)."""
    for run in found.runs:
        box = run.box
        size = len(run.text)
        box.chars += size
        box.link_chars += run.link_chars
        box.runs += 1
        if size >= LONG and run.link_chars * 2 < size:
            box.long_chars += size
    for box in reversed(found.boxes):
        parent = box.parent
        if parent is not None:
            parent.chars += box.chars
            parent.link_chars += box.link_chars
            parent.long_chars += box.long_chars
            parent.runs += box.runs


def path_of(box: Box) -> str:
    """The DOM path of a box, `body/main/article/p[3]`; the head of a very deep one is left out."""
    steps: list[str] = []
    step: Box | None = box
    while step is not None and step.parent is not None and len(steps) < _PATH_STEPS:
        tag, number = step.path
        if tag != "html":
            steps.append(tag if number == 1 else f"{tag}[{number}]")
        step = step.parent
    if step is not None and step.parent is not None:
        steps.append("…")
    return "/".join(reversed(steps))
