"""One page in every format in which people save pages."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import plistlib
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from audit.capture import Fetched, capture, target_for
from audit.capture.warc_write import write_warc
from audit.model import Exchange
from tests.capture.test_saved_formats import mhtml

AT = datetime(2026, 5, 1, 10, 0, tzinfo=UTC)


def warc(html: bytes, url: str) -> bytes:
    """As tracewire itself records a fetch, robots.txt included."""

    class Site:
        def fetch(self, asked: str, limits: object) -> Fetched:
            headers = (("Content-Type", "text/html; charset=utf-8"),)
            page = Exchange(url, (("User-Agent", "x"),), "HTTP/1.1", 200, "OK", headers, html, "192.0.2.1")
            robots = Exchange(
                url.rpartition("/")[0] + "/robots.txt", (("User-Agent", "x"),), "HTTP/1.1", 200, "OK", (), b"x"
            )
            return Fetched(url, 200, headers, html, (), (robots, page))

    return write_warc(capture(target_for(url), now=AT, fetcher=Site()))


def wacz(html: bytes, url: str) -> bytes:
    packed = warc(html, url)
    resources = [{"path": "archive/data.warc.gz", "hash": f"sha256:{hashlib.sha256(packed).hexdigest()}"}]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("archive/data.warc.gz", packed)
        archive.writestr("pages/pages.jsonl", json.dumps({"url": url}) + "\n")
        archive.writestr("datapackage.json", json.dumps({"resources": resources}))
    return out.getvalue()


def webarchive(html: bytes, url: str) -> bytes:
    main = {"WebResourceData": html, "WebResourceURL": url, "WebResourceMIMEType": "text/html"}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def complete(html: bytes, url: str) -> bytes:
    """As Chrome saves it: a comment behind the doctype."""
    comment = f"\n<!-- saved from url=({len(url):04d}){url} -->\n".encode()
    head, doctype, rest = html.partition(b">")
    return head + doctype + comment + rest


FORMATS: dict[str, Callable[[bytes, str], bytes]] = {
    "story.html": lambda html, url: html,
    "story.html.gz": lambda html, url: gzip.compress(html, mtime=0),
    "complete.html": complete,
    "story.mhtml": lambda html, url: mhtml(html, "base64").replace(b"https://news.example/story?id=7", url.encode()),
    "story.webarchive": webarchive,
    "story.warc.gz": warc,
    "story.warc": lambda html, url: gzip.decompress(warc(html, url)),
    "story.wacz": wacz,
}
"""File name → what makes the file of a page and its address."""
KEEP_THE_ADDRESS = frozenset(FORMATS) - {"story.html", "story.html.gz"}


def written(folder: Path, name: str, html: bytes, url: str) -> Path:
    """The page, saved under `name` in `folder`."""
    path = folder / name
    path.write_bytes(FORMATS[name](html, url))
    return path


def printed(browser: Any, page: Path, into: Path, *, tagged: bool) -> Path:
    """The page as Chromium prints it, structure declared or not."""
    tab = browser.new_context(java_script_enabled=False, offline=True).new_page()
    tab.goto(page.resolve().as_uri(), wait_until="domcontentloaded")
    tab.pdf(path=str(into), tagged=tagged)
    tab.close()
    return into


def snapshot(browser: Any, page: Path, into: Path) -> Path:
    """The page as Chromium saves it in one file (MHTML)."""
    context = browser.new_context(java_script_enabled=False, offline=True)
    tab = context.new_page()
    tab.goto(page.resolve().as_uri(), wait_until="domcontentloaded")
    into.write_bytes(context.new_cdp_session(tab).send("Page.captureSnapshot", {"format": "mhtml"})["data"].encode())
    tab.close()
    return into
