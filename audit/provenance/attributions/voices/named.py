"""Voices of names: persons by full name, surname or office, bodies by their name or a part of it."""

from __future__ import annotations

from audit.lexicon import speech
from audit.model import Voice, VoiceType
from audit.provenance.attributions.voices import names
from audit.provenance.attributions.voices.again import Resolved, again, with_role, without_article
from audit.provenance.attributions.voices.bodies import PUBLIC, body, owned_by_a_state, unknown
from audit.provenance.attributions.voices.cast import Cast
from audit.provenance.attributions.voices.heads import Phrase
from audit.provenance.attributions.voices.names import Name
from audit.provenance.attributions.voices.pronouns import PERSONAL
from audit.provenance.attributions.voices.state_offices import speaks_as

_BODY_TYPES = ("organisation", "government")
_NO_ROLES = ("mr", "mrs", "ms", "miss", "dr", "sir")


def named(cast: Cast, phrase: Phrase, string: str) -> Resolved:
    """The voice of a phrase whose core is a name."""
    assert phrase.name is not None  # noqa: S101 - the caller looked
    name = cast.people.told(phrase.name)
    if (
        name.type == "organisation"
        and phrase.article == "none"
        and phrase.possessor is None
        and _is_a_surname(cast, name)
    ):
        return _open(cast, phrase, name, string)
    if name.type == "person":
        return _person(cast, phrase, name, string)
    if name.string.isupper() and speech.forms("voices", "head").get(name.string.lower()) == "document":
        return body(cast, phrase._replace(name=None, head=name.string.lower()), string, "document")  # `the FIR`
    if name.type in (None, "organisation") and phrase.article == "indefinite" and name.string.isupper():
        return unknown(cast, phrase._replace(name=None, head=name.string.lower()), string)  # `an SMS seen by …`
    if name.type in (None, "organisation") and phrase.core_stop - phrase.first == 2 and phrase.article == "definite":
        varied = cast.described_person(phrase.first, name.string.lower(), set()) if name.string.isupper() else None
        if varied is not None:
            return again(varied, varied.confidence, string), "", False
    if name.type is None:
        bare = phrase.article == "definite" and phrase.core_stop - phrase.first == 2
        if bare and speaks_as(cast.reading, phrase._replace(head=name.string.lower(), name=None)):
            return _office(cast, phrase, name.string, string)  # `the Speaker`
        return _open(cast, phrase, name, string)
    key = f"{name.type}:{names.fold(name.string)}"
    if phrase.possessor is not None:
        owner = cast.reading.string(*phrase.possessor)
        own = cast.reading.lows[phrase.possessor[0]] in PERSONAL
        if (
            name.type == "organisation"
            and names.fold(name.string).split()[-1] in PUBLIC
            and owned_by_a_state(cast, phrase)
        ):
            return Voice("government", f"{owner}'s {name.string}", key, None, name.confidence), "", False
        full = name.string if own else without_article(cast.reading.string(phrase.possessor[0], name.stop))
        return Voice(name.type, full, key, None, name.confidence), "", False
    longer = cast.shortened(name.string)
    short = phrase.core_stop - phrase.first == 2 and phrase.article == "definite"
    if longer is not None and (
        longer.type == name.type or (short and longer.type in _BODY_TYPES and name.type in _BODY_TYPES)
    ):
        return again(cast.voice_for(longer, 0.8), 0.8, string), "", False
    trade = cast.reading.lows[name.first - 1] if name.first > phrase.first else ""
    called = speech.forms("voices", "head").get(trade, "") in ("organisation", "stance")
    full = name.string if called else without_article(cast.reading.string(phrase.first, phrase.core_stop))
    return Voice(name.type, full if name.type != "outlet" else name.string, key, None, name.confidence), "", False


def _is_a_surname(cast: Cast, name: Name) -> bool:
    """`Fitch`, where the page names the city manager Lorna Fitch: a person's, whatever else is called so."""
    person = cast.person(name.string) if " " not in name.string else None
    return (
        person is not None
        and " " in person.name
        and bool(person.roles or person.gender)
        and (person.name.split()[-1] == name.string)
    )


def _person(cast: Cast, phrase: Phrase, name: Name, string: str) -> Resolved:
    if not name.string:
        return _office(cast, phrase, name.title, string)
    longer = cast.shortened(name.string) if not name.title and " " in name.string and name.confidence <= 0.75 else None
    if longer is not None and longer.type == "organisation":
        return again(cast.voice_for(longer, 0.8), 0.8, string), "", False  # `Meridian Crest` of the therapeutics firm
    person = cast.person(name.string, phrase.first)
    if person is None:
        key = "person:" + names.fold(name.string)
        return Voice("person", name.string, key, _role(name.title), name.confidence), "", False
    short = names.fold(name.string) != names.fold(person.name)
    voice = cast.voice_of(person, 0.9 if short else 0.95, string if short else None)
    return with_role(voice, person.role or _role(name.title)), person.gender, False


def _open(cast: Cast, phrase: Phrase, name: Name, string: str) -> Resolved:
    """A single word that says nothing of its bearer: known from elsewhere on the page, or by what stands behind it."""
    person = cast.person(name.string, phrase.first)
    if person is not None:
        return cast.voice_of(person, 0.9, string), person.gender, False
    longer = cast.shortened(name.string)
    if longer is not None:
        return again(cast.voice_for(longer, 0.8), 0.8, string), "", False
    given = speech.forms("names", "given").get(name.string.lower())
    personal = given is not None or _has_a_trade(cast, phrase)
    kind: VoiceType = "person" if personal else "organisation"
    return Voice(kind, name.string, f"{kind}:{names.fold(name.string)}", None, 0.5), given or "", False


def _has_a_trade(cast: Cast, phrase: Phrase) -> bool:
    """`Tesfaye, a 34-year-old teacher`: what is said behind a single name makes it a person's."""
    behind = cast.reading.lows[phrase.core_stop : min(phrase.stop, phrase.core_stop + 6)]
    known = speech.forms("voices", "head")
    if behind[:1] != [","] or len(behind) < 2:
        return False
    return behind[1].isdigit() or any(known.get(w, "").startswith("person") or "year-old" in w for w in behind[1:])


def _office(cast: Cast, phrase: Phrase, title: str, string: str) -> Resolved:
    """`the Defence Minister`: an office in capitals and no name."""
    words = title.lower().split()
    voice = cast.described_person(phrase.first, words[-1], set(words[:-1]))
    if voice is not None:
        return again(voice, voice.confidence, string), "", False
    kind: VoiceType = speaks_as(cast.reading, phrase._replace(head=words[-1])) or "person"
    return Voice(kind, without_article(string), f"{kind}:{names.fold(string)}", title, 0.5), "", False


def _role(title: str) -> str | None:
    """A title as a role: `Mr` and its like say nothing."""
    stripped = title.strip(" ,.")
    for article in ("the ", "a ", "an ", "The ", "A ", "An "):
        stripped = stripped.removeprefix(article)
    return None if not stripped or stripped.lower() in _NO_ROLES else stripped
