"""Lines that the model takes for reporting and that what stands around them shows to be none.

A line that leads to the link below it; the question and the answers of a poll; the points that a machine has drawn from the
text; what stands in a small box with a call to the reader, beside a telephone number, or under the heading of a note about
the author or the issuer. Each is looked for around a line of few words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from audit.lexicon.word_sets import alternatives, words_of
from audit.model import REPORTING, Label
from audit.page import asides
from audit.page.boxes import Box, Run
from audit.page.wrapper_words import fold

SHORT = 120
"""Characters of a line that leads on, asks, or heads a note."""
NOTE, STORY = 1_200, 600
"""Characters of a note about the issuer at most, and of a story that such a note follows at least."""
SUMMARY = 900
"""Characters of a summary made by a machine."""
BOX = 400
"""Characters of a box with a call to the reader."""
ADDRESS = 60
"""Characters of a line beside a telephone number."""
TITLE = 15
"""Characters of another page's title at least."""
TEASER = 300
"""Characters of the summary beside it at most."""
LIST = 6
"""Elements between a run and the list that it is an item of."""
_SUMMARISED: frozenset[Label] = frozenset({"body", "quote", "standfirst"})
_GOES_ON = ".!?…。！？:："
"""What ends a sentence, or leads to a list of the story's own."""
_CHORUS: frozenset[Label] = frozenset({"comments", "newsletter", "promo", "share"})
_WHOLE = frozenset({"article", "main", "body", "html"})
_STORY: frozenset[Label] = frozenset({"body", "quote"})
_CALLS: frozenset[Label] = frozenset({"newsletter", "promo", "share"})
_UNSPACED = "\u2e80"
"""From here on scripts write words without spaces between them."""


@cache
def _here() -> re.Pattern[str]:
    inside = "|".join(sorted(word for word in words_of("points-below") if word >= _UNSPACED))
    return re.compile(rf"\b(?:{alternatives('points-below')})\b|{inside}")


@cache
def _about_somebody() -> re.Pattern[str]:
    return re.compile(rf"(?i:{alternatives('about-somebody')}) ?(?P<name>[^\W\d_a-zß-öø-ÿ][^.!?:;…]{{1,60}}):?")


_LOOKED_AT: frozenset[Label] = (REPORTING - {"headline"}) | {"disclaimer", "author-bio"}


class Seen(NamedTuple):
    """A run by its number, and what its surroundings make of it."""

    number: int
    label: Label
    why: str


def seen(runs: Sequence[Run], labels: Sequence[Label]) -> Iterator[Seen]:
    """The runs with a label of reporting that their surroundings show to be none; `labels` go with `runs`."""
    yield from _among_teasers(runs, labels)
    for number, (run, label) in enumerate(zip(runs, labels, strict=True)):
        if label in _SUMMARISED and len(run.text) <= SUMMARY:
            yield from _between_teasers(runs, labels, number)
        if label in _LOOKED_AT and len(run.text) <= SHORT:
            for rule in _RULES:
                yield from rule(runs, labels, number)
        elif label in _CALLS and len(run.text) <= SHORT:
            yield from _called(runs, labels, number)
        elif label == "other" and len(run.text) <= SHORT and _known_as(run.text, "contact"):
            yield from _contact(runs, labels, number)


def _among_teasers(runs: Sequence[Run], labels: Sequence[Label]) -> Iterator[Seen]:
    """What stands in a list of which other items lead to other pages: their summaries."""
    total = sum(len(run.text) for run, label in zip(runs, labels, strict=True) if label in REPORTING)
    looked_at: set[int] = set()
    for number, label in enumerate(labels):
        box = _list_around(runs[number].box) if label in _SUMMARISED else None
        if box is None or box.index in looked_at:
            continue
        looked_at.add(box.index)
        inside = _within(runs, number, box)
        told = [i for i in inside if labels[i] in _SUMMARISED]
        size = sum(len(runs[i].text) for i in told)
        teasers = sum(1 for i in inside if labels[i] == "related" and len(runs[i].text) >= TITLE)
        if (
            teasers >= 2
            and teasers * TEASER >= size
            and size * 4 <= total
            and all(labels[i] != "headline" for i in inside)
        ):
            yield from (Seen(i, "related", "stands in a list of links to other pages") for i in told)


