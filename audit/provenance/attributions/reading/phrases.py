"""Noun phrases beside a cue, found without a part-of-speech tagger.

A source stands between a clause's start and its verb, or behind an inverted verb up to the clause's end; appositions and
relative clauses belong to it. The closed classes below (pronouns, determiners, conjunctions, prepositions) decide.
"""

from __future__ import annotations

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading.tokens import QUOTE_MARKS, STOPS, Reading

Range = tuple[int, int]


PRONOUNS = word_set("he she they i we you it who both others")
DETERMINERS = word_set(
    "the a an his her their its this that these those our my your some many several most both all no any each"
)
AUXILIARIES = word_set(
    "has have had is was are were be been being 's 've 'd 'm 're will would can could may might must should shall did does "
    "do not n't never ca wo to"
)
ADVERBS = word_set(
    "also later then once now just even still only first earlier again often meanwhile however instead thus therefore "
    "nevertheless nonetheless moreover further furthermore separately subsequently previously reportedly repeatedly "
    "immediately publicly too yesterday today tonight tomorrow perhaps indeed already afterwards"
)
CLAUSE = word_set(
    "but because while when as although though if since after before so that which whether yet where until unless once "
    "than why how what nor"
)
PREPOSITIONS = word_set(
    "in on at during by for from with under since until amid despite following within without about over against "
    "through between among into of to near outside inside across upon per ahead besides"
)
BREAKS = frozenset(",;:—–-()[]") | frozenset(["--"]) | QUOTE_MARKS | STOPS
DAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight mon tue wed thu fri sat sun "
    "january february march april june july august september october november december"
)
_APPOSED_CLAIMS = word_set("charge claim accusation allegation suggestion report figure assertion theory")
FINITE = word_set("has have had is was are were would will could should did does can may might must 'd 'll 've")
SEEMING = word_set("appears appear appeared seems seem seemed purports purported")
_IRREGULAR = word_set(
    "left kept held made took gave went came won lost rose fell began ran met sent spent built bought sold drew led grew "
    "flew wore drove chose broke brought fought felt stood struck shut cut set"
)
"""Past tenses that do not end in -ed."""
LONGEST = 32


def capitalised(word: str) -> bool:
    """Whether a word starts as a name does."""
    return word[0].isupper()


def verb_group(reading: Reading, low: int, verb: int) -> int:
    """The first token of the verb group that ends at `verb`: auxiliaries, negation, adverbs before it."""
    first = verb
    while first > low:
        word = reading.lows[first - 1]
        if (
            word in AUXILIARIES
            or word in ADVERBS
            or word in ("long", "neither")
            or (word.endswith("ly") and len(word) > 4 and not capitalised_name(reading, first - 1))
        ):
            first -= 1
            continue
        break
    if reading.lows[first] == "to" and first > low and reading.lows[first - 1] in SEEMING:
        return first - 1  # `appears to show`
    while first < verb and reading.lows[first] == "to":
        first += 1
    return first


def capitalised_name(reading: Reading, token: int) -> bool:
    """A capital that is not a sentence's first word."""
    return capitalised(reading.words[token]) and token != reading.sentences[reading.owner[token]][0]


def before(reading: Reading, low: int, stop: int, verbs: frozenset[int] | set[int]) -> Range | None:
    """The noun phrase that ends right before token `stop` and starts no earlier than `low`.

    `verbs` are the tokens of other cues in the sentence: a phrase does not reach over one, but for a relative clause.
    """
    if stop <= low:
        return None
    last = reading.lows[stop - 1]
    if last in PRONOUNS:
        return stop - 1, stop
    if reading.words[stop - 1] in (",", "—", "–", "--", ")"):
        return _apposed(reading, low, stop, verbs)
    first = _clause_start(reading, low, stop, verbs)
    found = _trimmed(reading, first, stop)
    if (
        found is not None
        and first > low + 1
        and reading.words[first - 1] == ","
        and first - low < 8
        and capitalised(reading.words[first])
    ):
        if (
            all(capitalised(reading.words[i]) or reading.words[i] == "." for i in range(low, first - 1))
            and reading.lows[low] not in DAYS
            and not (first - low == 2 and leads(reading.lows[low]))
        ):
            return low, stop  # `Prof. Noor, University of Harl said`: an apposition that no comma closes
    return found


def leads(low: str) -> bool:
    """Whether a word before the first comma only joins the sentence to the one before: `However`, `Still`."""
    listed = low in ADVERBS or low in CLAUSE or low in ("still", "elsewhere", "besides", "overall")
    return listed or (low.endswith("ly") and low not in speech.forms("names", "given"))


def _apposed(reading: Reading, low: int, stop: int, verbs: frozenset[int] | set[int]) -> Range | None:
    """`Omari, the deputy minister, said`: from the name over its apposition."""
    mark = "(" if reading.words[stop - 1] == ")" else reading.words[stop - 1]
    leading = _leading_name(reading, low, stop, verbs) if mark == "," else None
    if leading is not None:
        return leading
    place = stop - 2
    while place > low and stop - place < LONGEST:
        if reading.words[place] == mark and reading.quote[place] < 0:
            inner = before(reading, low, place, verbs)
            if (
                inner is not None
                and inner[1] == place
                and not (
                    mark == ","
                    and reading.lows[place + 1] in ("and", "or")
                    and reading.lows[min(place + 2, stop - 1)] not in ("who", "which", "whose")
                )
            ):
                return inner[0], stop - (0 if mark == "(" else 1)
            return None
        place -= 1
    return None


