"""Whose voice a source is: the type, the name, the office, and for the unnamed the grade.

The rules go from what the words say outright (a name, a head noun of the lexicon) to what they leave to the text
(pronouns, `the minister`, `the group`). What stays open stays open: a voice may have a type and no name.
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.model import Span, Voice
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import bodies, heads, names, pronouns, unnamed, variations
from audit.provenance.attributions.voices.again import Resolved, again, with_role, without_article
from audit.provenance.attributions.voices.appositions import (
    apposed,
    body_with_name,
    instead,
    office_with_name,
    part_with_name,
    together,
)
from audit.provenance.attributions.voices.cast import Cast
from audit.provenance.attributions.voices.choruses import camp, chorus, fraction
from audit.provenance.attributions.voices.described import Described
from audit.provenance.attributions.voices.heads import Phrase
from audit.provenance.attributions.voices.named import named
from audit.provenance.attributions.voices.names import Name
from audit.provenance.attributions.voices.pronouns import PERSONAL, STYLES
from audit.provenance.attributions.voices.trimming import trimmed

NOBODY = Voice("none")
_BODIES = frozenset(("document", "outlet", "government", "organisation"))
_HOUSED = word_set("factory hospital airport university school college company mine plant club port railway")
_JUDGES = word_set("judges justices magistrates")
"""Those who, as several, speak as the court that they are."""
_OPINIONS = ("editorial", "column")
_PARTISANS = word_set("republican democrat conservative tory liberal socialist communist nationalist independent")
"""Whom `the` makes one member of a party."""
_COMMUNES = word_set("city district county municipality borough township")
"""What, with its article alone, speaks as its administration."""
_PRINTED = word_set("report reports story article dispatch editorial column investigation exclusive broadcast")
_FUNCTIONARIES = word_set("prosecutors investigators detectives police inspectors")
"""Heads that, bare and in the plural, speak as the state's organ that they are."""


