"""Hostile bytes for every parser of outside bytes: valid documents, damaged by edits that hypothesis chooses.

Each entry of `PARSERS` takes bytes and either ends or raises one of our errors; anything else is a defect.
"""

from __future__ import annotations

import atexit
import gzip
import hashlib
import io
import plistlib
import tempfile
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import brotli
from hypothesis import strategies as st

from audit.capture import Fetched, Limits, capture, target_for
from audit.capture.address_list import read_list
from audit.capture.addresses import check_url
from audit.capture.charset import decode
from audit.capture.containers import saved_pages
from audit.capture.feeds import read_feed
from audit.capture.http_message import read_answer
from audit.capture.inflate import decoders, inflate
from audit.capture.mediatype import media_type
from audit.capture.memento import memento
from audit.capture.sniff import sniff
from audit.capture.walls import outline
from audit.errors import TracewireError
from audit.model import Exchange
from tests.capture.pdf_maker import Text, pdf

if TYPE_CHECKING:
    from audit.capture.http_cache import HttpCache

LIMITS = Limits(max_bytes=100_000)
NOW = datetime(2026, 5, 1, tzinfo=UTC)
PAGE = (
    '<!DOCTYPE html><!-- saved from url=(0028)https://news.example/story/ --><html lang="de"><head><meta charset="utf-8">'
    '<meta http-equiv="refresh" content="5; url=/next"><title>Brücke</title><script>var a = "<p>";</script></head>'
    "<body><noscript>on</noscript><p>Die Brücke „öffnete“.</p></body></html>"
).encode()
ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n folded\r\n\r\n"
    + f"{len(gzip.compress(PAGE, mtime=0)):x}\r\n".encode()
    + gzip.compress(PAGE, mtime=0)
    + b"\r\n0\r\n\r\n"
)


def _record(kind: str, block: bytes) -> bytes:
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2020-02-02T02:02:02Z\r\n"
        f"WARC-Target-URI: https://news.example/a\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


MOVED = b"HTTP/1.1 301 Moved\r\nLocation: https://news.example/[b\r\n\r\n"
WARC = (
    _record("warcinfo", b"software: x\r\n")
    + _record("response", MOVED)
    + _record("response", ANSWER)
    + _record("resource", PAGE)
)
MHTML = (
    b'From: <Saved>\r\nSnapshot-Content-Location: https://news.example/a\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'
    b"--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\nContent-Type: text/html; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>a=C3=BC=\r\nb</p>\r\n--y--\r\n--x\r\nContent-Type: text/html\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\nPHA+YTwvcD4=\r\n--x--\r\n"
)
ARCHIVE = {
    "WebMainResource": {
        "WebResourceData": PAGE,
        "WebResourceURL": "https://news.example/",
        "n": [1, {"a": 2.5, "b": True}],
    }
}
RSS = (
    b'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b">]><rss><channel><title>&a;</title>'
    b'<item><link>https://news.example/1</link><source url="https://p.example/">P</source><guid>x</guid></item></channel></rss>'
)


def _wacz() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(zipfile.ZipInfo("archive/data.warc.gz"), gzip.compress(WARC, mtime=0))
        archive.writestr(zipfile.ZipInfo("pages/pages.jsonl"), b'{"url": "https://news.example/a"}\n')
        archive.writestr(zipfile.ZipInfo("datapackage.json"), b'{"resources": [{"path": "a", "hash": "sha256:0"}]}')
    return out.getvalue()


def _saved(data: bytes) -> None:
    for _ in saved_pages(data[:65_536], io.BytesIO(data[65_536:]), "fuzzed", LIMITS):
        pass


def _inflated(name: str) -> Callable[[bytes], None]:
    def parse(data: bytes) -> None:
        size = 0
        for piece in inflate(data, decoders(name)):
            size += len(piece)
            if size > LIMITS.max_bytes:
                return

    return parse


def _text(action: Callable[[str], object]) -> Callable[[bytes], None]:
    def parse(data: bytes) -> None:
        action(data.decode("utf-8", "replace"))

    return parse


def _page(data: bytes) -> None:
    class Answer:
        def fetch(self, url: str, limits: Limits) -> Fetched:
            return Fetched("https://news.example/", 200, (("Content-Type", "text/html"),), data)

    capture(target_for("https://news.example/"), now=NOW, limits=LIMITS, fetcher=Answer())


def _headers(text: str) -> None:
    fetched = Fetched("https://web.archive.org/", 200, (("Memento-Datetime", text[:60]), ("Link", text)), b"")
    memento(fetched)
    media_type(text)


@cache
def _kept() -> tuple[HttpCache, tempfile.TemporaryDirectory[str]]:
    from audit.capture.http_cache import HttpCache

    folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    made = HttpCache(Path(folder.name))
    atexit.register(made.close)
    return made, folder


