"""Where on the page something stands, seen from the article: position makes a credit.

The same words are a credit in a byline, at the head or the tail, a photo credit in a caption, and nothing in a teaser
or the site's footer.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Literal

from audit.model import Block, Label, Page

Place = Literal["head", "lead", "inside", "end", "tail", "caption", "elsewhere"]
"""head: from a little above the headline to the text. lead: the first words of the text. inside: between its blocks or
in them. end: its last block. tail: shortly behind it. caption: a picture's. elsewhere: teasers, menus, the footer."""

ABOVE_HEADLINE = 4
TAIL_BLOCKS = 14
NEXT_BLOCKS = 4
BESIDE = 2
SIGN_OFF = 120
"""Longest line, in code points, that may be a sign-off beside the text though it is taken for a teaser."""
SHORT_TEXT = 45
TAIL_CHARACTERS = 2_500
FIRST_BLOCKS = 4
_TEXT: frozenset[Label] = frozenset({"body", "quote"})
_APART: frozenset[Label] = frozenset({"related", "promo", "navigation", "newsletter", "comments"})
_GAP_BLOCKS = 18
_HEADING = re.compile(r"/h[2-6](?:\[\d+\])?$")
_HEADER = re.compile(r"/header(?:\[\d+\])?$")


class Positions:
    """The article's extent on a page, and the place of every offset in it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._starts = [block.start for block in page.blocks]
        blocks = page.blocks
        self.headline = _headline(blocks)
        self._source_headings = [mark.start for mark in page.marks if mark.row == "credit.source-heading"]
        body = _main_text(page, self.headline)
        self.first = body[0] if body else len(blocks)
        self.last = body[-1] if body else -1
        self.body = body
        """The blocks of the text, by their indexes."""
        # Without a headline the head begins a little above the text.
        above = self.headline if self.headline is not None and self.headline <= self.first else self.first
        self.head = max(0, above - ABOVE_HEADLINE)

    def block_at(self, offset: int) -> int:
        """The index of the block that holds `offset`, or the one before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def place(self, start: int, end: int) -> Place:
        """The place of the span `start` to `end`."""
        i = self.block_at(start)
        block = self.page.blocks[i]
        if (block.label == "caption" and not self._in_header(i, block)) or "figure" in block.path:
            return "caption"
        if not block.visible:
            return "elsewhere"
        if self.first <= i <= self.last:
            if self._belongs_to_picture(i, block):
                return "caption"
            if i in self.body[:FIRST_BLOCKS] and start - block.start <= 2:
                return "lead"
            if i == self.last and end >= block.end - 40:
                return "end"
            return "elsewhere" if block.label in ("related", "promo", "navigation") else "inside"
        if i < self.first:
            if block.label in ("related", "promo") and not (
                self.first - i <= BESIDE and self._in_line(block, self.first)
            ):
                return "elsewhere"
            return "head" if i >= self.head else "elsewhere"
        return self._behind(i, block)

    def _behind(self, i: int, block: Block) -> Place:
        if self.last < 0 or i - self.last > TAIL_BLOCKS:
            return "elsewhere"
        end_of_text = self.page.blocks[self.last].end
        if block.start - end_of_text > TAIL_CHARACTERS:
            return "elsewhere"
        if block.label == "related" and i - self.last <= BESIDE and self._in_line(block, self.last):
            return "tail"
        if block.label in _APART:
            # A credit line that is a link is easily taken for a menu; right under the text it is still a credit line.
            return "tail" if i - self.last <= NEXT_BLOCKS and block.label in ("navigation", "promo") else "elsewhere"
        # Behind a teaser only what is labelled a credit or a notice is still the article's, and not what stands among the
        # teasers or farther off than they do.
        between = [b for b in self.page.blocks[self.last + 1 : i] if _teaser(b)]
        if not between:
            return "tail"
        to_text = _shared(self.page.blocks[self.last], block)
        if len(between) == 1:
            notice = block.label in ("disclaimer", "correction", "copyright")  # no teaser carries one
            return "tail" if notice or to_text >= _shared(between[0], block) else "elsewhere"
        nearest = max(_shared(self.page.blocks[self.last], teaser) for teaser in between)
        if to_text < nearest or to_text < _shared(between[-1], block):
            return "elsewhere"
        return "tail" if block.label in ("credit", "disclaimer", "correction") else "elsewhere"

    def _in_line(self, block: Block, text: int) -> bool:
        """Whether a short block without links is a sibling of a block of the text: no teaser, whatever it is taken for."""
        beside = self.page.blocks[text]
        return (
            not block.links
            and block.end - block.start <= SIGN_OFF
            and block.path.rpartition("/")[0] == beside.path.rpartition("/")[0]
        )

    def _in_header(self, i: int, block: Block) -> bool:
        """Whether a block taken for a caption stands in the `<header>` of the headline itself, as a byline does."""
        if self.headline is None or not self.headline < i < self.first or block.end - block.start > SHORT_TEXT:
            return False
        parent = block.path.rpartition("/")[0]
        return _HEADER.search(parent) is not None and self.page.blocks[self.headline].path.startswith(f"{parent}/")

    def _belongs_to_picture(self, i: int, block: Block) -> bool:
        """Whether a credit between the paragraphs stands in the box of the caption right above it."""
        above = self.page.blocks[i - 1]
        if block.label not in ("credit", "byline") or above.label != "caption" or i - 1 < self.first:
            return False
        return _shared(above, block) > _shared(above, self._paragraph(i))

    def _paragraph(self, i: int) -> Block:
        """The paragraph above a block of the text."""
        return self.page.blocks[max((b for b in self.body if b < i), default=self.first)]

    def next_to_text(self, start: int) -> bool:
        """Whether an offset lies in the last block of the text or in one of the few behind it."""
        return 0 <= self.block_at(start) - self.last <= NEXT_BLOCKS

    def above_text(self, start: int) -> bool:
        """Whether an offset lies between the headline and the text, in one of the two blocks above the latter."""
        i = self.block_at(start)
        return self.headline is not None and self.headline < i and 0 < self.first - i <= BESIDE

    def in_list(self, start: int) -> bool:
        """Whether a heading of sources stands shortly above an offset's block."""
        i = self.block_at(start)
        near = self.page.blocks[max(0, i - 3) : i]
        return any(b.start <= at < b.end for b in near for at in self._source_headings)

    def behind_heading(self, start: int) -> bool:
        """Whether a heading stands between the text and an offset behind it: there something else begins."""
        i = self.block_at(start)
        return any(_HEADING.search(block.path) for block in self.page.blocks[self.last + 1 : i] if block.visible)

    def opens_text(self, start: int) -> bool:
        """Whether an offset lies in the first block of the text, or between it and the headline."""
        return bool(self.body) and self.head <= self.block_at(start) <= self.first

    def is_heading(self, start: int) -> bool:
        """Whether an offset lies in a heading of the text's own parts."""
        return _HEADING.search(self.page.blocks[self.block_at(start)].path) is not None

    def whole_block(self, start: int, end: int) -> bool:
        """Whether the span is all that its block says, but for punctuation."""
        block = self.page.blocks[self.block_at(start)]
        rest = self.page.text[block.start : start] + self.page.text[end : block.end]
        return not any(char.isalnum() for char in rest)


