"""Numbers as values: `two hundred`, 200, 1,000 and 1.000 and 1 000, 3 million, 40 percent, with their units.

Two numbers agree where they have a value in common, in the same unit or one converted into the other. A rounding is a
change of precision and none of fact: the coarser number is the finer one, rounded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from math import floor, log10
from typing import NamedTuple

from audit.findings.drift.words import forms, longest
from audit.model import Span
from audit.provenance.attributions.reading.tokens import Reading

_DIGITS = re.compile(r"([€$£¥₹]?)(\d[\d.,'’]*\d|\d)([a-z%]{0,5})", re.IGNORECASE)
_GROUPED = re.compile(r"\d{1,3}(?:[.,'’ ]\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_GLUED = {"m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "k": 1e3, "tn": 1e12}
_DECIMAL_COMMA = frozenset(["de", "fr", "es", "it", "pt", "nl", "pl", "ru", "tr"])
_HALVES = {"half": 0.5, "third": 1 / 3, "quarter": 0.25}
_CONVERTED = 0.06
"""Relative difference up to which a value in miles is the same as one in kilometres: writers round when they convert."""
_ROUNDED = 0.1
"""Relative difference up to which one number is another one rounded."""


class Number(NamedTuple):
    """A number: its span, the values it can have, its unit (`length`, `money-usd`) and that unit's size in base units."""

    span: Span
    values: tuple[float, ...]
    unit: str = ""
    size: float = 1.0
    approximate: bool = False
    noun: str = ""
    """The stem of the word behind it: what is counted."""


def read_numbers(reading: Reading, language: str, taken: Sequence[Span] = ()) -> Iterator[Number]:
    """Every number of the text but those inside `taken` (dates); in text order."""
    words, scales, units = (forms(language, family) for family in ("number", "scale", "unit"))
    blocked = {t for span in taken for t in reading.inside(span)}
    count = len(reading.words)
    i = 0
    while i < count:
        found = None if i in blocked else _read(reading, i, language, words, scales)
        if found is None:
            i += 1
            continue
        values, stop, glued = found
        unit, size, end = _unit(reading, i, stop, glued, units, language)
        yield Number(
            reading.span(i, max(stop, end)), values, unit, size, _approximate(reading, i, language), _noun(reading, end)
        )
        i = max(stop, end, i + 1)


_Read = tuple[tuple[float, ...], int, str]
"""Possible values, the token behind, and the unit that is written into the number."""


def _read(reading: Reading, i: int, language: str, words: Mapping[str, str], scales: Mapping[str, str]) -> _Read | None:
    ordinal = _ordinal(reading, i, language)
    if ordinal is not None:
        return (ordinal,), i + 1, "ordinal"
    matched = _DIGITS.fullmatch(reading.words[i])
    if matched:
        values: tuple[float, ...] = _values(matched[2], language)
        stop, glued = i + 1, matched[1] or matched[3].lower()
        if glued in _GLUED and matched[3]:
            values, glued = tuple(v * _GLUED[glued] for v in values), matched[1]
        while (
            stop < len(reading.words) and re.fullmatch(r"\d{3}", reading.words[stop]) and _thousands(reading, i, stop)
        ):
            values, stop = tuple(v * 1000 + int(reading.words[stop]) for v in values), stop + 1
    else:
        worded = _worded(reading, i, words, scales)
        if worded is None:
            return None
        value, stop = worded
        values, glued = (value,), ""
    while stop < len(reading.words) and reading.lows[stop] in scales and reading.owner[stop] == reading.owner[i]:
        factor = float(scales[reading.lows[stop]])
        values, stop = tuple(v * factor for v in values), stop + 1
        if stop < len(reading.words) and reading.lows[stop] == "." and reading.lows[stop - 1] in ("tys", "mio", "mrd"):
            stop += 1
    return values, stop, glued


