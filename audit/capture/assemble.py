"""`Target` → `Capture`: bytes from where they are, judged, decoded, hashed, with the record of how."""

from __future__ import annotations

import contextlib
import hashlib
import io
from collections.abc import Generator, Iterator
from datetime import UTC, datetime

import msgspec

from audit.capture.byte_source import GZIP, ByteSource
from audit.capture.containers import SNIFFED, is_container, saved_pages
from audit.capture.fetcher import Fetched, Fetcher
from audit.capture.limits import Limits
from audit.capture.mediatype import MediaType, media_type
from audit.capture.readable import Readable, readable
from audit.capture.reading import opened, too_large
from audit.capture.saved_page import SavedPage
from audit.errors import ContentError, StatusError
from audit.model import Capture, CaptureRecord, Target, TargetKind, TargetRecord

KEPT_HEADERS = frozenset(
    {
        "age", "cache-control", "content-encoding", "content-language", "content-length", "content-location",
        "content-type", "date", "etag", "expires", "last-modified", "link", "location", "memento-datetime",
        "retry-after", "server", "tdm-policy", "tdm-reservation", "vary", "via", "www-authenticate", "x-powered-by",
        "x-robots-tag",
    }
)  # fmt: skip
"""Headers that the record keeps. The others are left out: many name the reader's address, place or session."""


def capture(target: Target, *, now: datetime, limits: Limits | None = None, fetcher: Fetcher | None = None) -> Capture:
    """The page that `target` points at, as captured at `now`; of a file that holds several pages, the first.

    `now` must know its time zone. Without a `fetcher`, addresses are fetched over HTTP under `limits`, and what the
    site's robots.txt says is noted.

    Raises FileTargetError, AddressError, FetchError, StatusError, or ContentError for what is no page: another type,
    too large, or empty. An empty page is an error, and so reported as not assessable, never as clean.
    """
    with contextlib.closing(capture_all(target, now=now, limits=limits, fetcher=fetcher)) as found:
        first = next(found)
        if next(found, None) is None:
            return first
    record = msgspec.structs.replace(first.record, notes=(*first.record.notes, FURTHER_PAGES))
    return msgspec.structs.replace(first, record=record)


FURTHER_PAGES = "The file holds further pages; this capture is of the first."


def capture_all(
    target: Target, *, now: datetime, limits: Limits | None = None, fetcher: Fetcher | None = None
) -> Generator[Capture, None, None]:
    """Every page that `target` points at, one at least: several for a WARC or WACZ file, else one.

    Of such a file, `--url` takes the pages with that address. Times, fetcher and errors are as for `capture`.
    """
    bounds = limits or Limits()
    if target.kind == "url":
        yield _from_address(target, now, bounds, fetcher)
        return
    name = "standard input" if target.kind == "stdin" else target.locator
    with opened(target.locator) as stream:
        head = stream.read(SNIFFED)
        if not is_container(head):
            content = head + stream.read(max(0, bounds.max_bytes + 1 - len(head)))
            if len(content) > bounds.max_bytes:
                raise too_large(name, bounds)
            yield page_capture(target, content, name=name, now=now, url=target.stated_url, limits=bounds)
            return
        for page in _chosen(saved_pages(head, stream, name, bounds), target.stated_url, name):
            yield page_capture(
                target,
                page.content,
                name=name,
                now=now,
                url=target.stated_url or page.url,
                limits=bounds,
                declared_type=page.media,
                fetched=page.fetched,
                saved_at=page.saved_at,
                notes=page.notes,
            )


def _chosen(pages: Iterator[SavedPage], stated: str | None, name: str) -> Iterator[SavedPage]:
    """All pages; those at the stated address where there is one; a single page whatever the address stated."""
    if stated is None:
        yield from pages
        return
    others: list[SavedPage] = []
    found = False
    for page in pages:
        if page.url is not None and page.url.partition("#")[0] == stated.partition("#")[0]:
            found = True
            yield page
        elif len(others) < 2:
            others.append(page)
    if not found and len(others) > 1:
        raise ContentError(f"{name} has no page with the address {stated}", "leave --url out to take all its pages")
    if not found:
        yield from others


