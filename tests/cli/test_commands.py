"""The commands as a user meets them: what they print, where, and the exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from audit.cli import COMMANDS, run
from audit.version import __version__

ROOT = Path(__file__).resolve().parent.parent.parent
STORY = ROOT / "examples" / "harbour-talks.html"
TEXT = ROOT / "examples" / "harbour-talks.txt"
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_audit_writes_an_entry_and_prints_a_summary(here: Path, capsys: Captured) -> None:
    assert run(["audit", str(STORY)]) == 0
    shown = capsys.readouterr()
    report = next((here / "reports").glob("*/*/*/report.html"))
    assert (report.parent / "audit.json").exists()
    assert (here / "reports" / "index.html").exists()
    assert "Harbour TV" in shown.out
    assert "MeridianFeed" in shown.out
    assert str(report.relative_to(here)) in shown.out
    assert shown.err == ""


def test_the_summary_answers_the_questions(here: Path, capsys: Captured) -> None:
    run(["audit", str(TEXT)])
    out = capsys.readouterr().out
    for answer in ("MERIDIANFEED", "aggregator", "Harbour TV", "Diplomatic sources", "as is", "ANO206"):
        assert answer in out


def test_json_goes_to_stdout_and_writes_no_report(here: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["audit", "--json", "-", str(STORY)]) == 0
    document = json.loads(capfdbinary.readouterr().out)
    assert document["schema"] == "tracewire/audit/1"
    assert document["provenance"]["kind"] == "aggregator"
    assert not (here / "reports").exists()


def test_json_to_a_file_has_a_line_a_target(here: Path, capsys: Captured) -> None:
    assert run(["audit", "--json", "all.jsonl", "--quiet", str(STORY), str(TEXT)]) == 0
    lines = (here / "all.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["target"]["name"] for line in lines] == ["harbour-talks.html", "harbour-talks.txt"]
    assert capsys.readouterr().out == ""


def test_the_contract_of_audit_json(here: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    run(["audit", "--json", "-", str(STORY)])
    document = json.loads(capfdbinary.readouterr().out)
    assert set(document) >= {
        "schema", "ruleset", "target", "capture", "page", "provenance", "credits", "disclaimers", "attributions", "edges",
        "chains", "findings", "profile",
    }  # fmt: skip
    assert set(document["page"]) >= {
        "text",
        "language",
        "headline",
        "byline",
        "dateline",
        "published",
        "blocks",
        "declared",
    }
    assert set(document["page"]["blocks"][0]) >= {"label", "start", "end", "confidence", "why"}
    assert set(document["provenance"]["publisher"]) >= {"name", "domain", "basis"}
    assert set(document["edges"][0]) >= {"from", "relation", "to", "basis", "strength", "evidence"}
    assert set(document["chains"][0]) >= {"nodes", "edges", "hops", "ends_anonymous"}
    assert set(document["findings"][0]) >= {"code", "name", "level", "confidence", "message", "evidence", "fingerprint"}
    attribution = document["attributions"][0]
    assert set(attribution) >= {"source", "cue", "content", "kind", "hedges", "negated", "relayed_by", "voice"}
    assert set(attribution["voice"]) >= {"name", "type", "grade", "confidence"}


def test_nothing_of_this_machine_is_written(here: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("home-of-a-source")
    page = secret / "saved.html"
    page.write_bytes(STORY.read_bytes())
    assert run(["audit", "--quiet", str(page)]) == 0
    for path in (here / "reports").rglob("*"):
        assert "home-of-a-source" not in path.name
        if path.is_file():
            assert b"home-of-a-source" not in path.read_bytes()


def test_what_the_user_states_is_kept_as_stated(here: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    run(["audit", "--json", "-", str(TEXT), "--publisher", "The Meridian", "--url", "https://meridian.example/a"])
    document = json.loads(capfdbinary.readouterr().out)
    assert document["target"]["stated_publisher"] == "The Meridian"
    publisher = document["provenance"]["publisher"]
    assert (publisher["name"], publisher["basis"]) == ("The Meridian", "stated")


def test_fail_on_changes_the_exit_code_only_when_asked(here: Path) -> None:
    assert run(["audit", "--quiet", str(STORY)]) == 0
    assert run(["audit", "--quiet", "--fail-on", "note", str(STORY)]) == 1


def test_one_bad_target_does_not_stop_the_others(here: Path, capsys: Captured) -> None:
    assert run(["audit", "missing.html", str(STORY), "gopher://old.example/1"]) == 3
    shown = capsys.readouterr()
    assert "missing.html" in shown.err
    assert "gopher" in shown.err
    assert "Traceback" not in shown.err
    assert len(list((here / "reports").glob("*/*/*/report.html"))) == 1


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.html", b"", "empty"),
        ("empty-page.html", b"<!DOCTYPE html><title>x</title><body></body>", "not assessable"),
        ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, ""),
        ("blank.txt", b" \n\n ", "empty"),
    ],
)
def test_pages_that_hold_nothing(here: Path, capsys: Captured, name: str, content: bytes, says: str) -> None:
    (here / name).write_bytes(content)
    assert run(["audit", name]) == 3
    shown = capsys.readouterr()
    assert name in shown.err
    assert says in shown.err
    assert "Traceback" not in shown.err
    assert not [line for line in shown.err.splitlines() if len(line) > 400]


def test_a_directory_is_no_page(here: Path, capsys: Captured) -> None:
    (here / "folder").mkdir()
    assert run(["audit", "folder"]) == 3
    assert "folder" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="permissions work differently there")
def test_an_archive_that_cannot_be_written(here: Path, capsys: Captured) -> None:
    (here / "reports").write_text("a file where the folder should be", encoding="utf-8")
    assert run(["audit", str(STORY)]) == 3
    shown = capsys.readouterr()
    assert "reports" in shown.err
    assert "Traceback" not in shown.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["audit"], ["audit", "--fail-on", "maybe", "x"], ["audit", "--url", "https://a.example/1", "a", "b"], ["unheard-of"],
        ["audit", "-", "-"], ["audit", "--select", "XYZ999", str(STORY)],
    ],
)  # fmt: skip
def test_usage_errors_exit_with_two(here: Path, capsys: Captured, arguments: list[str]) -> None:
    assert run(arguments) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_text_prints_the_reporting_alone(here: Path, capsys: Captured) -> None:
    assert run(["text", str(STORY)]) == 0
    out = capsys.readouterr().out
    assert "Diplomatic observers said" in out
    for wrapper in ("Facebook", "as is", "No comment", "Privacy policy", "Most Popular"):
        assert wrapper not in out


def test_text_all_prints_every_block_with_its_label(here: Path, capsys: Captured) -> None:
    assert run(["text", "--all", str(STORY)]) == 0
    rows = [line.split("\t", 1) for line in capsys.readouterr().out.splitlines()]
    assert all(len(row) == 2 for row in rows)
    labels = {label for label, _ in rows}
    assert {"headline", "body", "share", "disclaimer", "comments", "copyright"} <= labels


def test_attributions_are_a_line_a_file(here: Path, capsys: Captured) -> None:
    article = 'The bridge will close, the mayor said on Monday. "We have no choice," Ana Ruiz added.\n'
    (here / "a.txt").write_text(article, encoding="utf-8", newline="\n")
    assert run(["attributions", "a.txt"]) == 0
    line = json.loads(capsys.readouterr().out)
    assert line["file"] == "a.txt"
    assert line["attributions"]
    for attribution in line["attributions"]:
        for start, end in attribution["source"] + attribution["cue"] + attribution["content"]:
            assert article[start:end].strip()


def test_standard_input(here: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "audit", "audit", "-", "--json", "-"],
        input=TEXT.read_bytes(), capture_output=True, cwd=ROOT, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["target"] == {
        "kind": "stdin", "name": "stdin", "stated_url": None, "stated_publisher": None, "listing": None,
    }  # fmt: skip


def test_the_same_input_gives_the_same_bytes(here: Path) -> None:
    from datetime import UTC, datetime

    from audit.capture import capture, target_for
    from audit.pipeline import audit_capture
    from audit.report import html, json_document

    taken = capture(target_for(str(STORY)), now=datetime(2026, 1, 2, tzinfo=UTC))
    one, two = audit_capture(taken), audit_capture(taken)
    assert json_document.encode(one) == json_document.encode(two)
    assert html.render(one) == html.render(two)


def test_version_and_help(capsys: Captured) -> None:
    assert run(["--version"]) == 0
    assert __version__ in capsys.readouterr().out
    for command in COMMANDS:
        assert run([command, "--help"]) == 0
        shown = capsys.readouterr().out
        assert "Usage" in shown
        assert "\\b" not in shown  # the mark by which lines are kept apart, where it did not work


def test_a_report_is_rendered_again_without_fetching(here: Path, capsys: Captured) -> None:
    run(["audit", "--quiet", str(STORY)])
    entry = next((here / "reports").glob("*/*/*/audit.json"))
    assert run(["report", str(entry), "--out", "again.html"]) == 0
    assert (here / "again.html").read_bytes() == (entry.parent / "report.html").read_bytes()


def test_start_is_lazy() -> None:
    """`--version` must not pay for what audits need."""
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys; from audit.cli import run; run(['--version']); print(*sys.modules)"],
        capture_output=True, text=True, cwd=ROOT, check=True,
    ).stdout  # fmt: skip
    for heavy in ("lxml", "trafilatura", "httpx", "jinja2", "re2", "msgspec", "ahocorasick", "sentencex", "numpy"):
        assert heavy not in loaded.split()


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_command_is_documented(command: str) -> None:
    assert f"tracewire {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_real_pages_do_not_crash(
    shared_path: Callable[[str], Path], here: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    pages = sorted(str(p) for p in shared_path("data/pages").glob("*.html"))
    assert len(pages) == 20
    assert run(["audit", "--json", "-", "--quiet", *pages]) == 0
    documents = [json.loads(line) for line in capfdbinary.readouterr().out.splitlines()]
    assert len(documents) == 20
    for document in documents:
        text = document["page"]["text"]
        assert document["profile"]["ungrounded_dropped"] == 0
        for block in document["page"]["blocks"]:
            assert text[block["start"] : block["end"]].strip()


def test_targets_may_come_from_a_list(here: Path, capsys: Captured) -> None:
    (here / "list.txt").write_text(f"# two stories\n{STORY}\n\n{TEXT}\n", encoding="utf-8")
    assert run(["text", "--list", "list.txt"]) == 0
    shown = capsys.readouterr()
    assert shown.out.count("Diplomatic observers said") == 2
    assert "[2/2]" in shown.err


def test_offline_fetches_nothing(here: Path, capsys: Captured) -> None:
    assert run(["audit", "--offline", "https://news.example/story"]) == 3
    assert "offline" in capsys.readouterr().err


def test_a_password_in_an_address_is_not_printed(here: Path, capsys: Captured) -> None:
    assert run(["audit", "https://user:secret@news.example/story"]) == 3
    assert "secret" not in capsys.readouterr().err


def test_the_archives_own_capture_gives_the_same_audit(here: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    run(["audit", "--quiet", str(STORY)])
    evidence = next((here / "reports").glob("*/*/*/capture.warc.gz"))
    first = json.loads((evidence.parent / "audit.json").read_bytes())
    capfdbinary.readouterr()
    assert run(["audit", "--json", "-", str(evidence)]) == 0
    lines = capfdbinary.readouterr().out.splitlines()
    assert len(lines) == 1
    again = json.loads(lines[0])
    for part in ("provenance", "credits", "disclaimers", "attributions", "edges", "chains"):
        assert again[part] == first[part]


def test_the_help_keeps_its_examples_a_line_each(capsys: Captured) -> None:
    assert run(["--help"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "  pbpaste | tracewire audit -                    an article from the clipboard" in lines
    assert not any("\\b" in line for line in lines)


@pytest.mark.parametrize(("content", "why"), [(None, "No such file"), (b"\xa5\xff", "no UTF-8 text")])
def test_a_list_that_cannot_be_read(here: Path, capsys: Captured, content: bytes | None, why: str) -> None:
    if content is not None:
        (here / "list.txt").write_bytes(content)
    assert run(["text", "--list", "list.txt"]) == 2
    said = capsys.readouterr().err
    assert why in said
    assert "Errno" not in said


@pytest.mark.parametrize("again", [["audit", str(STORY)], ["index", "--all"]])
def test_a_damaged_ledger_is_an_integrity_failure(again: list[str], here: Path, capsys: Captured) -> None:
    assert run(["audit", "--quiet", str(STORY)]) == 0
    with (here / "reports" / "ledger.jsonl").open("ab") as ledger:
        ledger.write(b"no entry\n")
    assert run(again) == 4
    assert "ledger.jsonl has a line that is not readable" in capsys.readouterr().err


def _process(*arguments: str, stdout: int | IO[bytes], **environment: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "audit", *arguments], cwd=ROOT, stdout=stdout, stderr=subprocess.PIPE,
        env={**os.environ, **environment},
    )  # fmt: skip


def test_a_charset_that_lacks_a_character_prints_a_question_mark() -> None:
    command = ("audit", "--format", "github", "--json", os.devnull, str(STORY))
    process = _process(*command, stdout=subprocess.PIPE, PYTHONIOENCODING="iso8859-1")
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert b"?Diplomatic sources?" in out


@pytest.mark.skipif(os.name != "posix", reason="a pipe whose reader is closed")
def test_a_reader_that_has_gone_is_no_finding() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    process = _process("text", str(STORY), stdout=writer)
    os.close(writer)
    assert process.communicate(timeout=60)[1] == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_a_full_disk_is_said_in_a_line() -> None:
    with Path("/dev/full").open("wb") as full:
        process = _process("schema", stdout=full)
        err = process.communicate(timeout=60)[1]
    assert process.returncode == 3
    assert err.startswith(b"tracewire: cannot write:")
    assert err.count(b"\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="file names that are no UTF-8")
def test_a_file_name_in_another_charset(here: Path, capsys: Captured) -> None:
    named = os.fsdecode(b"caf\xe9.html")
    (here / named).write_bytes(STORY.read_bytes())
    assert run(["audit", named]) == 0
    assert run(["audit", "--json", "a.json", named]) == 0
    assert json.loads((here / "a.json").read_bytes())["target"]["name"] == "caf\ufffd.html"


def test_the_archive_keeps_the_exchange_of_a_fetched_page(here: Path) -> None:
    """Evidence of a fetch is the request and the answer, not the page's bytes alone."""
    import gzip
    import threading
    from http.server import BaseHTTPRequestHandler, HTTPServer

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("X-Kept", "in the evidence")
            self.end_headers()
            self.wfile.write(STORY.read_bytes())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Page) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        code = run(["audit", "--quiet", "--allow-private", f"http://127.0.0.1:{server.server_port}/story"])
        server.shutdown()
        thread.join()
    assert code == 0
    kept = gzip.decompress(next((here / "reports").glob("*/*/*/capture.warc.gz")).read_bytes())
    assert b"GET /story" in kept
    assert b"X-Kept: in the evidence" in kept


