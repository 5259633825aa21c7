"""How an unnamed source knows: the words by which a page says that somebody was there, saw, took part or was told.

Known by grammar: an adjective of acquaintance with its preposition, `with knowledge of`, a participle of attending, a
place of presence, or a relative clause with any verb that is not one of speaking, asking or living.
"""

from __future__ import annotations

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import STOPS, Reading
from audit.provenance.attributions.voices.heads import Phrase
from audit.provenance.attributions.voices.reasons import by_first_word

_KNOWLEDGE = word_set("knowledge insight access acquaintance familiarity visibility understanding experience")
_ADJECTIVES = word_set("direct first-hand firsthand intimate inside detailed deep some close personal good full the")
_BE = word_set("was were is are has have had been being")
_THERE = word_set(
    """
    approached offered shown invited recruited pressed pressured ordered beaten wounded injured there present at inside
    among aboard briefed familiar involved part privy near told informed
    """
)
_NO_KNOWING = word_set(
    """
    asked asks requested requests declined declines refused refuses wanted wants want wished wishes wish preferred
    prefers insisted identified gave gives did does do would will could can cannot may might must should not lives live
    lived stayed owns owned keeps kept farms heads leads manages managed runs ran teaches taught drives drove sells
    sold belongs studies hails comes came spoke speaks speak wishes craved sought begged pleaded simply only also is are be
    remains remain fears fear
    feared demanded supports support supported opposes oppose opposed hopes hope hoped calls called
    """
)
_NOT_TAKING_PART = word_set(
    """
    asking speaking telling requesting living citing declining refusing wishing identifying claiming calling working talking
    wanting including representing according during being staying queuing waiting standing sitting residing hailing
    """
)
_WITH_OBJECT = phrases.DETERMINERS | phrases.PREPOSITIONS
_ENDS = frozenset((",", ";", "—", "–", "“", '"', ":", "("))


def knows_how(reading: Reading, phrase: Phrase, end: int) -> str | None:
    """`familiar with the talks`, `who saw the raid`: the words of the page; `end` is the sentence's last token."""
    openers = by_first_word("knows")
    lows = reading.lows
    for i in range(phrase.first, min(end, phrase.stop + 12)):
        length = next((len(w) for w in openers.get(lows[i], ()) if tuple(lows[i : i + len(w)]) == w), 0)
        if not length and lows[i] == "with":
            length = _with_knowledge(reading, i, end)
        if not length and lows[i] in ("who", "that") and i > phrase.first:
            length = _relative(reading, i, end) if lows[i] == "who" or i <= phrase.core_stop else 0
        if not length and i == phrase.core_stop and i + 1 < end:
            length = int(lows[i].endswith("ing") and lows[i] not in _NOT_TAKING_PART and lows[i + 1] in _WITH_OBJECT)
        if not length or (i < phrase.core_stop and lows[i] != "with"):
            continue
        if i >= phrase.stop and not _attached(reading, phrase.stop, i):
            continue
        return reading.string(i, _clause_end(reading, phrase, i + length, end))
    return None


def _with_knowledge(reading: Reading, i: int, end: int) -> int:
    place = i + 1
    while place < end and reading.lows[place] in _ADJECTIVES:
        place += 1
    return place + 1 - i if place < end and reading.lows[place] in _KNOWLEDGE else 0


def _relative(reading: Reading, i: int, end: int) -> int:
    """The opening of a relative clause that tells what somebody saw or did, in tokens; 0 for any other clause."""
    place = i + 1
    while place < end and (reading.lows[place].endswith("ly") or reading.lows[place] in ("also", "both", "all")):
        place += 1
    if place + 1 >= end:
        return 0
    low = reading.lows[place]
    if low in ("have", "has", "had") and reading.lows[place + 1].endswith(("ed", "en", "d", "t", "n", "ad", "w")):
        said = reading.lows[place + 1]
        spoken = said not in ("read", "written") and speech.forms("english", "verb").get(said) in _SPOKEN
        return (
            0 if spoken or reading.lows[place + 1] in _NO_KNOWING | _FORETOLD or reading.lows[place + 1] == "not" else 2
        )
    if low in _BE:
        nxt = next((w for w in reading.lows[place + 1 : place + 3] if not w.endswith("ly") and w != "been"), "")
        if nxt in ("in", "at", "on") and reading.lows[place + 2 : place + 3] in (["the"], ["that"], ["this"], ["duty"]):
            return place + 1 - i  # `who was in the shaft`, but not `who is in his thirties`
        return (
            place + 1 - i
            if nxt in _THERE or (nxt.endswith("ing") and nxt not in ("asking", "speaking", "being"))
            else 0
        )
    verbs = speech.forms("english", "verb")
    if low in _NO_KNOWING or verbs.get(low) in ("say", "tell", "loaded", "deny", "urge"):
        return 0
    verbal = (
        low.endswith("ed")
        or low in _PRESENT
        or low in _PAST
        or low in ("know", "work", "attend", "handle", "follow", "manage")
    )
    return place + 1 - i if verbal else 0


_PRESENT = word_set(
    "works knows attends handles follows sits deals oversees monitors tracks serves treats represents advises reviews sees hears"
)
"""What somebody does all the time and knows from; `visits`, `sells` tell nothing."""
_SPOKEN = frozenset(("say", "loaded", "deny", "reject", "urge", "judge", "accuse"))
_FORETOLD = word_set("predicted forecast warned suggested said claimed argued promised hoped been become")
_PAST = word_set(
    """
    saw heard knew read took sat met lost caught found came went ran led drew held wrote built dealt fought flew drove
    stood told brought bought sold taught won kept left lay rode fell sent paid heard overheard witnessed
    """
)


def _attached(reading: Reading, stop: int, i: int) -> bool:
    """Whether the words at `i`, behind the phrase, still speak of it: a comma stands between, or nothing."""
    return i == stop or (i == stop + 1 and reading.words[stop] == ",")


def _clause_end(reading: Reading, phrase: Phrase, place: int, end: int) -> int:
    inside = place <= phrase.stop
    limit = phrase.stop if inside else end
    while place < limit and reading.words[place] not in STOPS and reading.words[place] not in _ENDS:
        if reading.lows[place] in ("said", "told", "says", "and") and place > phrase.core_stop + 1:
            break
        place += 1
    return place
