"""The annotated page: every block in order, reporting and wrapper in turn, with what was found at its side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from markupsafe import Markup

from audit.model import Audit, Block
from audit.report import anchors, visible
from audit.report.annotate import Markings, paint
from audit.report.direction import attributes
from audit.report.wording import LABELS, count

_FOLD_BLOCKS, _FOLD_LETTERS = 3, 600


@dataclass(slots=True)
class Item:
    """One block as it is shown."""

    anchor: str
    number: int
    label: str
    look: str
    lang: str
    dir: str
    letters: int
    words: Markup
    notes: list[Markup]
    why: Markup


@dataclass(slots=True)
class Passage:
    """A run of blocks that are all reporting, or all wrapper; `folded` where nothing in a long wrapper is marked."""

    reporting: bool
    items: list[Item] = field(default_factory=list)
    folded: bool = False

    @property
    def letters(self) -> int:
        """How many characters of the page it holds."""
        return sum(item.letters for item in self.items)

    @property
    def labels(self) -> str:
        """Which labels it holds: `navigation, related links`."""
        return ", ".join(dict.fromkeys(item.label for item in self.items))

    @property
    def summary(self) -> str:
        """What a fold says of itself."""
        return f"{self.labels}: {count(len(self.items), 'block')}, {count(self.letters, 'character')}"


class Notes:
    """Remarks that stand beside the words they are about, collected by block."""

    def __init__(self, markings: Markings, blocks: Sequence[Block]) -> None:
        self._markings = markings
        self._of: list[list[Markup]] = [[] for _ in blocks]

    def add(self, position: int | None, note: Markup) -> None:
        """Put `note` beside the block at `position`; without a block there, nothing."""
        if position is None or not self._of:
            return
        index = min(max(self._markings.block_at(position), 0), len(self._of) - 1)
        if note not in self._of[index]:
            self._of[index].append(note)

    def replace(self, position: int, old: Markup, new: Markup) -> None:
        """Put `new` in the place of the note `old` beside the block at `position`."""
        of_block = self._of[min(max(self._markings.block_at(position), 0), len(self._of) - 1)]
        of_block[of_block.index(old)] = new

    def __getitem__(self, index: int) -> list[Markup]:
        return self._of[index]


def passages(audit: Audit, markings: Markings, notes: Notes) -> list[Passage]:
    """The page's blocks, grouped. `markings` and `notes` must be complete by now."""
    out: list[Passage] = []
    page = audit.page
    for index, (block, marked) in enumerate(zip(page.blocks, markings.by_block(), strict=True)):
        if not out or out[-1].reporting != block.reporting:
            out.append(Passage(block.reporting))
        words = page.text[block.start : block.end]
        beside = list(notes[index])
        hidden = visible.hidden_count(words)
        if hidden:
            beside.append(Markup("{} shown by code").format(count(hidden, "invisible character")))
        lang, direction = attributes(words, page.language)
        out[-1].items.append(
            Item(
                anchors.block(index + 1),
                index + 1,
                LABELS[block.label] + ("" if block.visible else ", not visible on the page"),
                _look(block),
                lang,
                direction,
                len(words),
                paint(page.text, block, marked),
                beside,
                visible.html(block.why),
            )
        )
    return _folded(out)


def _folded(passages: list[Passage]) -> list[Passage]:
    """Long runs of wrapper in which nothing is marked are folded; what is marked stays open."""
    out: list[Passage] = []
    for passage in passages:
        if passage.reporting:
            out.append(passage)
            continue
        for noted, items in groupby(passage.items, key=lambda item: bool(item.notes)):
            part = Passage(False, list(items))
            part.folded = not noted and (part.letters > _FOLD_LETTERS or len(part.items) > _FOLD_BLOCKS)
            out.append(part)
    return out


def _look(block: Block) -> str:
    looks = ["rep" if block.reporting else "wrap", f"l-{block.label}"]
    if block.structure in ("preformatted", "list-item", "quotation"):
        looks.append(f"st-{block.structure}")
    if not block.visible:
        looks.append("unseen")
    return " ".join(looks)
