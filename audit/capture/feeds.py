"""Feeds and sitemaps: the articles they list, each with the source that the feed declares for it.

RSS 2.0, RSS 1.0 (RDF), Atom, sitemaps with Google's news extension, and sitemap indexes. A feed of an aggregator names
the real publisher in `<source>`; that is kept, because it is the first step of the chain.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from audit.capture.saved_page import web_address
from audit.errors import ContentError
from audit.model import Frozen

if TYPE_CHECKING:
    from lxml.etree import _Element

MOST_ITEMS = 50_000
"""A sitemap may list no more (sitemaps.org)."""


class FeedItem(Frozen, frozen=True):
    """One article of a feed. `published` is as the feed has it; `source` and `source_url` are its declared origin."""

    url: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    source_url: str | None = None


class Feed(Frozen, frozen=True):
    """`sort` is `rss`, `atom`, `sitemap` or `sitemap-index`; `further` are the sitemaps that an index lists."""

    sort: str
    title: str | None
    items: tuple[FeedItem, ...] = ()
    further: tuple[str, ...] = ()


class FeedTargetError(ContentError):
    """A feed or sitemap where a page was wanted: its articles are pages. `name` is what messages call it."""

    def __init__(self, name: str, feed: Feed) -> None:
        super().__init__(f"{name} is a feed or sitemap, not a page", "give the address of one of its articles")
        self.name = name
        self.feed = feed


def read_feed(content: bytes, base: str | None = None) -> Feed:
    """The feed in `content`; `base` is its address. Items without a web address, and repeated ones, are left out.

    Raises ContentError for what is no feed. Entities are not expanded and nothing is loaded.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(content.strip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ContentError(f"the feed cannot be read: {error}", "check the address of the feed") from error
    name = _name(root) if root is not None else ""
    if root is None or name not in ("rss", "rdf", "feed", "urlset", "sitemapindex"):
        raise ContentError("this is no RSS or Atom feed and no sitemap", "check the address of the feed")
    if name == "sitemapindex":
        found = (_address(_text(_child(entry, "loc")), base) for entry in _children(root, "sitemap"))
        return Feed("sitemap-index", None, (), tuple(dict.fromkeys(u for u in found if u))[:MOST_ITEMS])
    if name == "urlset":
        return Feed("sitemap", None, _distinct(_sitemap_item(entry, base) for entry in _children(root, "url")))
    if name == "feed":
        return Feed(
            "atom", _text(_child(root, "title")), _distinct(_atom_item(e, base) for e in _children(root, "entry"))
        )
    channel = _child(root, "channel")
    items = _children(root if name == "rdf" or channel is None else channel, "item")
    title = _text(_child(channel, "title")) if channel is not None else None
    return Feed("rss", title, _distinct(_rss_item(item, base) for item in items))


def _rss_item(item: _Element, base: str | None) -> FeedItem | None:
    url = _address(_text(_child(item, "link")), base)
    guid = _child(item, "guid")
    if url is None and guid is not None and guid.get("isPermaLink", "true").lower() != "false":
        url = _address(_text(guid), base)
    source = _child(item, "source")
    return (
        None
        if url is None
        else FeedItem(
            url,
            _text(_child(item, "title")),
            _text(_child(item, "pubDate")) or _text(_child(item, "date")),
            _text(source) if source is not None else None,
            _address(source.get("url"), base) if source is not None else None,
        )
    )


def _atom_item(entry: _Element, base: str | None) -> FeedItem | None:
    url = _alternate(entry, base)
    source = _child(entry, "source")
    return (
        None
        if url is None
        else FeedItem(
            url,
            _text(_child(entry, "title")),
            _text(_child(entry, "published")) or _text(_child(entry, "updated")),
            _text(_child(source, "title")) if source is not None else None,
            _alternate(source, base) if source is not None else None,
        )
    )


def _sitemap_item(entry: _Element, base: str | None) -> FeedItem | None:
    url = _address(_text(_child(entry, "loc")), base)
    news = _child(entry, "news")
    publication = _child(news, "publication") if news is not None else None
    published = _text(_child(news, "publication_date")) if news is not None else None
    return (
        None
        if url is None
        else FeedItem(
            url,
            _text(_child(news, "title")) if news is not None else None,
            published or _text(_child(entry, "lastmod")),
            _text(_child(publication, "name")) if publication is not None else None,
        )
    )


def _alternate(element: _Element, base: str | None) -> str | None:
    """Atom's link to the article: `rel="alternate"` or no `rel`; the first where there are several."""
    for link in _children(element, "link"):
        if link.get("rel", "alternate") == "alternate" and (url := _address(link.get("href"), base)):
            return url
    return None


def _distinct(items: Iterable[FeedItem | None]) -> tuple[FeedItem, ...]:
    found: dict[str, FeedItem] = {}
    for item in items:
        if item and item.url not in found:
            found[item.url] = item
            if len(found) >= MOST_ITEMS:
                break
    return tuple(found.values())


def _name(element: _Element) -> str:
    """The local name, in lower case; "" for comments and processing instructions."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _children(element: _Element, name: str) -> list[_Element]:
    return [child for child in element if _name(child) == name.lower()]


def _child(element: _Element | None, name: str) -> _Element | None:
    if element is None:
        return None
    return next((child for child in element if _name(child) == name.lower()), None)


def _text(element: _Element | None) -> str | None:
    if element is None:
        return None
    text = " ".join("".join(t for t in element.itertext() if isinstance(t, str)).split())
    return text[:2_000] or None


def _address(value: str | None, base: str | None) -> str | None:
    if not value:
        return None
    try:
        return web_address(urljoin(base or "", value.strip()))
    except ValueError:
        return None
