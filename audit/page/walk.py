"""The block walk: a tree into runs of text, each ending at a block boundary or a `<br>`, in document order.

One pass over the elements, without recursion. White space is collapsed as a browser does (space, tab, newline; a
no-break space, soft hyphens and invisible characters stay, they are evidence). What is not text for a reader (scripts,
styles, form values, embedded documents) is left out; hidden text is kept and marked.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from audit.page import tree
from audit.page.boxes import Box, Run, Walk
from audit.page.elements import BLOCK, BOLD, BREAK, KINDS, LINK, NAMED, PLAIN, SKIP, Standing
from audit.page.naming import naming

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACE = re.compile(r"[ \t\n\r\f]+")
_TITLE = 1_000
"""Characters of the page's title that are kept."""
_MOST_HINTS = 24
"""Names from which a run gathers no more of those of its links and spans."""


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
        text = pieces[0] if len(pieces) == 1 else "".join(pieces)
        links = self.links
        if self.space:
            text = text.rstrip(" ")
            if links and links[-1][1] > len(text):
                size = len(text)
                links = [(start, min(end, size), href, rel) for start, end, href, rel in links if start < size]
        run = Run(text, box, links, self.bold, self.hints, self.time) if text and not text.isspace() else None
        self.clear()
        return run


def walk(root: _Element) -> Walk:
    """The runs below `root`."""
    from lxml.etree import iterwalk

    found = Walk()
    runs, boxes = found.runs, found.boxes
    box = Box(0, None, "html", (), False, Standing())
    boxes.append(box)
    now = _Collector()
    kinds = KINDS
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
            kind = kinds.get(tag, PLAIN)
            opened.append(kind)
            if len(opened) > deepest:
                deepest = len(opened)
            if kind == PLAIN:
                if not isinstance(tag, str):  # an entity that the parser does not know
                    continue
            elif kind == BLOCK:
                if now.pieces:
                    flush()
                hints, hides = naming(element)
                box = Box(len(boxes), box, tag, hints, hides or box.hidden, box.standing.step(tag))
                boxes.append(box)
                if tag == "pre":
                    preformatted += 1
            elif kind == SKIP:
                if tag == "head" and not found.title:
                    found.title = _title(element)
                events.skip_subtree()
                continue
            elif kind == LINK:
                href = element.get("href")
                if href is not None and link is None:
                    link, link_depth = (href.strip(), element.get("rel") or ""), len(opened)
                if len(now.hints) < _MOST_HINTS:
                    now.hints += naming(element)[0]
            elif kind == BREAK:
                if now.pieces:
                    flush()
            elif kind == NAMED:
                if len(now.hints) < _MOST_HINTS:
                    now.hints += naming(element)[0]
            elif kind == BOLD:
                if not bold_depth:
                    bold_depth = len(opened)
            else:
                now.time = True
            text = element.text
        else:
            kind = opened.pop()
            if kind == BLOCK:
                if now.pieces:
                    flush()
                if preformatted and box.tag == "pre":
                    preformatted -= 1
                box.end = len(boxes)
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
    boxes[0].end = len(boxes)
    found.deepest = deepest
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
    return _SPACE.sub(" ", str(title.xpath("string()"))).strip()[:_TITLE] if title is not None else ""
