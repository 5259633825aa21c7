"""Names of outlets in running text, in one pass.

The text is cut into words once. At each word that begins a name, the longest run of words that is a name is taken;
how many words to try is known from the first, so the work is linear in the text. Arabic and Hebrew names are also
tried behind the particles that are written onto them. Names in scripts without spaces, or whose words take endings
(Chinese, Japanese, Thai, Korean, the Indic scripts, Georgian), are searched as substrings by one automaton, which is
built only when a text has such a script.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from audit.lexicon.outlets.fold import fold, lower
from audit.lexicon.outlets.index import ATTACHED, has_attached, index, word
from audit.model import Outlet, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff"
_ARABIC_PARTICLES = "وفبلك"
_HEBREW_PARTICLES = "ובהלמשכ"


class Mention(NamedTuple):
    """An outlet's name at `start` to `end` of the text. Where not `certain`, the name means other things too."""

    start: int
    end: int
    outlet: Outlet
    certain: bool


def find(text: str, span: Span | None = None) -> tuple[Mention, ...]:
    """Every outlet named in `text` (or in `span` of it), from left to right, the longest name where several fit.

    Offsets are of `text`. Uncertain mentions are given too: the caller decides by what stands around them.
    """
    base, part = (0, text) if span is None else (span.start, text[span.start : span.end])
    folded, offsets = fold(part)
    found = [*_spaced(folded), *_unspaced(folded)]
    known = index()
    mentions = []
    for start, end, value in _leftmost_longest(found):
        if offsets is not None:
            start, end = offsets[start], offsets[end - 1] + 1
        mentions.append(Mention(base + start, base + end, known.outlet(value >> 1), bool(value & 1)))
    return tuple(mentions)


def _leftmost_longest(found: list[tuple[int, int, int]]) -> Iterator[tuple[int, int, int]]:
    reached = 0
    for start, end, value in sorted(found, key=lambda f: (f[0], -f[1])):
        if start >= reached:
            yield start, end, value
            reached = end


_LOWER = "a-zß-öø-ÿа-џά-ώ"
"""Small letters: words that begin so are no names, save the few that are written so (`dpa`, `la diaria`)."""


@cache
def _starts(attached: bool) -> re.Pattern[str]:
    """The words that may begin a name; the scripts of `ATTACHED`, slow to compile, are left out where none is there."""
    but = ATTACHED if attached else ""
    return re.compile(rf"(?<![^\W_{but}])[^\W_{_LOWER}{but}][^\W_{but}]*")


def _spaced(folded: str) -> Iterator[tuple[int, int, int]]:
    yield from _small(folded)
    known = index().names
    names, loose, reach = known.names, known.loose, known.reach
    low = lower(folded)
    reached = 0
    attached = has_attached(folded)
    for match in _starts(attached).finditer(folded):
        start, end = match.span()
        word = low[start:end]
        if start < reached or (word not in reach and word[0] < "\u0590") or folded[start].islower():
            continue
        for lead, skip in _particles(word):
            most = reach.get(lead + word[skip:])
            if most is None:
                continue
            begin = start + skip
            for stop in reversed(_ends(folded, start, end, most, attached)):
                name = lead + folded[begin:stop] if lead else folded[begin:stop]
                value = names.get(name)
                if value is None and stop - start > 4 and (stop > end or name.isupper()):
                    value = loose.get(lead + low[begin:stop])
                if value is not None:
                    reached = stop
                    yield begin, stop, value
                    break
            if reached > start:
                break


def _ends(folded: str, start: int, end: int, most: int, attached: bool) -> list[int]:
    """Where the word from `start` to `end` and the words after it end, `most` in all."""
    return [end] if most == 1 else [match.end() for match in islice(word(attached).finditer(folded, start), most)]


def _small(folded: str) -> Iterator[tuple[int, int, int]]:
    """Names that are written with a small first letter."""
    for last, (length, value) in index().small.iter(folded):
        start, end = last + 1 - length, last + 1
        if not (start and folded[start - 1].isalnum()) and not folded[end : end + 1].isalnum():
            yield start, end, value


def _particles(word: str) -> list[tuple[str, int]]:
    """Readings of a word: letters to put before it, and how many of its own to leave off first."""
    readings = [("", 0)]
    first = word[0]
    if first < "\u0590":
        return readings
    if first in _ARABIC_PARTICLES:
        readings.append(("", 1))
        if len(word) > 3 and word[1] in _ARABIC_PARTICLES:
            readings.append(("", 2))
        if word.startswith("لل"):
            readings.append(("ال", 2))
        elif word.startswith(("ولل", "فلل")):
            readings.append(("ال", 3))
    elif first in _HEBREW_PARTICLES and len(word) > 2:
        readings.append(("", 1))
        if word[1] in _HEBREW_PARTICLES and len(word) > 3:
            readings.append(("", 2))
    return readings


def _unspaced(folded: str) -> Iterator[tuple[int, int, int]]:
    if not has_attached(folded):
        return
    unspaced = re.compile(f"[{_UNSPACED}]")
    for last, (length, value) in index().automaton.iter(folded):
        start = last + 1 - length
        if start and folded[start - 1].isalnum() and not unspaced.match(folded[start]):
            continue
        yield start, last + 1, value
