"""Folded copies of a text: what patterns run on, with the way back to the text as captured.

Case, quotation marks, dashes, kinds of space, full-width and Arabic letter forms are folded one code point for one.
Marks that only change how a word looks (soft hyphen, zero-width joiners, Arabic vowel signs, tatweel, byte-order mark,
variation selectors) are left out of the copy; only then are their places kept. The text itself is never
changed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from audit.model import Span

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\u000b\u000c\u0085"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u2501\ufe58\ufe63\uff0d\u05be"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u275d\u275e\uff02\u05f4"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u2039\u203a\u02bc\u0060\u00b4\uff07\u05f3"
_ARABIC = dict(zip("أإآٱىیېکۀہھةۃ", "اااايييكههههه", strict=True))
_INVISIBLE = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u061c\u0640"
    "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
)


def _table() -> dict[str, str]:
    table = dict.fromkeys(_SPACES, " ")
    table |= dict.fromkeys(_DASHES, "-")
    table |= dict.fromkeys(_DOUBLE_QUOTES, '"')
    table |= dict.fromkeys(_SINGLE_QUOTES, "'")
    table |= _ARABIC
    table |= {chr(code + 0xFEE0): chr(code).lower() for code in range(0x21, 0x7F) if chr(code) not in "\"'-"}
    table |= {
        "\u3010": "[",
        "\u3011": "]",
        "\u3014": "[",
        "\u3015": "]",
        "\u300c": '"',
        "\u300d": '"',
        "\u2044": "/",
        "\u24d2": "©",
        "\u24b8": "©",
        "\u4e28": "|",
        "\u2026": ".",
    }
    return table


FOLDED = _table()
"""Each folded code point and what it becomes."""
HIDDEN = frozenset(_INVISIBLE) | {chr(code) for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))}
"""Code points that folding leaves out."""


_TABLE = str.maketrans({**FOLDED, "İ": "I", **dict.fromkeys(HIDDEN)})
_ASCII = bytes(range(0x80))
_ONLY_LOWERED = bytes(code for code in _ASCII if chr(code) in "\n" or (0x20 <= code < 0x7F and code != 0x60))
"""Characters of ASCII that folding lowers at most."""
_WORDS = 200
"""Characters of a text that is folded faster character by character than by looking for each folded code point."""


class Folded:
    """A folded copy; `origin(i)` is where its code point `i` stands in the text it was made from."""

    __slots__ = ("_dropped", "_gaps", "cased", "text")

    def __init__(self, text: str) -> None:
        # "İ" is the one letter that grows when lowered.
        cased = text.replace("İ", "I")
        present = set(_without(cased, _ONLY_LOWERED))
        for char in present & FOLDED.keys():
            cased = cased.replace(char, FOLDED[char])
        self._dropped: list[int] = []
        """Where the code points stood that were left out, in the text as captured."""
        self._gaps: list[int] = []
        """Where each of them would stand in the copy."""
        if hidden := present & HIDDEN:
            self._dropped = sorted(at for char in hidden for at in _places(cased, char))
            self._gaps = [at - i for i, at in enumerate(self._dropped)]
            for char in hidden:
                cased = cased.replace(char, "")
        self.cased = cased
        """The copy with its capitals."""
        self.text = cased.lower()

    def origin(self, offset: int) -> int:
        """The offset in the text as captured of offset `offset` of the copy, for the first code point of a match."""
        if not self._gaps:
            return offset
        if offset >= len(self.text):
            return self.origin(len(self.text) - 1) + 1 if self.text else 0
        return offset + bisect_right(self._gaps, offset)

    def origin_end(self, offset: int) -> int:
        """The same for the end of a match: just behind its last code point."""
        return self.origin(offset - 1) + 1 if self._gaps and offset else offset

    def bounds(self, spans: Sequence[Span]) -> list[tuple[int, int]]:
        """Where spans of the text as captured lie in the copy."""
        if not self._dropped:
            return [(span.start, span.end) for span in spans]
        return [(self.offset(span.start), self.offset(span.end)) for span in spans]

    def offset(self, origin: int) -> int:
        """The offset in the copy of the first kept code point at or behind `origin`."""
        return origin - bisect_left(self._dropped, origin) if self._dropped else origin


def beyond_ascii(text: str) -> str:
    """The code points of a text that are no ASCII, in order."""
    return _without(text, _ASCII)


def _without(text: str, left_out: bytes) -> str:
    """A text without some characters of ASCII, by way of its bytes: a class of `re` takes several times as long."""
    return text.encode("utf-8", "surrogatepass").translate(None, left_out).decode("utf-8", "surrogatepass")


def _places(text: str, char: str) -> Iterator[int]:
    at = text.find(char)
    while at >= 0:
        yield at
        at = text.find(char, at + 1)


def fold(text: str) -> str:
    """The folded copy alone."""
    if len(text) > _WORDS:
        return Folded(text).text
    return (text if text.isascii() and text.isprintable() and "`" not in text else text.translate(_TABLE)).lower()
