"""Sentences of reporting blocks: lines first, then sentence boundaries inside each line.

Boundaries come from sentencex; it keeps a quotation whole, however many sentences stand in it, so a line is split once
more after a sentence end inside or behind quotation marks. It is told the language; where it ends a sentence at an
abbreviation of the language, an initial or an ordinal number (`am 3. Mai`), the pieces are joined again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from audit.lexicon import speech
from audit.model import Span
from audit.provenance.attributions.tagging import Sentence

_CLOSING = "\"'”’»)]"
_OPENING = "\"'“‘«([¿¡—–-"
_ENDS = ".!?…"
_LONGEST = 2400
"""Characters of a sentence that is read whole."""
_LONGEST_LINE = 8000
"""Characters of a line that is cut into sentences at a time: sentencex takes time quadratic in a run of quotation marks."""
_ABBREVIATIONS = """
mr mrs ms dr sen rep gov gen col lt sgt st jr sr prof rev hon capt maj vs no inc corp co ma
jan feb mar apr aug sept sep oct nov dec calif fla mass pa wash
"""
_OPENING_LINE = re.compile(
    r"""\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?|\sGMT|\sUTC)?\s*[–—-]\s+(?=\w)
      | [^\W\d_a-z](?:[^\W\d_a-z]|[ .'’-]){2,40}(?:,\s[^—–:\n]{1,40}?)?(?:\s?\([^()\n]{1,40}\))?\s?(?:[—–]|--|-)\s+(?=\w)""",
    re.VERBOSE,
)
"""A time of day or a dateline with its dash: no word of the sentence that follows."""
_ABBREVIATED = frozenset(_ABBREVIATIONS.split())
_ORDINAL = frozenset(["cs", "da", "de", "fi", "hr", "hu", "no", "pl", "sk", "sr", "tr"])
"""Languages that write an ordinal number with a full stop."""
_LONGEST_ORDINAL = 2


def split(text: str, spans: Iterable[Span], language: str | None = "en") -> tuple[Sentence, ...]:
    """The sentences of `spans` (usually blocks) in order; every line of a span is a paragraph of its own."""
    found: list[Sentence] = []
    paragraph = 0
    for span in spans:
        for line in _lines(text, span):
            found.extend(Sentence(s.start, s.end, paragraph) for s in _sentences(text, line, language or "en"))
            paragraph += 1
    return tuple(found)


def _lines(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while start < span.end:
        stop = text.find("\n", start, span.end)
        stop = span.end if stop < 0 else stop
        trimmed = _trim(text, start, stop)
        if trimmed is not None:
            yield trimmed
        start = stop + 1


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def _sentences(text: str, line: Span, language: str) -> Iterator[Span]:
    opening = _OPENING_LINE.match(text, line.start, line.end)
    place = opening.end() if opening is not None and opening.end() < line.end else line.start
    while place < line.end:
        end = line.end
        if end - place > _LONGEST_LINE:
            end = max(text.rfind(" ", place + 1, place + _LONGEST_LINE), place + _LONGEST_LINE // 2)
        cuts = [(place + b["start_index"], place + b["end_index"]) for b in _segmenter()(language, text[place:end])]
        for begin, stop in cuts if language == "en" else _joined(text, cuts, language):
            yield from _whole(text, begin, stop, language)
        place = end


def _joined(text: str, cuts: Iterable[tuple[int, int]], language: str) -> Iterator[tuple[int, int]]:
    """The cuts without those that stand at an abbreviation, an initial or an ordinal number."""
    begin = -1
    last = -1
    for start, stop in cuts:
        begin = start if begin < 0 else begin
        last = stop
        end = stop
        while end > start and text[end - 1].isspace():
            end -= 1
        if end > start and _abbreviated(text, start, end - 1, language):
            continue
        yield begin, stop
        begin = -1
    if begin >= 0:
        yield begin, last


def _whole(text: str, begin: int, stop: int, language: str) -> Iterator[Span]:
    """The sentences between two boundaries that sentencex sees."""
    for start, end in _cut(text, begin, stop, language):
        trimmed = _trim(text, start, end)
        if trimmed is not None:
            yield from _bounded(text, trimmed)


def _bounded(text: str, sentence: Span) -> Iterator[Span]:
    """`sentence`, in pieces where it is longer than any sentence that somebody wrote: the work on one stays bounded."""
    start = sentence.start
    while sentence.end - start > _LONGEST:
        stop = max(text.rfind(" ", start + 1, start + _LONGEST), start + _LONGEST // 2)
        piece = _trim(text, start, stop)
        if piece is not None:
            yield piece
        start = stop
    rest = _trim(text, start, sentence.end)
    if rest is not None:
        yield rest


def _cut(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """Cuts after a sentence end that a quotation hides: `…gone.” The minister` and `“Go. Stay.”`."""
    begin = start
    position = start
    while position < end:
        if text[position] not in _ENDS:
            position += 1
            continue
        stop = position + 1
        while stop < end and (text[stop] in _ENDS or text[stop] in _CLOSING):
            stop += 1
        if (
            stop < end - 1
            and text[stop].isspace()
            and _opens(text, stop, end)
            and not _abbreviated(text, begin, position, language)
        ):
            yield begin, stop
            begin = stop
        position = stop
    yield begin, end


def _opens(text: str, position: int, end: int) -> bool:
    """Whether what follows the white space at `position` may begin a sentence."""
    while position < end and (text[position].isspace() or text[position] in _OPENING):
        position += 1
    return position < end and not text[position].islower() and text[position].isalnum()


def _abbreviated(text: str, start: int, stop: int, language: str) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation, an initial or an ordinal number."""
    if text[stop] != ".":
        return False
    begin = stop
    while begin > start and (text[begin - 1].isalpha() or text[begin - 1] == "."):
        begin -= 1
    word = text[begin:stop]
    if not word and language in _ORDINAL:
        while begin > start and text[begin - 1].isdigit():
            begin -= 1
        return 0 < stop - begin <= _LONGEST_ORDINAL
    if language == "en":
        return len(word) == 1 or "." in word or word.lower() in _ABBREVIATED
    return (len(word) == 1 and word.isupper()) or word.lower() in speech.forms(language, "abbreviation")


@cache
def _segmenter() -> Any:
    from sentencex import get_sentence_boundaries

    return get_sentence_boundaries
