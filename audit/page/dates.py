"""When a text was published, where the markup does not declare it: date lines around the text, `<time>`, the address.

Only lines that are nothing but a date (with a time, a name, a word such as "Updated") count, and only near the article:
a date in the story is news, one in a teaser is another page's. What cannot be read without guessing, such as 03/04/2020 on
an English page, is left alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from audit.model import Address, Block, Fact, Label, Markup, Quoted
from audit.page.wrapper_words import fold

if TYPE_CHECKING:
    from lxml.etree import _Element

BEFORE, AFTER = 800, 600
"""Characters above the headline and below the text in which a date line is looked for."""
LONGEST = 120
"""Characters beyond which a line is no date line."""
_FIRST, _LAST = 1990, 2100
_LINES: frozenset[Label] = frozenset({"byline", "other", "dateline", "standfirst", "credit"})

_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?![./-]?\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|º|er|\.)?[\s,-]{1,3}(?:d[eo]l?\s)?([^\W\d_]{3,14})[.,]?[\s,-]{1,3}(?:d[eo]l?\s)?(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,14})\.?\s{1,2}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(\d{4})(?!\d)")
_IN_ADDRESS = re.compile(r"[/-]((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?=[/\-_.]|$)")
_CHANGED = re.compile(
    r"updat|aktualis|geändert|mis à jour|modif|actualiz|aggiorna|atualiz|bijgewerkt|uppdatera|oppdater|opdater|päivitet"
    r"|zaktualiz|aktualiz|обновл|измен|оновл|güncel|تحديث|更新|更新日|수정|עודכן|به‌روز"
)
_AMERICAN = frozenset({"en"})
"""Languages in which a date in figures alone is written in either order."""


@cache
def months() -> tuple[dict[str, dict[str, int]], dict[str, int]]:
    """(language to month name to number, names that mean one month everywhere); the rows of `months.jsonl`, from CLDR."""
    by_language: dict[str, dict[str, int]] = {}
    meanings: dict[str, set[int]] = {}
    source = resources.files("audit.page").joinpath("months.jsonl").read_text(encoding="utf-8")
    for row in map(json.loads, source.splitlines()):
        names = {name: number for number, forms in enumerate(row["months"], 1) for name in forms}
        by_language[row["language"]] = names
        for name, number in names.items():
            meanings.setdefault(name, set()).add(number)
    return by_language, {name: min(numbers) for name, numbers in meanings.items() if len(numbers) == 1}


def dates_in(text: str, language: str | None) -> list[tuple[int, int, date]]:
    """The dates of `text` in order, each with its start and end; those whose order of day and month is open are left out."""
    folded = fold(text)
    if len(folded) != len(text):  # a sharp s or an invisible mark: offsets would be wrong
        folded = text.lower() if len(text.lower()) == len(text) else text
    found: list[tuple[int, int, date]] = []
    for match in _YEAR_FIRST.finditer(folded):
        _add(found, match, int(match[1]), int(match[2]), int(match[3]))
    for match in _NUMBERS.finditer(folded):
        one, other = int(match[1]), int(match[3])
        if match[2] != "." and language in _AMERICAN and one != other and max(one, other) <= 12:
            continue
        day, month = (other, one) if other > 12 else (one, other)
        _add(found, match, int(match[4]), month, day)
    for match in _DAY_FIRST.finditer(folded):
        _add(found, match, int(match[3]), _month(match[2], language), int(match[1]))
    for match in _MONTH_FIRST.finditer(folded):
        _add(found, match, int(match[3]), _month(match[1], language), int(match[2]))
    return sorted(found)


def _month(name: str, language: str | None) -> int:
    by_language, shared = months()
    name = fold(name)
    return by_language.get(language or "", {}).get(name) or shared.get(name, 0)


def _add(found: list[tuple[int, int, date]], match: re.Match[str], year: int, month: int, day: int) -> None:
    if not (_FIRST <= year <= _LAST and 1 <= month <= 12):
        return
    try:
        found.append((match.start(), match.end(), date(year, month, day)))
    except ValueError:  # the 31st of a month of 30 days is no date
        return


def stated(
    text: str, blocks: Sequence[Block], root: _Element | None, url: str | None, language: str | None
) -> Iterator[Fact]:
    """Facts `published` and `modified`, as ISO dates, that lines, `<time>` or the address state, the surest first."""
    yield from _lines(text, blocks, language)
    if root is not None:
        yield from _time_elements(root)
    match = _IN_ADDRESS.search(url or "")
    if match is not None:
        found: list[tuple[int, int, date]] = []
        _add(found, match, int(match[1]), int(match[2]), int(match[3]))
        for _, _, day in found:
            yield Fact("published", day.isoformat(), Address("path", match[0]))


def _lines(text: str, blocks: Sequence[Block], language: str | None) -> Iterator[Fact]:
    body = [b for b in blocks if b.label in ("body", "quote")]
    if not body:
        return
    headline = next((b.start for b in blocks if b.label == "headline"), body[0].start)
    first, last = min(headline, body[0].start) - BEFORE, body[-1].end + AFTER
    for block in blocks:
        if block.label not in _LINES or not first <= block.start <= last or block.end - block.start > LONGEST:
            continue
        line = text[block.start : block.end]
        for start, end, day in dates_in(line, language):
            before = fold(line[max(0, start - 40) : start])
            name = "modified" if _CHANGED.search(before) else "published"
            place = Quoted(block.start + start, block.start + end, line[start:end])
            yield Fact(name, day.isoformat(), place)


def _time_elements(root: _Element) -> Iterator[Fact]:
    """The first `<time datetime>` behind the page's heading, or the only one of the page."""
    times: list[str] = []
    headed: int | None = None
    for element in root.iter("h1", "time"):
        if element.tag == "h1":
            headed = len(times)
        elif value := (element.get("datetime") or "").strip():
            times.append(value)
        if len(times) > 200:
            break
    behind = times[headed:] if headed is not None else times if len(set(times)) == 1 else []
    for value in behind[:1] or (times if len(set(times)) == 1 else []):
        if re.match(r"\d{4}-\d\d-\d\d", value):
            yield Fact("published", value[:40], Markup("time[datetime]", value[:200]))
            return
