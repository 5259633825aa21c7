"""Voices of bodies and documents: named, gone back to (`the ministry`, `the group`), or spoken for."""

from __future__ import annotations

from msgspec import structs

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.model import Voice, VoiceType
from audit.provenance.attributions.voices import bodies_meant, grades, name_runs, names, variations
from audit.provenance.attributions.voices.again import Resolved, again, with_role, without_article
from audit.provenance.attributions.voices.cast import Cast
from audit.provenance.attributions.voices.heads import Phrase
from audit.provenance.attributions.voices.unnamed import group, somebody, voice_of_described

_PAPER = word_set("document text paper file dossier filing suit complaint submission")
"""Heads that stand for a paper of any sort."""
_VARIED = word_set(
    "group company firm force operator lender developer retailer carrier maker giant bank club union party fund insurer airline"
    " utility supplier startup start-up brewer miner refiner chain manufacturer producer"
)
"""Heads that stand for a body just named even with a word of description: `the paramilitary group`."""
_FIRMS = _VARIED - word_set("force party")
_STATE_OFFICES = word_set(
    "prosecutor prosecutors attorney minister premier president governor mayor sheriff coroner ombudsman speaker secretary"
    " commissioner chancellor defender auditor-general comptroller registrar"
)
_SERVICES = word_set("agency service bureau unit inspectorate")
_STATE_TASKS = word_set(
    "military intelligence security federal tax border immigration police state government prison customs spy"
)
"""What a service does that is the state's: `the military intelligence agency`."""
_STATELY = word_set(
    "military presidential foreign defence state police government ministry court council regulator district county city"
    " municipal provincial federal"
)
_THINGS = ("tion", "ment", "ness", "ity", "sis", "ing", "ence", "ance", "ism", "ure", "age")
_PEOPLE = tuple(
    suffix + plural
    for suffix in [
        "er",
        "or",
        "ist",
        "ian",
        "man",
        "woman",
        "ant",
        "ent",
        "ee",
        "eer",
        "ster",
        "smith",
        "wright",
        "men",
        "women",
        "folk",
    ]
    for plural in ("", "s")
)
_PUBLISHED = word_set("seen obtained reviewed published leaked circulated released viewed signed dated")


def body(cast: Cast, phrase: Phrase, string: str, gives: str) -> Resolved:
    """A ministry, company, outlet or document by its common noun."""
    kind = names.BODY_KINDS.get(gives, "organisation")
    reading = cast.reading
    same = phrase.core_stop - phrase.first > 1 and reading.lows[phrase.first + 1] == "same"
    core = range(phrase.first, phrase.core_stop)
    based = next((i for i in core if reading.lows[i].endswith("-based")), phrase.first)  # `the New York-based group`
    described = phrase.core_stop - based - 1 - same > len(phrase.head.split())
    nation = any(w in names.table("demonym") for w in reading.lows[phrase.first : phrase.core_stop])
    varied = phrase.head in _VARIED and (not nation or phrase.head in _FIRMS)
    closed = phrase.core_stop >= phrase.stop or reading.words[phrase.core_stop] == ","
    proper = [
        m
        for m in phrase.modifiers
        if m.string.lower() not in names.table("demonym")
        and m.string.lower() != phrase.head
        and (m.first < phrase.core_stop or not closed)
        and not phrase.first < m.first <= based
    ]
    bare = phrase.article == "definite" and closed and not proper and (varied or not described)
    if phrase.plural and gives in ("organisation", "outlet") and not phrase.head.startswith("state "):
        return group("collective", cast, phrase, string)
    if bare:
        known = bodies_meant.body_before(cast, phrase.first, phrase.head.split()[-1], kind, described=described)
        if known is None and kind in ("document", "organisation", "government"):
            mention = cast.described.same_head(phrase.first, phrase.head.split()[-1], plural=phrase.plural)
            known = voice_of_described(cast, mention) if mention is not None and kind == "document" else None
        if known is None and phrase.head in _PAPER:
            known = variations.last_document(cast, phrase.first)
        if known is not None:
            return again(known, known.confidence, string), "", False
    beyond = any(m.string.lower() in names.table("known-organisation") for m in phrase.modifiers)
    if kind == "government" and beyond and phrase.head not in ("government", "police", "army"):
        kind = "organisation"  # `the United Nations mission`
    if phrase.head in _SERVICES and any(w in _STATE_TASKS for w in reading.lows[phrase.first : phrase.core_stop]):
        kind = "government"
    tier = any(w in _TIERS for w in reading.lows[phrase.first : phrase.core_stop])
    public = phrase.head.split()[-1] in PUBLIC and (tier or owned_by_a_state(cast, phrase))
    if public and kind == "organisation":
        kind = "government"  # `Slovenia's tourism board`, `the district's finance office`
    if phrase.head == "office" and any(w in _STATE_OFFICES for w in reading.lows[phrase.first : phrase.stop]):
        kind = "government"
    cut = phrase.core_stop < phrase.stop and reading.words[phrase.core_stop] == ","
    name = without_article(reading.string(phrase.first, phrase.core_stop) if cut else string)
    sure = 0.7 if bare else 0.85
    return Voice(kind, name, f"{kind}:{names.fold(name)}", None, sure), "", phrase.plural and kind == "government"