def _teaser(block: Block) -> bool:
    """Whether a block leads away: labelled so, or unlabelled and a link for the most part."""
    if block.label in ("related", "navigation", "comments"):
        return True
    linked = sum(link.end - link.start for link in block.links)
    return block.label == "other" and linked * 10 > (block.end - block.start) * 7


def _shared(one: Block, other: Block) -> int:
    """How many elements down from the root two blocks share."""
    shared = 0
    for a, b in zip(one.path.split("/"), other.path.split("/"), strict=False):
        if a != b:
            break
        shared += 1
    return shared


def _headline(blocks: tuple[Block, ...]) -> int | None:
    found = [i for i, block in enumerate(blocks) if block.label == "headline"]
    return max(found, key=lambda i: (blocks[i].confidence, -i)) if found else None


def _main_text(page: Page, headline: int | None) -> list[int]:
    """The blocks of text; of runs that lie far apart only the longest, at best the one under the headline."""
    blocks = page.blocks
    runs: list[list[int]] = []
    for i, block in enumerate(blocks):
        if block.label in _TEXT and block.visible and _is_text(page, block):
            if runs and i - runs[-1][-1] <= _GAP_BLOCKS:
                runs[-1].append(i)
            else:
                runs.append([i])
    if not runs:
        return []

    def length(run: list[int]) -> int:
        return sum(blocks[i].end - blocks[i].start for i in run)

    best = max(runs, key=lambda run: length(run) * (1.0 if headline is None or run[-1] >= headline else 0.3))
    below = [i for i in best if headline is None or i > headline]
    # What stands above the headline is a teaser, if there is a text below.
    return below if length(below) * 2 >= length(best) else best


def _is_text(page: Page, block: Block) -> bool:
    """A block of a few words without a sentence's end ("Comments") is no end of a text, whatever its label."""
    words = page.text[block.start : block.end].rstrip()
    return len(words) >= SHORT_TEXT or words.endswith((".", "!", "?", "”", '"', "»", "。", "؟", "।", "…", ":"))
