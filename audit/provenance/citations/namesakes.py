"""Names of the lexicon that mean something else on this page: a person's surname, a part of a longer name.

`Bloomberg` on a page about Michael R. Bloomberg is the man; the `Review` of "the Spokesman-Review" and the `Journal` of
"The Journal of Nutrition" are other papers than those of that name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from audit.lexicon import outlets, speech
from audit.provenance.outlet_names import ARTICLES

_FULL_NAME = re.compile(
    r"\b([^\W\d_]{3,20}+)(?:[ \xa0][^\W\d_]\.){0,2}[ \xa0]([^\W\d_]{3,20}+)\b(?![ \xa0](?:News|Radio|TV|Magazine)\b)"
)
_BEFORE = re.compile(r"(?:[^\W\d_][-‑]|\b[^\W\d_][\w’'.&-]{0,30}[ \xa0])\Z")
_AFTER = re.compile(r"[ \xa0](?:of|for)[ \xa0](?:the[ \xa0])?[^\W\d_]")
_NOUNS_ARE_LARGE = frozenset({"de", "lb"})


def without_namesakes(text: str, mentions: Sequence[outlets.Mention], language: str | None) -> list[outlets.Mention]:
    """The mentions that are no person whom `text` names in full and no part of a longer name, in their order."""
    return [
        m
        for m in mentions
        if not _a_surname(text, text[m.start : m.end])
        and (m.certain or not _part_of_a_longer_name(text, m, (language or "")[:2]))
    ]


def _a_surname(text: str, name: str) -> bool:
    """Whether a name is the surname of somebody in the text, which is searched for people only where one may be."""
    return name.isalpha() and name.casefold() in _surnames(text)


@lru_cache(maxsize=1)
def _surnames(text: str) -> frozenset[str]:
    """The last names, lower case, of people whom `text` names in full, known by their given names."""
    given = speech.forms("names", "given")
    return frozenset(
        last.casefold()
        for first, last in _FULL_NAME.findall(text)
        if first[0].isupper() and last[0].isupper() and first.casefold() in given
    )


def _part_of_a_longer_name(text: str, mention: outlets.Mention, language: str) -> bool:
    after = _AFTER.match(text, mention.end, mention.end + 12)
    if after and after.group()[-1].isupper():
        return True
    before = _BEFORE.search(text[max(0, mention.start - 34) : mention.start])
    if before is None:
        return False
    word = before.group()
    if not word[-1].isspace():
        return True  # hyphenated
    words = text[mention.start : mention.end].split()
    led = len(words) > 1 and words[0].istitle() and words[0].lower() in ARTICLES
    return (
        not led
        and language not in _NOUNS_ARE_LARGE
        and word[0].isupper()
        and not _opens_a_sentence(text, mention, word)
    )


def _opens_a_sentence(text: str, mention: outlets.Mention, word: str) -> bool:
    start = mention.start - len(word)
    return (
        start == 0
        or text[:start].rstrip(' \xa0"“«(')[-1:] in (".", "!", "?", "\n", "…", ":")
        or text[start - 1] == "\n"
    )
