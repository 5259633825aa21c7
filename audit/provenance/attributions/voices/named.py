"""Voices of names: persons by full name, surname or office, bodies by their name or a part of it."""

from __future__ import annotations

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.model import Voice, VoiceType
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import heads, names
from audit.provenance.attributions.voices.again import Resolved, again, with_role, without_article
from audit.provenance.attributions.voices.bodies import body, unknown
from audit.provenance.attributions.voices.cast import Cast
from audit.provenance.attributions.voices.heads import Phrase
from audit.provenance.attributions.voices.names import Name
from audit.provenance.attributions.voices.pronouns import PERSONAL

_BODY_TYPES = ("organisation", "government")
_NO_ROLES = ("mr", "mrs", "ms", "miss", "dr", "sir")


def named(cast: Cast, phrase: Phrase, string: str) -> Resolved:
    """The voice of a phrase whose core is a name."""
    assert phrase.name is not None  # noqa: S101 - the caller looked
    name = cast.people.told(phrase.name)
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
        return _open(cast, phrase, name, string)
    key = f"{name.type}:{names.fold(name.string)}"
    if phrase.possessor is not None:
        owner = cast.reading.string(*phrase.possessor)
        own = cast.reading.lows[phrase.possessor[0]] in PERSONAL
        full = name.string if own else f"{owner}'s {name.string}"
        return Voice(name.type, full, key, None, name.confidence), "", False
    longer = cast.shortened(name.string)
    short = phrase.core_stop - phrase.first == 2 and phrase.article == "definite"
    if longer is not None and (
        longer.type == name.type or (short and longer.type in _BODY_TYPES and name.type in _BODY_TYPES)
    ):
        return again(cast.voice_for(longer, 0.8), 0.8, string), "", False
    full = without_article(cast.reading.string(phrase.first, phrase.core_stop))
    return Voice(name.type, full if name.type != "outlet" else name.string, key, None, name.confidence), "", False


def _person(cast: Cast, phrase: Phrase, name: Name, string: str) -> Resolved:
    if not name.string:
        return _office(cast, phrase, name.title, string)
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
    return Voice("person", without_article(string), "person:" + names.fold(string), title, 0.5), "", False


_BODILY = word_set(
    "manager owner operator publisher maker developer producer parent charterer insurer builder supplier contractor"
)
"""Heads that companies have as well as people."""
_GIVEN = word_set("name named identified himself herself introduced known called calls surnamed")
_INTRODUCING = word_set("who whose identified identifying giving named known")
_ORIGIN = frozenset((",", ")", "—", "–", ".")) | word_set("of from")


def apposed(cast: Cast, phrase: Phrase) -> Name | None:
    """The name that closes a description: `A spokesman for the police, Hamid Sarwari`, `Its manager, Oceanline SA`."""
    people = phrase.gives in ("spokesperson", "stance") or phrase.gives.startswith("person-")
    if phrase.plural or not people:
        return None
    return _closing(cast, phrase) or first_name_given(cast, phrase) or _cut_off(cast, phrase)


def _cut_off(cast: Cast, phrase: Phrase) -> Name | None:
    """`according to the administrator, Colonel Mbuyi.`: the holder's name, where a source was cut at the comma."""
    reading = cast.reading
    _, end = reading.sentences[reading.owner[phrase.first]]
    owned = phrase.article in ("definite", "possessive") or phrase.possessor is not None
    if not owned or phrase.stop + 2 >= end or reading.words[phrase.stop] != ",":
        return None
    name = _behind(cast, phrase.stop, min(end, phrase.stop + 8), bodies=False)
    return name if name is not None and name.type == "person" and (name.title or name.confidence >= 0.75) else None


def body_with_name(cast: Cast, phrase: Phrase) -> Name | None:
    """`A little-known group, Saraya al-Ghadab`, `The terminal's operator, Maasdelta`: the name of a body described."""
    if phrase.plural or phrase.core_stop >= phrase.stop or cast.reading.words[phrase.core_stop] != ",":
        return None
    name = _behind(cast, phrase.core_stop, phrase.stop, bodies=True)
    if name is None or (name.type == "person" and (name.title or name.confidence > 0.9)):
        return None
    kind: VoiceType = (
        "outlet" if phrase.gives == "outlet" else "government" if phrase.gives == "government" else "organisation"
    )
    return name if name.type in ("outlet", "government", "organisation") else name._replace(type=kind, confidence=0.8)


def together(cast: Cast, first: int, stop: int) -> bool:
    """`Senators Boyd Hollander and Rita Escamilla`: whether two people are named who speak together."""
    reading = cast.reading
    found = names.runs(reading, first, stop)
    joint = next((i for i in range(first + 1, stop - 1) if reading.lows[i] == "and"), None)
    if joint is None or len(found) < 2:
        return False
    before = next((r for r in found if r[1] == joint), None)
    behind = found[-1] if found[-1][1] == stop and found[-1][0] > joint else None
    if before is None or behind is None or behind[0] - joint > 5:
        return False
    pair = [cast.people.told(names.classify(reading, *run)) for run in (before, behind)]
    return all(n.type == "person" and n.string and n.confidence >= 0.75 for n in pair)


