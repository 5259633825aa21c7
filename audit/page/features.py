"""Numbers that describe each run for the model: its text, its element and those around it, its neighbours, its place.

Nothing here is tied to a site or a language: markup counts by what tags mean and by common names in class and id, text
by length, links, punctuation and the wrapper's words. Runs that are plainly a menu's or a link list's get no row.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from math import log1p

from audit.page import marker_words
from audit.page.headline import plain_of_folded
from audit.page.said import Said
from audit.page.surroundings import BOX_NUMBERS, NO_BOX, Gathered, Surroundings, Weights, top_box, zone_numbers
from audit.page.walk import LONG, ZONES, Box, Run, Walk
from audit.page.wrapper_words import family_of_folded, fold

_STOP = re.compile(r"[.!?…。！？؟।۔][\"”’»'）」』)\]]*$")
_STOPS = re.compile(r"[.!?…。！？؟।۔](?=[\s\"”’»'）」』)\]]|$)|[。！？]")
_COMMAS = re.compile(r"[,;،、，；]")
_DATE = re.compile(
    r"\d{1,2}\s?[./\-年월月:]\s?\d{1,2}|\b(?:19|20)\d\d\b|\d{1,2}:\d\d|\b\d+ (?:min|hour|day|stund|minut|tag|heure|hora)",
    re.IGNORECASE,
)
_UPPER = re.compile(r"[A-Z\u00c0-\u00de\u0386-\u03ab\u0400-\u042f]")
_DIGIT = re.compile(r"\d")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


def names() -> list[str]:
    """The names of a row's numbers, in order."""
    return [*_NAMES, *(f"marker_{row['group']}" for row in marker_words.rows()), "markers"]


_NAMES: list[str] = [
    "chars", "words", "links", "bold", "stops", "commas", "ends", "upper", "capitals", "digits", "wordlen", "date", "nlinks",
    "hidden", "level", "li", "td", "caption", "quote", "is_p", "is_div", "is_li", "repeated", "family_whole", "family_start",
    *(f"zone_{z}" for z in ZONES),
    *(f"{b}_{n}" for b in ("box", "parent", "grand", "great") for n in BOX_NUMBERS),
    "sig_box", "sig_parent", "sig_grand", "index", "place", "after_head", "head_runs", "head_chars",
    "page_runs", "page_long", "page_links", "in_top", "top_up", "top_share", "before_top", "after_top", "top_place",
    "prev_chars", "prev_links", "prev_same", "prev_level", "next_chars", "next_links", "next_same", "next_level",
    "prev2_chars", "next2_chars", "to_prev_long", "to_next_long", "prev_long_same", "next_long_same", "long_before", "long_after",
    "near_long", "near_links", "sibling_prev_long", "sibling_next_long", "names", "in_summary",
    "in_said_body",
]  # fmt: skip
_A_ZONE = _NAMES.index("zone_a")


def _text_numbers(run: Run) -> list[float]:
    text = run.text
    size = len(text)
    cjk = 0 if text.isascii() else len(_CJK.findall(text))
    words = text.count(" ") + 1 + cjk / 2
    digits = len(_DIGIT.findall(text[:120]))
    return [
        log1p(size + cjk),  # a Chinese character says as much as two letters
        log1p(words), run.link_chars / size, run.bold / size, log1p(len(_STOPS.findall(text))) if size > 8 else 0.0,
        log1p(len(_COMMAS.findall(text))), 1.0 if _STOP.search(text[-4:]) else 0.0, 1.0 if text[0].isupper() else 0.0,
        len(_UPPER.findall(text[:80])) / min(size, 80), digits / min(size, 120),
        min(size / (words or 1.0), 20.0), 1.0 if digits and size < 200 and _DATE.search(text) else 0.0, log1p(len(run.links)),
    ]  # fmt: skip


