"""When a text was published, where the markup does not declare it: date lines around the text, `<time>`, title, address.

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
from pathlib import Path
from typing import TYPE_CHECKING

from audit.model import Address, Block, Declared, Fact, Label, Markup, Quoted
from audit.page.wrapper_words import fold

if TYPE_CHECKING:
    from lxml.etree import _Element

BEFORE, AFTER = 800, 600
"""Characters above the headline and below the text in which a date line is looked for."""
LONGEST = 120
"""Characters beyond which a line is no date line."""
_FIRST, _LAST = 1990, 2100
SHARE = 0.3
"""Share of a line over the text that its date must be, where the line's label is not one of `_LINES`."""
_LINES: frozenset[Label] = frozenset({"byline", "other", "dateline", "standfirst", "credit"})
_NO_LINES: frozenset[Label] = frozenset({"headline", "body", "quote", "comments"})
_TIMES = ("time", "relative-time", "abbr")

_YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})\s?[-/.年년]\s?(\d{1,2})\s?[-/.月월]\s?(\d{1,2})(?!\d)")
_NUMBERS = re.compile(r"(?<!\d)(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?![./-]?\d)")
_DAY_FIRST = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|º|er|\.)?[\s,-]{1,3}(?:d[eo]l?\s)?([^\W\d_]{3,14})[.,]?[\s,-]{1,3}(?:d[eo]l?\s)?(\d{4})(?!\d)"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,14})\.?\s{1,2}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,2}(\d{4})(?!\d)")
_IN_ADDRESS = re.compile(r"[/-]((?:19|20)\d\d)[/-]([01]\d)[/-]([0-3]\d)(?=[/\-_.]|$)")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
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
    source = (Path(__file__).parent / "months.jsonl").read_text(encoding="utf-8")
    for row in map(json.loads, source.splitlines()):
        names = {name: number for number, forms in enumerate(row["months"], 1) for name in forms}
        by_language[row["language"]] = names
        for name, number in names.items():
            meanings.setdefault(name, set()).add(number)
    return by_language, {name: min(numbers) for name, numbers in meanings.items() if len(numbers) == 1}


@cache
def month_names() -> frozenset[str]:
    """The names of months of every language, folded."""
    return frozenset(name for names in months()[0].values() for name in names)


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
    text: str,
    blocks: Sequence[Block],
    root: _Element | None,
    url: str | None,
    canonical: Sequence[Declared],
    language: str | None,
) -> Iterator[Fact]:
    """Facts `published` and `modified`, as ISO dates, the surest first: of lines, `<time>`, the title, the addresses.

    `canonical` are the addresses that the page declares to be its own.
    """
    yield from _lines(text, blocks, language)
    if root is not None:
        yield from _time_elements(root)
        yield from _title(root, language)
    for address, place in ((url or "", ""), *((said.value, said.place) for said in canonical)):
        match = _IN_ADDRESS.search(address)
        found: list[tuple[int, int, date]] = []
        if match is not None:
            _add(found, match, int(match[1]), int(match[2]), int(match[3]))
        for start, end, day in found:
            yield Fact(
                "published", day.isoformat(), Markup(place, address) if place else Address("path", address[start:end])
            )


def _lines(text: str, blocks: Sequence[Block], language: str | None) -> Iterator[Fact]:
    body = [b for b in blocks if b.label in ("body", "quote")]
    if not body:
        return
    headline = next((b.start for b in blocks if b.label == "headline"), body[0].start)
    first, last = min(headline, body[0].start) - BEFORE, body[-1].end + AFTER
    for block in blocks:
        size = block.end - block.start
        if block.label in _NO_LINES or not first <= block.start <= last or size > LONGEST:
            continue
        line = text[block.start : block.end]
        for start, end, day in dates_in(line, language):
            if block.label not in _LINES and (block.start > body[0].start or end - start < SHARE * size):
                continue
            before = fold(line[max(0, start - 40) : start])
            name = "modified" if _CHANGED.search(before) else "published"
            place = Quoted(block.start + start, block.start + end, line[start:end])
            yield Fact(name, day.isoformat(), place)


def _time_elements(root: _Element) -> Iterator[Fact]:
    """The first time in the markup behind the page's heading that is named as the publication's, else the first one there.

    Of a page without such a heading the one that is named so, or the only one.
    """
    times: list[tuple[str, bool, str]] = []
    headed: int | None = None
    for element in root.iter("h1", *_TIMES):
        if element.tag == "h1":
            headed = len(times)
            continue
        named = "published" in (element.get("class") or "")
        attribute = "title" if element.tag == "abbr" else "datetime"
        value = (element.get(attribute) or "").strip()
        if _ISO.match(value) and (named or element.tag != "abbr"):
            times.append((value[:40], named, f"{element.tag}[{attribute}]"))
        if len(times) > 200:
            break
    behind = times[headed:] if headed is not None else []
    published = [time for time in behind if time[1]] or [time for time in times if time[1]]
    only = times if len({value for value, _, _ in times}) == 1 else []
    for value, _, place in (published or behind or only)[:1]:
        yield Fact("published", value, Markup(place, value))


def _title(root: _Element, language: str | None) -> Iterator[Fact]:
    """The one date in figures that opens or closes the page's `<title>`."""
    title = next(root.iter("title"), None)
    words = " ".join((title.text or "").split())[:400] if title is not None else ""
    found = dates_in(words, language)
    if len(found) != 1:
        return
    start, end, day = found[0]
    if (
        words[start:end].isascii()
        and not any(c.isalpha() for c in words[start:end])
        and (not start or end == len(words))
    ):
        yield Fact("published", day.isoformat(), Markup("title", words))
