"""Whether a row of citation matches around a name, and whether the name is an outlet's there.

A name that means other things too counts only where it stands as an outlet's would: quoted, behind an article or a class
noun, or with a cue that fits nothing else. What `and` or a comma joins to a cited name is cited, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from audit.lexicon.outlets import by_name
from audit.model import Block, Citation, Node, Span
from audit.provenance.citations.candidates import Candidate, common_words
from audit.provenance.citations.rows import BLANK, EDGE, LETTER, REACH, compiled, words
from audit.provenance.outlet_names import cited_as


class Match(NamedTuple):
    """A row that matches around a name, and where its cue stands."""

    row: str
    strength: float
    cue: Span


def cited(text: str, block: Block, names: Sequence[Candidate], language: str) -> Iterator[Citation]:
    """The candidates with a matching row, and those joined to one by "and" or a comma."""
    matches: list[Match | None] = [match_around(text, block, name, language) for name in names]
    for i in range(1, len(names)):
        _carry_over(text, names, matches, i - 1, i, language)
    for i in range(len(names) - 1, 0, -1):
        _carry_over(text, names, matches, i, i - 1, language)
    for name, match in zip(names, matches, strict=True):
        if match is not None:
            node = Node(cited_as(name.outlet, text[name.start : name.end]) if name.outlet else name.name, "outlet")
            yield Citation(node, name.start, name.end, match.cue, match.row, match.strength)


def match_around(text: str, block: Block, name: Candidate, language: str) -> Match | None:
    """The first row that matches around a name, where the name stands as an outlet's would; None where none does."""
    left = text[max(block.start, name.start - REACH) : name.start]
    right = text[name.end : min(block.end, name.end + REACH)]
    written = text[name.start : name.end]
    if name.outlet is not None and name.outlet.kind == "official":
        return None
    if _abbreviates_another(text, written, name) or (language == "de" and _is_an_adjective(written, right)):
        return None
    if _is_part(written, left, right, language) or _is_somebody(text, written, language):
        return None
    plain = name.certain or _introduced(name, written, left, right, language)
    if not plain and (_is_followed(written, right, language) or not _is_curated(name)):
        return None
    for candidate in compiled(language):
        row = candidate.row
        if (row.where and row.where != block.label) or not (plain or row.firm):
            continue
        start, end = name.start, name.end
        if candidate.before is not None:
            before = candidate.before.search(left)
            if before is None:
                continue
            start = name.start - len(left) + before.start()
        if candidate.after is not None:
            after = candidate.after.match(right)
            if after is None:
                continue
            end = name.end + after.end()
        cue = Span(start, name.start) if candidate.after is None else Span(name.end, end)
        return Match(row.id, row.strength, cue)
    return None


@lru_cache(maxsize=4)
def _expansions(text: str) -> dict[str, str]:
    """What the text says that abbreviations stand for: `ANP` of "Administración Nacional de Puertos (ANP)"."""
    found = {}
    for match in _EXPANDED.finditer(text):
        words = [word for word in re.split(r"[\s-]+", match[1]) if word[:1].isupper()]
        if "".join(word[0] for word in words[-len(match[2]) :]).casefold() == match[2].casefold():
            found[match[2]] = " ".join(words[-len(match[2]) :])
    return found


def _abbreviates_another(text: str, written: str, name: Candidate) -> bool:
    """Whether a short name is, by the text's own words, the abbreviation of somebody else's name."""
    if name.outlet is None or not _is_short(written):
        return False
    meant = _expansions(text).get(written)
    if meant is None:
        return False
    known = by_name(meant)
    full = (name.outlet.name, *name.outlet.aliases)
    return (known is None or known.name != name.outlet.name) and not any(
        len(alias) > SHORT_NAME and meant.split()[0].casefold()[:4] in alias.casefold() for alias in full
    )


def _is_an_adjective(written: str, right: str) -> bool:
    """`der Süddeutschen Zuchtverbände`, `der Deutschen Presse-Agentur`: an inflected adjective before its noun."""
    return written.endswith(("en", "er", "em", "es")) and " " not in written and _NOUN_AFTER.match(right) is not None


SHORT_NAME = 6
_EXPANDED = re.compile(r"((?:[^\W\d_][\w'’-]*[ \xa0]+){2,8})\(([A-ZÄÖÜ]{2,5})\)")
_NOUN_AFTER = re.compile(r"[ \xa0](?-i:[A-ZÄÖÜ])[a-zäöüß]{3,}")
_WORD_BEFORE = re.compile(r"(\w[\w'’.-]*)[^\S\n]\Z")
_WORD_AFTER = re.compile(r"[^\S\n](?:of\s+)?(\w+)")
_QUOTED_BEFORE = re.compile('(?:[„“»「『《"]|«\\s?)\\Z')
_QUOTED_AFTER = re.compile("[^\\S\\n]?[\"“”»」』》'’]")


