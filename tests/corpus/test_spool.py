"""What a killed worker leaves behind: everything that was added, and nothing twice."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from audit.corpus.tables.spool import Spool
from audit.errors import ArchiveError


def add(spool: Spool, position: int) -> None:
    spool.add(0, position, {"pages": b"{%d}\n" % position, "blocks": b"{a}\n{b}\n"})


def test_a_spool_goes_on_after_any_cut(tmp_path: Path) -> None:
    chance = random.Random(7)
    for case in range(20):
        folder = tmp_path / str(case)
        spool = Spool(folder)
        for position in range(6):
            add(spool, position)
        spool.close()
        for name in ("progress.jsonl", "pages.jsonl", "blocks.jsonl"):  # a torn last line, rows without their line
            path = folder / name
            if name == "progress.jsonl":
                content = path.read_bytes()
                path.write_bytes(content[: chance.randrange(len(content) + 1)])
            else:
                path.write_bytes(path.read_bytes() + b'{"torn')
        again = Spool(folder)
        for position in range(again.last.position + 1, 6):
            add(again, position)
        again.close()
        assert (folder / "pages.jsonl").read_bytes() == b"".join(b"{%d}\n" % n for n in range(6))
        assert (folder / "blocks.jsonl").read_bytes() == b"{a}\n{b}\n" * 6


def test_two_workers_never_share_a_spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit.corpus.tables.spool._WAIT", 0.1)
    first = Spool(tmp_path / "s")
    with pytest.raises(ArchiveError, match="held by a worker"):
        Spool(tmp_path / "s")
    first.close()
    Spool(tmp_path / "s").close()
