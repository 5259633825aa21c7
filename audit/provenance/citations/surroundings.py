"""An outlet in a sentence of reporting: no row of citation matches, but the words around the name tell.

Rows know how outlets are cited; nobody lists all ways. What newsrooms write of a story, however they put it, shares its
words: somebody says something, there is an interview, a document, an edition, an audience. And what is written of an outlet
as a business, an employer or a place shares others: shares, staff, courts, headquarters. So a name that is surely an outlet's
is cited where its sentence has a word of the first sort and none of the second. Not inside somebody's quotation, where
the speaker names the outlet, nor where it qualifies another name.

`surroundings.jsonl` has both sorts for each language as stems (`interview*`) or whole words; verbs of saying come from
the lexicon of speech.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from audit.lexicon import speech
from audit.model import Block, Span
from audit.provenance.citations.candidates import Candidate
from audit.provenance.citations.introduced import ends_in_a_weak_noun
from audit.provenance.citations.rows import UNSPACED, words
from audit.provenance.citations.standing import introduces, standing

ROW = "surroundings"
STRENGTH = 0.6
REACH = 240
"""Characters of a sentence that are read on either side of a name."""
NEAR = 60
"""Characters from a name within which a word of business is about the outlet."""
BESIDE = 16
"""Characters from a name within which a word for a job says of somebody that he works there."""
CLOSE = 30
"""Characters from a name that means other things too within which the word of reporting must stand."""
_BY_PIECES = UNSPACED | {"ar", "fa", "ur", "hi", "he"}
"""Languages whose words are looked for anywhere: written without blanks, or with little words grown on."""
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_END = re.compile(r"[.!?。！？؟।…][\"'”’»)\]]*(?=\s|$)|[。！？]|\n")
_BRACKET = re.compile("(?:^|[^\\s”“»\"'])\\s?[(\\[]\\s*\\Z")
"""A name in brackets credits or explains and is no part of the sentence, save behind a programme: `„Die Anstalt“ (ZDF)`."""
_PROGRAMME = re.compile("[”“»\"']\\s?[(\\[]\\s*\\Z")
_QUOTED = re.compile("[„“«»「『《\"‘']\\s?\\Z")
_CLOSED = re.compile("\\s?[”“»«」』》\"’']")
_MARKS = " \xa0\"'“„«»‘(—–-"
_GERMAN_ARTICLE = re.compile(r"(?:Der|Die|Das) \w+\Z")
"""A German name of an article and a noun is as often the article and the noun: `Die Welt schaut zu`."""
_WITH_ARTICLE = re.compile(r"(?:The|L[aeo]|Les|El|Il|Het|De|O|A|To|Το|Η|Τα) \w|L['’]\w")
_WORD_BEHIND = re.compile(r"[ \xa0]([^\W\d_])\w")
_EN_WORKS_AT = re.compile(r"(?i)\b(?:at|formerly of|formerly with|including|such as|like) (?:the )?\Z")
_QUOTATION = re.compile('“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|"[^"]*"|「[^」]*」')
FARTHEST = 1200
"""Characters on either side of a name within which a quotation that holds it opens and closes."""


class Surroundings(msgspec.Struct, frozen=True):
    """The words of one language: of reporting, of an outlet as a business or a place, and of those who work for it."""

    language: str
    report: str = ""
    business: str = ""
    jobs: str = ""
    that: str = ""
    """Words that open what somebody says: a name behind one is what is spoken of."""


@cache
def surroundings() -> dict[str, Surroundings]:
    """The words of each language."""
    source = (Path(__file__).parent / "surroundings.jsonl").read_bytes()
    return {row.language: row for row in msgspec.json.Decoder(Surroundings).decode_lines(source)}


class _Class:
    """A class of words: whole ones and stems."""

    def __init__(self, listed: str, whole: frozenset[str] = frozenset()) -> None:
        members = listed.split()
        self._whole = frozenset(word for word in members if not word.endswith("*")) | whole
        self._stems = frozenset(word[:-1] for word in members if word.endswith("*"))
        self._lengths = sorted({len(stem) for stem in self._stems})

    def has(self, word: str) -> bool:
        return word in self._whole or any(word[:length] in self._stems for length in self._lengths)


@cache
def _classes(language: str) -> tuple[_Class, _Class, _Class]:
    known = surroundings()[language]
    return _Class(known.report, _said(language)), _Class(known.business), _Class(known.jobs)


_SEVERAL = re.compile(r"[ +]")
_HOMONYMS = frozenset({"precisa", "precisam"})
"""Forms of saying that are oftener those of other verbs: Portuguese `precisa` (needs)."""
_NOT_OF_SAYING = frozenset({"document", "that", "think"})
"""Sorts of English verbs that report beside a speaker only: `record`, `see`, `know`."""


@cache
def _said(language: str) -> frozenset[str]:
    if language == "en":
        return frozenset(verb for verb, sort in speech.forms("english", "verb").items() if sort not in _NOT_OF_SAYING)
    one_word = (form for form in speech.forms(language, "say") if len(form) > 3 and not _SEVERAL.search(form))
    return frozenset(one_word).union(p for p in speech.participles(language) if len(p) > 3) - _HOMONYMS


@cache
def _pieces(language: str) -> tuple[Any, Any, Any]:
    import re2

    known = surroundings()[language]
    report, business, jobs = (re2.compile("|".join(c.split())) for c in (known.report, known.business, known.jobs))
    return report, business, jobs


def cue_around(text: str, block: Block, name: Candidate, language: str) -> Span | None:
    """The word of reporting in the sentence of `name` by which it is cited; None where there is none, or one of business."""
    if language not in surroundings() or block.label not in ("body", "quote", "standfirst"):
        return None
    start, end = _sentence(text, block, name)
    if standing(text, name, text[start : name.start], text[name.end : end], language) == "no-outlet":
        return None
    sure = _is_surely_an_outlet(text, name, start, language)
    if not (sure or _has_an_article(text, name, start, language)) or _qualifies(text, name, start, end, language):
        return None
    find = _by_pieces if language in _BY_PIECES else _by_words
    cue = find(text, start, end, name, language)
    if cue is None or (not sure and _apart(cue, name) > CLOSE) or is_inside_a_quotation(text, block, name):
        return None
    return cue


def _is_surely_an_outlet(text: str, name: Candidate, start: int, language: str) -> bool:
    """Whether nothing else goes by the name where it stands.

    It has no other meaning, or is in quotation marks, behind a class noun, or in mid-sentence with its own article.
    """
    left, written = text[start : name.start], text[name.start : name.end]
    if name.outlet is None:
        quoted = words()[language].reports and _QUOTED.search(left) and _CLOSED.match(text, name.end)
        return (bool(quoted) or _behind_a_noun(left, language)) and not ends_in_a_weak_noun(left, language)
    if (
        _behind_a_noun(left, language)
        or _PROGRAMME.search(left)
        or (_QUOTED.search(left) and _CLOSED.match(text, name.end))
    ):
        return True
    if _WITH_ARTICLE.match(written) and not (name.certain and " " in written.partition(" ")[2]):
        return language != "de" and left.strip(_MARKS) != ""
    return name.certain and not (language == "de" and _GERMAN_ARTICLE.match(written))


def _has_an_article(text: str, name: Candidate, start: int, language: str) -> bool:
    """Whether a well-known outlet's name that means other things too follows an article in mid-sentence: `pela Folha`."""
    left = text[start : name.start]
    return (
        language not in ("de", "en", "nl", *_BY_PIECES)
        and name.outlet is not None
        and name.outlet.ownership != "unknown"
        and text[name.start].isupper()
        and introduces(language, nouns_only=False).search(left) is not None
        and left.strip(_MARKS).count(" ") > 0
    )