PUBLIC = word_set(
    "board agency office council institute authority commission committee service centre center regulator department unit"
    " bureau inspectorate laboratory press-service secretariat team squad headquarters branch division"
)
"""Heads of bodies that are the state's where their owner is."""
_TIERS = word_set("district city county state provincial municipal federal national regional state's city's county's")


def owned_by_a_state(cast: Cast, phrase: Phrase) -> bool:
    """`Bulgaria's environment agency`, `the Civil Guard's unit`: whether the owner is a state or one of its organs."""
    if phrase.possessor is None:
        return False
    owner = cast.reading.string(*phrase.possessor).lower()
    return (
        owner in names.table("country") or owner in names.table("capital") or _owning_body(cast, phrase) == "government"
    )


def bench(cast: Cast, phrase: Phrase, string: str) -> Resolved:
    """`the judges`: the court that the text has named, else the court as such."""
    for head in ("bench", "court", "tribunal"):
        known = bodies_meant.body_before(cast, phrase.first, head, "government")
        if known is not None:
            return again(known, 0.8, string), "", False
    name = without_article(string)
    return Voice("government", name, f"government:{names.fold(name)}", None, 0.7, plural=True), "", True


def spokesperson(cast: Cast, phrase: Phrase, string: str) -> Resolved:
    """`a spokeswoman for West Harbour Police`, `a company spokesman`: the voice is the body's that is spoken for."""
    reading = cast.reading
    known = speech.forms("voices", "head")
    if phrase.article in ("definite", "none") and not phrase.modifiers:
        voice_again = cast.described_person(phrase.first, phrase.head, set())
        if voice_again is not None:
            return again(voice_again, 0.8, string), "", False
    comma = next((i for i in range(phrase.core_stop, phrase.stop) if reading.words[i] == ","), phrase.stop)
    phrase = phrase._replace(stop=comma, modifiers=tuple(m for m in phrase.modifiers if m.first < comma))
    string = reading.string(phrase.first, phrase.stop)
    for name in phrase.modifiers:
        holder = cast.person(name.string, phrase.first) if name.type in ("person", None) else None
        if holder is not None and of_the_state(holder.role):
            said = without_article(string)
            return Voice("government", said, f"government:{names.fold(said)}", phrase.head, 0.7), "", False
        if name.type in ("organisation", "government", "outlet", None):
            longer = cast.shortened(name.string) or name
            voice = cast.voice_for(longer, 0.85)
            if longer.type is None:
                voice = Voice("organisation", name.string, f"organisation:{names.fold(name.string)}", None, 0.7)
            return with_role(voice, phrase.head), "", False
    places = [*range(phrase.core_stop - 2, phrase.first - 1, -1), *range(phrase.core_stop, phrase.stop)]
    for token in places:
        low = reading.lows[token]
        kind = "government" if low in _STATELY else names.BODY_KINDS.get(known.get(low, ""))
        if kind is not None and kind != "document":
            alone = phrase.core_stop - phrase.first - len(phrase.head.split()) <= 2
            owner = bodies_meant.body_before(cast, phrase.first, low, kind) if alone else None
            if owner is not None:
                return with_role(again(owner, 0.8, string), phrase.head), "", False
            named = without_article(string)
            voice = Voice(kind, named, f"{kind}:{names.fold(named)}", phrase.head, 0.8)
            return voice, "", False
    speaking = (
        bodies_meant.body_speaking(cast, phrase.first)
        if phrase.core_stop - phrase.first <= 2 and not phrase.modifiers
        else None
    )
    if speaking is not None:
        return with_role(again(speaking, 0.7, string), phrase.head), "", False
    facts = grades.assess(reading, phrase, cast.given)
    key = f"unnamed:{names.fold(string)}:{phrase.first}"
    voice = Voice("unnamed", string, key, phrase.head, 0.6, "G2" if facts.grade < "G2" else facts.grade, phrase.plural)
    return voice, speech.forms("names", "gender").get(phrase.head, ""), phrase.plural


