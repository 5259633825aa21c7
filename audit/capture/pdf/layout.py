"""A PDF without structure: its lines joined to paragraphs by where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from audit.capture.pdf.glyphs import Line, PrintedPage
from audit.capture.pdf.spelling import spelled, worded

_PITCH = 1.45
"""Lines further apart than this many times what is usual are not of one paragraph."""
_SAME_SIZE = 0.12
_HEADING = 1.25
"""Type so many times the usual is a heading's."""
_LONGEST_HEADING = 250
_ENDS = (".", "!", "?", "…", ":", "”", '"', "»", "。", "！", "？", "।", "؟")


def paragraphs(pages: Sequence[PrintedPage]) -> list[list[Line]]:
    """The lines of each paragraph, in reading order."""
    found: list[list[Line]] = []
    for page in pages:
        pitch = _usual_pitch(page.lines)
        right = _right_edges(page.lines)
        for number, line in enumerate(page.lines):
            before = page.lines[number - 1] if number else None
            if before is not None:
                goes_on = _goes_on(before, line, pitch, right)
            else:
                goes_on = bool(found) and _over_the_page(found[-1][-1], line)
            if goes_on:
                found[-1].append(line)
            else:
                found.append([line])
    return found


def _usual_pitch(lines: Sequence[Line]) -> float:
    """The usual distance between two lines, in heights of a line; 1.2 where nothing says."""
    steps = sorted(
        (before.bottom - line.bottom) / before.height
        for before, line in pairwise(lines)
        if before.height > 0 and _same_size(before, line) and 0.5 < (before.bottom - line.bottom) / before.height < 2.5
    )
    return steps[len(steps) // 3] if steps else 1.2


def _right_edges(lines: Sequence[Line]) -> dict[tuple[int, int], float]:
    """How far lines that begin at a place and have a size reach."""
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        key = _column(line)
        edges[key] = max(edges.get(key, 0.0), line.right)
    return edges


def _column(line: Line) -> tuple[int, int]:
    return round(line.left / 4), round(line.height)


def _goes_on(before: Line, line: Line, pitch: float, right: dict[tuple[int, int], float]) -> bool:
    """True where `line` goes on with the paragraph of `before`."""
    if not _same_size(before, line):
        return False
    step = before.bottom - line.bottom
    if step < -0.3 * before.height:
        return _over_the_page(before, line)
    if abs(step) <= 0.3 * before.height:
        return True  # the same line
    if step > _PITCH * pitch * before.height:
        return False
    return not _had_room(before, line, right.get(_column(before), before.right))


def _over_the_page(before: Line, line: Line) -> bool:
    return _same_size(before, line) and not before.text.endswith(_ENDS)


def _had_room(before: Line, line: Line, edge: float) -> bool:
    """True where the first word of `line` had fitted at the end of `before`: the writer ended the line there."""
    first = next((i for i, g in enumerate(line.glyphs) if i and g.space), len(line.glyphs))
    width = line.glyphs[first - 1].right - line.glyphs[0].left
    return before.right + width + 0.6 * before.height < edge


def _same_size(before: Line, line: Line) -> bool:
    larger = max(before.height, line.height)
    return larger > 0 and abs(before.height - line.height) <= _SAME_SIZE * larger


def written(found: Sequence[Sequence[Line]], hyphen: str) -> str:
    """The paragraphs as HTML with their links; lines in larger type are headings, of which the largest comes first."""
    usual = _usual_height(found)
    largest = max((lines[0].height for lines in found if _is_short(lines)), default=0.0)
    pieces: list[str] = []
    for lines in found:
        height = lines[0].height
        name = "p"
        if height > _HEADING * usual and _is_short(lines):
            name = "h1" if height >= 0.97 * largest else "h2"
        pieces.append(f"<{name}>{worded(_glyphs(lines), hyphen).html}</{name}>")
    return "".join(pieces)


def _glyphs(lines: Sequence[Line]) -> list[tuple[str, str]]:
    pieces: list[tuple[str, str]] = []
    for line in lines:
        spelled(line.glyphs, pieces)
    return pieces


def _is_short(lines: Sequence[Line]) -> bool:
    return sum(len(line.glyphs) for line in lines) <= _LONGEST_HEADING


def _usual_height(found: Sequence[Sequence[Line]]) -> float:
    """The height of the line in which the middle character stands."""
    heights = sorted((line.height, len(line.glyphs)) for lines in found for line in lines)
    half = sum(count for _, count in heights) / 2
    for height, count in heights:
        half -= count
        if half <= 0:
            return height
    return 0.0
