"""The page's own data: headline, standfirst, bylines, dateline, dates, section, language, publisher, each with its place.

What the text shows comes first as evidence (a span); what the markup declares stands beside it. Nothing is guessed: a
fact that neither shows is absent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from audit.model import Block, Declared, Evidence, Fact, Markup, Quoted
from audit.page.wrapper_words import without_opening

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARED = {
    "headline": "headline", "author": "byline", "dateline": "dateline", "published": "published", "modified": "modified",
    "section": "section", "site-name": "publisher", "publisher": "publisher", "description": "standfirst",
}  # fmt: skip
_DATE_ONLY = re.compile(r"^[\W\d]*$")
# A place in capitals or title case, up to four words, an agency or a date between, then a dash: at most 90 characters.
_DATELINE = re.compile(
    r"^\s*(?P<place>[A-ZÀ-ÞĀ-ŽА-ЯЁІЇЄ][\w.'’/-]{1,24}(?:[ ,]{1,2}[\w.'’/-]{1,20}){0,5}?)"
    r"(?P<middle>\s?,?\s?(?:\([^()\n]{2,40}\)|/[^/\n]{2,24}/)?[^.!?\n—–-]{0,24}?)\s?(?P<dash>--|[—–:]|-(?=\s))\s?"
)
_AGENCY_DATELINE = re.compile(r"\([A-ZÀ-Þ][^()\n]{1,40}\)|/[A-ZА-Я][^/\n]{1,24}/")


def said_language(root: _Element | None) -> str | None:
    """The language code that the markup gives for the page."""
    if root is None:
        return None
    html = next(root.iter("html"), root)
    said = html.get("lang") or html.get("{http://www.w3.org/XML/1998/namespace}lang") or html.get("xml:lang")
    if said:
        return said
    for meta in root.iter("meta"):
        if (meta.get("http-equiv") or meta.get("name") or "").lower() in (
            "content-language",
            "language",
            "dc.language",
        ):
            return meta.get("content")
    return None


def facts(text: str, blocks: Sequence[Block], declared: Sequence[Declared], code: str | None) -> tuple[Fact, ...]:
    """Every fact found, those of the text before those of the markup."""
    found = [*_from_text(text, blocks)]
    for said in declared:
        name = _DECLARED.get(said.name)
        if name is not None and said.value.strip():
            found.append(Fact(name, said.value.strip(), Markup(said.place, said.value)))
    if code is not None:
        place = next((d.place for d in declared if d.name == "language"), None)
        found.append(Fact("language", code, Markup(place or "text", code)))
    return tuple(dict.fromkeys(found))


def first(found: Sequence[Fact], name: str) -> str | None:
    """The value of the first fact of that name."""
    return next((fact.value for fact in found if fact.name == name), None)


def _from_text(text: str, blocks: Sequence[Block]) -> Iterator[Fact]:
    headline = [b for b in blocks if b.label == "headline"]
    if headline:
        start, end = headline[0].start, headline[0].end
        for block in headline[1:]:
            if block.path != headline[0].path:
                break
            end = block.end
        words = " ".join(text[start:end].split())
        yield Fact("headline", words, _quoted(text, start, end))
    for block in blocks:
        if block.label == "standfirst":
            yield Fact("standfirst", text[block.start : block.end], _quoted(text, block.start, block.end))
    first_body = next((b for b in blocks if b.label in ("dateline", "body")), None)
    for block in _byline_blocks(blocks, headline, first_body):
        words = text[block.start : block.end]
        name = without_opening(words, "byline")
        if 2 <= len(name) <= 120 and not _DATE_ONLY.match(name):
            yield Fact("byline", name, _quoted(text, block.start, block.end))
    if first_body is not None:
        for block in blocks:
            if block.label in ("dateline", "body", "standfirst") and block.start >= first_body.start:
                span = dateline(text, block.start, block.end)
                if span is not None:
                    yield Fact("dateline", text[span[0] : span[1]].strip(" -–—:"), _quoted(text, *span))
                if block.label != "standfirst":
                    break


def _byline_blocks(blocks: Sequence[Block], headline: Sequence[Block], body: Block | None) -> Iterator[Block]:
    """Byline blocks near the head of the article: between a little above the headline and the end of the text."""
    start = headline[0].start - 400 if headline else 0
    end = body.start if body else 1 << 60
    for block in blocks:
        if block.signs and start <= block.start <= end:
            yield block


def dateline(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the dateline that opens the block at `start`: `BERLIN (dpa) -`, `KYIV, May 3 —`; None where none does.

    The place is in capitals, or an agency in brackets or slashes follows it.
    """
    opening = text[start : min(end, start + 100)]
    found = _DATELINE.match(opening)
    if found is None:
        return None
    place = found["place"].split(",")[0].strip()
    letters = [c for c in place if c.isalpha()]
    capitals = sum(c.isupper() for c in letters) >= 0.7 * len(letters) and len(letters) >= 3
    if not capitals and not _AGENCY_DATELINE.search(found.group()):
        return None
    if found["dash"] == ":" and not _AGENCY_DATELINE.search(found.group()):
        return None
    return start + len(opening) - len(opening.lstrip()), start + found.end()


def _quoted(text: str, start: int, end: int) -> Evidence:
    return Quoted(start, end, text[start:end])
