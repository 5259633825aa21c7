"""The people and bodies of a text, and to whom a pronoun or a description goes back.

Persons are collected first, over the whole text, so that a surname in the headline finds the full name below. Pronouns
are resolved in text order: the nearest fitting candidate wins, subjects and speakers before others, and where two fit
equally nobody is guessed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from audit.lexicon import speech
from audit.model import Voice
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading, word_set
from audit.provenance.attributions.voices import names
from audit.provenance.attributions.voices.names import Name, Person

_REACH = 6
"""How many sentences back an antecedent may stand."""
_LOOKBACK = 40
_MARGIN = 0.35
_GENERIC = word_set(
    "group organisation organization company firm body movement party agency bank club channel newspaper broadcaster paper "
    "station website outlet portal daily magazine network militia union federation charity airline fund institute"
)
_BREAKS = frozenset((",", ";", "—", "–", "-", "--", ")", "“", '"'))
_POLICE = frozenset(("police", "constabulary", "gendarmerie"))
_MALE, _FEMALE = frozenset(("he", "his", "him")), frozenset(("she", "her", "hers"))


_SURE_OF_A_PERSON = 0.9
"""Confidence of a name that a title or a given name shows to be a person's, not its capitals alone."""


def _in_title_case(words: Sequence[str]) -> bool:
    """True for a line in which nearly every longer word is capitalised, so that capitals say nothing of names."""
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(longer) >= 4 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


class Mention(NamedTuple):
    """Somebody at a place in the text: the voice, whether a subject or a speaker, gender `m`, `f` or empty."""

    token: int
    voice: Voice
    weight: float
    gender: str
    plural: bool


