"""The noun phrase behind a word that opens one (`said the minister`, `according to the ministry`), with its apposition."""

from __future__ import annotations

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading.phrases import (
    ADVERBS,
    BREAKS,
    CLAUSE,
    DAYS,
    DETERMINERS,
    FINITE,
    LONGEST,
    PRONOUNS,
    Range,
    capitalised,
    name_mark,
)
from audit.provenance.attributions.reading.tokens import QUOTE_MARKS, STOPS, Reading

_ISSUED = word_set(
    "issued released published dated filed posted pasted signed obtained seen written sent leaked dated held based"
)
_CLAUSE_VERBS = FINITE | word_set("said says told tells reported reports added claimed put wrote writes")
_ADJUNCT = word_set(
    "in on at during last this earlier late early after when as while before via through by from following"
)
_SETTINGS = word_set(
    "statement interview press news briefing conference speech post tweet letter email e-mail message report video address "
    "television tv twitter x facebook telegram monday tuesday wednesday thursday friday saturday sunday january february "
    "march april may june july august september october november december week month year morning evening night rally"
)


def after(reading: Reading, first: int, high: int, *, leads: bool = False) -> Range | None:
    """The noun phrase that starts at `first` (`said the minister`, `according to the ministry`), with its apposition.

    `leads`: the claim is still to come, so an apposition must close with a comma before it.
    """
    if first < high and reading.lows[first] in PRONOUNS:
        return first, first + 1
    place = first
    content = False
    while place < high and place - first < LONGEST:
        word, low = reading.words[place], reading.lows[place]
        if word in BREAKS and not _name_mark_inside(reading, place, high):
            break
        if content and low in FINITE:
            break
        if content and (low in CLAUSE or low in ADVERBS or low in DAYS or _adjunct(reading, place, high)):
            break
        content = content or capitalised(word) or low not in DETERMINERS
        place += 1
    if (
        place < high
        and reading.lows[place] in ("which", "whom")
        and reading.lows[place - 1] in ("to", "of", "with", "from")
    ):
        place -= 1  # `a memo to which the paper had access`
    if place <= first:
        return None
    if place + 1 < high and reading.words[place] == ",":
        end = _apposition_end(reading, place, high)
        place = place if leads and end >= high else end
    return first, place


def _name_mark_inside(reading: Reading, token: int, high: int) -> bool:
    if reading.words[token] in "-–" and token + 1 < high:
        return reading.ends[token - 1] == reading.begins[token] and reading.ends[token] == reading.begins[token + 1]
    return name_mark(reading, token) and token + 1 < high and capitalised(reading.words[token + 1])


def _adjunct(reading: Reading, token: int, high: int) -> bool:
    """Whether a phrase of time, place or occasion starts here and so ends the noun phrase."""
    low = reading.lows[token]
    if low not in _ADJUNCT:
        return False
    if reading.lows[token - 1] in _ISSUED:
        return False  # `its report issued on Tuesday`
    if low in ("during", "last", "this", "earlier", "late", "early", "via", "following", "before"):
        return True
    return any(
        reading.lows[i] in _SETTINGS or reading.words[i][0].isdigit() for i in range(token + 1, min(high, token + 4))
    )


def _apposition_end(reading: Reading, comma: int, high: int) -> int:
    """One past the apposition that `comma` opens, or `comma` where none does."""
    nxt = reading.lows[comma + 1]
    opens = (
        nxt in ("a", "an", "the", "who", "whose", "one", "his", "her")
        or nxt.isdigit()
        or nxt.endswith(("man", "or", "er", "ist", "president", "director", "chair", "head", "chief"))
    )
    if not opens:
        return comma
    place = comma + 1
    relative = False
    while place < high and reading.words[place] not in (",", ";", ":", "—") and reading.words[place] not in STOPS:
        if reading.words[place] in QUOTE_MARKS or place - comma > 18:
            return comma
        relative = relative or reading.lows[place] in ("who", "which", "whose", "that")
        if not relative and reading.lows[place] in _CLAUSE_VERBS:
            return comma  # `Quoting doctors, the inspector said …`: a clause of its own
        place += 1
    if nxt.isdigit() and place < high and reading.words[place] == "," and place - comma <= 3:
        return _apposition_end(reading, place, high) if place + 1 < high else place
    return place