def _behind_a_noun(left: str, language: str) -> bool:
    return introduces(language, nouns_only=True).search(left) is not None


def _qualifies(text: str, name: Candidate, start: int, end: int, language: str) -> bool:
    """Whether the name is in brackets, before another name, or says of somebody where he works."""
    if _BRACKET.search(text[start : name.start]):
        return True
    if language == "en" and _EN_WORKS_AT.search(text[start : name.start]):
        return True
    behind = _WORD_BEHIND.match(text, name.end, end)
    return behind is not None and behind[1].isupper() and language not in ("de", *_BY_PIECES)


def _by_words(text: str, start: int, end: int, name: Candidate, language: str) -> Span | None:
    """The word of reporting nearest to the name, save those in whose report the name is spoken of."""
    report, business, jobs = _classes(language)
    nearest: Span | None = None
    for match in _WORD.finditer(text, start, end):
        word, span = match.group().casefold(), Span(*match.span())
        if name.start <= span.start < name.end:
            continue
        apart = _apart(span, name)
        if (apart <= NEAR and business.has(word)) or (apart <= BESIDE and jobs.has(word)):
            return None
        nearer = nearest is None or apart < _apart(nearest, name)
        if nearer and report.has(word) and not _is_spoken_of(text, span, name, language):
            nearest = span
    return nearest


def _is_spoken_of(text: str, cue: Span, name: Candidate, language: str) -> bool:
    """Whether the name stands in what somebody says: "said that Reuters had erred"."""
    opening = frozenset(surroundings()[language].that.split())
    between = text[cue.end : name.start]
    return any(word.casefold() in opening for word in _WORD.findall(between)) or (language == "de" and "," in between)


def _by_pieces(text: str, start: int, end: int, name: Candidate, language: str) -> Span | None:
    report, business, jobs = _pieces(language)
    for class_, reach in ((business, NEAR), (jobs, BESIDE)):
        before, behind = text[max(start, name.start - reach) : name.start], text[name.end : min(end, name.end + reach)]
        if class_.search(before) or class_.search(behind):
            return None
    around = ((start, name.start), (name.end, end))
    for a, b in reversed(around):
        match = report.search(text[a:b])
        cue = Span(a + match.start(), a + match.end()) if match else None
        if cue is not None and not _is_spoken_of(text, cue, name, language):
            return cue
    return None


def _apart(cue: Span, name: Candidate) -> int:
    return max(name.start - cue.end, cue.start - name.end)


def _sentence(text: str, block: Block, name: Candidate) -> tuple[int, int]:
    start = max(block.start, name.start - REACH)
    for match in _END.finditer(text, start, name.start):
        start = match.end()
    after = _END.search(text, name.end, min(block.end, name.end + REACH))
    return start, after.start() if after else min(block.end, name.end + REACH)


def is_inside_a_quotation(text: str, block: Block, name: Candidate) -> bool:
    """Whether the name stands within words that are quoted, so that whoever is quoted names it."""
    start = max(block.start, name.start - FARTHEST)
    for match in _QUOTATION.finditer(text, start, min(block.end, name.end + FARTHEST)):
        if match.start() + 1 < name.start and name.end < match.end():  # „STOL, Nachrichten …“ is a name
            return len(match.group()) > name.end - name.start + 20
    return False