def test_a_baseline_holds_while_another_is_written(here: Path, capsys: Captured) -> None:
    assert run(["audit", "--quiet", "--write-baseline", "known", str(STORY)]) == 0
    capsys.readouterr()
    arguments = ["audit", "--quiet", "--baseline", "known", "--write-baseline", "all", "--format", "jsonl", str(STORY)]
    assert run(arguments) == 0
    assert capsys.readouterr().out == ""
    assert (here / "all").read_text(encoding="utf-8") == (here / "known").read_text(encoding="utf-8")


def test_an_audit_is_reviewed_by_hand(here: Path, capsys: Captured) -> None:
    assert run(["audit", str(STORY), "--quiet"]) == 0
    entry = next((here / "reports").glob("*/*/*/report.html"))
    assert run(["review", str(entry.relative_to(here))]) == 0
    form = capsys.readouterr().out
    chosen = form.replace('# [[correction]]\n# subject = "provider"', '[[correction]]\nsubject = "provider"')
    chosen = chosen.replace('# value = ""\n# source = ""', 'value = "Khaama Press"\nsource = "told by phone"')
    (here / "auditor.toml").write_text(chosen, encoding="utf-8")
    assert run(["review", str(entry.parent), "auditor.toml", "--by", "Night desk"]) == 0
    report = Path(capsys.readouterr().out.strip())
    assert "The provider is Khaama Press: told by phone" in report.read_text("utf-8")
    assert run(["verify", "reports"]) == 0
    assert run(["export", "reports"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 2  # the line of verify, and one audit
    assert told[0].startswith("2 entries and 0 withdrawn, ")
    where = str(entry.parent.relative_to(here / "reports"))
    assert run(["withdraw", where, "--reason", "asked", "--by", "desk"]) == 0
    assert "reviews it and still has its text" in capsys.readouterr().err


@pytest.mark.parametrize("entry", ["reports/2026/11/none-00000000", "none", "2026/11/none-00000000/report.html"])
def test_reviewing_what_is_no_entry(here: Path, capsys: Captured, entry: str) -> None:
    assert run(["review", entry]) == 2
    assert "no entry" in capsys.readouterr().err