class Cast:
    """Everybody in a text. `hear` adds a speaker once resolved; call it in text order."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.persons: dict[str, Person] = {}
        self._by_word: dict[str, list[Person]] = {}
        self.bodies: list[tuple[int, Name]] = []
        """Organisations, governments and outlets named, with their tokens, in text order."""
        self._named: list[Mention] = []
        self._heard: list[Mention] = []
        self._classified: dict[str, Name] = {}
        self._by_role: dict[str, list[Person]] = {}
        self.tied = False
        """Whether the last pronoun stayed open because two fitted."""
        self.distance = 0
        """About how many sentences back the last antecedent stood."""
        self._short: dict[str, Name | None] = {}
        """First and last words of bodies' names; None where two bodies share one."""
        self._collect()

    # --- collecting -------------------------------------------------------------------------------------------------

    def _collect(self) -> None:
        reading = self.reading
        found: list[Name] = []
        for first, stop in reading.sentences:
            capitals = _in_title_case(reading.words[first:stop])
            for run in names.runs(reading, first, stop):
                name = self._classify(run)
                if capitals and name.type == "person" and name.confidence < _SURE_OF_A_PERSON:
                    continue  # a headline's capitals: `Valdoria Signals It Would …`
                if name.type == "person" and name.string:
                    if not name.title and run[0] > first and reading.lows[run[0] - 1] in names.offices():
                        start = phrases.before(reading, max(first, run[0] - 6), run[0], set())
                        if start is not None:
                            title = reading.string(*start)
                            name = name._replace(title=_bare(title))
                    found.append(name)
                elif name.type in ("organisation", "government", "outlet"):
                    self.bodies.append((run[0], name))
                    words = name.string.lower().split()
                    for word in {words[0], words[-1]} if len(words) > 1 else ():
                        known = self._short.setdefault(word, name)
                        if known is not None and names.fold(known.string) != names.fold(name.string):
                            self._short[word] = None
                else:
                    found.append(name)
        full = [n for n in found if n.type == "person" and len(names.name_words(n.string)) > 1]
        for name in sorted(full, key=lambda n: -len(names.name_words(n.string))):
            person = self.person(name.string)
            if person is None or not set(names.name_words(name.string)) <= person.tokens:
                person = self._add(name.string)
        for name in found:
            if name.type == "person" and name.title and self.person(name.string) is None:
                self._add(name.string)
        for name in found:
            person = self.person(name.string)
            if person is not None:
                self._note(person, name)

    def _classify(self, run: tuple[int, int]) -> Name:
        string = self.reading.string(*run)
        known = self._classified.get(string)
        if known is None:
            known = self._classified[string] = names.classify(self.reading, *run)
        return known._replace(first=run[0], stop=run[1])

    def _add(self, string: str) -> Person:
        person = Person(string)
        self.persons[person.key] = person
        for word in person.tokens:
            self._by_word.setdefault(word, []).append(person)
        given = speech.forms("names", "given")
        for word in names.name_words(string)[:-1]:
            if given.get(word) in ("m", "f"):
                person.gender = given[word]
                break
        return person

    def _note(self, person: Person, name: Name) -> None:
        reading = self.reading
        person.mentions.append(name.first)
        role = name.title or self._apposition(name)
        for given in (name.title, self._apposition(name), self._office_before(name)):
            if not given or _honorific(given) or _bare(given) in person.roles or len(person.roles) > 5:
                continue
            person.roles.append(_bare(given))
            for word in set(_role_words(given)):
                holders = self._by_role.setdefault(word, [])
                if person not in holders[-_LOOKBACK:]:
                    holders.append(person)
        if not person.gender:
            kinds = speech.forms("names", "gender")
            person.gender = next((kinds[w] for w in role.lower().replace(".", "").split() if w in kinds), "")
        first, _ = reading.sentences[reading.owner[name.first]]
        lead = name.first - first <= 6 and all(
            reading.lows[i] not in phrases.PREPOSITIONS for i in range(first, name.first)
        )
        weight = (1.2 if lead else 0.0) - (1.0 if reading.quote[name.first] >= 0 else 0.0)
        after = reading.lows[name.stop] if name.stop < len(reading.lows) else ""
        if after in ("'s", "’"):
            weight -= 0.6
        self._named.append(Mention(name.first, self.voice_of(person), weight, person.gender, False))

    def _apposition(self, name: Name) -> str:
        """`Omari, the deputy interior minister,`: the office behind a name."""
        reading = self.reading
        _, stop = reading.sentences[reading.owner[name.first]]
        place = name.stop
        if place + 2 >= stop or reading.words[place] != ",":
            return ""
        end = place + 1
        while end < stop and reading.words[end] not in (",", ";", ".", "—", "–") and end - place < 14:
            end += 1
        words = reading.lows[place + 1 : end]
        opens = words and (
            words[0] in ("a", "an", "the", "another", "one") or words[0] in names.offices() or words[0].endswith("'s")
        )
        trade = any(w in names.offices() or w.endswith(("ist", "ologist", "ian", "er", "or")) for w in words[:5])
        return reading.string(place + 1, end) if opens and trade and words[0] not in ("who", "which") else ""

    def _office_before(self, name: Name) -> str:
        """`The Minister of Works, Dr. Omari`: the office before a name, a comma between."""
        reading = self.reading
        begin, _ = reading.sentences[reading.owner[name.first]]
        comma = name.first - 1
        if comma <= begin or reading.words[comma] != ",":
            return ""
        first = comma
        while first > begin and comma - first < 10 and reading.words[first - 1] not in _BREAKS:
            first -= 1
        office = reading.lows[first] == "the" and any(w in names.offices() for w in reading.lows[first + 1 : first + 4])
        return reading.string(first, comma) if office else ""

    # --- looking up -------------------------------------------------------------------------------------------------

    def person(self, string: str, token: int | None = None) -> Person | None:
        """The person of that name, full or in part; `None` where nobody or two fit."""
        words = names.name_words(string)
        if not words:
            return None
        fitting = [
            p
            for p in self._by_word.get(words[-1], [])[:_LOOKBACK]
            if set(words) <= p.tokens or len(p.tokens & set(words)) > 1
        ]
        if not fitting and len(words) == 1:
            fitting = self._by_word.get(words[0], [])[:_LOOKBACK]
        exact = [p for p in fitting if p.key == "person:" + names.fold(string)]
        if exact:
            return exact[0]
        if len(fitting) > 1 and token is not None:
            near = [p for p in fitting[:_LOOKBACK] if self._near_to(p, token)]
            fitting = near if len(near) == 1 else fitting
        return fitting[0] if len(fitting) == 1 else None

    def _near_to(self, person: Person, token: int) -> bool:
        """Whether the person was named in this sentence or the one before."""
        place = bisect_left(person.mentions, token)
        return place > 0 and self.reading.owner[token] - self.reading.owner[person.mentions[place - 1]] <= 1

    def voice_of(self, person: Person, confidence: float = 0.95, resolved_from: str | None = None) -> Voice:
        """The voice of a named person."""
        return Voice("person", person.name, person.key, person.role, confidence, resolved_from=resolved_from)

    def hear(self, token: int, voice: Voice, *, gender: str = "", plural: bool = False) -> None:
        """Notes that `voice` spoke, or stood as a sentence's subject, at `token`."""
        if voice.type == "person" and voice.key in self.persons:
            person = self.persons[voice.key]
            if gender and not person.gender:
                person.gender = gender
            gender = person.gender
        self._heard.append(Mention(token, voice, 1.6, gender, plural))

    def pronoun(self, token: int, word: str) -> tuple[Voice, float] | None:
        """Whom `he`, `she`, `they`, `it` or their possessives at `token` mean, and how sure; `None` where two fit."""
        if word in _MALE or word in _FEMALE:
            gender = "m" if word in _MALE else "f"
            fits = [
                m
                for m in self._near(token)
                if not m.plural and m.voice.type in ("person", "unnamed") and self._gender(m) in ("", "?", gender)
            ]
            return self._best(token, fits, gender)
        if word in ("they", "their", "them"):
            fits = [
                m for m in self._near(token) if m.plural or m.voice.type in ("organisation", "government", "collective")
            ]
            return self._best(token, fits)
        if word in ("it", "its"):
            fits = [
                m
                for m in self._near(token)
                if m.voice.type in ("organisation", "government", "outlet", "document")
                and not (m.plural and m.voice.type == "document")
            ]
            return self._best(token, fits)
        return None

    def _gender(self, mention: Mention) -> str:
        """What is known by now: a pronoun resolved earlier tells."""
        person = self.persons.get(mention.voice.key)
        return person.gender if person is not None and person.gender else mention.gender

    def _near(self, token: int) -> list[Mention]:
        found: list[Mention] = []
        for listed in (self._named, self._heard):
            place = bisect_left(listed, token, key=lambda m: m.token)
            found.extend(listed[max(0, place - _LOOKBACK) : place])
        return found

    def _best(self, token: int, mentions: list[Mention], gender: str = "") -> tuple[Voice, float] | None:
        reading = self.reading
        here = reading.owner[token]
        scores: dict[str, float] = {}
        self.distance = _REACH
        voices: dict[str, Voice] = {}
        for mention in mentions:
            distance = here - reading.owner[mention.token]
            if distance > _REACH or not mention.voice.key:
                continue
            gap = reading.paragraph[here] - reading.paragraph[reading.owner[mention.token]]
            score = 3.0 - 0.7 * distance - 0.3 * min(gap, 3) + mention.weight
            if gender and self._gender(mention) == gender:
                score += 0.3
            key = mention.voice.key
            if score > scores.get(key, -9.0):
                scores[key] = score
                voices[key] = mention.voice
        ranked = sorted(scores.items(), key=lambda s: (-s[1], s[0]))
        self.tied = False
        if not ranked or ranked[0][1] < 0.2:
            return None
        margin = ranked[0][1] - ranked[1][1] if len(ranked) > 1 else 2.0
        self.distance = int((3.0 + 1.6 - ranked[0][1]) / 0.7)
        if margin < _MARGIN:
            self.tied = True
            return None
        return voices[ranked[0][0]], round(min(0.95, 0.6 + 0.15 * margin + 0.05 * max(0.0, ranked[0][1] - 2)), 2)

    def described(self, token: int, head: str, modifiers: set[str]) -> Voice | None:
        """Whom `the minister`, `the Florida senator` means: the last person before whose office has that word."""
        last: dict[str, int] = {}
        for person in self._by_role.get(_role_words(head)[-1], ())[:_LOOKBACK]:
            roles = [set(_role_words(r)) for r in person.roles]
            if not any(
                set(_role_words(head)) <= r and (not modifiers or len(modifiers & r) > 0 or len(r) == 1) for r in roles
            ):
                continue
            place = bisect_left(person.mentions, token)
            if place:
                last[person.key] = person.mentions[place - 1]
        for mention in reversed(self._heard[-_LOOKBACK:]):
            voice = mention.voice
            if voice.type == "unnamed" and voice.name and not mention.plural and head in voice.name.lower().split():
                last.setdefault(voice.key, mention.token)
                break
        ranked = sorted(last.items(), key=lambda s: -s[1])
        if not ranked:
            return None
        here = self.reading.owner[token]
        if len(ranked) > 1:
            first, second = (here - self.reading.owner[t] for _, t in ranked[:2])
            if second - first < 2:
                return None
        key = ranked[0][0]
        if key in self.persons:
            return self.voice_of(self.persons[key], 0.85 if len(ranked) == 1 else 0.7)
        return next(m.voice for m in reversed(self._heard) if m.voice.key == key)

    def speaker_before(self, token: int) -> Voice | None:
        """Whom `the Free Alliance politician` varies: the person who spoke last, one sentence back in the paragraph."""
        if not self._heard:
            return None
        last, owner = self._heard[-1], self.reading.owner
        here, there = owner[token], owner[last.token]
        near = here - there == 1 and self.reading.paragraph[here] == self.reading.paragraph[there]
        return last.voice if near and last.voice.key in self.persons else None

    def plural_described(self, token: int, head: str) -> Voice | None:
        """Whom `the sources`, `the residents` means: the last unnamed group so called."""
        for mention in reversed(self._heard[-_LOOKBACK:]):
            voice = mention.voice
            if mention.token < token and mention.plural and voice.name and head in voice.name.lower().split():
                return voice
        return None

    def body(self, token: int, head: str, kinds: tuple[str, ...]) -> Voice | None:
        """Whom `the ministry`, `the group`, `the newspaper` means: the last body whose name or kind has the word."""
        place = bisect_left(self.bodies, token, key=lambda b: b[0])
        here = self.reading.owner[token]
        generic: dict[str, Name] = {}
        for at, name in reversed(self.bodies[max(0, place - _LOOKBACK) : place]):
            if head in name.string.lower().split():
                return self.voice_for(name, 0.9)
            if (
                head in _GENERIC
                and name.type in kinds
                and here - self.reading.owner[at] <= 4
                and name.string.lower() not in names.table("country") | names.table("capital")
            ):
                generic.setdefault(names.fold(name.string), name)
        if len(generic) == 1:
            return self.voice_for(next(iter(generic.values())), 0.7)
        if head == "force":
            forces = [
                n for _, n in self.bodies[max(0, place - _LOOKBACK) : place] if _POLICE & set(n.string.lower().split())
            ]
            return self.voice_for(forces[-1], 0.8) if len({n.string for n in forces}) == 1 else None
        if head not in _GENERIC:
            return None
        heard = [
            m.voice
            for m in self._heard[-_LOOKBACK:]
            if m.token < token and m.voice.type in kinds and here - self.reading.owner[m.token] <= 3
        ]
        if heard and len({v.key for v in heard}) == 1:
            return heard[-1]
        return None

    def shortened(self, string: str) -> Name | None:
        """The body whose longer name the page gives elsewhere: `Kestrel` for `Kestrel Minerals`."""
        return self._short.get(string.lower())

    def voice_for(self, name: Name, confidence: float | None = None) -> Voice:
        """The voice of a named body."""
        kind = name.type or "organisation"
        return Voice(
            kind,
            name.string,
            f"{kind}:{names.fold(name.string)}",
            None,
            confidence if confidence is not None else name.confidence,
        )


def _bare(role: str) -> str:
    """A role without its article."""
    for article in ("the ", "a ", "an ", "The ", "A ", "An "):
        role = role.removeprefix(article)
    return role.strip(" ,.")


def _role_words(role: str) -> list[str]:
    return role.lower().replace("-", " ").replace(",", " ").replace("’", " ").replace("'", " ").split() or [""]


def _honorific(role: str) -> bool:
    return role.lower().strip(". ") in ("mr", "mrs", "ms", "miss", "mx", "sir", "dr", "herr", "frau", "shri", "smt")
