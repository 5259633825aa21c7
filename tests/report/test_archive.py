"""The archive: entries, ledger, index; kills, full disks and two writers; what `verify` finds."""

from __future__ import annotations

import errno
import gzip
import hashlib
import json
import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from audit.errors import ArchiveError, IntegrityError, UsageError
from audit.model import Audit
from audit.report import archive
from audit.report.archive import entries, files, index, ledger, names
from audit.report.archive import rows as row_files
from tests.report import invented

ROOT = Path(__file__).resolve().parents[2]


def numbered(number: int, **page: object) -> Audit:
    """The example, captured as another page a minute later."""
    base = invented.audit()
    record = replace(
        base.capture,
        url=f"https://meridianfeed.example/{number}",
        captured_at=f"2026-11-20T{9 + number // 60 % 12:02}:{number % 60:02}:00Z",
        sha256=hashlib.sha256(str(number).encode()).hexdigest(),
    )
    return replace(base, capture=record, page=replace(base.page, headline=f"Story number {number}", **page))


def tree(root: Path) -> dict[str, bytes]:
    return {
        p.relative_to(root).as_posix(): p.read_bytes()
        for p in sorted(root.rglob("*"))
        if p.is_file() and p.name != ".lock"
    }


def test_an_entry_has_its_files_and_is_verified(tmp_path: Path) -> None:
    entry = archive.add(tmp_path / "reports", invented.audit(), b"bytes")
    assert entry.path.startswith("2026/11/valdoria-ready-to-resume-talks-with-kestria")
    assert sorted(p.name for p in entry.folder.iterdir()) == [
        "audit.json",
        "capture.warc.gz",
        "manifest.sha256",
        "page.txt",
        "report.html",
    ]
    assert (entry.folder / "page.txt").read_bytes().decode() == invented.TEXT
    found = archive.verify(entry.root)
    assert (found.entries, found.problems) == (1, ())
    assert entry.report.is_file()


def test_no_path_user_or_machine_name_is_written(tmp_path: Path) -> None:
    archive.add(tmp_path, invented.audit(), b"bytes")
    for name, content in tree(tmp_path).items():
        whole = gzip.decompress(content) if name.endswith(".gz") else content
        assert str(tmp_path).encode() not in whole, name


def test_the_same_audits_give_the_same_archive(tmp_path: Path) -> None:
    for root in (tmp_path / "a", tmp_path / "b"):
        for number in range(3):
            archive.add(root, numbered(number), b"x")
    assert tree(tmp_path / "a") == tree(tmp_path / "b")


def test_a_second_audit_of_a_capture_stands_beside_the_first(tmp_path: Path) -> None:
    paths = [archive.add(tmp_path, invented.audit(), b"bytes").path for _ in range(3)]
    assert paths[1] == f"{paths[0]}-2"
    assert paths[2] == f"{paths[0]}-3"
    assert archive.verify(tmp_path).problems == ()


@pytest.mark.parametrize(
    ("headline", "slug"),
    [
        ("Größe: Ärger in Köln!", "grosse-arger-in-koln"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "con"),
        ("محادثات السلام", "meridianfeed-example"),
        ("x" * 300, "x" * 60),
        ("a\x00b\u202ec\n<script>", "a-b-c-script"),
        (None, "meridianfeed-example"),
    ],
)
def test_slugs_are_plain_and_stay_in_the_folder(headline: str | None, slug: str) -> None:
    base = invented.audit()
    audit = replace(base, page=replace(base.page, headline=headline))
    assert names.slug(audit).replace("a-bc", "a-b-c") == slug
    assert names.ENTRY.fullmatch(f"{names.folder(audit)}/{names.slug(audit)}-{names.hash8(audit)}")


@pytest.mark.parametrize("stamp", ["../../../2026-11-01T00:00:00Z", "yesterday", "", "2026-13-01T00:00:00Z"])
def test_a_strange_time_never_leaves_the_folder(stamp: str) -> None:
    base = invented.audit()
    assert names.folder(replace(base, capture=replace(base.capture, captured_at=stamp))) == "0000/00"