def office_with_name(cast: Cast, phrase: Phrase) -> Name | None:
    """`the Head of Communications of the Union, Mr Kolapo Adesanmi`: an office in capitals, and behind it its holder."""
    if phrase.name is None or phrase.name.type == "person" or phrase.core_stop >= phrase.stop:
        return None
    lows = cast.reading.lows[phrase.first : phrase.core_stop]
    if not any(w in names.offices() for w in lows):
        return None
    name = _closing(cast, phrase)
    return name if name is not None and name.type == "person" else None


def part_with_name(cast: Cast, first: int, stop: int) -> Name | None:
    """`One of them, Nurit Shalem of Metula`: somebody of a group, by name."""
    reading = cast.reading
    if reading.lows[first] not in ("one", "another", "a"):
        return None
    comma = next((i for i in range(first + 1, min(stop, first + 8)) if reading.words[i] == ","), None)
    if comma is None or "of" not in reading.lows[first:comma]:
        return None
    if reading.lows[comma + 1] in _INTRODUCING:
        return first_name_given(cast, heads.analyse(reading, first, stop))
    return _behind(cast, comma, stop, bodies=False)


def _closing(cast: Cast, phrase: Phrase) -> Name | None:
    reading = cast.reading
    bodies = phrase.head.split()[-1] in _BODILY if phrase.head else False
    commas = [i for i in range(phrase.core_stop, phrase.stop - 1) if reading.words[i] == ","]
    for comma in commas[:4]:
        name = _behind(cast, comma, phrase.stop, bodies=bodies)
        if name is not None:
            return name
    return None


def _behind(cast: Cast, comma: int, stop: int, *, bodies: bool) -> Name | None:
    """The name right behind a comma, where it ends what stands between commas."""
    reading = cast.reading
    found = names.runs(reading, comma + 1, stop)
    run = next((r for r in found if r[0] == comma + 1), None) or _with_a_trade_before(reading, comma, found)
    if run is None:
        return None
    if reading.lows[run[1] : run[1] + 1] == ["'s"] and reading.lows[run[0]] in names.table("country"):
        run = next((r for r in found if r[0] == run[1] + 1), run)  # `Portugal's Tiago Felgueiras`
    if run[1] < stop and reading.words[run[1]] == "(":
        run = next((r for r in found if run[1] < r[0] <= run[1] + 4 and reading.words[r[0] - 1] == ")"), run)
    if run[1] < stop and reading.words[run[1]] not in _ORIGIN:
        return None
    name = cast.people.told(names.classify(reading, *run))
    if name.type == "person" and name.string:
        return name
    if name.type is None and 1 < len(names.name_words(name.string)) < 5:
        return name._replace(type="person")
    if name.type is None and bodies:
        return name
    return name if bodies and name.type in ("organisation", "outlet", "government") else None


def _with_a_trade_before(reading: Reading, comma: int, found: list[tuple[int, int]]) -> tuple[int, int] | None:
    """`Your former husband, the film-maker Luc Verhaegen`: a name with its trade in lower case between."""
    run = next((r for r in found if comma + 1 < r[0] <= comma + 5), None)
    if run is None or any(not reading.words[i][0].isalnum() for i in range(comma + 1, run[0])):
        return None
    before = reading.lows[run[0] - 1]
    trade = before in names.offices() or speech.forms("voices", "head").get(before, "").startswith("person")
    return run if trade else None


def first_name_given(cast: Cast, phrase: Phrase) -> Name | None:
    """`who gave his name only as Aslam`, `identified only by her first name, Karin`: the name that somebody gave."""
    reading = cast.reading
    _, end = reading.sentences[reading.owner[phrase.first]]
    nxt = reading.lows[phrase.stop : min(end, phrase.stop + 2)]
    behind = nxt[:1] in (["only"], ["as"], ["simply"]) or (nxt[:1] == [","] and nxt[1:] and nxt[1] in _INTRODUCING)
    for i in range(phrase.core_stop, min(end - 1, phrase.stop + 14 * bool(behind))):
        if reading.lows[i] in ("said", "told", "says"):
            return None
        opens = reading.lows[i] in ("as", "called", "named", "surnamed", "himself", "herself", "themselves") or (
            reading.words[i] == "," and reading.lows[i - 1] == "name"
        )
        if not opens or not reading.words[i + 1][0].isupper():
            continue
        if not _GIVEN & set(reading.lows[max(phrase.first, i - 5) : i + 1]):
            continue
        run = next((r for r in names.runs(reading, i + 1, end) if r[0] == i + 1), (i + 1, i + 2))
        if run[1] - run[0] > 4:
            continue
        name = names.classify(reading, *run)
        if name.type in ("person", None):
            return name._replace(type="person", title="")
    return None


def _role(title: str) -> str | None:
    """A title as a role: `Mr` and its like say nothing."""
    stripped = title.strip(" ,.")
    for article in ("the ", "a ", "an ", "The ", "A ", "An "):
        stripped = stripped.removeprefix(article)
    return None if not stripped or stripped.lower() in _NO_ROLES else stripped
