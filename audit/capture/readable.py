"""Bytes as text: a page with its charset undone, or what a PDF holds."""

from __future__ import annotations

from audit.capture.charset import decode
from audit.capture.limits import Limits
from audit.capture.mediatype import MediaType, medium_of
from audit.capture.refresh import refresh_note
from audit.capture.sniff import sniff
from audit.errors import ContentError
from audit.model import Frozen, Medium

PDF = "application/pdf"


class Readable(Frozen, frozen=True):
    """A page's text, how it was read, and what is remarkable. `url` is the address that stands on the page itself."""

    text: str
    medium: Medium
    content_type: str | None
    charset: str
    charset_from: str
    url: str | None = None
    notes: tuple[str, ...] = ()


def readable(content: bytes, name: str, url: str | None, declared: MediaType | None, limits: Limits) -> Readable:
    """The text of the page whose bytes are `content` and came from `url`; `name` is what messages call it.

    Raises ContentError or FileTargetError for what is no page, ContentError for an empty one, and FeedTargetError for a
    feed, with its articles.
    """
    sort = sniff(content)
    if sort == "pdf":
        return _print_out(content, name, declared, limits)
    if sort == "feed":
        from audit.capture.feeds import FeedTargetError, read_feed

        raise FeedTargetError(name, read_feed(content, url))
    medium, remarks = medium_of(content, sort, name, declared)
    decoded = decode(content, header=declared.charset if declared else None, html=medium == "html")
    if not decoded.text.strip():
        raise ContentError(f"{name} is empty: not assessable", "check that the page was saved or sent whole")
    return Readable(
        decoded.text,
        medium,
        (declared.essence or None) if declared else None,
        decoded.charset,
        decoded.source,
        notes=(*remarks, *decoded.notes, *(refresh_note(decoded.text) if medium == "html" else ())),
    )


def _print_out(content: bytes, name: str, declared: MediaType | None, limits: Limits) -> Readable:
    from audit.capture.pdf import read_pdf

    found = read_pdf(content, name, limits)
    said = declared.essence if declared else PDF
    lied = (f"Sent as {said}, but it is a PDF: read as such.",) if said not in (PDF, "") else ()
    return Readable(found.text, "print", said or PDF, "utf-8", "default", found.url, (*lied, *found.notes))
