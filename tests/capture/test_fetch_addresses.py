"""Where a fetch may go: names, redirects and changing answers, over real sockets."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator

import pytest

from audit.capture import Limits, addresses
from audit.capture.fetch import HttpFetcher
from audit.errors import AddressError, FetchError
from tests.capture.loopback import serving

PAGE = b"<!doctype html><html><body><p>The bridge opened.</p></body></html>"
CLOSED = Limits(timeout=20, connect_timeout=5, silence_timeout=10, retries=0, backoff=0.01)
OPEN = Limits(timeout=20, connect_timeout=5, silence_timeout=10, retries=0, backoff=0.01, allow_private=True)


@pytest.fixture
def public_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """127.0.0.1 counts as public, so that a closed fetch can reach our server; the rest of loopback does not."""
    judge = addresses._sort
    monkeypatch.setattr(addresses, "_sort", lambda ip: "public" if str(ip) == "127.0.0.1" else judge(ip))


@pytest.fixture
def with_names() -> Iterator[Callable[..., HttpFetcher]]:
    """A fetcher whose names resolve as given: a list of answers is given out one by one, the last one for ever."""
    made: list[HttpFetcher] = []

    def make(**names: list[list[str]]) -> HttpFetcher:
        left = {name.replace("_", "."): list(answers) for name, answers in names.items()}

        def resolve(host: str, port: int) -> list[str]:
            answers = left.get(host)
            if not answers:
                raise socket.gaierror(socket.EAI_NONAME, "unknown")
            return answers.pop(0) if len(answers) > 1 else answers[0]

        made.append(HttpFetcher(resolver=resolve))
        return made[-1]

    yield make
    for fetcher in made:
        fetcher.close()


def test_loopback_is_refused_unless_opened(with_names) -> None:
    with serving(lambda c: c.answer(PAGE)) as server:
        fetcher = with_names(news_example=[["127.0.0.1"]])
        for host in ("127.0.0.1", "news.example", "2130706433", "0x7f.0.0.1", "[::ffff:127.0.0.1]"):
            with pytest.raises(AddressError, match="private") as caught:
                fetcher.fetch(server.url(host=host), CLOSED)
            assert "--allow-private" in caught.value.hint
        assert server.connections == 0
        for host in ("127.0.0.1", "news.example", "2130706433", "0x7f.0.0.1"):
            assert fetcher.fetch(server.url(host=host), OPEN).content == PAGE


@pytest.mark.parametrize(
    "answer",
    [["127.0.0.1"], ["10.1.2.3"], ["1.1.1.1", "192.168.0.1"], ["::1"], ["::ffff:10.0.0.1"], ["fe80::1%1"], ["0.0.0.0"]],
)
def test_a_name_with_one_bad_address_is_refused(with_names, answer) -> None:
    with pytest.raises(AddressError, match=r"news\.example stands for"):
        with_names(news_example=[answer]).fetch("http://news.example/", CLOSED)


def test_metadata_is_refused_even_when_opened(with_names) -> None:
    with pytest.raises(AddressError, match="link-local"):
        with_names(meta_example=[["169.254.169.254"]]).fetch("http://meta.example/latest", OPEN)


@pytest.mark.parametrize(
    "location",
    [
        "http://127.0.0.2/", "http://2130706434/", "http://0177.0.0.2/", "http://0x7f000002/", "http://127.2/", "//10.0.0.1/",
        "http://[::1]/", "http://[::ffff:127.0.0.2]/", "http://[::ffff:7f00:2]/", "http://[64:ff9b::7f00:2]/",
        "http://169.254.169.254/latest/meta-data/", "http://inside.example/", "http://0/",
    ],
)  # fmt: skip
@pytest.mark.usefixtures("public_loopback")
def test_redirects_into_private_ranges(with_names, location) -> None:
    fetcher = with_names(news_example=[["127.0.0.1"]], inside_example=[["192.168.7.7"]])
    with serving(lambda c: c.answer(b"", f"Location: {location}", status="302 Found")) as server:
        with pytest.raises(AddressError):
            fetcher.fetch(server.url(host="news.example"), CLOSED)
        assert server.paths == ["/"]


@pytest.mark.parametrize(
    "location",
    [
        "ftp://news.example/",
        "file:///etc/hosts",
        "javascript:alert(1)",
        "http://me:pw@news.example/",
        "https:///x",
        "http://[::1",
    ],
)
@pytest.mark.usefixtures("public_loopback")
def test_redirects_to_what_is_not_fetched(with_names, location) -> None:
    fetcher = with_names(news_example=[["127.0.0.1"]])
    with (
        serving(lambda c: c.answer(b"", f"Location: {location}", status="301 Moved")) as server,
        pytest.raises(AddressError),
    ):
        fetcher.fetch(server.url(host="news.example"), CLOSED)


@pytest.mark.usefixtures("public_loopback")
def test_a_name_that_changes_its_answer_is_checked_each_time(with_names) -> None:
    """The address that was checked is the one connected to; a new look-up for a new connection is checked anew."""
    fetcher = with_names(news_example=[["127.0.0.1"], ["127.0.0.2"]])
    with serving(lambda c: c.answer(PAGE, "Connection: close")) as server:
        got = fetcher.fetch(server.url(host="news.example"), CLOSED)
        assert (got.content, got.exchanges[0].ip) == (PAGE, "127.0.0.1")
        with pytest.raises(AddressError, match=r"127\.0\.0\.2"):
            fetcher.fetch(server.url(host="news.example"), CLOSED)
        assert server.connections == 1


def test_redirects_are_recorded_hop_by_hop(with_names) -> None:
    steps = {"/a": "/b?x=1#frag", "/b?x=1": "c/../d", "/d": "//news.example:{port}/e"}
    with serving(lambda c: None) as server:

        def handler(c) -> None:
            if c.path in steps:
                c.answer(b"moved", f"Location: {steps[c.path].format(port=server.port)}", status="302 Found")
            else:
                c.answer(PAGE)

        server.handler = handler
        got = with_names(news_example=[["127.0.0.1"]]).fetch(server.url("/a", "news.example"), OPEN)
    assert [(r.status, r.location.partition(":")[0]) for r in got.redirects] == [
        (302, "/b?x=1#frag"),
        (302, "c/../d"),
        (302, "//news.example"),
    ]
    assert got.url == server.url("/e", "news.example")
    assert [e.body for e in got.exchanges] == [b"moved", b"moved", b"moved", PAGE]
    assert server.connections == 1


def test_the_request_is_plain(with_names) -> None:
    seen: list[str] = []

    def handler(c) -> None:
        seen.append(c.request)
        c.answer(b"", "Set-Cookie: id=1", f"Location: {c.path}x", status="302 Found") if c.path == "/a" else c.answer(
            PAGE
        )

    with serving(handler) as server:
        with_names(news_example=[["127.0.0.1"]]).fetch(server.url("/a", "news.example"), OPEN)
    for request in seen:
        names = {line.partition(":")[0].lower() for line in request.split("\r\n")[1:] if line}
        assert names == {"host", "accept", "accept-encoding", "user-agent"}
        assert "user-agent: tracewire/" in request.lower()


def test_unknown_name(with_names) -> None:
    with pytest.raises(FetchError, match="does not exist"):
        with_names().fetch("http://nowhere.example/", CLOSED)


def test_look_up_that_hangs() -> None:
    stop = threading.Event()

    def resolve(host: str, port: int) -> list[str]:
        stop.wait(5)
        return []

    with HttpFetcher(resolver=resolve) as fetcher, pytest.raises(FetchError, match=r"not resolved in 0\.3 seconds"):
        fetcher.fetch("http://slow.example/", Limits(connect_timeout=0.3))
    stop.set()


def test_refused_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with HttpFetcher() as fetcher, pytest.raises(FetchError, match="refused the connection") as caught:
        fetcher.fetch(f"http://127.0.0.1:{port}/", OPEN)
    assert caught.value.hint


def test_the_next_address_is_tried(with_names) -> None:
    with serving(lambda c: c.answer(PAGE)) as server:
        fetcher = with_names(news_example=[["127.0.0.3", "127.0.0.1"]])
        assert fetcher.fetch(server.url(host="news.example"), OPEN).content == PAGE


def test_offline() -> None:
    with HttpFetcher() as fetcher, pytest.raises(FetchError, match="--offline"):
        fetcher.fetch("http://news.example/", Limits(offline=True))


def test_proxy_from_the_environment(monkeypatch) -> None:
    with serving(lambda c: c.answer(PAGE)) as proxy, HttpFetcher() as fetcher:
        monkeypatch.setenv("HTTP_PROXY", proxy.url())
        monkeypatch.setenv("NO_PROXY", "spared.example, 127.0.0.1")
        got = fetcher.fetch("http://news.example/story", CLOSED)
        assert got.content == PAGE
        assert proxy.paths == ["http://news.example/story"]
        assert got.exchanges[0].ip is None
        assert any("proxy" in note for note in got.notes)
        for refused in ("http://10.0.0.1/", "http://169.254.169.254/"):
            with pytest.raises(AddressError):
                fetcher.fetch(refused, CLOSED)
        assert fetcher.fetch(proxy.url("/direct"), OPEN).notes == ()


def test_proxy_by_option(with_names) -> None:
    with serving(lambda c: c.answer(PAGE)) as proxy, HttpFetcher() as fetcher:
        got = fetcher.fetch("http://news.example/", Limits(proxy=proxy.url()))
    assert got.content == PAGE


@pytest.mark.parametrize("proxy", ["http://[::1", "socks5://127.0.0.1:1080", "nonsense://x", "http://"])
def test_proxies_that_are_none(proxy) -> None:
    with HttpFetcher() as fetcher, pytest.raises(AddressError, match="proxy"):
        fetcher.fetch("http://news.example/", Limits(proxy=proxy))
