"""Voices of people whom the page does not name, alone or in groups, and of those who are part of such a group."""

from __future__ import annotations

from msgspec import structs

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.model import Voice, VoiceType
from audit.provenance.attributions.voices import anonymity, grades, heads, names, state_offices, variations
from audit.provenance.attributions.voices.again import Resolved, again, without_article
from audit.provenance.attributions.voices.attachments import first_attachment
from audit.provenance.attributions.voices.cast import Cast
from audit.provenance.attributions.voices.described import Described
from audit.provenance.attributions.voices.description import described_anew
from audit.provenance.attributions.voices.heads import Phrase

_PARTS = word_set(
    "one two three four five six seven eight nine ten some several many most both all none another others either neither a "
    "each half few"
)
_ALL_OF_THEM = tuple(["the", number] for number in ("two", "three", "four", "five", "six"))
"""`one of the two`: of those spoken of before."""
_PLACING = word_set("in at from with inside within")
_SINGLE = word_set("another either neither each")
_WHOLES = tuple(["the", whole] for whole in ("two", "three", "four", "five", "six", "pair", "group", "trio", "couple"))
_TWOS = (["the", "pair"], ["the", "two"], ["the", "trio"])
_ORDERED = word_set("second third fourth fifth sixth other first last another one both")
_NEW = word_set("first second third next latest other")
"""Words that bring in somebody not spoken of before: `The first witness`."""
_CHORUS = word_set("many most some several few all")
_MASSES = word_set("people men women voters citizens users persons")
_FIRMS_AND_PEOPLE = word_set(
    "owner operator publisher maker developer producer insurer builder supplier charterer backer"
)
"""Heads that, of a thing (`its developer`), are mostly companies."""
_OFFICES = word_set(
    "minister president premier chancellor king queen prince pope governor mayor senator general colonel brigadier admiral "
    "secretary ambassador chairman chairwoman chairperson bishop archbishop cardinal emir sultan judge magistrate coach "
    "director secretary-general ceo commissioner superintendent sheriff ayatollah congressman congresswoman chancellor speaker"
)
_LONGEST = 16
"""How many tokens of what is attached to a head belong to a voice's name."""
_GENERAL = word_set("source official person man woman insider individual whistleblower informant employee")
_ANY_GROUP = word_set("men women people pair")
"""Heads that stand for a group of any sort."""
_GRADES = ("G0", "G1", "G2", "G3", "G4", "G5")
_WATCHING = word_set("observer observers monitor monitors")
_ACCESS = word_set("diplomatic western military intelligence security foreign government official un nato regional")


def somebody(cast: Cast, phrase: Phrase, string: str) -> Resolved:
    """Somebody described: gone back to where the page has said who it is, else a new unnamed voice."""
    reading = cast.reading
    lows = reading.lows[phrase.first : phrase.core_stop]
    owner = cast.reading.lows[phrase.possessor[0]] if phrase.possessor is not None else ""
    if owner in ("its", "their") and phrase.head in _FIRMS_AND_PEOPLE:
        name = without_article(string)
        return Voice("organisation", name, f"organisation:{names.fold(name)}", None, 0.5), "", False
    crowd = phrase.head in _MASSES and any(w in _CHORUS for w in lows)
    online = phrase.head == "users" and any(w in ("media", "internet", "online", "twitter", "web") for w in lows)
    if (crowd and phrase.core_stop >= phrase.stop) or online:
        return group("collective", cast, phrase, string)
    before = [
        w
        for w in lows
        if w.isalpha() and w not in phrase.head.split() and w not in ("the", "this", "that", "these", "those", "same")
    ]
    bare = phrase.core_stop >= phrase.stop or reading.words[phrase.core_stop] == ","
    if bare and phrase.article == "definite" and not any(w in _NEW for w in before):
        known = goes_back(cast, phrase, before)
        if known is not None:
            return richer(cast, phrase, again(known, min(known.confidence, 0.85), string)), "", phrase.plural
    if bare and phrase.plural and phrase.article == "none" and not before and phrase.core_stop >= phrase.stop:
        known = cast.group_before(phrase.first, phrase.head, described_more=True)
        if known is not None:
            return again(known, min(known.confidence, 0.7), string), "", True
    led = state_offices.speaks_as(reading, phrase)
    if (
        not phrase.plural
        and phrase.article in ("definite", "none", "possessive")
        and (phrase.gives in ("person-office", "person-institution") or led)
    ):
        unique = speech.forms("voices", "unique-office")
        words = " ".join([*before, phrase.head])
        if led or phrase.head in _OFFICES or any(words == u or words.endswith(" " + u) for u in unique):
            kind: VoiceType = led or "person"
            name = without_article(string.split(",")[0])
            return Voice(kind, name, f"{kind}:{names.fold(name)}", phrase.head, 0.5), "", False
    voice = unnamed(cast, phrase)
    return voice, speech.forms("names", "gender").get(phrase.head, ""), phrase.plural


