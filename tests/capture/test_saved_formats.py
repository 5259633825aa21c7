"""Formats in which people save pages: the same page comes out, and what the format knows of it."""

from __future__ import annotations

import gzip
import plistlib
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from audit.capture import Limits, capture, target_for
from audit.errors import ContentError, TargetError
from audit.model import Capture

NOW = datetime(2026, 5, 1, 10, 0, 0, tzinfo=UTC)
URL = "https://news.example/story?id=7"
PAGE = "<!DOCTYPE html>\n<html><head><title>Brücke</title></head>\n<p>The bridge opened, “early” = soon.</p></html>\n"


def captured(tmp_path: Path, content: bytes, name: str = "saved.bin", **options) -> Capture:
    path = tmp_path / name
    path.write_bytes(content)
    limits = options.pop("limits", None)
    return capture(target_for(str(path), **options), now=NOW, limits=limits)


def mhtml(
    html: bytes = PAGE.encode(), coding: str = "quoted-printable", charset: str = "utf-8", start: bool = False
) -> bytes:
    import base64
    import quopri

    body = (
        quopri.encodestring(html)
        if coding == "quoted-printable"
        else base64.encodebytes(html)
        if coding == "base64"
        else html
    )
    text = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: " + URL + "\nSubject: =?utf-8?Q?Br=C3=BCcke?=\n"
        "Date: Fri, 1 May 2026 09:00:00 -0000\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related;\n\ttype="text/html";\n\tboundary="----MultipartBoundary--abc----"'
        + (';\n\tstart="<page@x>"' if start else "")
        + "\n\n\n------MultipartBoundary--abc----\n"
    )
    frame = "Content-Type: text/html\nContent-ID: <frame@x>\nContent-Location: https://ads.example/\n\n<p>an advertisement</p>\n"
    main = (
        f"Content-Type: text/html; charset={charset}\nContent-ID: <page@x>\n"
        f"Content-Transfer-Encoding: {coding}\nContent-Location: {URL}\n\n"
    )
    parts = [main.encode() + body, b"Content-Type: text/css\n\np { color: red }\n", frame.encode()]
    if start:
        parts.reverse()
    line = b"\n------MultipartBoundary--abc----"
    return (text.encode() + (line + b"\n").join(parts) + line + b"--\n").replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "binary"])
@pytest.mark.parametrize("start", [False, True])
def test_mhtml(tmp_path, coding, start) -> None:
    got = captured(tmp_path, mhtml(coding=coding, start=start), "page.mhtml")
    assert got.text.replace("\r\n", "\n").rstrip() == PAGE.rstrip()
    assert (got.record.url, got.record.medium, got.target.kind) == (URL, "html", "html-file")
    assert any("saved at Fri, 1 May 2026" in n for n in got.record.notes)


def test_mhtml_charset(tmp_path) -> None:
    got = captured(tmp_path, mhtml(PAGE.encode("cp1252"), "base64", "windows-1252"))
    assert "“early”" in got.text
    assert (got.record.charset, got.record.charset_from) == ("windows-1252", "header")


def test_mhtml_as_mail_programs_write_it(tmp_path) -> None:
    message = EmailMessage()
    message["Subject"] = "Brücke"
    message.set_content("plain")
    message.add_alternative(PAGE, subtype="html")
    outer = EmailMessage()
    outer["Content-Type"] = "multipart/related"
    outer.attach(message)
    got = captured(tmp_path, outer.as_bytes(policy=SMTP))
    assert "The bridge opened, “early” = soon." in got.text
    assert got.record.url is None


