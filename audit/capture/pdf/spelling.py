"""Glyphs as words: spaces where they stood, broken words joined, links around what they were printed on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

from audit.capture.pdf.glyphs import HYPHEN, Glyph


class Words(NamedTuple):
    """A text: as HTML with its links, and plain."""

    html: str
    plain: str


Pieces = list[tuple[str, str]]
"""Characters, each with the address that it leads to or ""."""


def spelled(glyphs: Sequence[Glyph], onto: Pieces, *, first: bool = True) -> None:
    """Write `glyphs` of one line behind the pieces `onto`; `first`: the line begins with them."""
    for place, glyph in enumerate(glyphs):
        begins = first and place == 0
        broken = begins and bool(onto) and onto[-1][0] == HYPHEN
        if glyph.space or (begins and not broken):
            onto.append((" ", glyph.href if onto and onto[-1][1] == glyph.href else ""))
        onto.append((glyph.text, glyph.href))


def worded(pieces: Iterable[tuple[str, str]], hyphen: str) -> Words:
    """The text of `pieces`; `hyphen` stands where a word was broken between lines."""
    html: list[str] = []
    plain: list[str] = []
    at = ""
    for character, href in pieces:
        text = hyphen if character == HYPHEN else character
        if href != at:
            html.append(("</a>" if at else "") + (f'<a href="{escape(href)}">' if href else ""))
            at = href
        html.append(escape(text, quote=False))
        plain.append(text)
    return Words("".join(html) + ("</a>" if at else ""), "".join(plain))
