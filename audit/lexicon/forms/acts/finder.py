"""Finding acts: from the anchors that a text has to the sentences they stand in, and what those do.

Most anchors of ordinary text stand alone: an act whose other classes have no word near is not looked at closer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from audit.lexicon.forms.folding import Folded
from audit.model import Mark

from .grammar import Act, Vocabulary, acts

LONGEST = 420
"""Characters of the longest sentence that does an act."""
APART = 110
"""Characters between two classes of words of one act, where their order is given."""
WITHIN = 260
"""Characters that all words of one act lie within, where their order is free."""
SHORT = 4
BEFORE = (" ", "(", '"', "-", "'", "/")
PLACES = 4
"""Places of a class in a sentence that are tried."""
_END = re.compile(
    r"[.!?;…。！？؟।\n]"  # a set first: `re` runs to the next of its members without trying anything at the letters between
    r"(?:(?<=[.!?])(?<![ .(][a-z].)(?<!\.[a-z].)(?<![ .(]\d.)(?<![ .(]\d\d.)(?<!\binc.)(?<!\bltd.)(?<!\bbzw.)(?=[\s)\"'\]]|$)"
    r"|(?<=[;…。！？؟।])|(?<=\n)\s*\n)"
)
_Places = list[tuple[int, int]]


class Finder:
    """The acts made ready to run; an instance may be used again and again."""

    def __init__(self) -> None:
        self._acts: tuple[Act, ...] = acts()
        # Acts of one language that have their anchors in the same class have the same anchors.
        sharing: dict[tuple[Vocabulary, str], list[int]] = {}
        for i, act in enumerate(self._acts):
            sharing.setdefault((act.vocabulary, act.skeleton.anchor), []).append(i)
        wanted: dict[str, list[tuple[Sequence[int], bool, bool]]] = {}
        for who in sharing.values():
            for words, begins, ends in self._acts[who[0]].anchors:
                # Short words stand inside many others: they are looked for with what stands before a word.
                for before in BEFORE if begins and len(words) <= SHORT else ("",):
                    wanted.setdefault(before + words, []).append((who, begins and not before, ends))
        self._wanted = [(len(words), calls) for words, calls in wanted.items()]
        """For each anchor its length and the acts it belongs to: whether a word must begin, and end, with it."""
        self.anchors = tuple(wanted)
        """Folded literals to look for; a number below is a place in this tuple."""

    def marks(
        self, folded: Folded, bounds: Sequence[tuple[int, int]], anchors: Iterable[tuple[int, int, int]]
    ) -> Iterator[Mark]:
        """A mark on every sentence that does an act. Linear in the length of the text.

        `bounds` are the lines, in offsets of the copy; `anchors`, from left to right, are an offset of the copy, the
        line it lies in and the anchor's number.
        """
        low = folded.text
        barren = 0  # up to here no sentence is short enough
        near: tuple[tuple[int, int], _Around] = ((-1, -1), _Around(""))
        """The stretch of a line in hand, with its neighbours."""
        sentences: dict[tuple[int, int], _Sentence] = {}
        for at, line, number in anchors:
            length, calls = self._wanted[number]
            first, final = bounds[line]
            end = at + length
            if end <= barren:
                continue
            inner, outer = at > 0 and low[at - 1].isalnum(), end < len(low) and low[end].isalnum()
            stretch = line, (at - first) // LONGEST
            if stretch != near[0]:
                before = first + max(0, stretch[1] - 1) * LONGEST
                near = stretch, _Around(low[before : min(final, first + (stretch[1] + 2) * LONGEST)])
            around = near[1]
            wanted: list[int] = []
            for who, begins, ends in calls:
                if not ((begins and inner) or (ends and outer)):
                    wanted += [i for i in who if around.hints_at(i, self._acts[i])]
            if not wanted:
                continue
            span = _sentence(low, max(at, first), first, final)
            if span is None:
                if _END.search(low, max(first, at - LONGEST), end) is None:
                    barren = _barren(low, at, final)
                continue
            sentence = sentences.get(span)
            if sentence is None:
                sentence = sentences[span] = _Sentence(low[span[0] : span[1]])
            for i in wanted:
                if sentence.does(i, self._acts[i]):
                    yield Mark(self._acts[i].row.id, folded.origin(span[0]), folded.origin_end(span[1]))


def _sentence(text: str, at: int, low: int, high: int) -> tuple[int, int] | None:
    """The sentence around an offset, inside the line from `low` to `high`; none where it is too long to be a notice's."""
    start, end = max(low, at - LONGEST), min(high, at + LONGEST)
    cut = start > low, end < high
    for found in _END.finditer(text, start, at):
        start, cut = found.end(), (False, cut[1])
    if behind := _END.search(text, at, end):
        end, cut = behind.end(), (cut[0], False)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return None if any(cut) or end - start > LONGEST else (start, end)


