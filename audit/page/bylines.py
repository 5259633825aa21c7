"""Who signs: the names that byline lines and the markup give, without the dates, counters and buttons around them.

A line “By Ada Lane on July 27, 2025 | 3 comments” signs with “Ada Lane”; a line of the date alone signs with nobody. Of
what the markup declares, people come before the publisher's own name, an address or a stand-in such as “admin”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from audit.lexicon.word_sets import words_of
from audit.model import SIGNATURE, Block, Declared, Fact, Label, Markup, Quoted
from audit.page import last_lines
from audit.page.dates import month_names
from audit.page.wrapper_words import family_of, fold, without_opening

ABOVE = 400
"""Characters above the headline in which a byline is looked for."""
PARAGRAPHS = 3
"""The paragraph above which a byline still belongs to the text's beginning."""
LONGEST = 120
"""Characters beyond which a name is none."""
AMBIGUOUS = 3
"""Letters up to which an opening (“de”, “par”) opens other lines, too; a name has to follow it."""
_OTHER_THAN_NAME = re.compile(r"[\d@|•·\[]|https?:|www\.|\(@")
_ADDRESS = re.compile(r"https?:|www\.|@|\.[a-z]{2,4}\b(?:/|$)")
_TOKEN = re.compile(r"[^\W\d_]+")
_LEGAL_FORM = re.compile(
    r"\b(?:gmbh|mbh|ag|kg|inc|llc|ltd|plc|corp|s\.?a\.?|s\.?l\.?|s\.?p\.?a|b\.?v|e\.? ?v|ооо)\.?(?:,.*)?$"
)
_EDGES = " \t\u00a0\u2009\u202f|/•·,;:–—-([\u200e\u200f"
_AGENCY_CAPITALS = 5
"""Letters up to which a lone word in capitals is an agency's name (ANSA, AFP), not a heading."""
_NAMING = frozenset({"byline", "credit", "photo"})
"""Families of the wrapper's words that hold names: an agency alone is most often a picture's credit."""
_SIGNING: frozenset[Label] = frozenset({"byline", "credit"})


def shown(text: str, blocks: Sequence[Block], headline: Block | None) -> Iterator[Fact]:
    """The signatures that a reader sees, in order: around the beginning, then below the last line; each with its span.

    The beginning reaches from a little above `headline`, the first block of it (from the page's start where there is
    none), to the third paragraph: a lead or a list of points may stand over the byline.
    """
    start = headline.start - ABOVE if headline else 0
    body = [
        b.start for b in blocks if b.label in ("dateline", "body") and (headline is None or b.start > headline.start)
    ]
    end = (body[:PARAGRAPHS] or [len(text)])[-1]
    below = [b for b in blocks if b.label == "byline" and b.why.startswith(SIGNATURE) and b.start >= end]
    over = [b for b in blocks if b.label in _SIGNING and start <= b.start <= end]
    for block in (*over, *below):
        span = name_in(text, block)
        if span is not None:
            yield Fact("byline", text[span[0] : span[1]], Quoted(*span, text[span[0] : span[1]]))


def name_in(text: str, block: Block) -> tuple[int, int] | None:
    """The span of the name with which a line signs; None where it signs with none.

    A line that the lexicon calls a credit, or one of a date, signs only where it opens as bylines do.
    """
    line = text[block.start : block.end]
    if len(line) > 2 * LONGEST:
        return None
    rest = without_opening(line.lstrip(_EDGES), "byline").lstrip(": \t\u00a0")
    opening = line[: len(line.rstrip()) - len(rest)].strip(_EDGES)
    if not opening and not (block.signs or _is_whole_byline(line)):
        return None
    other = _OTHER_THAN_NAME.search(rest)
    if other is not None and not opening and rest[: other.start()].rstrip().endswith(":"):
        return None  # “Last change: 3.5.2026”: what stands before a colon and figures says what they are
    name = rest[: other.start()] if other else rest
    if other is not None and other.group() == "@" and name and name[-1].isalnum():
        name = name[: len(name) - len(name.split()[-1])]  # the first half of an e-mail address is no name
    name = _without_date_words(name)
    if name.endswith(")") and "(" not in name:
        name = name[:-1].rstrip()
    if not _is_signature(name, opening):
        return None
    start = block.start + line.rindex(rest) + (len(rest) - len(rest.lstrip(_EDGES)))
    return start, start + len(name)


def declared(said: Sequence[Declared]) -> list[Fact]:
    """The authors that the markup names: people first, then organisations, the publisher's own name and companies last.

    Addresses and stand-ins for a name are left out; they remain among what the page declares.
    """
    house = {_plain(one.value) for one in said if one.name in ("publisher", "site-name")}
    found = []
    for one in said:
        value = one.value.strip()
        if one.name != "author" or not value or _ADDRESS.search(value.casefold()) or not _stands_for_a_name(value):
            continue
        own = _plain(value) in house or _LEGAL_FORM.search(value.casefold()) is not None
        found.append((2 if own else "[Person]" not in one.place, Fact("byline", value, Markup(one.place, one.value))))
    return [fact for _, fact in sorted(found, key=lambda pair: pair[0])]


def _is_whole_byline(line: str) -> bool:
    return family_of(line) == ("byline", True)


def _without_date_words(name: str) -> str:
    """`name` without the month, weekday, “on”, “updated” that led to a date behind it."""
    name = name.strip(_EDGES)
    around = words_of("date-words")
    while name:
        last = name.split()[-1]
        word = fold(last).strip(".,:;")
        if word not in around and word not in month_names():
            return name
        name = name[: len(name) - len(last)].strip(_EDGES)
    return name


def _is_signature(name: str, opening: str) -> bool:
    if not 2 <= len(name) <= LONGEST or not any(c.isalpha() for c in name) or last_lines.is_end_mark(name):
        return False
    if not _stands_for_a_name(name) or ((other := family_of(name)) is not None and other[0] not in _NAMING):
        return False
    words = name.split()
    if name.isupper() and len(words) == 1 and len(name) > _AGENCY_CAPITALS and len(opening) <= AMBIGUOUS:
        return False
    if name[0].islower() and (name[-1] in ".!?…" or len(words) > 2):
        return False
    if opening and len(opening) > AMBIGUOUS:
        return True
    return len(words) <= 12 and not name.endswith(("?", "!", "…"))


def _stands_for_a_name(name: str) -> bool:
    """False for stand-ins (“admin”, “no author”) and for what buttons and counters beside a byline say (“min read”)."""
    low = fold(name).strip(_EDGES + ".")
    words = _TOKEN.findall(low)
    return low not in words_of("no-author") and not (words and words_of("byline-clutter").issuperset(words))


def _plain(name: str) -> str:
    return "".join(c for c in fold(name) if c.isalnum())
