"""A run through the command: complete after being killed, refusing to mix, the same for any number of workers."""

from __future__ import annotations

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from audit.cli.corpus_commands import corpus
from audit.corpus.engines.local import LocalEngine
from audit.corpus.run import Job, run
from audit.corpus.run.members import cuts
from audit.errors import UsageError
from tests.corpus.conftest import NOW, page_html, table, tables, write_pages

ROOT = Path(__file__).resolve().parents[2]


def warc(path: Path, count: int, *, bad: frozenset[int] = frozenset()) -> Path:
    """A WARC file with `count` pages, a gzip member each; those in `bad` are empty."""
    members = []
    for number in range(count):
        page = "" if number in bad else page_html(number)
        block = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()
        head = (
            f"WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://daily.example/story-{number}\r\n"
            "WARC-Date: 2026-01-01T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block)}\r\n\r\n"
        )
        members.append(gzip.compress(head.encode() + block + b"\r\n\r\n", mtime=0))
    path.write_bytes(b"".join(members))
    return path


def run_here(out: Path, named: list[str], workers: int = 2, shard_bytes: int = 32_000_000) -> msgspec.Struct:
    return run(Job(out=str(out), now=NOW), named, LocalEngine(workers, 2_000_000_000), shard_bytes=shard_bytes)


def start(inputs: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        "-m",
        "audit",
        "corpus",
        "run",
        str(inputs),
        "--out",
        str(out),
        "--workers",
        "2",
        "--shard-bytes",
        "9000",
    ]
    return subprocess.Popen(
        command, cwd=ROOT, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def test_a_run_that_is_killed_again_and_again_ends_complete_and_has_nothing_twice(tmp_path: Path) -> None:
    folder = write_pages(tmp_path / "in", 60)
    chance = random.Random(3)
    out = tmp_path / "out"
    kills = 0
    for _ in range(3):
        process = start(folder, out)
        begun = time.monotonic()
        until = chance.uniform(0.0, 0.4)
        while process.poll() is None and time.monotonic() < begun + 60:
            if list(out.glob("work/*/pages.jsonl")) or list(out.glob("done/*.json")):
                time.sleep(until)
                break
            time.sleep(0.02)
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            kills += 1
        process.wait()
    process = start(folder, out)
    assert process.wait(120) == 0
    assert kills
    found = table(out, "pages")
    assert len(found) == len({row[0] for row in found}) == 60
    manifest = json.loads((out / "manifest.json").read_bytes())
    assert manifest["state"] == "complete"
    assert manifest["counts"]["audited"] == 60
    assert manifest["counts"]["rows"]["blocks"] == len(table(out, "blocks"))


def test_the_number_of_workers_does_not_show_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    folder = write_pages(tmp_path / "in", 12)
    one = run_here(tmp_path / "one", [str(folder)], 1)
    run_here(tmp_path / "two", [str(folder)], 2)
    before = tables(tmp_path / "one")
    assert tables(tmp_path / "two") == before
    assert run_here(tmp_path / "one", [str(folder)], 1) == one
    assert tables(tmp_path / "one") == before


def test_a_cut_warc_file_gives_the_pages_of_the_whole(tmp_path: Path) -> None:
    file = warc(tmp_path / "crawl.warc.gz", 30, bad=frozenset({4}))
    starts = cuts(file, 3000)
    assert 4 <= len(starts) <= 9
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    run_here(whole, [str(file)])
    run_here(cut, [str(file)], 2, 3000)
    assert len(list((cut / "pages").iterdir())) == len(starts)
    kept = slice(3, None)  # key, source and position tell the parts apart
    assert sorted(map(repr, (row[kept] for row in table(cut, "pages")))) == sorted(
        map(repr, (row[kept] for row in table(whole, "pages")))
    )
    assert len(table(cut, "pages")) == 29


def test_a_gzip_file_in_one_member_is_not_cut(tmp_path: Path) -> None:
    file = warc(tmp_path / "crawl.warc.gz", 10)
    single = tmp_path / "single.warc.gz"
    single.write_bytes(gzip.compress(gzip.decompress(file.read_bytes()), mtime=0))
    assert cuts(single, 100) == [0]
    assert cuts(tmp_path / "crawl.warc.gz", 10**9) == [0]


def test_what_looks_like_a_member_inside_a_page_is_no_cut(tmp_path: Path) -> None:
    forged = gzip.compress(b"WARC/1.1\r\nWARC-Type: response\r\n\r\n" + b"x" * 50, mtime=0)
    noise = random.Random(1).randbytes(40_000)
    real = gzip.compress(b"WARC/1.1\r\n" + noise + forged + noise, 1, mtime=0)
    assert forged in real  # stored, not compressed
    file = tmp_path / "f.warc.gz"
    file.write_bytes(real + real)
    assert cuts(file, 1) == [0, len(real)]


def test_another_run_is_not_mixed_in(tmp_path: Path) -> None:
    folder = write_pages(tmp_path / "in", 2)
    run_here(tmp_path / "out", [str(folder)])
    (folder / "more.html").write_text(page_html(9), encoding="utf-8")
    with pytest.raises(UsageError, match="differs in inputs"):
        run_here(tmp_path / "out", [str(folder)])
    with pytest.raises(UsageError, match="differs in select"):
        run(Job(out=str(tmp_path / "out"), now=NOW, select=("ANO",)), [str(folder)], LocalEngine(1))


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    folder = write_pages(tmp_path / "in", 2)
    (folder / "style.css").write_text("p{}", encoding="utf-8")
    done = CliRunner().invoke(
        corpus, ["run", str(folder), "--out", str(tmp_path / "out"), "--workers", "1"], standalone_mode=False
    )
    assert "2 pages audited, 0 set aside, 1 files passed over" in done.output
    assert str(tmp_path) not in (tmp_path / "out" / "manifest.json").read_text(encoding="utf-8")
    assert all(
        json.loads(line)["at"] for line in (tmp_path / "out" / "log.jsonl").read_text(encoding="utf-8").splitlines()
    )
    assert str(tmp_path) not in repr(tables(tmp_path / "out"))


def test_inputs_that_are_not_there_are_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not exist"):
        run_here(tmp_path / "out", [str(tmp_path / "nothing")])
    with pytest.raises(UsageError, match="no page is named"):
        run_here(tmp_path / "out", [])