def _is_link(run: Run) -> bool:
    """Whether a run is a link for the most part."""
    return run.link_chars * 10 >= len(run.text) * 9


def _list_around(box: Box | None) -> Box | None:
    """The list that an element stands in, near enough to be of its kind."""
    for _ in range(LIST):
        if box is None or box.tag in _WHOLE:
            return None
        if box.tag in ("ul", "ol"):
            return box
        box = box.parent
    return None


def _leads_on(runs: Sequence[Run], labels: Sequence[Label], number: int) -> Iterator[Seen]:
    """“You find the paper here:” above a link."""
    line = runs[number].text
    if labels[number] != "body" or line[-1] not in ":：" or number + 1 == len(runs):
        return
    below = runs[number + 1]
    if below.link_chars * 3 >= len(below.text) * 2 and _here().search(fold(line)):
        yield Seen(number, "related", "leads to the link below it")


def _heads_links(runs: Sequence[Run], labels: Sequence[Label], number: int) -> Iterator[Seen]:
    """“Also on Ferry Post” above links to other pages."""
    line, following = runs[number].text, range(number + 1, number + 3)
    if labels[number] != "body" or line[-1] in _GOES_ON or following[-1] >= len(runs):
        return
    if all(labels[i] == "related" and _is_link(runs[i]) for i in following):
        yield Seen(number, "related", "heads links to other pages")


def _between_teasers(runs: Sequence[Run], labels: Sequence[Label], number: int) -> Iterator[Seen]:
    """The summary of another page: under its title, which is a link, and above a link."""
    if number == 0 or number + 1 == len(runs) or labels[number] not in _SUMMARISED:
        return
    title, below = runs[number - 1], runs[number + 1]
    if (
        title.box.structure == "heading"
        and labels[number - 1] == "related"
        and labels[number + 1] in ("related", "navigation")
        and _is_link(title)
        and _is_link(below)
        and title.box.parent is runs[number].box.parent
    ):
        yield Seen(number, "related", "the summary of another page, under its title")


def _in_chorus(runs: Sequence[Run], labels: Sequence[Label], number: int) -> Iterator[Seen]:
    """A line between two of readers' comments, of a newsletter, an offer or a share bar, in the same element."""
    if number == 0 or number + 1 == len(runs) or labels[number] not in _SUMMARISED:
        return
    around = labels[number - 1]
    if around in _CHORUS and labels[number + 1] == around and runs[number - 1].box.parent is runs[number].box.parent:
        yield Seen(number, around, "stands between lines of that kind")


def _asks(runs: Sequence[Run], labels: Sequence[Label], number: int) -> Iterator[Seen]:
    """A question, and under it a list that opens with yes or no."""
    if labels[number] not in REPORTING or not runs[number].text.endswith(("?", "？", "؟")):
        return
    answers = number + 1
    while answers < len(runs) and runs[answers].box.structure == "list-item" and len(runs[answers].text) <= SHORT:
        answers += 1
    first = re.split(r"\W", fold(runs[number + 1].text), maxsplit=1)[0] if answers - number > 2 else ""
    if first in words_of("yes-or-no"):
        for one in range(number, answers):
            if labels[one] in REPORTING:
                yield Seen(one, "other", "a poll among readers")


