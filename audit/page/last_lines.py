"""What stands behind a story's last sentence and is no longer the story: who signs, and who the author is.

Both are lines of the reporting by their markup, and known by form and place: a signature is the last line, a note about
the author is among the last three and speaks of somebody whom the story does not speak of.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from audit.model import Label

LAST = 3
"""Lines at the end of the reporting that may be a note about the author."""
NEAR = 25
"""Words behind the name among which the author's trade is named."""
LONGEST_NOTE, LONGEST_SIGNATURE = 450, 60
STORY = 80
"""Characters from which a line is a paragraph of a story, such as a signature stands under."""
_PARTICLES = r"(?:de|del|della|da|dos|di|du|van|von|der|den|zu|zur|al|el|bin|ben|ibn|la|le|y|und|and|et|e|&|,)"
_PART = r"(?:[^\W\d_a-zß-öø-ÿ][\w’'\-]*|[^\W\d_a-zß-öø-ÿ]{1,2}\.)"
NAME = rf"{_PART}(?:,? (?:{_PARTICLES} )*{_PART}){{1,5}}"
"""Two to six capitalised words in a row, with what stands small between parts of names; bounded, as lines are."""
_INITIALS = re.compile(
    r"[(\[/–—-]{0,2}[^\W\d_]{1,4}(?: ?[/,&+] ?[^\W\d_]{1,5}){1,3}[)\]/–—-]{0,2}\.?"  # ms/vd, (abc/de)
    r"|[(\[][^\W\d_]{2,4}[)\]]|[–—-]{1,2} ?[a-zà-ÿ]{2,3}|/[a-zà-ÿ]{2,3}",  # (jk), -jk, /jk
    re.IGNORECASE,
)
_END = re.compile(
    r"[(（[【](?:完|了|終|终|끝|end|ends|fin|ende|fine|конец)[)）\]】]|#{3,5}|-+ ?(?:30|ends?|ende) ?-+", re.IGNORECASE
)
_SIGNED = re.compile(
    rf"(?:[–—-] ?|(?i:by|von|par|por|di|door|av|af|text:?|tekst:?) ){{0,1}}{NAME}(?: ?[,|/–—] ?{NAME})?\.?"
)
_PERSON = re.compile(rf"(?:(?i:dr|prof|mag|mr|mrs|ms)\.? ){{0,3}}({NAME})(?: \([^()]{{1,60}}\))?[ ,]")
_WORD = re.compile(r"[^\W\d_]+|[—–]")


class _Words(msgspec.Struct, frozen=True):
    """The words of notes about authors in one language (`author_bios.jsonl`): verbs, and what authors are."""

    language: str
    be: frozenset[str]
    roles: frozenset[str]


class Told(NamedTuple):
    """What a last line is: "byline" or "author-bio"."""

    number: int
    label: Label


@cache
def words() -> tuple[_Words, ...]:
    """The data rows."""
    source = (Path(__file__).parent / "author_bios.jsonl").read_bytes()
    return tuple(msgspec.json.Decoder(_Words).decode_lines(source))


def told(lines: Sequence[str]) -> list[Told]:
    """Which of the lines of reporting, in order, sign it or are about the author, by their number."""
    found: list[Told] = []
    last = len(lines) - 1
    for number in range(last, max(-1, last - LAST), -1):
        if is_note(lines[number]) and not _speaks_of(_person(lines[number]), lines[:number]):
            found.append(Told(number, "author-bio"))
            last -= number == last
    if last > 0 and len(lines[last]) <= LONGEST_SIGNATURE and is_signature(lines[last], lines[last - 1]):
        found.append(Told(last, "byline"))
    return found


def is_signature(line: str, before: str) -> bool:
    """True for initials, an end mark, or a name with or without its outlet, under a paragraph `before`."""
    if _INITIALS.fullmatch(line) or is_end_mark(line):
        return True
    return len(before) >= STORY and _SIGNED.fullmatch(line) is not None


def is_end_mark(line: str) -> bool:
    """True for what only says that the text ends here: “(end)”, “（完）”, “###”."""
    return _END.fullmatch(line) is not None


def is_name(text: str) -> bool:
    """True for two to six capitalised words and what may stand between them: “Ada Lane und Jon Ferris”."""
    return len(text) <= LONGEST_SIGNATURE and re.fullmatch(NAME, text) is not None


def is_note(line: str) -> bool:
    """True for one or two sentences that say of a named person that they write, teach, report."""
    opened = _PERSON.match(line[:120]) if len(line) <= LONGEST_NOTE else None
    if opened is None:
        return False
    said = [word.casefold() for word in _WORD.findall(line[opened.end() :])][:NEAR]
    return any(said and (said[0] in row.be or "" in row.be) and not row.roles.isdisjoint(said) for row in words())


def _person(line: str) -> str:
    opened = _PERSON.match(line[:120])
    return opened.group(1) if opened else ""


def _speaks_of(person: str, lines: Sequence[str]) -> bool:
    surname = person.split()[-1].strip(".,")
    return len(surname) < 3 or any(surname in line for line in lines)
