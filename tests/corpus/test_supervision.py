"""Pages that crash, hang, eat memory or raise are set aside with the reason; all others are audited, once."""

from __future__ import annotations

from pathlib import Path

from audit.corpus.engines.child import Child
from audit.corpus.run.inputs import Inputs
from audit.corpus.run.plan import Job, Shard, shards
from audit.corpus.run.shard import Place
from audit.corpus.run.supervision import supervise
from tests.corpus.conftest import NOW, page_html, table, write_pages
from tests.corpus.poisoned import work

POISON = {"ALWAYSCRASH": "crash", "KILLED": "memory", "HANGS": "timeout", "RAISES": "error", "EATS": "memory"}


class Heard:
    def __init__(self) -> None:
        self.events: list[str] = []

    def at(self, shard: Shard, place: Place, done: int) -> None:
        pass

    def trouble(self, event: str, shard: Shard, place: Place | None, why: str) -> None:
        self.events.append(event)


def test_poisoned_pages_are_set_aside_with_the_reason(tmp_path: Path) -> None:
    folder = write_pages(tmp_path / "in", 8)
    for number, mark in enumerate((*POISON, "CRASHONCE")):
        (folder / f"{number:04}-{mark}.html").write_text(page_html(100 + number) + mark, encoding="utf-8")
    (folder / "picture.jpg").write_bytes(b"\xff\xd8")
    (folder / "empty.html").write_bytes(b"  ")
    inputs = Inputs([str(folder)])
    (shard,) = shards(inputs.pieces)
    job = Job(out=str(tmp_path / "out"), now=NOW, timeout=3.0, memory=1_500_000_000)
    child, heard = Child(job.memory), Heard()
    try:
        record = supervise(job, shard, child, "here", heard, work)
    finally:
        child.end()
    assert inputs.skipped == 1
    assert (record.audited, record.aside) == (9, 6)
    aside = {row[0].split("/")[1]: row[3] for row in table(tmp_path / "out", "aside")}
    assert aside == {f"{n:04}-{mark}.html": why for n, (mark, why) in enumerate(POISON.items())} | {
        "empty.html": "no-page"
    }
    assert heard.events.count("refused") == 3
    assert len({row[0] for row in table(tmp_path / "out", "pages")}) == 9
    assert not any((tmp_path / "out" / "work").iterdir())