def of_the_state(role: str | None) -> bool:
    """Whether an office is the state's: `minister`, `president`, `governor`."""
    words = (role or "").lower().replace(",", " ").replace(".", " ").split()
    if "of" in words and set(words[words.index("of") :]) & names.table("organisation-word"):
        return False  # `president of the Rowing Confederation`
    return any(w in _STATE_ROLES for w in words)


_STATE_ROLES = word_set(
    "minister president premier chancellor governor mayor secretary commissioner king queen emir sultan ambassador"
)
_PAPERS = word_set("figures data numbers estimates words own version account tally count toll")


def _owning_body(cast: Cast, phrase: Phrase) -> VoiceType | None:
    """The kind of the body before `'s`; `None` where no body owns the head."""
    if phrase.possessor is None:
        return None
    reading = cast.reading
    first, stop = phrase.possessor
    low = reading.lows[stop - 1]
    kind = names.BODY_KINDS.get(speech.forms("voices", "head").get(low, ""))
    run = next((r for r in name_runs.runs(reading, first, stop) if r[1] == stop), None)
    if run is not None:
        kind = cast.people.told(names.classify(reading, *run)).type
    return None if kind == "document" else kind


def unknown(cast: Cast, phrase: Phrase, string: str) -> Resolved:
    """A head that the lexicon lacks: its ending and its company decide, without much confidence."""
    head = phrase.head
    reading = cast.reading
    behind = reading.lows[phrase.core_stop : phrase.core_stop + 1]
    if behind and behind[0] in _PUBLISHED and phrase.core_stop < phrase.stop:
        return body(cast, phrase, string, "document")
    if head.endswith(_PEOPLE):
        return somebody(cast, phrase._replace(gives="person-office"), string)
    if phrase.article == "definite" and phrase.core_stop >= phrase.stop and not phrase.plural:
        whole = cast.people.ending_in(phrase.first, head)  # `the park` of a park named before
        if whole is not None:
            return again(cast.voice_for(whole, 0.7), 0.7, string), "", False
    for name in phrase.modifiers:
        inside = name.first < phrase.core_stop and not phrase.plural
        if inside and name.type in ("organisation", "government", "outlet"):
            return structs.replace(cast.voice_for(name), confidence=0.6), "", False
    owner = _owning_body(cast, phrase)
    if owner is not None and not head.endswith(_THINGS) and head not in _PAPERS:
        name_ = without_article(string)
        return Voice(owner, name_, f"{owner}:{names.fold(name_)}", None, 0.5), "", False  # `the army's planning branch`
    if head.endswith(_THINGS) or phrase.possessor is not None:
        return Voice("document", without_article(string), "document:" + names.fold(string), None, 0.4), "", False
    if phrase.plural:
        return group("collective", cast, phrase, string)
    facts = grades.assess(reading, phrase, cast.given)
    voice = Voice(
        "unnamed", string, "unnamed:" + names.fold(string), None, 0.4, facts.grade, False,
        facts.knows_how, facts.reason, facts.rote,
    )  # fmt: skip
    return voice, "", False
