"""Upstream: over a loopback server with several names, and offline on captures that are given."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.capture import Limits
from audit.capture.fetch import HttpFetcher
from audit.capture.robots import RobotsFetcher
from audit.cli import run
from audit.lineage.addresses import bare
from audit.pipeline import trace_upstream
from tests.capture.loopback import Connection, Server
from tests.lineage.comparing import STORY, page

NOW = datetime(2026, 3, 9, 8, tzinfo=UTC)


class Web:
    """Sites by host and path, on one loopback server; whatever is not there is 404."""

    def __init__(self) -> None:
        self.pages: dict[str, str] = {}
        self.robots: dict[str, str] = {}
        self.asked: list[str] = []
        self.server = Server(self._answer)

    def _answer(self, connection: Connection) -> None:
        host = (connection.header("host") or "").partition(":")[0]
        place = f"{host}{connection.path}"
        self.asked.append(place)
        if connection.path == "/robots.txt" and host in self.robots:
            connection.answer(self.robots[host].encode(), "Content-Type: text/plain")
        elif place in self.pages:
            connection.answer(self.pages[place].encode(), "Content-Type: text/html; charset=utf-8")
        else:
            connection.answer(b"gone", status="404 Not Found")

    def url(self, place: str) -> str:
        host, _, path = place.partition("/")
        return self.server.url(f"/{path}", host)

    def steps(self, place: str, **more):
        with HttpFetcher(resolver=lambda host, port: [self.server.host]) as fetcher:
            limits = Limits(timeout=5, allow_private=True, retries=0)
            found = trace_upstream(
                self.url(place), limits=limits, now=NOW, fetcher=fetcher, polite=lambda f: RobotsFetcher(f), **more
            )
            return [one.step for one in found]


@pytest.fixture
def web() -> Iterator[Web]:
    made = Web()
    yield made
    made.server.close()


def link(rel: str, address: str) -> str:
    return f'<link rel="{rel}" href="{address}">'


def article(site: str, head: str = "", tail: str = "") -> str:
    return page(site, STORY, head=head, tail=tail)


def shown(steps):
    return [(s.came_from, s.state, s.page.publisher if s.page else None) for s in steps]


def test_it_follows_what_is_declared_to_the_end(web: Web) -> None:
    web.pages["portal.example/story"] = article("portal", link("canonical", web.url("northwire.example/ferry")))
    source = f'<meta name="original-source" content="{web.url("paper.example/first")}">'
    web.pages["northwire.example/ferry"] = article("northwire", source)
    web.pages["paper.example/first"] = article("paper")
    steps = web.steps("portal.example/story")
    assert shown(steps) == [(None, "captured", "Portal"), (0, "captured", "Northwire"), (1, "captured", "Paper")]
    assert steps[1].pointer.basis == "declared"
    assert steps[1].pointer.evidence.place == "link[rel=canonical]"
    assert steps[2].page.sha256 != steps[1].page.sha256


def test_it_sees_a_loop(web: Web) -> None:
    web.pages["one.example/a"] = article("one", link("canonical", web.url("two.example/b")))
    web.pages["two.example/b"] = article("two", link("canonical", web.url("one.example/a?utm_source=x")))
    steps = web.steps("one.example/a")
    assert [s.state for s in steps] == ["captured", "captured", "loop"]
    assert steps[2].because == "leads back to step 1"


def test_hops_are_bounded(web: Web) -> None:
    for n in range(6):
        web.pages[f"site{n}.example/s"] = article(f"site{n}", link("canonical", web.url(f"site{n + 1}.example/s")))
    steps = web.steps("site0.example/s", hops=2)
    assert [s.state for s in steps] == ["captured", "captured", "captured", "not-followed"]
    assert "2 hops" in steps[-1].because


def test_robots_are_obeyed_for_the_steps(web: Web) -> None:
    web.pages["one.example/a"] = article("one", link("canonical", web.url("two.example/b")))
    web.pages["two.example/b"] = article("two")
    web.robots["two.example"] = "User-agent: *\nDisallow: /"
    steps = web.steps("one.example/a")
    assert [s.state for s in steps] == ["captured", "not-captured"]
    assert "robots.txt" in steps[1].because
    assert "two.example/b" not in web.asked


def test_a_page_that_is_gone_is_said_to_be(web: Web) -> None:
    web.pages["one.example/a"] = article("one", link("canonical", web.url("two.example/b")))
    steps = web.steps("one.example/a")
    assert [s.state for s in steps] == ["captured", "not-captured"]
    assert "404" in steps[1].because


def test_a_counter_leads_to_the_original(web: Web) -> None:
    counter = f'<img src="{web.url("first.example/")}?republication-pixel=true&amp;post=77" alt="">'
    web.pages["one.example/a"] = article("one", tail=counter)
    steps = web.steps("one.example/a")
    (step,) = [s for s in steps if s.pointer and s.pointer.url]
    assert bare(step.pointer.url).endswith("?p=77")
    assert step.pointer.why == "a republishing counter"


def test_an_outlet_that_is_named_and_not_linked_is_said_to_be(web: Web) -> None:
    cited = ["Reuters reported on Monday that the Karsund ferry company will end its summer service.", *STORY]
    web.pages["one.example/a"] = page("one", cited)
    steps = web.steps("one.example/a")
    assert [(s.state, s.pointer.name) for s in steps[1:]] == [("not-linked", "Reuters")]


def test_a_link_on_a_cited_name_is_followed(web: Web) -> None:
    address = web.url("reuters.example/ferry")
    cited = f'<a href="{address}">Reuters reported</a> on Monday that the ferry company will end its summer service.'
    web.pages["one.example/a"] = page("one", [cited, *STORY])
    web.pages["reuters.example/ferry"] = article("reuters")
    steps = web.steps("one.example/a")
    assert [(s.state, s.pointer.basis) for s in steps[1:2]] == [("captured", "observed")]


# --- offline ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    saved = tmp_path / "saved"
    saved.mkdir()
    portal = article("portal", link("canonical", "https://northwire.example/ferry"))
    (tmp_path / "portal.html").write_text(portal, encoding="utf-8")
    mark = "<!-- saved from url=(0031)https://northwire.example/ferry -->\n"
    wire = article("northwire", '<meta name="original-source" content="https://paper.example/first">')
    (saved / "wire.html").write_text(wire.replace("<html", f"{mark}<html", 1), encoding="utf-8")
    return tmp_path


def test_offline_it_works_on_given_captures(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = run(["trace", "portal.html", "--url", "https://portal.example/story", "--captures", "saved", "--json", "-"])
    steps = json.loads(capsys.readouterr().out)["steps"]
    assert code == 3
    assert [s["state"] for s in steps] == ["captured", "captured", "not-captured"]
    assert "not among the given captures" in steps[2]["because"]


def test_each_capture_goes_into_the_archive(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["trace", "portal.html", "--url", "https://portal.example/story", "--captures", "saved"])
    told = capsys.readouterr().out
    assert "2. Northwire: captured; from 1: the canonical address is another site's (declared)" in told
    assert len(list(folder.glob("reports/*/*/*/manifest.sha256"))) == 2
    assert run(["verify", "reports"]) == 0
    run(["trace", "portal.html", "--url", "https://portal.example/story", "--captures", "reports"])  # WARC files
    assert "2. Northwire: captured" in capsys.readouterr().out


def test_what_is_missing_is_an_error(folder: Path) -> None:
    assert run(["trace", "portal.html", "--captures", "nowhere"]) == 2
    assert run(["trace", "gone.html", "--captures", "saved"]) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.a.example/x/", "http://a.example/x#top"),
        ("https://a.example/x?utm_source=y&id=3", "https://a.example/x?id=3"),
    ],
)
def test_addresses_that_are_one_pages(one: str, other: str) -> None:
    assert bare(one) == bare(other)
    assert bare(one) != bare("https://a.example/y?id=3")
