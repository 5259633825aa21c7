"""The noun phrase before a verb, as far as closed classes of words show its bounds, and over its apposition."""

from __future__ import annotations

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.languages import speakers
from audit.provenance.attributions.languages.line import Cue, Line, Tokens
from audit.provenance.attributions.languages.words import CASELESS, VERB_LAST, VERB_SECOND

_LONGEST = 16
_OVER = word_set("über over över")
"""Prepositions that before a number are none: `über 200 Ärzte`."""
_LONGEST_APPOSITION = 30
_CONJUNCTIONS = word_set(
    "aber jedoch mais pero ma mas maar но однако ale جبکہ und et y e i и а och og en dar însă і й а ali no doch aunque"
)
_INSERTED = word_set(
    "hingegen dagegen jedoch allerdings indes indessen wiederum unterdessen derweil zudem selbst daher echter immers"
)
"""Adverbs between a subject and its verb that are part of neither."""
_ADVERBS = word_set("já ya hoy ayer oggi ieri poi ora qui là ici hier déjà così hoje logo")
_OF = word_set("de von vom do da dos das del di du des d' van della dei")
_RELATIVE = word_set(
    "qui que der die das quien quienes che który która którzy кто который которая которые dat wie dont où cuyo cuya som "
    "o_kom która které který jenž care який яка які"
)


def before(line: Line, stop: int, cues: list[Cue], marked: bool = False) -> Tokens | None:
    """The noun phrase that ends at `stop`, without the words that open its clause; `marked` by what stands behind it."""
    lows, words, reading = line.lows, line.words, line.reading
    end = stop
    while end > line.first and (
        lows[end - 1] in words.aux
        or lows[end - 1] in words.object
        or lows[end - 1] in ("s'est", "se", "sich", "is", "si", "ne", "n'")
    ):
        end -= 1
    while end - 1 > line.first and lows[end - 1] in _INSERTED:
        end -= 1
    if end - 1 > line.first and lows[end - 1] == "'" and len(lows[end - 2]) == 1:  # `un proche l'assure`
        end -= 2
    if end > line.first and reading.words[end - 1] == ")":
        opening = next((j for j in range(end - 2, max(line.first, end - 10), -1) if reading.words[j] == "("), None)
        inner = before(line, opening, cues) if opening is not None else None
        return (inner[0], end) if inner is not None else None
    i = end
    floors = {c.stop for c in cues if c.stop <= end}
    while i > line.first and end - i < _LONGEST and not line.ends(i - 1) and i not in floors:
        i -= 1
    if i == end:
        return apposed(line, end, cues) if end > line.first and reading.words[end - 1] == "," else None
    if marked:
        return bare(line, (i, end))
    adverbs = (
        end - i < 3
        and not line.upper(i, end)
        and not any(lows[j] in words.heads or lows[j] in words.articles for j in range(i, end))
    )
    if (
        adverbs
        and i - 1 > line.first
        and reading.words[i - 1] == ","
        and not any(lows[j] in words.pronouns for j in range(i, end))
    ):
        return apposed(line, i, cues)  # `La CNMC, que emitió un dictamen, ya avisó`
    return _subject(line, i, end)


def bare(line: Line, found: Tokens) -> Tokens:
    """The noun phrase alone, where `post` marks it: behind the last pronoun or verb of the clause that it stands in."""
    words, lows = line.words, line.lows
    small = (words.pronouns, words.object, words.finite, words.aux, words.bound, words.lead)
    last = next(
        (
            i
            for i in range(found[1] - 2, found[0] - 1, -1)
            if lows[i] not in words.articles and any(lows[i] in listed for listed in small)
        ),
        None,
    )
    return found if last is None or words.language in VERB_LAST else (last + 1, found[1])


def _subject(line: Line, i: int, end: int) -> Tokens | None:
    """The subject among tokens `i` to `end` of a clause: what conjunctions and adverbs open is cut, a preposition opens none."""
    lows, words = line.lows, line.words
    if words.language in VERB_LAST or words.language in CASELESS:
        while i < end and (lows[i] in words.bound or lows[i] in words.lead):
            i += 1
        return (i, end) if i < end else None
    while (
        i < end
        and lows[i] in _CONJUNCTIONS
        and lows[i] not in words.articles
        and not (words.language == "pt" and lows[i] in ("a", "o", "e"))
    ):
        i += 1
    if words.language == "pt" and i < end and lows[i] == "e":
        i += 1
    if i == end or speakers.led_by_preposition(line, (i, end)):
        return None
    article = words.language == "pt" and lows[i] in ("a", "o")
    counted = i + 2 < end and lows[i] in _OVER and line.reading.words[i + 1][0].isdigit()
    if (lows[i] not in words.bound and lows[i] not in words.lead) or article or counted:
        return i, end
    if words.language in VERB_SECOND:
        return None
    if not words.articles:
        return _headed(line, i, end)
    for j in range(i + 1, end):
        loose = lows[j - 1] not in words.origin and lows[j - 1] not in _OF and lows[j - 1] not in words.joins
        adverb = lows[j - 1] in words.lead or lows[j - 1] in words.bound
        if lows[j] in words.articles and loose and (j - i > 1 or adverb) and not _preposition(line, j - 1):
            return j, end
        if (
            j == i + 1
            and adverb
            and not _preposition(line, i)
            and lows[j] not in words.bound
            and lows[j] not in words.lead
        ):
            return j, end
    return None


def _headed(line: Line, i: int, end: int) -> Tokens | None:
    """Without articles: the last head word of people or a body before the verb, behind the phrase of a preposition."""
    lows, words = line.lows, line.words
    start = next(
        (j for j in range(end - 1, i + 1, -1) if lows[j] in words.heads and lows[j] not in words.documents), None
    )
    return (start, end) if start is not None else None


def _preposition(line: Line, i: int) -> bool:
    """Whether the word takes a noun: short, of the class that ends noun phrases, and no adverb."""
    return line.lows[i] in line.words.bound and len(line.lows[i]) < 5 and line.lows[i] not in _ADVERBS


def apposed(line: Line, stop: int, cues: list[Cue]) -> Tokens | None:
    """`X, maire de Y, a déclaré`: over the apposition to the name, and over a relative clause."""
    comma = stop - 1
    words, quote = line.reading.words, line.reading.quote
    i = comma - 1
    while i > line.first and comma - i < _LONGEST_APPOSITION:
        if (quote[i] >= 0 and not line.titled(quote[i])) or words[i] in ":;":
            return None
        if words[i] == ",":
            name = before(line, i, cues) if i > line.first else None
            told = name is not None and any(line.lows[t] in line.words.finite for t in range(*name))
            if (
                name is not None
                and not told
                and name[1] == i
                and (comma - i < _LONGEST or line.lows[i + 1] in _RELATIVE)
            ):
                return (name[0], comma) if comma - i < _LONGEST else name
            if comma - i >= _LONGEST:
                return None
        i -= 1
    return None
