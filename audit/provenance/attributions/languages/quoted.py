"""A quotation with somebody beside it: whatever the verb, the quotation is theirs.

`« … », souffle Moussa Traoré`, `— …, — вздыхает Иван`, `Der Bürgermeister zeigt sich erleichtert: „…“`. No list of verbs
of saying is ever whole, so the place alone decides; the speaker must then show as a person or a body by name or head word.
"""

from __future__ import annotations

from audit.model import Span
from audit.provenance.attributions.languages import following, preceding
from audit.provenance.attributions.languages.contents import content
from audit.provenance.attributions.languages.line import DASHES, Cue, Line, Tokens
from audit.provenance.attributions.languages.voices import heads
from audit.provenance.attributions.languages.words import CASELESS, VERB_LAST, given
from audit.provenance.attributions.tagging import RawAttribution

_SHORTEST = 3
_SHORTEST_VERB = 4
_STRENGTH = 0.7
_LONGEST_SPEAKER = 5
_PAST = {"fr": ("é", "i", "it", "is", "u"), "es": ("ado", "ido", "cho"), "it": ("ato", "uto", "ito", "sto", "tto")}
"""Endings of the participles that make a past tense with an auxiliary."""
_BREAKS = frozenset([",", "!", "?", "…", "."])


def beside(line: Line, cues: list[Cue], claimed: list[Tokens]) -> list[RawAttribution]:
    """The attributions of quotations that no verb of saying claims; `claimed` are the tokens that are source or cue."""
    if line.words.language in CASELESS or line.words.language in VERB_LAST or not _speech(line):
        return []
    found = [one for i in range(line.first + 1, line.stop) if (one := _behind(line, i, cues, claimed)) is not None][:1]
    return found or _before_colon(line, cues, claimed)


def _speech(line: Line) -> bool:
    """Whether the sentence holds a quotation or opens one: without, nobody is beside any."""
    words = line.reading.words[line.first : line.stop]
    return (
        ":" in words or any(q >= 0 for q in line.reading.quote[line.first : line.stop]) or not DASHES.isdisjoint(words)
    )


def _behind(line: Line, i: int, cues: list[Cue], claimed: list[Tokens]) -> RawAttribution | None:
    """The speaker behind a verb at `i` that a quotation, or a dash after speech, leads to."""
    reading = line.reading
    near = reading.words[i - 1]
    if reading.quote[i] >= 0 or (near != "," and near not in DASHES and reading.quote[i - 1] < 0):
        return None
    verb = i
    if _past(line, i):
        i += 1
    elif any(a <= i < b for a, b in claimed) or not _verb(line, i):
        return None
    told = reading.words[line.first] in DASHES or reading.words[verb - 2] in _BREAKS
    dashed = reading.words[verb - 1] in DASHES and verb - 2 > line.first and told
    if not (_after_speech(line, verb) or (dashed and reading.quote[verb - 2] < 0)):
        return None
    source = following.after(line, i + 1, cues)
    if source is None or not _somebody(line, source) or (dashed and source[1] < line.stop - 2):
        return None
    if dashed and line.words.language == "de" and not _named(line, source):
        return None  # `– im Ausland stehende Truppen –`: a dash encloses what is no speech
    return _attribution(line, Cue(verb, i + 1, "say"), source)


def _past(line: Line, i: int) -> bool:
    """`a justifié`, `ha zanjado`: an auxiliary and a participle, whatever it means, where the quotation leads to it."""
    endings = _PAST.get(line.words.language)
    if endings is None or line.lows[i] not in line.words.aux or i + 1 >= line.stop:
        return False
    return len(line.lows[i + 1]) >= _SHORTEST_VERB and line.lows[i + 1].endswith(endings)


def _after_speech(line: Line, i: int) -> bool:
    """Whether a quotation ends before token `i`, with a comma behind it or a mark of its own inside."""
    words, quote = line.reading.words, line.reading.quote
    at = i - 2 if words[i - 1] in (",", "—", "–", "-") else i - 1
    if at <= line.first or quote[at] < 0 or not _long(line, at):
        return False
    return at == i - 2 or words[at - 1] in _BREAKS


def _before_colon(line: Line, cues: list[Cue], claimed: list[Tokens]) -> list[RawAttribution]:
    """The subject of a clause that a colon and a quotation close."""
    reading = line.reading
    colon = next(
        (
            i
            for i in range(line.first + 2, line.stop)
            if reading.words[i] == ":" and reading.quote[i] < 0 and (i + 1 == line.stop or reading.quote[i + 1] >= 0)
        ),
        None,
    )
    if colon is None or any(a < colon and line.first <= a for a, _ in claimed):
        return []
    start = line.clause(colon)
    if (alone := _alone(line, start, colon)) is not None:
        return [alone]
    verb = next((i for i in range(start + 1, colon) if _predicate(line, i) and line.upper(start, i)), None)
    if verb is None or line.lows[start] in line.words.bound or line.lows[start] in line.words.sub:
        return []
    source = preceding.before(line, verb, cues)
    people = source is not None and any(line.lows[t] in line.words.offices for t in range(*source))
    if source is None or not (people or _named(line, source)):
        return []
    one = _attribution(line, Cue(verb, verb + 1, "say"), source)
    return (
        [one] if one is not None and any(reading.quote[t] >= 0 for s in one.content for t in reading.inside(s)) else []
    )


