"""Noun phrases that open a sentence far from its verb, and the document that somebody has seen."""

from __future__ import annotations

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.languages import following
from audit.provenance.attributions.languages.line import Cue, Line, Tokens
from audit.provenance.attributions.languages.words import CASELESS, VERB_LAST

_LONGEST = 16
_SHORT_APPOSITION = 8
_LONGEST_LEAD = 8
_LONGEST_NAME = 4
_ONE = word_set("এক একজন")
_BEHIND = frozenset(["hi", "ur"])
"""Languages whose speaker may stand between a quotation and its verb."""
_GIVEN_TO = word_set("yaptığı yaptıkları verdiği verdikleri")
"""Turkish participles behind whoever was told: `Reuters'a yaptığı açıklamada`."""
_RELATIVE = word_set(
    "qui que der die das quien quienes che który która którzy кто который которая которые dat wie dont où cuyo cuya som "
    "o_kom która které který jenž care який яка які"
)
_WHOLE = word_set("de del della dello dei degli di du des da do dos das van von of")
_DESCRIBED = (
    "ado",
    "ada",
    "ados",
    "adas",
    "ido",
    "ida",
    "idos",
    "idas",
    "é",
    "ée",
    "és",
    "ées",
    "ato",
    "ata",
    "ati",
    "ate",
)


def described(line: Line, cue: Cue) -> Tokens | None:
    """`Un ingeniero que trabajó allí y que pidió reserva afirma que`: the head whose description parts it from its verb."""
    lows, words, first = line.lows, line.words, line.first
    if words.language in VERB_LAST or words.language == "ar":
        return None
    comma = next((i for i in range(first, min(first + 4, cue.first)) if line.reading.words[i] == ","), None)
    start = comma + 1 if comma is not None else first
    head = next((i for i in range(start, min(start + 3, cue.first)) if lows[i] in words.heads), None)
    if head is None and lows[start] in words.articles and lows[start + 2 : start + 3] and lows[start + 2] in _RELATIVE:
        head = start + 1
    if head is None or head != start + (lows[start] in words.articles) or cue.first - head < 4:
        return None
    small = line.reading.words[head + 1][0].islower()
    telling = lows[head + 1] in _RELATIVE or (small and lows[head + 1].endswith(_DESCRIBED))
    relative = next(
        (
            i
            for i in range(head + 1, min(head + 7, cue.first))
            if lows[i] in _RELATIVE or (lows[i].endswith(_DESCRIBED) and len(lows[i]) > 4 and lows[i].islower())
        ),
        None,
    )
    if any(line.reading.quote[i] >= 0 for i in range(head, cue.first)) or not (telling or relative is not None):
        return None
    end = head + 1 if telling or relative is None else relative
    return start, end - (line.reading.words[end - 1] == ",")


def leading(line: Line, cue: Cue, persons: frozenset[str]) -> Tokens | None:
    """The noun phrase that leads a sentence whose verb comes last: to its first comma or quotation."""
    lows, words, first = line.lows, line.words, line.first
    while first < cue.first and lows[first] in words.lead:
        first += 1
    if words.language in _BEHIND and (behind := _behind(line, cue)) is not None:
        return behind
    i = first
    while i < cue.first and i - first < 12:
        if line.ends(i):
            return (first, _untold(line, first, i)) if i > first else None
        if lows[i] in _GIVEN_TO:
            return first, _untold(line, first, i)
        if (
            words.language == "tr"
            and i > first
            and lows[i - 1] in words.one
            and lows[i] in words.heads
            and i + 1 < cue.first
        ):
            more = lows[i + 1] in words.heads and line.reading.words[i + 1][0].islower()
            return first, i + 1 + more  # `bir esnaf o anları anlattı`
        i += 1
    if words.language == "bn" and cue.first > first and _claims(line, cue):
        one = next((j for j in range(cue.first - 1, first, -1) if lows[j] in _ONE), first)
        return (one, cue.first) if cue.first - one <= _LONGEST_LEAD else None
    if words.language == "tr":
        person = next((j for j in range(first, min(first + 8, cue.first)) if lows[j] in persons), None)
        if person is not None and not line.upper(first + 1, person + 1):
            return first, person + 1
    i = first
    while i < cue.first and (line.reading.words[i][0].isupper() or lows[i] in words.heads):
        i += 1
    return (first, i) if i > first else None


