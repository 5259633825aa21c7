"""Captions that the markup does not tell from paragraphs: a few words that end in the credit of a picture."""

from __future__ import annotations

import re
from functools import cache

from audit.lexicon.word_sets import alternatives, words_of

LONGEST = 320
"""Characters of a caption."""
SAID = 180
"""Characters before the credit: beyond them it stands under a paragraph of the story."""
_TAIL = 110
"""Characters at its end in which the credit stands."""
_NAME = r"[^\W\d_a-zß-öø-ÿ©][\w.’'\-]*"
_OWNED = re.compile(rf"[.!?…)”\"»] ?\(?© ?{_NAME}(?:[ /&,]+{_NAME}){{0,4}}\)?\.?$")
"""A sentence and who owns the picture: “… in the morning. © Ferry Post”."""
_MARKED = re.compile(r"(?i:\bby|courtesy|via|von|par)\b|[:：/©=]")


@cache
def _credit() -> re.Pattern[str]:
    joined = r"(?:de|del|della|da|di|van|von|der|den|via|for|für|the|of|y|und|and|et|e)"
    return re.compile(
        rf"(?:^|[\s(\[|.–—-])(?i:{alternatives('picture-credit')})(?i: by| courtesy of| courtesy| via| von| de| di| par| av)?"
        rf" ?[:：/©=]? ?(?:© ?)?(?P<who>{_NAME}(?: ?[/|,&·–-] ?{_NAME}| {joined} {_NAME}| {_NAME}){{0,6}})[)\]]?\.?$"
    )


@cache
def _credit_of_the_east() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('picture-credit-east')})\s?[:：=／/]\s?[^。．.!！?？]{{2,30}}[)）]?$")


def is_caption(text: str) -> bool:
    """True for a short text that ends in a picture's credit: “The old quay. Photo: Mia Holt/AFP”."""
    if len(text) > LONGEST:
        return False
    tail = text[-_TAIL:]
    if len(text) <= SAID and _OWNED.search(tail) is not None:
        return True
    lower = tail.lower()
    if not any(word in lower for word in words_of("picture-credit")):
        return (
            len(text) <= SAID
            and any(word in tail for word in words_of("picture-credit-east"))
            and _credit_of_the_east().search(tail) is not None
        )
    found = _credit().search(tail)
    if found is None or len(text) - len(tail) + found.start() > SAID:
        return False
    # "photo" and a name with nothing between them may be a sentence's end
    return _MARKED.search(tail[found.start() : found.start("who")]) is not None
