"""The claim that a cue and its source leave: what the rest of the sentence says, or the quotation beside it."""

from __future__ import annotations

from audit.model import Span
from audit.provenance.attributions.languages.line import Cue, Line, Tokens
from audit.provenance.attributions.languages.sources import points
from audit.provenance.attributions.languages.words import VERB_LAST, VERB_SECOND

_LONGEST_SPEECH = 400
_WORD = 5
_CLAUSE = 3


def content(line: Line, cue: Cue, source: Tokens) -> tuple[Span, ...]:
    """The spans of the claim; empty where nothing is said."""
    return _told(line, cue) or _here(line, cue, source)


def _told(line: Line, cue: Cue) -> tuple[Span, ...]:
    """`Das sagte X.`, `Lo riferisce X.`: the sentence before, to which the pronoun points."""
    if not line.number or cue.family != "say" or not points(line, cue) or line.opens(cue.stop):
        return ()
    return _sentence_before(line)


def _bare(line: Line, cue: Cue, source: Tokens) -> bool:
    """`Le ministère dément.`, `El ministro lo niega.`: a speaker and a verb, and at most a pronoun that points back."""
    inside = {*range(*source), *range(cue.first, cue.last)}
    rest = [i for i in range(line.first, line.stop) if i not in inside and line.reading.words[i].isalnum()]
    back = line.words.back | line.words.object
    return cue.family == "say" and line.number > 0 and len(rest) < _CLAUSE and all(line.lows[i] in back for i in rest)


def _sentence_before(line: Line) -> tuple[Span, ...]:
    if not line.number:
        return ()
    start, stop = line.reading.sentences[line.number - 1]
    return (line.reading.span(start, stop),) if stop > start else ()


def _here(line: Line, cue: Cue, source: Tokens) -> tuple[Span, ...]:
    reading, first, stop = line.reading, line.first, line.stop
    low, high = min(source[0], cue.first), max(source[1], cue.last)
    parts = [line.trim(_begin(line, low), low), line.trim(high, stop)]
    if (line.words.language in VERB_LAST or cue.family == "place") and source[1] < cue.first:
        parts.insert(1, line.trim(source[1], cue.first))
    spans = [reading.span(*p) for p in parts if p is not None and (p[1] - p[0] > 1 or _object(line, p[0], cue))]
    if not spans and ((cue.family == "pre" and cue.first == first) or _bare(line, cue, source)):
        return _sentence_before(line)
    if (
        len(spans) > 1
        and _quoted(line, spans[0])
        and reading.words[high : high + 1] == [","]
        and not _quoted(line, spans[-1])
    ):
        spans.pop()  # what a comma adds to the speaker is no speech
    if line.opens(high) and not (spans and _quoted(line, spans[0])):
        spans = [s for s in spans if s.start >= reading.begins[min(high, len(reading.begins) - 1)]]
    if not spans and any(p is not None and line.lows[p[0]] in line.words.back for p in parts):
        return _sentence_before(line) or tuple(reading.span(*p) for p in parts if p is not None)
    if not spans and stop > first and reading.words[stop - 1] == ":":
        _, end = reading.bounds(line.number)
        if end < len(reading.words) and reading.quote[end] >= 0:
            start, close = reading.quotation(reading.quote[end])
            spans = [reading.span(start, min(close, start + _LONGEST_SPEECH))]
    return tuple(spans)


def _object(line: Line, i: int, cue: Cue) -> bool:
    """Whether one word alone can be what is said: `annuncia ricorso`."""
    low = line.lows[i]
    return (
        cue.family in ("say", "pre")
        and len(low) >= _WORD
        and low.isalpha()
        and low not in line.words.bound | line.words.back
    )


def _quoted(line: Line, span: Span) -> bool:
    return any(line.reading.quote[t] >= 0 for t in line.reading.inside(span))


def _begin(line: Line, low: int) -> int:
    """Where the claim before token `low` begins: with the quotation that ends there, however many sentences it has."""
    reading, first = line.reading, line.first
    if low - 1 < first:
        return first
    near = reading.quote[low - 1] if reading.quote[low - 1] >= 0 else reading.quote[max(first, low - 2)]
    if near < 0:
        return first
    opening, _ = reading.quotation(near)
    return min(first, max(opening, reading.bounds(line.number)[0]))


def shown(line: Line, cue: Cue, source: Tokens, claim: tuple[Span, ...]) -> bool:
    """Whether a quotation, an opened clause or a clause that the verb closes shows that something is said."""
    if line.words.language in VERB_SECOND and cue.first - _CLAUSE > line.first and source[0] > cue.first:
        last = line.reading.words[source[1] : source[1] + 1]
        if line.reading.words[cue.first - 1] == "," and last in ([","], ["."], []):
            return True  # `Die Ziele könnten erreicht werden, glaubt Stenger.`
    return any(_quoted(line, span) for span in claim) or line.opens(max(source[1], cue.last))


def evident(line: Line, cue: Cue, source: Tokens, claim: tuple[Span, ...]) -> bool:
    """Whether more than the verb shows that something is said: a quotation, an opened clause, an inversion."""
    if shown(line, cue, source, claim):
        return True
    reading = line.reading
    stop = max(source[1], cue.last)
    before = reading.words[cue.first - 1] if cue.first else "."
    return (before == "," and source[0] > cue.first) or reading.words[stop : stop + 1] == [","]
