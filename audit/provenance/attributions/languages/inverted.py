"""French verbs that end in their pronoun: `a-t-il ajouté`, `dit-elle`, `a-t-on appris de source policière`."""

from __future__ import annotations

from audit.lexicon.closed_classes import word_set
from audit.model import Span
from audit.provenance.attributions.languages import following
from audit.provenance.attributions.languages.contents import content
from audit.provenance.attributions.languages.line import Cue, Line
from audit.provenance.attributions.tagging import RawAttribution

_FROM = word_set("de auprès chez au à dans d'")
_NEAR = 6


def inverted(line: Line, cue: Cue, cues: list[Cue]) -> RawAttribution | None:
    """The attribution of the pronoun in the verb; *on* is nobody, so its source is the place or source named behind it."""
    reading = line.reading
    last = cue.last
    verb = Span(reading.begins[cue.first], reading.ends[last - 1])
    pronoun = line.lows[cue.first].rpartition("-")[2]
    if pronoun == "on":
        start = next((i for i in range(last, min(line.stop, last + _NEAR)) if line.lows[i] in _FROM), None)
        source = following.after(line, start, cues) if start is not None else None
        if source is None:
            return None
        claim = content(line, Cue(cue.first, last, "pre"), source)
        return RawAttribution((reading.span(*source),), (verb,), claim, 0.8) if claim else None
    claim = content(line, Cue(cue.first, last, "pre"), (cue.first, last))
    end = reading.ends[cue.first]
    return RawAttribution((Span(end - len(pronoun), end),), (verb,), claim, 0.8) if claim else None
