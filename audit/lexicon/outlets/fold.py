"""Folding for name lookup: the same length wherever possible, and offsets that go back where it is not.

Folded are typographic apostrophes, dashes and spaces, full-width letters, and the letters that Arabic, Persian and
Urdu keyboards write differently. Characters that carry no letter (soft hyphen, joiners, direction marks, Arabic vowel
signs, tatweel) are left out; only then does the folded copy get shorter and need a map.
"""

from __future__ import annotations

import re

_SAME_LENGTH = {
    **{ord(c): "'" for c in "’‘ʼ‛′`´"},
    **{ord(c): "-" for c in "‐‑‒–—−"},
    **{ord(c): " " for c in "\u00a0\u2007\u2009\u200a\u202f\u3000\t\n\r"},
    **{c: chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)},
    **{ord(c): "ا" for c in "أإآٱ"},
    **{ord(c): "ي" for c in "یىې"},
    ord("ک"): "ك",
    ord("ہ"): "ه",
    ord("ھ"): "ه",
    ord("ۀ"): "ه",
    ord("İ"): "I",
}
_SILENT = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u0640\u064b-\u065f\u0670]")


def fold(text: str) -> tuple[str, list[int] | None]:
    """`text` folded, and for each folded character its offset in `text` (None where the two run in step)."""
    if _SILENT.search(text) is None:
        return text.translate(_SAME_LENGTH), None
    kept = [i for i, c in enumerate(text) if not _SILENT.match(c)]
    return "".join([text[i] for i in kept]).translate(_SAME_LENGTH), kept


def fold_name(name: str) -> str:
    """A name as the index keys it: folded, runs of spaces made one, outer spaces gone."""
    return " ".join(fold(name)[0].split())


def lower(folded: str) -> str:
    """Lower case of the same length (the few characters that grow when lowered stay as they are)."""
    low = folded.lower()
    return low if len(low) == len(folded) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)
