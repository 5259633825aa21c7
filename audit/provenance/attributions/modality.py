"""Modal verbs: where *may*, *might* and *could* weigh a claim, and where they say leave, ability or a question."""

from __future__ import annotations

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading.tokens import Reading

_SENSES = word_set(
    "see hear feel smell taste remember understand recognise recognize judge afford hardly barely heard seen felt read"
)
_NOBODY = word_set("nobody no none nothing neither never")
_ALLOWED = word_set("apply call enter vote register appeal copy")
_PERMITTED = word_set("ruled rules ruling decreed permit permits licence allowed entitled")
_WHATEVER = word_set("anything whatever whoever wherever whichever anyone")
_ASKING = word_set("asked asking asks")
_OPEN = word_set("whether if how why when what")
_MARKS = frozenset(["“", '"', "‘", "'", "«"])
_BREAKS = frozenset([",", ";", ":", "—", "–"])
_REACH = 12


def doubts(reading: Reading, place: int) -> bool:
    """Whether the modal at `place` weighs a claim.

    No ability (`you could hear it`), no leave (`he may not copy`), no question (`asked whether it could open`), no noun and
    no month.
    """
    lows = reading.lows
    begin, _ = reading.sentences[reading.owner[place]]
    opens = place == begin or reading.words[place - 1] in _MARKS
    if not _verb_follows(reading, place) or (reading.words[place][0].isupper() and not opens):
        return False
    if opens and lows[place + 1] in ("i", "we", "you"):
        return False  # `“May I speak?”`
    if _asked(reading, begin, place):
        return False
    low = lows[place]
    before = lows[max(begin, place - 4) : place]
    if low == "could":
        return not _able(reading, place, before)
    if low == "may":
        behind = lows[place + 1 : place + 3]
        ruled = any(w in _PERMITTED for w in lows[max(begin, place - 8) : place])
        leave = ruled or behind[:1] in ([w] for w in _ALLOWED)
        refused = behind[:1] == ["not"] and (behind[1:] not in (["be"], ["have"]) or ruled)
        return not leave and not refused and not any(w in _WHATEVER for w in before)
    return True


def _able(reading: Reading, place: int, before: list[str]) -> bool:
    """Whether `could` says what somebody was able to do."""
    lows = reading.lows
    behind = lows[place + 1 : place + 3]
    if behind[:1] in (["n't"], ["not"]) or any(w in _SENSES for w in behind):
        return True
    if before[-1:] == ["you"] or (before[-1:] == ["i"] and behind[:1] != ["be"]):
        return True
    if any(w in _NOBODY for w in before) or any(w in _NOBODY for w in lows[place + 1 : place + 4]):
        return True
    supposed = before[-2:-1] == ["if"]
    return supposed or _purpose(lows, place)


def _asked(reading: Reading, begin: int, place: int) -> bool:
    """Whether the modal stands in an indirect question: `Asked whether the gate could open, …`."""
    for i in range(place - 1, max(begin, place - _REACH) - 1, -1):
        if reading.words[i] in _BREAKS:
            return False
        if reading.lows[i] in _OPEN:
            return any(w in _ASKING for w in reading.lows[max(begin, i - 8) : i])
    return False


def _purpose(lows: list[str], place: int) -> bool:
    """Whether `could` stands in a clause of purpose: `so that you could have a balcony`."""
    before = lows[max(0, place - 6) : place]
    return "so" in before and before.index("so") + 1 < len(before) and before[before.index("so") + 1] != "far"


def _verb_follows(reading: Reading, place: int) -> bool:
    """Not the noun or the month: something stands behind the modal that is no number and no stop."""
    lows = reading.lows
    return place + 1 < len(lows) and (lows[place + 1][0].isalpha() or lows[place + 1] == "n't")
