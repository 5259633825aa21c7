"""The one matcher: all rows over all lines of a page, once.

One automaton finds the anchors of all rows in the folded text; a row is compiled and run only on a line where one of
its anchors stands in the part of the line that its scope looks at. Everything a pattern sees is bounded (`WINDOW`), so
that the time is linear in the length of the text, whatever the lines look like.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

from audit.model import Mark, Slot, Span

from .agencies import Replaced
from .dates import LONGEST_LINE, behind_date
from .folding import Folded, fold
from .patterns import compile_pattern, wants_agency
from .plausible import CHECKS
from .rows import Row

_Found = tuple[int, int, Row, list[tuple[str, int, int]]]
"""Start, end, row and slots of a match, in offsets of the folded text."""

LINE = 700
"""Longest line that a `line` row looks at."""
EDGE = 220
"""How far a `head` or `tail` row looks into a line."""
WINDOW = 900
"""How far before and behind its anchor an `inside` or `passage` row looks."""
AGENCY = "{agency}"
"""The anchor of rows that are anchored by any listed agency."""


class Matcher:
    """Rows made ready to run. Compiled patterns are kept; an instance may be used again and again."""

    def __init__(self, rows: Iterable[Row]) -> None:
        import ahocorasick

        self.rows: tuple[Row, ...] = tuple(rows)
        self._compiled: list[Any] = [None] * len(self.rows)
        self._wants_agency = frozenset(i for i, row in enumerate(self.rows) if wants_agency(row.pattern))
        self._by_agency = tuple(i for i, row in enumerate(self.rows) if AGENCY in row.anchors)
        by_anchor: dict[str, list[int]] = {}
        for i, row in enumerate(self.rows):
            for anchor in row.anchors:
                if anchor != AGENCY:
                    by_anchor.setdefault(fold(anchor), []).append(i)
        self._automaton = ahocorasick.Automaton()
        for anchor, wanted in by_anchor.items():
            self._automaton.add_word(anchor, (len(anchor), tuple(wanted)))
        self._anchored = bool(by_anchor)
        self._automaton.make_automaton()

    def match(self, text: str, lines: Sequence[Span]) -> tuple[Mark, ...]:
        """All marks on `lines` (in order, not overlapping), sorted by place."""
        if not lines:
            return ()
        folded = Folded(text)
        plain = _View(folded.text, [(folded.offset(line.start), folded.offset(line.end)) for line in lines])
        found = list(self._anchored_marks(folded, plain, _passages(text, lines)))
        marks = {mark for start, end, row, slots in found if (mark := _mark(text, folded, row, start, end, slots))}
        return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.row)))

    def _anchored_marks(self, folded: Folded, plain: _View, passages: list[tuple[int, int]]) -> Iterable[_Found]:
        starts = plain.starts
        replaced = Replaced(folded) if self._wants_agency else None
        named = plain.through(replaced) if replaced else plain
        done: set[tuple[int, int]] = set()
        reached: dict[int, int] = {}
        for last, (length, wanted) in self._automaton.iter(plain.text.replace("\n", " ")) if self._anchored else ():
            at = last + 1 - length
            line = bisect_right(starts, at) - 1
            if line < 0 or at >= plain.bounds[line][1]:
                continue
            for i in wanted:
                scope = self.rows[i].scope
                view = named if i in self._wants_agency else plain
                if scope in ("inside", "passage"):
                    yield from self._wide(i, view, view.at(at), line, passages[line], reached)
                elif (i, line) not in done:
                    start, end = plain.bounds[line]
                    if (scope == "head" and at - start > EDGE) or (scope == "tail" and end - at > EDGE):
                        continue
                    done.add((i, line))
                    yield from self._narrow(i, view, line)
        if replaced and replaced.places:
            for i in self._by_agency:
                yield from self._with_agency(i, named, replaced)

    def _with_agency(self, i: int, named: _View, replaced: Replaced) -> Iterable[_Found]:
        """Lines where a listed agency stands in the part that the row's scope looks at."""
        scope = self.rows[i].scope
        starts = named.starts
        seen = -1
        for place in replaced.places:
            line = bisect_right(starts, place) - 1
            if line <= seen or place >= named.bounds[line][1]:
                continue
            start, end = named.bounds[line]
            reach = end if scope == "line" else min(end, start + EDGE)
            if scope == "tail":
                start = max(start, end - EDGE)
                reach = end
            if replaced.within(start, reach):
                seen = line
                yield from self._narrow(i, named, line)

    def _wide(
        self, i: int, view: _View, at: int, line: int, passage: tuple[int, int], reached: dict[int, int]
    ) -> Iterable[_Found]:
        """A row that looks into the middle of lines: a window around the anchor, none looked at twice."""
        done = reached.get(i, 0)
        if done > at:
            return
        first, final = passage if self.rows[i].scope == "passage" else (line, line)
        start = max(view.bounds[first][0], at - WINDOW, done)
        end = min(view.bounds[final][1], at + WINDOW)
        reached[i] = max(at + 1, start)
        for match in self._pattern(i).finditer(view.text[start:end]):
            yield view.found(self.rows[i], match, start)
            reached[i] = max(reached[i], start + match.end())
        # What lies well before the window's end has been judged; an anchor near the end gets a window of its own.
        reached[i] = max(reached[i], end - WINDOW // 2)

    def _narrow(self, i: int, view: _View, line: int) -> Iterable[_Found]:
        """A row that lies on a whole line, its head or its tail."""
        row = self.rows[i]
        start, end = view.bounds[line]
        if row.scope == "line" and end - start > min(row.longest, LINE):
            return
        pattern = self._pattern(i)
        if row.scope == "line":
            match = pattern.fullmatch(view.text[start:end])
            if not match and (dated := view.dated(line)):
                start += dated
                match = pattern.fullmatch(view.text[start:end])
        elif row.scope == "head":
            match = pattern.match(view.text[start : min(end, start + EDGE)])
        else:
            start = max(start, end - EDGE)
            part = view.text[start:end].rstrip()
            match = pattern.search(part)
            if match and match.end() < len(part):
                match = None
        if match:
            yield view.found(row, match, start)

    def _pattern(self, i: int) -> Any:
        if self._compiled[i] is None:
            self._compiled[i] = compile_pattern(self.rows[i].pattern)
        return self._compiled[i]


class _View:
    """A copy of the text, its lines in that copy, and the way back to the folded text."""

    __slots__ = ("_dated", "_replaced", "bounds", "starts", "text")

    def __init__(self, text: str, bounds: list[tuple[int, int]], replaced: Replaced | None = None) -> None:
        self.text = text
        self.bounds = bounds
        self.starts = [start for start, _ in bounds]
        self._replaced = replaced
        self._dated: dict[int, int] = {}

    def dated(self, line: int) -> int:
        """How much of a line is a date at its head; 0 where none is."""
        if line not in self._dated:
            start, end = self.bounds[line]
            self._dated[line] = behind_date(self.text[start:end]) if end - start <= LONGEST_LINE else 0
        return self._dated[line]

    def through(self, replaced: Replaced) -> _View:
        """The same lines with agencies replaced."""
        return _View(
            replaced.text, [(replaced.there(start), replaced.there(end)) for start, end in self.bounds], replaced
        )

    def at(self, offset: int) -> int:
        """The offset here of an offset of the folded text."""
        return self._replaced.there(offset) if self._replaced else offset

    def found(self, row: Row, match: Any, base: int) -> _Found:
        """A match, in offsets of the folded text."""
        back = self._replaced.back if self._replaced else int
        slots = [(name, back(start), back(end)) for name, start, end in _slots(match, base)]
        return back(base + match.start()), back(base + match.end()), row, slots


def _slots(match: Any, base: int) -> list[tuple[str, int, int]]:
    # RE2 wants the names of groups to differ: `outlet2` is a second place for `outlet`.
    found = []
    for name, number in match.re.groupindex.items():
        start, end = match.span(number)
        if 0 <= start < end:
            found.append((name.rstrip("0123456789"), base + start, base + end))
    return found


def _mark(text: str, folded: Folded, row: Row, start: int, end: int, slots: list[tuple[str, int, int]]) -> Mark | None:
    low = folded.text
    while start < end and low[start].isspace():
        start += 1
    while end > start and low[end - 1].isspace():
        end -= 1
    if start == end:
        return None
    made: list[Slot] = []
    for name, first, last in sorted(slots, key=lambda slot: slot[1]):
        slot = Slot(name, folded.origin(first), folded.origin_end(last))
        words = text[slot.start : slot.end]
        check = CHECKS.get(name)
        if check and not check(words):
            return None
        made.append(slot)
    return Mark(row.id, folded.origin(start), folded.origin_end(end), tuple(made))


def _passages(text: str, lines: Sequence[Span]) -> list[tuple[int, int]]:
    """For each line the first and last line of its passage: lines with no empty line between them."""
    groups: list[list[int]] = []
    for i, line in enumerate(lines):
        if (
            groups
            and "\n" not in text[lines[i - 1].end : line.start].replace("\n", "", 1)
            and line.start - lines[i - 1].end < 200
        ):
            groups[-1].append(i)
        else:
            groups.append([i])
    return [(group[0], group[-1]) for group in groups for _ in group]
