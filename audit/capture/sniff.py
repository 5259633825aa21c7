"""What bytes are, judged by the bytes: a suffix or a Content-Type may lie."""

from __future__ import annotations

import re
from typing import Literal

Sort = Literal["html", "text", "feed", "xml", "json", "mhtml", "webarchive", "warc", "gzip", "zip", "pdf", "binary"]

_WINDOW = 65_536
_SIGNATURES: tuple[tuple[bytes, Sort], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"WARC/", "warc"),
    (b"bplist00", "webarchive"),
)
_TAG = (
    "html|head|body|title|meta|link|script|style|base|article|section|main|header|footer|nav|aside|div|p|h[1-6]|ul|ol|li|"
    "dl|table|tr|td|blockquote|figure|img|a|b|i|em|strong|span|br|hr|font|center|iframe|form|picture|video|time|template"
)
_LEADING = re.compile(r"(?:\s+|<!--.*?-->|<\?xml[^>]*\?>|<\?[^>]*>)*", re.S)
_DOCTYPE = re.compile(r"<!doctype\s+(\w+)", re.I)
_OPENS_HTML = re.compile(rf"<(?:{_TAG})(?=[\s/>])", re.I)
_ANY_TAG = re.compile(rf"</?(?:{_TAG})(?=[\s/>])[^<>]{{0,2000}}>", re.I)
_LINE_TAG = re.compile(rf"^[ \t]*</?(?:{_TAG})(?=[\s/>])", re.I | re.M)
_DOCUMENT_TAG = re.compile(r"<(?:html|body)(?=[\s>])", re.I)
_FEED_ROOT = re.compile(r"<(?:\w+:)?(rss|feed|rdf|urlset|sitemapindex)(?=[\s>])", re.I)
_MHTML = re.compile(r"\A(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}", re.S)
_CONTROLS = bytes(b for b in range(32) if b not in b"\t\n\f\r\x1b") + b"\x7f"


def sniff(content: bytes) -> Sort:
    """The sort of `content`; whitespace alone is `text`."""
    for signature, sort in _SIGNATURES:
        if content.startswith(signature):
            return sort
    head = leading_text(content)
    if head is None:
        return "binary"
    return sniff_text(head)


def leading_text(content: bytes) -> str | None:
    """The first 64 KB as text in which ASCII is right whatever the charset; None for binary data."""
    window = content[:_WINDOW]
    if window[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return window[2 : 2 + (len(window) - 2) // 2 * 2].decode(
            "utf-16-le" if window[0] == 0xFF else "utf-16-be", "replace"
        )
    nuls = window.count(0)
    if nuls * 10 > len(window) * 3:  # UTF-16 without its mark: every other byte of ASCII is NUL
        even, odd = window[0::2].count(0), window[1::2].count(0)
        if min(even, odd) * 10 < max(even, odd):
            even_length = window[: len(window) // 2 * 2]
            return even_length.decode("utf-16-le" if odd > even else "utf-16-be", "replace")
        return None
    controls = len(window) - len(window.translate(None, _CONTROLS))
    if controls > max(2, len(window) // 200):
        return None
    return window.removeprefix(b"\xef\xbb\xbf").decode("latin-1")


def sniff_text(head: str) -> Sort:
    """The sort of a text by its beginning. A pasted article may have `<` in it and is still text."""
    lead = _LEADING.match(head)
    start = head[lead.end() if lead else 0 :]
    if found := _DOCTYPE.match(start):
        if found[1].lower() == "plist":
            return "webarchive"
        return "html" if found[1].lower() == "html" else "xml"
    if start.startswith("<"):
        if _FEED_ROOT.match(start):
            return "feed"
        if _OPENS_HTML.match(start) and len(_ANY_TAG.findall(start[:20_000])) > 1:
            return "html"
        if head.lstrip().startswith("<?xml"):
            return "html" if re.match(r"<(?:\w+:)?html(?=[\s>])", start, re.I) else "xml"
    if start[:1] in ("{", "[") and _is_json(start):
        return "json"
    if _is_mhtml(head):
        return "mhtml"
    return "html" if _mostly_markup(start) else "text"


def _is_mhtml(head: str) -> bool:
    if not re.match(r"\s*[A-Za-z][A-Za-z-]*:", head):
        return False
    lead = _MHTML.match(head.lstrip().replace("\r\n", "\n"))
    return lead is not None and re.search(r"^content-type:\s*multipart/related", lead[0], re.I | re.M) is not None


def _is_json(start: str) -> bool:
    """JSON by its first tokens: an article may begin with a bracketed agency line."""
    return (
        re.match(r"""\{\s*(?:"(?:[^"\\]|\\.){0,200}"\s*:|\})|\[\s*(?:\{\s*"|"[^"]{0,200}"\s*,|\d+\s*,)""", start)
        is not None
    )


def _mostly_markup(start: str) -> bool:
    """HTML that does not begin with a tag: a document's tags, or most lines begin with one."""
    if _DOCUMENT_TAG.search(start) and re.search(r"</(?:html|body|p|div)>", start, re.I):
        return True
    lines = sum(1 for line in start.splitlines() if line.strip())
    tagged = len(_LINE_TAG.findall(start))
    return (tagged >= 3 and tagged * 10 >= lines * 3) or (tagged == 2 and lines <= 4)


def has_markup(head: str) -> bool:
    """True where at least one HTML tag occurs."""
    return _ANY_TAG.search(head) is not None or _DOCTYPE.search(head) is not None
