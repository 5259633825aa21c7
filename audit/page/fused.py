"""One element, several blocks: a notice or a credit that runs on behind the last sentence of a paragraph, or opens it.

Such words are found by the lexicon's marks; the block is cut where the sentence with the first of them begins, so that the
story keeps its sentence and the notice gets a block, a label and a reason of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from audit.lexicon import forms
from audit.model import Block, Label, Mark
from audit.page import marked

REACH = 1_500
"""Characters of a block, from its end or its start, in which a notice is looked for."""
LEFT = 20
"""Fewest characters that must stay a block of the story."""
STRONG = 0.8
"""Strength from which a single credit row is believed inside a paragraph."""
_SPLIT: frozenset[Label] = frozenset({"body", "quote", "standfirst"})
_SENTENCE = re.compile(r"[.!?…。！？؟।][\"”’»'」』)\]]{0,3}(?:\s+|(?<=[。！？]))")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|Copyright\b)[^.!?\n]{0,20}\b(?:19|20)\d\d\b[^\n]{0,100}$", re.IGNORECASE)


def split(text: str, blocks: Sequence[Block], marks: Sequence[Mark]) -> list[Block]:
    """The blocks in order, those that hold a fused notice or credit cut in two or three; they cover the same characters.

    Marks and blocks are in order of place, offsets of `text`. White space at a cut belongs to neither part.
    """
    pieces: list[Block] = []
    for block, found in zip(blocks, marked.by_block(blocks, marks), strict=True):
        if block.label not in _SPLIT or (not found and "©" not in text[max(block.start, block.end - 160) : block.end]):
            pieces.append(block)
            continue
        places = {_head(text, block, found), _tail(text, block, found)} - {0}
        pieces += _cut(text, block, sorted(places))
    return pieces


def _tail(text: str, block: Block, marks: Sequence[Mark]) -> int:
    """Where the notice or credit at the end of the block begins; 0 where none does."""
    starts = _sentence_starts(text, max(block.start, block.end - REACH), block.end)
    for mark in marks:
        row = forms.row(mark.row)
        if not (marked.is_notice(mark) or (row.family == "credit" and row.strength >= STRONG)):
            continue
        start = max((s for s in starts if s <= mark.start), default=0)
        if start < block.start + LEFT:
            continue
        rest = msgspec.structs.replace(block, start=start, links=())
        inside = [m for m in marks if m.start >= start]
        notices = [m for m in inside if marked.is_notice(m)]
        if marked.covered(rest, notices) >= marked.COVERED and marked.sure(notices):
            return start
        credits = [m for m in inside if forms.row(m.row).family == "credit"]
        if any(forms.row(m.row).strength >= STRONG for m in credits) and marked.covered(rest, credits) >= STRONG:
            return start
    for start in starts:
        if start >= block.start + LEFT and block.end - start <= 160 and _COPYRIGHT.match(text, start, block.end):
            return start
    return 0


def _head(text: str, block: Block, marks: Sequence[Mark]) -> int:
    """Where the story begins behind a notice that opens the block; 0 where none opens it."""
    notices = [m for m in marks if marked.is_notice(m) and m.start < block.start + REACH]
    if not notices or notices[0].start > block.start + LEFT:
        return 0
    for start in _sentence_starts(text, block.start, min(block.end, block.start + REACH)):
        if start <= notices[0].end - 1 or block.end - start < 2 * LEFT:
            continue
        opening = msgspec.structs.replace(block, end=start, links=())
        inside = [m for m in notices if m.end <= start]
        if marked.covered(opening, inside) >= STRONG and marked.sure(inside):
            return start
        return 0
    return 0


def _sentence_starts(text: str, start: int, end: int) -> list[int]:
    return [match.end() for match in _SENTENCE.finditer(text, start, end) if match.end() < end]


def _cut(text: str, block: Block, places: Sequence[int]) -> list[Block]:
    pieces: list[Block] = []
    for start, end in zip((block.start, *places), (*places, block.end), strict=True):
        end = start + len(text[start:end].rstrip())
        links = tuple(link for link in block.links if start <= link.start and link.end <= end)
        pieces.append(msgspec.structs.replace(block, start=start, end=end, links=links))
    return pieces
