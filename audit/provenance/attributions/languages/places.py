"""Verbs whose speaker is a place: `в порту сообщили`, `hieß es aus dem Ministerium`, `açıklamada … belirtildi`."""

from __future__ import annotations

from audit.lexicon import speech
from audit.provenance.attributions.languages.line import MARKS, Cue, Line, Tokens
from audit.provenance.attributions.languages.voices import heads
from audit.provenance.attributions.languages.words import VERB_SECOND, phrases

_LONGEST = 16
_NEAR = 5
"""Tokens that may stand between a verb and the place behind it."""
_CARRIED = 12
_LOCATIVE = ("da", "de", "ta", "te")


def impersonal(line: Line, i: int) -> Cue | None:
    """`В порту сообщили`, `z dokumentów wynika`: a verb whose speaker is the place that a preposition names."""
    if line.words.language == "tr":
        return _locative(line, i)
    if line.lows[i] == "on" and line.words.language == "fr" and i + 1 < line.stop:
        verb = phrases("fr", "say").get(line.lows[i + 1], [])
        return Cue(i, i + 2, "place") if (line.lows[i + 1],) in verb and place(line, i) is not None else None
    written = speech.forms(line.words.language, "impersonal")
    for form in phrases(line.words.language, "impersonal").get(line.lows[i], ()):
        if tuple(line.lows[i : min(line.stop, i + len(form))]) == form:
            found = place(line, i)
            only = written.get(" ".join(form)) == "document"
            if found is None:
                return _from_behind(line, i, i + len(form), only)
            if only and not _written_or_heard(line, found[0]):
                return None
            return Cue(i, i + len(form), "place")
    return None


def _from_behind(line: Line, first: int, stop: int, only: bool) -> Cue | None:
    """`hieß es am Montag aus dem Ministerium`: the place behind the verb, over words of time; `only` what is written."""
    behind = speech.forms(line.words.language, "behind")
    for i in range(stop, min(line.stop - 1, stop + _NEAR)):
        gives = behind.get(line.lows[i])
        if gives is not None and ((gives != "document" and not only) or _written_or_heard(line, i + 1)):
            return Cue(first, i + 1, "pre")
        if line.lows[i] not in line.words.bound:
            return None
    return None


def _written_or_heard(line: Line, start: int) -> bool:
    """Whether a document, a paper or people follow a preposition that may lead to any place: `in der Mitteilung`."""
    found = heads.find(line.reading, line.lows, line.words.language, start, min(line.stop, start + _NEAR))
    return any(head.gives in ("document", "outlet", "unnamed") for head in found)


def _locative(line: Line, i: int) -> Cue | None:
    """Turkish `Açıklamada … belirtildi`: a passive whose speaker is the document in the locative; `diyen X` leads to X."""
    for family, frame in (("passive", "place"), ("relative", "pre")):
        for form in phrases("tr", family).get(line.lows[i], ()):
            if tuple(line.lows[i : min(line.stop, i + len(form))]) == form:
                return Cue(i, i + len(form), frame) if frame == "pre" or place(line, i) is not None else None
    return None


def _written(line: Line, verb: int) -> Tokens | None:
    """The phrase up to a document in the locative that opens a Turkish sentence, or stands right before the verb."""
    if (
        verb - 1 > line.first
        and line.lows[verb - 1].endswith(_LOCATIVE)
        and line.lows[verb - 1] in line.words.documents
    ):
        start = next((i + 1 for i in range(verb - 2, line.first - 1, -1) if line.reading.words[i] == ","), line.first)
        return start, verb
    for i in range(line.first, min(line.first + _CARRIED, verb)):
        if line.reading.words[i] in MARKS and line.reading.words[i] not in ("'", "’"):
            return None
        if line.lows[i].endswith(_LOCATIVE) and line.lows[i] in line.words.tellers:
            return line.first, i + 1
    return None


def place(line: Line, verb: int) -> Tokens | None:
    """The noun phrase behind the preposition that opens the clause of `verb`, without what commas set off."""
    reading, lows, words = line.reading, line.lows, line.words
    if words.language == "tr":
        return _written(line, verb)
    low = (
        next(
            (
                j
                for j in range(verb - 1, max(line.first, verb - 22) - 1, -1)
                if (reading.quote[j] >= 0 and not line.titled(reading.quote[j])) or reading.words[j] in ":;—–"
            ),
            line.first - 1,
        )
        + 1
    )
    while low < verb and (reading.words[low] in MARKS or (lows[low] in words.lead and lows[low] not in words.origin)):
        low += 1
    joined = any(lows[low].startswith(w) for w in words.origin if w.endswith("'"))
    if low >= verb - 1 or not (lows[low] in words.origin or joined):
        return None
    behind = low + 1
    if reading.quote[behind] >= 0 and line.titled(reading.quote[behind]):  # `В «Газпроме» опровергли`
        behind = reading.quotation(reading.quote[behind])[1]
    end = next((j for j in range(behind, verb) if reading.words[j] in MARKS and reading.words[j] not in "'’"), verb)
    if words.language in VERB_SECOND:
        end = next((j for j in range(behind, end) if lows[j] in words.finite), end)
    headed = any(
        stem in words.heads for j in range(low + 1, min(end, low + 8)) for stem in (lows[j], lows[j].partition("'")[2])
    )
    return (low + 1, end) if end > low + 1 and end - low < _LONGEST and (headed or line.upper(low + 1, end)) else None