class _Around:
    """What stands around an anchor, and which classes of words it has been asked for so far."""

    __slots__ = ("_acts", "_classes", "_words")

    def __init__(self, words: str) -> None:
        self._words = words
        self._acts: dict[int, bool] = {}
        self._classes: dict[int, bool] = {}

    def hints_at(self, i: int, act: Act) -> bool:
        """Whether each class of the act has a literal here: most anchors of ordinary text stand alone."""
        hinted = self._acts.get(i)
        if hinted is None:
            hinted = self._acts[i] = all(map(self._has, act.hints))
        return hinted

    def _has(self, literals: tuple[str, ...]) -> bool:
        # Acts of one language share their classes, and so these very tuples.
        known = self._classes.get(id(literals))
        if known is None:
            known = self._classes[id(literals)] = _stands_in(self._words, literals)
        return known


def _stands_in(words: str, literals: Iterable[str]) -> bool:
    """Whether one of the literals does; a loop, since `any` would make a generator for each of thousands of questions."""
    for literal in literals:  # noqa: SIM110
        if literal in words:
            return True
    return False


def _barren(text: str, at: int, high: int) -> int:
    """How far behind `at` no sentence begins, where none begins shortly before it."""
    following = _END.search(text, at, min(high, at + LONGEST))
    return following.start() if following else min(high, at + LONGEST)


class _Sentence:
    """A sentence, with the places of every class of words looked for in it so far."""

    __slots__ = ("_asked", "_places", "_words")

    def __init__(self, words: str) -> None:
        self._words = words
        self._places: dict[str, _Places] = {}
        self._asked: set[int] = set()

    def does(self, i: int, act: Act) -> bool:
        """Whether the sentence does the act; it is asked once: a second time the answer is no."""
        if i in self._asked:
            return False
        self._asked.add(i)
        places = []
        for need in act.needs:
            if need not in self._places:
                self._places[need] = self._found(need)
            if not self._places[need]:
                return False
            places.append(self._places[need])
        return any(_follow(places[1:], end) for _, end in places[0]) if act.in_order else _apart(places)

    def _found(self, need: str) -> _Places:
        found = []
        for match in _compiled(need).finditer(self._words):
            found.append(match.span(1))
            if len(found) == PLACES:
                break
        return found


def _follow(places: Sequence[_Places], at: int) -> bool:
    """Whether the further classes follow one another, each shortly behind the one before."""
    for some in places:
        following = next(((start, end) for start, end in some if at <= start <= at + APART), None)
        if following is None:
            return False
        at = following[1]
    return True


def _apart(places: Sequence[_Places]) -> bool:
    """Whether every class has words of its own, near enough to one another."""
    chosen: _Places = []
    for some in places:
        own = next(((s, e) for s, e in some if all(e <= start or s >= end for start, end in chosen)), None)
        if own is None:
            return False
        chosen.append(own)
    return max(end for _, end in chosen) - min(start for start, _ in chosen) <= WITHIN


@cache
def _compiled(expression: str) -> Any:
    import re2

    options = re2.Options()
    options.max_mem = 16 << 20
    options.log_errors = False
    return re2.compile(expression, options)
