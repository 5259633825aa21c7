"""The sentences outside an article's own text that could be notices: whole, in words, and no teaser's or menu's."""

from __future__ import annotations

from collections.abc import Iterator

from audit.model import Block, Label, Page, Span
from audit.provenance.credits.position import Positions

from .sentences import SENTENCE_END, ends_sentence

LONGEST = 900
"""Characters beyond which a sentence is none."""
_SHORTEST = 24
_SHORTEST_UNSPACED = 10
_TEXT: frozenset[Label] = frozenset({"body", "quote", "headline"})
_ASIDE: frozenset[Label] = frozenset({"related", "share"})
"""Blocks that lead away for the most part: only a paragraph without links among them may be a notice."""
_PARAGRAPH = 60
"""Characters that make a block a paragraph, not a headline or a button."""
_UNSPACED = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"))
"""The first and last letter of scripts without spaces between words. As a class they take `re` milliseconds to compile."""
_LINKED = 0.8


def candidates(page: Page, positions: Positions) -> Iterator[Span]:
    """The sentences of blocks that may hold a notice, in order."""
    for i, block in enumerate(page.blocks):
        if block.visible and _may_hold_one(positions, i, block):
            yield from _sentences(page.text, block)


def _may_hold_one(positions: Positions, i: int, block: Block) -> bool:
    long = block.end - block.start
    if block.label == "dateline" or long < _SHORTEST_UNSPACED:
        return False
    if aside(block):
        return long >= _PARAGRAPH and not block.links
    return (block.label not in _TEXT or _closes(positions, i)) and not _is_link(block)


def aside(block: Block) -> bool:
    """Whether a block is taken for something that leads away from the page."""
    return block.label in _ASIDE


def _closes(positions: Positions, i: int) -> bool:
    """Whether a block of text is the last of its article, where notices are set as paragraphs of their own, or behind it."""
    return i >= positions.last


def _is_link(block: Block) -> bool:
    """Whether a block is a link for the most part: a way to a notice and none."""
    if not block.links:
        return False
    return sum(link.end - link.start for link in block.links) > _LINKED * (block.end - block.start)


def _sentences(text: str, block: Block) -> Iterator[Span]:
    start = block.start
    if block.end - start < _SHORTEST and not is_unspaced(text[start : block.end]):
        return
    for found in SENTENCE_END.finditer(text, block.start, block.end):
        if ends_sentence(text, start, found.start()):
            yield from _whole(text, start, found.end())
            start = found.end()
    yield from _whole(text, start, block.end)


def _whole(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if _SHORTEST <= end - start <= LONGEST or (
        _SHORTEST_UNSPACED <= end - start < _SHORTEST and is_unspaced(text[start:end])
    ):
        yield Span(start, end)


def is_unspaced(words: str) -> bool:
    """Whether the words are of a script in which few letters say much."""
    return not words.isascii() and any(first <= letter <= last for letter in words for first, last in _UNSPACED)
