"""Notices that no rule knows, by how much their sentences read like notices.

A second reading behind the rules', held to more: only sentences outside the article's text that the rules left free, only
those that the learned weights hold for a notice with certainty (`SURE`), among readers' comments only the house's word on
comments. Sentences side by side are one notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from audit.lexicon import forms
from audit.model import Block, Clause, Disclaimer, DisclaimerKind, Page, Publisher, Span
from audit.provenance.credits.position import Positions

from .acceptance import LABELS_OF_NOTICES, REPORTED
from .candidates import aside, candidates, is_unspaced
from .clauses import LEARNED
from .likeness import Likeness, likenesses
from .standing import place_of, placement

SURE = 0.85
"""From which likelihood on a sentence is a notice; `bench.provenance.train_notices --without SET` shows what others give."""
_SMALL_PRINT = 0.7
"""The same shortly behind the text, in blocks that are small print by their make."""
_BESIDE = 0.3
"""The same beside a sentence that is one."""
_CREDITING = frozenset({"credit", "byline", "dateline", "photo"})
"""What names whose text it is disowns nothing."""
_DECIDING = frozenset({"press-release", "sponsored"})
"""Kinds that decide what sort of page it is: they count only beside the text and, deciding nothing, in the footer."""
_CERTAIN = 0.95
"""The likelihood that those need, words of the text that do not speak of the page, what is taken for a teaser, what is short."""
_SHORT = 45
_NEVER = 2.0
_GAP = 3
_OF_COMMENTS = frozenset({"comments-policy", "views", "no-liability"})
_SOMEBODY = re.compile(r"\b(?:I|my|ich|mein\w*|je|mon|yo|mi)\b")


class _Read(NamedTuple):
    span: Span
    block: Block
    like: Likeness


def unlisted(
    page: Page, publisher: Publisher, positions: Positions, known: Sequence[Disclaimer]
) -> tuple[Disclaimer, ...]:
    """The notices of `page` that are not among `known`, in order."""
    taken = [(d.start, d.end) for d in known]
    taken += [(mark.start, mark.end) for mark in page.marks if forms.row(mark.row).family in _CREDITING]
    free = _apart(candidates(page, positions), sorted(taken))
    texts = [span.of(page.text) for span in free]
    read = [
        _Read(span, page.blocks[positions.block_at(span.start)], like)
        for span, like in zip(free, likenesses(texts), strict=True)
    ]
    return tuple(_notice(page, publisher, positions, group) for group in _groups(page, positions, read))


def _apart(spans: Iterable[Span], taken: Sequence[tuple[int, int]]) -> list[Span]:
    """Those of `spans`, in order, that overlap none of `taken`, sorted by where they begin."""
    free: list[Span] = []
    at = reach = 0
    for span in spans:
        while at < len(taken) and taken[at][0] < span.end:
            reach = max(reach, taken[at][1])
            at += 1
        if reach <= span.start:
            free.append(span)
    return free


def _groups(page: Page, positions: Positions, read: Sequence[_Read]) -> Iterator[list[_Read]]:
    """Sentences of one block side by side, one of them sure and the others likely."""
    group: list[_Read] = []
    for one in read:
        likely = one.like.notice >= _BESIDE and _may_be(page, positions, one)
        if group and (not likely or one.block is not group[-1].block or one.span.start - group[-1].span.end > _GAP):
            yield from _sure(page, positions, group)
            group = []
        if likely:
            group.append(one)
    yield from _sure(page, positions, group)


def _sure(page: Page, positions: Positions, group: list[_Read]) -> Iterator[list[_Read]]:
    if any(one.like.notice >= _needed(page, positions, one) for one in group):
        yield group


def _needed(page: Page, positions: Positions, one: _Read) -> float:
    """From which likelihood on a sentence of this kind is a notice in this place."""
    place = place_of(positions, one.span)
    words = one.span.of(page.text)
    if _DECIDING.intersection(one.like.kinds) and "affiliate" not in one.like.kinds:
        deciding = place not in ("end", "tail") and placement(positions, one.span) != "footer"
        return _NEVER if deciding else _CERTAIN
    if aside(one.block) or (len(words) < _SHORT and not is_unspaced(words)):
        return _CERTAIN
    if one.block.label in ("body", "quote"):
        return SURE if forms.speaks_of_itself(words) else _CERTAIN
    return _SMALL_PRINT if place == "tail" and one.block.label in LABELS_OF_NOTICES else SURE


def _may_be(page: Page, positions: Positions, one: _Read) -> bool:
    """Whether a block of this label and place can hold a notice of this kind."""
    if place_of(positions, one.span) in ("inside", "lead"):
        return False
    words = one.span.of(page.text)
    if one.block.label in ("body", "quote") or aside(one.block):  # behind the last paragraph, or it; a teaser
        return not REPORTED.search(words)
    if one.block.label != "comments":
        return True
    return _OF_COMMENTS.issuperset(one.like.kinds) and not _SOMEBODY.search(words)


def _notice(page: Page, publisher: Publisher, positions: Positions, group: Sequence[_Read]) -> Disclaimer:
    start, end = group[0].span.start, group[-1].span.end
    clauses = tuple(
        Clause(cast("DisclaimerKind", kind), one.span.start, one.span.end, (), LEARNED)
        for one in group
        for kind in one.like.kinds
        if not (kind == "sponsored" and "affiliate" in one.like.kinds)  # what a shop pays does not buy the page
    )
    kinds = tuple(dict.fromkeys(clause.kind for clause in clauses))
    place = placement(positions, Span(start, end))
    return Disclaimer(kinds, start, end, page.quote(start, end), publisher.name, None, place, clauses)
