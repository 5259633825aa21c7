"""The cache of HTTP answers: it saves requests, and what comes out of it is called what it is."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.capture import Limits, capture, target_for
from audit.capture.fetch import HttpFetcher
from audit.capture.warc_write import write_warc
from audit.errors import UsageError
from audit.model import Capture
from tests.capture.loopback import Connection, serving

pytest.importorskip("hishel")
from audit.capture.http_cache import HttpCache

NOW = datetime(2030, 6, 1, tzinfo=UTC)
LIMITS = Limits(allow_private=True, retries=0, timeout=10)
PAGE = b"<!doctype html><html><body><p>The bridge opened on Monday.</p></body></html>"


def twice(folder: Path, url: str) -> tuple[Capture, Capture]:
    """Two captures with a cache in `folder`, by two fetchers, as two commands would."""
    found = []
    for _ in range(2):
        with HttpFetcher(cache=HttpCache(folder)) as fetcher:
            found.append(capture(target_for(url), now=NOW, limits=LIMITS, fetcher=fetcher))
    return found[0], found[1]


def fresh(c: Connection) -> None:
    c.answer(gzip.compress(PAGE), "Content-Type: text/html", "Content-Encoding: gzip", "Cache-Control: max-age=600")


def test_a_fresh_answer_is_used_again_and_said_to_be(tmp_path) -> None:
    with serving(fresh) as server:
        first, again = twice(tmp_path / "cache", server.url("/a"))
        assert server.paths == ["/a"]
    assert (first.record.cached, again.record.cached) == (False, True)
    assert again.content == first.content == PAGE
    assert again.record.status == 200
    assert again.record.captured_at != first.record.captured_at == "2030-06-01T00:00:00Z"
    assert any("no evidence of what the site sends now: the site was not asked" in note for note in again.record.notes)
    assert not any("cache" in note for note in first.record.notes)


def test_the_evidence_of_a_cached_page_is_no_exchange(tmp_path) -> None:
    with serving(fresh) as server:
        first, again = twice(tmp_path / "cache", server.url("/a"))
    assert len(first.exchanges) == 1
    assert again.exchanges == ()
    warc = gzip.decompress(write_warc(again))
    assert b"WARC-Type: resource" in warc
    assert b"out of a cache" in warc
    assert b"HTTP/1.1 200" not in warc
    (tmp_path / "capture.warc.gz").write_bytes(write_warc(again))
    read = capture(target_for(str(tmp_path / "capture.warc.gz")), now=NOW)
    assert (read.content, read.record.captured_at) == (PAGE, again.record.captured_at)


def stale(c: Connection) -> None:
    if c.header("if-none-match") == '"1"':
        c.send('HTTP/1.1 304 Not Modified\r\nETag: "1"\r\nCache-Control: no-cache\r\n\r\n')
    else:
        c.answer(PAGE, "Content-Type: text/html", 'ETag: "1"', "Cache-Control: no-cache")


def test_a_stale_answer_is_asked_about(tmp_path) -> None:
    with serving(stale) as server:
        first, again = twice(tmp_path, server.url("/a"))
        assert server.paths == ["/a", "/a"]
    assert (first.record.cached, again.record.cached, again.content) == (False, True, PAGE)
    assert [e.status for e in again.exchanges] == [304]
    assert ("if-none-match", '"1"') in [(k.lower(), v) for k, v in again.exchanges[0].request_headers]
    assert any("the site was asked and said that it is unchanged" in note for note in again.record.notes)


def changed(c: Connection) -> None:
    c.answer(
        b"<html><p>" + str(c.number).encode(),
        "Content-Type: text/html",
        f'ETag: "{c.number}"',
        "Cache-Control: no-cache",
    )


def test_a_changed_page_is_the_new_one(tmp_path) -> None:
    with serving(changed) as server:
        first, again = twice(tmp_path, server.url("/a"))
    assert first.content != again.content
    assert again.record.cached is False
    assert len(again.exchanges) == 1


def answering(*headers: str, status: str = "200 OK") -> Callable[[Connection], None]:
    return lambda c: c.answer(PAGE, "Content-Type: text/html", *headers, status=status)


@pytest.mark.parametrize(
    "headers",
    [
        ("Cache-Control: no-store",),
        ("Cache-Control: max-age=600", "Vary: *"),
        ("Cache-Control: max-age=0",),
        ("Expires: Thu, 01 Jan 1970 00:00:00 GMT",),
        ("Cache-Control: max-age=nonsense", "Date: nonsense", "Age: -"),
    ],
)
def test_what_may_not_be_used_again(tmp_path, headers) -> None:
    with serving(answering(*headers)) as server:
        _, again = twice(tmp_path, server.url("/a"))
        assert server.paths == ["/a", "/a"]
    assert again.record.cached is False


def test_redirects_out_of_the_cache(tmp_path) -> None:
    def site(c: Connection) -> None:
        if c.path == "/a":
            c.answer(b"", "Location: /b", "Cache-Control: max-age=600", status="301 Moved")
        else:
            c.answer(PAGE, "Content-Type: text/html", "Cache-Control: no-store")

    with serving(site) as server:
        first, again = twice(tmp_path, server.url("/a"))
        assert server.paths == ["/a", "/b", "/b"]
    assert first.record.redirects == again.record.redirects
    assert again.record.cached is False
    assert [e.status for e in again.exchanges] == [200]
    assert any("cache" in note for note in again.record.notes)


def test_a_folder_that_is_none(tmp_path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UsageError, match="no cache"):
        HttpCache(tmp_path / "file")


def test_a_damaged_cache_is_an_error(tmp_path) -> None:
    (tmp_path / "http-cache.sqlite").write_bytes(b"no database" * 500)
    with pytest.raises(UsageError, match="no cache"):
        HttpCache(tmp_path)
