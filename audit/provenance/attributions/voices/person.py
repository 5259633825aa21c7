"""Somebody named on the page: the fullest name, the offices, the gender where it shows."""

from __future__ import annotations

from bisect import bisect_left

from audit.provenance.attributions.voices.names import fold, name_words

_FEMALE_SURNAMES = ("ova", "eva", "ina", "aya", "ska", "dottir", "dóttir")

_FEMALE_GIVEN = ("a", "ie", "ine", "elle", "ette", "een", "lyn", "ah", "isha")

_MALE_GIVEN = (
    "o",
    "os",
    "us",
    "ad",
    "ed",
    "ir",
    "im",
    "er",
    "ur",
    "av",
    "ev",
    "ik",
    "ek",
    "an",
    "on",
    "ik",
    "iy",
    "ul",
)


def likely_gender(name: str) -> str:
    """`m` or `f` as the endings of a full name suggest, empty where they do not: a leaning, never a proof."""
    words = name_words(name)
    if len(words) < 2:
        return ""
    if words[-1].endswith(_FEMALE_SURNAMES) and len(words[-1]) > 5:
        return "f"
    if words[0].endswith(_FEMALE_GIVEN):
        return "f"
    return "m" if words[0].endswith(_MALE_GIVEN) else ""


class Person:
    """Somebody named on the page: the fullest name, the office, the gender where it shows."""

    __slots__ = ("gender", "key", "mentions", "name", "roles", "tokens")

    def __init__(self, name: str) -> None:
        self.name = name
        self.key = "person:" + fold(name)
        self.tokens = frozenset(name_words(name))
        self.roles: list[str] = []
        self.gender = ""
        self.mentions: list[int] = []
        """Token positions, ascending."""

    def last_before(self, token: int) -> int | None:
        """The last mention before `token`."""
        place = bisect_left(self.mentions, token)
        return self.mentions[place - 1] if place else None

    @property
    def role(self) -> str | None:
        """The first office that the page gives."""
        return self.roles[0] if self.roles else None