def _ordinal(reading: Reading, i: int, language: str) -> float | None:
    """`fourth`, `4th`; not `a third of`, `first of all`, `second` as a unit of time."""
    low = reading.lows[i]
    value = forms(language, "ordinal").get(low)
    if value is None and language == "en" and (digits := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", low)):
        value = digits[1]
    following = reading.lows[i + 1] if i + 1 < len(reading.lows) else "."
    if value is None or not following[0].isalpha() or following in ("of", "and", "to", "in", "on"):
        return None
    return None if i and reading.lows[i - 1] in ("a", "one", "two", "at", "per") else float(value)


def _thousands(reading: Reading, first: int, stop: int) -> bool:
    """Whether the three digits at `stop` go on with the number: one thin or plain space between, no more than it."""
    gap = reading.text[reading.ends[stop - 1] : reading.begins[stop]]
    return (
        len(gap) == 1
        and gap.isspace()
        and len(reading.words[first]) <= 3
        and reading.owner[first] == reading.owner[stop]
    )


def _values(digits: str, language: str) -> tuple[float, ...]:
    """What the digits can mean; `1.000` is a thousand or one, as the language has it."""
    plain = digits.replace("’", "'").strip(".,'")
    marks = [c for c in plain if not c.isdigit()]
    if not marks:
        return (float(plain),)
    bare = re.sub(r"[.,' ]", "", plain)
    if _GROUPED.fullmatch(plain) and len(set(marks)) == 1:
        if len(marks) > 1 or marks[0] == "'" or marks[0] == ("." if language in _DECIMAL_COMMA else ","):
            return (float(bare),)
        return (_decimal(plain, marks[0]), float(bare))
    return (_decimal(plain, marks[-1]),)


def _decimal(plain: str, mark: str) -> float:
    whole, _, part = plain.rpartition(mark)
    return float(f"{re.sub(r'[^0-9]', '', whole) or '0'}.{re.sub(r'[^0-9]', '', part) or '0'}")


def _worded(reading: Reading, i: int, words: Mapping[str, str], scales: Mapping[str, str]) -> tuple[float, int] | None:
    """A number in words: `two hundred and fifty`, `twenty-five thousand`, `a hundred`, `half`."""
    low = reading.lows[i]
    if low in _HALVES and i + 1 < len(reading.lows) and "third" not in low and _counts_a_share(reading, i):
        return _HALVES[low], i + 1
    first = _single(low, words)
    if first is None and low in ("a", "an", "several") and i + 1 < len(reading.lows):
        if low != "several" and reading.lows[i + 1] in scales:
            return 1.0, i + 1
        return None
    if first is None:
        return None
    total, current, stop = 0.0, first, i + 1
    while stop < len(reading.lows) and reading.owner[stop] == reading.owner[i]:
        low = reading.lows[stop]
        if low == "and" and stop + 1 < len(reading.lows) and reading.lows[stop - 1] in scales:
            more = _single(reading.lows[stop + 1], words)
            if more is None:
                break
            current, stop = current + more, stop + 2
        elif low in scales:
            factor = float(scales[low])
            if factor == 100:
                current *= factor
            else:
                total, current = total + current * factor, 0.0
            stop += 1
        elif (more := _single(low, words)) is not None and (reading.lows[stop - 1] in scales):
            current, stop = current + more, stop + 1
        else:
            break
    return total + current, stop


def _single(low: str, words: Mapping[str, str]) -> float | None:
    if low in words:
        return float(words[low])
    tens, hyphen, unit = low.partition("-")
    if hyphen and tens in words and unit in words:
        return float(words[tens]) + float(words[unit])
    return None


def _counts_a_share(reading: Reading, i: int) -> bool:
    return reading.lows[i + 1] in ("of", "the", "its", "their", "his", "her")


def _unit(
    reading: Reading, first: int, stop: int, glued: str, units: Mapping[str, str], language: str
) -> tuple[str, float, int]:
    """The unit in front of the number, written into it, or behind it; with the token behind all of it."""
    if glued == "ordinal":
        return glued, 1.0, stop
    if glued in units:
        return (*_sized(units[glued]), stop)
    if first and reading.lows[first - 1] in units and not reading.lows[first - 1].isalpha():
        return (*_sized(units[reading.lows[first - 1]]), stop)
    if first and reading.lows[first - 1].rstrip("$") in ("us", "a", "c") and reading.lows[first - 1].endswith("$"):
        return "money-usd", 1.0, stop
    if reading.lows[first] in _HALVES:
        return "share", 1.0, stop
    for length in range(min(longest(language, "unit"), len(reading.lows) - stop), 0, -1):
        run = " ".join(reading.lows[stop : stop + length])
        if run in units:
            return (*_sized(units[run]), stop + length)
    if reading.lows[stop : stop + 2] == ["per", "cent"]:
        return "share", 0.01, stop + 2
    return "", 1.0, stop


def _sized(written: str) -> tuple[str, float]:
    unit, _, size = written.partition(":")
    return unit, float(size)


def _approximate(reading: Reading, first: int, language: str) -> bool:
    table = forms(language, "approximate")
    return any(" ".join(reading.lows[max(0, first - n) : first]) in table for n in (1, 2, 3) if first >= n)


def _noun(reading: Reading, stop: int) -> str:
    if stop >= len(reading.lows) or not reading.lows[stop][0].isalpha():
        return ""
    low = reading.lows[stop]
    return {"person": "peopl", "people": "peopl"}.get(low, low[:5])


def agree(one: Number, other: Number) -> bool:
    """Whether two numbers are the same, in the same unit, another one of the same quantity, or where one has none."""
    if (one.unit and other.unit and one.unit != other.unit) or (one.unit == "ordinal") != (other.unit == "ordinal"):
        return False
    if one.unit and other.unit and one.size != other.size:
        return any(_near(a * one.size, b * other.size, _CONVERTED) for a in one.values for b in other.values)
    return any(_near(a, b, 1e-9) for a in one.values for b in other.values)


def rounded(one: Number, other: Number) -> bool:
    """Whether one of the two is the other with fewer significant digits."""
    if "ordinal" in (one.unit, other.unit) or (
        one.unit and other.unit and (one.unit, one.size) != (other.unit, other.size)
    ):
        return False
    return any(_rounds(a, b) or _rounds(b, a) for a in one.values for b in other.values)


def _rounds(coarse: float, fine: float) -> bool:
    if not coarse or not fine or not _near(coarse, fine, _ROUNDED) or _digits(coarse) >= _digits(fine):
        return False
    step = 10.0 ** (floor(log10(abs(coarse))) + 1 - _digits(coarse))
    return abs(coarse - fine) < step


def _digits(value: float) -> int:
    """Significant digits of a value as people write it."""
    return len(f"{value:.6g}".partition("e")[0].replace(".", "").strip("0")) or 1


def _near(a: float, b: float, share: float) -> bool:
    return abs(a - b) <= share * max(abs(a), abs(b))
