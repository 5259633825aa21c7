"""The originals: articles of our own, each sentence with the places where an edit can change what it says.

`originals/*.txt` are written for this benchmark, with marks `{code:as it is|as the edit makes it}`; the codes are in `CODES`.
The other articles are those that the attribution tests hold; their places are found by plain patterns and by the
attributions that are noted under each paragraph, never by the product's own readers.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
OTHERS = ROOT / "tests" / "provenance" / "attributions"
"""Where the articles of the attribution tests stand, in folders that begin with `articles`."""
CODES = {
    "a": "DRF601", "r": "DRF601", "h": "DRF602", "s": "DRF603", "n": "DRF604", "x": "DRF605", "q": "DRF606", "d": "DRF611",
    "m": "DRF611", "H": "DRF608",
}  # fmt: skip
_MARK = re.compile(r"\{(\w):([^|{}]*)\|([^|{}]*)\}")
_END = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\bMr\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bMrs\.)[”\"]? +(?=[“\"„«A-ZÄÖÜÉ0-9])")


class Place(NamedTuple):
    """Where a sentence can be changed: `sentence[start:end]` becomes `new`, which is drift of this code."""

    code: str
    start: int
    end: int
    new: str


class Sentence(NamedTuple):
    """A sentence, its places, and the paragraph it stands in."""

    text: str
    places: tuple[Place, ...]
    paragraph: int


class Article(NamedTuple):
    """One original. `held_out` articles are never looked at while the rules are worked on."""

    name: str
    headline: str
    harder: str
    """The headline made stronger; empty where there is none such."""
    published: str
    language: str
    sentences: tuple[Sentence, ...]

    @property
    def held_out(self) -> bool:
        return zlib.crc32(self.name.encode()) % 2 == 0


def load() -> list[Article]:
    """Every original, in the order of their names."""
    written = [_marked(path) for path in sorted((Path(__file__).parent / "originals").glob("*.txt"))]
    found = [_annotated(path) for path in sorted(OTHERS.glob("articles*/*.txt"))]
    return [*written, *found]


def _marked(path: Path) -> Article:
    lines = path.read_text(encoding="utf-8").splitlines()
    heads = dict(line[2:].split(": ", 1) for line in lines if line.startswith("# "))
    headline, places = _read(heads["headline"])
    harder = _applied(headline, places[0]) if places else ""
    sentences = []
    for number, line in enumerate(line for line in lines if line and not line.startswith("# ")):
        plain, places = _read(line)
        for start, end in _bounds(plain):
            own = tuple(p._replace(start=p.start - start, end=p.end - start) for p in places if start <= p.start < end)
            sentences.append(Sentence(plain[start:end], own, number))
    return Article(path.stem, headline, harder, heads["published"], heads.get("language", "en"), tuple(sentences))


def _read(line: str) -> tuple[str, list[Place]]:
    """A line without its marks, and the places they mark."""
    plain, places, at = "", [], 0
    for mark in _MARK.finditer(line):
        plain += line[at : mark.start()]
        places.append(Place(CODES[mark[1]], len(plain), len(plain) + len(mark[2]), mark[3]))
        plain += mark[2]
        at = mark.end()
    return plain + line[at:], places


def _applied(text: str, place: Place) -> str:
    return tidy(text[: place.start] + place.new + text[place.end :])


def tidy(text: str) -> str:
    """A sentence after words were taken out: single spaces, no space before a stop, a capital at its beginning."""
    text = re.sub(r" +([,.])", r"\1", re.sub(r" {2,}", " ", text)).strip()
    return text[:1].upper() + text[1:] if text[:1].islower() and not text.startswith("’") else text


def _bounds(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _END.finditer(text):
        stop = end.start() + (end.group()[0] in '”"')
        yield start, stop
        start = end.end()
    yield start, len(text)


# --- articles without marks --------------------------------------------------------------------------------------------

_NUMBER = re.compile(
    r"(?<![\w.,:-])([1-9]\d(?:,\d{3})?|[1-9]\d\d)(?![\w.,:-]*\d)(?! (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)
_WEEKDAY = re.compile(r"\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b")
_HEDGE = re.compile(r"\b(reportedly|allegedly|apparently|possibly|probably|perhaps) ")
_NOT = re.compile(r"\b(was|were|is|are|had|has|have|would|could|did|does|do) not ")
_QUOTE = re.compile(r"[“\"]([^”\"]{25,})[”\"]")
_NAME = re.compile(r"(?<=[a-z,] )([A-Z][a-z]+) ([A-Z][a-z]{3,})(?= |,|\.)")
_OTHER_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _annotated(path: Path) -> Article:
    sentences: list[Sentence] = []
    lines = path.read_text(encoding="utf-8").splitlines()
    paragraph = -1
    for number, line in enumerate(lines):
        if not line.strip() or line.startswith((">", "#")):
            continue
        paragraph += 1
        notes = []
        for note in lines[number + 1 :]:
            if not note.startswith(">"):
                break
            notes.append([part.strip() for part in note[1:].split("|")])
        for start, end in _bounds(line):
            text = line[start:end]
            sentences.append(Sentence(text, tuple(_places(text, notes)), paragraph))
    return Article(path.stem, "", "", "2026-03-06", "en", tuple(sentences))


def _places(text: str, notes: list[list[str]]) -> Iterator[Place]:
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        return  # a quotation that goes on in the next sentence
    quote = _QUOTE.search(text)
    inside = {i for q in re.finditer(r"[“\"][^”\"]*[”\"]", text) for i in range(*q.span())}
    outside = [p for p in (_number(text), _weekday(text), _hedge(text), _negation(text), _name(text)) if p]
    yield from (p for p in outside if p.start not in inside)
    if quote:
        words = list(re.finditer(r"\b[a-z]{4,}\b", quote[1]))
        if len(words) > 3:
            word = words[len(words) // 2]
            at = quote.start(1)
            yield Place("DRF606", at + word.start(), at + word.end(), "hardly" if word[0] != "hardly" else "always")
    for note in notes:
        source, cue, facts = note[0], note[1], note[2]
        tail = re.search(rf",? {re.escape(source)} {re.escape(cue)}\.$", text) if source and cue else None
        if tail and not quote and "relay" not in facts and len(notes) == 1:
            yield Place("DRF601", tail.start(), tail.end(), ".")


def _number(text: str) -> Place | None:
    found = _NUMBER.search(text)
    if not found or re.match(r"(?:19|20)\d\d$", found[1]):
        return None
    digits = found[1]
    first = str((int(digits[0]) + 3) % 9 + 1)
    return Place("DRF604", found.start(1), found.end(1), first + digits[1:])


def _weekday(text: str) -> Place | None:
    found = _WEEKDAY.search(text)
    if not found:
        return None
    other = _OTHER_DAYS[(_OTHER_DAYS.index(found[1]) + 3) % 7]
    return Place("DRF611", found.start(), found.end(), other)


def _hedge(text: str) -> Place | None:
    found = _HEDGE.search(text)
    return Place("DRF602", found.start(), found.end(), "") if found else None


def _negation(text: str) -> Place | None:
    found = _NOT.search(text)
    if not found or found[1] in ("did", "does", "do"):
        return None
    return Place("DRF605", found.start(), found.end(), f"{found[1]} ")


def _name(text: str) -> Place | None:
    found = _NAME.search(text)
    if not found or found[2] in _OTHER_DAYS or found[1] in ("The", "A"):
        return None
    return Place("DRF611", found.start(2), found.end(2), found[2][:-2] + "ok")
