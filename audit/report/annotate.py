"""The page's own words with everything marked in place.

Spans nest, coincide and cross. Coinciding spans become one element; of two that cross, the later one is cut where the
earlier ends, so the elements always nest and the words between them are the page's words, in order, once each.
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

import msgspec

from audit.model import Block
from audit.report import anchors, visible

DEEPEST = 8
"""More spans than this inside one another: the innermost keep their address but get no look of their own."""


class Marking(msgspec.Struct):
    """How one span is shown: the classes of its look, and the references set after its last word."""

    start: int
    end: int
    looks: list[str] = []
    refs: list[str] = []


class Markings:
    """All that is to be marked in a text, collected before it is written."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self._length = len(text)
        self._starts = [b.start for b in blocks]
        self._blocks = blocks
        self._all: dict[tuple[int, int], Marking] = {}

    def add(self, start: int | None, end: int | None, look: str = "", ref: str = "") -> str | None:
        """Mark the words from `start` to `end`; returns their anchor, or `None` where no block shows them.

        `look` is a class of the stylesheet, `ref` the HTML of a reference to be set after the words.
        """
        if start is None or end is None:
            return None
        marking = self._all.get((start, end))
        if marking is None:
            if not self._shown(start, end):
                return None
            marking = self._all[start, end] = Marking(start, end)
        if look and look not in marking.looks:
            marking.looks.append(look)
        if ref and ref not in marking.refs:
            marking.refs.append(ref)
        return anchors.span(start, end)

    def block_at(self, position: int) -> int:
        """The index of the block that holds `position`, or of the one before it; -1 before the first."""
        return bisect_right(self._starts, position) - 1

    def by_block(self) -> list[list[Marking]]:
        """The markings that show in each block; one that reaches over several blocks is in each of them."""
        out: list[list[Marking]] = [[] for _ in self._blocks]
        for marking in self._all.values():
            index = max(self.block_at(marking.start), 0)
            while index < len(self._blocks) and self._blocks[index].start < marking.end:
                if self._blocks[index].end > marking.start:
                    out[index].append(marking)
                index += 1
        return out

    def _shown(self, start: int, end: int) -> bool:
        if not 0 <= start < end <= self._length or not self._blocks:
            return False
        index = max(self.block_at(start), 0)
        if self._blocks[index].end <= start:
            index += 1
        return index < len(self._blocks) and self._blocks[index].start < end


def paint(text: str, block: Block, markings: Iterable[Marking], write: Callable[[str], str] = visible.raw) -> str:
    """The HTML of one block: its words, the elements around them, the references behind them.

    `write` is how words become HTML: `visible.writer(text)` does for many blocks what `visible.raw` does for one.
    """
    low, high = block.start, min(block.end, len(text))
    waiting = [
        (max(m.start, low), -min(m.end, high), order, m)
        for order, m in enumerate(sorted(markings, key=lambda m: (m.start, -m.end)))
    ]
    if not waiting:
        return write(text[low:high])
    heapq.heapify(waiting)
    serial = len(waiting)
    out: list[str] = []
    stack: list[tuple[int, Marking]] = []
    position = low

    def close(until: int) -> None:
        nonlocal position
        while stack and stack[-1][0] <= until:
            end, marking = stack.pop()
            if position < end:
                out.append(write(text[position:end]))
                position = end
            out.append("</span>")
            if end >= min(marking.end, high):
                out.append(_references(marking, high))

    while waiting:
        start, minus_end, _, marking = heapq.heappop(waiting)
        end = -minus_end
        if stack and stack[-1][0] <= start:
            close(start)
        if position < start:
            out.append(write(text[position:start]))
            position = start
        first = start == marking.start
        if len(stack) >= DEEPEST:
            if first:
                out.append(f'<span id="{anchors.span(marking.start, marking.end)}"></span>')
                out.append(_references(marking, len(text)))
            continue
        if stack and stack[-1][0] < end:  # crosses: the rest is opened again where the other ends
            cut = stack[-1][0]
            serial += 1
            heapq.heappush(waiting, (cut, minus_end, serial, marking))
            end = cut
        identity = f' id="{anchors.span(marking.start, marking.end)}"' if first else ""
        looks = f' class="{" ".join(marking.looks)}"' if marking.looks else ""
        out.append(f"<span{identity}{looks}>")
        stack.append((end, marking))
    close(high)
    out.append(write(text[position:high]))
    return "".join(out)


def _references(marking: Marking, high: int) -> str:
    return "".join(marking.refs) if marking.end <= high else ""
