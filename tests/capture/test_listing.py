"""Feeds and sitemaps as targets: each article is captured, with what the feed says of it."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from audit.capture import Fetched, capture, target_for
from audit.capture.feeds import FeedTargetError
from audit.capture.listing import own_feed
from audit.capture.many import Outcome, articles_of
from audit.errors import ContentError, FetchError
from audit.page import read_page

NOW = datetime(2026, 5, 1, tzinfo=UTC)
PAGE = b"<!doctype html><html><head><title>t</title></head><body><p>The bridge opened.</p></body></html>"
FEED = "https://news.example/feed.xml"
RSS = (
    b'<rss version="2.0"><channel><title>All</title>'
    b"<item><title>Bridge</title><link>/1</link><pubDate>Fri, 01 May 2026</pubDate>"
    b'<source url="https://wire.example/">Harbour Wire</source></item>'
    b"<item><link>https://other.example/2</link><source>Harbour Wire</source></item>"
    b"<item><title>Bad</title><link>/bad</link></item></channel></rss>"
)


class Web:
    """Answers by address; what is missing fails."""

    def __init__(self, **pages: bytes) -> None:
        self.pages = pages
        self.asked: list[str] = []

    def fetch(self, url, limits):
        self.asked.append(url)
        content = self.pages.get(url.rpartition("/")[2].partition(".")[0])
        if content is None:
            raise FetchError(f"{url} is down", "wait")
        return Fetched(url, 200, (("Content-Type", "application/xml" if content[:1] == b"<" else ""),), content)


def of_feed(web: Web, address: str = FEED, most: int = 100) -> Iterator[Outcome]:
    target = target_for(address)
    with pytest.raises(FeedTargetError) as caught:
        capture(target, now=NOW, fetcher=web)
    yield from articles_of(target, caught.value, clock=lambda: NOW, fetcher=web, most=most)


def page_web(**more: bytes) -> Web:
    return Web(**{"1": PAGE, "2": PAGE, **more})


def test_each_article_or_the_reason_why_not() -> None:
    first, second, bad = of_feed(page_web(feed=RSS))
    assert first.capture is not None
    assert second.capture is not None
    listing = first.capture.target.listing
    assert listing is not None
    assert (listing.feed, listing.title, listing.published) == (FEED, "Bridge", "Fri, 01 May 2026")
    assert (listing.source, listing.source_url, listing.own) == ("Harbour Wire", "https://wire.example/", True)
    assert first.capture.target.name == "https://news.example/1"
    assert "the source that it declares is Harbour Wire (https://wire.example/)." in first.capture.record.notes[0]
    assert (bad.capture, str(bad.error)) == (None, "https://news.example/bad is down (wait)")


def test_the_publishers_own_feed_declares_and_anothers_does_not() -> None:
    own, others, _ = of_feed(page_web(feed=RSS))
    assert own.capture is not None
    assert others.capture is not None
    declared = read_page(own.capture).declares("source-organization")
    assert [(d.value, d.place) for d in declared] == [("Harbour Wire", "feed:item.source")]
    assert read_page(others.capture).declares("source-organization") == ()
    assert others.capture.target.listing is not None
    assert others.capture.target.listing.own is False


def test_no_more_than_asked_for() -> None:
    web = page_web(feed=RSS)
    assert [o.locator for o in of_feed(web, most=1)] == ["https://news.example/1"]
    assert web.asked == [FEED, "https://news.example/1"]


SITEMAP = b"<urlset><url><loc>https://news.example/%d</loc></url></urlset>"
INDEX = b"<sitemapindex>%s</sitemapindex>" % b"".join(
    b"<sitemap><loc>https://news.example/map%s.xml</loc></sitemap>" % n for n in (b"1", b"2", b"9")
)


def test_a_sitemap_index_and_packed_sitemaps() -> None:
    web = page_web(index=INDEX, map1=SITEMAP % 1, map2=gzip.compress(SITEMAP % 2))
    found = list(of_feed(web, "https://news.example/index.xml"))
    assert [o.locator for o in found if o.capture] == ["https://news.example/1", "https://news.example/2"]
    listings = [o.capture.target.listing for o in found if o.capture]
    assert [listing and listing.feed for listing in listings] == [
        "https://news.example/map1.xml",
        "https://news.example/map2.xml",
    ]


def test_a_sitemap_index_of_which_none_can_be_had() -> None:
    (found,) = of_feed(Web(index=INDEX), "https://news.example/index.xml")
    assert isinstance(found.error, FetchError)


def test_an_index_of_indexes_ends() -> None:
    found = list(of_feed(Web(index=INDEX, map1=INDEX, map2=INDEX, map9=INDEX), "https://news.example/index.xml"))
    assert [type(o.error) for o in found] == [ContentError]


@pytest.mark.parametrize("feed", [b"<rss><channel></channel></rss>", b"<urlset></urlset>", b"<feed></feed>"])
def test_a_feed_without_articles(feed) -> None:
    (found,) = of_feed(Web(feed=feed))
    assert found.error is not None
    assert "without articles" in found.error.message


def test_a_feed_in_a_file(tmp_path) -> None:
    (tmp_path / "feed.xml").write_bytes(RSS)
    target = target_for(str(tmp_path / "feed.xml"), url=FEED)
    with pytest.raises(FeedTargetError) as caught:
        capture(target, now=NOW)
    first, *_ = articles_of(target, caught.value, clock=lambda: NOW, fetcher=page_web(), most=9)
    assert first.capture is not None
    listing = first.capture.target.listing
    assert listing is not None
    assert (listing.feed, listing.own) == ("feed.xml", False)
    assert str(tmp_path) not in first.capture.record.notes[0]


@pytest.mark.parametrize(
    ("feed", "page", "own"),
    [
        ("https://www.news.example/rss", "https://news.example/1", True),
        ("https://rss.news.co.uk/rss", "https://www.news.co.uk/1", True),
        ("https://a.co.uk/rss", "https://b.co.uk/1", False),
        ("https://news.google.com/rss", "https://news.example/1", False),
        ("feed.xml", "https://news.example/1", False),
        ("https://news.example/rss", None, False),
    ],
)
def test_whose_feed_it_is(feed, page, own) -> None:
    assert own_feed(feed, page) is own
