"""Names that the page keeps back, and people who wish to be kept out of it."""

from __future__ import annotations

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices.silence import ASKING, NEGATION, RELUCTANCE

_STAYING = word_set("stay stays stayed keep kept leave left be remain")
_PUBLICITY = word_set("it this papers paper newspaper press news story article print media limelight")


def by_us(reading: Reading, begin: int, i: int) -> tuple[int, int] | None:
    """`The Courier is not naming the engineer, who fears …`, `asked us not to name him`."""
    lows = reading.lows
    behind = lows[i + 1 : i + 2]
    ours = lows[i].endswith("ing") or lows[i - 1] == "to"  # `He did not name them` tells what somebody did not say
    if (
        not ours
        or not any(w in NEGATION for w in lows[max(begin, i - 3) : i])
        or behind
        not in (
            ["the"],
            ["him"],
            ["her"],
            ["them"],
        )
    ):
        return None
    stop = (
        i + 2
        if behind != ["the"]
        else next((k for k in range(i + 2, i + 5) if not reading.words[k][0].isalnum()), i + 3)
    )
    return max(begin, i - 3), stop


def out_of(reading: Reading, begin: int, i: int) -> tuple[int, int] | None:
    """`begged to be kept out of it`, `wished to stay out of the papers`, `leave her out of this`."""
    lows = reading.lows
    if lows[i + 1 : i + 2] != ["of"] or not _PUBLICITY & set(lows[i + 2 : i + 5]):
        return None
    verb = next((k for k in range(max(begin, i - 3), i) if lows[k] in _STAYING), None)
    if verb is None or not any(w in ASKING or w in RELUCTANCE for w in lows[max(begin, verb - 6) : verb]):
        return None
    return max(begin, verb - 3), i + 3 + (lows[i + 2] in ("the", "a"))
