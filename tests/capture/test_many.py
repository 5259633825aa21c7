"""Robots, politeness, and many targets."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from audit.capture import Fetched, Limits
from audit.capture.fetch import HttpFetcher
from audit.capture.many import capture_each, polite
from audit.capture.pace import PoliteFetcher
from audit.capture.robots import RobotsFetcher
from audit.errors import AddressError, FetchError
from tests.capture.loopback import Connection, serving

NOW = datetime(2026, 5, 1, tzinfo=UTC)
PAGE = b"<!doctype html><html><body><p>The bridge opened.</p></body></html>"
ROBOTS = (
    b"User-agent: *\nDisallow: /private/\nCrawl-delay: 5\n\nUser-agent: Tracewire\nDisallow: /not-us/\nCrawl-delay: 3\n"
)


class Site:
    """A fetcher over a dictionary: content, a status, or an error."""

    def __init__(self, pages: dict[str, bytes | int | Exception]) -> None:
        self.pages = pages
        self.asked: list[str] = []
        self.limits: list[Limits] = []

    def fetch(self, url: str, limits: Limits) -> Fetched:
        self.asked.append(url)
        self.limits.append(limits)
        found = self.pages.get(url, 404)
        if isinstance(found, Exception):
            raise found
        if isinstance(found, int):
            return Fetched(url, found, (), b"")
        return Fetched(url, 200, (("Content-Type", "text/html"),), found)


@pytest.mark.parametrize(
    ("robots", "path", "allowed"),
    [
        (ROBOTS, "/story", True),
        (ROBOTS, "/not-us/1", False),
        (ROBOTS, "/private/1", True),
        (b"User-agent: *\nDisallow: /\n", "/story", False),
        (b"User-agent: *\nDisallow: /\nAllow: /story$\n", "/story", True),
        (b"\xff\xfe\x00junk\n" * 50, "/story", True),
        (b"", "/story", True),
        (404, "/story", True),
        (403, "/story", True),
        (429, "/story", False),
        (500, "/story", False),
        (FetchError("no answer", "wait"), "/story", False),
    ],
)
def test_what_robots_txt_says(robots, path, allowed) -> None:
    site = Site({"https://news.example/robots.txt": robots, f"https://news.example{path}": PAGE})
    fetcher = RobotsFetcher(site)
    if allowed:
        assert fetcher.fetch(f"https://news.example{path}", Limits()).content == PAGE
        fetcher.fetch(f"https://news.example{path}", Limits())
        assert site.asked.count("https://news.example/robots.txt") == 1
    else:
        with pytest.raises(AddressError, match=r"robots\.txt"):
            fetcher.fetch(f"https://news.example{path}", Limits())
    assert site.limits[0].max_bytes == 512_000


def test_a_single_page_is_fetched_and_the_wish_recorded() -> None:
    site = Site({"https://news.example/robots.txt": ROBOTS, "https://news.example/not-us/1": PAGE})
    got = RobotsFetcher(site, obey=False).fetch("https://news.example/not-us/1", Limits())
    assert got.notes == ("The site's robots.txt asks programs not to fetch it.",)


def test_each_origin_has_its_own() -> None:
    site = Site({"https://a.example/robots.txt": ROBOTS, "http://a.example/s": PAGE, "https://b.example:8443/s": PAGE})
    fetcher = RobotsFetcher(site)
    fetcher.fetch("http://a.example/s", Limits())
    fetcher.fetch("https://b.example:8443/s", Limits())
    assert site.asked[::2] == ["http://a.example/robots.txt", "https://b.example:8443/robots.txt"]


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 100.0
        self.waits: list[float] = []

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waits.append(round(seconds, 3))
        self.now += seconds


def test_pace() -> None:
    time = Time()
    fetcher = PoliteFetcher(Site({}), 1.0, clock=time.clock, sleep=time.sleep)
    for url in ("https://a.example/1", "https://b.example/1", "https://a.example/2", "https://A.example/3"):
        fetcher.fetch(url, Limits())
    assert time.waits == [1.0, 1.0]
    fetcher.slow_down("https://a.example/", 3.0)
    fetcher.fetch("https://a.example/4", Limits())
    fetcher.slow_down("https://a.example/", 86_400)
    fetcher.fetch("https://a.example/5", Limits())
    assert time.waits[2:] == [3.0, 60.0]


def test_a_failure_counts_as_a_visit() -> None:
    time = Time()
    site = Site({"https://a.example/1": FetchError("down", "wait")})
    fetcher = PoliteFetcher(site, 1.0, clock=time.clock, sleep=time.sleep)
    with pytest.raises(FetchError):
        fetcher.fetch("https://a.example/1", Limits())
    fetcher.fetch("https://a.example/2", Limits())
    assert time.waits == [1.0]


def test_none_stops_the_others(tmp_path) -> None:
    (tmp_path / "page.html").write_bytes(PAGE)
    site = Site({"https://a.example/1": PAGE, "https://a.example/2": FetchError("down", "wait")})
    locators = [
        "https://a.example/2",
        "ftp://a.example/",
        "missing.html",
        "",
        str(tmp_path / "page.html"),
        "https://a.example/1",
    ]
    found = list(capture_each(locators, clock=lambda: NOW, fetcher=site))
    assert [o.locator for o in found] == locators
    assert [o.capture is not None for o in found] == [False] * 4 + [True] * 2
    assert all((o.error is None) == (o.capture is not None) for o in found)


def test_over_real_sockets() -> None:
    def handler(c: Connection) -> None:
        c.answer(b"User-agent: *\nDisallow: /b\n" if c.path == "/robots.txt" else PAGE, "Content-Type: text/html")

    with serving(handler) as server, HttpFetcher() as fetcher:
        urls = [server.url("/a"), server.url("/b"), server.url("/c")]
        limits = Limits(allow_private=True)
        found = list(capture_each(urls, clock=lambda: NOW, limits=limits, fetcher=polite(fetcher, 0.0)))
    assert [o.capture is not None for o in found] == [True, False, True]
    assert server.paths == ["/robots.txt", "/a", "/c"]


def test_robots_that_hang() -> None:
    limits = Limits(allow_private=True, timeout=0.5, silence_timeout=0.2, retries=0)
    with serving(lambda c: c.hang() if c.path == "/robots.txt" else c.answer(PAGE)) as server, HttpFetcher() as fetcher:
        with pytest.raises(AddressError, match="cannot be had"):
            polite(fetcher, 0.0).fetch(server.url("/a"), limits)