def _is_short(written: str) -> bool:
    return len(written) < 6 and written.isupper()


def _is_word(written: str) -> bool:
    """One capitalised word of a script with cases: what a surname or a common word at a sentence's start looks like."""
    return written.isalpha() and written[:1].isupper() and not written.isupper()


def _is_part(written: str, left: str, right: str, language: str) -> bool:
    """Whether the name is a piece of a longer one: `Michael Bloomberg`, `AP2`, `Sun Valley`."""
    if _is_short(written):
        return re.match(r"[-’']?\d", right) is not None
    if not _is_word(written):
        return False
    before = _WORD_BEFORE.search(left)
    return before is not None and _is_name_word(before[1], language) and not _starts_sentence(left, before.start())


def _starts_sentence(left: str, at: int) -> bool:
    earlier = left[:at].rstrip("\"'“„«»‘’” ")
    return not earlier or earlier[-1] in ".!?:…\n"


@cache
def _is_name_word(word: str, language: str) -> bool:
    """A capitalised word that is no day, article, class noun or adjective of nation of the language."""
    if not word[:1].isupper() or word.isupper():
        return False
    if language == "de":
        return False  # every noun is written so
    listed, adjective = common_words(language)
    return word.lower() not in listed and not (adjective is not None and adjective.match(word))


@cache
def _is_somebody(text: str, written: str, language: str) -> bool:
    """Whether the text has somebody of that name: `Jason Bloomberg`, then `Mr. Bloomberg`."""
    if not _is_word(written) or language == "de":
        return False
    for match in re.finditer(rf"\b([^\W\d_]+\.?)[^\S\n]{re.escape(written)}\b", text):
        if _is_name_word(match[1].rstrip("."), language) and not _starts_line(text, match.start()):
            return True
    return False


def _starts_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n"


def _introduced(name: Candidate, written: str, left: str, right: str, language: str) -> bool:
    """Whether a name that means other things too stands as an outlet's would.

    A short name in capitals (AP, DPA) needs only its cue. A common word ("Sun", "Time") must be quoted, or follow an
    article or a class noun, and must not be followed by another name.
    """
    if _is_short(written):
        return _is_curated(name) or bool(_introduces(language, True).search(left))
    if not written[:1].isupper():
        return not written.isascii()
    if _QUOTED_BEFORE.search(left) and _QUOTED_AFTER.match(right):  # not a word that only opens somebody's speech
        return True
    if written.startswith("The ") and (_is_curated(name) or written.count(" ") >= 2):
        return not _is_followed(written, right, language)
    nouns_only = language == "de" or not _is_curated(name)
    return not _is_followed(written, right, language) and bool(_introduces(language, nouns_only).search(left))


def _is_followed(written: str, right: str, language: str) -> bool:
    """Whether another name follows a common word at once: `Herb Lash`, `Sun Valley`, `Times of Elbonia`."""
    after = _WORD_AFTER.match(right) if _is_word(written.removeprefix("The ")) else None
    return after is not None and _is_name_word(after[1], language)


def _is_curated(name: Candidate) -> bool:
    """Whether the lexicon knows more of the outlet than a list's name and domain."""
    return name.outlet is not None and name.outlet.ownership != "unknown"


@cache
def _introduces(language: str, nouns_only: bool) -> Any:
    """A class noun right before a name, or an article.

    German articles stand before common nouns, which are written like names; a name that only a list knows may be any
    word: there only a class noun tells.
    """
    import re2

    known = words()[language]
    listed = "|".join(filter(None, (known.cls,) if nouns_only else (known.cls, "the", known.det)))
    listed = listed.replace("{L}", LETTER).replace(" ", f"{BLANK}+") or "news agency"
    return re2.compile(f"(?i)(?:^|{EDGE})(?:{listed}){BLANK}+$")


@cache
def _joint(language: str) -> Any:
    import re2

    known = words()[language]
    skip = "|".join(filter(None, (known.det, known.cls, known.and_)))
    skip = skip.replace("{L}", LETTER).replace(" ", f"{BLANK}+")
    return re2.compile(
        f"(?i)[\"'“”„«»‘’」』》]?(?:{BLANK}*(?:,|、|/|&|;|(?:{skip or 'and'})))+{BLANK}*[\"'“”„«»‘’「『《]?$"
    )


def _carry_over(
    text: str, names: Sequence[Candidate], matches: list[Match | None], source: int, target: int, language: str
) -> None:
    match, name = matches[source], names[target]
    if match is None or matches[target] is not None:
        return
    if not (name.certain or _is_short(text[name.start : name.end])):
        return
    first, last = sorted((names[source], names[target]))
    between = text[first.end : last.start]
    if len(between) <= 40 and _joint(language).match(between):
        matches[target] = Match(match.row, round(match.strength * 0.9, 3), match.cue)
