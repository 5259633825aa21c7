"""Quotations: what stands between quotation marks, in every style that news uses.

Pairs are read line by line, so an odd mark spoils one paragraph and not the page. A quotation left open runs to the end
of its line; where the next line opens with the same mark it is the same quotation going on, as printers set long
speech. A mark needs no space before it: `Pakistan“could`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from audit.model import Span

_PAIRS = {"“": "”", "«": "»", "„": "“”", "»": "«", "「": "」", "『": "』", "‹": "›", "《": "》"}
_MARK = re.compile("[“”„«»\"「」『』‹›《》‘’'‚]")
_SPEECH_WORDS = 5
_LONGEST_SINGLE = 1200


class Quotation(NamedTuple):
    """`start` to `end` with its marks, `inner_start` to `inner_end` without; `continued`: it goes on in the next line."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool
    continues: bool
    """True where this line only goes on with a quotation that an earlier line opened."""

    @property
    def span(self) -> Span:
        """The quotation with its marks."""
        return Span(self.start, self.end)

    def scare(self, text: str) -> bool:
        """Whether it is too short to be speech: a term set apart, unless an attribution claims it."""
        inner = text[self.inner_start : self.inner_end]
        return len(inner.split()) < _SPEECH_WORDS and not inner.rstrip().endswith((".", "!", "?", ",", "…"))


def find_quotations(text: str, lines: Iterable[Span]) -> tuple[Quotation, ...]:
    """The outermost quotations of `lines`, in order."""
    found: list[Quotation] = []
    previous: Quotation | None = None
    for line in lines:
        here = list(_in_line(text, line))
        if here and previous is not None and not previous.closed and here[0].start == line.start:
            here[0] = here[0]._replace(continues=True)
        previous = here[-1] if here and here[-1].end == line.end else None
        found.extend(here)
    return tuple(found)


def _in_line(text: str, line: Span) -> Iterable[Quotation]:
    """A state machine over the line's marks; nested marks of another kind stay inside."""
    start = -1
    closers = ""
    for match in _MARK.finditer(text, line.start, line.end):
        mark, place = match.group(), match.start()
        if start < 0:
            closers = _opens(text, line, mark, place)
            if closers:
                start = place
        elif mark in closers and _closes(text, line, mark, place, start):
            if place > start + 2 or mark not in "'’":
                yield Quotation(start, place + 1, start + 1, place, True, False)
            start = -1
    if start >= 0 and text[start] not in "'‘‚":
        yield Quotation(start, line.end, start + 1, line.end, False, False)


def _opens(text: str, line: Span, mark: str, place: int) -> str:
    """The marks that would close a quotation opened here; empty where this mark opens none."""
    before = text[place - 1] if place > line.start else " "
    after = text[place + 1] if place + 1 < line.end else " "
    if mark in "‘‚":
        ends = _single_ends(text, line, place)
        return ("’" if mark == "‘" else "‘’") if ends and not before.isalnum() and not after.isspace() else ""
    if mark == "'":
        fits = not before.isalnum() and before not in ".,)’”" and (after.isalnum() or after in '“"(…[')
        return "'" if fits and _single_ends(text, line, place) else ""
    if mark == '"':
        inches = before.isdigit() and not after.isalnum()
        return "" if inches or (after.isspace() and not before.isspace()) else '"'
    if mark == "”":  # Urdu opens with it (”…“), Swedish and Finnish open and close with it
        return "“”" if (before.isspace() or before in "([—–:") and after.isalnum() else ""
    if mark == "»" and (before.isalnum() or before in ".,!?"):
        return ""
    return _PAIRS.get(mark, "")


def _closes(text: str, line: Span, mark: str, place: int, start: int) -> bool:
    after = text[place + 1] if place + 1 < line.end else " "
    before = text[place - 1]
    if mark in "'’":
        return not after.isalnum() and not before.isspace() and place - start < _LONGEST_SINGLE
    return not (mark == '"' and before.isspace() and after.isalnum())


def _single_ends(text: str, line: Span, place: int) -> bool:
    """Whether a single quotation mark opened at `place` is closed on its line: an apostrophe is not."""
    limit = min(line.end, place + _LONGEST_SINGLE)
    for match in re.compile("[’'‘]").finditer(text, place + 2, limit):
        here = match.start()
        after = text[here + 1] if here + 1 < line.end else " "
        if not after.isalnum() and not text[here - 1].isspace():
            return True
    return False
