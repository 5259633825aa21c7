"""`<html>`, `<title>`, `<meta>` and `<link>`: OpenGraph, Dublin Core, Google's news tags and their relatives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from audit.model import Declared

if TYPE_CHECKING:
    from lxml.etree import _Element

META: dict[str, str] = {
    "og:site_name": "site-name", "application-name": "site-name", "apple-mobile-web-app-title": "site-name",
    "site_name": "site-name", "al:ios:app_name": "site-name", "cre": "site-name",
    "og:title": "headline", "twitter:title": "headline", "dc.title": "headline", "parsely-title": "headline",
    "og:url": "canonical", "twitter:url": "canonical", "al:web:url": "canonical", "parsely-link": "canonical",
    "author": "author", "article:author": "author", "dc.creator": "author", "dcterms.creator": "author",
    "parsely-author": "author", "sailthru.author": "author", "cxenseparse:author": "author", "byl": "author",
    "authors": "author", "dcsext.author": "author", "article:author_name": "author", "twitter:creator": "account",
    "twitter:site": "account",
    "article:publisher": "publisher", "publisher": "publisher", "dc.publisher": "publisher",
    "dcterms.publisher": "publisher", "cxenseparse:publishername": "publisher", "bt:publisher": "publisher",
    "dc.source": "source-organization", "dcterms.source": "source-organization", "source": "source-organization",
    "news_source": "source-organization", "article:source": "source-organization", "newssource": "source-organization",
    "article:provider": "provider", "provider": "provider", "content_provider": "provider", "wire": "provider",
    "contentprovider": "provider", "cxenseparse:provider": "provider", "sailthru.source": "source-organization",
    "agency": "provider", "article_source": "source-organization", "content-source": "source-organization",
    "syndication-source": "syndication-source", "original-source": "original-source",
    "dc.rights": "rights", "dcterms.rights": "rights", "rights": "rights", "copyright": "rights",
    "dcterms.rightsholder": "copyright-holder", "dcterms.provenance": "source-organization",
    "dcterms.isreplacedby": "canonical", "dcterms.isversionof": "is-based-on", "dcterms.references": "citation",
    "article:published_time": "published", "date": "published", "dc.date": "published", "dcterms.created": "published",
    "dc.date.issued": "published", "parsely-pub-date": "published", "sailthru.date": "published", "pubdate": "published",
    "publish-date": "published", "publishdate": "published", "dcterms.date": "published", "datepublished": "published",
    "article:modified_time": "modified", "og:updated_time": "modified", "last-modified": "modified",
    "dcterms.modified": "modified", "lastmod": "modified", "datemodified": "modified",
    "og:locale": "language", "language": "language", "content-language": "language", "dc.language": "language",
    "article:section": "section", "section": "section", "parsely-section": "section", "cxenseparse:section": "section",
    "robots": "robots", "googlebot": "robots", "googlebot-news": "robots", "bingbot": "robots",
    "news_keywords": "keywords", "keywords": "keywords", "parsely-tags": "keywords",
    "description": "description", "og:description": "description", "dc.description": "description",
    "og:type": "type", "dc.type": "type", "parsely-type": "type", "article:content_tier": "is-accessible-for-free",
    "article:opinion": "type", "medium": "type",
}  # fmt: skip
"""Names of `<meta>` (any case) and our word for each."""
LINKS: dict[str, str] = {
    "canonical": "canonical", "amphtml": "amphtml", "original": "original-source", "syndication": "syndication-source",
    "license": "rights", "author": "author", "publisher": "publisher", "shortlink": "canonical",
}  # fmt: skip
"""`rel` of `<link>` and our word for each."""
_NOT_AN_ADDRESS = frozenset({"author"})


def meta_tags(tree: _Element) -> Iterator[Declared]:
    """Values of the tags of the head, wherever the page has put them."""
    html = next(tree.iter("html"), None)
    if html is not None and html.get("lang"):
        yield Declared("language", html.get("lang", ""), "html[lang]")
    # Titles of inline drawings come later than the page's own.
    title = next(tree.iter("title"), None)
    if title is not None and title.text:
        yield Declared("title", title.text, "title")
    for element in tree.iter("meta", "link"):
        if element.tag == "meta":
            yield from _meta(element)
        else:
            yield from _link(element)


def _meta(element: _Element) -> Iterator[Declared]:
    value = element.get("content")
    if not value:
        return
    for attribute in ("name", "property", "itemprop", "http-equiv"):
        key = element.get(attribute)
        if not key:
            continue
        name = META.get(key.strip().lower().replace("dcterms:", "dcterms.").replace("dc:", "dc."))
        if name:
            yield Declared(name, value, f"meta[{attribute}={key}]")
            return
        if attribute == "name" and key.lower() == "parsely-page":
            yield from _parsely(value)


def _parsely(value: str) -> Iterator[Declared]:
    import msgspec

    try:
        page = msgspec.json.decode(value.encode())
    except msgspec.MsgspecError:
        return
    if isinstance(page, dict):
        for key, name in (
            ("author", "author"),
            ("authors", "author"),
            ("link", "canonical"),
            ("pub_date", "published"),
        ):
            values = page.get(key)
            for item in values if isinstance(values, list) else [values]:
                if isinstance(item, str):
                    yield Declared(name, item, f"meta[name=parsely-page].{key}")


def _link(element: _Element) -> Iterator[Declared]:
    href = element.get("href")
    if not href:
        return
    for rel in (element.get("rel") or "").lower().split():
        name = LINKS.get(rel)
        if name and rel not in _NOT_AN_ADDRESS:
            yield Declared(name, href, f"link[rel={rel}]")
        elif rel == "alternate" and element.get("type") in ("application/rss+xml", "application/atom+xml"):
            yield Declared("feed", href, "link[rel=alternate]")
            if element.get("title"):
                yield Declared("feed-title", element.get("title", ""), "link[rel=alternate][title]")
