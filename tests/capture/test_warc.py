"""WARC files: written so that others read them, read so that the same audit comes out."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import msgspec
import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from audit.capture import Fetched, Limits, capture, capture_all, target_for
from audit.capture.fetch import HttpFetcher
from audit.capture.warc_write import write_warc
from audit.errors import ContentError, TargetError
from audit.model import Capture
from tests.capture.loopback import Connection, serving

NOW = datetime(2026, 5, 1, 10, 0, 0, tzinfo=UTC)
LATER = datetime(2027, 1, 1, tzinfo=UTC)
PAGE = "<!doctype html><html><head><title>Brücke</title></head><body><p>The bridge opened, “early”.</p></body></html>".encode()
LIMITS = Limits(allow_private=True, timeout=5, retries=0)


def site(c: Connection) -> None:
    if c.path == "/a":
        c.answer(b"moved", "Location: /b?x=1", status="301 Moved Permanently")
    elif c.path == "/b?x=1":
        c.answer(b"", f"Location: http://{c.header('host')}/story", status="302 Found")
    elif c.path == "/chunked":
        size = f"{len(PAGE):x}".encode()
        c.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
        c.send(size + b"\r\n" + PAGE + b"\r\n0\r\n\r\n")
    else:
        body = gzip.compress(PAGE, mtime=0)
        c.answer(
            body, "Content-Type: text/html; charset=utf-8", "Content-Encoding: gzip", "X-Odd: caf\xe9", "X-Odd: twice"
        )


def fetched(path: str) -> Capture:
    with serving(site) as server, HttpFetcher() as fetcher:
        return capture(target_for(server.url(path)), now=NOW, limits=LIMITS, fetcher=fetcher)


def saved(tmp_path: Path, content: bytes, name: str = "capture.warc.gz") -> str:
    (tmp_path / name).write_bytes(content)
    return str(tmp_path / name)


def test_exchanges_become_records_that_others_read() -> None:
    got = fetched("/a")
    warc = write_warc(got)
    read = list(_iterate(warc))
    assert [r[0] for r in read] == ["warcinfo", "response", "request", "response", "request", "response", "request"]
    responses = [r for r in read if r[0] == "response"]
    assert [r[2] for r in responses] == ["301", "302", "200"]
    assert responses[-1][3] == PAGE
    assert b"X-Odd: caf\xe9\r\n" in gzip.decompress(warc)
    assert all("127.0.0.1" in r[4].get("WARC-IP-Address", "127.0.0.1") for r in read)
    assert str(Path.cwd()) not in gzip.decompress(warc).decode("latin-1")


def _iterate(warc: bytes):
    for record in ArchiveIterator(io.BytesIO(warc), check_digests="raise"):
        status = record.http_headers.get_statuscode() if record.rec_type == "response" else ""
        yield (
            record.rec_type,
            record.rec_headers.get_header("WARC-Target-URI"),
            status,
            record.content_stream().read(),
            dict(record.rec_headers.headers),
        )


def test_digests_hold(tmp_path, capsys) -> None:
    path = saved(tmp_path, write_warc(fetched("/a")))

    checker = Checker(SimpleNamespace(inputs=[path], verbose=True))
    checker.process_all()
    assert checker.exit_value == 0, capsys.readouterr().out


def test_the_same_capture_gives_the_same_file() -> None:
    got = fetched("/a")
    assert write_warc(got) == write_warc(got)


@pytest.mark.parametrize("path", ["/a", "/story", "/chunked"])
@pytest.mark.parametrize("compressed", [True, False])
def test_an_audit_of_the_warc_is_the_audit_of_the_page(tmp_path, path, compressed) -> None:
    live = fetched(path)
    warc = write_warc(live)
    where = saved(tmp_path, warc if compressed else gzip.decompress(warc), "evidence.bin")
    found = list(capture_all(target_for(where), now=LATER))
    assert len(found) == 1
    again = found[0]
    assert (again.content, again.text) == (live.content, live.text)
    note = again.record.notes[0]
    assert note.startswith("Taken from a WARC file: response record urn:uuid:")
    assert msgspec.structs.replace(again.record, notes=()) == live.record
    assert capture(target_for(where), now=LATER) == again
    third = saved(tmp_path, write_warc(again), "third.warc.gz")
    assert capture(target_for(third), now=LATER).record.redirects == live.record.redirects


def test_a_file_becomes_a_resource_record(tmp_path) -> None:
    where = saved(tmp_path, PAGE, "page.html")
    live = capture(target_for(where, url="https://example.org/a"), now=NOW)
    again = capture(target_for(saved(tmp_path, write_warc(live))), now=LATER)
    assert (again.content, again.record.url, again.record.captured_at) == (
        PAGE,
        "https://example.org/a",
        live.record.captured_at,
    )
    without = capture(target_for(where), now=NOW)
    again = capture(target_for(saved(tmp_path, write_warc(without))), now=LATER)
    assert (again.content, again.record.url) == (PAGE, None)


def test_http2_is_said() -> None:
    class Two:
        def fetch(self, url: str, limits: Limits) -> Fetched:
            from audit.model import Exchange

            exchange = Exchange(
                url, (("Host", "news.example"),), "HTTP/2", 200, "", (("content-type", "text/html"),), PAGE
            )
            return Fetched(url, 200, exchange.headers, PAGE, (), (exchange,))

    plain = gzip.decompress(write_warc(capture(target_for("https://news.example/"), now=NOW, fetcher=Two())))
    assert b"WARC-Protocol: h2\r\n" in plain
    assert b"HTTP/1.1 200\r\n" in plain


def foreign(records: list[tuple[str, str, list[tuple[str, str]], bytes]]) -> bytes:
    """A WARC file as warcio writes it: (address, status line, headers, body)."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    out_records = []
    for uri, status, headers, body in records:
        http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        out_records.append(
            writer.create_warc_record(
                uri,
                "response",
                payload=io.BytesIO(body),
                length=len(body),
                http_headers=http,
                warc_headers_dict={"WARC-Date": "2020-02-02T02:02:02Z"},
            )
        )
    for record in out_records:
        writer.write_record(record)
    return out.getvalue()


