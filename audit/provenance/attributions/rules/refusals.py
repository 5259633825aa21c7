"""What somebody is said not to say: `did not name them`, `would not discuss the case`, `had no comment`, `disagreed`.

The verbs of the frames need a claim behind them; here the refusal itself is what is told. Who did not respond or could
not be reached has refused nothing, and who could not confirm a claim has only not done so.
"""

from __future__ import annotations

from collections.abc import Iterable

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import STOPS, Reading
from audit.provenance.attributions.rules.found import Found
from audit.provenance.attributions.rules.words import TELLABLE

_NOT = word_set("not n't never")
_DO = word_set("did does do would will could can")
_NAMING = word_set("name identify")
_NAMED = word_set("them him her it anyone anybody either the any those his")
_TALKING = word_set("discuss address disclose confirm detail mention")
_ABLE = word_set("could can")
_GIVING = word_set("give provide offer cite")
_GAVE = word_set("gave gives give giving offered offers provided provides had cited made makes")
_MENTION = ("mention",)
_HAD = ("had", "made", "makes")
_DIFFERING = word_set("disagreed disagrees disagree demurred")
_REACH = 5
_LONGEST = 40


def find_refusals(reading: Reading, found: Iterable[Found]) -> list[Found]:
    """The refusals whose verb no frame has explained."""
    taken = {token for one in found if one.cue is not None for token in range(*one.cue)}
    more: list[Found] = []
    for begin, end in reading.sentences:
        for i in range(begin + 1, end - 1):
            if reading.quote[i] >= 0 or i in taken:
                continue
            spread = _refusal(reading, i, end)
            if spread is None:
                continue
            first, stop = spread
            source = phrases.before(reading, begin, first, set())
            if source is None or taken & set(range(first, stop)) or not _speaks_first(reading, begin, source, first):
                continue
            behind = stop
            while behind < end and reading.words[behind] not in STOPS and behind - stop < _LONGEST:
                behind += 1
            content = (stop, behind) if behind > stop else (stop - 1, stop)
            cue = (first, stop) if behind > stop or stop - first < 2 else (first, stop - 1)
            more.append(Found(source, cue, [content], 0.8))
            break
    return more


def _refusal(reading: Reading, i: int, end: int) -> tuple[int, int] | None:
    """The tokens of the refusal whose telling word stands at `i`."""
    lows = reading.lows
    low, behind = lows[i], lows[i + 1 : min(end, i + 1 + _REACH)]
    if low in _DIFFERING and lows[i + 1] in (".", ",", "with", ";", ":"):
        return i, i + 1
    if low in _GAVE and behind[:1] == ["no"]:
        told = behind[1:2] == ["comment"] if low == "had" else behind[1:2] == ["mention"] if low in _HAD else False
        return (i, i + 2) if told else None
    if low == "neither" and lows[i - 1] in _DO and behind[:3] == ["confirm", "nor", "deny"]:
        return i - 1, i + 4
    if low not in _NAMING | _TALKING | _GIVING:
        return None
    first = i - 1
    while first > i - 4 and (lows[first] in phrases.ADVERBS or lows[first].endswith("ly")):
        first -= 1
    if lows[first] not in _NOT or lows[first - 1] not in _DO | {"wo", "ca"}:
        return None
    able = lows[first - 1] in _ABLE
    if low in _NAMING:
        told = bool(behind) and behind[0] in _NAMED
    elif low in _GIVING:
        told = any(w in TELLABLE for w in behind)
    else:
        told = bool(behind) and not able and behind[0] in phrases.DETERMINERS | {"it", "them"}
    return (first - 1, i + 1) if told else None


def _speaks_first(reading: Reading, begin: int, source: tuple[int, int], verb: int) -> bool:
    """Whether the subject opens the sentence or a clause of it, and stands right before its verb."""
    before = reading.words[source[0] - 1] if source[0] > begin else ","
    opens = before in (",", ";", "—", "–", ":") or reading.lows[source[0] - 1] in ("and", "but", "while", "though")
    return opens and verb - source[1] <= 2
