"""The one matcher: all rows over all lines of a page, once.

One automaton finds the anchors of all rows in the folded text; a row is compiled and run only on a line where one of
its anchors stands in the part of the line that its scope looks at. Everything a pattern sees is bounded (`WINDOW`), so
that the time is linear in the length of the text, whatever the lines look like.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from audit.model import Mark, Slot, Span

from .acts import Finder
from .agencies import Replaced, long_names
from .anchors import Anchors
from .folding import Folded, fold
from .passages import Passages
from .patterns import STAND_IN, compile_pattern, wants_agency
from .plausible import CHECKS
from .rows import Row, Scope
from .screen import Screen
from .view import EDGE, Found, View

LINE = 700
"""Longest line that a `line` row looks at."""
WINDOW = 900
"""How far before and behind its anchor an `inside` or `passage` row looks."""
AGENCY = "{agency}"
"""The anchor of rows that are anchored by any listed agency."""

_NO_ACT = -1
_Wanted = tuple[int, Sequence[int], Sequence[int], Sequence[int]]
"""What an anchor calls for: its number among those of acts, the rows that it has to open the line for, others that lie on a
whole line, its head or its tail, and those that look into the middle of lines."""


class Matcher:
    """Rows made ready to run. Compiled patterns are kept; an instance may be used again and again."""

    def __init__(self, rows: Iterable[Row], acts: Finder | None = None) -> None:
        """`acts` are found in the same pass."""
        self.rows: tuple[Row, ...] = tuple(rows)
        self._compiled: list[Any] = [None] * len(self.rows)
        self._named = tuple(wants_agency(row.pattern) for row in self.rows)
        self._by_agency = Screen((i, row) for i, row in enumerate(self.rows) if AGENCY in row.anchors)
        folded = _folded(word for row in self.rows for word in (*row.anchors, *row.beside))
        self._folded_anchors = tuple(tuple(map(folded.__getitem__, row.anchors)) for row in self.rows)
        self._beside = tuple(tuple(map(folded.__getitem__, row.beside)) for row in self.rows)
        self._limit = tuple(min(row.longest, LINE) if row.scope == "line" else 1 << 60 for row in self.rows)
        self._acts = acts
        self._anchors = Anchors(self._wanted(), long_names() if any(self._named) else frozenset())

    def _wanted(self) -> dict[str, _Wanted]:
        acting = {word: number for number, word in enumerate(self._acts.anchors if self._acts else ())}
        opening = self._by_anchor(lambda row: not _is_wide(row) and row.opens)
        narrow = self._by_anchor(lambda row: not _is_wide(row) and not row.opens)
        wide = self._by_anchor(_is_wide)
        return {
            word: (acting.get(word, _NO_ACT), opening.get(word, ()), narrow.get(word, ()), wide.get(word, ()))
            for word in {**acting, **opening, **narrow, **wide}
        }

    def _by_anchor(self, has_part: Callable[[Row], bool]) -> dict[str, list[int]]:
        """The rows that have part, by each of their folded anchors."""
        found: dict[str, list[int]] = {}
        for i, (row, anchors) in enumerate(zip(self.rows, self._folded_anchors, strict=True)):
            for anchor in anchors if has_part(row) else ():
                if anchor != AGENCY:
                    found.setdefault(anchor, []).append(i)
        return found

    def match(self, text: str, lines: Sequence[Span]) -> tuple[Mark, ...]:
        """All marks on `lines` (in order, not overlapping), sorted by place."""
        if not lines:
            return ()
        folded = Folded(text)
        bounds = folded.bounds(lines)
        acting: list[tuple[int, int, int]] = []
        found = list(self._anchored_marks(folded, bounds, Passages(text, lines), acting))
        marks = {mark for start, end, row, slots in found if (mark := _mark(text, folded, row, start, end, slots))}
        if self._acts and acting:
            marks.update(self._acts.marks(folded, bounds, acting))
        return tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.row)))

    def _anchored_marks(
        self,
        folded: Folded,
        bounds: list[tuple[int, int]],
        passages: Passages,
        acting: list[tuple[int, int, int]],
    ) -> Iterable[Found]:
        """What rows find; the anchors of acts, each with its line and number, are put into `acting`."""
        plain = View(folded.text, bounds)
        unbroken = folded.text.replace("\n", " ")
        anchored, agencies = self._anchors.find(folded.text, unbroken)
        replaced = Replaced(folded, agencies) if any(self._named) else None
        named = View(replaced.text, bounds, replaced) if replaced and replaced.places else plain
        starts = [start for start, _ in bounds]
        done: set[tuple[int, int]] = set()
        reached: dict[int, int] = {}
        for at, (act, opening, narrow, wide) in anchored:
            line = bisect_right(starts, at) - 1
            if line < 0 or at >= bounds[line][1]:
                continue
            if act != _NO_ACT:
                acting.append((at, line, act))
            for i in wide:
                view = named if self._named[i] else plain
                there = view.at(at)
                if reached.get(i, 0) <= there:
                    yield from self._wide(i, view, there, line, passages, reached)
            for i in (*opening, *narrow) if opening and plain.opens(line, at) else narrow:
                if (i, line) not in done and self._reaches(i, bounds[line], at):
                    done.add((i, line))
                    yield from self._narrow(i, named if self._named[i] else plain, line)
        if replaced and replaced.places:
            yield from self._with_agencies(named, replaced, starts)

    def _reaches(self, i: int, bound: tuple[int, int], at: int) -> bool:
        """Whether a row looks at lines of this length, and at the part of this one in which its anchor stands."""
        start, end = bound
        if end - start > self._limit[i]:
            return False
        scope = self.rows[i].scope
        return scope == "line" or (at - start if scope == "head" else end - at) <= EDGE

    def _with_agencies(self, named: View, replaced: Replaced, starts: list[int]) -> Iterable[Found]:
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

    def _on(self, scope: Scope, view: View, line: int) -> Iterable[int]:
        """The rows with an agency that lie on a line, by the rules of `_narrow`."""
        _, part = view.part(scope, line)
        found = self._by_agency.may_match(scope, part)
        if scope == "line" and (dated := view.dated(line)):
            return sorted({*found, *self._by_agency.may_match(scope, part[dated:])})
        return found

    def _wide(
        self, i: int, view: View, at: int, line: int, passages: Passages, reached: dict[int, int]
    ) -> Iterable[Found]:
        """A row that looks into the middle of lines: a window around the anchor, none looked at twice."""
        done = reached.get(i, 0)
        first, final = passages.around(line) if self.rows[i].scope == "passage" else (line, line)
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

    def _narrow(self, i: int, view: View, line: int) -> Iterable[Found]:
        """A row that lies on a whole line, its head or its tail."""
        row = self.rows[i]
        start, part = view.part(row.scope, line)
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


def _folded(words: Iterable[str]) -> dict[str, str]:
    """Words and what they are folded, all in one go: one by one that takes longer than all else when a matcher is made."""
    listed = dict.fromkeys(words)
    return dict(zip(listed, fold("\n".join(listed)).split("\n"), strict=True)) if listed else {}


def _is_wide(row: Row) -> bool:
    """Whether a row looks into the middle of lines."""
    return row.scope in ("inside", "passage")


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
