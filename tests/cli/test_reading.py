"""How the commands read targets over the network, against servers of our own on loopback."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from audit.cli import run
from tests.capture.loopback import Connection, Server, serving

Captured = pytest.CaptureFixture[str]
ROOT = Path(__file__).resolve().parent.parent.parent
STORY = (ROOT / "examples" / "harbour-talks.html").read_bytes()
ROBOTS = b"User-agent: tracewire\nDisallow: /secret\n"


def site(c: Connection) -> None:
    """A front page of feeds, stories and a file for robots."""
    host = c.header("host")
    if c.path == "/robots.txt":
        c.answer(ROBOTS, "Content-Type: text/plain")
    elif c.path == "/feed.xml":
        items = "".join(
            f"<item><link>http://{host}{path}</link><source>Harbour Wire</source></item>"
            for path in ("/story", "/secret/story", "/gone")
        )
        c.answer(f"<rss><channel>{items}</channel></rss>".encode(), "Content-Type: application/rss+xml")
    elif c.path == "/empty.xml":
        c.answer(b"<rss><channel></channel></rss>", "Content-Type: application/rss+xml")
    elif c.path.endswith("/story"):
        c.answer(STORY, "Content-Type: text/html", "Cache-Control: max-age=600")
    else:
        c.answer(b"", status="404 Not Found")


def audited(server: Server, path: str, *options: str) -> int:
    return run(["audit", "--allow-private", *options, server.url(path)])


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("audit.capture.pace.time.sleep", lambda seconds: None)
    return tmp_path


def test_what_robots_txt_says_of_a_single_page_is_kept(here: Path, capsys: Captured) -> None:
    with serving(site) as server:
        assert audited(server, "/secret/story", "--quiet") == 0
        assert server.paths == ["/secret/story", "/robots.txt"]
    entry = next((here / "reports").glob("2*/*/*"))
    notes = json.loads((entry / "audit.json").read_bytes())["capture"]["notes"]
    assert "The site's robots.txt asks programs not to fetch it." in notes
    warc = gzip.decompress((entry / "capture.warc.gz").read_bytes())
    assert ROBOTS in warc
    assert run(["audit", "--quiet", "--out", "again", str(entry / "capture.warc.gz")]) == 0
    assert len(list((here / "again").glob("2*/*/*"))) == 1


def test_the_articles_of_a_feed(here: Path, capsys: Captured) -> None:
    with serving(site) as server:
        assert audited(server, "/feed.xml", "--json", "all.jsonl") == 3
        story = server.url("/story")
    (document,) = [json.loads(line) for line in (here / "all.jsonl").read_text("utf-8").splitlines()]
    assert document["target"]["name"] == story
    assert document["target"]["listing"]["source"] == "Harbour Wire"
    shown = capsys.readouterr().err.splitlines()
    assert shown[0].endswith("/feed.xml: 3 articles")
    assert [line for line in shown if "robots.txt asks programs not to fetch it" in line]
    assert [line for line in shown if "answered 404" in line]


def test_the_first_articles_of_a_feed(here: Path, capsys: Captured) -> None:
    with serving(site) as server:
        assert audited(server, "/feed.xml", "--quiet", "--articles", "1") == 0
    assert "3 articles, of which the first 1 are taken" in capsys.readouterr().err


def test_a_feed_without_articles(here: Path, capsys: Captured) -> None:
    with serving(site) as server:
        assert audited(server, "/empty.xml") == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert "without articles" in line


def test_the_cache_is_called_what_it_is(here: Path, capsys: Captured) -> None:
    pytest.importorskip("hishel")
    with serving(site) as server:
        for _ in range(2):
            assert audited(server, "/story", "--quiet", "--cache", "kept") == 0
        assert server.paths == ["/story", "/robots.txt"]
    documents = [json.loads(p.read_bytes()) for p in sorted((here / "reports").glob("2*/*/*/audit.json"))]
    assert sorted(d["capture"]["cached"] for d in documents) == [False, True]
    assert run(["verify", "reports"]) == 0


def test_a_cache_that_cannot_be_kept(here: Path, capsys: Captured) -> None:
    pytest.importorskip("hishel")
    (here / "file").write_bytes(b"")
    assert run(["audit", "--cache", "file", "https://news.example/"]) == 2
    assert "no cache can be kept there" in capsys.readouterr().err


def test_a_saved_folder(here: Path, capsys: Captured) -> None:
    (here / "story_files").mkdir()
    (here / "story.html").write_bytes(STORY)
    assert run(["audit", "--quiet", "."]) == 0
    assert run(["audit", "--quiet", "story_files"]) == 3
    assert "story.html" in capsys.readouterr().err