def _alone(line: Line, start: int, colon: int) -> RawAttribution | None:
    """`Der 24-Jährige: „…“`, `Zverev weiter: „…“`: a speaker who opens the sentence, and no verb before the quotation."""
    lows, known = line.lows, line.words
    stop = colon - (lows[colon - 1] in known.bound)
    bare = start + (lows[start] in known.articles)
    if start != line.first or not bare < stop <= bare + _LONGEST_SPEAKER:
        return None
    if any(low in known.finite or low in known.bound or low in known.joins for low in lows[start:stop]):
        return None
    people = (known.offices | known.tellers) - known.documents
    who = any(low in people for low in lows[bare:stop])
    named = stop - start > 1 and all(line.reading.words[i][0].isupper() for i in range(start, stop))
    if not (
        who or (named and lows[start] in given(line.words.language)) or (stop - start == 1 and _surname(line, start))
    ):
        return None
    claim = content(line, Cue(colon, colon + 1, "say"), (start, stop))
    return RawAttribution((line.reading.span(start, stop),), (), claim, _STRENGTH) if claim else None


def _surname(line: Line, i: int) -> bool:
    """Whether the word stands behind a given name elsewhere in the text: `Petra Lang … Lang: „…“`."""
    words, lows = line.reading.words, line.lows
    return any(words[j] == words[i] and lows[j - 1] in given(line.words.language) for j in range(1, line.first))


def _predicate(line: Line, i: int) -> bool:
    """Whether a verb stands at `i`, auxiliaries among them: `Die Leiterin ist begeistert: „…“`."""
    return line.lows[i] in line.words.aux or line.lows[i] in line.words.finite or _verb(line, i)


def _verb(line: Line, i: int) -> bool:
    """Whether a word can be a verb: written small, and of no closed class."""
    low, known = line.lows[i], line.words
    if len(low) < _SHORTEST_VERB or not line.reading.words[i].isalpha() or not line.reading.words[i][0].islower():
        return False
    classes = (
        known.bound,
        known.lead,
        known.that,
        known.articles,
        known.joins,
        known.origin,
        known.heads,
        known.sub,
        known.pronouns,
        known.object,
        known.aux,
    )
    return not any(low in listed for listed in classes)


def _somebody(line: Line, source: Tokens) -> bool:
    """Whether the phrase opens with a name or holds a head word: people and bodies, no thing that happens to follow."""
    first, stop = source
    if any(line.lows[i] in line.words.heads or line.lows[i] in line.words.pronouns for i in range(first, stop)):
        return True
    if line.lows[first] in line.words.one and stop - first > 1:  # `ξεσπά ένας επαγγελματίας`
        return True
    if line.words.language in heads.COMPOUNDING and heads.find(
        line.reading, line.lows, line.words.language, first, stop
    ):
        return True
    capitals = [i for i in range(first, stop) if line.reading.words[i][0].isupper()]
    if line.words.language == "de":
        return _named(line, source) or first == (capitals or [-1])[0]
    return bool(capitals) and capitals[0] - first < _SHORTEST


def _named(line: Line, source: Tokens) -> bool:
    """Whether two capitalised words close the phrase, or the first of a sentence is a name that speaks alone."""
    first, stop = source
    if line.reading.words[stop - 1] == ")":  # `Linus Paul (24)`
        stop = next((i for i in range(stop - 2, first, -1) if line.reading.words[i] == "("), stop)
    capitals = [line.reading.words[i][0].isupper() for i in range(first, stop)]
    small = line.lows[first] in line.words.articles or line.lows[first] in line.words.lead
    return len(capitals) > 1 and capitals[-1] and capitals[-2] and not (small and len(capitals) == 2)


def _long(line: Line, at: int) -> bool:
    start, stop = line.reading.quotation(line.reading.quote[at])
    return stop - start > _SHORTEST + 1


def _attribution(line: Line, cue: Cue, source: Tokens) -> RawAttribution | None:
    claim = content(line, cue, source)
    shown = Span(line.reading.begins[cue.first], line.reading.ends[cue.stop - 1])
    return RawAttribution((line.reading.span(*source),), (shown,), claim, _STRENGTH) if claim else None