class PageFeatures:
    """What the rows of one page share, gathered once; `row` makes the numbers of one run."""

    def __init__(self, found: Walk, heads: Sequence[int], said: Said, near: Weights, far: Weights) -> None:
        self.runs = runs = found.runs
        root = found.boxes[0]
        self.top = top_box(runs, root)
        # boxes are numbered in document order: those in the top box are the ones up to the next that is not deeper
        after = self.top.index + 1
        while after < len(found.boxes) and found.boxes[after].depth > self.top.depth:
            after += 1
        self.in_top = range(self.top.index, after)
        self.around = Gathered(near, far)
        self.looks = found.looks
        self.copies = Counter([run.text[:60] for run in runs])
        sizes = [len(run.text) for run in runs]
        self.weights = [log1p(size) for size in sizes]
        self.chars_before = [0, *accumulate(sizes)]
        self.links_before = [0, *accumulate([run.link_chars for run in runs])]
        self.long = [
            size >= LONG and run.link_chars * 2 < size and not run.box.hidden
            for run, size in zip(runs, sizes, strict=True)
        ]
        self.previous_long = _nearest(self.long, 1)
        self.next_long = _nearest(self.long, -1)
        self.long_before = [0, *accumulate(self.long)]
        self.head = heads[0] if heads else -1
        self.said = said
        self.page_chars = root.chars or 1
        inside = [index for index, run in enumerate(runs) if run.box.index in self.in_top]
        self.top_first, self.top_last = (inside[0], inside[-1]) if inside else (0, len(runs) - 1)
        self.top_share = self.top.chars / self.page_chars
        self.page = (log1p(len(runs)), log1p(root.long_chars), root.link_chars / self.page_chars)

    def row(self, index: int) -> list[float]:
        """The numbers of run `index`, in the order of `names()`."""
        run = self.runs[index]
        row = _text_numbers(run)
        folded = fold(run.text[:1_000])
        self._add_words(row, run, folded)
        around = self.around.of(run.box)
        row += zone_numbers(run.box.zones)
        if run.links and run.link_chars >= len(run.text):
            row[_A_ZONE] = 1.0
        self._add_boxes(row, run.box, around)
        self._add_place(row, index, run.box)
        self._add_neighbours(row, index, run.box)
        row.append(self.around.weigh(run))
        self._add_said(row, folded)
        row += marker_words.counts(folded)
        return row

    def _add_words(self, row: list[float], run: Run, folded: str) -> None:
        box = run.box
        structure = box.structure
        hit = family_of_folded(folded)
        row += (
            float(box.hidden), float(box.level), float(structure == "list-item"), float(structure == "table-cell"),
            float(structure == "caption"), float(structure == "quotation"), float(box.tag == "p"), float(box.tag == "div"),
            float(box.tag == "li"), min(self.copies[run.text[:60]] - 1.0, 3.0), float(hit is not None and hit[1]),
            float(hit is not None and not hit[1]),
        )  # fmt: skip

    def _add_said(self, row: list[float], folded: str) -> None:
        summary, body = self.said.summary, self.said.body
        if not summary and not body:
            row += (0.0, -1.0)
            return
        key = plain_of_folded(folded[:100])
        row += (
            float(len(key) >= 24 and key[:50] in summary),
            -1.0 if not body else float(len(key) >= 4 and key in body),
        )

    def _add_boxes(self, row: list[float], box: Box, around: Surroundings) -> None:
        row += around.numbers
        step = box.parent
        for _ in range(3):
            if step is None:
                row += NO_BOX
            else:
                row += self.around.of(step).numbers
                step = step.parent
        row.append(log1p(self.looks[box.look]))
        parent = box.parent
        grand = parent.parent if parent is not None else None
        row.append(log1p(self.looks[parent.look]) if parent is not None else 0.0)
        row.append(log1p(self.looks[grand.look]) if grand is not None else 0.0)

    def _add_place(self, row: list[float], index: int, box: Box) -> None:
        head = self.head
        in_top = box.index in self.in_top
        offset = self.chars_before[index]
        row += (
            index / len(self.runs), offset / self.page_chars, float(head >= 0 and index > head),
            _signed_log(index - head) if head >= 0 else 0.0,
            _signed_log(offset - self.chars_before[head]) if head >= 0 else 0.0,
            *self.page, float(in_top), float(0 if in_top else self._up_to_top(box)), self.top_share,
            float(index < self.top_first), float(index > self.top_last),
            (index - self.top_first) / max(1, self.top_last - self.top_first) if in_top else -1.0,
        )  # fmt: skip

    def _add_neighbours(self, row: list[float], index: int, box: Box) -> None:
        runs, weights, total = self.runs, self.weights, len(self.runs)
        for beside in (index - 1, index + 1):
            if 0 <= beside < total:
                other = runs[beside]
                row += (
                    weights[beside], other.link_chars / len(other.text), float(other.box.tag == box.tag), float(other.box.level)
                )  # fmt: skip
            else:
                row += (0.0, 0.0, 0.0, 0.0)
        row.append(weights[index - 2] if index >= 2 else 0.0)
        row.append(weights[index + 2] if index + 2 < total else 0.0)
        before, after = self.previous_long[index], self.next_long[index]
        first, last = max(0, index - 4), min(total, index + 5)
        parent = box.parent
        row += (
            min(index - before, 30.0) if before >= 0 else 30.0, min(after - index, 30.0) if after >= 0 else 30.0,
            _kin(runs[before].box, box) if before >= 0 else 0.0, _kin(runs[after].box, box) if after >= 0 else 0.0,
            log1p(self.long_before[index]), log1p(self.long_before[-1] - self.long_before[index]),
            (self.long_before[last] - self.long_before[first]) / (last - first),
            (self.links_before[last] - self.links_before[first]) / (self.chars_before[last] - self.chars_before[first] or 1),
            float(before >= 0 and runs[before].box.parent is parent), float(after >= 0 and runs[after].box.parent is parent),
        )  # fmt: skip

    def _up_to_top(self, box: Box) -> int:
        """Steps from a box up to the first box inside the top box or, outside it, to the root (at most 12)."""
        steps = 0
        step: Box | None = box
        while step is not None and steps < 12 and step.index not in self.in_top:
            step = step.parent
            steps += 1
        return steps


def _nearest(long: Sequence[bool], direction: int) -> list[int]:
    """For each run the index of the nearest long run before (1) or after (-1) it; -1 where there is none."""
    found = [-1] * len(long)
    last = -1
    for index in range(len(long)) if direction > 0 else range(len(long) - 1, -1, -1):
        found[index] = last
        if long[index]:
            last = index
    return found


def _kin(other: Box, box: Box) -> float:
    """How near two boxes are: 3 the same, 2 same parent and tag, 1.5 same parent, 1 cousins, 0.5 parent and child, 0 farther."""
    if other is box:
        return 3.0
    a, b = other.parent, box.parent
    if a is b:
        return 2.0 if other.tag == box.tag else 1.5
    if a is not None and b is not None and (a.parent is b.parent or a is b.parent):
        return 1.0
    return 0.5 if a is box or b is other else 0.0


def _signed_log(value: int) -> float:
    return log1p(value) if value >= 0 else -log1p(-value)
