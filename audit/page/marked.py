"""Labels from the lexicon's marks: a credit line, a notice, a dateline is known by its words wherever it stands.

The marks are those that provenance reads later; here they only say that a block is wrapper of a certain kind. A block
counts as a notice or a credit when the marks cover most of it; one sentence of a story that happens to use such words
does not change the story's label.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from audit.lexicon import forms
from audit.model import Block, DisclaimerKind, Label, Mark

COVERED = 0.6
"""Share of a block that marks must cover to give it their label."""
SURE = 0.85
TWO_SIGNS = 1.3
"""Strengths of different rows that together make a notice of words which occur in reporting, too."""
_IN_PROSE: frozenset[DisclaimerKind | None] = frozenset(
    {"views", "no-liability", "advice", "conflict", "automated", "as-is"}
)
"""Kinds that reporting talks about as well: one row alone does not make a notice of them."""
_NEVER: frozenset[DisclaimerKind | None] = frozenset({"unverified"})
"""Kinds that stand in the text and belong to it."""
_KEPT: frozenset[Label] = frozenset({"headline", "navigation", "related", "comments"})
_FAMILIES: dict[str, tuple[Label, str]] = {
    "credit": ("credit", "words of a credit line"),
    "byline": ("byline", "words of a byline"),
    "dateline": ("dateline", "a dateline on a line of its own"),
    "photo": ("caption", "words of a picture credit"),
    "copyright": ("copyright", "a copyright line"),
    "correction": ("correction", "words that open a correction or update"),
}


def relabel(blocks: Sequence[Block], marks: Sequence[Mark]) -> list[Block]:
    """The blocks, those that marks cover labelled by them; order and spans stay."""
    inside = by_block(blocks, marks)
    labelled = [_relabelled(block, found) if found else block for block, found in zip(blocks, inside, strict=True)]
    return list(_after_headings(labelled, inside))


def by_block(blocks: Sequence[Block], marks: Sequence[Mark]) -> list[list[Mark]]:
    """For each block the marks that begin in it; both are in order of place."""
    inside: list[list[Mark]] = [[] for _ in blocks]
    at = 0
    for mark in marks:
        while at < len(blocks) and blocks[at].end <= mark.start:
            at += 1
        if at == len(blocks):
            break
        inside[at].append(mark)
    return inside


def _relabelled(block: Block, marks: Sequence[Mark]) -> Block:
    if block.label in _KEPT:
        return block
    notice = [m for m in marks if is_notice(m)]
    if covered(block, notice) >= COVERED and sure(notice):
        return _with(block, "disclaimer", "words of a notice")
    if block.label == "disclaimer":
        return block
    for family, (label, why) in _FAMILIES.items():
        found = [m for m in marks if forms.row(m.row).family == family and forms.row(m.row).strength >= 0.5]
        if found and covered(block, found) >= COVERED and not (label == "caption" and block.structure == "heading"):
            return block if block.label == "copyright" and label == "credit" else _with(block, label, why)
    return block


def is_notice(mark: Mark) -> bool:
    """True for a mark of a disclaimer or notice, but for the kinds that belong to the story."""
    row = forms.row(mark.row)
    return row.family in ("disclaimer", "notice") and row.kind not in _NEVER and row.group != "outside"


def sure(marks: Sequence[Mark]) -> bool:
    """True where the marks make a notice: one strong row of a kind that reporting does not use, or several rows."""
    rows = {m.row: forms.row(m.row) for m in marks}
    if any(r.strength >= SURE and r.family == "disclaimer" and r.kind not in _IN_PROSE for r in rows.values()):
        return True
    kinds = {(r.family, r.kind) for r in rows.values()}
    return len(kinds) > 1 and sum(r.strength for r in rows.values()) >= TWO_SIGNS


def covered(block: Block, marks: Iterable[Mark]) -> float:
    """The share of the block's length under the marks."""
    covered = 0
    last = block.start
    for mark in sorted(marks, key=lambda m: m.start):
        covered += max(0, min(mark.end, block.end) - max(mark.start, last))
        last = max(last, mark.end)
    return covered / (block.end - block.start)


def _after_headings(blocks: Sequence[Block], inside: Sequence[Sequence[Mark]]) -> Iterator[Block]:
    """A block that holds a clause of a notice and stands right under a notice's heading belongs to the notice."""
    under = False
    for block, marks in zip(blocks, inside, strict=True):
        notice = [m for m in marks if is_notice(m)]
        clause = any(forms.row(m.row).family == "disclaimer" for m in notice)
        if under and clause and block.label not in _KEPT and block.label != "disclaimer":
            block = _with(block, "disclaimer", "a clause of a notice, under its heading")
        under = block.label == "disclaimer" or (bool(notice) and not clause and covered(block, notice) >= COVERED)
        yield block


def _with(block: Block, label: Label, why: str) -> Block:
    return msgspec.structs.replace(block, label=label, why=why, confidence=max(block.confidence, 0.9))
