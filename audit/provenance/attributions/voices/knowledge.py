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
from audit.provenance.attributions.voices.number import singular
from audit.provenance.attributions.voices.reasons import by_first_word

_KNOWLEDGE = word_set("knowledge insight access acquaintance familiarity visibility understanding experience")
_ADJECTIVES = word_set("direct first-hand firsthand intimate inside detailed deep some close personal good full the")
_BE = word_set("was were is are has have had been being")
_THERE = word_set(
    """
    approached offered shown invited recruited pressed pressured ordered beaten wounded injured there present at inside
    dug pulled rescued trapped evacuated displaced hurt shot hit arrested detained held fired dismissed sacked evicted treated
    among aboard briefed familiar involved part privy near told informed
    """
)
_NO_KNOWING = word_set(
    """
    asked asks requested requests declined declines refused refuses wanted wants want wished wishes wish preferred
    prefers insisted identified gave gives did does do would will could can cannot may might must should not lives live
    lived stayed owns owned keeps kept farms heads leads manages managed runs ran teaches taught drives drove sells
    sold belongs studies hails comes came spoke speaks speak wishes craved sought begged pleaded simply only also is are be
    remains remain fears fear signed voted donated joined backed
    feared demanded supports support supported opposes oppose opposed hopes hope hoped calls called
    """
)
_NOT_TAKING_PART = word_set(
    """
    asking speaking telling requesting living citing declining refusing wishing identifying claiming calling working talking
    wanting including representing according during being staying queuing waiting standing sitting residing hailing
    """
)
_NOT = word_set("not never n't hardly without")
"""What makes an acquaintance none: `a banker not involved in the sale`."""
_ANYBODY = ("person-local", "person-bare")
_UNDERGOING = word_set(
    "watching witnessing filming hiding sheltering fleeing escaping attending helping searching digging treating rescuing"
)
"""What people of the street are in the middle of when they know; what they sell, wear or push tells nothing."""
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
        if not length and lows[i] == "who" and phrase.core_stop < i and _of_another(reading, phrase, i):
            continue
        if not length and lows[i] in ("who", "that") and i > phrase.first:
            length = (
                _relative(reading, i, end, plural=phrase.plural, local=phrase.gives == "person-local")
                if lows[i] == "who" or i <= phrase.core_stop
                else 0
            )
        if not length and i == phrase.core_stop and i + 1 < end:
            length = int(_taking_part(lows[i], lows[i + 1], street=phrase.gives in _ANYBODY))
        if not length or (i < phrase.core_stop and lows[i] != "with") or lows[i - 1] in _NOT:
            continue
        if i >= phrase.stop and not _attached(reading, phrase.stop, i):
            continue
        return reading.string(i, _clause_end(reading, phrase, i + length, end))
    return _perceived(reading, phrase, end)


def _taking_part(low: str, behind: str, *, street: bool) -> bool:
    """`a nurse treating the wounded`: whether a participle behind a head tells how somebody knows."""
    if street:
        return low in _UNDERGOING
    return low.endswith("ing") and low not in _NOT_TAKING_PART and behind in _WITH_OBJECT


def _perceived(reading: Reading, phrase: Phrase, end: int) -> str | None:
    """`Neighbours spoke of hearing a scream`, `A clerk said she saw him fall`: perception that governs the claim."""
    lows = reading.lows
    if phrase.stop >= end or not (lows[phrase.stop] in _TELLING or lows[phrase.stop] in _RECALLING):
        return None
    recalling = lows[phrase.stop] in _RECALLING
    for i in range(phrase.stop + 1, min(end - 2, phrase.stop + _NEAR)):
        if not reading.words[i][0].isalnum() or reading.quote[i] >= 0:
            return None
        sensed = recalling and lows[i] in _SENSING
        before = lows[i - 1] if lows[i - 1] not in ("had", "all", "also", "both", "have") else lows[i - 2]
        sensed = sensed or (
            lows[i] in _SENSED and before in ("he", "she", "they", "it", "we") and lows[i + 1] not in _NOTHING
        )
        if sensed:
            return reading.string(i, _stop(reading, i, end))
    return None


