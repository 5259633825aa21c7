"""How many a source phrase stands for."""

from __future__ import annotations

from typing import Literal

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading.tokens import Reading

Article = Literal["definite", "indefinite", "possessive", "quantified", "none"]
QUANTIFIERS = word_set(
    """
    some many several most few all both no any each two three four five six seven eight nine ten dozens various
    other another one
    """
)
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "wives": "wife"}


def singular(noun: str) -> str:
    """A noun's singular, roughly: enough to tell that `officials` and `official` are one head."""
    known = _IRREGULAR.get(noun)
    if known is not None:
        return known
    if noun.endswith("men") and len(noun) > 4:
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def is_plural(reading: Reading, start: int, stop: int, head: str, article: Article) -> bool:
    """Whether the words at `start` to `stop`, with that head and article, stand for several."""
    if article == "indefinite" and not any(
        reading.lows[i] == "and" and reading.lows[i + 1] in ("a", "an", "another") for i in range(start, stop - 1)
    ):
        return False
    last = head.split()[-1] if head else ""
    if last in (
        "people",
        "men",
        "women",
        "police",
        "many",
        "some",
        "those",
        "others",
        "few",
        "most",
        "several",
        "both",
        "media",
        "spokespeople",
        "staff",
        "family",
        "couple",
        "crowd",
    ):
        return True
    joined = any(reading.lows[i] == "and" for i in range(start, stop))
    if any(
        reading.lows[i] == "and"
        and (reading.lows[i + 1] in ("a", "an", "the", "another") or reading.lows[i + 1] in QUANTIFIERS)
        for i in range(start, stop - 1)
    ):
        return True  # `two shipping sources and a port official`
    if last.endswith(("men", "folk", "people")):
        return True
    return (last.endswith("s") and not last.endswith("ss")) or (not head and joined)
