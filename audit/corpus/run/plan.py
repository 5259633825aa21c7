"""What is to be done: the job, and its inputs cut into shards. Equal inputs give equal shards, in the same order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from audit.model import Frozen

SHARD_BYTES = 32_000_000
"""About this many bytes of input make a shard, as they lie on the disk."""
SHARD_FILES = 400
"""At most this many files or addresses make a shard: a minute's work or less."""


class Piece(Frozen, frozen=True):
    """A file, a part of one, or an address.

    `name` is what may be written of it, and unique in the run; `locator` is where it is read. `start` and `end` are byte
    offsets for a `part`, which begins and ends between gzip members; `size` is its bytes on the disk, 0 for an address.
    """

    kind: Literal["file", "part", "address"]
    name: str
    locator: str
    size: int = 0
    start: int = 0
    end: int = 0


class Shard(Frozen, frozen=True):
    """The unit of work, of retrying and of output."""

    number: int
    pieces: tuple[Piece, ...]

    @property
    def size(self) -> int:
        """Bytes of input, an address counted as an average page."""
        return sum(piece.size or 100_000 for piece in self.pieces)


class Job(Frozen, frozen=True, kw_only=True):
    """Everything a worker must know beside the shard; equal for all shards of a run.

    `now` is the time of capture of what does not say its own. `timeout` is in seconds and for one page, `memory` in bytes
    and for one worker. `learned` is the folder of a linked corpus whose repeated wrapper is to be known.
    """

    out: str
    now: str
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    preview: bool = False
    lexicon: str | None = None
    learned: str | None = None
    timeout: float = 60.0
    memory: int = 2_000_000_000
    max_bytes: int = 20_000_000
    offline: bool = False
    allow_private: bool = False


def shards(pieces: Iterable[Piece], most_bytes: int = SHARD_BYTES, most_files: int = SHARD_FILES) -> Iterator[Shard]:
    """`pieces` in their order, grouped. Addresses of one host stay together, so that its pace is kept to."""
    number = size = 0
    group: list[Piece] = []
    for piece in pieces:
        full = size + piece.size > most_bytes or len(group) >= most_files
        if group and (full or piece.kind != group[0].kind or _host(piece) != _host(group[0])):
            yield Shard(number, tuple(group))
            number, size, group = number + 1, 0, []
        group.append(piece)
        size += piece.size
    if group:
        yield Shard(number, tuple(group))


def fingerprint(plan: Iterable[Shard]) -> str:
    """A hash of which pieces, of which sizes, stand in which shard; not of where they are read from."""
    engine = hashlib.sha256()
    for shard in plan:
        for piece in shard.pieces:
            engine.update(msgspec.json.encode((shard.number, piece.name, piece.size, piece.start, piece.end)))
    return engine.hexdigest()


def _host(piece: Piece) -> str | None:
    if piece.kind != "address":
        return None
    return piece.locator.split("/")[2].lower() if piece.locator.count("/") >= 2 else piece.locator
