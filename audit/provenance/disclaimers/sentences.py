"""The sentence around a clause, and how far a notice reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.model import Clause, Mark, Span
from audit.provenance.credits.position import Positions

SENTENCE_END = re.compile(
    r"[.!?。！？؟।\n]"  # a set first: `re` runs to the next of its members without trying anything at the letters between
    r"(?:(?<!\n)[\"'”’»)\]]*(?=\s|$)|(?<=\n)\s*\n)"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Inc|Ltd|Co|Corp|Mr|Mrs|Ms|Dr|Prof|Sr|Sra|Jr|St|No|vs|e\.g|i\.e|p\.ej|U\.S|u\.a|z\.B|d\.h|o\.ä|bzw|ca|Nr|ggf|evtl|inkl|vgl|"
    r"usw|gem|Abs|Art|Str|tel|approx|est|z\.o\.o|ул|руб|г|т\.е|т\.д|др)|\b[A-Z]|[ (]\d{1,2})\.$"
)
"""What ends with a full stop and no sentence: abbreviations, initials, the number of a day or a paragraph."""
LONGEST_SENTENCE = 900


def extent(positions: Positions, group: Sequence[Mark], clauses: Sequence[Clause]) -> Span:
    """From the heading or the first sentence to the end of the last one."""
    text = positions.page.text
    first = min(mark.start for mark in group)
    last = max(mark.end for mark in group)
    start = sentence_around(text, Span(first, first + 1), _line_block(positions, first)).start
    end = sentence_around(text, Span(max(first, last - 1), last), _line_block(positions, max(first, last - 1))).end
    start, end = min(start, first), max(end, last)
    # A label glued to a byline is its whole line; brackets around a notice are its own.
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, min(end, max(clause.end for clause in clauses) + 4 * LONGEST_SENTENCE))


def _line_block(positions: Positions, offset: int) -> Span:
    block = positions.page.blocks[positions.block_at(offset)]
    return block.span if block.start <= offset < block.end else Span(offset, offset + 1)


def ends_sentence(text: str, low: int, stop: int) -> bool:
    """Whether the full stop at `stop` ends a sentence that begins at `low` or later, and no abbreviation."""
    return not _ABBREVIATION.search(text[max(low, stop - 8) : stop + 1])


def sentence_around(text: str, span: Span, within: Span) -> Span:
    """The sentence around a span, inside a block."""
    low = max(within.start, span.start - LONGEST_SENTENCE)
    start = low
    for found in SENTENCE_END.finditer(text, low, span.start):
        if ends_sentence(text, low, found.start()):
            start = found.end()
    high = min(within.end, span.end + LONGEST_SENTENCE)
    end = high
    if span.end > within.start and SENTENCE_END.match(text, span.end - 1):
        end = span.end
    else:
        for found in SENTENCE_END.finditer(text, max(span.end - 1, low), high):
            if ends_sentence(text, low, found.start()):
                end = found.end()
                break
    while start < span.start and text[start].isspace():
        start += 1
    return Span(start, max(end, span.end))