@pytest.mark.parametrize("step", ["write", "journal", "move", "ledger", "done", "index"])
def test_a_kill_in_the_middle_loses_and_corrupts_nothing(tmp_path: Path, step: str) -> None:
    archive.add(tmp_path, numbered(1), b"x")

    def killed(name: str) -> None:
        if name == step:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        archive.add(tmp_path, numbered(2), b"x", on_step=killed)
    archive.add(tmp_path, numbered(3), b"x")
    found = archive.verify(tmp_path)
    assert found.problems == ()
    assert found.entries == (2 if step in ("write", "journal") else 3)
    assert not (tmp_path / ".writing").exists()


@pytest.mark.parametrize("cut", [1, 20])
def test_a_ledger_line_of_which_a_part_was_written_is_written_again(tmp_path: Path, cut: int) -> None:
    archive.add(tmp_path, numbered(1), b"x")

    def killed(name: str) -> None:
        if name == "done":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        archive.add(tmp_path, numbered(2), b"x", on_step=killed)
    path = tmp_path / ledger.NAME
    os.truncate(path, path.stat().st_size - cut)
    assert archive.rebuild_index(tmp_path) == 2
    assert archive.verify(tmp_path).problems == ()


def test_a_half_written_index_is_brought_up_to_date(tmp_path: Path) -> None:
    for number in range(3):
        archive.add(tmp_path / "whole", numbered(number), b"x")
        archive.add(tmp_path / "cut", numbered(number), b"x")
    before = (tmp_path / "cut/index/state.json").read_bytes()
    archive.add(tmp_path / "whole", numbered(3), b"x")
    archive.add(tmp_path / "cut", numbered(3), b"x")
    (tmp_path / "cut/index/state.json").write_bytes(before)  # as if the command had ended before its last step
    archive.add(tmp_path / "whole", numbered(4), b"x")
    archive.add(tmp_path / "cut", numbered(4), b"x")
    whole, cut = tree(tmp_path / "whole"), tree(tmp_path / "cut")
    different = {name for name in whole if whole[name] != cut[name]}
    assert {name for name in different if not name.startswith("index/addresses/")} == set()


def test_a_full_disk_leaves_the_archive_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.add(tmp_path, numbered(1), b"x")
    before = tree(tmp_path)
    write = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if self.name == "page.txt":
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(self, data)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(ArchiveError) as error:
            archive.add(tmp_path, numbered(2), b"x")
    assert "full" in error.value.message
    assert tree(tmp_path) == before


def test_a_full_disk_while_the_ledger_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.add(tmp_path, numbered(1), b"x")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(ArchiveError):
            archive.add(tmp_path, numbered(2), b"x")
    assert archive.rebuild_index(tmp_path) == 2
    assert archive.verify(tmp_path).problems == ()


@pytest.mark.parametrize(
    ("raised", "says"),
    [
        (PermissionError(errno.EACCES, "Permission denied"), "no permission"),
        (OSError(errno.EROFS, "Read-only file system"), "no permission"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
    ],
)
def test_errors_say_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, raised: OSError, says: str) -> None:
    def refuse(*_a: object, **_k: object) -> None:
        raise raised

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(ArchiveError) as error:
        archive.add(tmp_path / "new", invented.audit(), b"x")
    assert says in error.value.message
    assert error.value.hint


def test_a_file_in_the_place_of_the_archive(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(ArchiveError, match="not a folder"):
        archive.add(tmp_path / "file", invented.audit(), b"x")


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
@pytest.mark.parametrize("step", ["write", "journal", "move", "ledger", "done", "index"])
def test_a_writer_killed_at_any_step_loses_nothing(tmp_path: Path, step: str) -> None:
    """A process that the system ends, not an exception: nothing is tidied up on the way out."""
    code = (
        "import os, signal, sys; from pathlib import Path; from audit.report import archive\n"
        "from tests.report.test_archive import numbered\n"
        "root, step = Path(sys.argv[1]), sys.argv[2]\n"
        "archive.add(root, numbered(1), b'x')\n"
        "die = lambda name: os.kill(os.getpid(), signal.SIGKILL) if name == step else None\n"
        "archive.add(root, numbered(2), b'x', on_step=die)\n"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(tmp_path), step], cwd=ROOT, timeout=60, check=False)
    assert ended.returncode == -signal.SIGKILL
    archive.add(tmp_path, numbered(3), b"x")
    found = archive.verify(tmp_path)
    whole = step in ("move", "ledger", "done", "index")  # from the journal on, the entry is carried forward
    assert (found.entries, found.problems) == (3 if whole else 2, ())
    assert [p.name for p in tmp_path.glob(".*")] == [".lock"]
    before = tree(tmp_path)
    archive.rebuild_index(tmp_path, force=True)
    assert tree(tmp_path) == before


