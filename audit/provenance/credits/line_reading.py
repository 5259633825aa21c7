"""What a line says whose words are all words of credits (`audit.lexicon.credit_words`) or names of outlets.

`Courtesy: X`, `Nota: Agencia X`, `X से साभार`: what follows is the role of the weightiest class among the words. One word that is
neither, and the line says nothing: teasers, people, sources of figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from audit.lexicon.credit_words import Phrase, Word, classes, is_picture, leading, may_be_framed, trailing, words_in
from audit.lexicon.forms.folding import fold
from audit.lexicon.forms.plausible import issuer
from audit.lexicon.word_sets import holds
from audit.model import CreditRole, Outlet

from .doubts import institution, newsy
from .naming import known, listed_agency, names_in, others_in, tidy

LONGEST = 120
"""Longest line, in code points, that may be a credit line."""
MOST_PHRASES = 8
MOST_WORDS = 24
_SUPPLIERS = frozenset({"agency", "syndicator", "release-wire"})
_IN_FULL = frozenset({"first-print", "translated"})
"""Classes that ask for a newsroom: one word will do, though it be one of common use (`Danas`, `Internazionale`)."""
_SOURCES = frozenset({"source", "first-print", "supplied", "release"})
"""Classes whose words head a value in a line of several."""
_NO_SOURCE = frozenset({"official", "unknown"})


class Reading(NamedTuple):
    """What a line says: whose text it is, in which role, and the class that decided."""

    outlets: list[tuple[str, Outlet | None]]
    role: CreditRole
    decided_by: str


def read_line(line: str) -> Reading | None:
    """The credit that a line is, if all its words are a credit's."""
    if len(line) > LONGEST:
        return None
    folded = fold(line)
    if len(folded) != len(line):
        line = folded  # hidden marks left out; names are looked up in any case
    words = words_in(folded)
    if not words or len(words) > MOST_WORDS:
        return None
    enclosed = _ENCLOSED.match(line) is not None
    if not enclosed and (len(words) == 1 or not may_be_framed(words)):
        return None
    before = list(_phrases(leading, words, words[0][1]))
    behind = list(_phrases(trailing, words, words[-1][2]))
    if not enclosed and _decides([*before, *behind]) is None:
        return None
    if is_picture(folded, words):
        return None
    if enclosed and (found := _signed(line, words[0][1], [words[-1][2], *(phrase.at for phrase in behind)])):
        return Reading(found, "carried", "signed")
    # What may be a word of credits is taken for one before it is taken for a name: there is an outlet called Source.
    for i in (*range(1, len(before) + 1), 0):
        start = before[i - 1].at if i else words[0][1]
        for j in range(len(behind) + 1):
            end = behind[j - 1].at if j else words[-1][2]
            if start >= end:
                break
            met = [*before[:i], *behind[:j]]
            if (decided := _decides(met)) and (found := _named(_cut(line, start, end), decided, met)):
                return Reading(found, classes()[decided].role or "carried", decided)
    return None


_ENCLOSED = re.compile(r"\s*[(（\[/【—–-]\s*[^()（）]*[)）\]/】]?\s*$")


def _signed(line: str, start: int, ends: list[int]) -> list[tuple[str, Outlet | None]]:
    """Agencies in brackets, between slashes or behind a dash, and what the house did: `(AFP, translated by our desk)`."""
    for end in ends:
        words = _cut(line, start, end) if start < end else ""
        found = names_in(words, any_name=False) if words else []
        if found and (known(words) is not None or not others_in(words)):
            if all(outlet is None or outlet.kind in _SUPPLIERS for _, outlet in found):
                return found
    return []


def _phrases(step: Callable[[list[Word], int], Phrase | None], words: list[Word], at: int) -> Iterator[Phrase]:
    for _ in range(MOST_PHRASES):
        phrase = step(words, at)
        if phrase is None:
            return
        yield phrase
        at = phrase.at


def _cut(line: str, start: int, end: int) -> str:
    """The words between, with the closing bracket of a name at their end."""
    rest = line[start:end].strip(" \t:：=|/·•,;.–—-*_'\"“”„«»「」『』")
    return f"{rest})" if line[end : end + 1] in (")", "）") and rest.count("(") + rest.count("（") else rest


