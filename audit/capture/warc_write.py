"""A capture as WARC records (ISO 28500, WARC/1.1), so that the evidence can be checked and replayed elsewhere.

What is kept: every request and every answer, redirects included, with the status line, all headers in the order
received, and the body as the server sent it. What is not: the chunks of a chunked transfer are joined, so the answer's
`Transfer-Encoding` is kept under the name `X-Archive-Orig-Transfer-Encoding`; an HTTP/2 exchange is written in the
form of HTTP/1.1, as WARC has no other, and `WARC-Protocol` says so; of a redirect's own body the first 100 KB are
kept; the bytes of the TLS connection and its certificates are not. The page's pictures, styles and scripts are not
fetched, and so are not kept.

Written by hand rather than by a library: libraries percent-encode headers that are not ASCII, and evidence is bytes
as they came. Record ids are derived from the contents, so the same capture gives the same file.
"""

from __future__ import annotations

import hashlib
import zlib
from base64 import b32encode
from collections.abc import Iterable
from urllib.parse import urlsplit
from uuid import NAMESPACE_URL, uuid5

from audit.model import Capture, Exchange
from audit.version import __version__

Fields = list[tuple[str, str]]
_JOINED = frozenset({"transfer-encoding"})


def write_warc(capture: Capture) -> bytes:
    """A `.warc.gz` with a `warcinfo` record, and a `response` and a `request` record for each exchange.

    A page without an exchange (a file, or out of a cache) becomes a `resource` record; its address is the one the user
    stated, or `urn:sha256:` with the hash of the bytes.
    """
    date = capture.record.captured_at
    info = (
        f"software: tracewire/{__version__}\r\n"
        "format: WARC File Format 1.1\r\n"
        "conformsTo: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
        "description: the page and its redirects; no pictures, styles or scripts; chunked bodies are joined\r\n"
        + (
            "description: the page is out of a cache and no evidence of a later day\r\n"
            if capture.record.cached
            else ""
        )
    ).encode()
    records = [_record("warcinfo", date, info, [("Content-Type", "application/warc-fields")])]
    for exchange in capture.exchanges:
        records += _pair(exchange, date)
    if not capture.exchanges or capture.record.cached:
        kind = _resource_type(capture)
        fields = [
            ("WARC-Target-URI", capture.record.url or f"urn:sha256:{capture.record.sha256}"),
            ("WARC-Payload-Digest", digest(capture.content)),
            ("Content-Type", kind),
        ]
        records.append(_record("resource", date, capture.content, fields))
    return b"".join(_member(record) for record in records)


def digest(content: bytes) -> str:
    """The labelled digest that replay tools verify: SHA-1 in base 32. The capture's own hash is SHA-256."""
    return "sha1:" + b32encode(hashlib.sha1(content, usedforsecurity=False).digest()).decode()


def _resource_type(capture: Capture) -> str:
    if capture.content.startswith(b"%PDF-"):
        return "application/pdf"
    kind = "text/html" if capture.record.medium == "html" else "text/plain"
    return kind + _charset_parameter(capture)


def _charset_parameter(capture: Capture) -> str:
    return "" if capture.record.charset_from in ("bom", "meta", "default") else f"; charset={capture.record.charset}"


def _pair(exchange: Exchange, date: str) -> Iterable[bytes]:
    parts = urlsplit(exchange.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    request = _head(f"GET {path} HTTP/1.1", exchange.request_headers)
    headers = [(f"X-Archive-Orig-{k}" if k.lower() in _JOINED else k, v) for k, v in exchange.headers]
    response = _head(f"HTTP/1.1 {exchange.status} {exchange.reason}".rstrip(), headers) + exchange.body
    shared: Fields = [("WARC-Target-URI", exchange.url)]
    if exchange.ip:
        shared.append(("WARC-IP-Address", exchange.ip))
    shared.append(("WARC-Protocol", "h2" if exchange.http_version == "HTTP/2" else exchange.http_version.lower()))
    answered: Fields = [
        *shared,
        ("WARC-Payload-Digest", digest(exchange.body)),
        ("Content-Type", "application/http; msgtype=response"),
    ]
    asked: Fields = [
        *shared,
        ("WARC-Concurrent-To", _identity("response", date, exchange.url, response)),
        ("Content-Type", "application/http; msgtype=request"),
    ]
    records = [_record("response", date, response, answered)]
    if exchange.request_headers:  # an answer that was read from another WARC file has none, and none is made up
        records.append(_record("request", date, request, asked))
    return records


def _head(first: str, headers: Iterable[tuple[str, str]]) -> bytes:
    lines = [first, *(f"{name}: {value}" for name, value in headers), "", ""]
    return "\r\n".join(lines).encode("latin-1", "replace")


def _identity(kind: str, date: str, url: str, block: bytes) -> str:
    return f"<urn:uuid:{uuid5(NAMESPACE_URL, f'{kind} {date} {hashlib.sha256(block).hexdigest()} {url}')}>"


def _record(kind: str, date: str, block: bytes, fields: Fields) -> bytes:
    named: Fields = [
        ("WARC-Type", kind),
        ("WARC-Record-ID", _identity(kind, date, dict(fields).get("WARC-Target-URI", ""), block)),
        ("WARC-Date", date),
        *fields,
        ("WARC-Block-Digest", digest(block)),
        ("Content-Length", str(len(block))),
    ]
    head = "\r\n".join(["WARC/1.1", *(f"{k}: {v}" for k, v in named), "", ""])
    return head.encode() + block + b"\r\n\r\n"


def _member(record: bytes) -> bytes:
    """One gzip member, as WARC asks: one a record, without a time of its own."""
    engine = zlib.compressobj(9, zlib.DEFLATED, 31)
    return engine.compress(record) + engine.flush()
