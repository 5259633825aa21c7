"""A run over many addresses, killed twice in the middle and resumed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.capture import Fetched, capture_all, target_for
from audit.capture.collect import CAPTURES, JOURNAL, collect, entries
from audit.errors import ArchiveError, FetchError
from tests.capture.loopback import Connection, serving

NOW = datetime(2026, 5, 1, tzinfo=UTC)
COUNT = 90
GONE, BROKEN, HANGING = 7, 31, 71


def page(n: int) -> bytes:
    return f"<!doctype html><html><body><p>Story number {n}, said the mayor.</p></body></html>".encode()


def faulty(c: Connection) -> None:
    """Every third connection drops once; some addresses are gone, some always fail, two hang."""
    n = int(c.path.rpartition("/")[2])
    if n % HANGING == HANGING - 1:
        c.hang()
    elif n % BROKEN == BROKEN - 1:
        c.answer(b"", status="503 Unavailable")
    elif n % GONE == GONE - 1:
        c.answer(b"", status="404 Not Found")
    elif n % 3 == 0 and c.number % 3 == 1:
        c.reset()
    else:
        c.answer(page(n), "Content-Type: text/html")


def expected(n: int) -> str:
    if n % HANGING == HANGING - 1:
        return "hangs"
    if n % BROKEN == BROKEN - 1:
        return "fails"
    return "gone" if n % GONE == GONE - 1 else "page"


def run(folder: Path, port: int, count: int = COUNT) -> subprocess.Popen[bytes]:
    root = Path(__file__).resolve().parents[2]
    program = Path(__file__).parent / "collecting.py"
    environment = {**os.environ, "PYTHONPATH": str(root)}
    return subprocess.Popen([sys.executable, str(program), str(folder), str(port), str(count)], env=environment)


def lines(folder: Path) -> int:
    journal = folder / JOURNAL
    return journal.read_bytes().count(b"\n") if journal.exists() else 0


def test_no_result_is_lost_and_none_is_there_twice(tmp_path) -> None:
    folder = tmp_path / "run"
    with serving(faulty) as server:
        for stop_at in (COUNT // 4, COUNT // 2):
            process = run(folder, server.port)
            ends = time.monotonic() + 60
            while lines(folder) < stop_at and process.poll() is None and time.monotonic() < ends:
                time.sleep(0.01)
            process.kill()
            process.wait()
            assert stop_at <= lines(folder) < COUNT
        assert run(folder, server.port).wait(timeout=120) == 0
        base = server.url("/story/")
    found = entries(folder)
    assert [e.locator for e in found] == [f"{base}{n}" for n in range(COUNT)]
    for n, entry in enumerate(found):
        sort = expected(n)
        assert (entry.error is None) == (sort == "page"), entry
        if sort != "page":
            assert {"hangs": "sent nothing", "fails": "503", "gone": "404"}[sort] in (entry.error or "")
    pages = list(capture_all(target_for(str(folder / CAPTURES)), now=NOW))
    assert Counter(p.record.url for p in pages) == Counter(e.locator for e in found if e.error is None)
    assert all(p.content == page(int((p.record.url or "").rpartition("/")[2])) for p in pages)


class Site:
    def __init__(self) -> None:
        self.asked: list[str] = []

    def fetch(self, url, limits):
        self.asked.append(url)
        if url.endswith("/bad"):
            raise FetchError("down", "wait")
        return Fetched(url, 200, (("Content-Type", "text/html"),), page(1))


def gathered(folder: Path, site: Site, *urls: str) -> list[str]:
    return [e.locator for e in collect(urls, folder, clock=lambda: NOW, fetcher=site)]


@pytest.mark.parametrize("left_over", [b'{"locator": "https://a.example/2", "sta', b"{"])
def test_what_a_killed_run_left_is_cut_off(tmp_path, left_over) -> None:
    first, second = "https://a.example/1", "https://a.example/2"
    assert gathered(tmp_path, Site(), first) == [first]
    whole = (tmp_path / CAPTURES).read_bytes()
    (tmp_path / CAPTURES).write_bytes(whole + b"\x1f\x8bhalf a record")
    (tmp_path / JOURNAL).write_bytes((tmp_path / JOURNAL).read_bytes() + left_over)
    assert [e.locator for e in entries(tmp_path)] == [first]
    assert gathered(tmp_path, Site(), first, second, second) == [second]
    assert (tmp_path / CAPTURES).read_bytes().startswith(whole)
    assert len(list(capture_all(target_for(str(tmp_path / CAPTURES)), now=NOW))) == 2


def test_failures_are_kept_with_their_reason(tmp_path) -> None:
    site = Site()
    gathered(tmp_path, site, "https://a.example/bad", "ftp://a.example/", "https://a.example/1")
    assert [bool(e.error) for e in entries(tmp_path)] == [True, True, False]
    assert gathered(tmp_path, site, "https://a.example/bad") == []


def test_a_damaged_journal_is_not_written_to(tmp_path) -> None:
    (tmp_path / JOURNAL).write_bytes(b"not json\n")
    with pytest.raises(ArchiveError, match="damaged"):
        gathered(tmp_path, Site(), "https://a.example/1")
    assert (tmp_path / JOURNAL).read_bytes() == b"not json\n"


def test_a_folder_that_cannot_be_written(tmp_path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ArchiveError, match="cannot be written"):
        gathered(tmp_path / "file", Site(), "https://a.example/1")
