"""How far a run is: a line on a stream now and then, and every event in a structured log."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import BinaryIO

import msgspec

from audit.corpus.run.plan import Shard
from audit.corpus.run.shard import Place, Record

_EVERY = 5.0
"""Seconds between two lines."""
_SMOOTHING = 0.3
"""Weight of the latest interval in the rate shown."""


class Progress:
    """Told of pages and shards, tells `say` (a line now and then) and `log` (one JSON line an event)."""

    def __init__(self, total_bytes: int, log: BinaryIO, say: Callable[[str], None] | None) -> None:
        self._total = max(total_bytes, 1)
        self._log = log
        self._say = say
        self._lock = threading.Lock()
        self._under_way: dict[int, tuple[int, int]] = {}
        self._done_pages = 0
        self._done_bytes = 0
        self._before_bytes = 0
        self._aside = 0
        self._rate = 0.0
        self._last = (time.monotonic(), 0)
        self._begun = time.monotonic()

    def resumed(self, records: list[Record]) -> None:
        """What earlier runs completed."""
        self._done_bytes = self._before_bytes = sum(record.size for record in records)
        self.event("resumed", shards=len(records), pages=sum(record.audited for record in records))

    def at(self, shard: Shard, place: Place, done: int) -> None:
        """See `supervision.Watcher.at`."""
        pieces = shard.pieces[: place[0]] if place[0] >= 0 else shard.pieces
        self._under_way[shard.number] = (done, sum(piece.size for piece in pieces))
        self._tell()

    def trouble(self, event: str, shard: Shard, place: Place | None, why: str) -> None:
        """See `supervision.Watcher.trouble`."""
        piece = shard.pieces[place[0]].name if place and place[0] >= 0 else None
        self.event(event, shard=shard.number, source=piece, position=place[1] if piece and place else None, why=why)

    def shard(self, record: Record) -> None:
        """A shard is complete."""
        self._under_way.pop(record.shard, None)
        self._done_bytes += record.size
        self._done_pages += record.audited + record.aside
        self._aside += record.aside
        self.event("shard", shard=record.shard, audited=record.audited, aside=record.aside)
        self._tell()

    def event(self, name: str, **fields: object) -> None:
        """Write one line to the log."""
        line = {"at": datetime.now(UTC).isoformat(timespec="milliseconds"), "event": name, **fields}
        with self._lock:
            self._log.write(msgspec.json.encode(line) + b"\n")
            self._log.flush()

    def _tell(self) -> None:
        now = time.monotonic()
        with self._lock:
            then, before = self._last
            if self._say is None or now - then < _EVERY:
                return
            under_way = list(self._under_way.values())
            pages = self._done_pages + sum(done for done, _ in under_way)
            rate = max(pages - before, 0) / (now - then)
            self._rate = rate if not self._rate else _SMOOTHING * rate + (1 - _SMOOTHING) * self._rate
            self._last = (now, pages)
        read = self._done_bytes + sum(size for _, size in under_way)
        left = ""
        if (fresh := read - self._before_bytes) > 0:
            left = f", about {in_words((now - self._begun) * max(self._total - read, 0) / fresh)} left"
        self._say(
            f"{pages:,} pages, {self._rate:.1f} a second, {self._aside:,} set aside, {100 * read / self._total:.0f} %{left}"
        )


def in_words(seconds: float) -> str:
    """`40 s`, `12 min`, `3.5 h`."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5_400 else f"{seconds / 3_600:.1f} h"
