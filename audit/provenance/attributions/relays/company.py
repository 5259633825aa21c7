"""Names that a text shows to be outlets by the company they keep: `the daily Kontra`, `in a report in Kontra`."""

from __future__ import annotations

from audit.lexicon import speech
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.relays.sorts import SURE_TRADES
from audit.provenance.attributions.voices import name_runs, names


def pages_outlets(reading: Reading) -> frozenset[str]:
    """Names that the text shows to be outlets by what stands around them: `the daily Kontra`, `in a report in Kontra`."""
    found: set[str] = set()
    lows = reading.lows
    for begin, end in name_runs.sentence_runs(reading):
        first, stop = reading.sentences[reading.owner[begin]]
        back = begin - 1 - (begin - 1 > first and lows[begin - 1] == "the")
        before, earlier = (lows[back] if back >= first else ""), (lows[back - 1] if back > first else "")
        trade = before in SURE_TRADES or (end < stop and lows[end] in SURE_TRADES)
        carried = before == "by" and earlier in ("carried", "published", "broadcast", "aired")
        told = before in ("in", "by", "with", "to") and earlier in ("report", "interview")
        learnt = lows[end : end + 2] in (["has", "learnt"], ["has", "learned"], ["can", "reveal"], ["reached", "out"])
        if carried or trade or learnt or (told and not _person(reading, begin, end)):
            found.add(reading.string(begin, end))
    return frozenset(found)


def _person(reading: Reading, begin: int, end: int) -> bool:
    name = names.classify(reading, begin, end)
    given = speech.forms("names", "given")
    return name.type == "person" and (
        bool(name.title) or reading.lows[begin] in given or reading.lows[begin] in phrases.DAYS
    )
