"""The grounding gate: nothing leaves that quotes words which are not there.

It runs last before writing. An item passes when each span it carries lies in the page's text and each quotation is,
letter for letter, what stands at its place; the quotations inside a finding's message must be words of the page or of
the finding's other evidence. What does not pass is dropped and counted, never repaired.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import TypeVar

from audit.model import (
    Address,
    Attribution,
    Check,
    Credit,
    Disclaimer,
    Drift,
    Edge,
    Evidence,
    Finding,
    Markup,
    Page,
    Quoted,
    Span,
    Stated,
)

Item = TypeVar("Item", Finding, Check, Credit, Disclaimer, Edge, Attribution)

_MESSAGE_QUOTE = re.compile("“([^”]*)”")
# A message puts single marks for the double ones inside the words it quotes.
_QUOTE_MARKS = str.maketrans(dict.fromkeys('“”„‟"‘’‚‛', "'"))


def ground(page: Page, items: Iterable[Item]) -> tuple[tuple[Item, ...], int]:
    """The items whose every quotation holds, and the number of those dropped. Order is kept."""
    kept: list[Item] = []
    dropped = 0
    gate = _Gate(page)
    for item in items:
        if gate.passes(item):
            kept.append(item)
        else:
            dropped += 1
    return tuple(kept), dropped


def pair_holds(copy: Page, original: Page, drift: Drift) -> bool:
    """Whether each quotation of `drift` holds on its page, and each one of its message on one of the two."""
    mine, theirs = _Gate(copy), _Gate(original)
    if not (drift.copy or drift.original) or not mine.all(drift.copy) or not theirs.all(drift.original):
        return False
    pieces = [piece for quote in _MESSAGE_QUOTE.findall(drift.message) for piece in _pieces(quote)]
    return all(piece in mine.folded or piece in theirs.folded for piece in pieces)


class _Gate:
    """The test for one page; its text is folded at most once."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def folded(self) -> str:
        """The page's text as the quotations of messages are compared with it."""
        return _folded(self.page.text)

    def passes(self, item: Finding | Check | Credit | Disclaimer | Edge | Attribution) -> bool:
        match item:
            case Finding():
                return bool(item.evidence) and self.all(item.evidence) and self._message_holds(item)
            case Edge():
                return bool(item.evidence) and self.all(item.evidence)
            case Check():
                return self.all(item.evidence)
            case Credit():
                placed = item.start is None or item.end is None or self._inside(Span(item.start, item.end))
                return placed and self._holds(item.evidence)
            case Disclaimer():
                spans = [Span(item.start, item.end), *(Span(c.start, c.end) for c in item.clauses)]
                return self._holds(item.evidence) and all(self._inside(s) for s in spans)
            case Attribution():
                spans = [*item.source, *item.cue, *item.content, *item.hedges, *item.relay_evidence]
                return bool(spans) and all(self._inside(s) for s in spans)

    def _holds(self, evidence: Evidence) -> bool:
        if isinstance(evidence, Quoted):
            return self._inside(evidence.span) and evidence.span.of(self.page.text) == evidence.quote
        return True

    def all(self, evidence: tuple[Evidence, ...]) -> bool:
        """True where every quotation stands at its place."""
        return all(self._holds(e) for e in evidence)

    def _inside(self, span: Span) -> bool:
        return 0 <= span.start < span.end <= len(self.page.text)

    def _message_holds(self, finding: Finding) -> bool:
        """Each “…” of the message stands, but for white space, case and clipping, on the page or in the evidence."""
        claimed = [piece for quote in _MESSAGE_QUOTE.findall(finding.message) for piece in _pieces(quote)]
        evidence = _folded(" \n ".join(_said(e) for e in finding.evidence)) if claimed else ""
        return all(piece in evidence or piece in self.folded for piece in claimed)


def _said(evidence: Evidence) -> str:
    match evidence:
        case Quoted():
            return evidence.quote
        case Markup() | Address() | Stated():
            return evidence.value
        case _:
            return ""


def _pieces(quote: str) -> list[str]:
    return [folded for piece in quote.split("…") if (folded := _folded(piece))]


def _folded(text: str) -> str:
    return " ".join(text.translate(_QUOTE_MARKS).split()).casefold()
