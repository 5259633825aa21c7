"""Sentences of scripts without spaces, with their quotations blanked: what is said must not be read as who says it."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from audit.lexicon import speech
from audit.model import Span
from audit.provenance.attributions.reading.tokens import Reading, paragraphs
from audit.provenance.attributions.tagging import RawAttribution, Sentence

BLANK = "\ue000"
"""Stands for each character of a quotation; of the private use area, so that no rule takes it for a letter."""
_END = re.compile(r"[。！？!?]+|\.(?=\s|$)")
_LONGEST = 800
"""Characters of a sentence that are read."""
_SHORTEST_SPEECH = 2


class Said(NamedTuple):
    """A sentence at `start` of the text: `shown` is its text with quotations blanked."""

    start: int
    shown: str
    before: Span | None
    """The quotation that ends right before the sentence, in the same paragraph."""


@cache
def alternatives(language: str, family: str) -> str:
    """The forms of a family as a pattern, longest first."""
    return "|".join(re.escape(form) for form in sorted(speech.forms(language, family), key=len, reverse=True))


@cache
def pattern(language: str, template: str) -> re.Pattern[str]:
    """`template` with every `<family>` replaced by the language's forms of it."""
    return re.compile(re.sub(r"<([a-z]+)>", lambda m: f"(?:{alternatives(language, m.group(1))})", template))


def last_verb(said: Said, language: str, template: str) -> re.Match[str] | None:
    """The last place where `template` (see `pattern`) matches: in these languages the verb ends its sentence."""
    found = deque(pattern(language, template).finditer(said.shown), maxlen=1)
    return found[0] if found else None


def sentences(reading: Reading) -> Iterator[Said]:
    """The sentences of a text; a quotation with its full stops is part of the one that it stands in."""
    shown = list(reading.text)
    for quotation in reading.quotations:
        shown[quotation.start : quotation.end] = BLANK * (quotation.end - quotation.start)
    blanked = "".join(shown)
    marks = [Sentence(*_bounds(reading, i), reading.paragraph[i]) for i in range(len(reading.sentences))]
    for paragraph in paragraphs([m for m in marks if m.start < m.end]):
        start = paragraph.start
        before: Span | None = None
        for stop in (*(m.end() for m in _END.finditer(blanked, paragraph.start, paragraph.end)), paragraph.end):
            while start < stop and blanked[start].isspace():
                start += 1
            if start < stop:
                end = min(stop, start + _LONGEST)
                yield Said(start, blanked[start:end], before)
                bare = blanked[start:stop].strip(" 　。！？!?.")
                before = Span(start, stop) if bare and not bare.strip(BLANK) else None
            start = stop


def _bounds(reading: Reading, sentence: int) -> tuple[int, int]:
    first, stop = reading.sentences[sentence]
    return (reading.begins[first], reading.ends[stop - 1]) if first < stop else (0, 0)


def attribution(
    said: Said, source: tuple[int, int], cue: tuple[int, int], strength: float, particle: int = 0
) -> RawAttribution | None:
    """The attribution of a source and a cue, offsets in `said.shown`: its content is the rest of the sentence.

    `particle` is the length of the topic's mark behind the source, which belongs to neither.
    """
    low, high = min(source[0], cue[0]), max(source[1], cue[1])
    if source[1] <= cue[0]:
        parts = [(0, low), (source[1] + particle, cue[0]), (high, len(said.shown))]
    else:
        parts = [(0, low), (high, len(said.shown))]
    content = [span for part in parts if (span := _content(said, *part)) is not None]
    if not content and said.before is not None:
        content = [said.before]
    if not content or source[0] >= source[1]:
        return None
    return RawAttribution(
        (Span(said.start + source[0], said.start + source[1]),),
        (Span(said.start + cue[0], said.start + cue[1]),),
        tuple(content),
        strength,
    )


def _content(said: Said, start: int, stop: int) -> Span | None:
    """The words of a part of the sentence without the punctuation around them, where they are more than a particle."""
    while start < stop and not (said.shown[start].isalnum() or said.shown[start] == BLANK):
        start += 1
    while stop > start and not (said.shown[stop - 1].isalnum() or said.shown[stop - 1] == BLANK):
        stop -= 1
    return Span(said.start + start, said.start + stop) if stop - start > _SHORTEST_SPEECH else None