def _made_by_machine(runs: Sequence[Run], labels: Sequence[Label], number: int) -> Iterator[Seen]:
    """The points beside a note that a machine has made them: the smallest element around the note that has other text.

    Where nothing else is left to be the story, the note speaks of the story, which stays what it is.
    """
    if labels[number] != "disclaimer" or not _known_as(runs[number].text, "machine"):
        return
    box: Box | None = runs[number].box
    for _ in range(3):
        box = box.parent if box else None
        if box is None:
            return
        inside = [i for i in _within(runs, number, box) if i != number]
        if sum(len(runs[i].text) for i in inside) > SUMMARY:
            return
        told = [i for i in inside if labels[i] in REPORTING]
        if told:
            drawn = {i for i in told if labels[i] != "headline"}
            left = sum(len(runs[i].text) for i, label in enumerate(labels) if label in _STORY and i not in drawn)
            if left >= sum(len(runs[i].text) for i in drawn):
                yield from (Seen(i, "other", "points that a machine has made") for i in sorted(drawn))
            return


def _known_as(text: str, row: str) -> bool:
    known = asides.form_of(text)
    return known is not None and known.id == row


def _called(runs: Sequence[Run], labels: Sequence[Label], number: int) -> Iterator[Seen]:
    """What else stands in a small box that opens with a call to subscribe, to give, to comment."""
    known = asides.form_of(runs[number].text)
    if known is None or known.label not in ("newsletter", "promo") or known.id.startswith("goes-on"):
        return
    box: Box | None = runs[number].box
    for _ in range(3):  # the element of the call itself, which may hold others, and two around it
        if box is None or box.tag in _WHOLE:
            return
        inside, box = _within(runs, number, box), box.parent
        told = [i for i in inside if labels[i] in REPORTING]
        size = sum(len(runs[i].text) for i in told)
        if size > BOX or inside[0] < number - 1 or any(labels[i] == "headline" for i in inside):
            return
        if told:
            outside = sum(
                len(run.text)
                for i, run in enumerate(runs)
                if labels[i] in REPORTING and not inside[0] <= i <= inside[-1]
            )
            if outside >= 3 * size:
                yield from (
                    Seen(i, known.label, "stands in a box with a call to the reader") for i in told if i > number
                )
            return


def _contact(runs: Sequence[Run], labels: Sequence[Label], number: int) -> Iterator[Seen]:
    """The other short lines of an element that has a telephone number or an address."""
    if runs[number].box.structure == "list-item":
        return
    for step in (-1, 1):
        at = number + step
        while 0 <= at < len(runs) and runs[at].box is runs[number].box and _is_part_of_address(runs[at].text):
            if labels[at] in REPORTING:
                yield Seen(at, "other", "stands beside a telephone number or an address")
            at += step


def _is_part_of_address(line: str) -> bool:
    return len(line) <= ADDRESS and line[-1] not in ".!?…"


def _within(runs: Sequence[Run], number: int, box: Box) -> list[int]:
    """The runs around `number` that stand in `box`."""
    first = last = number
    while first > 0 and box.index <= runs[first - 1].box.index < box.end:
        first -= 1
    while last + 1 < len(runs) and box.index <= runs[last + 1].box.index < box.end:
        last += 1
    return list(range(first, last + 1))


def _about(runs: Sequence[Run], labels: Sequence[Label], number: int) -> Iterator[Seen]:
    """What stands under “About the author”, or under “About” and the name that the note opens with."""
    below = number + 1
    if below == len(runs) or labels[below] not in ("body", "quote") or len(runs[below].text) > NOTE:
        return
    if labels[number] == "author-bio" and len(runs[number].text) <= 40:
        if runs[below].box.parent is runs[number].box.parent:
            yield Seen(below, "author-bio", "stands under the heading of a note about the author")
        return
    heading = _about_somebody().fullmatch(runs[number].text.strip()) if labels[number] == "body" else None
    if heading is None or heading["name"].split()[0] not in runs[below].text[:80]:
        return
    told = sum(len(run.text) for run, label in zip(runs[:number], labels, strict=False) if label == "body")
    if told > STORY:
        yield Seen(number, "author-bio", "heads a note about the issuer")
        yield Seen(below, "author-bio", "a note about the issuer, under its heading")


_RULES: tuple[Callable[[Sequence[Run], Sequence[Label], int], Iterator[Seen]], ...] = (
    _leads_on,
    _heads_links,
    _in_chorus,
    _asks,
    _made_by_machine,
    _about,
)
