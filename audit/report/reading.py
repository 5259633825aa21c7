"""The annotated page: every block in order, reporting and wrapper in turn, with what was found at its side."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from audit.model import Audit, Block
from audit.report import anchors, visible
from audit.report.annotate import Markings, paint
from audit.report.direction import attributes
from audit.report.visible import ours
from audit.report.wording import LABELS, count

if TYPE_CHECKING:
    from markupsafe import Markup

_FOLD_BLOCKS, _FOLD_LETTERS = 3, 600


class Item(msgspec.Struct):
    """One block as it is shown; `noted` where something was found in it."""

    html: str
    label: str
    letters: int
    reporting: bool
    noted: bool


class Passage(msgspec.Struct):
    """A run of blocks; a long stretch of wrapper in which nothing was found is `folded`, under its `summary`."""

    html: Markup
    folded: bool
    summary: str


class Notes:
    """Remarks that stand beside the words they are about, collected by block."""

    def __init__(self, markings: Markings, blocks: Sequence[Block]) -> None:
        self._markings = markings
        self._of: list[dict[str, int]] = [{} for _ in blocks]

    def add(self, position: int | None, note: str) -> None:
        """Put `note` beside the block at `position`; the same note twice is counted. Without a block, nothing."""
        if position is None or not self._of:
            return
        beside = self._of[min(max(self._markings.block_at(position), 0), len(self._of) - 1)]
        beside[note] = beside.get(note, 0) + 1

    def __getitem__(self, index: int) -> list[str]:
        return [note if times == 1 else f"{note}, {times} times" for note, times in self._of[index].items()]


def passages(audit: Audit, markings: Markings, notes: Notes) -> list[Passage]:
    """The page's blocks, grouped. `markings` and `notes` must be complete by now."""
    page = audit.page
    items = []
    write = visible.writer(page.text)
    for index, (block, marked) in enumerate(zip(page.blocks, markings.by_block(), strict=True)):
        words = page.text[block.start : block.end]
        beside = notes[index]
        hidden = visible.hidden_count(words) if write is visible.raw else 0
        if hidden:
            beside.append(f"{count(hidden, 'invisible character')} shown by code")
        lang, direction = attributes(words, page.language)
        label = LABELS[block.label] + ("" if block.visible else ", not visible on the page")
        shown = "" if block.label == "body" and block.visible else f" <span>{label}</span>"
        number, anchor = index + 1, anchors.block(index + 1)
        listed = f'<ul class="notes"><li>{"</li><li>".join(beside)}</li></ul>' if beside else ""
        html = (
            f'<div class="blk {_look(block)}{" noted" if beside else ""}" id="{anchor}">'
            f'<p class="lab"><a href="#{anchor}" aria-label="block {number}">{number}</a>{shown}</p>'
            f'<div class="txt" lang="{lang}" dir="{direction}">{paint(page.text, block, marked, write)}</div>{listed}</div>\n'
        )
        items.append(Item(html, label, len(words), block.reporting, bool(beside)))
    return [
        _passage(list(run))
        for _, run in groupby(items, key=lambda item: (item.reporting, item.noted or item.reporting))
    ]


def _passage(items: list[Item]) -> Passage:
    letters = sum(item.letters for item in items)
    quiet = not items[0].reporting and not items[0].noted
    labels = ", ".join(dict.fromkeys(item.label for item in items))
    return Passage(
        ours("".join([item.html for item in items])),
        quiet and (letters > _FOLD_LETTERS or len(items) > _FOLD_BLOCKS),
        f"{labels}: {count(len(items), 'block')}, {count(letters, 'character')}",
    )


def _look(block: Block) -> str:
    look = f"{'rep' if block.reporting else 'wrap'} l-{block.label}"
    if block.structure in ("preformatted", "list-item", "quotation"):
        look += f" st-{block.structure}"
    return look if block.visible else f"{look} unseen"
