"""Whom a description varies: somebody or something that the text has called otherwise before."""

from __future__ import annotations

from bisect import bisect_left

from msgspec import structs

from audit.lexicon import speech
from audit.model import Voice
from audit.provenance.attributions.voices import names
from audit.provenance.attributions.voices.cast import LOOKBACK, NEARBY, Cast


def described_alike(cast: Cast, token: int, modifiers: list[str]) -> Voice | None:
    """`the chemistry teacher` for `a woman who teaches chemistry`: the unnamed voice whose words hold a modifier."""
    telling = {w for w in modifiers if len(w) > 4}
    for mention in reversed(cast.heard[-LOOKBACK:]):
        voice = mention.voice
        if mention.token < token and voice.type == "unnamed" and not mention.plural and voice.name:
            if telling & set(voice.name.lower().split()):
                return voice
    return None


def of_a_kind(cast: Cast, token: int, head: str) -> Voice | None:
    """`the legislator` for `an area lawmaker`: the last unnamed voice nearby whose head varies with this one."""
    kinds = speech.forms("voices", "kin")
    kind = kinds.get(head)
    for mention in reversed(cast.heard[-LOOKBACK:]) if kind else ():
        voice = mention.voice
        if mention.token >= token or voice.type != "unnamed" or mention.plural or not voice.name:
            continue
        if cast.reach(token, mention.token) > NEARBY:
            return None
        if any(kinds.get(w) == kind for w in voice.name.lower().split()[:5]):
            return structs.replace(voice, confidence=min(voice.confidence, 0.7))
    return None


def only_person(cast: Cast, token: int, head: str) -> Voice | None:
    """Whom `the defendant`, `the chipmaker's boss` varies where the text has named one person so far, nearby."""
    gender = speech.forms("names", "gender").get(head, "")
    place = bisect_left(cast.named, token, key=lambda m: m.token)
    near = [m for m in cast.named[max(0, place - LOOKBACK) : place] if cast.reach(token, m.token) <= 2]
    fitting = {m.voice.key: m.voice for m in near if cast.gender(m) in ("", "?", gender) or not gender}
    if len(fitting) != 1:
        return None
    return structs.replace(next(iter(fitting.values())), confidence=0.6)


def compatriot(cast: Cast, token: int, nation: str) -> Voice | None:
    """Whom `the Italian` means: the last person said to be one, else the only person named nearby who may be."""
    said = cast.described_person(token, nation, set())
    if said is not None:
        return said
    place = bisect_left(cast.named, token, key=lambda m: m.token)
    before = [m for m in cast.named[max(0, place - LOOKBACK) : place] if cast.reach(token, m.token) <= NEARBY]
    nearest = {m.voice.key: m for m in before}
    if not nearest:
        return None
    ranked = sorted(nearest.values(), key=lambda m: -m.token)
    apart = len(ranked) == 1 or cast.reach(ranked[0].token, ranked[1].token) >= 1
    return structs.replace(ranked[0].voice, confidence=0.6) if apart else None


def latter(cast: Cast, token: int) -> Voice | None:
    """Whom `the latter` means: whoever was named last, person or body."""
    last = [m for m in cast.named if m.token < token][-1:]
    places = names.table("country") | names.table("capital")
    bodies = cast.people.bodies
    for at, name in reversed(bodies[: bisect_left(bodies, token, key=lambda b: b[0])]):
        if name.string.lower() in places or name.type == "outlet":
            continue
        if not last or at > last[0].token:
            return cast.voice_for(cast.shortened(name.string) or name, 0.6)
        break
    return last[0].voice if last else None


def last_document(cast: Cast, token: int) -> Voice | None:
    """Whom `the document` varies: the last paper that spoke or was described, nearby."""
    for mention in reversed(cast.heard[-LOOKBACK:]):
        if mention.token < token and cast.reach(token, mention.token) <= NEARBY and mention.voice.type == "document":
            return mention.voice
    for one in cast.described.before(token, reach=NEARBY):
        if one.gives == "document" and not one.plural and not one.definite and one.stop <= token:
            return cast.voice_of_described(one)
    return None