def unnamed(cast: Cast, phrase: Phrase) -> Voice:
    """A new unnamed voice, graded."""
    reading = cast.reading
    facts = grades.assess(reading, phrase, cast.given)
    attached = phrase.core_stop < phrase.stop and reading.words[phrase.core_stop] != ","
    stop = min(phrase.stop, phrase.core_stop + _LONGEST) if attached else phrase.core_stop
    if not attached:
        begins, ends = first_attachment(reading, phrase)
        stop = ends if begins > phrase.core_stop else stop  # `a third official, in the water ministry,`
    name = reading.string(phrase.first, stop)
    single = f":{phrase.first}" if phrase.article == "indefinite" else ""
    sure = 0.75 if phrase.gives == "person-office" and phrase.article == "definite" else 0.9
    return Voice(
        "unnamed", name, f"unnamed:{names.fold(name)}{single}", None, sure, facts.grade, phrase.plural,
        facts.knows_how, facts.reason, facts.rote,
    )  # fmt: skip


def goes_back(cast: Cast, phrase: Phrase, before: list[str]) -> Voice | None:
    """Whom `the official`, `the residents`, `the cardiologist` goes back to."""
    if phrase.plural:
        known = cast.group_before(phrase.first, phrase.head)
        return known or (cast.group_before(phrase.first, None) if phrase.head in _ANY_GROUP else None)
    known = cast.described_person(phrase.first, phrase.head, set(before))
    if known is not None:
        return known
    mention = cast.described.same_head(phrase.first, phrase.head, plural=False)
    if mention is not None and not before:
        return cast.voice_of_described(mention)
    if phrase.possessor is not None and phrase.possessor[1] - phrase.possessor[0] > 1:
        return None  # `the factory's general manager`: whose it is brings in somebody new
    varied = variations.described_alike(cast, phrase.first, before) or (
        None if before else variations.of_a_kind(cast, phrase.first, phrase.head)
    )
    if varied is not None:
        return varied
    if phrase.head in _GENERAL:
        return cast.last_speaker(phrase.first, kinds=("unnamed", "person"), reach=3)
    if phrase.head not in _OFFICES and not (before and phrase.gives == "person-institution"):
        titled = phrase.head in speech.forms("voices", "office") or phrase.head in speech.forms(
            "voices", "unique-office"
        )
        last = cast.last_speaker(phrase.first, kinds=("person",) if titled else ("person", "unnamed"), reach=1)
        return last or variations.only_person(cast, phrase.first, phrase.head)
    return None


def richer(cast: Cast, phrase: Phrase, voice: Voice) -> Voice:
    """The voice with what the page says of it here: how it knows, why it is not named."""
    if voice.type != "unnamed":
        return voice
    facts = grades.assess(cast.reading, phrase, cast.given)
    if (facts.grade < "G4" and not described_anew(cast.reading, phrase)) or _GRADES.index(facts.grade) <= _GRADES.index(
        voice.grade or "G0"
    ):
        return voice
    return structs.replace(
        voice,
        grade=facts.grade,
        knows_how=facts.knows_how or voice.knows_how,
        reason=facts.reason or voice.reason,
        rote_reason=facts.rote if facts.reason else voice.rote_reason,
    )


def group(kind: VoiceType, cast: Cast, phrase: Phrase, string: str) -> Resolved:
    """Several who speak as one."""
    reading = cast.reading
    name = reading.string(phrase.first, phrase.core_stop) if phrase.core_stop > phrase.first else string
    if reading.lows[phrase.core_stop : phrase.core_stop + 1] in (["of"], ["for"], ["in"], ["at"], ["from"]):
        comma = next((i for i in range(phrase.core_stop, phrase.stop) if reading.words[i] == ","), phrase.stop)
        name = reading.string(phrase.first, min(comma, phrase.core_stop + _LONGEST))
    return Voice(kind, name, f"{kind}:{names.fold(name)}", None, 0.85, plural=True), "", True


