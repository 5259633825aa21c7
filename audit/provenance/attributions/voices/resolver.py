"""Whose voice a source is: the type, the name, the office, and for the unnamed the grade.

The rules go from what the words say outright (a name, a head noun of the lexicon) to what they leave to the text
(pronouns, `the minister`, `the group`). What stays open stays open: a voice may have a type and no name.
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.lexicon import speech
from audit.model import Span, Voice, VoiceType
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading, word_set
from audit.provenance.attributions.voices import anonymity, heads, names
from audit.provenance.attributions.voices.cast import Cast
from audit.provenance.attributions.voices.heads import Phrase
from audit.provenance.attributions.voices.names import Name

_STYLES = ("Excellency", "Majesty", "Highness", "Holiness", "Eminence", "Honour", "Honor", "Lordship", "Ladyship")
NOBODY = Voice("none")
_PERSONAL = word_set("he she they it his her their its him them")
_ACCESS = word_set(
    """
    diplomatic western military intelligence security foreign government official un nato regional
    """
)
_OFFICES = word_set(
    "minister president premier chancellor king queen prince pope governor mayor senator general colonel brigadier admiral "
    "secretary ambassador chairman chairwoman chairperson bishop archbishop cardinal emir sultan judge magistrate coach "
    "director secretary-general ceo commissioner sheriff ayatollah congressman congresswoman chancellor speaker"
)
_VARIED = word_set("group company firm force")
"""Heads that stand for a body just named even with a word of description: `the paramilitary group`."""
_SHARES = word_set("one two three four five six seven eight nine ten some several many most both all none another")
_CHORUS = word_set("many most some several few all")
_STATE_OFFICES = word_set("prosecutor prosecutors attorney minister president governor mayor sheriff coroner ombudsman")
_THINGS = ("tion", "ment", "ness", "ity", "sis", "ing", "ence", "ance", "ism", "ure", "age")
_PEOPLE = (
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "woman",
    "ant",
    "ent",
    "ee",
    "ers",
    "ors",
    "ists",
    "ians",
    "men",
    "women",
    "ants",
    "ents",
    "ees",
)


class Resolver:
    """Gives each source its voice; sources must come in text order."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.cast = Cast(reading)
        self.given = anonymity.formulas(reading)
        self._subjects = self._leads()
        self._at = 0

    def _leads(self) -> list[int]:
        """Sentence-initial pronouns that stand for a person: they keep the thread where nobody speaks."""
        leads = []
        for first, stop in self.reading.sentences:
            place = first
            while place < stop and place - first < 2 and not self.reading.words[place][0].isalnum():
                place += 1
            if place < stop and self.reading.lows[place] in ("he", "she", "his", "her"):
                leads.append(place)
        return leads

    def voice(self, source: Sequence[Span]) -> Voice:
        """The voice behind the words of `source`."""
        tokens = self.reading.inside(source[0]) if source else range(0)
        if not tokens:
            return NOBODY
        first, stop = tokens.start, tokens.stop
        while (
            stop > first + 1 and not self.reading.words[stop - 1][0].isalnum() and self.reading.words[stop - 1] != "."
        ):
            stop -= 1
        while first < stop - 1 and not self.reading.words[first][0].isalnum() and self.reading.words[first][0] != "@":
            first += 1
        self._follow(first)
        voice, gender, plural = self._resolve(first, stop)
        if voice.key:
            self.cast.hear(first, voice, gender=gender, plural=plural)
        return voice

    def _follow(self, token: int) -> None:
        """Resolves sentence-initial pronouns before `token`, so that later ones can go back to them."""
        while self._at < len(self._subjects) and self._subjects[self._at] < token:
            place = self._subjects[self._at]
            self._at += 1
            found = self.cast.pronoun(place, self.reading.lows[place])
            if found is not None:
                self.cast.hear(place, found[0])

    def _resolve(self, first: int, stop: int) -> tuple[Voice, str, bool]:
        low = self.reading.lows[first]
        if stop - first == 1:
            if low in _PERSONAL:
                return self._pronoun(first, low)
            if low in ("who", "which", "whom"):
                return self._relative(first)
            if low == "i":
                return Voice("person", None, "", confidence=0.3, resolved_from=self.reading.words[first]), "", False
        if low in ("his", "her") and stop - first == 2 and self.reading.words[first + 1] in _STYLES:
            return self._pronoun(first, low)
        if low in ("he", "she") and stop - first > 1 and self.reading.lows[first + 1] in ("himself", "herself", "also"):
            return self._pronoun(first, low)
        return self._phrase(heads.analyse(self.reading, first, stop))

    def _pronoun(self, token: int, word: str) -> tuple[Voice, str, bool]:
        string = self.reading.words[token]
        found = self.cast.pronoun(token, word)
        tied = found is None and self.cast.tied
        if word not in ("he", "she", "his", "her", "him") and (found is None or self.cast.distance > 1):
            found = self._subject_before(token, word, 1) or found
        if found is None and not tied:
            found = self._subject_before(token, word, 2)
        gender = "m" if word in ("he", "his", "him") else "f" if word in ("she", "her") else ""
        if found is None:
            kind: VoiceType = (
                "person" if gender else "collective" if word in ("they", "their", "them") else "organisation"
            )
            return (
                Voice(kind, None, "", confidence=0.3, plural=kind == "collective", resolved_from=string),
                gender,
                kind == "collective",
            )
        voice, confidence = found
        return _again(voice, confidence, string), gender, voice.plural

    def _subject_before(self, token: int, word: str, reach: int) -> tuple[Voice, float] | None:
        """The subject of the sentence before, where nobody in it spoke: `Residents fled. They said …`."""
        here = self.reading.owner[token]
        for back in range(0 if reach > 1 else 1, reach + 1):
            if here - back < 0 or (reach == 1 and self.reading.paragraph[here - back] != self.reading.paragraph[here]):
                break
            begin, end = self.reading.sentences[here - back]
            stop = min(end, token)
            subject = phrases.subject(self.reading, begin, stop, set()) if stop > begin else None
            if subject is None or subject[1] > token or self.reading.lows[subject[0]] in phrases.PRONOUNS:
                continue
            phrase = heads.analyse(self.reading, *subject)
            if not phrase.gives and (phrase.name is None or phrase.name.type is None):
                continue
            voice, _, plural = self._phrase(phrase)
            fits = (
                (plural or voice.type in ("organisation", "government", "collective"))
                if word in ("they", "their", "them")
                else voice.type in ("organisation", "government", "outlet", "document")
                if word in ("it", "its")
                else voice.type in ("person", "unnamed") and not plural
            )
            if fits and voice.key:
                return voice, 0.6
        return None

    def _relative(self, token: int) -> tuple[Voice, str, bool]:
        reading = self.reading
        begin, _ = reading.sentences[reading.owner[token]]
        stop = token - 1 if token > begin and reading.words[token - 1] == "," else token
        before = phrases.before(reading, begin, stop, set()) if stop > begin else None
        if before is None:
            return Voice("person", None, "", confidence=0.3, resolved_from=reading.words[token]), "", False
        voice, gender, plural = self._resolve(*before)
        return _again(voice, 0.8, reading.words[token]), gender, plural

    # --- phrases ----------------------------------------------------------------------------------------------------

    def _phrase(self, phrase: Phrase) -> tuple[Voice, str, bool]:
        reading = self.reading
        string = reading.string(phrase.first, phrase.stop)
        if phrase.speech and phrase.possessor is not None:
            first, stop = phrase.possessor
            voice, gender, plural = self._resolve(first, stop)
            pronoun = reading.lows[first] in _PERSONAL
            return (_again(voice, voice.confidence, string) if pronoun else voice), gender, plural
        share = self._share(phrase)
        if share is not None:
            return share
        if phrase.name is not None:
            return self._named(phrase, string)
        apposed = self._apposed(phrase)
        if apposed is not None:
            return self._named(phrase._replace(name=apposed), string)
        gives = phrase.gives
        if phrase.head == "paper" and phrase.article == "definite" and phrase.core_stop >= phrase.stop:
            return self._body(phrase, string, "outlet")
        if gives == "spokesperson":
            spoken = self._spokesperson(phrase, string)
            return self._unnamed_spokesperson(phrase, string, spoken) if phrase.article == "indefinite" else spoken
        if gives.startswith("person-"):
            return self._somebody(phrase, string)
        if gives == "stance":
            chorus = phrase.plural and phrase.article not in ("definite", "possessive") and not self._met(phrase)
            if chorus:
                return self._group("collective", phrase, string)
            return self._somebody(phrase, string)
        if phrase.head == "circles" and self._placed_circles(phrase):
            return self._somebody(phrase._replace(gives="person-bare", plural=True), string)
        if gives == "collective":
            if phrase.head in ("we",):
                return Voice("collective", None, "", confidence=0.3, plural=True, resolved_from=string), "", True
            return self._group("collective", phrase, string)
        if gives in ("document", "outlet", "government", "organisation"):
            return self._body(phrase, string, gives)
        return self._unknown(phrase, string)

    def _named(self, phrase: Phrase, string: str) -> tuple[Voice, str, bool]:
        name = phrase.name
        assert name is not None  # noqa: S101 - the caller looked
        cast = self.cast
        if name.type == "person":
            if not name.string:
                return self._office(phrase, name.title, string)
            person = cast.person(name.string, phrase.first)
            if person is not None:
                short = names.fold(name.string) != names.fold(person.name)
                role = person.role or names_role(name.title)
                voice = cast.voice_of(person, 0.9 if short else 0.95, string if short else None)
                return _with_role(voice, role), person.gender, False
            return (
                Voice(
                    "person", name.string, "person:" + names.fold(name.string), names_role(name.title), name.confidence
                ),
                "",
                False,
            )
        if name.type is None:
            person = cast.person(name.string, phrase.first)
            if person is not None:
                return cast.voice_of(person, 0.9, string), person.gender, False
            longer = cast.shortened(name.string)
            if longer is not None:
                return _again(cast.voice_for(longer, 0.8), 0.8, string), "", False
            first = speech.forms("names", "given").get(name.string.lower())
            if first is None and self._has_a_trade(phrase):
                first = ""
            kind: VoiceType = (
                "person" if first is not None or self._spoken_of_as_person(name.string) else "organisation"
            )
            return Voice(kind, name.string, f"{kind}:{names.fold(name.string)}", None, 0.5), first or "", False
        if phrase.possessor is not None:
            owner = self.reading.string(*phrase.possessor)
            return (
                Voice(
                    name.type,
                    f"{owner}'s {name.string}"
                    if self.reading.lows[phrase.possessor[0]] not in _PERSONAL
                    else name.string,
                    f"{name.type}:{names.fold(name.string)}",
                    None,
                    name.confidence,
                ),
                "",
                False,
            )
        full = self.reading.string(phrase.first, phrase.core_stop)
        for article in ("the ", "The "):
            full = full.removeprefix(article)
        return (
            Voice(
                name.type,
                full if name.type != "outlet" else name.string,
                f"{name.type}:{names.fold(name.string)}",
                None,
                name.confidence,
            ),
            "",
            False,
        )

    def _apposed(self, phrase: Phrase) -> Name | None:
        """`A spokesman for the police, Hamid Sarwari`: the personal name that closes a description of a person."""
        reading = self.reading
        if phrase.plural or not (phrase.gives == "spokesperson" or phrase.gives.startswith("person-")):
            return None
        commas = [i for i in range(phrase.core_stop, phrase.stop - 2) if reading.words[i] == ","]
        for comma in commas[:4]:
            run = next((r for r in names.runs(reading, comma + 1, phrase.stop) if r[0] == comma + 1), None)
            if run is None or (run[1] < phrase.stop and reading.words[run[1]] != ","):
                continue
            name = names.classify(reading, *run)
            if name.type == "person" and name.string:
                return name
            if name.type is None and 1 < len(names.name_words(name.string)) < 5:
                return name._replace(type="person")
        return None

    def _share(self, phrase: Phrase) -> tuple[Voice, str, bool] | None:
        """`two of the people`, `one of them`: some of an unnamed group, known as the group is known."""
        reading = self.reading
        lows = reading.lows
        first = phrase.first
        if phrase.stop - first < 3 or lows[first] not in _SHARES or lows[first + 1] != "of":
            return None
        plural = lows[first] != "one"
        string = reading.string(first, phrase.stop)
        if phrase.stop - first == 3 and lows[first + 2] in ("them", "those"):
            found = self.cast.pronoun(first, "them")
            group = found[0] if found is not None else None
        else:
            inner = heads.analyse(reading, first + 2, phrase.stop)
            if not inner.gives.startswith("person-") or inner.article == "indefinite":
                return None
            group = self.cast.plural_described(first, inner.head) if inner.core_stop >= inner.stop else None
            if group is None:
                return self._somebody(inner._replace(first=first, article="quantified", plural=plural), string)
        if group is None or group.type != "unnamed":
            return None
        voice = Voice(
            "unnamed", string, f"unnamed:{names.fold(string)}:{first}", None, 0.85, group.grade, plural,
            group.knows_how, group.reason, group.rote_reason,
        )  # fmt: skip
        return voice, "", plural

    def _has_a_trade(self, phrase: Phrase) -> bool:
        """`Tesfaye, a 34-year-old teacher`: what is said behind a single name makes it a person's."""
        behind = self.reading.lows[phrase.core_stop : min(phrase.stop, phrase.core_stop + 6)]
        known = speech.forms("voices", "head")
        if behind[:1] != [","] or len(behind) < 2:
            return False
        return behind[1].isdigit() or any(known.get(w, "").startswith("person") or "year-old" in w for w in behind[1:])

    def _spoken_of_as_person(self, string: str) -> bool:
        """Whether the page uses the single word with a title or as a part of a person's name."""
        return self.cast.person(string) is not None

    def _office(self, phrase: Phrase, title: str, string: str) -> tuple[Voice, str, bool]:
        """`the Defence Minister`: an office in capitals and no name."""
        words = title.lower().split()
        voice = self.cast.described(phrase.first, words[-1], set(words[:-1]))
        if voice is not None:
            return _again(voice, voice.confidence, string), "", False
        return Voice("person", _plain(string), "person:" + names.fold(string), title, 0.5), "", False

    def _unnamed_spokesperson(
        self, phrase: Phrase, string: str, spoken: tuple[Voice, str, bool]
    ) -> tuple[Voice, str, bool]:
        """`a spokeswoman for West Harbour Police`: nobody is named; whom she speaks for sets the grade."""
        named = any(m.type in ("organisation", "government", "outlet", None) for m in phrase.modifiers)
        voice = Voice(
            "unnamed", string, f"unnamed:{names.fold(string)}:{phrase.first}", spoken[0].role, 0.85,
            "G3" if named else "G2", phrase.plural,
        )  # fmt: skip
        return voice, speech.forms("names", "gender").get(phrase.head, ""), phrase.plural

    def _spokesperson(self, phrase: Phrase, string: str) -> tuple[Voice, str, bool]:
        known = speech.forms("voices", "head")
        for name in phrase.modifiers:
            if name.type in ("organisation", "government", "outlet", None):
                voice = self.cast.voice_for(name, 0.85)
                if name.type is None:
                    voice = Voice("organisation", name.string, f"organisation:{names.fold(name.string)}", None, 0.7)
                return _with_role(voice, phrase.head), "", False
        for token in [*range(phrase.core_stop - 2, phrase.first - 1, -1), *range(phrase.core_stop, phrase.stop)]:
            kind = known.get(self.reading.lows[token], "")
            kind = (
                "government"
                if self.reading.lows[token] in ("military", "presidential", "foreign", "defence", "state")
                else kind
            )
            if kind in ("organisation", "government"):
                return (
                    Voice(
                        "government" if kind == "government" else "organisation",
                        _plain(string),
                        f"{kind}:{names.fold(string)}",
                        phrase.head,
                        0.8,
                    ),
                    "",
                    False,
                )
        if phrase.article in ("definite", "none"):
            voice_again = self.cast.described(phrase.first, phrase.head, set())
            if voice_again is not None:
                return _again(voice_again, 0.8, string), "", False
        return Voice("organisation", _plain(string), "organisation:" + names.fold(string), phrase.head, 0.4), "", False

    def _placed_circles(self, phrase: Phrase) -> bool:
        """`security circles`: sources by another word, where a word before says of which institution."""
        known = speech.forms("voices", "descriptor")
        return any(w in known for w in self.reading.lows[phrase.first : phrase.core_stop - 1])

    def _met(self, phrase: Phrase) -> bool:
        """Whether a group with opinions is one that the reporter met: counted, placed by access, or asking not to be named."""
        lows = self.reading.lows[phrase.first : phrase.core_stop]
        counted = phrase.article == "quantified" and not any(w in _CHORUS for w in lows)
        behind = self.reading.lows[phrase.core_stop : phrase.core_stop + 1]
        watching = phrase.head in ("observer", "observers", "monitors")
        access = watching and (any(w in _ACCESS for w in lows) or behind == ["from"])
        asked = anonymity.nearby(phrase, self.given)
        return counted or access or asked

    def _somebody(self, phrase: Phrase, string: str) -> tuple[Voice, str, bool]:
        lows = self.reading.lows[phrase.first : phrase.core_stop]
        if phrase.head in ("people", "men", "women", "voters", "citizens", "users", "persons") and any(
            w in _CHORUS for w in lows
        ):
            return self._group("collective", phrase, string)
        if phrase.head == "users" and any(w in ("media", "internet", "online", "twitter", "web") for w in lows):
            return self._group("collective", phrase, string)
        before = [
            w
            for w in lows
            if w.isalpha() and w not in phrase.head.split() and w not in ("the", "this", "that", "these", "those")
        ]
        bare_definite = phrase.article == "definite" and phrase.core_stop >= phrase.stop
        if bare_definite:
            if phrase.plural:
                again = self.cast.plural_described(phrase.first, phrase.head)
            else:
                again = self.cast.described(phrase.first, phrase.head, set(before))
            if again is None and not phrase.plural and phrase.gives == "person-office" and phrase.modifiers:
                again = self.cast.speaker_before(phrase.first)
            if again is not None:
                return _again(again, min(again.confidence, 0.85), string), "", phrase.plural
        if (
            not phrase.plural
            and phrase.article in ("definite", "none", "possessive")
            and phrase.gives == "person-office"
        ):
            unique = speech.forms("voices", "unique-office")
            words = " ".join([*before, phrase.head])
            if phrase.head in _OFFICES or any(words == u or words.endswith(" " + u) for u in unique):
                return Voice("person", _plain(string), "person:" + names.fold(string), phrase.head, 0.5), "", False
        facts = anonymity.assess(self.reading, phrase, self.given)
        name = (
            self.reading.string(phrase.first, min(phrase.stop, phrase.core_stop + 12))
            if phrase.core_stop < phrase.stop and self.reading.words[phrase.core_stop] != ","
            else self.reading.string(phrase.first, phrase.core_stop)
        )
        counted = 0.75 if phrase.gives == "person-office" and bare_definite else 0.9
        key = (
            f"unnamed:{names.fold(name)}:{phrase.first}"
            if phrase.article == "indefinite"
            else f"unnamed:{names.fold(name)}"
        )
        kinds = speech.forms("names", "gender")
        return (
            Voice(
                "unnamed",
                name,
                key,
                None,
                counted,
                facts.grade,
                phrase.plural,
                facts.knows_how,
                facts.reason,
                facts.rote,
            ),
            kinds.get(phrase.head, ""),
            phrase.plural,
        )

    def _group(self, kind: VoiceType, phrase: Phrase, string: str) -> tuple[Voice, str, bool]:
        name = self.reading.string(phrase.first, phrase.core_stop) if phrase.core_stop > phrase.first else string
        return Voice(kind, name, f"{kind}:{names.fold(name)}", None, 0.85, plural=True), "", True

    def _body(self, phrase: Phrase, string: str, gives: str) -> tuple[Voice, str, bool]:
        kind: VoiceType = (
            "document"
            if gives == "document"
            else "outlet"
            if gives == "outlet"
            else "government"
            if gives == "government"
            else "organisation"
        )
        reading = self.reading
        described = phrase.core_stop - phrase.first - 1 > len(phrase.head.split())
        varied = phrase.head in _VARIED and not any(
            w in names.table("demonym") for w in reading.lows[phrase.first : phrase.core_stop]
        )
        bare = (
            phrase.article == "definite"
            and phrase.core_stop >= phrase.stop
            and not phrase.modifiers
            and (varied or not described)
        )
        if phrase.plural and gives in ("organisation", "outlet") and not phrase.head.startswith("state "):
            return self._group("collective", phrase, string)
        if bare and gives != "document":
            kinds: tuple[str, ...] = (
                ("organisation",)
                if phrase.head == "group" and described
                else ("organisation", "government", "outlet")
                if phrase.head in ("agency", "body", "group", "movement", "organisation", "organization")
                else (kind,)
            )
            again = self.cast.body(phrase.first, phrase.head.split()[-1], kinds)
            if again is not None:
                return _again(again, again.confidence, string), "", False
        if phrase.head == "office" and any(w in _STATE_OFFICES for w in reading.lows[phrase.first : phrase.stop]):
            kind = "government"
        name = _plain(
            string
            if kind == "document" or phrase.core_stop >= phrase.stop or reading.words[phrase.core_stop] != ","
            else reading.string(phrase.first, phrase.core_stop)
        )
        return (
            Voice(kind, name, f"{kind}:{names.fold(name)}", None, 0.85 if not bare else 0.7),
            "",
            phrase.plural and kind == "government",
        )

    def _unknown(self, phrase: Phrase, string: str) -> tuple[Voice, str, bool]:
        """A head that the lexicon lacks: its ending and its company decide, without much confidence."""
        head = phrase.head
        if head.endswith(_PEOPLE):
            return self._somebody(phrase._replace(gives="person-office"), string)
        for name in phrase.modifiers:
            if (
                name.type in ("organisation", "government", "outlet")
                and not phrase.plural
                and name.first < phrase.core_stop
            ):
                return _scaled(self.cast.voice_for(name), 0.6), "", False
        if head.endswith(_THINGS) or phrase.possessor is not None:
            return Voice("document", _plain(string), "document:" + names.fold(string), None, 0.4), "", False
        if phrase.plural:
            return self._group("collective", phrase, string)
        facts = anonymity.assess(self.reading, phrase, self.given)
        return (
            Voice(
                "unnamed",
                string,
                "unnamed:" + names.fold(string),
                None,
                0.4,
                facts.grade,
                False,
                facts.knows_how,
                facts.reason,
                facts.rote,
            ),
            "",
            False,
        )


