"""Words as they are looked up: lower case, one spelling of the apostrophe, no marks that a writer may leave out."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_FOLDED = {ord("’"): "'", **dict.fromkeys((0xAD, 0x200D, 0x670, 0x640, *range(0x64B, 0x653)))}

_DOTTED = "i\u0307"
"""What the Turkish capital with a dot becomes in lower case."""


@lru_cache(maxsize=65_536)
def fold(word: str) -> str:
    """Lower case, without soft hyphens and without the vowel marks that Arabic may leave out."""
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFC", word.lower().translate(_FOLDED)).replace(_DOTTED, "i")
