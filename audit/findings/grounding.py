"""The grounding gate: nothing leaves that quotes words which are not there.

It runs last before writing. An item passes when each span it carries lies in the page's text and each quotation is,
letter for letter, what stands at its place; the quotations inside a finding's message must be words of the page or of
the finding's other evidence. What does not pass is dropped and counted, never repaired.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeVar

from audit.model import (
    Address,
    Attribution,
    Check,
    Credit,
    Disclaimer,
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
    for item in items:
        if _holds(page, item):
            kept.append(item)
        else:
            dropped += 1
    return tuple(kept), dropped


def grounded(page: Page, evidence: Evidence) -> bool:
    """True where the evidence says of the page's text nothing that is not so."""
    if isinstance(evidence, Quoted):
        inside = 0 <= evidence.start < evidence.end <= len(page.text)
        return inside and page.text[evidence.start : evidence.end] == evidence.quote
    return True


def _holds(page: Page, item: Finding | Check | Credit | Disclaimer | Edge | Attribution) -> bool:
    match item:
        case Finding():
            return bool(item.evidence) and _all(page, item.evidence) and _message_holds(page, item)
        case Edge():
            return bool(item.evidence) and _all(page, item.evidence)
        case Check():
            return _all(page, item.evidence)
        case Credit():
            placed = item.start is None or item.end is None or _inside(page, Span(item.start, item.end))
            return placed and grounded(page, item.evidence)
        case Disclaimer():
            spans = [Span(item.start, item.end), *(Span(c.start, c.end) for c in item.clauses)]
            return grounded(page, item.evidence) and all(_inside(page, s) for s in spans)
        case Attribution():
            spans = [*item.source, *item.cue, *item.content, *item.hedges, *item.relay_evidence]
            return bool(spans) and all(_inside(page, s) for s in spans)


def _all(page: Page, evidence: tuple[Evidence, ...]) -> bool:
    return all(grounded(page, e) for e in evidence)


def _inside(page: Page, span: Span) -> bool:
    return 0 <= span.start < span.end <= len(page.text)


def _message_holds(page: Page, finding: Finding) -> bool:
    """Each “…” of the message stands, but for white space, case and clipping, on the page or in the evidence."""
    claimed = [piece for quote in _MESSAGE_QUOTE.findall(finding.message) for piece in _pieces(quote)]
    if not claimed:
        return True
    # Most quotations are of the evidence; the page's whole text is folded only for the others.
    evidence = _folded(" \n ".join(_said(e) for e in finding.evidence))
    left = [piece for piece in claimed if piece not in evidence]
    if not left:
        return True
    text = _folded(page.text)
    return all(piece in text for piece in left)


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
