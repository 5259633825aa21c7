"""The master of one shard: runs it in a child, and sets aside the page that ends the child, so that no page ends the run.

A page on which the child is silent longer than the time-out is set aside at once. A page on which it dies is tried once
more, since another page or the machine may have been the cause, and then set aside. A page that cannot even be read past
costs the rest of its file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Protocol

from audit.corpus.engines.child import Child, ChildDiedError
from audit.corpus.run.plan import Job, Shard
from audit.corpus.run.shard import WRITING, Place, Record, Refusal, audit_shard
from audit.errors import ArchiveError

WRITING_TIME = 600.0
"""Seconds that the tables of one shard may take; the time-out of a page does not apply to them."""
Work = Callable[..., Record | None]
_TRIES = 2
_MOST_DEATHS = 1_000


class Watcher(Protocol):
    """Told how far shards are, and of what goes wrong."""

    def at(self, shard: Shard, place: Place, done: int) -> None:
        """The worker has come to `place`; `done` pages of the shard are done."""
        ...

    def trouble(self, event: str, shard: Shard, place: Place | None, why: str) -> None:
        """A worker `died` there, or was `recycled`; a page was `refused` for good."""
        ...


def supervise(
    job: Job, shard: Shard, child: Child, attempt: str, watcher: Watcher | None = None, work: Work = audit_shard
) -> Record:
    """Run `shard` to its end. Raises ArchiveError where its tables cannot be written, or it never gets anywhere."""

    def heard(note: tuple[Place, int]) -> None:
        if watcher is not None:
            watcher.at(shard, *note)

    def patience(note: tuple[Place, int] | None) -> float:
        return WRITING_TIME if note is not None and note[0] == WRITING else job.timeout

    def trouble(event: str, place: Place | None, why: str) -> None:
        if watcher is not None:
            watcher.trouble(event, shard, place, why)

    refused: dict[Place, Refusal] = {}
    strikes: Counter[Place | None] = Counter()
    for _ in range(_MOST_DEATHS):
        try:
            record: Record | None = child.call(work, job, shard, attempt, refused, silence=patience, heard=heard)
        except ChildDiedError as death:
            place: Place | None = death.note[0] if death.note else None
            trouble("died", place, death.why)
            strikes[place] += 1
            if place is None or place == WRITING:
                if strikes[place] > _TRIES:
                    raise ArchiveError(
                        f"shard {shard.number} cannot be finished: {death.why}", "see log.jsonl"
                    ) from death
            elif place in refused:
                refused[place] = Refusal(death.sort, f"{death.why}; the rest of the file is not read", rest=True)
            elif death.sort == "timeout" or strikes[place] >= _TRIES:
                refused[place] = Refusal(death.sort, death.why)
                trouble("refused", place, death.why)
            continue
        if record is not None:
            return record
        child.end()
        trouble("recycled", None, "the worker had grown")
    raise ArchiveError(f"shard {shard.number} ended its workers {_MOST_DEATHS} times", "see log.jsonl")
