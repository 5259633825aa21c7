"""Numbers that describe each run for the model: its text, its element and those around it, its neighbours, its place.

Nothing here is tied to a site or a language: markup counts by what tags mean and by common names in class and id, text
by length, links, punctuation and the wrapper's words. Runs that are plainly a menu's or a link list's get no row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log1p

from audit.page import marker_words
from audit.page.headline import plain
from audit.page.surroundings import BOX_NUMBERS, NO_BOX, ZONES, Surroundings, Weights, gather, top_box
from audit.page.walk import LONG, Box, Run, Walk
from audit.page.wrapper_words import family_of_folded, fold, is_share_bar

FAMILIES = (
    "share", "comments", "related", "newsletter", "promo", "copyright", "byline", "photo", "correction", "author-bio",
    "navigation", "disclaimer",
)  # fmt: skip
_FAMILY = {family: number for number, family in enumerate(FAMILIES)}
_NO_FAMILY = (0.0,) * len(FAMILIES)
_STOP = re.compile(r"[.!?…。！？؟।۔][\"”’»'）」』)\]]*$")
_STOPS = re.compile(r"[.!?…。！？؟।۔](?=[\s\"”’»'）」』)\]]|$)|[。！？]")
_COMMAS = re.compile(r"[,;،、，；]")
_DATE = re.compile(
    r"\d{1,2}\s?[./\-年월月:]\s?\d{1,2}|\b(?:19|20)\d\d\b|\d{1,2}:\d\d|\b\d+ (?:min|hour|day|stund|minut|tag|heure|hora)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_ARROWS = "»›>→▶«‹+•·|"
_ARROW_ENDS = "»›>→|"


def names() -> list[str]:
    """The names of a row's numbers, in order."""
    return [*_NAMES, *(f"marker_{row['group']}" for row in marker_words.rows()), "markers"]


_NAMES: list[str] = [
    "chars", "words", "links", "bold", "stops", "commas", "ends", "upper", "capitals", "digits", "wordlen", "date", "nlinks",
    "time", "hidden", "level", "h1", "li", "td", "caption", "quote", "pre", "is_p", "is_div", "is_li", "sharebar", "copyright",
    "colon", "arrow", "at", "repeated", "is_headline", "in_title", "family_whole", "family_start",
    *(f"family_{f}" for f in FAMILIES),
    *(f"zone_{z}" for z in ZONES),
    *(f"{b}_{n}" for b in ("box", "parent", "grand", "great") for n in BOX_NUMBERS),
    "sig_box", "sig_parent", "sig_grand", "only_run", "index", "place", "after_head", "head_runs", "head_chars", "no_head",
    "page_runs", "page_long", "page_links", "in_top", "top_up", "top_share", "before_top", "after_top", "top_place",
    "prev_chars", "prev_links", "prev_same", "prev_level", "next_chars", "next_links", "next_same", "next_level",
    "prev2_chars", "next2_chars", "to_prev_long", "to_next_long", "prev_long_same", "next_long_same", "long_before", "long_after",
    "near_long", "near_links", "sibling_prev_long", "sibling_next_long", "names",
]  # fmt: skip
_A_ZONE = _NAMES.index("zone_a")


def _text_numbers(run: Run) -> list[float]:
    text = run.text
    size = len(text)
    cjk = len(_CJK.findall(text)) if not text.isascii() else 0
    words = len(text.split()) + cjk / 2
    return [
        log1p(size + cjk),  # a Chinese character says as much as two letters
        log1p(words), run.link_chars / size, run.bold / size, log1p(len(_STOPS.findall(text))) if size > 8 else 0.0,
        log1p(len(_COMMAS.findall(text))), 1.0 if _STOP.search(text[-4:]) else 0.0, 1.0 if text[0].isupper() else 0.0,
        sum(map(str.isupper, text[:80])) / min(size, 80), len(_DIGIT.findall(text[:120])) / min(size, 120),
        min(size / (words or 1.0), 20.0), 1.0 if size < 200 and _DATE.search(text) else 0.0, log1p(len(run.links)),
    ]  # fmt: skip


