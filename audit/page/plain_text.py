"""A plain-text input (a pasted article) into blocks: its lines, with hard-wrapped ones joined.

The text is its own `Page.text`; blocks tile it but for the white space between them. A line goes on in the next where
the next line's first word would not have fitted (a wrap at a fixed width), or where it stops in mid-sentence and the
next starts in lower case; the heading of a notice ("Legal Disclaimer:") takes the paragraph below it in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.model import Span
from audit.page import wrapper_words

WRAP_WIDTH = 120
"""Lines longer than this are paragraphs of their own, not wrapped ones."""
_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_STOPS = ".!?…。！？؟।:;\"”»'’)"
_NOTICES = frozenset({"disclaimer", "correction"})


def blocks_of(text: str) -> tuple[Span, ...]:
    """The blocks of `text` in order: disjoint, none empty, only white space between them."""
    lines = _lines(text)
    spans: list[Span] = []
    index = 0
    while index < len(lines):
        last = index
        width = _width(text, lines, index)
        while last + 1 < len(lines) and _goes_on(text, lines[last], lines[last + 1], lines[index], width):
            last += 1
        spans.append(Span(lines[index].start, lines[last].end))
        index = last + 1
    return tuple(spans)


def _lines(text: str) -> list[Span]:
    """The lines of `text` that hold something, without the white space around them."""
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + len(line) - len(line.lstrip())
            found.append(Span(start, start + len(stripped)))
    return found


def _adjacent(text: str, line: Span, following: Span) -> bool:
    """True where no blank line stands between the two."""
    gap = text[line.end : following.start]
    return gap.count("\n") <= 1 and gap.count("\r") <= 1 and not any(c in gap for c in "\v\f\x85\u2028\u2029")


def _width(text: str, lines: Sequence[Span], index: int) -> int:
    """The longest line of the paragraph that starts here: 0 where a line of it is too long to be a wrapped one."""
    width = 0
    for number in range(index, min(len(lines), index + 200)):
        if number > index and not _adjacent(text, lines[number - 1], lines[number]):
            break
        size = lines[number].end - lines[number].start
        if size > WRAP_WIDTH:
            break
        width = max(width, size)
    return width


def _goes_on(text: str, line: Span, following: Span, first: Span, width: int) -> bool:
    if not _adjacent(text, line, following):
        return False
    size, next_size = line.end - line.start, following.end - following.start
    if size > WRAP_WIDTH or next_size > WRAP_WIDTH:
        return False
    words = text[line.start : line.end]
    next_words = text[following.start : following.end]
    if words[-1] == ":" and line == first and _heads_notice(words) and wrapper_words.family_of(next_words) is None:
        return True
    if next_words[0].islower() and words[-1] not in _STOPS and max(size, next_size) >= 40:
        return True
    if line == first and line.start == _start_of(text):
        return False  # the first line of all is a headline unless it stops in mid-sentence
    # a list of short lines has no width; a wrapped paragraph fills it
    first_word = len(next_words.split(None, 1)[0])
    if width < 50 or size < width * 0.6 or size + 1 + first_word <= width or words[-1] == ":":
        return False
    if words[-1] not in _STOPS:
        return True
    # a sentence that ends with its line: only where a line beside it stops in mid-sentence
    wrapped_before = any(
        part and part.rstrip()[-1] not in _STOPS for part in text[first.start : line.start].splitlines() if part.strip()
    )
    return wrapped_before or (next_words[-1] not in _STOPS and next_size >= width * 0.6)


def _start_of(text: str) -> int:
    return len(text) - len(text.lstrip())


def _heads_notice(words: str) -> bool:
    hit = wrapper_words.family_of(words)
    return hit is not None and hit[1] and hit[0] in _NOTICES
