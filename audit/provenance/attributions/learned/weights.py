"""The weights file: named arrays in one block of bytes, read at once and used in place.

A line of JSON says for each name its type, shape and first byte; the arrays follow. Plain numbers only: nothing in
the file can run, and numpy's own archive would take several times as long to open.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Arrays = dict[str, NDArray[Any]]

_ALIGNMENT = 64


def decode(content: bytes) -> Arrays:
    """The arrays of a weights file; they share its memory and cannot be written to."""
    head, _, _ = content.partition(b"\n")
    start = _aligned(len(head) + 1)
    return {
        name: np.frombuffer(content, dtype, math.prod(shape), start + offset).reshape(shape)
        for name, (dtype, shape, offset) in json.loads(head).items()
    }


def encode(arrays: Mapping[str, NDArray[Any]]) -> bytes:
    """A weights file; equal arrays give equal bytes."""
    index: dict[str, tuple[str, tuple[int, ...], int]] = {}
    blocks: list[bytes] = []
    offset = 0
    for name, array in sorted(arrays.items()):
        block = np.ascontiguousarray(array).tobytes()
        index[name] = (array.dtype.newbyteorder("<").str, array.shape, offset)
        blocks.append(block.ljust(_aligned(len(block)), b"\0"))
        offset += len(blocks[-1])
    head = json.dumps(index, separators=(",", ":")).encode() + b"\n"
    return head.ljust(_aligned(len(head)), b"\0") + b"".join(blocks)


def _aligned(size: int) -> int:
    return -(-size // _ALIGNMENT) * _ALIGNMENT
