"""Captions that the markup does not tell from paragraphs: a few words that end in the credit of a picture."""

from __future__ import annotations

import re

LONGEST = 320
"""Characters of a caption."""
SAID = 180
"""Characters before the credit: beyond them it stands under a paragraph of the story."""
_TAIL = 110
"""Characters at its end in which the credit stands."""
_WORD = (
    r"(?:photo(?:graph)?s?|picture|image|illustration|foto(?:s|grafie|grafía|grafia)?|bild(?:er|quelle|nachweis)?|fot\.?|"
    r"kuva|beeld|credits?|crédits?|(?:crédit|photo|image|picture) (?:photo|credit)|créditos?|"
    r"zdroj foto|sursa foto|foto sursa|fotó|фото|снимка|світлина|φωτ\.?|φωτογραφία|fotoğraf|صورة|تصوير|צילום)"
)
_NAME = r"[^\W\d_a-zß-öø-ÿ©][\w.’'\-]*"
_CREDIT = re.compile(
    rf"(?:^|[\s(\[|.–—-])(?i:{_WORD})(?i: by| courtesy of| courtesy| via| von| de| di| par| av)? ?[:：/©=]? ?(?:© ?)?"
    rf"(?P<who>{_NAME}(?: ?[/|,&·–-] ?{_NAME}| (?:de|del|della|da|di|van|von|der|den|via|for|für|the|of|y|und|and|et|e) {_NAME}"
    rf"| {_NAME}){{0,6}})[)\]]?\.?$"
)
_TELLING = (
    "phot", "pict", "imag", "illus", "foto", "bild", "fot.", "kuva", "beeld", "cred", "créd", "фото", "снимк", "світл", "φωτ",
    "صورة", "تصوير", "צילום",
)  # fmt: skip
"""Beginnings of the words, for a look that costs little."""
_MARKED = re.compile(r"(?i:\bby|courtesy|via|von|par)\b|[:：/©=]")
_EAST = re.compile(
    r"(?:图源|圖源|图片来源|圖片來源|图片|圖片|图|圖"
    r"|摄影|攝影|写真提供|写真|撮影|사진 ?제공|사진)\s?[:：=／/]\s?[^。．.!！?？]{2,30}[)）]?$"
)


def is_caption(text: str) -> bool:
    """True for a short text that ends in a picture's credit: “The old quay. Photo: Mia Holt/AFP”."""
    if len(text) > LONGEST:
        return False
    tail = text[-_TAIL:]
    lower = tail.lower()
    if not any(word in lower for word in _TELLING):
        return _EAST.search(tail) is not None and len(text) <= SAID
    found = _CREDIT.search(tail)
    if found is None or len(text) - len(tail) + found.start() > SAID:
        return False
    # "photo" and a name with nothing between them may be a sentence's end
    return _MARKED.search(tail[found.start() : found.start("who")]) is not None
