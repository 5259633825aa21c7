"""What a walk over a page finds: runs of text, and the elements ("boxes") that bound them."""

from __future__ import annotations

from audit.model import Structure
from audit.page.elements import Standing


class Box:
    """An element that bounds blocks: where it stands and what its markup hints.

    Boxes are numbered in document order; `end` is the number after the last box inside it.
    """

    __slots__ = ("end", "hidden", "hints", "index", "parent", "standing", "tag")

    def __init__(
        self, index: int, parent: Box | None, tag: str, hints: tuple[str, ...], hidden: bool, standing: Standing
    ) -> None:
        self.index = index
        self.parent = parent
        self.tag = tag
        self.hints = hints
        self.hidden = hidden
        self.standing = standing
        self.end = index + 1

    @property
    def structure(self) -> Structure:
        """What its text is in the markup's own terms."""
        return self.standing.structure

    @property
    def level(self) -> int:
        """1 to 6 in a heading, 0 elsewhere."""
        return self.standing.level

    @property
    def zones(self) -> int:
        """A bit for each kind of element it is or stands in (`elements.ZONES`)."""
        return self.standing.zones


class Run:
    """A run of text between two boundaries. `links` are (start, end, href, rel) in `text`."""

    __slots__ = ("bold", "box", "hints", "link_chars", "links", "text", "time")

    def __init__(
        self, text: str, box: Box, links: list[tuple[int, int, str, str]], bold: int, hints: tuple[str, ...], time: bool
    ) -> None:
        self.text = text
        self.box = box
        self.links = links
        self.bold = bold
        self.hints = hints
        self.time = time
        if not links:
            self.link_chars = 0
        elif len(links) == 1:
            self.link_chars = links[0][1] - links[0][0]
        else:
            self.link_chars = sum([link[1] - link[0] for link in links])


class Walk:
    """What the walk found: the runs in document order, every box, the page's title, the depth of its deepest element."""

    __slots__ = ("boxes", "deepest", "runs", "title")

    def __init__(self) -> None:
        self.boxes: list[Box] = []
        self.runs: list[Run] = []
        self.title = ""
        self.deepest = 0
