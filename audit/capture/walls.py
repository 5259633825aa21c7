"""Pages that stand in an article's place: bot walls, consent walls, empty shells for scripts, "not found" with status 200.

Judged by the bytes and the exchange alone. Such a page is short, so everything but a title that says it does not exist
counts only where there is hardly any text: a publisher's article about robots stays an article.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import msgspec

from audit.model import Capture, Frozen

Kind = Literal["bot", "consent", "script", "missing"]
_REASON: dict[Kind, str] = {
    "bot": "the site answered with a check for robots in place of the article",
    "consent": "the site answered with a page that asks for consent in place of the article",
    "script": "the page is empty without its scripts, which are not run",
    "missing": "the site says that the page does not exist, although it answered with success",
}
HINT = "save the page from a browser, and audit the file with --url"
_SHORT: dict[str, int] = {
    "title": 3_000,
    "markup": 300,
    "text": 3_000,
    "header": 3_000,
    "text-or-noscript": 300,
    "root": 40,
}
"""Characters of visible text up to which a row of that place counts."""
_WINDOW = 2_000_000
_ENOUGH = 3_001
_HIDDEN = frozenset(
    {"script", "style", "template", "svg", "noscript", "title", "textarea", "select", "iframe", "object"}
)
_NAME = re.compile(r"/?[a-z][a-z0-9-]{0,30}")
_SEPARATOR = re.compile(r"\s+[|–—·•:»-]\s+|\s*[|:]\s*")
_LOWER = {c: c + 32 for c in range(ord("A"), ord("Z") + 1)}


class Row(Frozen, frozen=True):
    """One sort of wall: any of the words `any`, in lower case, at the place `where`."""

    id: str
    kind: Kind
    where: str
    any: tuple[str, ...]
    langs: tuple[str, ...]
    note: str
    positive: tuple[str, ...]
    near_miss: tuple[str, ...]


class Outline(Frozen, frozen=True):
    """What is seen of a page at a glance; `text` ends after some thousand characters."""

    title: str
    text: str
    noscript: str
    scripts: int


@cache
def rows() -> tuple[Row, ...]:
    """All rows, in the order in which they are asked."""
    lines = (Path(__file__).parent / "walls.jsonl").read_bytes().splitlines()
    decoder = msgspec.json.Decoder(Row)
    return tuple(decoder.decode(line) for line in lines if line.strip())


def wall(capture: Capture) -> str | None:
    """Why this capture is not the article, in words; None where nothing speaks against it."""
    if sent_home(capture):
        return "the address leads to the site's front page: the article is no longer there"
    if capture.record.medium != "html":
        return None
    seen = outline(capture.text)
    headers = capture.exchanges[-1].headers if capture.exchanges else capture.record.headers
    said = "\n".join(f"{name}: {value}" for name, value in headers).lower()
    host = urlsplit(capture.record.url or "").hostname or ""
    for row in rows():
        if matches(row, seen, capture.text, said, host):
            return _REASON[row.kind]
    return None


def sent_home(capture: Capture) -> bool:
    """True where redirects lead from an article's address to the front page of the site."""
    if not capture.record.redirects or capture.record.url is None:
        return False
    asked, came = urlsplit(capture.record.redirects[0].url), urlsplit(capture.record.url)
    deep = len(asked.path.strip("/")) > 20 or asked.path.strip("/").count("/") > 0
    return deep and came.path in ("", "/") and not came.query


def matches(row: Row, seen: Outline, html: str, headers: str, host: str) -> bool:
    """True where `row` speaks of the page."""
    length = len(seen.text)
    if length > _SHORT.get(row.where, _ENOUGH):
        return False
    if row.where == "host":
        return host.lower().startswith(row.any)
    if row.where == "title-part":
        return any(part in row.any for part in (_folded(p) for p in _SEPARATOR.split(seen.title)))
    if row.where == "root" and not seen.scripts:
        return False
    places = {
        "title": _folded(seen.title),
        "text": _folded(seen.text),
        "text-or-noscript": _folded(f"{seen.text} {seen.noscript}"),
        "header": headers,
    }
    place = places[row.where] if row.where in places else html[:_WINDOW].lower()
    return any(words in place for words in row.any)


def outline(html: str) -> Outline:
    """The page at a glance, in one pass over at most 2 MB; reading ends once there is text enough for an article."""
    html = html[:_WINDOW]
    low = html.lower()
    if len(low) != len(html):
        low = html.translate(_LOWER)  # some capitals become two characters; positions must hold
    title, noscript = "", ""
    text: list[str] = []
    length = scripts = at = 0
    while length < _ENOUGH:
        opens = low.find("<", at)
        if piece := " ".join(html[at : opens if opens >= 0 else len(html)].split()):
            text.append(piece)
            length += len(piece) + 1
        if opens < 0:
            break
        if low.startswith("<!--", opens):
            at = _after(low, "-->", opens + 4)
            continue
        name = _NAME.match(low, opens + 1)
        closes = low.find(">", opens)
        if closes < 0:
            break
        at = closes + 1
        if name is None or name[0] not in _HIDDEN:
            continue
        end = low.find(f"</{name[0]}", at)
        inner = html[at : end if end >= 0 else len(html)]
        if name[0] == "title" and not title:
            title = " ".join(inner[:1_000].split())
        elif name[0] == "noscript":
            noscript += " " + inner[:1_000]
        elif name[0] == "script":
            scripts += 1
        at = end if end >= 0 else len(html)
    return Outline(title, " ".join(text)[:_ENOUGH], noscript[:5_000], scripts)


def _after(text: str, mark: str, start: int) -> int:
    found = text.find(mark, start)
    return found + len(mark) if found >= 0 else len(text)


def _folded(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").replace("&#39;", "'").replace("&#x27;", "'").split())