class PageFeatures:
    """What the rows of one page share, gathered once; `row` makes the numbers of one run."""

    def __init__(
        self, found: Walk, heads: Sequence[int], title_forms: frozenset[str], near: Weights, far: Weights
    ) -> None:
        self.runs = runs = found.runs
        root = found.boxes[0]
        self.top = top_box(runs, root)
        self.boxes = gather(found, self.top, near, far)
        self.near = near
        self.signatures: dict[tuple[str, tuple[str, ...]], int] = {}
        for box in self.boxes.values():
            self.signatures[box.signature] = self.signatures.get(box.signature, 0) + 1
        self.copies: dict[str, int] = {}
        self.offsets: list[int] = []
        position = 0
        for run in runs:
            key = run.text[:60]
            self.copies[key] = self.copies.get(key, 0) + 1
            self.offsets.append(position)
            position += len(run.text)
        self.weights = [log1p(len(run.text)) for run in runs]
        self.long = [len(r.text) >= LONG and r.link_chars * 2 < len(r.text) and not r.box.hidden for r in runs]
        self.previous_long = _nearest(self.long, 1)
        self.next_long = _nearest(self.long, -1)
        self.long_before = [0]
        for is_long in self.long:
            self.long_before.append(self.long_before[-1] + is_long)
        self.chars_before = [*self.offsets, position]
        self.links_before = [0]
        for run in runs:
            self.links_before.append(self.links_before[-1] + run.link_chars)
        self.head = heads[0] if heads else -1
        self.head_keys = {plain(runs[i].text) for i in heads}
        self.title_forms = title_forms
        self.page_chars = root.chars or 1
        inside = [index for index, run in enumerate(runs) if self.boxes[run.box.index].in_top]
        self.top_first, self.top_last = (inside[0], inside[-1]) if inside else (0, len(runs) - 1)
        self.top_share = self.top.chars / self.page_chars
        self.page = (log1p(len(runs)), log1p(root.long_chars), root.link_chars / self.page_chars)

    def is_trivial(self, index: int) -> bool:
        """See `Surroundings.is_trivial`."""
        run = self.runs[index]
        parent = run.box.parent
        return self.boxes[run.box.index].is_trivial(run, self.boxes[parent.index] if parent is not None else None)

    def row(self, index: int) -> list[float]:
        """The numbers of run `index`, in the order of `names()`."""
        run = self.runs[index]
        row = _text_numbers(run)
        folded = fold(run.text[:1_000])
        self._add_words(row, run, folded)
        around = self.boxes[run.box.index]
        row += around.zone_numbers
        if run.links and run.link_chars >= len(run.text):
            row[_A_ZONE] = 1.0
        self._add_boxes(row, run.box, around)
        self._add_place(row, index, run.box, around)
        self._add_neighbours(row, index, run.box)
        row.append(around.weigh(run, self.near))
        row += marker_words.counts(folded)
        return row

    def _add_words(self, row: list[float], run: Run, folded: str) -> None:
        text = run.text
        size = len(text)
        box = run.box
        structure = box.structure
        key = plain(text) if size < 250 else ""
        hit = family_of_folded(folded)
        row += (
            float(run.time), float(box.hidden), float(box.level), float(box.level == 1), float(structure == "list-item"),
            float(structure == "table-cell"), float(structure == "caption"), float(structure == "quotation"),
            float(structure == "preformatted"), float(box.tag == "p"), float(box.tag == "div"), float(box.tag == "li"),
            float(size < 300 and is_share_bar(text)), float("©" in text or "(c)" in folded[:40]), float(text[-1] == ":"),
            float(text[0] in _ARROWS or text[-1] in _ARROW_ENDS), float("@" in text), min(self.copies[text[:60]] - 1.0, 3.0),
            float(key in self.head_keys), float(len(key) > 7 and key in self.title_forms),
        )  # fmt: skip
        if hit is None:
            row += (0.0, 0.0)
            row += _NO_FAMILY
        else:
            row += (float(hit[1]), float(not hit[1]))
            families = [0.0] * len(FAMILIES)
            families[_FAMILY[hit[0]]] = 1.0
            row += families

    def _add_boxes(self, row: list[float], box: Box, around: Surroundings) -> None:
        row += around.numbers
        step = box.parent
        for _ in range(3):
            if step is None:
                row += NO_BOX
            else:
                row += self.boxes[step.index].numbers
                step = step.parent
        row.append(log1p(self.signatures[around.signature]))
        parent = box.parent
        grand = parent.parent if parent is not None else None
        row.append(log1p(self.signatures[self.boxes[parent.index].signature]) if parent is not None else 0.0)
        row.append(log1p(self.signatures[self.boxes[grand.index].signature]) if grand is not None else 0.0)
        row.append(float(box.runs == 1))

    def _add_place(self, row: list[float], index: int, box: Box, around: Surroundings) -> None:
        head = self.head
        row += (
            index / len(self.runs), self.offsets[index] / self.page_chars, float(head >= 0 and index > head),
            _signed_log(index - head) if head >= 0 else 0.0,
            _signed_log(self.offsets[index] - self.offsets[head]) if head >= 0 else 0.0,
            float(head < 0), *self.page, float(around.in_top), float(self._up_to_top(box)), self.top_share,
            float(index < self.top_first), float(index > self.top_last),
            (index - self.top_first) / max(1, self.top_last - self.top_first) if around.in_top else -1.0,
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
        while step is not None and steps < 12 and not self.boxes[step.index].in_top:
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
