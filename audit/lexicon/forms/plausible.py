"""Whether the words in a slot can be what the slot is named for; judged on the text as captured, capitals and all."""

from __future__ import annotations

import re
from collections.abc import Callable

from audit.lexicon.word_sets import words_of

from .folding import fold
from .patterns import LONGEST_NAME, folded_names

_JOINTS = words_of("place-joint")
LONGEST_PLACE = 48
_DATED = re.compile(r"\b\d{4}\b|\b(?:n|nr|no|núm)\.? ?\d|\d[./]\d|\d:\d", re.IGNORECASE)
"""A date, a time or a running number: of a release, not of who issued it."""
_NO_PLACE = words_of("no-place")
_NO_PERSON = words_of("no-person")
_NO_NAME = words_of("no-name")
"""Words of a sentence, never of a name."""
_NO_ISSUER = words_of("no-issuer")
_OFFICES = words_of("issuing-office")
"""Offices that issue releases and are written small in their languages."""
_UNNAMED = words_of("unnamed-agency")
_NEVER = frozenset("©•@")
"""Characters that stand in no name."""
_SPLIT = str.maketrans(dict.fromkeys("/,+&|-", " "))


def _letters(text: str) -> bool:
    return any(char.isalpha() for char in text)


def place(words: str) -> bool:
    """At most five words and 48 characters, each with a capital where the script has capitals, no sentence."""
    if len(words) > LONGEST_PLACE or not _letters(words):
        return False
    parts = words.replace("/", " ").replace(",", " ").replace("·", " ").split()
    if len(parts) > 5 or not _NO_PLACE.isdisjoint(part.lower() for part in parts) or fold(words) in folded_names():
        return False
    for part in parts:
        first = next((char for char in part if char.isalpha()), "")
        if first and first.islower() and first.upper() != first and part.lower() not in _JOINTS:
            # A capital farther on: "d'Ivoire", "l'Aquila", "a.M.".
            if not ("'" in part or "’" in part or ("." in part and not part.islower())):
                return False
    return True


def name(words: str) -> bool:
    """No longer than a name is, no whole sentence.

    It starts with a capital where the script has capitals, unless it is a listed agency (`dpa`) or a host name.
    """
    if len(words) > LONGEST_NAME or len(words.split()) > 9 or not _NEVER.isdisjoint(words) or _told(words.split()):
        return False
    first = next((char for char in words if char.isalnum()), "")
    if not first or not _NO_NAME.isdisjoint(words.split()):
        return False
    if first.islower() and first.upper() != first:
        head = words.translate(_SPLIT).split()[0]
        return (
            words.lower() in _UNNAMED
            or fold(words) in folded_names()
            or fold(head) in folded_names()
            or "." in words.strip(".")
            or any(char.isupper() for char in head)
        )
    return True


def _told(parts: list[str]) -> bool:
    """Whether these are the words of a sentence, such as a caption's: many, and hardly any with a capital."""
    small = sum(part[0].islower() and part.lower() not in _JOINTS for part in parts)
    return len(parts) >= 5 and small * 2 > len(parts)


def person(words: str) -> bool:
    """One to six people: each word with a capital where the script has capitals, save for joints and conjunctions."""
    parts = words.replace(",", " ").replace("&", " ").split()
    if not 1 <= len(parts) <= 24 or len(words) > 180:
        return False
    if not all(any(char.isalpha() for char in part) for part in parts):
        return False
    if not _NO_PERSON.isdisjoint(part.lower() for part in parts):
        return False
    small = sum(1 for part in parts if part[0].islower() and part[0].upper() != part[0])
    return small * 2 <= len(parts) and not (parts[0][0].islower() and parts[0][0].upper() != parts[0][0])


def issuer(words: str) -> bool:
    """A name, or an office called by what it is: `préfecture de l'Ardèche`, `ayuntamiento de Lorca`."""
    if words.casefold() in _NO_ISSUER or _DATED.search(words):
        return False
    return name(words) or (words.split(None, 1)[0] in _OFFICES and name(words[:1].upper() + words[1:]))


def listing(words: str) -> bool:
    """A list that a notice can hold."""
    return len(words) <= 600


def speaker(words: str) -> bool:
    """A party: not a whole clause."""
    return len(words) <= 90 and len(words.split()) <= 12


CHECKS: dict[str, Callable[[str], bool]] = {
    "place": place,
    "outlet": name,
    "via": name,
    "issuer": issuer,
    "person": person,
    "objects": listing,
    "speaker": speaker,
    "to": lambda words: len(words) <= 120,
    "date": lambda words: len(words) <= 44,
}
"""By slot name; a match with an implausible slot is no match."""
