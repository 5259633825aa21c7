"""Traces: republishing counters, C2PA text manifests, feed sources, and the host that the page's links point to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from audit.model import Declared

if TYPE_CHECKING:
    from lxml.etree import _Element

COUNTERS: tuple[tuple[str, str], ...] = (
    ("counter.theconversation.", "The Conversation"), ("pixel.propublica.org", "ProPublica"),
    ("propublica.org/pixel", "ProPublica"), ("kffhealthnews.org/?republication-pixel", "KFF Health News"),
    ("khn.org/?republication-pixel", "KFF Health News"), ("grist.org/?republication-pixel", "Grist"),
    ("insideclimatenews.org/?republication-pixel", "Inside Climate News"), ("republication-pixel", ""),
    ("republication-tracker", ""), ("statesnewsroom", "States Newsroom"), ("stateline.org/wp-content/republication", "Stateline"),
    ("360info.org/wp-json", "360info"), ("api.rferl.org", "Radio Free Europe/Radio Liberty"),
    ("tracker.mongabay", "Mongabay"), ("counter.opendemocracy", "openDemocracy"),
    ("texastribune.org/republish", "The Texas Tribune"),
    ("themarshallproject.org/pixel", "The Marshall Project"), ("calmatters.org/?republication", "CalMatters"),
    ("rss.app.ap.org", "Associated Press"), ("track.newscred", ""), ("cdn.newscred.com", ""),
)  # fmt: skip
"""Parts of the address of a counting picture or script, and whose it is; an empty name is read from the host."""
_HOST = re.compile(r"https?://([^/?#\s:]+)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?:)?//[^\s\"'<>]{4,600}", re.IGNORECASE)
_SAVED = re.compile(
    r"<!--[^>]{0,80}?(?:saved from url=\(\d+\)|mirrored from |archived from )\s*([^\s>]{6,300})", re.IGNORECASE
)
TOP = 8_000
_MAGIC = b"C2PATXT\0"
_SELECTORS = re.compile("\ufeff([\ufe00-\ufe0f\U000e0100-\U000e01ef]{13,})")
MOST_LINKS = 3_000
_ELSEWHERE = (
    "facebook.", "twitter.", "x.com", "instagram.", "youtube.", "linkedin.", "pinterest.", "google.", "apple.", "whatsapp.",
    "t.me", "telegram.", "reddit.", "tumblr.", "wordpress.", "flickr.", "youtu.be", "addthis.", "disqus.", "creativecommons.",
    "wa.me", "taboola.", "outbrain.", "doubleclick.", "amazon.", "microsoft.com", "tiktok.", "weibo.", "vk.com", "threads.net",
    "flipboard.", "bit.ly", "spotify.", "vimeo.", "messenger.", "gravatar.", "w3.org", "schema.org", "bsky.app", "digg.com",
    "delicious.", "stumbleupon.", "xing.", "getpocket.", "mastodon", "web.archive.org", "dailymotion.",
)  # fmt: skip


def traces(tree: _Element, html: str | None = None) -> Iterator[Declared]:
    """What betrays where a page and its text come from; `html` is what the tree was parsed from, where at hand."""
    yield from _counters(tree)
    yield from _links(tree)
    yield from _mirrored(html or "")
    if html is None or "\ufeff" in html:
        yield from _c2pa(tree)
    items = list(tree.iter("item"))
    if len(items) == 1:
        for element in items[0].iter("source"):
            if element.get("url"):
                yield Declared(
                    "provider", "".join(map(str, element.itertext())) or element.get("url", ""), "rss:item/source"
                )


def _counters(tree: _Element) -> Iterator[Declared]:
    """Pictures and scripts by which newsrooms count the copies of their stories."""
    for element in tree.iter("img", "script", "iframe", "noscript"):
        source = element.get("src") or element.get("data-src") or _in_noscript(element)
        if "theconversation" in source or "pixel" in source or "republi" in source:
            low = source.lower()
        elif source.startswith(("https://rss.app", "https://track")):
            low = source
        else:
            continue
        for part, owner in COUNTERS:
            if part in low:
                host = _HOST.search(source)
                yield Declared(
                    "republish-counter", owner or (host.group(1) if host else source), f"{element.tag}[src*={part}]"
                )
                if address := _ADDRESS.search(source[:2_000]):
                    yield Declared("counter-address", address.group(), f"{element.tag}[src*={part}]")
                break


def _in_noscript(element: _Element) -> str:
    """The beginning of a `<noscript>` that has a picture in it."""
    text = (element.text or "")[:2_000] if element.tag == "noscript" else ""
    return text if "<img" in text else ""


def _links(tree: _Element) -> Iterator[Declared]:
    """The host that most absolute links name: the site itself, on a page that was saved without its address."""
    absolute = [href for href in _hrefs()(tree) if href.startswith(("http", "//", "HTTP"))]
    hosts = Counter(map(_host, absolute[:MOST_LINKS]))
    own = (
        (host, n) for host, n in hosts.most_common(12) if "." in host and not any(part in host for part in _ELSEWHERE)
    )
    for (host, count), _ in zip(own, range(3), strict=False):
        if count >= 3:
            yield Declared("link-host", f"{host} {count}", "a[href]")


@cache
def _hrefs() -> Any:
    from lxml.etree import XPath

    return XPath("//a/@href", smart_strings=False)


@lru_cache(maxsize=1024)
def _host(href: str) -> str:
    return href.partition("//")[2].partition("/")[0].partition("?")[0].lower().rsplit("@", 1)[-1].partition(":")[0]


def _mirrored(html: str) -> Iterator[Declared]:
    """A program that saves or mirrors a page writes its address into a comment near the top."""
    found = _SAVED.search(html, 0, TOP)
    if found:
        value = found.group(1)
        yield Declared("saved-from", value if "//" in value else f"http://{value}", "comment")


def _c2pa(tree: _Element) -> Iterator[Declared]:
    """The C2PA wrapper for text: U+FEFF and variation selectors that spell bytes, after a magic number."""
    from lxml.etree import tostring

    text = tostring(tree, method="text", encoding="utf-8").decode()
    for found in _SELECTORS.finditer(text) if "\ufeff" in text else ():
        content = bytes(code - 0xFE00 if code < 0xFE10 else code - 0xE0100 + 16 for code in map(ord, found.group(1)))
        if content.startswith(_MAGIC):
            yield Declared("c2pa-text", f"manifest store of {int.from_bytes(content[9:13], 'big')} bytes", "text")