def names_role(title: str) -> str | None:
    """A title as a role: `Mr` and its like say nothing."""
    stripped = title.strip(" ,.")
    for article in ("the ", "a ", "an ", "The ", "A ", "An "):
        stripped = stripped.removeprefix(article)
    return None if not stripped or stripped.lower() in ("mr", "mrs", "ms", "miss", "dr", "sir") else stripped


def _plain(string: str) -> str:
    for article in ("the ", "The "):
        string = string.removeprefix(article)
    return string


def _again(voice: Voice, confidence: float, string: str) -> Voice:
    """The same voice, met again under other words."""
    return Voice(
        voice.type,
        voice.name,
        voice.key,
        voice.role,
        min(confidence, 0.95),
        voice.grade,
        voice.plural,
        voice.knows_how,
        voice.reason,
        voice.rote_reason,
        string,
    )


def _with_role(voice: Voice, role: str | None) -> Voice:
    return Voice(
        voice.type,
        voice.name,
        voice.key,
        role or voice.role,
        voice.confidence,
        voice.grade,
        voice.plural,
        voice.knows_how,
        voice.reason,
        voice.rote_reason,
        voice.resolved_from,
    )


def _scaled(voice: Voice, confidence: float) -> Voice:
    return Voice(voice.type, voice.name, voice.key, voice.role, confidence)
