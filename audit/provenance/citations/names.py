"""What can be a name and what is a word of the language: days, adjectives of nation, words of the press alone."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from audit.provenance.citations.rows import LETTER, words
from audit.provenance.outlet_names import ARTICLES, GERMAN_ARTICLES

_OF_SOMEBODY = re.compile(r"[^\s'’]+['’]s?\s")
"""A possessor before a name: "Mongolia's Eagle News"."""
_GERMAN_NOUN = re.compile(
    r"(?:[^ ]+ )*?[^ ]*(?:[Ss]enders?|[Pp]ortals?|[Aa]gentur|[Mm]agazins?|[Zz]eitung|[Bb]latts?) (?=[^ ]+ )"
)
"""What stands before a name of two words where every noun is large: "Der Linzer Sender Life Radio"."""
HEADS = frozenset(("Radio", "Rádio", "Ràdio", "Radyo", "Canal", "Kanal", "Télé", "Tele", "TV"))
"""Words by which a station's name begins, whatever its language."""
_CLASS_ALONE = frozenset({"TV", "Radio", "FM", "Television", "Press", "News", "Media", "Network"})


@cache
def bare_words() -> frozenset[str]:
    """Words by which names of the press begin and what looks like names of the press, none of them a name; lower case."""
    listed = {w for known in words().values() for w in (*known.bare.split("|"), *known.no_name.split("|")) if w}
    return frozenset(w.lower() for w in listed) | frozenset(w.lower().replace("'", "’") for w in listed)


@cache
def common_words(language: str) -> tuple[frozenset[str], Any]:
    """Words of a language that are no name though they begin one, and its adjectives of nation."""
    import re2

    known = words()[language]
    listed = {w.lower() for field in (known.det, known.adv, known.stop, known.and_) for w in field.split("|")}
    adjective = known.adj.replace("[A-Z]", r"\p{Lu}").replace("{L}", LETTER)
    return frozenset(listed), re2.compile(f"(?:{adjective})$") if adjective and adjective != f"{LETTER}+" else None


@cache
def _little(language: str) -> frozenset[str]:
    known = words()[language]
    return frozenset((*known.det.lower().split("|"), *known.stop.split("|")))


@cache
def _class_nouns(language: str) -> frozenset[str]:
    return frozenset(words()[language].cls.lower().split("|"))


def without_lead(name: str, language: str) -> int:
    """How many characters of a name are words before it: "Then The Star", "Der Sender X", "Mongolia's Eagle News"."""
    later = name.find(" The ")
    start = later + 1 if later > 0 else 0
    while True:
        first, blank, rest = name[start:].partition(" ")
        little = (
            language in ("de", "en")
            and first.lower() in _little(language)
            and first.lower() not in ARTICLES - GERMAN_ARTICLES
        )
        if not (blank and little):
            break
        start += len(first) + 1
    noun = _GERMAN_NOUN.match(name, start) if language == "de" else None
    start = noun.end() if noun else start
    possessor = _OF_SOMEBODY.match(name, start)
    if possessor and " " in name[possessor.end() :]:
        start = possessor.end()
    first, blank, rest = name[start:].partition(" ")
    # "The Kapiti Coast Courier" opens a sentence as often as it is the whole name; `The Star` is a name.
    if language == "en" and first == "The" and (" " in rest or "-" in rest):
        start += len(first) + 1
    return start


def is_press_name(name: str) -> bool:
    """Whether a name begins or ends as names of the press do, in any language."""
    return _press_name().search(" ".join(name.split())) is not None


@cache
def _press_name() -> Any:
    import re2

    ends = "|".join(known.ends for known in words().values() if known.ends)
    heads = "|".join(known.heads for known in words().values() if known.heads).replace("( )?", " ?")
    nouns = words()["en"].cls
    return re2.compile(
        f"(?:(?:[ -]|^)(?:{ends})(?:-[\\pL]+)?$|^(?:{heads}|{'|'.join(HEADS)}) |(?i: (?:{nouns})$)|TV$|\\.(?:com|net|org|de|fr)$)"
    )


def is_name(name: str, language: str) -> bool:
    """False for a day, an adjective of nation, a common word that only begins with a capital."""
    listed, adjective = common_words(language)
    bare = " ".join(name.split())
    first, _, last = bare.rpartition(" ")
    if (
        bare.lower() in _class_nouns(language)
        or bare.lower() in listed
        or (not first and bare.lower() in _little(language))
        or (language in ("de", "en") and bare.split(" ")[0].lower() in _little(language))
        or (first.endswith(("'s", "’s")) and " " not in first and last in _CLASS_ALONE)
    ):
        return False
    return bool(first) or adjective is None or not adjective.match(bare)
