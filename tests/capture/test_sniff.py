"""What bytes are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.capture.sniff import sniff

ARTICLE = "Bridge opens\n\nThe mayor said so.\n"


@pytest.mark.parametrize(
    ("content", "sort"),
    [
        ("<!DOCTYPE html><html><body>x</body></html>", "html"),
        ("\ufeff  \n<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'><p>x", "html"),
        ("<!-- saved from url=(0014)about:internet -->\n<html><head></head></html>", "html"),
        ('<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', "html"),
        ("<p>First.</p>\n<p>Second.</p>", "html"),
        ("<div>only</div>", "html"),
        ("Intro line\n<p>First.</p>\n<p>Second.</p>\n", "html"),
        ("HTTP junk\n<html><body><p>x</p></body></html>", "html"),
        (ARTICLE, "text"),
        ("He wrote <b> and <i> in his note, 3 < 4.\n" + ARTICLE, "text"),
        ("<p> is the tag for a paragraph, she said.\n" + ARTICLE, "text"),
        ("Use <p> to open and </p> to close. Then <div> and </div>.\n" + ARTICLE * 9, "text"),
        ("<AP> Reports from the bridge.\n" + ARTICLE, "text"),
        ("[Reuters] The bridge opened.\n", "text"),
        ("{Editor's note: this story}\n" + ARTICLE, "text"),
        ("Headline: Bridge opens\nBy: A. Writer\n\nThe bridge opened.", "text"),
        ("", "text"),
        ('{"a": 1}', "json"),
        ('[{"a": 1}]', "json"),
        ('<?xml version="1.0"?><rss version="2.0"></rss>', "feed"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "feed"),
        ('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"></urlset>', "feed"),
        ('<?xml version="1.0"?><nitf><head/></nitf>', "xml"),
        ("From: <Saved by Blink>\r\nSubject: x\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"\r\n\r\n--x", "mhtml"),
        ('<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "x"><plist></plist>', "webarchive"),
    ],
)  # fmt: skip
def test_text_sorts(content, sort) -> None:
    assert sniff(content.encode()) == sort


@pytest.mark.parametrize(
    ("content", "sort"),
    [
        (b"%PDF-1.4", "pdf"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"PK\x03\x04rest", "zip"),
        (b"WARC/1.1\r\nWARC-Type: warcinfo", "warc"),
        (b"bplist00\xd1", "webarchive"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(100), "binary"),
        (bytes(1000), "binary"),
        ("<html><body>ü</body></html>".encode("utf-16"), "html"),
        ("<html><body>ü</body></html>".encode("utf-16-be"), "html"),
        (ARTICLE.encode("utf-16-le"), "text"),
        ("Мост открылся.".encode("cp1251"), "text"),
    ],
)
def test_byte_sorts(content, sort) -> None:
    assert sniff(content) == sort


@given(st.binary(max_size=500))
def test_anything_has_a_sort(content) -> None:
    assert sniff(content)


@pytest.mark.parametrize("piece", ["<!--", "<p ", "<", "a: b\n", "<?xml ", '{"', "<!-- -->", "<a <b "])
def test_hostile_repetition_is_quick(piece) -> None:
    assert sniff((piece * 70_000).encode()[:300_000])
