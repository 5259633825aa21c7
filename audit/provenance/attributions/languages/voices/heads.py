"""Head words of a phrase, and what they say of the voice: listed forms, compounds, endings of words for people."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from audit.lexicon import speech
from audit.provenance.attributions.languages.folding import fold
from audit.provenance.attributions.languages.words import CASELESS, given
from audit.provenance.attributions.reading.tokens import Reading

_SHORTEST_COMPOUND = 9
_SHORTEST_HEAD = 4
_SHORTEST_AGENT = 6
_SHORTEST_NAME = 3
_CAPITALS = frozenset(["de", *CASELESS])
"""Languages in which a capital inside a sentence shows no name."""
_PEOPLE = frozenset(["collective", "document", "local", "stance", "unnamed"])


class Head(NamedTuple):
    """A head word at tokens `first` to `stop`; `gives` is its class: `unnamed`, `local`, `office` and so on."""

    first: int
    stop: int
    gives: str


@cache
def table(language: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The head words of a language by first word, longest first, with their class."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, gives in speech.forms(language, "head").items():
        words = tuple(fold(w) for w in form.replace("'", " ' ").split())
        index.setdefault(words[0], []).append((words, gives))
    for listed in index.values():
        listed.sort(key=lambda f: -len(f[0]))
    return index


def find(reading: Reading, lows: list[str], language: str, first: int, stop: int) -> list[Head]:
    """The head words among tokens `first` to `stop`, in order."""
    found: list[Head] = []
    i = first
    while i < stop:
        hit = _listed(lows, language, i) or (_compound(reading, lows, language, i) if language in COMPOUNDING else None)
        if hit is not None and _in_name(reading, language, hit, first, found):
            hit = None
        if hit is not None:
            found.append(hit)
            i = hit.stop
        else:
            i += 1
    return found


def _given(reading: Reading, i: int, language: str) -> bool:
    """Whether token `i` is a given name."""
    return reading.words[i][0].isupper() and fold(reading.words[i]) in given(language)


def _in_name(reading: Reading, language: str, hit: Head, first: int, found: list[Head]) -> bool:
    """Whether a word for people is a surname: a capital behind a capital that is no head (`Inés Cadena`, `Joke Visser`)."""
    if language in _CAPITALS or hit.first == first:
        return False
    if _given(reading, hit.first - 1, language):
        return reading.words[hit.first][0].isupper()
    if hit.gives not in _PEOPLE or (found and found[-1].stop == hit.first):
        return False
    word, before = reading.words[hit.first], reading.words[hit.first - 1]
    article = hit.first - 1 == first and len(before) <= _SHORTEST_NAME
    return word[0].isupper() and not word.isupper() and before[0].isupper() and before.isalpha() and not article


COMPOUNDING = frozenset(["da", "de", "fi", "nl", "no", "sv"])
"""Languages whose compounds end in their head, written as one word."""


def _listed(lows: list[str], language: str, i: int) -> Head | None:
    index = table(language)
    for word in stems(lows[i], language):
        for words, gives in index.get(word, ()):
            if tuple(lows[i + 1 : i + len(words)]) == words[1:]:
                return Head(i, i + len(words), gives)
    return None


def _compound(reading: Reading, lows: list[str], language: str, token: int) -> Head | None:
    """Compounds end in their head: `Außenamtssprecher`, `hjelpeorganisasjonen`; the longest head that fits."""
    word = lows[token]
    if len(word) < _SHORTEST_COMPOUND or (language == "de" and not reading.words[token][0].isupper()):
        return None
    index = table(language)
    for cut in range(3, len(word) - _SHORTEST_HEAD + 1):
        for end in (word[cut:], word[cut:].removesuffix("es"), word[cut:].removesuffix("s")):
            for words, gives in index.get(end, ()):
                if len(words) == 1 and (len(words[0]) > _SHORTEST_HEAD or word[cut - 1] == "-"):
                    return Head(token, token + 1, gives)
    return None


def agent(word: str, language: str) -> str:
    """`one` or `many` where the ending makes the word one for people by what they do, else empty."""
    if len(word) < _SHORTEST_AGENT:
        return ""
    endings = speech.forms(language, "agent")
    longest = next((word[-n:] for n in range(6, 1, -1) if word[-n:] in endings), "")
    return endings[longest] if longest else ""


_FORMER = {
    "da": ("eks-", "ex-"), "de": ("ex-",), "es": ("ex-", "ex"), "fr": ("ex-",), "it": ("ex-", "ex"), "nl": ("oud-", "ex-"),
    "no": ("eks-",), "pl": ("eks-", "ex-"), "pt": ("ex-",), "ro": ("ex-", "fost-"), "ru": ("экс-",), "sv": ("ex-",),
    "uk": ("екс-",),
}  # fmt: skip
"""What is written before somebody who was something: `exdirectivo`, `oud-medewerker`."""


def stems(word: str, language: str) -> tuple[str, ...]:
    """The word and what is left of it without what is written together with it: article, preposition, `ex-`, German genitive."""
    former = next(
        (p for p in _FORMER.get(language, ()) if word.startswith(p) and len(word) - len(p) > _SHORTEST_HEAD), ""
    )
    return (*_bare(word, language), *_bare(word[len(former) :], language)) if former else _bare(word, language)


def _bare(word: str, language: str) -> tuple[str, ...]:
    if language == "de" and word.endswith("s") and len(word) > _SHORTEST_HEAD + 1:
        return word, word[:-1], word[:-2]
    if language in ("fr", "it") and word[1:2] == "'":
        return word, word[2:]
    if language == "he" and len(word) > 3 and word[0] in "הובלמשכ":
        return word, word[1:], word[2:]
    if language != "ar":
        return (word,)
    found = [word]
    if len(word) > 4 and word[0] in "وبلفك":
        found.append(word[1:])
    found.extend("ال" + s[1:] for s in list(found) if s.startswith("ل"))
    found.extend(s[2:] for s in list(found) if s.startswith("ال") and len(s) > 4)
    return tuple(found)
