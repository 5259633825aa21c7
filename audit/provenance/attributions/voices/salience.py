"""Who may be meant by a pronoun: those who were named, who spoke or who were described before it.

Gender and number rule out; who of the rest is the likeliest is for the ranking (`ranking.py`).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from audit.lexicon import speech
from audit.model import Voice
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import names
from audit.provenance.attributions.voices.described import Described
from audit.provenance.attributions.voices.names import Name

if TYPE_CHECKING:
    from audit.provenance.attributions.voices.cast import Cast

REACH = 6
"""How many sentences back an antecedent may stand."""
_NEAR = 3
"""How many sentences back a name that may be a body's can be somebody's."""
_LOOKBACK = 40
_MALE, _FEMALE = frozenset(("he", "his", "him")), frozenset(("she", "her", "hers"))
_GOVERNING = phrases.PREPOSITIONS | phrases.AUXILIARIES
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
    told_of: bool = False
    """Whether it stands for somebody who was described there and did not speak."""


def score(reading: Reading, token: int, at: int, weight: float) -> float:
    """How strongly a mention at `at` offers itself as antecedent of `token`."""
    here, there = reading.owner[token], reading.owner[at]
    gap = reading.paragraph[here] - reading.paragraph[there]
    return 3.0 - 0.7 * (here - there) - 0.3 * min(gap, 3) + weight


def candidates(cast: Cast, token: int, word: str) -> dict[str, list[Candidate]]:
    """Everybody whom the pronoun `word` at `token` may mean, by the voice's key: the places where each stands before."""
    reading = cast.reading
    gender = gender_of(word)
    found: dict[str, list[Candidate]] = {}
    for candidate in [*_before(cast, token), *_leads(cast, token, word)]:
        if not candidate.voice.key or not _fits(cast, candidate, word, gender):
            continue
        distance = reading.owner[token] - reading.owner[candidate.token]
        far = gender and distance > 1 and candidate.voice.type not in ("person", "unnamed", "government")
        if distance <= REACH and not far:
            found.setdefault(candidate.voice.key, []).append(candidate)
    if gender and not found:
        found = {c.voice.key: [c] for c in _first_names(cast, token)[-1:]}
    return found


def gender_of(word: str) -> str:
    """`m` or `f` where a pronoun says so, else empty."""
    return "m" if word in _MALE else "f" if word in _FEMALE else ""


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


def _told_of_here(reading: Reading, one: Described, token: int, word: str) -> bool:
    """`A resident had sent it up and noticed, he told the police, …`: the sentence's own subject, a comma before the pronoun."""
    single = bool(gender_of(word)) and not one.plural and not one.definite
    return single and one.lead and one.stop < token - 2 and reading.words[token - 1] in (",", "”", '"')


def _leads(cast: Cast, token: int, word: str) -> list[Candidate]:
    """Those who were described, not named, as a sentence's subject; bodies named there too, for `it` and `they`."""
    reading = cast.reading
    found: list[Candidate] = []
    for one in cast.described.before(token, reach=4):
        bodily = one.gives in ("organisation", "government", "outlet")
        if (
            (bodily and word not in _BODILY)
            or (bodily and not one.definite and not one.lead)
            or (reading.owner[one.at] == reading.owner[token] and not _told_of_here(reading, one, token, word))
            or (one.definite and one.plural)
            or (one.stop == one.at + 1 and _named_behind(reading, one.stop))
        ):
            continue
        introduced = gender_of(word) and not one.definite and not one.plural and not bodily and one.gives != "document"
        if not one.lead and not introduced and not (one.gives == "document" and word in ("it", "its")):
            continue
        voice = cast.voice_of_described(one)
        if voice is not None:
            found.append(
                Candidate(one.first, voice, 1.2 if one.lead else 0.6, cast.given_gender(one), one.plural, True)
            )
    if word in _SEVERAL or word in ("it", "its"):
        bodies = cast.people.bodies
        place = bisect_left(bodies, token, key=lambda b: b[0])
        places = names.table("country") | names.table("capital")
        for at, name in bodies[max(0, place - 12) : place]:
            if word not in ("it", "its") and name.string.lower() in places:
                continue
            begin = reading.sentences[reading.owner[at]][0]
            if at - begin < 5 and not any(w in _GOVERNING for w in reading.lows[begin:at]):
                found.append(Candidate(at, cast.voice_for(_longer(cast, name), 0.7), 1.2, "", False, True))
    return found


def _longer(cast: Cast, name: Name) -> Name:
    """The longer name of a body that stands by a part of it."""
    longer = cast.shortened(name.string)
    return longer if longer is not None and longer.type == name.type else name


def _first_names(cast: Cast, token: int) -> list[Candidate]:
    """`Agim sells tyres there. He …`: single words of which nothing tells what bears them, as subjects nearby."""
    reading = cast.reading
    found = []
    for at, name in cast.people.open_before(token):
        begin = reading.sentences[reading.owner[at]][0]
        near = reading.owner[token] - reading.owner[at] <= _NEAR and at - begin < 2
        common = speech.forms("voices", "head").get(name.string.lower())
        if near and name.type is None and not common and name.string[1:].islower():
            voice = Voice("person", name.string, f"person:{names.fold(name.string)}", None, 0.5)
            found.append(Candidate(at, voice, 0.6, "", False, True))
    return found
