"""The one matcher: all rows over all lines of a page, once.

One automaton finds the anchors of all rows in the folded text; a row is compiled and run only on a line where one of
its anchors stands in the part of the line that its scope looks at. Everything a pattern sees is bounded (`WINDOW`), so
that the time is linear in the length of the text, whatever the lines look like.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from audit.model import Mark, Slot, Span

from .acts import Finder
from .agencies import Replaced, long_names
from .anchors import Anchors
from .dates import LONGEST_LINE, behind_date
from .folding import Folded, fold
from .patterns import STAND_IN, compile_pattern, wants_agency
from .plausible import CHECKS
from .rows import Row
from .screen import Screen

_Found = tuple[int, int, Row, list[tuple[str, int, int]]]
"""Start, end, row and slots of a match, in offsets of the folded text."""

LINE = 700
"""Longest line that a `line` row looks at."""
EDGE = 220
"""How far a `head` or `tail` row looks into a line."""
OPENING = 3
"""Characters of punctuation before an anchor that opens a line."""
WINDOW = 900
"""How far before and behind its anchor an `inside` or `passage` row looks."""
AGENCY = "{agency}"
"""The anchor of rows that are anchored by any listed agency."""


class Matcher:
    """Rows made ready to run. Compiled patterns are kept; an instance may be used again and again."""

    def __init__(self, rows: Iterable[Row], acts: Finder | None = None) -> None:
        """`acts` are found in the same pass."""
        self.rows: tuple[Row, ...] = tuple(rows)
        self._compiled: list[Any] = [None] * len(self.rows)
        self._named = tuple(wants_agency(row.pattern) for row in self.rows)
        self._by_agency = Screen((i, row) for i, row in enumerate(self.rows) if AGENCY in row.anchors)
        self._beside = tuple(tuple(fold(word) for word in row.beside) for row in self.rows)
        self._limit = tuple(min(row.longest, LINE) if row.scope == "line" else 1 << 60 for row in self.rows)
        wanted: dict[str, list[int]] = {}
        for i, row in enumerate(self.rows):
            for anchor in row.anchors:
                if anchor != AGENCY:
                    wanted.setdefault(fold(anchor), []).append(i)
        self._acts = acts
        for number, word in enumerate(acts.anchors if acts else ()):
            wanted.setdefault(word, []).append(~number)
        agencies = long_names() if any(self._named) else frozenset()
        self._anchors = Anchors({word: tuple(numbers) for word, numbers in wanted.items()}, agencies)

    def match(self, text: str, lines: Sequence[Span]) -> tuple[Mark, ...]:
        """All marks on `lines` (in order, not overlapping), sorted by place."""
        if not lines:
            return ()
        folded = Folded(text)
        bounds = [(folded.offset(line.start), folded.offset(line.end)) for line in lines]
        acting: list[tuple[int, int, int]] = []
        found = list(self._anchored_marks(folded, bounds, _passages(text, lines), acting))
        marks = {mark for start, end, row, slots in found if (mark := _mark(text, folded, row, start, end, slots))}
        if self._acts and acting:
            marks.update(self._acts.marks(folded, bounds, acting))
        return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.row)))

    def _anchored_marks(
        self,
        folded: Folded,
        bounds: list[tuple[int, int]],
        passages: list[tuple[int, int]],
        acting: list[tuple[int, int, int]],
    ) -> Iterable[_Found]:
        """What rows find; the anchors of acts, each with its line and number, are put into `acting`."""
        plain = _View(folded.text, bounds)
        anchored, agencies = self._anchors.find(folded.text)
        replaced = Replaced(folded, agencies) if any(self._named) else None
        named = _View(replaced.text, bounds, replaced) if replaced else plain
        starts = [start for start, _ in bounds]
        done: set[tuple[int, int]] = set()
        reached: dict[int, int] = {}
        for at, wanted in anchored:
            line = bisect_right(starts, at) - 1
            if line < 0 or at >= bounds[line][1]:
                continue
            start, end = bounds[line]
            for i in wanted:
                if i < 0:
                    acting.append((at, line, ~i))
                    continue
                row = self.rows[i]
                view = named if self._named[i] else plain
                if row.scope in ("inside", "passage"):
                    there = view.at(at)
                    if reached.get(i, 0) <= there:
                        yield from self._wide(i, view, there, line, passages[line], reached)
                    continue
                if (
                    (i, line) in done
                    or end - start > self._limit[i]
                    or (row.scope == "head" and at - start > EDGE)
                    or (row.scope == "tail" and end - at > EDGE)
                    or (row.opens and at - start > OPENING and not plain.opens_behind_date(line, at))
                ):
                    continue
                done.add((i, line))
                yield from self._narrow(i, view, line)
        if replaced and replaced.places:
            yield from self._with_agencies(named, replaced, starts)

    def _with_agencies(self, named: _View, replaced: Replaced, starts: list[int]) -> Iterable[_Found]:
        """Rows anchored by a listed agency, on lines where one stands in the part that the row's scope looks at."""
        lines = dict.fromkeys(bisect_right(starts, place) - 1 for place in replaced.origins)
        for line in lines:
            if line < 0:
                continue
            start, end = named.bound(line)
            part = named.text[start:end]
            first, last = part.find(STAND_IN), part.rfind(STAND_IN)
            if first < 0:
                continue
            for scope in self._by_agency.scopes:
                if (scope == "head" and first > EDGE) or (scope == "tail" and len(part) - last > EDGE):
                    continue
                for i in self._on(scope, named, line):
                    if len(part) <= self._limit[i]:
                        yield from self._narrow(i, named, line)

    def _on(self, scope: str, view: _View, line: int) -> Iterable[int]:
        """The rows with an agency that lie on a line, by the rules of `_narrow`."""
        _, part = _part(scope, view, line)
        found = self._by_agency.may_match(scope, part)
        if scope == "line" and (dated := view.dated(line)):
            return sorted({*found, *self._by_agency.may_match(scope, part[dated:])})
        return found

    def _wide(
        self, i: int, view: _View, at: int, line: int, passage: tuple[int, int], reached: dict[int, int]
    ) -> Iterable[_Found]:
        """A row that looks into the middle of lines: a window around the anchor, none looked at twice."""
        done = reached.get(i, 0)
        first, final = passage if self.rows[i].scope == "passage" else (line, line)
        start = max(view.bound(first)[0], at - WINDOW, done)
        end = min(view.bound(final)[1], at + WINDOW)
        reached[i] = max(at + 1, start)
        part = view.text[start:end]
        found = self._pattern(i).finditer(part) if self._has_beside(i, part) else ()
        for match in found:
            yield view.found(self.rows[i], match, start)
            reached[i] = max(reached[i], start + match.end())
        # What lies well before the window's end has been judged; an anchor near the end gets a window of its own.
        reached[i] = max(reached[i], end - WINDOW // 2)

    def _narrow(self, i: int, view: _View, line: int) -> Iterable[_Found]:
        """A row that lies on a whole line, its head or its tail."""
        row = self.rows[i]
        start, part = _part(row.scope, view, line)
        if not self._has_beside(i, part):
            return
        pattern = self._pattern(i)
        if row.scope == "line":
            match = pattern.fullmatch(part)
            if not match and (dated := view.dated(line)):
                start += dated
                match = pattern.fullmatch(part[dated:])
        elif row.scope == "head":
            match = pattern.match(part)
        else:
            part = part.rstrip()
            match = pattern.search(part)
            if match and match.end() < len(part):
                match = None
        if match:
            yield view.found(row, match, start)

    def _has_beside(self, i: int, part: str) -> bool:
        """Whether one of the further literals that a row wants stands in the part of the text that it would run on."""
        wanted = self._beside[i]
        for word in wanted:  # a loop, not `any`: asked ten thousand times a page of links
            if word in part:
                return True
        return not wanted

    def _pattern(self, i: int) -> Any:
        if self._compiled[i] is None:
            self._compiled[i] = compile_pattern(self.rows[i].pattern)
        return self._compiled[i]


def _part(scope: str, view: _View, line: int) -> tuple[int, str]:
    """The part of a line that a row of this scope looks at, and where it starts."""
    start, end = view.bound(line)
    if scope == "head":
        end = min(end, start + EDGE)
    elif scope == "tail":
        start = max(start, end - EDGE)
    return start, view.text[start:end]


class _View:
    """A copy of the text, its lines in that copy, and the way back to the folded text."""

    __slots__ = ("_bounds", "_dated", "_moved", "_replaced", "text")

    def __init__(self, text: str, bounds: list[tuple[int, int]], replaced: Replaced | None = None) -> None:
        self.text = text
        self._bounds = bounds
        self._replaced = replaced
        self._dated: dict[int, int] = {}
        self._moved: dict[int, tuple[int, int]] = {}

    def bound(self, line: int) -> tuple[int, int]:
        """Where a line lies in this copy; the bounds given are those of the folded text."""
        if self._replaced is None:
            return self._bounds[line]
        bound = self._moved.get(line)
        if bound is None:
            start, end = self._bounds[line]
            bound = self._moved[line] = (self._replaced.there(start), self._replaced.there(end))
        return bound

    def dated(self, line: int) -> int:
        """How much of a line is a date at its head; 0 where none is."""
        if line not in self._dated:
            start, end = self.bound(line)
            self._dated[line] = behind_date(self.text[start:end]) if end - start <= LONGEST_LINE else 0
        return self._dated[line]

    def opens_behind_date(self, line: int, at: int) -> bool:
        """Whether nothing but a date stands before `at`, which is further into the line than an opening anchor is."""
        start, _ = self.bound(line)
        return at - start < LONGEST_LINE and at - start <= OPENING + self.dated(line)

    def at(self, offset: int) -> int:
        """The offset here of an offset of the folded text."""
        return self._replaced.there(offset) if self._replaced else offset

    def found(self, row: Row, match: Any, base: int) -> _Found:
        """A match, in offsets of the folded text."""
        back = self._replaced.back if self._replaced else int
        slots = [(name, back(start), back(end)) for name, start, end in _slots(match, base)]
        return back(base + match.start()), back(base + match.end()), row, slots


def _slots(match: Any, base: int) -> list[tuple[str, int, int]]:
    found = []
    for name, number in _groups(match.re):
        start, end = match.span(number)
        if 0 <= start < end:
            found.append((name, base + start, base + end))
    return found


@lru_cache(maxsize=1024)
def _groups(pattern: Any) -> list[tuple[str, int]]:
    """The slots of a compiled pattern and the numbers of their groups, which the engine looks up anew each time."""
    # RE2 wants the names of groups to differ: `outlet2` is a second place for `outlet`.
    return [(name.rstrip("0123456789"), number) for name, number in pattern.groupindex.items()]


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
