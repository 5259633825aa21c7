"""Hedges and negation: how sure a claim is said to be, kept with the claim."""

from __future__ import annotations

from bisect import bisect_left

from audit.lexicon import speech
from audit.model import Span
from audit.provenance.attributions.reading.tokens import Reading, word_set

_BE = word_set("is are was were be been being 's 're")
_BETWEEN = word_set(
    """
    widely generally also now still not largely commonly believed thus long
    """
)
_ADJECTIVES = word_set("alleged suspected purported rumoured rumored unconfirmed")
_BEFORE_ADJECTIVES = word_set(
    "the a an his her their its this that these those of in on for by with from to over about at as and or two three some "
    "several many other such any no is are was were remain remains most"
)
_NEGATION = word_set("not n't never cannot neither nor without")
_REFUSALS = word_set("declined declines declining decline refused refuses refusing refuse")
TELLING = word_set(
    """
    comment say confirm answer respond discuss disclose elaborate reveal identify speculate give name provide deny
    """
)
_CLAIMS = word_set(
    """
    claim claims allegation allegations accusation accusations charge charges report reports suggestion suggestions
    assertion assertions rumours rumors notion idea accusing
    """
)


def find_hedges(reading: Reading) -> tuple[Span, ...]:
    """Every hedge of the text, in order, one word or phrase each; a passive keeps its form of be."""
    found: list[Span] = []
    table = _index()
    lows, words = reading.lows, reading.words
    i = 0
    while i < len(lows):
        stop = i + 1
        for form, gives in table.get(lows[i], ()):
            if tuple(lows[i : i + len(form)]) != form:
                continue
            first = i
            if gives == "modal" and (
                (words[i][0].isupper() and i != reading.sentences[reading.owner[i]][0])
                or not _verb_follows(lows, i + 1)
            ):
                continue
            if gives == "modal" and lows[i] == "could" and lows[i + 1 : i + 2] == ["n't"]:
                continue
            if gives == "passive":
                first = _form_of_be(reading, i)
                if first == i:
                    continue
            if lows[i] in _ADJECTIVES and i and lows[i - 1] not in _BEFORE_ADJECTIVES:
                continue
            if gives == "hedge" and lows[i] == "likely" and i and lows[i - 1] in ("the", "a", "as"):
                continue
            stop = (
                i
                + len(form)
                - (
                    gives in ("passive", "appear")
                    and form[-1] in ("to", "that")
                    and len(form) > 1
                    and gives == "passive"
                )
            )
            if gives == "appear" and form[-1] in ("to", "that", "have"):
                stop = i + 1
            found.append(reading.span(first, stop))
            break
        i = max(stop, i + 1)
    return tuple(found)


def _verb_follows(lows: list[str], place: int) -> bool:
    """Not the noun or the month: something stands behind the modal that is no number and no stop."""
    return place < len(lows) and (lows[place][0].isalpha() or lows[place] == "n't")


def _form_of_be(reading: Reading, place: int) -> int:
    """The form of be before a participle at `place` (`is widely believed`), or `place` itself."""
    begin, _ = reading.sentences[reading.owner[place]]
    first = place - 1
    while first >= begin and place - first < 4:
        if reading.lows[first] in _BE:
            while first - 1 >= begin and reading.lows[first - 1] in ("has", "have", "had", "been"):
                first -= 1
            return first
        if reading.lows[first] not in _BETWEEN and not reading.lows[first].endswith("ly"):
            return place
        first -= 1
    return place


def _index() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    if not _INDEX:
        for form, gives in speech.forms("english", "hedge").items():
            words = tuple(form.split())
            _INDEX.setdefault(words[0], []).append((words, gives))
        for forms in _INDEX.values():
            forms.sort(key=lambda f: -len(f[0]))
    return _INDEX


_INDEX: dict[str, list[tuple[tuple[str, ...], str]]] = {}


def within(hedges: tuple[Span, ...], spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The hedges that lie in one of `spans`."""
    found: dict[tuple[int, int], Span] = {}
    for span in spans:
        place = bisect_left(hedges, span.start, key=lambda h: h.start)
        while place < len(hedges) and hedges[place].end <= span.end:
            found[hedges[place].start, hedges[place].end] = hedges[place]
            place += 1
    return tuple(found[k] for k in sorted(found))


def negated(reading: Reading, cue: tuple[Span, ...], content: tuple[Span, ...]) -> bool:
    """Whether the claim is denied or not made: `denied`, `did not say`, `declined to comment`."""
    verbs = speech.forms("english", "verb")
    for span in cue:
        tokens = reading.inside(span)
        begin = reading.sentences[reading.owner[tokens.start]][0] if tokens else 0
        lows = reading.lows[tokens.start : tokens.stop]
        if any(w in _NEGATION or verbs.get(w) == "deny" for w in lows):
            return True
        if tokens.start - 1 >= begin and reading.lows[tokens.start - 1] in ("n't", "never", "neither"):
            return True
        opening = reading.lows[tokens.stop : tokens.stop + 3]
        if any(w in _REFUSALS for w in lows):
            return any(w in TELLING for w in (*lows, *opening))
        if any(w.startswith(("reject", "dismiss", "rubbish")) for w in lows):
            start = reading.inside(content[0]) if content else tokens
            return any(w in _CLAIMS for w in reading.lows[start.start : start.start + 6])
    return False
