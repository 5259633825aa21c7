"""Is it a page, and of which medium: the bytes decide, the Content-Type is heard."""

from __future__ import annotations

from audit.capture.sniff import Sort, has_markup, leading_text
from audit.errors import ContentError, FileTargetError
from audit.model import Frozen, Medium

_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_OPEN_TYPES = frozenset({"", "application/octet-stream", "text/plain", "text/markdown", "application/xml", "text/xml"})
_NOT_A_PAGE: dict[Sort, tuple[str, str]] = {
    "pdf": ("a PDF", "give the file on its own"),
    "zip": ("a ZIP archive without archived pages", "unpack it and give the page inside; a damaged WACZ: get it again"),
    "gzip": ("compressed data that is no page", "unpack it and give the page inside"),
    "feed": ("a feed or sitemap", "give the address of one of its articles"),
    "xml": ("an XML document", "give the article's web page"),
    "json": ("JSON data", "give the article's web page"),
    "binary": ("binary data", "give an HTML page or plain text"),
    "mhtml": ("an MHTML file without a page in it", "save the page again, as HTML"),
    "webarchive": ("a web archive without a page in it", "save the page again, as HTML"),
    "warc": ("a web archive without a page in it", "give a WARC that has a response record with HTML"),
}


class MediaType(Frozen, frozen=True):
    """A Content-Type: `essence` such as `text/html`, in lower case, and its charset."""

    essence: str
    charset: str | None = None


def media_type(header: str | None) -> MediaType | None:
    """The media type that a Content-Type header names; None without one."""
    if header is None or not header.strip():
        return None
    essence, *parameters = header[:1000].split(";")
    charset = None
    for parameter in parameters:
        name, equals, value = parameter.partition("=")
        if equals and name.strip().lower() == "charset" and charset is None:
            charset = value.strip().strip("\"'").strip() or None
    return MediaType(essence.strip().lower(), charset)


def refuse(sort: Sort, name: str) -> FileTargetError:
    """The error for a local file of that sort."""
    what, hint = _NOT_A_PAGE[sort]
    return FileTargetError(f"{name} is {what}" if what.endswith(" in it") else f"{name} is {what}, not a page", hint)


def medium_of(content: bytes, sort: Sort, name: str, declared: MediaType | None) -> tuple[Medium, tuple[str, ...]]:
    """`html` or `text`, and what is remarkable about it; `sort` is what the bytes are.

    Raises ContentError for what is no page (FileTargetError for a local file, where no type is declared).
    """
    if sort not in ("html", "text"):
        error = refuse(sort, name)
        raise ContentError(error.message, error.hint) if declared else error
    if declared is None:
        return ("html" if sort == "html" else "text"), ()
    essence = declared.essence
    if essence in _HTML_TYPES:
        if sort == "html" or has_markup(leading_text(content) or ""):
            return "html", ()
        return "text", (f"Sent as {essence}, but there is no markup in it: read as plain text.",)
    if sort == "html":
        return "html", (() if not essence else (f"Sent as {essence}, but it is HTML: read as such.",))
    if essence in _OPEN_TYPES:
        return "text", ()
    raise ContentError(f"{name} was sent as {essence}, not as a page", "give the address of the article's web page")
