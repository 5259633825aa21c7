"""Pronouns: which of those mentioned before is the likeliest antecedent, and whether one stands out.

Nearness, the same paragraph, being a sentence's subject and having spoken speak for a candidate; gender and number rule
out. Two that come close to each other leave the pronoun open.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from audit.model import Voice
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices.names import likely_gender

if TYPE_CHECKING:
    from audit.provenance.attributions.voices.cast import Cast

REACH = 6
"""How many sentences back an antecedent may stand."""
_LOOKBACK = 40
_MARGIN = 0.2
_MALE, _FEMALE = frozenset(("he", "his", "him")), frozenset(("she", "her", "hers"))
_BODILY = frozenset(("it", "its", "they", "their"))
_SEVERAL = frozenset(("they", "their", "them"))
_BODIES = ("organisation", "government", "outlet", "document")


class Candidate(NamedTuple):
    """Somebody at a place in the text: the voice, how much speaks for it, gender `m`, `f` or empty."""

    token: int
    voice: Voice
    weight: float
    gender: str
    plural: bool


def score(reading: Reading, token: int, at: int, weight: float) -> float:
    """How strongly a mention at `at` offers itself as antecedent of `token`."""
    here, there = reading.owner[token], reading.owner[at]
    gap = reading.paragraph[here] - reading.paragraph[there]
    return 3.0 - 0.7 * (here - there) - 0.3 * min(gap, 3) + weight


def best(cast: Cast, token: int, word: str) -> tuple[Voice, float] | None:
    """The antecedent of the pronoun `word` at `token`, and how sure; `None` where nobody or two fit."""
    reading = cast.reading
    gender = "m" if word in _MALE else "f" if word in _FEMALE else ""
    scores: dict[str, float] = {}
    voices: dict[str, Voice] = {}
    for candidate in [*_before(cast, token), *_leads(cast, token, word)]:
        if not candidate.voice.key or not _fits(cast, candidate, word, gender):
            continue
        distance = reading.owner[token] - reading.owner[candidate.token]
        if distance > REACH or (
            gender and distance > 1 and candidate.voice.type not in ("person", "unnamed", "government")
        ):
            continue
        value = score(reading, token, candidate.token, candidate.weight)
        if gender:
            value += _leaning(cast, candidate, gender)
        key = candidate.voice.key
        if value > scores.get(key, -9.0):
            scores[key], voices[key] = value, candidate.voice
    ranked = sorted(scores.items(), key=lambda s: (-s[1], s[0]))
    if not ranked or ranked[0][1] < 0.2:
        return None
    margin = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else 2.0
    if margin < _MARGIN:
        return None
    return voices[ranked[0][0]], round(min(0.95, 0.6 + 0.15 * margin + 0.05 * max(0.0, ranked[0][1] - 2)), 2)


def _leaning(cast: Cast, one: Candidate, gender: str) -> float:
    """What gender says for a candidate that it does not rule out: known to fit, or likely by the name's ending."""
    if one.voice.type == "government":
        return -0.5  # `the governor`: a person too, behind those who are told of as one
    if cast.gender(one) == gender:
        return 0.3
    likely = likely_gender(one.voice.name) if one.voice.type == "person" and one.voice.name else ""
    return 0.0 if not likely else 0.2 if likely == gender else -0.35


def _fits(cast: Cast, one: Candidate, word: str, gender: str) -> bool:
    kind = one.voice.type
    if gender:
        spoken = (one.voice.role or "").startswith("spokes")
        office = kind == "government" and one.voice.role is not None
        single = not one.plural and (kind in ("person", "unnamed") or spoken or office)
        return single and cast.gender(one) in ("", "?", gender)
    if word in _SEVERAL:
        return one.plural or kind in ("organisation", "government", "collective")
    return kind in _BODIES and not (one.plural and kind == "document")


def _before(cast: Cast, token: int) -> list[Candidate]:
    found: list[Candidate] = []
    for listed in (cast.named, cast.heard):
        place = bisect_left(listed, token, key=lambda m: m.token)
        found.extend(listed[max(0, place - _LOOKBACK) : place])
    return found


def _named_behind(reading: Reading, stop: int) -> bool:
    """`Her son, Kiril Dimov, is a dentist`: who is described is named, and offers himself by his name."""
    if stop + 1 >= len(reading.words):
        return False
    return (reading.words[stop] == "," or reading.lows[stop] in ("named", "called")) and reading.words[stop + 1][
        0
    ].isupper()


def _leads(cast: Cast, token: int, word: str) -> list[Candidate]:
    """Those who were described, not named, as a sentence's subject; bodies named there too, for `it` and `they`."""
    reading = cast.reading
    found: list[Candidate] = []
    for one in cast.described.before(token, reach=4):
        bodily = one.gives in ("organisation", "government", "outlet")
        if (
            (bodily and not (word in _BODILY and one.definite))
            or reading.owner[one.at] == reading.owner[token]
            or (one.definite and one.plural)
            or _named_behind(reading, one.stop)
        ):
            continue
        if not one.lead and not (one.gives == "document" and word in ("it", "its")):
            continue
        voice = cast.voice_of_described(one)
        if voice is not None:
            found.append(Candidate(one.first, voice, 1.2 if one.lead else 0.6, cast.given_gender(one), one.plural))
    if word in _SEVERAL or word in ("it", "its"):
        bodies = cast.people.bodies
        place = bisect_left(bodies, token, key=lambda b: b[0])
        for at, name in bodies[max(0, place - 12) : place]:
            begin = reading.sentences[reading.owner[at]][0]
            if at - begin < 3 and not any(w in phrases.PREPOSITIONS for w in reading.lows[begin:at]):
                found.append(Candidate(at, cast.voice_for(name, 0.7), 1.2, "", False))
    return found
