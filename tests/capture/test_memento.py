"""Archived copies, and pages that send browsers on."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from audit.capture import Fetched, capture, target_for
from audit.capture.refresh import sent_on

NOW = datetime(2026, 5, 1, tzinfo=UTC)
PAGE = "<!doctype html><html><head>{}</head><body><p>The bridge opened.</p></body></html>"
STAMP = ("Memento-Datetime", "Wed, 15 Jan 2020 10:20:30 GMT")
LINK = (
    "Link",
    (
        '<https://paper.example/story?a=1,2>; rel="original", <https://web.archive.org/web/timemap/x>; rel="timemap"; '
        'type="application/link-format", <https://web.archive.org/web/1/https://other.example/>; rel="first memento"'
    ),
)


class Answer:
    def __init__(self, url: str, *headers: tuple[str, str], html: str = PAGE.format("")) -> None:
        self.answer = Fetched(url, 200, (("Content-Type", "text/html"), *headers), html.encode())

    def fetch(self, url, limits):
        return self.answer


def captured(url: str, *headers: tuple[str, str], html: str = PAGE.format("")):
    return capture(target_for(url), now=NOW, fetcher=Answer(url, *headers, html=html))


def test_the_archived_time_and_address_count() -> None:
    got = captured("https://web.archive.org/web/20200115/https://paper.example/story", STAMP, LINK)
    assert (got.record.url, got.record.captured_at) == ("https://paper.example/story?a=1,2", "2020-01-15T10:20:30Z")
    assert any("web.archive.org" in n for n in got.record.notes)
    assert got.target.name.startswith("https://web.archive.org/")


@pytest.mark.parametrize(
    ("url", "headers"),
    [
        ("https://evil.example/", (STAMP, LINK)),
        ("https://notarchive.org/", (STAMP, LINK)),
        ("https://web.archive.org/x", (LINK,)),
        ("https://web.archive.org/x", (("Memento-Datetime", "yesterday"), LINK)),
    ],
)
def test_headers_that_do_not_count(url, headers) -> None:
    got = captured(url, *headers)
    assert (got.record.url, got.record.captured_at) == (url, "2026-05-01T00:00:00Z")


def test_an_archive_that_does_not_name_the_page() -> None:
    got = captured("https://arquivo.pt/x", STAMP)
    assert (got.record.url, got.record.captured_at) == ("https://arquivo.pt/x", "2020-01-15T10:20:30Z")


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ('<meta http-equiv="refresh" content="0; url=https://paper.example/new">', ("https://paper.example/new", 0)),
        ("<META content='5;URL=/next' HTTP-EQUIV=Refresh>", ("/next", 5)),
        ("<meta http-equiv=refresh content=\"0;url='/a'\">", ("/a", 0)),
        ('<meta http-equiv="refresh" content="300">', None),
        ('<meta name="refresh" content="0; url=/a">', None),
        ('<p>http-equiv="refresh" content="0; url=/a"</p>', None),
    ],
)
def test_pages_that_send_browsers_on(tag, found) -> None:
    assert sent_on(PAGE.format(tag)) == found
    notes = captured("https://paper.example/", html=PAGE.format(tag)).record.notes
    assert any("not followed" in n for n in notes) == (found is not None)


@pytest.mark.parametrize("piece", ["<meta ", "<meta http-equiv=refresh content='", "<meta content='0;url=", "<"])
def test_hostile_repetition_is_quick(piece) -> None:
    began = time.process_time()
    sent_on(piece * 100_000)
    assert time.process_time() - began < 2
