"""Articles of feeds and sitemaps as targets, each with what the feed says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import msgspec

from audit.capture.feeds import FeedItem, FeedTargetError
from audit.capture.target import target_for
from audit.errors import ContentError, TargetError
from audit.model import Listing, Target

MOST_ARTICLES = 100
"""The articles of one feed that are taken unless more are asked for."""
MOST_SITEMAPS = 50
"""The sitemaps that are opened of an index."""


def articles(
    target: Target, found: FeedTargetError, opened: Callable[[Target], FeedTargetError], most: int
) -> Iterator[Target]:
    """At most `most` articles of the feed that was `found` at `target`.

    `opened` opens a sitemap that an index lists; where it raises TargetError, that one is passed over, if others hold
    articles. Raises ContentError where there is none.
    """
    stated = target.stated_publisher
    count = 0
    failure: TargetError | None = None
    for feed in _feeds(found, opened):
        if isinstance(feed, TargetError) and not isinstance(feed, FeedTargetError):
            failure = feed
            continue
        name = target.name if feed is found else feed.name
        for item in feed.feed.items:
            if count == most:
                return
            count += 1
            yield _article(item, name, stated)
    if not count:
        raise failure or ContentError(
            f"{found.name} is a feed or sitemap without articles", "check the address of the feed"
        )


def _feeds(
    found: FeedTargetError, opened: Callable[[Target], FeedTargetError]
) -> Iterator[FeedTargetError | TargetError]:
    yield found
    for address in found.feed.further[:MOST_SITEMAPS]:
        try:
            yield opened(target_for(address))
        except TargetError as error:
            yield error


def _article(item: FeedItem, feed: str, publisher: str | None) -> Target:
    listing = Listing(feed, item.title, item.published, item.source, item.source_url)
    return msgspec.structs.replace(target_for(item.url, publisher=publisher), listing=listing)


def listing_note(listing: Listing) -> str:
    """What the feed says of the article, in words."""
    said = f"Listed in {listing.feed}"
    if listing.title:
        said += f" as “{listing.title[:300]}”"
    if listing.published:
        said += f", published {listing.published[:60]}"
    if listing.source:
        where = f" ({listing.source_url})" if listing.source_url else ""
        said += f"; the source that it declares is {listing.source[:200]}{where}"
    return f"{said}."


def own_feed(feed: str, url: str | None) -> bool:
    """True where the feed at that address stands on the site of the page at `url`."""
    ours, theirs = (_site(address) for address in (feed, url or ""))
    return bool(ours) and ours == theirs


def _site(address: str) -> str | None:
    """The name that a site's owner registered."""
    from publicsuffixlist import PublicSuffixList

    host = urlsplit(address).hostname if "://" in address else None
    return PublicSuffixList().privatesuffix(host) if host else None