HTML = ("Content-Type", "text/html; charset=utf-8")
MANY = [
    ("https://news.example/robots.txt", "200 OK", [("Content-Type", "text/plain")], b"User-agent: *\nDisallow:\n"),
    ("https://news.example/old", "301 Moved", [("Location", "/one")], b""),
    ("https://news.example/one", "200 OK", [HTML], PAGE),
    ("https://news.example/style.css", "200 OK", [("Content-Type", "text/css")], b"p {}"),
    ("https://news.example/pic", "200 OK", [("Content-Type", "image/png")], b"\x89PNG\r\n\x1a\n"),
    ("https://news.example/gone", "404 Not Found", [HTML], PAGE),
    ("https://news.example/two", "200 OK", [HTML, ("Content-Encoding", "gzip")], gzip.compress(PAGE, mtime=0)),
    ("https://news.example/three", "200 OK", [HTML, ("Content-Encoding", "gzip")], PAGE),
    (
        "https://news.example/four",
        "200 OK",
        [HTML, ("Transfer-Encoding", "chunked")],
        b"4\r\n<p>a\r\n3;x\r\n</p\r\n2\r\n><\r\n0\r\n\r\n",
    ),
    ("https://news.example/five", "200 OK", [HTML, ("Transfer-Encoding", "chunked")], PAGE),
    ("https://news.example/note", "200 OK", [("Content-Type", "text/plain; charset=utf-8")], b"A note, she said."),
]


def test_foreign_files(tmp_path) -> None:
    where = saved(tmp_path, foreign(MANY))
    found = list(capture_all(target_for(where), now=NOW))
    names = [(c.record.url or "").rpartition("/")[2] for c in found]
    assert names == ["one", "two", "three", "four", "five", "note"]
    assert [c.record.redirects[0].url for c in found if c.record.redirects] == ["https://news.example/old"]
    assert {c.record.captured_at for c in found} == {"2020-02-02T02:02:02Z"}
    assert [c.content for c in found[:3]] == [PAGE] * 3
    assert found[3].content == b"<p>a</p><"
    assert any("stored unpacked" in n for n in found[2].record.notes)
    assert "further pages" in capture(target_for(where), now=NOW).record.notes[-1]