def _behind(line: Line, cue: Cue) -> Tokens | None:
    """`“…,” मोहल्ले की एक महिला कहती हैं`: people between a quotation and the verb that closes the sentence."""
    start = next((i + 1 for i in range(cue.first - 1, line.first, -1) if line.ends(i)), line.first)
    if start == line.first or (line.reading.quote[start - 1] < 0 and line.reading.quote[start - 2] < 0):
        return None
    who = any(line.lows[i] in line.words.heads or line.lows[i] in line.words.one for i in range(start, cue.first))
    short = 0 < cue.first - start <= _LONGEST_NAME
    return (start, cue.first) if short or (who and cue.first > start) else None


def _untold(line: Line, first: int, stop: int) -> int:
    """Where a Turkish speaker ends before the one who was told: `X Reuters'a yaptığı açıklamada`."""
    given = next((i for i in range(first + 1, stop + 1) if i < line.stop and line.lows[i] in _GIVEN_TO), None)
    if given is None:
        return stop
    outlet = next((i for i in range(first + 1, given) if following.outlet(line, i)), None)
    if outlet is not None:
        return outlet
    at = given - 1
    return at - 2 if at - 2 > first and line.reading.words[at - 1] in ("'", "’") else max(at, first + 1)


def _claims(line: Line, cue: Cue) -> bool:
    """Whether the claim opens right behind the verb."""
    behind = line.reading.words[cue.stop : cue.stop + 1]
    return (
        behind == [","]
        or any(w in line.words.that for w in behind)
        or line.reading.quote[cue.stop : cue.stop + 1] > [-1]
    )


def document(line: Line, cue: int) -> Tokens | None:
    """The nearest document named before `cue`, with its article: `los planos … a los que accedió El Comercio`."""
    words, lows = line.words, line.lows
    head = next(
        (i for i in range(cue - 1, max(line.first, cue - _LONGEST) - 1, -1) if lows[i] in words.documents), None
    )
    if head is None or line.reading.quote[head] >= 0:
        return None
    start = head
    while start > line.first and head - start < _SHORT_APPOSITION // 2 and not line.ends(start - 1):
        start -= 1
        if lows[start] in words.articles:
            break
    if lows[start] not in words.articles:
        start = head
    stop = next(
        (i for i in range(head + 1, cue) if line.ends(i) or lows[i] in _RELATIVE or lows[i] in words.bound), cue
    )
    return start, stop


def subject(line: Line, cue: Cue) -> Tokens | None:
    """The person or body that opens a sentence whose later verb *and* joins: `La Policía detuvo a tres e informó de que …`."""
    lows, words, first = line.lows, line.words, line.first
    if words.language in VERB_LAST or words.language in CASELESS or not line.opens(cue.last):
        return None
    start = first + (lows[first] in words.articles)
    stop = start
    while stop < cue.first and (
        lows[stop] in _WHOLE or lows[stop] in words.heads or line.reading.words[stop][0].isupper()
    ):
        stop += 1
    while stop > start and lows[stop - 1] in _WHOLE | words.articles:
        stop -= 1
    body = any(lows[i] in words.heads and lows[i] not in words.documents for i in range(start, stop))
    return (first, stop) if stop > start and (body or stop - start > 1) and stop < cue.first - 1 else None


def led(line: Line, cue: Cue) -> Tokens | None:
    """Persian: the name or noun phrase that opens the sentence, up to its apposition or relative clause."""
    lows, words, first = line.lows, line.words, line.first
    if lows[first] in words.bound or lows[first] in words.origin:
        return None
    end = next((i for i in range(first, min(first + 9, cue.first)) if line.ends(i)), None)
    return (first, end) if end is not None and end > first else None
