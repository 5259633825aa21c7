"""The folder of a corpus: what lies where.

manifest.json            what was run, over which inputs, with which rules
log.jsonl                one line an event: shards, pages set aside, workers that ended
done/00042.json          shard 42 is complete; written last, so it is the commit
pages/pages-00042.parquet, blocks/blocks-00042.parquet, …    the tables, one file a shard
work/                    shards under way; gone when the run ends
links/                   what `tracewire corpus link` found
report/                  what `tracewire corpus report` wrote
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from audit.errors import ArchiveError, UsageError
from audit.model import Frozen


class Folder(Frozen, frozen=True):
    """Paths inside the corpus at `root`."""

    root: str

    @property
    def path(self) -> Path:
        """The folder itself."""
        return Path(self.root)

    @property
    def manifest(self) -> Path:
        """What was run."""
        return self.path / "manifest.json"

    @property
    def log(self) -> Path:
        """The structured log."""
        return self.path / "log.jsonl"

    @property
    def work(self) -> Path:
        """Where shards are made."""
        return self.path / "work"

    @property
    def links(self) -> Path:
        """Where the tables of linking lie."""
        return self.path / "links"

    @property
    def report(self) -> Path:
        """Where the pages of the report lie."""
        return self.path / "report"

    def done(self, shard: int) -> Path:
        """The file whose presence says that a shard is complete."""
        return self.path / "done" / f"{shard:05}.json"

    def table(self, name: str, shard: int) -> Path:
        """One shard's part of a table."""
        return self.path / name / f"{name}-{shard:05}.parquet"

    def files(self, name: str) -> list[Path]:
        """All parts of a table, in the order of the shards."""
        return sorted((self.path / name).glob(f"{name}-*.parquet"))


def replace(path: Path, content: bytes) -> None:
    """Write `path` whole or not at all, and have it on the disk before returning."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


@contextlib.contextmanager
def held(folder: Folder) -> Iterator[None]:
    """Hold the folder, so that two runs do not write into it at once. Raises UsageError where another one does."""
    import fcntl

    try:
        folder.path.mkdir(parents=True, exist_ok=True)
        lock = (folder.path / ".lock").open("wb")
    except OSError as problem:
        raise ArchiveError(f"{folder.root} cannot be written: {problem.strerror}", "choose another folder") from problem
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as problem:
            raise UsageError(f"another command is at work in {folder.root}", "wait for it, or end it") from problem
        yield
