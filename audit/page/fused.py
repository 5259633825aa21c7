"""One element, several blocks: what is no story runs on behind the last sentence of a paragraph, or opens it.

Notices and credits are found by the lexicon's marks, calls to the reader by their form (`asides`), signatures in brackets by
their place; the block is cut where the first such sentence begins, so that the story keeps its sentence and the rest gets a
block, a label and a reason of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from audit.lexicon import forms
from audit.model import SIGNATURE, Block, Label, Mark
from audit.page import asides, marked

REACH = 1_500
"""Characters of a block, from its end or its start, in which a notice is looked for."""
LEFT = 20
"""Fewest characters that must stay a block of the story."""
STRONG = 0.8
"""Strength from which a single credit row is believed inside a paragraph."""
_SPLIT: frozenset[Label] = frozenset({"body", "quote", "standfirst"})
_SENTENCE = re.compile(r"[.!?…。！？؟।][\"”’»'」』)\]]{0,3}(?:\s+|(?<=[。！？]))")
_ASIDES = 3
"""Sentences at a paragraph's end that are held against the forms of calls to the reader."""
_SIGNED = re.compile(
    r"[(\[](?!(?i:sic|etc)\b)(?:[^\W\d_][\w.]{0,9}(?: ?[/,&] ?[\w.-]{2,9}){1,3}|[a-zß-öø-ÿ]{2,4}|[A-Z]{2,5})[)\]]$"
)
"""`(abc/dpa)`, `(jk)`, `(PTI)` at a paragraph's end."""
_COPYRIGHT = re.compile(r"(?:©|\(c\)|Copyright\b)[^.!?\n]{0,20}\b(?:19|20)\d\d\b[^\n]{0,100}$", re.IGNORECASE)


def split(text: str, blocks: Sequence[Block], marks: Sequence[Mark]) -> list[Block]:
    """The blocks in order, those that hold a fused notice or credit cut in two or three; they cover the same characters.

    Marks and blocks are in order of place, offsets of `text`. White space at a cut belongs to neither part.
    """
    pieces: list[Block] = []
    for block, found in zip(blocks, marked.by_block(blocks, marks), strict=True):
        if block.label not in _SPLIT:
            pieces.append(block)
            continue
        places: set[int] = set()
        if found or "©" in text[max(block.start, block.end - 160) : block.end]:
            places = {_head(text, block, found), _tail(text, block, found)} - {0}
        last = None if max(places, default=0) > block.start + LEFT else _aside(text, block)
        cut = _cut(text, block, sorted(places | ({last.start} if last else set())))
        pieces += [*cut[:-1], msgspec.structs.replace(last, end=cut[-1].end, links=cut[-1].links)] if last else cut
    return pieces


def _aside(text: str, block: Block) -> Block | None:
    """The call to the reader, or the signature in brackets, at the end of a paragraph: a block that begins there."""
    starts = _sentence_starts(text, max(block.start, block.end - REACH), block.end)[-_ASIDES:]
    for start in starts:
        if start < block.start + LEFT:
            continue
        known = asides.form_of(text[start : block.end])
        if known is not None:
            return _replaced(block, start, known.label, known.why)
        if start == starts[-1] and _SIGNED.match(text, start, block.end):
            return _replaced(block, start, "byline", f"{SIGNATURE} in brackets")
    return None


def _replaced(block: Block, start: int, label: Label, why: str) -> Block:
    return msgspec.structs.replace(block, start=start, label=label, why=why, confidence=0.8)


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
