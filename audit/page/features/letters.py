"""The letters of a page's runs, counted for all runs at once: one array of code points, one table of classes.

Nothing here depends on a language: scripts without blanks and capitals have their own classes.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.page.features.arrays import Counts, Flags

READ = 1_200
"""Characters of a run that are counted; of a longer one the first and the last half of them."""
SPACE, OTHER, DIGIT, LOWER, UPPER, CJK, STOP, FULL_STOP, COMMA, QUOTE, MARK, BAR = range(12)
CLASSES = 12
_MARKED = {
    STOP: ".!?…؟।۔", FULL_STOP: "。！？", COMMA: ",;،、，；", QUOTE: "\"'”“„«»‘’」』」』)）]", MARK: ":：@#©®€$£%+*&",
    BAR: "|/›>»•·–—-←→▸▶_",
}  # fmt: skip
_SCANNED = 0x2E80
"""Code points below which each is asked what it is; above, the blocks of the East Asian scripts are taken whole."""
_EAST_ASIAN = ((0x3040, 0x3100), (0x3400, 0xA000), (0xAC00, 0xD7B0), (0xF900, 0xFB00))


@cache
def tables() -> tuple[NDArray[np.uint8], NDArray[np.uint16]]:
    """For each code point of the basic plane its class, and its folded form (lower case, every digit a 0)."""
    classes = np.full(0x10000, OTHER, dtype=np.uint8)
    folded = np.arange(0x10000, dtype=np.uint16)
    for code in range(_SCANNED):
        char = chr(code)
        if char.isspace():
            classes[code] = SPACE
        elif char.isdigit():
            classes[code], folded[code] = DIGIT, 0x30
        elif char.isalpha():
            lower = char.lower()
            classes[code] = UPPER if char != lower else LOWER
            if len(lower) == 1:
                folded[code] = ord(lower)
    classes[0x0E01:0x0E5B] = CJK  # Thai, too, writes words together
    for first, after in _EAST_ASIAN:
        classes[first:after] = CJK
    for kind, chars in _MARKED.items():
        for char in chars:
            classes[ord(char)] = kind
    classes[0x3000] = SPACE
    return classes, folded


class Letters(NamedTuple):
    """The code points of some runs end to end, each run behind the other and closed by a line feed."""

    codes: NDArray[np.uint16]
    """Folded code points."""
    classes: NDArray[np.uint8]
    run: Counts
    """The run of each character, counted from the first of these runs."""
    starts: Counts
    ends: Counts
    """Where each run begins and where its line feed stands."""

    def counts(self) -> NDArray[np.int64]:
        """Runs by classes: how many characters of each class a run has."""
        runs = len(self.starts)
        flat = np.bincount(self.run * CLASSES + self.classes, minlength=runs * CLASSES)
        return flat.reshape(runs, CLASSES)

    def sentences(self) -> Counts:
        """For each run how many sentence ends it has."""
        ahead = np.append(self.classes[1:], SPACE)
        ends = (self.classes == FULL_STOP) | ((self.classes == STOP) & ((ahead == SPACE) | (ahead == QUOTE)))
        return np.bincount(self.run[ends], minlength=len(self.starts))

    def ends_sentence(self) -> Flags:
        """For each run whether its last character, but for a closing quote or two, ends a sentence."""
        last = self.ends - 1
        ends = np.zeros(len(last), dtype=np.bool_)
        for _ in range(3):
            kind = self.classes[np.maximum(last, self.starts)]
            ends |= (kind == STOP) | (kind == FULL_STOP)
            last = np.where(kind == QUOTE, last - 1, last)
        return ends


def read(texts: Sequence[str]) -> Letters:
    """The letters of `texts`, none of which is empty."""
    half = READ // 2
    clipped = [text if len(text) <= READ else text[:half] + text[-half:] for text in texts]
    sizes = np.array([len(text) + 1 for text in clipped], dtype=np.int64)
    codes = np.frombuffer(("\n".join(clipped) + "\n").encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    classes, folded = tables()
    plane = np.minimum(codes, 0xFFFF).astype(np.uint16)
    after = np.cumsum(sizes)
    return Letters(
        folded[plane], classes[plane], np.repeat(np.arange(len(texts)), sizes), after - sizes, after - 1
    )  # fmt: skip
