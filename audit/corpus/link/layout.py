"""How linking is cut: which shards a map task takes, how many parts index and pairs have, and where files lie."""

from __future__ import annotations

from pathlib import Path

from audit.corpus.folder import Folder
from audit.model import Frozen

PAGES_A_TASK = 25_000
"""Pages that one map task takes, if its shards are not larger."""
PAGES_A_PART = 200_000
"""Pages for which the index gets one part more; a part's postings, some 30 a page, fit into a worker's memory."""


class Group(Frozen, frozen=True):
    """Shards that one task takes together; `first` is the number of their first page in the corpus."""

    number: int
    shards: tuple[int, ...]
    first: int
    pages: int


class Layout(Frozen, frozen=True):
    """The plan of one linking; equal for all its tasks. `memory` is in bytes and for one worker."""

    root: str
    groups: tuple[Group, ...]
    parts: int
    memory: int

    @property
    def folder(self) -> Folder:
        """The corpus."""
        return Folder(self.root)

    @property
    def work(self) -> Path:
        """Where the stages hand over; gone when linking ends."""
        return self.folder.links / "work"

    def noted(self, part: int, group: int) -> Path:
        """The blocks of a group whose hosts belong to a part."""
        return self.work / "noted" / f"{part:04}" / f"{group:05}.parquet"

    def repeated(self, part: int) -> Path:
        """The blocks that the hosts of a part repeat."""
        return self.work / "repeated" / f"{part:04}.parquet"

    def shingles(self, group: int) -> Path:
        """All shingles of a group's pages, 32 bits each, one page after another."""
        return self.work / "shingles" / f"{group:05}.u32"

    def offsets(self, group: int) -> Path:
        """Where each page's shingles begin, and the end."""
        return self.work / "shingles" / f"{group:05}.npy"

    def postings(self, part: int, group: int) -> Path:
        """The marks of a group that belong to one part of the index."""
        return self.work / "postings" / f"{part:04}" / f"{group:05}.parquet"

    def near(self, bucket: int, part: int) -> Path:
        """The pairs that one part of the index gives to one bucket of pairs."""
        return self.work / "near" / f"{bucket:04}" / f"{part:04}.parquet"

    def verified(self, bucket: int) -> Path:
        """The pairs of a bucket that hold."""
        return self.work / "verified" / f"{bucket:04}.parquet"

    def chosen(self, bucket: int) -> Path:
        """The pairs of a bucket that the aligner is asked about."""
        return self.work / "chosen" / f"{bucket:04}.parquet"

    def texts(self, bucket: int, group: int) -> Path:
        """The texts of a group's pages that the aligner needs for a bucket."""
        return self.work / "texts" / f"{bucket:04}" / f"{group:05}.parquet"

    def decided(self, bucket: int) -> Path:
        """The pairs of a bucket that the aligner took for copies."""
        return self.work / "decided" / f"{bucket:04}.parquet"

    def tables(self, name: str, group: Group) -> list[str]:
        """The files of a table that hold a group."""
        return [str(self.folder.table(name, shard)) for shard in group.shards]


def lay_out(root: str, pages: dict[int, int], memory: int) -> Layout:
    """Group the shards, of `pages[shard]` pages each."""
    groups: list[Group] = []
    held: list[int] = []
    first = size = 0
    for shard in sorted(pages):
        if held and size + pages[shard] > PAGES_A_TASK:
            groups.append(Group(len(groups), tuple(held), first, size))
            first, held, size = first + size, [], 0
        held.append(shard)
        size += pages[shard]
    if held:
        groups.append(Group(len(groups), tuple(held), first, size))
    total = sum(pages.values())
    return Layout(root, tuple(groups), max(1, -(-total // PAGES_A_PART)), memory)
