"""The dateline that opens the text: `KYIV, May 3 —`, `Berlin (dpa) -`, `BEIJING:`, `(Reuters) —`.

Those with an agency are forms of the lexicon, whose marks are read here; those of a place alone are read by form. A form
that other first words share (“Update - …”, “LANE: …” in an interview) counts only where it opens the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.lexicon import forms
from audit.lexicon.word_sets import words_of
from audit.model import Block, Mark
from audit.page.wrapper_words import fold

LONGEST = 110
"""Characters within which a dateline ends."""
PARAGRAPHS = 4
"""Paragraphs from the first on that a dateline may open."""
SPEAKERS = 5
"""Paragraphs of which more than half open with capitals and a colon where these name who speaks."""
_CAPITAL = "[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄΑ-Ω]"
_PLACE = rf"(?P<place>{_CAPITAL}[\w.'’/-]{{1,24}}(?:[ ,]{{1,2}}[\w.'’/-]{{1,20}}){{0,5}}?)"
# A place in capitals or title case, up to six words, an agency or a date between, then a dash.
_DASHED = re.compile(
    rf"\s*{_PLACE}(?P<middle>\s?,?\s?(?:\([^()\n]{{2,40}}\)|/[^/\n]{{2,24}}/)?[^.!?\n—–-]{{0,24}}?)"
    r"\s?(?P<dash>--|[—–:]|-(?=\s))\s?"
)
_TITLE_CASE = re.compile(
    rf"\s*(?P<place>{_CAPITAL}[\w.'’]{{1,24}}(?:[ /-]{_CAPITAL}[\w.'’]{{1,20}}){{0,2}}) [-–—] (?={_CAPITAL}|[„“\"«])"
)
_COLON = re.compile(rf"\s*(?P<place>{_CAPITAL}[\w.'’/-]{{2,24}}(?:[ ,]{{1,2}}[\w.'’/-]{{2,20}}){{0,4}}):\s")
_AGENCY = re.compile(r"\([A-ZÀ-Þ][^()\n]{1,40}\)|/[A-ZА-Я][^/\n]{1,24}/")
_NEXT_DASH = re.compile(r"\s[-–—]\s")
_CLOSE = 90
"""Characters behind a title-case dateline in which a second dash makes the first one a parenthesis."""
_TRIM = " -–—:\t\u00a0"


def of_text(text: str, blocks: Sequence[Block], marks: Sequence[Mark], below: int = 0) -> tuple[int, int] | None:
    """The span of the dateline of the text below the offset `below`, without the dash behind it; None where it has none.

    Looked for in the first paragraphs of reporting, of which some are leads and buttons, and in what stands right above
    them: a standfirst, a credit, a line of its own.
    """
    first = next((i for i, b in enumerate(blocks) if b.start >= below and b.label in ("dateline", "body")), None)
    if first is None:
        return None
    body = [b for b in blocks[first:] if b.label in ("dateline", "body")]
    above = [b for b in blocks[max(0, first - 2) : first] if b.label in ("standfirst", "credit")]
    interview = sum(_COLON.match(text[b.start : b.start + 60]) is not None for b in body[:SPEAKERS]) > SPEAKERS // 2
    for block in (*above, *body[:PARAGRAPHS]):
        span = _marked(block, marks) or dateline(text, block.start, block.end)
        if span is None and block.label == "body":
            span = _place_alone(text, block, interview)
        if span is not None:
            return _trimmed(text, *span)
    return None


def dateline(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the dateline that opens `text[start:end]` wherever it stands; None where none does.

    The place is in capitals, or an agency in brackets or slashes or a date follows it.
    """
    opening = text[start : min(end, start + LONGEST)]
    found = _DASHED.match(opening)
    if found is None:
        return None
    agency = _AGENCY.search(found.group()) is not None
    dated = any(c.isdigit() for c in found["middle"]) and "," in found.group()
    if not (_in_capitals(found["place"].split(",")[0]) or agency or dated):
        return None
    if found["dash"] == ":" and not agency:
        return None
    return start + len(opening) - len(opening.lstrip()), start + found.end()


def _place_alone(text: str, block: Block, interview: bool) -> tuple[int, int] | None:
    """`BEIJING: …` and `Berlin - Die …`, forms that only the first words of a text have as datelines.

    In an interview, capitals and a colon name who speaks.
    """
    opening = text[block.start : block.start + LONGEST]
    found = _COLON.match(opening)
    if found is not None and not interview and _in_capitals(found["place"]) and _is_place(found["place"]):
        return block.start, block.start + found.end()
    found = _TITLE_CASE.match(opening)
    if found is None or not _is_place(found["place"]):
        return None
    if _NEXT_DASH.search(text, block.start + found.end(), min(block.end, block.start + found.end() + _CLOSE)):
        return None
    return block.start, block.start + found.end()


def _marked(block: Block, marks: Sequence[Mark]) -> tuple[int, int] | None:
    """The longest mark of a dateline form that opens the block."""
    spans = [
        (mark.start, min(mark.end, block.end))
        for mark in marks
        if block.start <= mark.start <= block.start + 2 and forms.row(mark.row).family == "dateline"
    ]
    return max(spans, key=lambda span: span[1], default=None)


def _is_place(words: str) -> bool:
    """False where a word is one that opens lines as datelines do and is no place: “UPDATE”, “Analyse”."""
    return words_of("line-openings").isdisjoint(fold(words).split())


def _in_capitals(place: str) -> bool:
    letters = [c for c in place if c.isalpha()]
    return len(letters) >= 3 and sum(c.isupper() for c in letters) >= 0.7 * len(letters)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    words = text[start:end]
    kept = words.strip(_TRIM)
    start += len(words) - len(words.lstrip(_TRIM))
    return (start, start + len(kept)) if kept else None
