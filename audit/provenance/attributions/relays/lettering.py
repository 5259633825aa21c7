"""Outlets' names that no run of capitals holds: with digits, initials and signs, and behind what leads up to them.

They are asked for only where an outlet is likely: behind `told`, `seen by`, `in an interview with`.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading.phrases import DETERMINERS
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import names

_COUNTED = word_set("news minutes live eyewitness sport sports tv")
"""What stands behind the number of a channel: `6 News`, `20 Minutes`."""
_CHANNELS = word_set("tv channel canal kanal radio kanaal télé npo ert")
_TITLED = re.compile(r"\d{1,3}[A-Z]\w+")
"""`9News`, `1News`."""
_INITIALS = re.compile(r"(?:[A-Z]\.){3,}")
"""`M.E.N.`; two letters are a country's."""
_STATES = frozenset(["U.S.A.", "U.A.E.", "D.R.C.", "U.S.S.R.", "I.M.F.", "W.H.O.", "F.B.I.", "C.I.A."])
_TIMES = word_set(
    "week month year day morning evening weekend sunday saturday monday tuesday wednesday thursday friday"
)
_LONGEST_LEAD = 5


def with_signs(reading: Reading, place: int, end: int) -> tuple[int, int] | None:
    """The tokens of a name with a digit or initials at `place`: `6 News`, `9News`, `24.kg`, `TV 2`, initials."""
    if place >= end:
        return None
    words, lows = reading.words, reading.lows
    word, behind = words[place], words[place + 1 : min(end, place + 2)]
    if _TITLED.fullmatch(word) or (_INITIALS.fullmatch(word) and word not in _STATES):
        return place, place + 1
    if not behind:
        return None
    if word.isdigit() and len(word) < 4:
        if lows[place + 1] in _COUNTED and behind[0][0].isupper():
            return place, place + 2
        if behind[0] == "." and place + 2 < end and words[place + 2].islower() and _glued(reading, place, place + 2):
            return place, place + 3
    if lows[place] in _CHANNELS and word[0].isupper() and behind[0].isdigit() and len(behind[0]) < 4:
        return place, place + 2
    return None


def past_apostrophe(reading: Reading, stop: int, end: int) -> int:
    """One past a name that an apostrophe cuts, as in `Sana'a Post`; `stop` where none does."""
    words = reading.words
    if stop + 1 >= end or words[stop] not in ("'", "’") or not _glued(reading, stop - 1, stop + 1):
        return stop
    stop += 2
    while stop < end and words[stop][0].isupper():
        stop += 1
    return stop


def past_lead(reading: Reading, token: int, end: int, trades: Collection[str]) -> int:
    """One past what leads up to a name: `this week's`, `Lebanon's`, `the digital newspaper`, `a Turkish agency,`."""
    lows = reading.lows
    if lows[token + 2 : token + 3] == ["'s"] and lows[token] in ("this", "last", "next") and lows[token + 1] in _TIMES:
        return token + 3
    if lows[token + 1 : token + 2] == ["'s"] and any(lows[token] in names.table(t) for t in ("country", "capital")):
        return token + 2
    if lows[token] not in DETERMINERS:
        return token
    for i in range(token + 1, min(end - 1, token + _LONGEST_LEAD)):
        if not lows[i][0].isalpha():
            break
        if lows[i] in trades and reading.words[i][0].islower():
            comma = reading.words[i + 1] == ","
            named = i + 1 + comma
            return named if named < end and reading.words[named][0].isupper() else token
    return token


def _glued(reading: Reading, first: int, last: int) -> bool:
    """Whether no space parts tokens `first` to `last`."""
    return all(reading.ends[i] == reading.begins[i + 1] for i in range(first, last))