def _decides(met: list[Phrase]) -> str | None:
    """The weightiest class of the phrases; none where nothing but joints and what the house did is said."""
    present = frozenset().union(*(phrase.classes for phrase in met))
    return _weightiest(present) if present else None


@lru_cache(maxsize=512)
def _weightiest(present: frozenset[str]) -> str | None:
    if "handled" in present:
        present -= {"house"}  # who handled an agency's text is not who wrote it
    return next((name for name, row in classes().items() if row.role and name in present), None)


def _named(words: str, decided: str, met: list[Phrase]) -> list[tuple[str, Outlet | None]]:
    """The outlets that the words name, if they name nothing else and such names will do for the class."""
    wanted = classes()[decided].names
    if not words or words.isdigit():
        return []
    if wanted == "issuer":
        name = tidy(words)
        sure = institution(name) or any("source" in phrase.classes for phrase in met)
        return [(name, None)] if sure and issuer(name) else []
    found = names_in(words, any_name=False)
    if found and known(words) is None and others_in(words):
        return []
    if not found:
        name = tidy(words)
        press = wanted == "press" and _called_as_press(name)
        return [(name, None)] if press or (decided == "source" and _chinese_name(name)) else []
    if words[:1].islower() and "." not in words and not listed_agency(re.split(r"[\s/,]", words)[0]):
        return []  # "produzido com a marca": a word, though an outlet is called so
    in_full = decided in _IN_FULL or len(words.split()) > 1 or "." in words
    return found if all(_will_do(name, outlet, wanted, in_full) for name, outlet in found) else []


def _will_do(name: str, outlet: Outlet | None, wanted: str, in_full: bool) -> bool:
    """Whether an outlet will do for a class; one word that means other things, too, only where it is named in full."""
    if holds("platform", name):
        return False
    if outlet is None or outlet.kind in _SUPPLIERS:
        return True
    if wanted == "agency" or outlet.kind in _NO_SOURCE:
        return False
    return in_full or not outlet.needs_context


def _called_as_press(name: str) -> bool:
    """Whether a name that no table knows is called as newsrooms are: `Wyoming News Exchange`, `quillnews.example`."""
    parts = name.split()
    if not parts or len(parts) > 6 or len(name) > 50 or any(char.isdigit() for char in name[:1]):
        return False
    if len(parts) == 1 and "." in name:
        return newsy(name)
    return all(part[0].isupper() or not part[0].isalpha() or len(part) <= 3 for part in parts) and (
        any(newsy(f"{part}.x") for part in parts if part[0].isupper()) and len(parts) > 1
    )


_CHINESE = re.compile(r"[\u4e00-\u9fff\w·]{2,14}")


def _chinese_name(name: str) -> bool:
    """Whether a name may be one of the thousands of accounts that Chinese portals have their texts from."""
    return _CHINESE.fullmatch(name) is not None and name[0] >= "\u4e00" and not holds("unnamed-outlet", name)


_COLON = re.compile(r"[:：]")
_VALUE_END = re.compile(r"\s*[|·•\t]|\s{2,}")
LONGEST_LABEL = 40
"""How far before a colon a label may begin, in code points."""


def read_labelled(text: str, start: int, end: int) -> tuple[int, int, Reading] | None:
    """A label and its value within a line above the text: `Ann Lee 13-10-25, 16:02 Bron: X`, `10:26 来源：X 发布于：Y`."""
    line = text[start:end]
    colons = [found.start() for found in _COLON.finditer(line)]
    for colon, following in pairwise([*colons, len(line)]):
        at = _label_start(line, colon)
        if at is None:
            continue
        value = line[colon + 1 : following]
        if following < len(line):
            value = value.rpartition(" ")[0]  # the next label is a word at least
        if cut := _VALUE_END.search(value.lstrip()):
            value = value[: len(value) - len(value.lstrip()) + cut.start()]
        value = value.rstrip()
        if reading := read_line(line[at : colon + 1] + value):
            return start + at, start + colon + 1 + len(value), reading
    return None


def _label_start(line: str, colon: int) -> int | None:
    """Where a label of a source begins before a colon."""
    first = max(0, line.rfind("\u200c", 0, colon) + 1, colon - LONGEST_LABEL)
    label = fold(line[first:colon])
    phrase = trailing(words_in(label), len(label)) if len(label) == colon - first else None
    return first + phrase.at if phrase and not phrase.classes.isdisjoint(_SOURCES) else None
