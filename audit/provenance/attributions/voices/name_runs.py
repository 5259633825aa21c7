"""Where proper names stand: runs of capitalised words with the small words that names hold."""

from __future__ import annotations

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices.names import INNER, PARTICLES, table

_NOT_NAMES = (
    phrases.PRONOUNS
    | phrases.DETERMINERS
    | phrases.CLAUSE
    | phrases.PREPOSITIONS
    | phrases.DAYS
    | phrases.ADVERBS
    | phrases.AUXILIARIES
) | word_set("and or not according asked both may what yes no")

_MONTHS = word_set("jan feb mar apr jun jul aug sept sep oct nov dec no page chapter article section day group phase")

_ALSO_DAYS = word_set("thu sun mon sat wed")
"""Short forms of days that people have as names."""

_LONGEST = 12


def runs(reading: Reading, first: int, stop: int) -> list[tuple[int, int]]:
    """Runs of capitalised words in tokens `first` to `stop`, with the small words that names hold."""
    found: list[tuple[int, int]] = []
    words, lows = reading.words, reading.lows
    i = first
    while i < stop:
        dated = (
            lows[i] in phrases.DAYS and i > first and lows[i - 1] == "the" and i + 1 < stop and words[i][0].isupper()
        )
        if not _starts(words[i], lows[i]) and not (
            dated and _starts(words[i + 1], lows[i + 1])
        ):  # `the Sunday Gazette`
            i += 1
            continue
        j = i + 1
        while j < stop and j - i < _LONGEST:
            if (
                _starts(words[j], lows[j])
                or _inside(words[j], lows[j])
                or (words[j].isdigit() and len(words[j]) < 3 and _numbered(lows, j, stop))
            ):
                j += 1
                continue
            k = j
            while k < stop and (
                lows[k] in PARTICLES
                or words[k] in "-'’."
                or (lows[k] in INNER and _institutional(lows, i, k))
                or _joined(reading, i, k, stop)
            ):
                k += 1
            glued = k > j and k < stop and _starts(words[k], lows[k]) and k - j <= 3
            if glued and not (words[j] == "." and (len(words[j - 1]) > 5 or reading.owner[k] != reading.owner[i])):
                j = k + 1
                continue
            nicknamed = _nickname(words, lows, j, stop) if j - i < 3 else 0
            if nicknamed:
                j = nicknamed
                continue
            break
        found.append((i, j))
        i = j
    return found


def _nickname(words: list[str], lows: list[str], place: int, stop: int) -> int:
    """`Leroy “Cotton” Battiste`: one past a nickname in marks between two words of a name; 0 where none stands."""
    if words[place : place + 1] not in (['"'], ["“"], ["‘"], ["'"]):
        return 0
    close = next((k for k in range(place + 2, min(stop - 1, place + 4)) if words[k] in ('"', "”", "’", "'")), None)
    if close is None or not all(_starts(words[k], lows[k]) for k in (*range(place + 1, close), close + 1)):
        return 0
    return close + 1


def _inside(word: str, low: str) -> bool:
    """Whether a capital inside a run makes an adverb a name's word (`Myanmar Now`), or a day's short form (`Kyaw Thu Hein`)."""
    return word[0].isupper() and (low in phrases.ADVERBS or low in _ALSO_DAYS)


def _numbered(lows: list[str], place: int, stop: int) -> bool:
    """Whether a number belongs to the name before it (`Channel 9`, `Jan Awaaz 24`) and does not count what follows."""
    behind = lows[place + 1] if place + 1 < stop else "."
    if lows[place - 1] in phrases.DAYS or lows[place - 1] in _MONTHS:
        return False
    return not behind[0].isalnum() or behind in ("said", "reported", "says", "reports", "that", "claimed", "television")


def sentence_runs(reading: Reading) -> list[tuple[int, int]]:
    """The runs of every sentence of the text, in order; found once."""
    known: list[tuple[int, int]] | None = reading.memo.get("runs")
    if known is None:
        known = reading.memo["runs"] = [run for first, stop in reading.sentences for run in runs(reading, first, stop)]
    return known


def _starts(word: str, low: str) -> bool:
    if not word[0].isupper() and "-" not in word and word[0] != "@":
        return False
    if "-" in word and low.partition("-")[0] in PARTICLES and word.partition("-")[2][:1].isupper():
        return True
    if word.isupper() and len(word) > 2 and low in ("nor", "who"):
        return True
    if word == "Per":
        return True  # a given name in the north; `per` with a capital begins a sentence only
    return ((word[0].isupper() or (word[0] == "@" and len(word) > 1)) and low not in _NOT_NAMES) or (
        low == "us" and word == "US"
    )


def _institutional(lows: list[str], first: int, stop: int) -> bool:
    """Whether `of` or `and` may go on a name that starts so: `Ministry of`, `Centre for`."""
    words = table("organisation-word") | table("government-word")
    if lows[stop] in ("and", "in", "on", "&"):
        return "of" in lows[first:stop] or "for" in lows[first:stop] or lows[stop] == "&"
    return any(w in words or w in ("bureau", "head", "republic", "states", "chiefs") for w in lows[first:stop])


_OF_TWO_FIELDS = word_set(
    "administration agency department ministry authority commission committee council institute service board bureau office"
    " directorate secretariat centre center court organization organisation association"
)


def _joined(reading: Reading, first: int, place: int, stop: int) -> bool:
    """Whether `and` joins two fields of one body: `the Food and Drug Administration`."""
    words, lows = reading.words, reading.lows
    if lows[place] not in ("and", "&") or place - first > 3 or first == 0 or lows[first - 1] not in ("the", "'s", "a"):
        return False
    if any(w in _OF_TWO_FIELDS or w in table("country") or w in table("known-organisation") for w in lows[first:place]):
        return False
    last = place + 1
    while last < stop and words[last][0].isupper() and last - place < 5 and lows[last] not in _OF_TWO_FIELDS:
        last += 1
    return place + 1 < last < stop and lows[last] in _OF_TWO_FIELDS and words[last][0].isupper()