def test_two_writers_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from audit.report import archive; from tests.report.test_archive import numbered\n"
        "for n in range(6): archive.add(Path(sys.argv[1]), numbered(n + int(sys.argv[2])), b'x')"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(tmp_path), str(start)], cwd=ROOT) for start in (0, 100)
    ]
    assert [process.wait(60) for process in running] == [0, 0]
    found = archive.verify(tmp_path)
    assert (found.entries, found.problems) == (12, ())
    assert (tmp_path / "index.html").read_text(encoding="utf-8").count("Story number") >= 12


def test_a_writer_that_waits_too_long_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_PATIENCE", 0.05)
    with files.locked(tmp_path), pytest.raises(ArchiveError, match="another command"):
        archive.add(tmp_path, invented.audit(), b"x")


def three(root: Path) -> list[entries.Entry]:
    return [archive.add(root, numbered(n), b"x") for n in range(3)]


def alter(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("name", ["report.html", "audit.json", "page.txt", "capture.warc.gz", "manifest.sha256"])
def test_one_altered_byte_is_found(tmp_path: Path, name: str) -> None:
    entry = three(tmp_path)[1]
    alter(entry.folder / name)
    (problem,) = archive.verify(tmp_path).problems
    assert problem.where == f"{entry.path}/{name}"
    assert "altered" in problem.what
    with pytest.raises(IntegrityError) as error:
        archive.verify(tmp_path).require()
    assert error.value.exit_code == 4


def test_missing_and_added_files_and_entries_are_found(tmp_path: Path) -> None:
    first, second, third = three(tmp_path)
    (first.folder / "page.txt").unlink()
    (second.folder / "extra.txt").write_text("x")
    for path in third.folder.iterdir():
        path.unlink()
    third.folder.rmdir()
    (tmp_path / "2026/11/planted").mkdir()
    (tmp_path / "2026/loose.txt").write_text("x")
    found = {str(p) for p in archive.verify(tmp_path).problems}
    assert f"{first.path}/page.txt: missing" in found
    assert f"{second.path}/extra.txt: added" in found
    assert f"{third.path}: missing" in found
    assert any(p.startswith("2026/11/planted: added") for p in found)
    assert any(p.startswith("2026/loose.txt: added") for p in found)


@pytest.mark.parametrize("line", [0, 1, 2])
def test_a_ledger_line_that_is_changed_or_removed_is_found(tmp_path: Path, line: int) -> None:
    three(tmp_path)
    path = tmp_path / ledger.NAME
    lines = path.read_bytes().splitlines(keepends=True)
    changed = [*lines]
    changed[line] = changed[line].replace(b'"at":"2026', b'"at":"2025')
    path.write_bytes(b"".join(changed))
    altered = archive.verify(tmp_path)
    assert altered.problems or altered.head != ledger.digest(lines[-1])
    assert altered.problems or line == 2  # the last line is only sealed by the head that somebody kept
    path.write_bytes(b"".join(lines[:line] + lines[line + 1 :]))
    assert archive.verify(tmp_path).problems


def test_the_index_is_made_anew_as_it_was(tmp_path: Path) -> None:
    for number in range(5):
        archive.add(tmp_path, numbered(number), b"x")
    before = tree(tmp_path)
    assert archive.rebuild_index(tmp_path, force=True) == 5
    assert tree(tmp_path) == before
    (tmp_path / "index.html").unlink()
    assert [p.where for p in archive.verify(tmp_path).problems] == ["index"]
    archive.rebuild_index(tmp_path)
    assert tree(tmp_path) == before


def test_pages_rows_and_words_are_split(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "PER_FILE", 4)
    monkeypatch.setattr(row_files, "PER_FILE", 4)
    monkeypatch.setattr(index.words, "PER_GROUP", 6)
    for number in range(9):
        archive.add(tmp_path, numbered(number), b"x")
    assert sorted(p.name for p in (tmp_path / "index").glob("page-*")) == [f"page-000{n}.html" for n in (1, 2, 3)]
    assert 'rel="next"' in (tmp_path / "index/page-0001.html").read_text(encoding="utf-8")
    assert 'rel="next"' in (tmp_path / "index/page-0002.html").read_text(encoding="utf-8")
    group = (tmp_path / "index/words-001/h.js").read_text(encoding="utf-8")
    assert json.loads(group.partition('"h",')[2].rpartition(")")[0])["harbour"] == "0 1 1 1 1 1"
    assert [n for n, _ in index.words.read_tail(tmp_path)] == [6, 7, 8]
    before = tree(tmp_path)
    archive.rebuild_index(tmp_path, force=True)
    assert tree(tmp_path) == before
    assert archive.verify(tmp_path).problems == ()
    withdrawn = archive.withdraw(
        tmp_path, archive_entry(tmp_path, 2), reason="asked", by="desk", at="2026-12-01T00:00:00Z"
    )
    assert json.loads((tmp_path / "index/words-001/h.js").read_text("utf-8").partition('"h",')[2].rpartition(")")[0])[
        "harbour"
    ] == ("0 1 2 1 1")
    after = tree(tmp_path)
    archive.rebuild_index(tmp_path, force=True)
    assert {n for n, c in tree(tmp_path).items() if after.get(n) != c} <= {n for n in after if "addresses" in n}
    assert withdrawn in (tmp_path / ledger.NAME).read_text(encoding="utf-8")


def archive_entry(root: Path, row: int) -> str:
    return row_files.read(row_files.file(root, 1))[row].entry


def test_withdrawing_leaves_a_tombstone_that_verify_accepts(tmp_path: Path) -> None:
    _, entry, _ = three(tmp_path)
    archive.withdraw(tmp_path, entry.path, reason="The publisher <asked>", by="Night desk", at="2026-12-01T10:00:00Z")
    assert sorted(p.name for p in entry.folder.iterdir()) == [
        "manifest.sha256",
        "report.html",
        "withdrawn-manifest.sha256",
    ]
    tombstone = entry.report.read_text(encoding="utf-8")
    assert "The publisher &lt;asked&gt;" in tombstone
    assert "Night desk" in tombstone
    found = archive.verify(tmp_path)
    assert (found.entries, found.withdrawn, found.problems) == (3, 1, ())
    everything = b"".join(tree(tmp_path).values())
    assert b"Story number 1" not in everything
    assert b"Story number 2" in everything
    with pytest.raises(UsageError, match="withdrawn before"):
        archive.withdraw(tmp_path, entry.path, reason="again", by="desk", at="2026-12-01T10:00:00Z")
    archive.add(tmp_path, numbered(9), b"x")
    archive.rebuild_index(tmp_path, force=True)
    assert archive.verify(tmp_path).problems == ()
    alter(entry.report)
    assert archive.verify(tmp_path).problems


@pytest.mark.parametrize("entry", ["2026/11/none-00000000", "../..", "", "2026/11/../../x-00000000"])
def test_withdrawing_what_is_no_entry(tmp_path: Path, entry: str) -> None:
    three(tmp_path)
    with pytest.raises(UsageError):
        archive.withdraw(tmp_path, entry, reason="x", by="y", at="2026-12-01T10:00:00Z")


def test_an_archive_on_read_only_media_is_verified(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    three(tmp_path)
    (tmp_path / ".lock").unlink()
    monkeypatch.setattr(os, "access", lambda _path, _mode: False)
    assert archive.verify(tmp_path).problems == ()
    assert not (tmp_path / ".lock").exists()


def test_verify_where_there_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError):
        archive.verify(tmp_path / "nowhere")
    with pytest.raises(ArchiveError):
        archive.verify(tmp_path)


def test_the_capture_can_be_read_back(tmp_path: Path) -> None:
    from audit.capture import capture, target_for

    entry = archive.add(tmp_path, invented.audit(), invented.TEXT.encode())
    again = capture(target_for(str(entry.folder / "capture.warc.gz")), now=datetime(2026, 11, 21, tzinfo=UTC))
    assert again.content == invented.TEXT.encode()


def test_the_feed_is_a_json_feed(tmp_path: Path) -> None:
    three(tmp_path)
    feed = json.loads((tmp_path / "feed.json").read_text(encoding="utf-8"))
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert [i["title"] for i in feed["items"]] == ["Story number 2", "Story number 1", "Story number 0"]