def test_addresses_that_are_none(tmp_path) -> None:
    odd = [
        ("https://[::1/bad", "200 OK", [HTML], PAGE),
        ("https://news.example/moved", "302 Found", [("Location", "http://[bad")], b""),
        MANY[2],
    ]
    found = list(capture_all(target_for(saved(tmp_path, foreign(odd))), now=NOW))
    assert [c.record.url for c in found] == ["https://news.example/one"]


def test_one_of_many(tmp_path) -> None:
    where = saved(tmp_path, foreign(MANY))
    assert len(list(capture_all(target_for(where, url="https://news.example/two#x"), now=NOW))) == 1
    with pytest.raises(ContentError, match="no page with the address"):
        list(capture_all(target_for(where, url="https://news.example/nine"), now=NOW))


def test_files_without_a_page(tmp_path) -> None:
    with pytest.raises(TargetError, match="without a page"):
        capture(target_for(saved(tmp_path, foreign(MANY[:2] + MANY[3:6]))), now=NOW)


def damaged(kind: str) -> bytes:
    warc = gzip.decompress(foreign(MANY))
    return {
        "cut": warc[: len(warc) // 2],
        "cut gzip": foreign(MANY)[:-20],
        "altered": warc.replace(b"The bridge opened", b"The bridge closed"),
        "no length": warc.replace(b"Content-Length: ", b"Content-Size: "),
        "negative length": warc.replace(b"Content-Length: ", b"Content-Length: -"),
        "huge length": warc.replace(b"Content-Length: ", b"Content-Length: 99999999999"),
        "junk": warc.replace(b"\r\n\r\nWARC/1.0", b"\r\n\r\nJUNK/1.0"),
        "endless header": b"WARC/1.1\r\n" + b"X: y\r\n" * 100_000,
        "endless line": b"WARC/1.1\r\nX: " + b"y" * 1_000_000,
        "gzip junk": foreign(MANY)[:200] + b"\xff" * 500,
    }[kind]


@pytest.mark.parametrize(
    "kind",
    [
        "cut",
        "cut gzip",
        "altered",
        "no length",
        "negative length",
        "huge length",
        "junk",
        "endless header",
        "endless line",
        "gzip junk",
    ],
)
def test_damaged_files(tmp_path, kind) -> None:
    with pytest.raises(TargetError) as caught:
        list(capture_all(target_for(saved(tmp_path, damaged(kind))), now=NOW))
    assert caught.value.hint


def test_a_gzip_bomb_is_stopped(tmp_path) -> None:
    bomb = gzip.compress(b"WARC/1.1\r\nContent-Length: 300000000\r\n\r\n" + bytes(30_000_000))
    with pytest.raises(ContentError, match="when unpacked"):
        capture(target_for(saved(tmp_path, bomb)), now=NOW, limits=Limits(max_bytes=100_000))


def wacz(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_wacz(tmp_path) -> None:
    warc = foreign(MANY)
    listed = (
        b'{"format": "json-pages-1.0"}\n{"url": "https://news.example/two", "ts": "2020-02-02T02:02:02Z"}\nnot json\n'
    )
    package = json.dumps(
        {"resources": [{"path": "archive/data.warc.gz", "hash": f"sha256:{hashlib.sha256(warc).hexdigest()}"}]}
    )
    members = {"archive/data.warc.gz": warc, "pages/pages.jsonl": listed, "datapackage.json": package.encode()}
    found = list(capture_all(target_for(saved(tmp_path, wacz(members), "a.wacz")), now=NOW))
    assert [c.record.url for c in found] == ["https://news.example/two"]
    assert (
        len(list(capture_all(target_for(saved(tmp_path, wacz({"archive/data.warc.gz": warc}), "b.wacz")), now=NOW)))
        == 6
    )
    members["archive/data.warc.gz"] = foreign(MANY[2:3])
    with pytest.raises(ContentError, match="hash"):
        list(capture_all(target_for(saved(tmp_path, wacz(members), "c.wacz")), now=NOW))
    with pytest.raises(TargetError, match="ZIP"):
        capture(target_for(saved(tmp_path, wacz({"a.html": PAGE}), "d.zip")), now=NOW)