@pytest.mark.parametrize(
    "content",
    [
        b"Content-Type: multipart/related\r\n\r\nno boundary",
        b"Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\nabc\r\n--x--",
        b"Content-Type: multipart/related; boundary=x\r\n\r\n" + b"--x\r\n" * 5000,
        b"Content-Type: multipart/related; boundary=x\r\n\r\n"
        + b"--x\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n" * 2000,
    ],
    ids=["no boundary", "no page", "many parts", "deep"],
)
def test_mhtml_without_a_page(tmp_path, content) -> None:
    with pytest.raises(TargetError, match="without a page"):
        captured(tmp_path, content)


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_webarchive(tmp_path, form) -> None:
    tree = {
        "WebMainResource": {
            "WebResourceData": PAGE.encode("utf-8"),
            "WebResourceURL": URL,
            "WebResourceMIMEType": "text/html",
            "WebResourceTextEncodingName": "UTF-8",
        },
        "WebSubresources": [{"WebResourceData": b"p {}", "WebResourceURL": "https://news.example/a.css"}],
    }
    got = captured(tmp_path, plistlib.dumps(tree, fmt=form), "page.webarchive")
    assert (got.text, got.content, got.record.url) == (PAGE, PAGE.encode(), URL)


@pytest.mark.parametrize(
    "content",
    [
        plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY),
        plistlib.dumps([1], fmt=plistlib.FMT_XML),
        plistlib.dumps({"WebMainResource": {"WebResourceData": "text"}}),
        b"bplist00" + b"\xff" * 100,
        b"bplist00\xd1\x01\x02",
        b'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY a "b">]><plist><dict>&a;</dict></plist>',
        b'<?xml version="1.0"?><!DOCTYPE plist PUBLIC "x" "y"><plist>' + b"<array>" * 5000,
        b'<?xml version="1.0"?><!DOCTYPE plist PUBLIC "x" "y"><plist><key>a</key><string>b</string></plist>',
        b'<?xml version="1.0" encoding="TF-8"?><!DOCTYPE plist PUBLIC "x" "y"><plist><dict></dict></plist>',
    ],
)
def test_webarchive_without_a_page(tmp_path, content) -> None:
    with pytest.raises(TargetError):
        captured(tmp_path, content)


@pytest.mark.parametrize(
    "comment",
    [
        f"<!-- saved from url=(0031){URL} -->\n",
        f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Fri May 01 2026 11:00:00 GMT+0200\n-->",
    ],
)
def test_webpage_complete(tmp_path, comment) -> None:
    (tmp_path / "saved_files").mkdir()
    content = PAGE.replace("<html>", f"{comment}<html>").encode()
    got = captured(tmp_path, content, "saved.html")
    assert (got.record.url, got.content) == (URL, content)
    assert got.record.notes
    assert got.record.content_type is None
    stated = captured(tmp_path, content, "saved.html", url="https://other.example/")
    assert stated.record.url == "https://other.example/"


@pytest.mark.parametrize(
    "comment",
    ["<!-- saved from url=(0014)about:internet -->", "<!-- saved from url=(0031)https://me:pw@news.example/ -->"],
)
def test_comments_that_name_no_page(tmp_path, comment) -> None:
    got = captured(tmp_path, PAGE.replace("<html>", f"{comment}<html>").encode())
    assert (got.record.url, got.record.notes) == (None, ())


def test_gzip(tmp_path) -> None:
    got = captured(tmp_path, gzip.compress(PAGE.encode()), "page.html.gz")
    assert (got.text, got.target.name, got.record.medium) == (PAGE, "page.html.gz", "html")
    with pytest.raises(TargetError, match="PDF"):
        captured(tmp_path, gzip.compress(b"%PDF-1.4 x"), "a.pdf.gz")
    with pytest.raises(ContentError, match=r"larger|unpacked"):
        captured(tmp_path, gzip.compress(bytes(5_000_000)), "bomb.gz", limits=Limits(max_bytes=100_000))
    with pytest.raises(ContentError, match="not assessable"):
        captured(tmp_path, gzip.compress(b""), "empty.gz")


def test_the_same_page_in_every_format(tmp_path) -> None:
    archive = plistlib.dumps({"WebMainResource": {"WebResourceData": PAGE.encode(), "WebResourceURL": URL}})
    for content in (PAGE.encode(), mhtml(coding="base64"), archive, gzip.compress(PAGE.encode())):
        got = captured(tmp_path, content, url=URL)
        assert (got.content, got.text, got.record.url) == (PAGE.encode(), PAGE, URL)


def test_real_pages_compressed(shared_path) -> None:
    folder = shared_path("data/extraction/pages")
    for path in sorted(folder.glob("*.gz"))[:10]:
        assert capture(target_for(str(path)), now=NOW).record.medium == "html"
