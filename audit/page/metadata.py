"""The page's own data: headline, standfirst, bylines, dateline, dates, section, language, publisher, each with its place.

What the text shows comes first as evidence (a span); what the markup declares stands beside it. Nothing is guessed: a
fact that neither shows is absent.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from audit.model import Block, Declared, Evidence, Fact, Mark, Markup, Quoted
from audit.page import bylines, datelines

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARED = {
    "headline": "headline", "dateline": "dateline", "published": "published", "modified": "modified",
    "section": "section", "site-name": "publisher", "publisher": "publisher", "description": "standfirst",
}  # fmt: skip


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


def facts(
    text: str, blocks: Sequence[Block], declared: Sequence[Declared], marks: Sequence[Mark], code: str | None
) -> tuple[Fact, ...]:
    """Every fact found, those of the text before those of the markup."""
    found = [*_from_text(text, blocks, marks), *bylines.declared(declared)]
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


def _from_text(text: str, blocks: Sequence[Block], marks: Sequence[Mark]) -> Iterator[Fact]:
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
    first = headline[0] if headline else None
    below = first.start if first else 0
    yield from bylines.shown(text, blocks, first)
    span = datelines.of_text(text, blocks, marks, below)
    if span is not None:
        yield Fact("dateline", text[span[0] : span[1]], _quoted(text, *span))


def _quoted(text: str, start: int, end: int) -> Evidence:
    return Quoted(start, end, text[start:end])
