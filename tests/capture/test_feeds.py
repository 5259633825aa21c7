"""Feeds, sitemaps and lists."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.capture.address_list import read_list
from audit.capture.feeds import Feed, FeedItem, read_feed
from audit.errors import ContentError

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Portal</title>
<item><title>Bridge &amp; tunnel <![CDATA[open]]></title><link>https://portal.example/1</link>
 <pubDate>Fri, 01 May 2026 09:00:00 GMT</pubDate><source url="https://paper.example/">The Paper</source></item>
<item><guid>https://portal.example/2</guid><dc:date>2026-05-01</dc:date></item>
<item><guid isPermaLink="false">https://portal.example/no</guid></item>
<item><link>/3</link></item>
<item><link>javascript:alert(1)</link></item>
<item><link>https://portal.example/1</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Portal</title>
<entry><title type="html">Bridge</title><link rel="self" href="https://portal.example/self"/>
<link rel="alternate" href="https://portal.example/1"/><updated>2026-05-01T09:00:00Z</updated>
<source><title>The Paper</title><link href="https://paper.example/"/></source></entry>
<entry><link href="2"/></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>The Portal</title></channel><item><title>Bridge</title><link>https://portal.example/1</link></item></rdf:RDF>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://paper.example/1</loc><news:news><news:publication><news:name>The Paper</news:name></news:publication>
<news:publication_date>2026-05-01</news:publication_date><news:title>Bridge</news:title></news:news></url>
<url><loc>https://paper.example/2</loc><lastmod>2026-04-30</lastmod></url></urlset>"""
INDEX = "<sitemapindex><sitemap><loc>https://paper.example/a.xml</loc></sitemap><sitemap><loc>ftp://x/</loc></sitemap></sitemapindex>"


@pytest.mark.parametrize(
    ("content", "feed"),
    [
        (
            RSS,
            Feed(
                "rss",
                "The Portal",
                (
                    FeedItem(
                        "https://portal.example/1",
                        "Bridge & tunnel open",
                        "Fri, 01 May 2026 09:00:00 GMT",
                        "The Paper",
                        "https://paper.example/",
                    ),
                    FeedItem("https://portal.example/2", None, "2026-05-01"),
                    FeedItem("https://portal.example/3"),
                ),
            ),
        ),
        (
            ATOM,
            Feed(
                "atom",
                "The Portal",
                (
                    FeedItem(
                        "https://portal.example/1",
                        "Bridge",
                        "2026-05-01T09:00:00Z",
                        "The Paper",
                        "https://paper.example/",
                    ),
                    FeedItem("https://portal.example/2"),
                ),
            ),
        ),
        (RDF, Feed("rss", "The Portal", (FeedItem("https://portal.example/1", "Bridge"),))),
        (
            SITEMAP,
            Feed(
                "sitemap",
                None,
                (
                    FeedItem("https://paper.example/1", "Bridge", "2026-05-01", "The Paper"),
                    FeedItem("https://paper.example/2", None, "2026-04-30"),
                ),
            ),
        ),
        (INDEX, Feed("sitemap-index", None, (), ("https://paper.example/a.xml",))),
        (RSS.replace("</channel></rss>", ""), None),
    ],
    ids=["rss", "atom", "rdf", "sitemap", "index", "cut off"],
)
def test_feeds(content, feed) -> None:
    got = read_feed(content.encode(), "https://portal.example/feed")
    assert got.items if feed is None else got == feed


def test_declared_charset() -> None:
    content = '<?xml version="1.0" encoding="windows-1251"?><rss><channel><title>Мост</title></channel></rss>'
    assert read_feed(content.encode("cp1251")).title == "Мост"


@pytest.mark.parametrize(
    "content", [b"", b"plain", b"<html><body/></html>", b"<?xml version='1.0'?>", b"{}", b"\x00\x01"]
)
def test_what_is_no_feed(content) -> None:
    with pytest.raises(ContentError):
        read_feed(content)


def test_entities_are_not_expanded(tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("hidden", encoding="utf-8")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    content = (
        f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{laughs}<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        "<rss><channel><title>&l11;&x;</title><item><link>https://a.example/</link></item></channel></rss>"
    )
    got = read_feed(content.encode())
    assert "hidden" not in (got.title or "")
    assert len(got.title or "") < 100


@given(st.text(st.sampled_from('<>/rsitemlnkfdu ="&;!?[]CDATA-\n'), max_size=200))
def test_any_text_is_a_feed_or_an_error(text) -> None:
    with contextlib.suppress(ContentError):
        read_feed(f"<rss><channel>{text}".encode())


def test_lists() -> None:
    text = '\ufeff# my list\nhttps://a.example/1\n\n  <https://a.example/2>  \nhttps://a.example/1\nstory.html\tnote\n"b c.txt"\n'
    assert read_list(text) == ("https://a.example/1", "https://a.example/2", "story.html", "b c.txt")
    assert read_list("") == ()
