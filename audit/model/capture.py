"""What was asked for and what came: the target, the exchange and its bytes."""

from __future__ import annotations

from audit.model.span import Frozen
from audit.model.words import Medium, TargetKind


class Listing(Frozen, frozen=True):
    """What a feed or a sitemap says of a page that it lists.

    `feed` is its address, or its file's bare name; `published` is as it stands there; `source` and `source_url` are the
    origin that it declares. `own`: it stands on the page's own site, so that the publisher says it.
    """

    feed: str
    title: str | None = None
    published: str | None = None
    source: str | None = None
    source_url: str | None = None
    own: bool = False


class Target(Frozen, frozen=True):
    """What the user pointed at.

    `locator` is the URL, the file path as given, or `-`. It is used to read and to report errors and is never
    written into an audit; `name` is what may be written: the URL, the file's bare name, or `stdin`.
    """

    kind: TargetKind
    locator: str
    stated_url: str | None = None
    stated_publisher: str | None = None
    listing: Listing | None = None
    """For an article of a feed."""

    @property
    def name(self) -> str:
        if self.kind == "url":
            return self.locator
        if self.kind == "stdin":
            return "stdin"
        bare = self.locator.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
        return bare.encode("utf-8", "surrogateescape").decode("utf-8", "replace")  # a file name may be no UTF-8


class TargetRecord(Frozen, frozen=True):
    """The part of a `Target` that an audit keeps."""

    kind: TargetKind
    name: str
    stated_url: str | None = None
    stated_publisher: str | None = None
    listing: Listing | None = None


class Redirect(Frozen, frozen=True):
    """One hop: the address asked for, its status, and where it pointed."""

    url: str
    status: int
    location: str


class Exchange(Frozen, frozen=True):
    """One HTTP request and its answer, as they went over the wire.

    `body` is the answer's payload as sent, compressed if it was; only the chunks of a chunked transfer are joined.
    `http_version` is `HTTP/1.1` or `HTTP/2`; `ip` is the address that was connected to, `None` behind a proxy.
    """

    url: str
    request_headers: tuple[tuple[str, str], ...]
    http_version: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    ip: str | None = None


class CaptureRecord(Frozen, frozen=True):
    """How and when the bytes came, and their hash; all of `Capture` but the bytes."""

    medium: Medium
    sha256: str
    size: int
    captured_at: str
    """RFC 3339, UTC, to the second; passed in by the caller."""
    url: str | None = None
    """The final address: fetched, or as stated by the user; `None` for a file without `--url`."""
    status: int | None = None
    content_type: str | None = None
    charset: str = "utf-8"
    charset_from: str = "default"
    """`bom`, `header`, `meta`, `detected` or `default`: what decided the charset."""
    redirects: tuple[Redirect, ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()
    """Plain statements about the capture: replacement characters, truncated input, a lying content type."""
    cached: bool = False
    """The bytes are out of a cache, where they came at `captured_at`; no evidence of what the site sent later."""


class Capture(Frozen, frozen=True):
    """The bytes as they came, the text they decode to, and the record of how.

    `exchanges` are the HTTP exchanges behind it, redirects first; empty for a file, and without the page where that is
    out of a cache. They are evidence for a WARC file
    and are not written into `audit.json`.
    """

    target: TargetRecord
    record: CaptureRecord
    content: bytes
    text: str
    exchanges: tuple[Exchange, ...] = ()
