"""Credit lines read from the words that they are made of, where no row of the lexicon has their frame.

A short line in a place where credits stand, whose words are all words of credits (`audit.lexicon.credit_words`) or names of
outlets, says whose text it is: `Courtesy: X`, `Nota: Agencia X`, `X से साभार`. What follows from it is the role of the
weightiest class among its words. One word that is neither, and the line says nothing: teasers, people, sources of figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from audit.lexicon.credit_words import Phrase, Word, classes, is_picture, leading, trailing, words_in
from audit.lexicon.forms.folding import fold
from audit.lexicon.forms.plausible import issuer
from audit.lexicon.word_sets import holds
from audit.model import Credit, CreditRole, Node, Outlet, Page, Publisher

from .doubts import institution, newsy
from .from_text import SURE
from .naming import is_publisher, known, names_in, others_in, tidy
from .position import TAIL_BLOCKS, Positions

LONGEST = 120
"""Longest line, in code points, that may be a credit line."""
MOST_PHRASES = 5
MOST_WORDS = 24
MOST_LINES = 40
"""Lines that are looked at, of one page."""
STRENGTH = 0.8
FAR_OFF = 0.55
"""Strength of a line behind the text that is not right under it."""
_SUPPLIERS = frozenset({"agency", "syndicator", "release-wire"})
_IN_FULL = frozenset({"first-print", "translated"})
"""Classes that ask for a newsroom: one word will do, though it be one of common use (`Danas`, `Internazionale`)."""
_NO_SOURCE = frozenset({"official", "unknown"})
_NO_LINES = frozenset({"headline", "standfirst", "caption", "share", "comments", "newsletter"})
"""Labels of blocks that no credit line is taken for."""
_LINKED = frozenset({"navigation", "related", "promo"})
"""Labels of blocks that lead away where they are links."""
_OF_THE_TEXT = frozenset({"byline", "credit"})
_SENTENCE = re.compile(r"[.!?…»”\"。！？।؟](?:\s+|(?=[(（]))")
_SITE_FOOTER = re.compile(r"^(?!.*/article\b.*/footer).*/footer\b")
_PLACES = frozenset({"head", "lead", "inside", "end", "tail"})


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
    before = list(_phrases(leading, words, words[0][1]))
    behind = list(_phrases(trailing, words, words[-1][2]))
    enclosed = _ENCLOSED.match(line) is not None
    if not (before or behind or enclosed) or is_picture(folded, words):
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
    present = {name for phrase in met for name in phrase.classes}
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
        return [(name, None)] if wanted == "press" and _called_as_press(name) else []
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


def composed(page: Page, publisher: Publisher, positions: Positions, found: Iterable[Credit]) -> list[Credit]:
    """Credits of lines that no row speaks about, in the places where credits stand."""
    sure = [credit for credit in found if credit.outlet.name and credit.strength >= SURE]
    taken = [(c.start, c.end) for c in sure if c.start is not None and c.end is not None]
    made: list[Credit] = []
    for i, start, end in _candidates(page, positions):
        if any(first < end and start < last for first, last in taken):
            continue
        reading = read_line(page.text[start:end])
        if reading is None:
            continue
        if positions.place(start, end) not in _PLACES or positions.is_heading(start):
            continue
        block = page.blocks[i]
        near = i < positions.first or positions.next_to_text(start)
        strength = STRENGTH if near or block.label in _OF_THE_TEXT else FAR_OFF
        slot = "byline" if i < positions.first else "tail"
        for name, outlet in reading.outlets:
            if not is_publisher(name, outlet, publisher):
                role = _role(reading, outlet)
                node = Node(name, "intermediary" if role == "distributed" else "provider")
                quote = page.quote(start, end)
                made.append(Credit(role, node, f"composed.{reading.decided_by}", quote, start, end, strength, slot))
    return made


def _role(reading: Reading, outlet: Outlet | None) -> CreditRole:
    """An agency's copy is carried, another newsroom's text is republished, whatever the line calls it."""
    kind = outlet.kind if outlet is not None else "unknown"
    if kind == "release-wire":
        return "release"
    if reading.role in ("mixed", "translated", "release"):
        return reading.role
    if kind == "syndicator":
        return "distributed"
    if kind == "agency" or (outlet is None and reading.decided_by != "first-print"):
        return "carried"
    return "republished"


def _candidates(page: Page, positions: Positions) -> Iterator[tuple[int, int, int]]:
    """Short lines above the text, the end of its last block and lines behind it: the block, and the line's span."""
    left = MOST_LINES
    for i in range(positions.head, min(len(page.blocks), positions.last + TAIL_BLOCKS + 1)):
        block = page.blocks[i]
        if block.label in _NO_LINES or (block.label in _LINKED and block.links) or _SITE_FOOTER.search(block.path):
            continue
        if positions.first <= i < positions.last and block.label != "credit":
            continue
        for start, end in _lines(page.text, block.start, block.end):
            if i == positions.last and end == block.end and end - start > LONGEST:
                start = _behind_sentence(page.text, start, end)
            if end - start <= LONGEST and (i != positions.first or start > block.start):
                left -= 1
                yield i, start, end
            if not left:
                return


def _behind_sentence(text: str, start: int, end: int) -> int:
    """Where what stands behind the last sentence of a paragraph begins, the final stop aside."""
    found = [match.end() for match in _SENTENCE.finditer(text, max(start, end - LONGEST), max(start, end - 1))]
    return found[-1] if found else start


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop - start > 2:
            yield start, stop
        start = stop + 1
