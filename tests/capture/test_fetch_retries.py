"""What is tried again, how often, and after which wait."""

from __future__ import annotations

import httpx
import pytest
import respx

from audit.capture import Limits
from audit.capture.fetch import HttpFetcher
from audit.errors import FetchError
from tests.capture.loopback import Connection, serving

LIMITS = Limits(timeout=30, silence_timeout=10, retries=2, backoff=0.5, allow_private=True)
URL = "https://news.example/story"


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def fetcher(waits):
    with HttpFetcher(sleep=waits.append) as made:
        yield made


@pytest.mark.parametrize("status", [429, 502, 503, 504])
@respx.mock
def test_transient_answers(status, fetcher, waits) -> None:
    route = respx.get(URL).mock(
        side_effect=[httpx.Response(status), httpx.Response(status), httpx.Response(200, text="ok")]
    )
    got = fetcher.fetch(URL, LIMITS)
    assert (got.status, got.content, route.call_count, waits) == (200, b"ok", 3, [0.5, 1.0])
    assert [str(status) in note for note in got.notes] == [True, True]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 500, 501])
@respx.mock
def test_lasting_answers(status, fetcher, waits) -> None:
    route = respx.get(URL).mock(return_value=httpx.Response(status))
    assert fetcher.fetch(URL, LIMITS).status == status
    assert (route.call_count, waits) == (1, [])


@respx.mock
def test_the_last_answer_counts(fetcher, waits) -> None:
    respx.get(URL).mock(return_value=httpx.Response(503))
    assert fetcher.fetch(URL, LIMITS).status == 503
    assert len(waits) == 2


@pytest.mark.parametrize(
    ("headers", "first_wait"),
    [
        ({"Retry-After": "2"}, [2.0]),
        ({"Retry-After": "0"}, [0.5]),
        ({"Retry-After": "Fri, 01 May 2026 10:00:03 GMT", "Date": "Fri, 01 May 2026 10:00:00 GMT"}, [3.0]),
        ({"Retry-After": "Fri, 01 May 2026 10:00:03 GMT"}, [0.5]),
        ({"Retry-After": "soon"}, [0.5]),
        ({"Retry-After": "-5"}, [0.5]),
        ({"Retry-After": "86400"}, []),
        ({"Retry-After": "9" * 400}, [0.5]),
    ],
)
@respx.mock
def test_retry_after(headers, first_wait, fetcher, waits) -> None:
    respx.get(URL).mock(side_effect=[httpx.Response(503, headers=headers), httpx.Response(200)])
    assert fetcher.fetch(URL, LIMITS).status == (200 if first_wait else 503)
    assert waits == first_wait


@pytest.mark.parametrize("error", [httpx.ReadError, httpx.RemoteProtocolError, httpx.WriteError])
@respx.mock
def test_transient_failures(error, fetcher, waits) -> None:
    respx.get(URL).mock(side_effect=[error("gone"), httpx.Response(200, text="ok")])
    assert fetcher.fetch(URL, LIMITS).content == b"ok"
    assert waits == [0.5]


@pytest.mark.parametrize("error", [httpx.ConnectError, httpx.ConnectTimeout, httpx.ReadTimeout, httpx.ProxyError])
@respx.mock
def test_lasting_failures(error, fetcher, waits) -> None:
    respx.get(URL).mock(side_effect=error("no"))
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(URL, LIMITS)
    assert caught.value.hint
    assert waits == []


def test_a_dropped_connection_is_tried_again(fetcher, waits) -> None:
    def handler(c: Connection) -> None:
        if c.number < 3:
            c.reset()
        else:
            c.answer(b"ok")

    with serving(handler) as server:
        got = fetcher.fetch(server.url(), LIMITS)
    assert (got.content, server.connections, waits) == (b"ok", 3, [0.5, 1.0])


def test_a_connection_that_always_drops(fetcher, waits) -> None:
    with serving(lambda c: c.reset()) as server, pytest.raises(FetchError, match="broke off"):
        fetcher.fetch(server.url(), LIMITS)
    assert waits == [0.5, 1.0]


def test_an_idle_connection_that_the_server_closed(fetcher) -> None:
    def handler(c: Connection) -> None:
        c.answer(b"ok")
        c.sock.close()

    with serving(handler) as server:
        assert [fetcher.fetch(server.url(), LIMITS).content for _ in range(3)] == [b"ok"] * 3