def part(cast: Cast, first: int, stop: int) -> Resolved | None:
    """`two of the people`, `one of them`, `another`, `both`: some of an unnamed group, known as the group is known."""
    reading = cast.reading
    lows = reading.lows
    low = lows[first]
    string = reading.string(first, stop)
    if stop - first >= 3 and (low in _PARTS or low.isdigit()) and lows[first + 1] == "of":
        plural = low not in ("one", "another", "none", "either", "neither")
        inner_stop = next((i for i in range(first + 3, stop) if reading.words[i] == "," or lows[i] == "and"), stop)
        if lows[first + 2] in ("them", "those", "whom") or lows[first + 2 : stop] in _ALL_OF_THEM:
            found = cast.group_before(first, None)
        else:
            inner = heads.analyse(reading, first + 2, inner_stop)
            if not inner.gives.startswith(("person-", "stance")) or inner.article == "indefinite":
                return None
            found = cast.group_before(first, inner.head) if inner.core_stop >= inner.stop else None
            if found is None and not inner.plural:
                return None
            if found is None:
                whole = unnamed(cast, inner._replace(plural=True))
                key = f"{whole.key}/{first}"
                return structs.replace(whole, name=string, key=key, plural=plural, confidence=0.8), "", plural
        return _of(cast, found, (first, stop), plural)
    if low in _PARTS and stop - first > 3 and reading.words[first + 1] == ",":
        member = _of(cast, cast.group_before(first, None), (first, first + 1), plural=False)
        if member is not None:  # `One, a kiln operator who left`
            return richer(cast, heads.analyse(reading, first, stop), member[0]), "", False
    if (
        stop - first == 1
        and (low.isdigit() or low in _PARTS - {"one"})
        and low not in ("many", "most", "some", "few", "all")
    ):
        return _of(cast, cast.group_before(first, None), (first, stop), plural=low not in _SINGLE)
    if lows[first:stop] in _TWOS:
        return _of(cast, cast.group_before(first, None), (first, stop), plural=True)
    if lows[first:stop] == ["some"]:
        return _of(cast, _just_before(cast, first), (first, stop), plural=True)
    comma = next((i for i in range(first + 1, stop) if reading.words[i] == ","), stop)
    if comma + 1 < stop and lows[comma + 1] in _PLACING:
        return None  # `a third official, in the water ministry`: somebody new
    words = [w for w in lows[first:comma] if w.isalpha()]
    if 0 < len(words) < 4 and (low in _ORDERED or low in ("the", "a", "all", "two", "three")):
        rest = [w for w in words if w not in ("the", "a", "all")]
        if rest and all(w in _ORDERED or w in ("two", "three", "four", "others") for w in rest):
            plural = rest[-1] in ("both", "others", "two", "three", "four") or low == "all"
            return _of(cast, cast.group_before(first, None), (first, stop), plural)
        if len(rest) == 2 and rest[0] in _ORDERED and rest[0] != "another":
            party = cast.group_before(first, rest[1])
            last = cast.last_speaker(first, kinds=("unnamed",), reach=3) if party is None else None
            alike = last is not None and rest[1] in (last.name or "").lower().split()
            return _of(cast, party, (first, stop), plural=False) if party is not None or alike else None
    return None


def _just_before(cast: Cast, token: int) -> Voice | None:
    """Of whom `some` are where it stands alone: people met, whom this sentence or the one before leads with."""
    owner, paragraph = cast.reading.owner, cast.reading.paragraph
    here = owner[token]
    group_ = cast.described.group(token, None, reach=1)
    if group_ is None or not group_.lead or paragraph[owner[group_.at]] != paragraph[here]:
        return None
    return cast.voice_of_described(group_)


def _of(cast: Cast, whole: Voice | None, tokens: tuple[int, int], plural: bool) -> Resolved | None:
    first, stop = tokens
    if whole is None and not plural:
        whole = cast.last_speaker(first, kinds=("unnamed",), reach=3)  # `an EU official insists; another calls it …`
    if whole is None or whole.type not in ("unnamed", "collective"):
        return None
    key = whole.key if plural else f"{whole.key}/{first}"
    string = cast.reading.string(first, stop)
    voice = structs.replace(whole, key=key, plural=plural, confidence=0.8, resolved_from=string)
    return richer(cast, heads.analyse(cast.reading, first, stop), voice), "", plural


def met(cast: Cast, phrase: Phrase) -> bool:
    """Whether a group with opinions is one that the reporter met: counted, placed, or asking not to be named."""
    reading = cast.reading
    lows = reading.lows[phrase.first : phrase.core_stop]
    counted = phrase.article == "quantified" and not any(w in _CHORUS for w in lows)
    behind = reading.lows[phrase.core_stop : phrase.core_stop + 1]
    placed = phrase.core_stop < phrase.stop and behind in (["at"], ["with"], ["from"], ["interviewed"], ["who"])
    access = phrase.head in _WATCHING and (any(w in _ACCESS for w in lows) or behind == ["from"])
    return counted or access or placed or anonymity.nearby(phrase, cast.given)


def voice_of_described(cast: Cast, one: Described) -> Voice | None:
    """The voice of people or a document that the page described before they spoke."""
    phrase = heads.analyse(cast.reading, one.first, max(one.stop, one.at + 1))
    string = cast.reading.string(one.first, one.stop)
    if phrase.gives.startswith("person-") or phrase.gives in ("stance", "spokesperson"):
        return unnamed(cast, phrase)
    if phrase.gives == "document":
        name = without_article(string)
        return Voice("document", name, f"document:{names.fold(name)}", None, 0.7)
    return None