def _cached(data: bytes) -> None:
    """An answer with these headers, put into a cache and asked for again."""
    from audit.capture.http_cache import Answered

    lines = [line.partition(":") for line in data.decode("latin-1").split("\n")]
    headers = tuple((name.strip() or "x", value.strip()) for name, _, value in lines)
    url = f"https://a.example/{hashlib.sha256(data).hexdigest()}"
    answer = Answered(Exchange(url, (), "HTTP/1.1", 200, "OK", headers, b"x"), b"x", ())
    for _ in range(2):
        _kept()[0].answer(url, {"accept": "text/html"}, lambda _: answer)


def _pdf(data: bytes) -> None:
    from audit.capture.pdf.child import read

    read(data if data.startswith(b"%PDF-") else b"%PDF-1.7\n" + data)


PRINTS = [
    pdf([Text("The bridge opened.", tag="P"), Text("https://a.example/", y=20)], [Text("It closed", tag="H1")]),
    pdf([Text("The bridge opened."), Text("It closed again.", y=690)], tagged=False),
]

PARSERS: dict[str, tuple[Callable[[bytes], object], list[bytes]]] = {
    "page": (_page, [PAGE, PAGE.decode().encode("utf-16"), PAGE.decode().encode("cp1252")]),
    "charset": (decode, [PAGE, "Мост".encode("koi8-r"), b"\x1b$B;}", b'<meta charset="big5">\xa4\xa4']),
    "sniff": (sniff, [PAGE, RSS, MHTML, b'{"a": [1]}', b"Text < 3"]),
    "saved": (
        _saved,
        [
            WARC,
            gzip.compress(WARC, mtime=0),
            MHTML,
            plistlib.dumps(ARCHIVE),
            plistlib.dumps(ARCHIVE, fmt=plistlib.FMT_BINARY),
            _wacz(),
            gzip.compress(PAGE, mtime=0),
            PAGE,
        ],
    ),
    "http": (lambda data: read_answer(data, LIMITS.max_bytes), [ANSWER]),
    "feed": (
        read_feed,
        [RSS, b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="a"/></entry></feed>', b"<urlset><url/>"],
    ),
    "gzip": (_inflated("gzip"), [gzip.compress(PAGE, mtime=0)]),
    "deflate": (_inflated("deflate"), [gzip.compress(PAGE, mtime=0)[10:-8]]),
    "brotli": (_inflated("br"), [brotli.compress(PAGE)]),
    "outline": (_text(outline), [PAGE]),
    "pdf": (_pdf, PRINTS),
    "cache": (
        _cached,
        [
            b'Cache-Control: max-age=600, no-cache="set-cookie"\nETag: "a"\nVary: accept\nAge: 5',
            b"Expires: Thu, 01 Jan 2026 00:00:00 GMT\nDate: Thu, 01 Jan 2026 00:00:00 GMT\nLast-Modified: x\nWarning: 110",
        ],
    ),
    "list": (_text(read_list), [b"https://a.example/\n# x\nb\tc\n"]),
    "address": (
        _text(lambda text: check_url(text, LIMITS)),
        [
            b"https://user@news.example:80/a?b#c",
            b"http://[::ffff:1.2.3.4]/",
            b"http://0x7f.1/",
            b"http://0x-1f.7",
            "http://ｅxample。com/".encode(),
        ],
    ),
    "headers": (
        _text(_headers),
        [b'<https://a.example/>; rel="original", <b>; rel=x', b"text/html; charset=utf-8; a=b"],
    ),
}

_new = st.one_of(st.binary(max_size=12), st.sampled_from([b"<", b"\r\n", b"\x00", b"\xff", b"9" * 12]))
_edit = st.tuples(st.integers(0, 3_000), st.integers(0, 40), _new, st.integers(1, 50))


def damaged(seeds: list[bytes]) -> st.SearchStrategy[bytes]:
    """One of `seeds` after some edits: at a position, so many bytes replaced by others, repeated."""

    def apply(seed: bytes, edits: list[tuple[int, int, bytes, int]]) -> bytes:
        for at, length, new, times in edits:
            at %= len(seed) + 1
            seed = seed[:at] + new * times + seed[at + length :]
        return seed

    return st.builds(apply, st.sampled_from(seeds), st.lists(_edit, max_size=6))


def survives(parse: Callable[[bytes], object], data: bytes) -> None:
    """Raises whatever `parse` raises that is not an error of ours."""
    try:
        parse(data)
    except TracewireError as error:
        assert error.message  # noqa: PT017
        assert "\n" not in str(error)  # noqa: PT017
