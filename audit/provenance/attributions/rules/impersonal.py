"""Cues of what somebody heard or was told and nobody says: `It was gathered that`, `the inquest heard`, `rumour has it`."""

from __future__ import annotations

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading

REPORTING = word_set(
    """
    believed thought said reported alleged understood rumoured rumored feared suspected claimed estimated known
    presumed
    """
)
_LEARNT = word_set("gathered learnt learned established observed suggested assumed noted hoped expected agreed clear")
EMERGED = word_set("emerged emerges transpired transpires")
_BE = word_set("is was are were has have had been being")
HEARERS = word_set(
    "court inquest jury tribunal hearing inquiry trial commission parliament jurors panel inquisition assembly"
)
_RUMOUR = word_set("rumour rumor rumours word legend gossip")
_TALK = word_set("reports rumours rumors talk speculation suggestions whispers")
UNSOURCED = word_set("rumours rumors speculation talk gossip whispers")
"""What nobody stands behind, whatever verb follows: `rumours are rife that`."""
_RIFE = word_set("is are was were has have had grew grows spread spreads swirled circulated circulate mounted emerged")
_IMPERSONAL = UNSOURCED | HEARERS | _RUMOUR | word_set("it there told assured informed heard")


def impersonal(reading: Reading) -> list[tuple[int, int, tuple[int, int] | None]]:
    """Cues of claims that somebody heard or was told and nobody says: `It was gathered that`, `the inquest heard`.

    Each with the tokens of the cue and, where it is a body that heard, of its name: that is no speaker.
    """
    found: list[tuple[int, int, tuple[int, int] | None]] = []
    lows = reading.lows
    for begin, end in reading.sentences:
        for i in range(begin, end):
            low = lows[i]
            if low not in _IMPERSONAL or reading.quote[i] >= 0:
                continue
            if low == "there" and i + 3 < end and lows[i + 1] in _BE:
                noun = next((j for j in range(i + 2, min(end - 1, i + 6)) if lows[j] in _TALK), None)
                if noun is not None and (
                    noun + 1 >= end or lows[noun + 1] in ("of", "that", "late", "on", "in", "about")
                ):
                    found.append((i, noun + 1, None))
            elif low == "it" and i + 2 < end:
                stop = _gathered(lows, i + 1, min(end, i + 6))
                timed = lows[stop : stop + 3] == ["at", "the", "time"]
                if stop and (timed or lows[stop : stop + 1] not in (["by"], ["to"], ["as"], ["for"], ["at"], ["in"])):
                    found.append((i + 1, stop, None))
            elif low in HEARERS and i + 1 < end:
                stop = _heard(lows, i + 1, min(end, i + 6))
                if stop and lows[stop : stop + 1] not in (["by"], ["from"], ["of"], ["to"], ["in"]):
                    found.append((i + 1, stop, (i, i + 1)))
            elif (
                low in ("told", "assured", "informed")
                and _passive(lows, begin, i)
                and not {"by", "off"} & set(lows[i : min(end, i + 4)])
            ):
                first = i - 1
                while first > begin and lows[first - 1] in _BE:
                    first -= 1
                found.append((first, i + 1, (begin, first)))
            elif (
                low == "heard"
                and lows[i + 1 : i + 2] == ["that"]
                and lows[i - 1] in ("has", "have", "had")
                and i - 1 > begin
            ):
                found.append((i - 1, i + 1, (begin, i - 1)))
            elif low in _RUMOUR and lows[i + 1 : i + 3] == ["has", "it"]:
                found.append((i, i + 3, None))
            elif low in UNSOURCED and i + 2 < end and lows[i + 1] in _RIFE:
                that = next((j for j in range(i + 2, min(end, i + 8)) if lows[j] == "that"), None)
                if that is not None:
                    found.append((i, that, None))
    return found


def _gathered(lows: list[str], place: int, end: int) -> int:
    """One past `was also learnt`, or 0."""
    first = place
    while place < end and (lows[place] in _BE or lows[place] in ("also", "later", "since", "then", "now", "soon")):
        place += 1
    if place < end and lows[place] in EMERGED:
        return place + 1 if lows[place + 1 : place + 2] == ["that"] else 0
    place = first
    if lows[place] not in _BE:
        return 0
    while place < end and (lows[place] in _BE or lows[place] in ("also", "widely", "now", "further", "generally")):
        place += 1
    return place + 1 if place < end and lows[place] in REPORTING | _LEARNT else 0


def _heard(lows: list[str], place: int, end: int) -> int:
    """One past `has heard`, `was told`, or 0."""
    first = place
    while place < end and (lows[place] in _BE or lows[place] in ("also", "later", "then", "earlier")):
        place += 1
    if place >= end or (lows[place] != "heard" and not (lows[place] == "told" and place > first)):
        return 0
    return place + 1


def clause_of(reading: Reading, place: int, end: int) -> bool:
    """Whether a clause is what was told: no order (`told to wait`), and no mere matter (`informed of the threat`)."""
    if place >= end:
        return False
    low, word = reading.lows[place], reading.words[place]
    return low in phrases.DETERMINERS | phrases.PRONOUNS | {"that", "there"} or word[0].isupper() or word in ":“"


def _passive(lows: list[str], begin: int, i: int) -> bool:
    """Whether `told` at `i` is somebody's who was told: `they have been told`."""
    return i - 1 > begin and lows[i - 1] in ("was", "were", "been", "being", "is", "are")
