"""Attributions in languages other than English, by their commonest formulas: coverage is partial, and said to be.

A language is rows of the speech lexicon: verbs of saying, words for *according to* before or behind the source, words
that open the claim. A few frames read them all: which formula stands where (`cues`), which noun phrase is its source
(`sources`), what is said (`contents`).
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.lexicon.closed_classes import word_set
from audit.model import Span
from audit.provenance.attributions.languages import anonymity, contents, opening, sources, speakers, they
from audit.provenance.attributions.languages.cues import find_cues
from audit.provenance.attributions.languages.folding import fold
from audit.provenance.attributions.languages.inverted import inverted
from audit.provenance.attributions.languages.line import Cue, Line, Tokens
from audit.provenance.attributions.languages.quoted import beside
from audit.provenance.attributions.languages.words import UNSAID, words
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.tagging import RawAttribution, Sentence

_SURE = 0.8
_UNSURE = 0.5
_SHORTENED = 3
_BUT = word_set("aber sondern maar mais pero ma mas ale lecz но а men")


class FormulaTagger:
    """The tagger for one language of `words.LANGUAGES`."""

    def __init__(self, language: str) -> None:
        self.language = language

    def tag(self, text: str, sentences: Sequence[Sentence]) -> tuple[RawAttribution, ...]:
        """The attributions of `sentences`, in text order."""
        return self.read(Reading(text, sentences))

    def read(self, reading: Reading) -> tuple[RawAttribution, ...]:
        """The same over sentences that are tokens already."""
        lows = [fold(w) for w in reading.words]
        known = words(self.language)
        found: list[RawAttribution] = []
        for number, (first, stop) in enumerate(reading.sentences):
            if stop > first:
                found.extend(_sentence(Line(reading, lows, known, number, first, stop)))
        return tuple(found)


def _sentence(line: Line) -> list[RawAttribution]:
    found: list[RawAttribution] = []
    cues = find_cues(line)
    taken: list[Tokens] = []
    shared: Tokens | None = None
    shared_by_formula: Tokens | None = None
    for cue in cues:
        if any(a <= cue.first < b for a, b in taken):
            continue
        if cue.family == "his":
            claim = contents.content(line, cue._replace(family="pre"), (cue.first, cue.stop))
            if claim:
                found.append(RawAttribution((), shown(line, cue), claim, _SURE))
            continue
        if cue.family == "inside":
            one = inverted(line, cue, cues)
            if one is not None:
                found.append(one)
                taken.append((cue.first, line.reading.inside(one.source[0]).stop))
            continue
        source = _source(line, cue, cues, shared)
        if source is not None and source == shared_by_formula:
            continue
        if source is None or not sources.nominal(line, cue, source) or not speakers.can_speak(line, cue, source):
            if (one := _unsaid(line, cue)) is not None:
                found.append(one)
            continue
        claim = contents.content(line, cue, source)
        if not claim and cue.family == "pre":
            source = _shortened(line, source)
            claim = contents.content(line, cue, source)
        strength = _strength(line, cue, source, claim)
        if not claim or (cue.family == "weak" and not _tells(line, cue, source, claim)):
            continue
        shared = source
        shared_by_formula = source if cue.family == "pre" else None
        taken.append((min(source[0], cue.first), max(source[1], cue.stop)))
        found.append(RawAttribution((line.reading.span(*source),), shown(line, cue), claim, strength))
    quoting = any(line.reading.quote[t] >= 0 for one in found for s in one.content for t in line.reading.inside(s))
    found = found if quoting else [*found, *beside(line, cues, taken)]
    if not found and (one := anonymity.asking(line, cues) or they.held(line)) is not None:
        return [one]
    return found


def _tells(line: Line, cue: Cue, source: Tokens, claim: tuple[Span, ...]) -> bool:
    """Whether a verb that says something only beside a claim does: by the claim, by its speaker, by a formula of anonymity."""
    told = contents.shown(line, cue, source, claim) or sources.telling(line, source)
    return told or anonymity.formula(line) is not None


def _shortened(line: Line, source: Tokens) -> Tokens:
    """The head that opens a phrase with the names behind it, else its first words, where it left nothing for the claim."""
    first, stop = source
    if line.lows[first] not in line.words.heads:
        return first, min(stop, first + _SHORTENED)
    end = first + 1
    while end < stop and line.reading.words[end][0].isupper():
        end += 1
    return first, end


def _unsaid(line: Line, cue: Cue) -> RawAttribution | None:
    """`“…”, dijo.`, `Añadió que …`: the verb behind a quotation or before its claim, the subject left out."""
    if line.words.language not in UNSAID or cue.family not in ("say", "weak"):
        return None
    before = cue.first - 1
    words, quote = line.reading.words, line.reading.quote
    opening = all(low in line.words.lead for low in line.lows[line.first : cue.first])
    told = opening and line.lows[cue.last : cue.last + 1] != [] and line.opens(cue.last)
    closing = before > line.first and words[before] in (",", "—", "–") and quote[before] < 0 <= quote[before - 1]
    closing = closing or (line.words.language == "tr" and before > line.first and quote[before] >= 0)
    claim = contents.content(line, cue, (cue.first, cue.last)) if told or closing else ()
    return RawAttribution((), shown(line, cue), claim, 0.7) if claim else None


def _source(line: Line, cue: Cue, cues: list[Cue], shared: Tokens | None) -> Tokens | None:
    """The source of `cue`; a verb that *and* joins to the one before has its source."""
    source = sources.source(line, cue, cues)
    if cue.family not in ("say", "weak") or cue.first == line.first:
        return source
    if line.lows[cue.first - 1] in _BUT and source is None:
        return shared or opening.subject(line, cue)
    if line.lows[cue.first - 1] not in line.words.joins:
        return source
    return shared or (source if source is not None and source[1] < cue.first - 1 else opening.subject(line, cue))


def _strength(line: Line, cue: Cue, source: Tokens, claim: tuple[Span, ...]) -> float:
    told = cue.family in ("pre", "post", "place") or sources.points(line, cue)
    told = told or contents.evident(line, cue, source, claim)
    return _SURE if told else _UNSURE


def shown(line: Line, cue: Cue) -> tuple[Span, ...]:
    """The words of a cue: the verb, and the participle that stands apart from it."""
    begins, ends = line.reading.begins, line.reading.ends
    verb = Span(begins[cue.first], ends[cue.stop - 1])
    if cue.participle < cue.stop:
        return (verb,)
    if cue.participle == cue.stop:
        return (Span(verb.start, ends[cue.participle]),)
    return verb, line.reading.span(cue.participle, cue.participle + 1)