def _leading_name(reading: Reading, low: int, stop: int, verbs: frozenset[int] | set[int]) -> Range | None:
    """`Lakeside, a maker of tools, pumps and pipes, said`: commas inside the apposition of the name that leads."""
    place = low
    while place < stop and capitalised(reading.words[place]):
        place += 1
    opens = (
        place > low
        and place + 1 < stop
        and reading.words[place] == ","
        and reading.lows[place + 1] in ("a", "an", "the", "who", "one")
    )
    clear = opens and stop - low < 60 and not any(i in verbs or reading.quote[i] >= 0 for i in range(low, stop))
    return (low, stop - 1) if clear else None


def _clause_start(reading: Reading, low: int, stop: int, verbs: frozenset[int] | set[int]) -> int:
    place = stop
    relative = any(reading.lows[i] in ("who", "whom") for i in range(max(low, stop - 14), stop))
    while place > low and stop - place < LONGEST:
        word = reading.lows[place - 1]
        if word == ")" and place < stop:
            opened = next((i for i in range(place - 2, max(low, place - 9), -1) if reading.words[i] == "("), None)
            if opened is None:
                break
            place = opened  # `Superintendent of Police (Cyber Crime) Anupama Toppo`
            continue
        if reading.words[place - 1] in BREAKS and not name_mark(reading, place - 1):
            break
        if word in ("who", "whom"):
            relative = False
        elif (
            (word in CLAUSE and not relative)
            or (word == "and" and not _joins_names(reading, low, place - 1, verbs))
            or (place - 1 in verbs and not relative)
        ):
            break
        place -= 1
    return place


def name_mark(reading: Reading, token: int) -> bool:
    """The full stop of an initial or title (`Gen.`), which ends no sentence because the sentence goes on."""
    return reading.words[token] == "." and token > 0 and reading.ends[token - 1] == reading.begins[token]


def _joins_names(reading: Reading, low: int, token: int, verbs: frozenset[int] | set[int]) -> bool:
    """Whether `and` at `token` joins two noun phrases and not two clauses."""
    place = token - 1
    while place >= low and reading.words[place] not in BREAKS and token - place < 8:
        word = reading.lows[place]
        if place in verbs or word in AUXILIARIES or (word.endswith("ed") and not capitalised(reading.words[place])):
            return False
        place -= 1
    return token > low


def _trimmed(reading: Reading, first: int, stop: int) -> Range | None:
    """Drops adverbs, conjunctions and adverbial phrases from the front."""
    while first < stop and (
        reading.lows[first] in AUXILIARIES
        or reading.lows[first] in CLAUSE
        or reading.lows[first] in ("and", "or")
        or (reading.lows[first] in ADVERBS)
        or (reading.lows[first].endswith("ly") and not capitalised_name(reading, first) and stop - first > 1)
    ):
        first += 1
    if first < stop and reading.lows[first] in PREPOSITIONS:
        starts = [
            i
            for i in range(first + 1, stop)
            if (reading.lows[i] in DETERMINERS or reading.lows[i] in PRONOUNS or capitalised(reading.words[i]))
            and reading.lows[i - 1] not in PREPOSITIONS
            and reading.lows[i - 1] not in DETERMINERS
            and not (capitalised(reading.words[i - 1]) and reading.lows[i - 1] not in DAYS)
            and reading.lows[i] not in DAYS
        ]
        if not starts:
            return None
        first = starts[0]
    if (
        stop - first > 3
        and reading.lows[first] in ("a", "an")
        and reading.lows[first + 1] in _APPOSED_CLAIMS
        and (not reading.lows[first + 2].endswith("ed"))
    ):
        first += 2  # `…, a charge the government denies`
    if first < stop and reading.lows[first] in DAYS and stop - first > 1:
        first += 1
    if first >= stop or stop - first > LONGEST - 4:
        return None
    if all(reading.lows[i] in DETERMINERS or not reading.words[i][0].isalnum() for i in range(first, stop)):
        plural = reading.lows[first] in (
            "many",
            "several",
            "some",
            "most",
            "both",
            "all",
            "these",
            "those",
            "this",
            "that",
        )
        return (first, stop) if plural else None
    return first, stop


def subject(reading: Reading, first: int, stop: int, verbs: frozenset[int] | set[int]) -> Range | None:
    """The sentence's leading noun phrase, for a participle that shares it (`…, warning that`)."""
    while first < stop and (
        reading.lows[first] in ADVERBS or reading.words[first] in (",",) or reading.lows[first] in ("but", "and")
    ):
        first += 1
    if first < stop and (reading.lows[first] in PREPOSITIONS or reading.lows[first] in CLAUSE):
        comma = next((i for i in range(first, min(stop, first + 20)) if reading.words[i] == ","), None)
        if comma is None or comma + 1 >= stop:
            return None
        first = comma + 1
    if first >= stop or reading.quote[first] >= 0:
        return None
    if reading.lows[first] in PRONOUNS:
        return first, first + 1
    place = first
    seen = False
    while place < stop and place - first < 14:
        word, low = reading.words[place], reading.lows[place]
        if word in BREAKS and not name_mark(reading, place):
            break
        if low in AUXILIARIES and low != "'s":
            break
        if place in verbs or low in CLAUSE or low in ADVERBS or (seen and low in _IRREGULAR):
            break
        if (
            seen
            and not capitalised(word)
            and low not in PREPOSITIONS
            and low != "'s"
            and low not in DETERMINERS
            and low.endswith(("ed", "es", "ts", "ks", "ns", "ing"))
            and (capitalised(reading.words[place - 1]) or low.endswith("ed"))
        ):
            break
        if (
            seen
            and not capitalised(word)
            and capitalised(reading.words[place - 1])
            and low not in ("'s", "of", "and", "for", "the", "al", "de")
            and place > first + 1
        ):
            break
        seen = seen or low not in DETERMINERS
        place += 1
    return (first, place) if place > first and seen else None