class Resolver:
    """Gives each source its voice; sources must come in text order."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.cast = Cast(reading)
        self.cast.make = self._described
        self.given = self.cast.given
        self._subjects = pronouns.sentence_leads(reading)
        self._at = 0

    def _described(self, one: Described) -> Voice | None:
        """The voice of a mention that did not speak; `the governor` is looked for before it like a speaker."""
        if one.definite and one.gives != "document":
            return self._phrase(heads.analyse(self.reading, one.first, max(one.stop, one.at + 1)))[0]
        return unnamed.voice_of_described(self.cast, one)

    def voice(self, source: Sequence[Span]) -> Voice:
        """The voice behind the words of `source`."""
        tokens = self.reading.inside(source[0]) if source else range(0)
        if not tokens:
            return NOBODY
        first, stop = trimmed(self.reading, tokens.start, tokens.stop)
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
                low = self.reading.lows[place]
                gender = "m" if low in ("he", "his") else "f" if low in ("she", "her") else ""
                self.cast.hear(place, found[0], gender=gender)

    def _resolve(self, first: int, stop: int) -> Resolved:
        lows = self.reading.lows
        low = lows[first]
        if stop - first == 1:
            if low in PERSONAL:
                return pronouns.said_more(self.cast, first, stop, pronouns.pronoun(self.cast, first, low))
            if low in ("who", "which", "whom"):
                return self._relative(first)
            if low in ("i", "you", "me"):
                return Voice("person", None, "", confidence=0.3, resolved_from=self.reading.words[first]), "", False
        if low in ("his", "her") and stop - first == 2 and self.reading.words[first + 1] in STYLES:
            return pronouns.pronoun(self.cast, first, low)
        if low in ("he", "she", "they", "it") and (
            lows[first + 1] in ("himself", "herself", "themselves", "itself", "also", "all", "both")
            or self.reading.words[first + 1] == ","
        ):
            return pronouns.said_more(self.cast, first, stop, pronouns.pronoun(self.cast, first, low))
        if low == "the" and stop - first == 2 and lows[first + 1] == "latter":
            last = variations.latter(self.cast, first)
            if last is not None:
                return again(last, 0.6, self.reading.string(first, stop)), "", False
        compatriots = first + 1 + (lows[first + 1 : first + 3] == ["new", "zealander"])
        ends = compatriots + 1 == stop or self.reading.words[compatriots + 1 : compatriots + 2] == [","]
        member = compatriots < stop and (names.one_of_a_nation(lows[compatriots]) or lows[compatriots] in _PARTISANS)
        if low == "the" and ends and member:
            compatriot = variations.compatriot(self.cast, first, lows[compatriots])
            string = self.reading.string(first, compatriots + 1)
            if compatriot is not None:
                return again(compatriot, compatriot.confidence, string), "", False
            return Voice("person", None, "", confidence=0.3, resolved_from=string), "", False
        if together(self.cast, first, stop):
            string = self.reading.string(first, stop)
            return Voice("person", string, "person:" + names.fold(string), None, 0.8, plural=True), "", True
        called = part_with_name(self.cast, first, stop)
        if called is not None:
            phrase = heads.analyse(self.reading, first, stop)
            return named(self.cast, instead(phrase, called), self.reading.string(first, stop))
        if fraction(self.reading, first, stop):
            whole = heads.analyse(self.reading, first, stop)
            return unnamed.group("collective", self.cast, whole, self.reading.string(first, stop))
        share = unnamed.part(self.cast, first, stop)
        if share is not None:
            return share
        return self._phrase(heads.analyse(self.reading, first, stop))

    def _relative(self, token: int) -> Resolved:
        before = pronouns.before_relative(self.reading, token)
        string = self.reading.words[token]
        if before is None:
            return Voice("person", None, "", confidence=0.3, resolved_from=string), "", False
        voice, gender, plural = self._resolve(*before)
        return again(voice, 0.8, string), gender, plural

    def _phrase(self, phrase: Phrase) -> Resolved:
        reading, cast = self.reading, self.cast
        string = reading.string(phrase.first, phrase.stop)
        if phrase.speech and phrase.possessor is not None:
            first, stop = phrase.possessor
            voice, gender, plural = self._resolve(first, stop)
            pronoun = reading.lows[first] in PERSONAL
            return (again(voice, voice.confidence, string) if pronoun else voice), gender, plural
        speaking = phrase.gives == "spokesperson" or phrase.head.endswith("representative")
        if speaking and phrase.possessor is not None and phrase.name is None:
            spoken_for = self._spoken_for(phrase, string)
            if spoken_for is not None:
                return spoken_for
        if phrase.plural and phrase.name is not None and phrase.name.first >= phrase.core_stop:
            firm = apposed(cast, phrase)
            if firm is not None:
                return named(cast, instead(phrase, firm), string)
        if phrase.name is not None:
            holder = office_with_name(cast, phrase)
            return named(cast, phrase if holder is None else phrase._replace(name=holder), string)
        name = apposed(cast, phrase)
        if name is not None:
            return named(cast, instead(phrase, name), string)
        if phrase.gives in ("organisation", "outlet", "government") or phrase.head == "lobby":
            name = body_with_name(cast, phrase)
            if name is not None:
                return named(cast, instead(phrase, name), string)
        outlet = self._printed_in(phrase)
        if outlet is not None:
            return outlet, "", False
        gives = phrase.gives
        if phrase.head == "paper" and phrase.article == "definite" and phrase.core_stop >= phrase.stop:
            written = [
                d for d in cast.described.before(phrase.first) if d.head in ("study", "research", "analysis", "review")
            ]
            return bodies.body(cast, phrase, string, "document" if written else "outlet")
        if phrase.article == "definite" and any("year-old" in w for w in reading.lows[phrase.first : phrase.core_stop]):
            return unnamed.somebody(
                cast, phrase._replace(gives="person-local", head="year-old", article="definite"), string
            )
        behind = reading.lows[phrase.core_stop : phrase.core_stop + 1]
        if gives == "spokesperson" or (phrase.head.startswith("representative") and behind == ["for"]):
            return bodies.spokesperson(cast, phrase, string)
        if phrase.head in _FUNCTIONARIES and phrase.article == "none" and phrase.core_stop >= phrase.stop:
            return bodies.body(cast, phrase._replace(plural=True), string, "government")
        if phrase.head in _JUDGES and phrase.article in ("definite", "none") and phrase.core_stop >= phrase.stop:
            return bodies.bench(cast, phrase, string)
        if chorus(reading, phrase):
            return unnamed.group("collective", cast, phrase, string)
        if gives.startswith("person-"):
            if camp(reading, phrase):
                return unnamed.group("collective", cast, phrase, string)
            return unnamed.somebody(cast, phrase, string)
        if gives == "stance":
            several = (
                phrase.plural and phrase.article not in ("definite", "possessive") and not unnamed.met(cast, phrase)
            )
            if several:
                return unnamed.group("collective", cast, phrase, string)
            return unnamed.somebody(cast, phrase, string)
        if phrase.head == "circles" and self._placed_circles(phrase):
            return unnamed.somebody(cast, phrase._replace(gives="person-bare", plural=True), string)
        if gives == "collective":
            if phrase.head == "we":
                return Voice("collective", None, "", confidence=0.3, plural=True, resolved_from=string), "", True
            if phrase.head == "authorities-" and any(
                w in _HOUSED for w in reading.lows[phrase.first : phrase.core_stop]
            ):
                return bodies.body(cast, phrase._replace(plural=False), string, "organisation")
            return unnamed.group("collective", cast, phrase, string)
        if phrase.head in _COMMUNES and phrase.article == "definite" and phrase.core_stop - phrase.first == 2:
            return bodies.body(cast, phrase, string, "government")
        if gives in _BODIES:
            owned = self._owned(phrase, string) if phrase.article == "possessive" else None
            return owned or bodies.body(cast, phrase, string, gives)
        return bodies.unknown(cast, phrase, string)

    def _printed_in(self, phrase: Phrase) -> Voice | None:
        """`a report in The Economic Times`, `a BBC investigation`: what an outlet printed or aired is the outlet's word."""
        lows = self.reading.lows
        if phrase.head not in _PRINTED:
            return None
        if phrase.possessor is None and phrase.head not in _OPINIONS:
            made = next((m for m in phrase.modifiers if m.type == "outlet" and m.stop == phrase.core_stop - 1), None)
            made = made or self._carrier(phrase)
            if made is not None:
                return Voice("outlet", made.string, f"outlet:{names.fold(made.string)}", None, 0.7)
        if phrase.core_stop >= phrase.stop or lows[phrase.core_stop] != "in":
            return None
        name = next((m for m in phrase.modifiers if phrase.core_stop < m.first <= phrase.core_stop + 2), None)
        if name is None or name.type == "government" or name.stop < phrase.stop:
            return None
        return Voice("outlet", name.string, f"outlet:{names.fold(name.string)}", None, 0.7)

    def _carrier(self, phrase: Phrase) -> Name | None:
        """`a report by Anadolu Agency`: the outlet behind `by` or `from`, perhaps a date between, with nothing behind it."""
        reading = self.reading
        by = next((i for i in range(phrase.core_stop, phrase.stop) if reading.lows[i] in ("by", "from")), None)
        if by is None or by - phrase.core_stop > 4:
            return None
        article = by + 1 < phrase.stop and reading.lows[by + 1] == "the"
        return next(
            (
                m
                for m in phrase.modifiers
                if m.type == "outlet" and m.first == by + 1 + article and m.stop == phrase.stop
            ),
            None,
        )

    def _spoken_for(self, phrase: Phrase, string: str) -> Resolved | None:
        """`its spokesman` speaks as the body, `the minister's spokesman` as the state."""
        if phrase.possessor is None or apposed(self.cast, phrase) is not None:
            return None
        owner, gender, plural = self._resolve(*phrase.possessor)
        if owner.type in _BODIES and owner.type != "document" and owner.name and not owner.role:
            return with_role(again(owner, owner.confidence, string), phrase.head), gender, plural
        if owner.type == "government" or (owner.type == "person" and bodies.of_the_state(owner.role)):
            name = without_article(string)
            return Voice("government", name, f"government:{names.fold(name)}", phrase.head, 0.7), "", False
        return None

    def _owned(self, phrase: Phrase, string: str) -> Resolved | None:
        """`its press office`: the office of a body speaks as the body."""
        if phrase.possessor is None or phrase.head != "office":
            return None
        voice, gender, plural = self._resolve(*phrase.possessor)
        if (voice.type == "person" and bodies.of_the_state(voice.role)) or (voice.type == "government" and voice.role):
            return Voice("government", string, f"government:{names.fold(string)}", None, 0.7), "", False
        if self.reading.lows[phrase.possessor[0]] != "its":
            return None
        return (again(voice, voice.confidence, string), gender, plural) if voice.name else None

    def _placed_circles(self, phrase: Phrase) -> bool:
        """`security circles`: sources by another word, where a word before says of which institution."""
        known = speech.forms("voices", "descriptor")
        return any(w in known for w in self.reading.lows[phrase.first : phrase.core_stop - 1])
