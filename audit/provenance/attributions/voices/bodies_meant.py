"""Which body a description means: the one whose name has the word, the one described in it, else the likeliest nearby."""

from __future__ import annotations

from bisect import bisect_left

from audit.lexicon import outlets, speech
from audit.model import Voice, VoiceType
from audit.provenance.attributions.voices import names
from audit.provenance.attributions.voices.callings import ANY_BODY, FIRMS, NAMED_ONLY, NO_FIRM, POLICE, called, organ
from audit.provenance.attributions.voices.cast import LOOKBACK, NEARBY, Cast
from audit.provenance.attributions.voices.names import Name
from audit.provenance.attributions.voices.salience import score


def _is_an_agency(name: str) -> bool:
    """Whether `the agency` may mean an outlet."""
    known = outlets.by_name(name)
    return known is not None and known.kind == "agency"


def body_speaking(cast: Cast, token: int) -> Voice | None:
    """The body for which `a spokeswoman` speaks: the one that spoke last, in this sentence or the one before."""
    owner, paragraph = cast.reading.owner, cast.reading.paragraph
    here = owner[token]
    for mention in reversed(cast.heard[-4:]):
        there = owner[mention.token]
        if mention.token == token:
            continue
        if mention.token > token or here - there > 2 or paragraph[here] != paragraph[there]:
            break
        if mention.voice.type in ("organisation", "government") and not mention.plural:
            return mention.voice
        if mention.voice.type not in ("document", "none"):
            break
    return _body_leading(cast, token) or _only_body(cast, token)


def _only_body(cast: Cast, token: int) -> Voice | None:
    """`Rates rose at Brightcell Bank. … a spokesman said`: the one body that this paragraph and the one before speak of."""
    owner, paragraph = cast.reading.owner, cast.reading.paragraph
    here = owner[token]
    places = names.table("country") | names.table("capital") | names.table("demonym")
    near: dict[str, Name] = {}
    bodies = cast.people.bodies
    place = bisect_left(bodies, token, key=lambda b: b[0])
    inside = [(at, n) for at, n in cast.people.open_before(token) if at != cast.reading.sentences[owner[at]][0]]
    for at, name in [*bodies[max(0, place - LOOKBACK) : place], *inside]:
        there = owner[at]
        if here - there > NEARBY or paragraph[here] - paragraph[there] > 1:
            continue
        if name.type in ("organisation", "government", None) and name.string.lower() not in places:
            near.setdefault(names.fold(name.string), name)
    if len(near) != 1:
        return None
    return cast.voice_for(next(iter(near.values())), 0.55)


def _body_leading(cast: Cast, token: int) -> Voice | None:
    """`Ryanair is to decide at nine, a spokesman says`: the body with which the sentence begins."""
    begin, _ = cast.reading.sentences[cast.reading.owner[token]]
    bodies = cast.people.bodies
    place = bisect_left(bodies, begin, key=lambda b: b[0])
    for at, name in bodies[place : place + 1]:
        if at < token and at - begin < 3 and name.type in ("organisation", "government"):
            return cast.voice_for(name, 0.7)
    return None


def body_before(cast: Cast, token: int, head: str, kind: VoiceType, *, described: bool = False) -> Voice | None:
    """Whom `the ministry`, `the group`, `the newspaper` means: the body whose name has the word, else the likeliest.

    `described`: the head carries a word of description, so that only a body of just that kind fits.
    """
    reading = cast.reading
    here = reading.owner[token]
    places = names.table("country") | names.table("capital")
    kinds = (kind,) if described or head not in ANY_BODY else ("organisation", "government")
    scores: dict[str, float] = {}
    voices: dict[str, Voice] = {}
    bodies = cast.people.bodies
    before = bisect_left(bodies, token, key=lambda b: b[0])
    inside: Name | None = None
    for at, name in reversed(bodies[max(0, before - LOOKBACK) : before]):
        low = name.string.lower()
        if low == head:
            continue  # `the Commission` said again: the name in full tells more
        public = name.type in ("organisation", "government") and kind in ("organisation", "government")
        if called(low, head) and (name.type == kind or public):
            if names.own_head(low.split()) in (head, low.split()[-1]):
                return cast.voice_for(name, 0.9)
            inside = inside or name
        if here - reading.owner[at] > 6:
            continue
        foreign = head in FIRMS and any(w in NO_FIRM for w in low.split())
        agency = head == "agency" and name.type == "outlet" and _is_an_agency(name.string)
        if (name.type in kinds or agency) and not foreign and low not in places and low not in names.table("demonym"):
            lead = at - reading.sentences[reading.owner[at]][0] < 4
            _note(scores, voices, cast.voice_for(name, 0.7), score(reading, token, at, 1.2 if lead else 0.0))
    if inside is not None:
        return cast.voice_for(inside, 0.8)
    if head == "force":
        near = bodies[max(0, before - LOOKBACK) : before]
        forces = [n for _, n in near if POLICE & set(n.string.lower().split())]
        return cast.voice_for(forces[-1], 0.8) if len({n.string for n in forces}) == 1 else None
    if head in NAMED_ONLY or kind == "document":
        more = cast.described.same_head(token, head, plural=False) if head in NAMED_ONLY else None
        return cast.voice_of_described(more) if more is not None and more.at - more.first > 1 else None
    for mention in cast.heard[-LOOKBACK:]:
        voice = mention.voice
        agency = head == "agency" and voice.type == "outlet" and _is_an_agency(voice.name or "")
        if mention.token < token and (voice.type in kinds or agency) and voice.name:
            if head in voice.name.lower().split():
                return voice
            if head in FIRMS and NO_FIRM & set(voice.name.lower().split()):
                continue
            _note(scores, voices, voice, score(reading, token, mention.token, 1.6))
    known = cast.described.same_head(token, head, plural=False)
    if known is not None and known.definite:
        return cast.voice_of_described(known)
    if kind == "government" and head not in ANY_BODY:
        scores = {key: value for key, value in scores.items() if organ(head, voices[key].name or "")}
    if kind == "organisation" and not scores:
        _open_names(cast, token, scores, voices)
    ranked = sorted(scores.items(), key=lambda s: (-s[1], s[0]))
    if not ranked or ranked[0][1] < 0.2 or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 0.3):
        return None
    return voices[ranked[0][0]]


def _open_names(cast: Cast, token: int, scores: dict[str, float], voices: dict[str, Voice]) -> None:
    """Names that could be a person's or a body's: `Hasvik shut its plant. The company said …` tells which."""
    for at, name in cast.people.open_before(token):
        given = name.string.split()[0].lower() in speech.forms("names", "given")
        if cast.reading.owner[token] - cast.reading.owner[at] <= 6 and not (given and " " in name.string):
            lead = at - cast.reading.sentences[cast.reading.owner[at]][0] < 3
            voice = Voice("organisation", name.string, f"organisation:{names.fold(name.string)}", None, 0.6)
            _note(scores, voices, voice, score(cast.reading, token, at, 1.2 if lead else 0.0))


def _note(scores: dict[str, float], voices: dict[str, Voice], voice: Voice, value: float) -> None:
    if value > scores.get(voice.key, -9.0):
        scores[voice.key], voices[voice.key] = value, voice