def page_capture(
    target: Target,
    content: bytes,
    *,
    name: str,
    now: datetime,
    url: str | None,
    limits: Limits | None = None,
    declared_type: MediaType | None = None,
    fetched: Fetched | None = None,
    saved_at: str | None = None,
    notes: tuple[str, ...] = (),
) -> Capture:
    """The capture of the page whose bytes are `content`; `name` is what messages call it.

    `saved_at` is when an archive or a cache took the bytes from the network; then it is the time of the capture.
    """
    page = readable(content, name, url, declared_type, limits or Limits())
    record = CaptureRecord(
        medium=page.medium,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        captured_at=saved_at or timestamp(now),
        url=url or page.url,
        status=fetched.status if fetched else None,
        content_type=page.content_type,
        charset=page.charset,
        charset_from=page.charset_from,
        redirects=fetched.redirects if fetched else (),
        headers=kept_headers(fetched) if fetched else (),
        notes=(*_listed(target), *notes, *(fetched.notes if fetched else ()), *page.notes),
        cached=fetched is not None and fetched.cached_at is not None,
    )
    known = target_record(target, page, record.url)
    return Capture(known, record, content, page.text, fetched.exchanges if fetched else ())


def _listed(target: Target) -> tuple[str, ...]:
    if target.listing is None:
        return ()
    from audit.capture.listing import listing_note

    return (listing_note(target.listing),)


def target_record(target: Target, page: Readable, url: str | None) -> TargetRecord:
    """What an audit keeps of a target; the kind of a file is what its bytes are."""
    kind: TargetKind = target.kind
    if kind in ("html-file", "text-file"):
        kind = "text-file" if page.medium == "text" else "html-file"
    listing = target.listing
    if listing is not None:
        from audit.capture.listing import own_feed

        listing = msgspec.structs.replace(listing, own=own_feed(listing.feed, url))
    return TargetRecord(kind, target.name, target.stated_url, target.stated_publisher, listing)


def timestamp(now: datetime) -> str:
    """RFC 3339 in UTC, to the second. Raises ValueError for a time without zone."""
    if now.tzinfo is None:
        raise ValueError("the time of a capture needs a time zone")
    return now.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def kept_headers(fetched: Fetched) -> tuple[tuple[str, str], ...]:
    """The headers of the last answer that the record keeps, names in lower case, in the order received."""
    return tuple((k.lower(), v) for k, v in fetched.headers if k.lower() in KEPT_HEADERS)


def _from_address(target: Target, now: datetime, limits: Limits, fetcher: Fetcher | None) -> Capture:
    if fetcher is None:
        from audit.capture.fetch import HttpFetcher
        from audit.capture.robots import RobotsFetcher

        with HttpFetcher() as own:
            fetched = RobotsFetcher(own, obey=False).fetch(target.locator, limits)
    else:
        fetched = fetcher.fetch(target.locator, limits)
    if len(fetched.content) > limits.max_bytes:
        raise too_large(fetched.url, limits)
    if fetched.status >= 400 or fetched.status < 200:
        raise status_error(fetched)
    if fetched.content.startswith(GZIP):
        fetched = _unzipped(fetched, limits)
    from audit.capture.memento import memento

    archived, notes = memento(fetched)
    return page_capture(
        target,
        fetched.content,
        name=fetched.url,
        now=now,
        url=(archived and archived.url) or fetched.url,
        limits=limits,
        declared_type=media_type(fetched.header("content-type")),
        fetched=fetched,
        saved_at=archived.archived_at if archived else fetched.cached_at,
        notes=notes,
    )


def _unzipped(fetched: Fetched, limits: Limits) -> Fetched:
    """The file inside an answer that is a gzip file, as large sitemaps are; how it was sent is another matter."""
    content = ByteSource(io.BytesIO(fetched.content), fetched.url, limits.max_bytes).read(limits.max_bytes)
    notes = (*fetched.notes, "Unpacked from a gzip file.")
    headers = tuple((k, "" if k.lower() == "content-type" else v) for k, v in fetched.headers)
    return msgspec.structs.replace(fetched, content=content, notes=notes, headers=headers)


_STATUS = {
    400: ("bad request", "check the address"),
    401: ("login required", "save the page from a browser where you are logged in, and audit the file with --url"),
    402: ("payment required", "save the page from a browser with a subscription, and audit the file with --url"),
    403: ("forbidden", "the site may refuse programs: save the page from a browser, and audit the file with --url"),
    404: ("not found", "check the address; an archived copy may exist"),
    407: ("proxy login required", "check the proxy settings"),
    410: ("gone: taken down on purpose", "an archived copy may exist"),
    429: ("too many requests", "wait some minutes and try again"),
    451: ("unavailable for legal reasons", "the page may be blocked where you are; an archived copy may exist"),
}


def status_error(fetched: Fetched) -> StatusError:
    """The error for an answer that is not the page."""
    said, hint = _STATUS.get(fetched.status, ("", ""))
    if not said:
        said = "the server failed" if fetched.status >= 500 else "no page"
        hint = "try again later" if fetched.status >= 500 else "check the address"
    return StatusError(f"{fetched.url} answered {fetched.status} ({said})", hint)
