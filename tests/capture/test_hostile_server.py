"""Servers that do not want us well, over real sockets: each ends in a clear error, within its bound."""

from __future__ import annotations

import gzip
import time
import tracemalloc
import zlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import brotli
import pytest

from audit.capture import Limits, capture, target_for
from audit.capture.fetch import HttpFetcher
from audit.errors import ContentError, StatusError, TargetError
from tests.capture.hostile_servers import (
    HOSTILE,
    PAGE,
    SLOW,
    brotli_bomb,
    endless_body,
    gzip_bomb,
    large_brotli,
    large_gzip,
    nested_gzip,
    one_huge_header,
)  # fmt: skip
from tests.capture.loopback import Handler, serving

NOW = datetime(2026, 5, 1, tzinfo=UTC)
LIMITS = Limits(max_bytes=1_000_000, timeout=30, silence_timeout=10, retries=0, backoff=0.01, allow_private=True)
HASTY = Limits(max_bytes=1_000_000, timeout=1.2, silence_timeout=0.6, retries=0, backoff=0.01, allow_private=True)
"""For servers that would keep us waiting; the others may take what time a busy machine needs."""


@pytest.fixture
def fetcher() -> Iterator[HttpFetcher]:
    with HttpFetcher() as made:
        yield made


@pytest.mark.parametrize(("handler", "error", "says"), HOSTILE, ids=[h.__name__ for h, _, _ in HOSTILE])
def test_each_ends_in_a_clear_error(
    handler: Handler, error: type[TargetError], says: str, fetcher: HttpFetcher
) -> None:
    gzip_bomb(), brotli_bomb()
    with serving(handler) as server:
        began = time.monotonic()
        limits = HASTY if handler in SLOW else LIMITS
        with pytest.raises(error) as caught:
            capture(target_for(server.url("/a")), now=NOW, limits=limits, fetcher=fetcher)
        assert time.monotonic() - began < 15
    assert says in caught.value.message
    assert caught.value.hint
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("handler", [large_gzip, large_brotli, endless_body, one_huge_header, nested_gzip])
def test_memory_is_bounded(handler: Handler, fetcher: HttpFetcher) -> None:
    gzip_bomb(), brotli_bomb()
    with serving(handler) as server:
        _failure(lambda: fetcher.fetch(server.url(), LIMITS))  # loads what is loaded lazily
        tracemalloc.start()
        try:
            _failure(lambda: fetcher.fetch(server.url(), LIMITS))
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert peak < 8_000_000, peak


def _failure(action: Callable[[], object]) -> Exception:
    with pytest.raises(TargetError) as caught:
        action()
    return caught.value


@pytest.mark.parametrize(
    ("headers", "body", "medium", "charset", "note"),
    [
        (("Content-Type: text/html; charset=utf-8",), PAGE, "html", "utf-8", None),
        (("Content-Type: text/plain",), PAGE, "html", "utf-8", "Sent as text/plain"),
        (("Content-Type: image/png",), PAGE, "html", "utf-8", "Sent as image/png"),
        (("Content-Type: application/octet-stream",), PAGE, "html", "utf-8", "Sent as"),
        ((), PAGE, "html", "utf-8", None),
        (("Content-Type: text/html",), b"No tags at all, he said.", "text", "utf-8", "no markup"),
        (("Content-Type: text/html; charset=iso-8859-1",), "<p>Brücke</p><p>".encode(), "html", "utf-8", "valid UTF-8"),
        (
            ("Content-Type: text/html; charset=nonsense",),
            "<p>Brücke</p><p>".encode(),
            "html",
            "utf-8",
            "does not exist",
        ),
        (("Content-Encoding: gzip",), gzip.compress(PAGE, mtime=0), "html", "utf-8", None),
        (("Content-Encoding: deflate",), zlib.compress(PAGE), "html", "utf-8", None),
        (("Content-Encoding: deflate",), zlib.compress(PAGE)[2:-4], "html", "utf-8", None),
        (("Content-Encoding: br",), brotli.compress(PAGE), "html", "utf-8", None),
        (("Content-Encoding: identity",), PAGE, "html", "utf-8", None),
    ],
)
def test_lies_that_can_be_seen_through(headers, body, medium, charset, note, fetcher) -> None:
    with serving(lambda c: c.answer(body, *headers)) as server:
        got = capture(target_for(server.url()), now=NOW, limits=LIMITS, fetcher=fetcher)
    assert (got.record.medium, got.record.charset) == (medium, charset)
    if note:
        assert any(note in n for n in got.record.notes), got.record.notes
    else:
        assert got.record.notes == ()


@pytest.mark.parametrize(
    ("headers", "body", "says"),
    [
        (("Content-Type: text/html",), b"\x89PNG\r\n\x1a\n" + bytes(100), "binary"),
        (("Content-Type: application/pdf",), b"%PDF-1.5", "PDF"),
        (("Content-Type: text/html",), b"%PDF-1.5", "PDF"),
        (("Content-Type: application/json",), b'{"a": 1}', "JSON"),
        (("Content-Type: text/css",), b"p { color: red }", "text/css"),
        (("Content-Type: text/html",), b"", "not assessable"),
        (("Content-Type: text/html",), b"  \n", "not assessable"),
    ],
)
def test_what_is_no_page(headers, body, says, fetcher) -> None:
    with serving(lambda c: c.answer(body, *headers)) as server, pytest.raises(ContentError, match=says):
        capture(target_for(server.url()), now=NOW, limits=LIMITS, fetcher=fetcher)


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 410, 418, 429, 451, 500, 503])
def test_statuses(status, fetcher) -> None:
    with serving(lambda c: c.answer(PAGE, status=f"{status} No")) as server:
        with pytest.raises(StatusError, match=str(status)) as caught:
            capture(target_for(server.url()), now=NOW, limits=LIMITS, fetcher=fetcher)
    assert caught.value.hint
