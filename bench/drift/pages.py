"""Originals and copies as web pages: two sites with wrapper of their own, and the audits of them."""

from __future__ import annotations

import html
from datetime import UTC, datetime
from itertools import groupby

from audit.model import Audit, Capture, CaptureRecord, TargetRecord
from audit.pipeline import audit_capture
from bench.drift.versions import Version

NOW = datetime(2026, 12, 31, 12, tzinfo=UTC)
_MANIFEST = b"C2PATXT\0\x01" + (64).to_bytes(4, "big") + bytes(range(64))
CORRECTION = "Correction: an earlier version of this article gave a wrong figure in the second paragraph."


def wrapper_text() -> str:
    """A C2PA wrapper for text: U+FEFF and variation selectors that spell bytes."""
    return "\ufeff" + "".join(chr(0xFE00 + b) if b < 16 else chr(0xE0100 + b - 16) for b in _MANIFEST)


def original_page(version: Version) -> str:
    """The original's page."""
    article = version.article
    paragraphs = [" ".join(s.text for s in group) for _, group in groupby(article.sentences, key=lambda s: s.paragraph)]
    if version.lost == "c2pa":
        paragraphs[-1] += wrapper_text()
    body = "".join(f"<p>{html.escape(p, quote=False)}</p>\n" for p in paragraphs)
    if version.lost == "correction":
        body += f'<p class="correction">{CORRECTION}</p>\n'
    return _page(
        article.headline,
        article.published,
        article.language,
        body,
        "Northwire",
        "https://northwire.example/2026/story-1",
    )


def copy_page(version: Version) -> str:
    """The copy's page, on another site."""
    paragraphs = [" ".join(u.text for u in group) for _, group in groupby(version.units, key=lambda u: u.paragraph)]
    body = "".join(f"<p>{html.escape(p, quote=False)}</p>\n" for p in paragraphs)
    share = '<div class="share"><a href="#">Share</a> <a href="#">Tweet</a> <a href="#">Email</a></div>'
    related = (
        '<aside class="related"><h3>Related stories</h3><ul><li><a href="/a">Ten gardens to see</a></li></ul></aside>'
    )
    return _page(
        version.headline, version.article.published, version.article.language, share + body + related, "Daily Courier",
        "https://dailycourier.example/news/77-story",
    )  # fmt: skip


def _page(headline: str, published: str, language: str, body: str, site: str, url: str) -> str:
    title = f"<h1>{html.escape(headline, quote=False)}</h1>\n" if headline else ""
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{html.escape(headline or site)}</title>'
        f'<meta property="og:site_name" content="{site}"><meta property="article:published_time" content="{published}T08:00:00Z">'
        f'<link rel="canonical" href="{url}"></head><body><nav><a href="/">Home</a> <a href="/world">World</a></nav>'
        f"<main><article>{title}{body}</article></main><footer>© 2026 {site}. All rights reserved.</footer></body></html>"
    )


def audited(page: str, name: str) -> Audit:
    """The audit of a page, as the command makes it."""
    content = page.encode("utf-8")
    url = (
        "https://northwire.example/2026/story-1" if name == "original" else "https://dailycourier.example/news/77-story"
    )
    record = CaptureRecord("html", "0" * 64, len(content), NOW.isoformat().replace("+00:00", "Z"), url=url)
    return audit_capture(Capture(TargetRecord("html-file", f"{name}.html"), record, content, page))
