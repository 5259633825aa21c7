"""Decision trees for all rows of a page at once, without a loop over rows or nodes.

Each node knows which leaves it shuts out where a row goes to its high side; the bits that are left when all nodes of a tree
have spoken begin with the row's leaf (QuickScorer: Lucchese et al., SIGIR 2015).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEAVES = 16
"""Most leaves of a tree."""
_AT_ONCE = 256
"""Rows that are scored together."""
_ALL = np.uint16(0xFFFF)

Node = Any
"""A leaf's value, or (number of the feature, threshold, node for at most it, node for more)."""


class Forest:
    """The sum of some trees."""

    def __init__(self, trees: Sequence[Node]) -> None:
        nodes = LEAVES - 1
        self.count = len(trees)
        self.feature = np.zeros(self.count * nodes, dtype=np.int64)
        self.threshold = np.full((self.count * nodes, 1), np.inf, dtype=np.float32)
        self.shut = np.zeros((self.count * nodes, 1), dtype=np.uint16)
        self.values = np.zeros(self.count * LEAVES)
        self.offset = np.arange(self.count)[:, None] * LEAVES
        for number, tree in enumerate(trees):
            self._add(number, tree)
        self.lowest = np.zeros(0x10000, dtype=np.uint8)
        for bit in reversed(range(LEAVES)):
            self.lowest[1 << bit :: 1 << (bit + 1)] = bit

    def _add(self, number: int, tree: Node) -> None:
        place, leaf = number * (LEAVES - 1), 0

        def add(node: Node) -> int:
            """Write the node down; the bits of its leaves."""
            nonlocal place, leaf
            if not isinstance(node, list):
                self.values[number * LEAVES + leaf] = node
                leaf += 1
                return 1 << (leaf - 1)
            mine = place
            place += 1
            self.feature[mine], self.threshold[mine] = node[0], node[1]
            low, high = add(node[2]), add(node[3])
            self.shut[mine] = low
            return low | high

        add(tree)

    def score(self, table: NDArray[np.float32]) -> NDArray[np.float64]:
        """The sum of the trees for each column of `table`, whose lines are the features."""
        count = table.shape[1]
        totals = np.zeros(count)
        for first in range(0, count, _AT_ONCE):
            high = table[self.feature, first : first + _AT_ONCE] > self.threshold
            left = (_ALL - self.shut * high).reshape(self.count, LEAVES - 1, -1)
            leaves = self.lowest[np.bitwise_and.reduce(left, axis=1)]
            totals[first : first + _AT_ONCE] = self.values[leaves + self.offset].sum(axis=0)
        return totals