def _stop(reading: Reading, place: int, end: int) -> int:
    while place < end and reading.words[place] not in STOPS and reading.words[place] not in _ENDS:
        place += 1
    return place


_NEAR = 9
_TELLING = word_set("said says told tells reported recalled recalls recounted")
_RECALLING = word_set("recalled recalls remembered remembers described describes spoke speaks recounted reported told")
_SENSING = word_set("seeing hearing watching witnessing smelling feeling being finding")
_SENSED = word_set("heard saw seen watched witnessed smelled smelt felt")
_NOTHING = word_set("it no little nothing need reason that from rumours rumors reports about")
"""What is seen or heard without having been there: `saw no reason`, `heard that`."""


def _of_another(reading: Reading, phrase: Phrase, i: int) -> bool:
    """`the family of a man who died`: whether the clause at `i` speaks of somebody behind the head and not of the head."""
    kinds = speech.forms("voices", "head")
    noun = reading.lows[i - 1]
    person = kinds.get(noun, "").startswith("person") or noun in ("baby", "child", "infant")
    return person and noun == singular(noun) and i - 1 > phrase.core_stop and phrase.gives == "person-local"


def _with_knowledge(reading: Reading, i: int, end: int) -> int:
    place = i + 1
    while place < end and reading.lows[place] in _ADJECTIVES:
        place += 1
    return place + 1 - i if place < end and reading.lows[place] in _KNOWLEDGE else 0


def _relative(reading: Reading, i: int, end: int, *, plural: bool = False, local: bool = False) -> int:
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
        if nxt in ("in", "at", "on", "aboard") and (place + 2 < end and reading.lows[place + 2] in _THEREBY):
            return place + 1 - i  # `who was in the shaft`, but not `who is in his thirties`
        return (
            place + 1 - i
            if nxt in _THERE | _SUFFERED or (nxt.endswith("ing") and nxt not in ("asking", "speaking", "being"))
            else 0
        )
    if local and low not in _UNDERGONE and reading.lows[place + 1] not in _UNDERGONE:
        return 0
    verbs = speech.forms("english", "verb")
    if low in _NO_KNOWING or verbs.get(low) in ("say", "tell", "loaded", "deny", "urge"):
        return 0
    verbal = (
        low.endswith("ed")
        or low in _PRESENT
        or low in _PAST
        or low in ("know", "work", "attend", "handle", "follow", "manage")
        or (plural and low + "s" in _PRESENT)
    )
    return place + 1 - i if verbal else 0


_THEREBY = word_set("the that this a an board duty site shift hand watch scene guard call")
"""What follows a place of presence: `who was in the shaft`, `who were on board`."""
_SUFFERED = word_set(
    """
    dug pulled rescued trapped detained questioned interrogated robbed evicted deported airlifted kidnapped abducted
    swept searched beaten tortured shot stabbed hit struck bitten quarantined released freed
    """
)
"""What was done to people who know of it: `who was dug out`."""
_UNDERGONE = word_set(
    """
    demonstrated discovered rode clung sheltered cowered huddled jumped leapt endured raced rushed chased slept broke touched
    saw heard watched witnessed felt smelled smelt noticed found lost fled escaped survived crawled attended took helped
    carried rescued pulled dug filmed recorded photographed arrived visited caught came went ran left was were had been
    received got met spoke stood hid waited saw treated buried identified drove flew walked swam climbed queued fought
    """
)
"""What people of the street must have undergone or done for their words to be knowledge; trades and habits tell nothing."""
_PRESENT = word_set(
    "patrols investigates audits inspects guards operates commands works knows attends handles follows sits deals oversees"
    " monitors tracks serves treats represents advises reviews sees hears"
)
"""What somebody does all the time and knows from; `visits`, `sells` tell nothing."""
_SPOKEN = frozenset(("say", "loaded", "deny", "reject", "urge", "judge", "accuse"))
_FORETOLD = word_set("predicted forecast warned suggested said claimed argued promised hoped been become")
_PAST = word_set(
    """
    saw heard knew read took sat met lost caught found came went ran led drew held wrote built dealt fought flew drove
    stood clung slept hid ran told brought bought sold taught won kept left lay rode fell sent paid heard overheard witnessed
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
