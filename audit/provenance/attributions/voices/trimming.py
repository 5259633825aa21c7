"""The words of a source without what a tagger took in with them: adverbs, dates, places, a neighbouring subject."""

from __future__ import annotations

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.rules.words import FINITE
from audit.provenance.attributions.voices import heads, names

_REFLEXIVE = word_set("himself herself itself themselves")
_DANGLING = word_set("neither in at on of and but who which that has have had also then later went goes")
"""Words that a tagger took in behind a source."""
_LEADING = (FINITE | phrases.CLAUSE | word_set("and but though")) - phrases.DETERMINERS
"""Words that a tagger took in before a source: `was how its leader`."""
_REFERRING = word_set("citing quoting including following regarding concerning")
_APPROACHED = word_set("contacted asked reached approached pressed quizzed questioned prompted")
_RELATIVES = word_set("who which that whose whom")
_JOINING = phrases.PREPOSITIONS | word_set("and or than but as like")
_PLACING = word_set("in at from outside near on")
_SPANS = word_set("week month year weekend morning evening afternoon night")
_DATING = word_set("last this next late early mid")


def trimmed(reading: Reading, first: int, stop: int) -> tuple[int, int]:
    """The tokens of the source at `first` to `stop` that are its own."""
    words = reading.words
    while stop > first + 1 and (
        (not words[stop - 1][0].isalnum() and words[stop - 1] != ".") or _dangles(reading, stop - 1)
    ):
        stop -= 1
    while first < stop - 1 and not words[first][0].isalnum() and words[first][0] != "@":
        first += 1
    first = _behind_the_opening(reading, _behind_the_place(reading, first, stop), stop)
    first, stop = _behind_adverbs(reading, first, stop)
    return first, _before_a_subject(reading, first, _before_the_time(reading, first, stop))


def _dangles(reading: Reading, token: int) -> bool:
    low = reading.lows[token]
    reflexive = low in _REFLEXIVE and not reading.lows[token - 1].endswith(("ed", "ing", "s"))
    return low in _DANGLING or reflexive


def _behind_the_place(reading: Reading, first: int, stop: int) -> int:
    """Without a place that a tagger took in: `In Florida, Gov. Dale Whitcombe`."""
    begin, _ = reading.sentences[reading.owner[first]]
    opened = first if reading.lows[first] in _PLACING else first - 1
    if opened != begin or reading.lows[begin] not in _PLACING:
        return first
    comma = next((i for i in range(opened + 2, min(stop - 1, opened + 6)) if reading.words[i] == ","), None)
    return first if comma is None else comma + 1


def _behind_the_opening(reading: Reading, first: int, stop: int) -> int:
    """Without the object of an opening phrase: `In a memo seen by Punch, the director`, `Addressing the media, his wife`."""
    begin, _ = reading.sentences[reading.owner[first]]
    lows = reading.lows
    opened = lows[begin] in phrases.PREPOSITIONS or lows[begin].endswith("ing")
    governed = first > begin and (
        (first - 1 == begin and lows[begin].endswith("ing") and lows[begin] not in _REFERRING)
        or (lows[first - 1] in phrases.PREPOSITIONS and lows[max(0, first - 2)] != "according")
    )
    if not opened or not governed or "," in reading.words[begin:first]:
        return first
    comma = next((i for i in range(first + 1, min(stop - 1, first + 10)) if reading.words[i] == ","), None)
    if comma is None or lows[comma + 1] in _RELATIVES or lows[comma + 1] in ("and", "or"):
        return first
    subject = lows[comma + 1] in phrases.DETERMINERS or reading.words[comma + 1][0].isupper()
    closed = reading.words[stop - 1] != "," and reading.words[stop : stop + 1] != [","]
    named = any(reading.words[i] == "," for i in range(comma + 2, stop))
    return comma + 1 if subject and (closed or named) else first


def _behind_adverbs(reading: Reading, first: int, stop: int) -> tuple[int, int]:
    """Without a leading adverb (`Meanwhile, Reuters`) and without a verb that a tagger took in (`The Punch had`)."""
    lows, words = reading.lows, reading.words
    while stop - first > 1 and (lows[first] in _LEADING or lows[first] in phrases.ADVERBS):
        first += 1
        first += words[first] == "," and stop - first > 1
    led = (lows[first].endswith("ly") and lows[first] not in names.offices()) or lows[first] in _APPROACHED
    if stop - first > 2 and words[first + 1] == "," and led:
        first += 2  # `Privately, civil servants say`, `Contacted, the commissioner said`
    first = _last_of_two(reading, first, stop)
    relative = False
    for i in range(first + 1, stop):
        relative = relative or lows[i] in _RELATIVES or words[i] == ","
        if not relative and lows[i] in FINITE:
            return first, i
    return first, stop


def _last_of_two(reading: Reading, first: int, stop: int) -> int:
    """The subject alone where a tagger took in what stands before it: `In its monthly report the agency`."""
    lows, words = reading.lows, reading.words
    if lows[first - 1] == "to" and first > 1 and lows[first - 2] == "according":
        return first  # `according to Mrs Parry he`: another subject follows
    alone = lows[stop - 1] in ("he", "she", "they") and lows[stop - 2] not in _JOINING
    if stop - first > 1 and alone and not _RELATIVES & set(lows[first:stop]):
        return stop - 1  # `In letters to his provincial he described`
    for i in range(first + 1, stop - 1):
        if not words[i][0].isalnum() or lows[i] in phrases.CLAUSE or lows[i] in _RELATIVES or lows[i] in _JOINING:
            return first
        if lows[i - 1].endswith("ing"):
            return first
        if lows[i] in heads.OPENING and words[i][0].islower() and lows[i - 1] not in heads.BEFORE_ARTICLES:
            verbal = any(w.endswith("ed") or w in FINITE or w in heads.PARTICIPLES for w in lows[i + 1 : stop])
            return first if verbal else i
    return first


def _before_the_time(reading: Reading, first: int, stop: int) -> int:
    """Without a date that a tagger took in: `The company in February`, `a spokesman on Monday`."""
    lows = reading.lows
    last = stop - 1
    time = lows[last] in phrases.DAYS or lows[last] in _SPANS or _is_year(lows[last])
    if last - first < 2 or not time or _RELATIVES & set(lows[first:stop]):
        return stop
    while last > first + 1 and (lows[last - 1] in phrases.DAYS | _DATING or lows[last - 1].isdigit()):
        last -= 1
    dated = lows[last - 1] in ("in", "on", "by", "since", "during") or lows[last] in _DATING
    return last - (lows[last - 1] in ("in", "on", "by", "since", "during")) if dated and last - 1 > first else stop


def _before_a_subject(reading: Reading, first: int, stop: int) -> int:
    """Without the subject of the clause behind: `According to Mrs Parry it was late`."""
    lows = reading.lows
    if stop - first < 2 or lows[max(0, first - 2) : first] != ["according", "to"] or _RELATIVES & set(lows[first:stop]):
        return stop
    subject = lows[stop - 1] in ("it", "he", "she", "they", "there") and lows[stop - 2] not in _JOINING
    return stop - 1 if subject else stop


def _is_year(low: str) -> bool:
    return low.isdigit() and len(low) == 4 and low[:2] in ("18", "19", "20")
