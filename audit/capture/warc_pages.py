"""Which records of a WARC file are pages, and what a page's record says of it.

A page is a `response` or `resource` record with HTML or plain text and a status of success. Redirects, errors,
`robots.txt`, pictures, styles and scripts are not; a redirect in the same file becomes part of its target's record.
A PDF counts where the file has no other page: a crawl has many that are no print-outs of a page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from audit.capture.fetcher import Fetched
from audit.capture.http_message import HttpAnswer, read_answer
from audit.capture.mediatype import MediaType, media_type
from audit.capture.saved_page import SavedPage, utc_second, web_address
from audit.capture.sniff import sniff
from audit.capture.warc_read import Record
from audit.model import Exchange, Redirect

_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/pdf", ""})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_MOST_REDIRECTS = 20
PDF = b"%PDF-"


def pages(records: Iterable[Record], most: int) -> Iterator[SavedPage]:
    """The pages among `records`, in order; `most` bounds an unpacked page, and all PDFs together."""
    prints: list[SavedPage] = []
    others = False
    for page in _candidates(records, most):
        if not page.content.startswith(PDF):
            others = True
            yield page
        elif not others and sum(len(held.content) for held in prints) + len(page.content) <= most:
            prints.append(page)
    if not others:
        yield from prints


def _candidates(records: Iterable[Record], most: int) -> Iterator[SavedPage]:
    hops: dict[str, Redirect] = {}
    kept: dict[str, Exchange] = {}
    for record in records:
        if record.block is None or record.uri is None or joined(record.uri, "x") is None:
            continue
        if record.kind == "resource":
            if (page := _resource(record)) is not None:
                yield page
        elif record.kind == "response" and record.content_type.lower().startswith("application/http"):
            answer = read_answer(record.block, most)
            if answer is None:
                continue
            exchange = _exchange(record, answer)
            location = answer.header("location")
            if answer.status in _REDIRECTS and location:
                if (target := joined(record.uri, location.strip())) is not None:
                    hops[target] = Redirect(record.uri, answer.status, location)
                kept[record.uri] = exchange
            elif (page := _response(record, answer, exchange, hops, kept)) is not None:
                yield page


def _resource(record: Record) -> SavedPage | None:
    media = media_type(record.content_type)
    content = record.block or b""
    if not _is_page(content, media, record.uri):
        return None
    return SavedPage(content, web_address(record.uri), media, utc_second(record.date), notes=(_origin(record),))


def _response(
    record: Record, answer: HttpAnswer, exchange: Exchange, hops: dict[str, Redirect], kept: dict[str, Exchange]
) -> SavedPage | None:
    media = media_type(answer.header("content-type"))
    if not 200 <= answer.status < 300 or not _is_page(answer.content, media, record.uri):
        return None
    url = record.uri or ""
    redirects: list[Redirect] = []
    at = url
    while (hop := hops.get(at)) is not None and len(redirects) < _MOST_REDIRECTS and hop not in redirects:
        redirects.insert(0, hop)
        at = hop.url
    fetched = Fetched(
        url=url,
        status=answer.status,
        headers=answer.headers,
        content=answer.content,
        redirects=tuple(redirects),
        exchanges=(*(kept[hop.url] for hop in redirects), exchange),
        notes=answer.notes,
    )
    return SavedPage(
        answer.content, web_address(url), media or MediaType(""), utc_second(record.date), fetched, (_origin(record),)
    )


def _exchange(record: Record, answer: HttpAnswer) -> Exchange:
    http2 = (record.field("WARC-Protocol") or "").lower() in ("h2", "http/2")
    return Exchange(
        url=record.uri or "",
        request_headers=(),
        http_version="HTTP/2" if http2 else "HTTP/1.1",
        status=answer.status,
        reason=answer.reason,
        headers=answer.headers,
        body=answer.body,
        ip=record.field("WARC-IP-Address"),
    )


def _is_page(content: bytes, media: MediaType | None, uri: str | None) -> bool:
    essence = media.essence if media else ""
    if essence not in _PAGE_TYPES or not content.strip() or urlsplit(uri or "").path == "/robots.txt":
        return False
    sort = sniff(content)
    return sort in ("html", "pdf") or (
        sort == "text" and essence in ("text/html", "text/plain", "application/xhtml+xml")
    )


def _origin(record: Record) -> str:
    identity = f" {record.identity}" if record.identity else ""
    return f"Taken from a WARC file: {record.kind} record{identity} of {record.date}."


def joined(base: str, address: str) -> str | None:
    """`address` as it reads on a page at `base`, without fragment; None for what is no address."""
    try:
        return urljoin(base, address).partition("#")[0]
    except ValueError:
        return None
