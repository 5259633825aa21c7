"""Words that are written from right to left: their letters in the order in which they are read.

A PDF places letters, and programs that write one place those of a word as they come or as they stand; PDFium gives them
as they are placed. So the letters of such a word are put in order by where they stand. The words themselves, and the
spaces between those of other scripts, come in order.
"""

from __future__ import annotations

import unicodedata

from audit.capture.pdf.glyphs import Glyph

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_NUMBERS = frozenset({"EN", "AN", "L"})
_IN_NUMBERS = frozenset({"ES", "CS", "ET"})
_GAP = 0.15
"""Letters nearer to each other than this share of the line's height are of one word, whatever PDFium says."""


def in_reading_order(glyphs: list[Glyph]) -> list[Glyph]:
    """The glyphs of a line, each word from right to left in the order of its letters."""
    if not any(ord(g.text) > 0x58F and _is_rtl(g) for g in glyphs):
        return glyphs
    reach = _GAP * max(g.top - g.bottom for g in glyphs)
    words: list[list[Glyph]] = []
    for glyph in glyphs:
        if glyph.space or not words:
            words.append([])
        words[-1].append(glyph)
    whole = words[:1]
    for word in words[1:]:
        if _near(whole[-1], word, reach):
            whole[-1] += word
        else:
            whole.append(word)
    return [glyph for word in whole for glyph in _word(word)]


def _near(before: list[Glyph], word: list[Glyph], reach: float) -> bool:
    """True where a space between two pieces is none: both are written from right to left and touch."""
    if not (any(map(_is_rtl, before)) and any(map(_is_rtl, word))):
        return False
    starts, ends = (
        (min(g.left for g in piece) for piece in (before, word)),
        (max(g.right for g in piece) for piece in (before, word)),
    )
    return max(starts) - min(ends) < reach


def _word(glyphs: list[Glyph]) -> list[Glyph]:
    if not any(_is_rtl(g) for g in glyphs):
        return glyphs
    letters = [g for g in glyphs if not unicodedata.combining(g.text)]
    marks: dict[int, list[Glyph]] = {}
    for mark in (g for g in glyphs if unicodedata.combining(g.text)):
        nearest = min(range(len(letters)), key=lambda i: abs(_centre(letters[i]) - _centre(mark)), default=0)
        marks.setdefault(nearest, []).append(mark)
    places = sorted(range(len(letters)), key=lambda i: -_centre(letters[i]))
    placed = _numbers_forward([letters[i] for i in places])
    index = {id(letter): i for i, letter in enumerate(letters)}
    ordered = [g for letter in placed for g in (letter, *marks.get(index[id(letter)], ()))]
    ordered = ordered or glyphs
    first, *rest = ordered
    return [first._replace(space=glyphs[0].space), *(g._replace(space=False) for g in rest)]


def _numbers_forward(glyphs: list[Glyph]) -> list[Glyph]:
    """Numbers and Latin words read from left to right also among others."""
    ordered: list[Glyph] = []
    run: list[Glyph] = []
    for glyph in glyphs:
        sort = unicodedata.bidirectional(glyph.text)
        if sort in _NUMBERS or (run and sort in _IN_NUMBERS):
            run.append(glyph)
            continue
        ordered += _reversed(run)
        run = []
        ordered.append(glyph)
    return ordered + _reversed(run)


def _reversed(run: list[Glyph]) -> list[Glyph]:
    """A run backwards; signs at its end that belong to no number stay behind it."""
    end = len(run)
    while end and unicodedata.bidirectional(run[end - 1].text) in _IN_NUMBERS:
        end -= 1
    return run[:end][::-1] + run[end:]


def _is_rtl(glyph: Glyph) -> bool:
    return unicodedata.bidirectional(glyph.text) in _RIGHT_TO_LEFT


def _centre(glyph: Glyph) -> float:
    return (glyph.left + glyph.right) / 2
