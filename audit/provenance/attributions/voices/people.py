"""The people and bodies that a text names, collected over the whole of it before anybody is given a voice.

A surname in the headline finds the full name below; an office or a description before, behind or beside a name stays
with the person, so that `the minister` finds it again.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from audit.lexicon import speech
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import name_runs, names, roles
from audit.provenance.attributions.voices.bearers import Bearers
from audit.provenance.attributions.voices.names import Name
from audit.provenance.attributions.voices.person import Person

_LOOKBACK = 40
_AMOUNT = re.compile(r"(?:R|N|K|P|S|Rs|US)\d[\d.,]*\w?")
"""Money in the writing of some countries, that a capital makes look like a name."""
_SURE_OF_A_PERSON = 0.9
"""Confidence of a name that a title or a given name shows to be a person's, not its capitals alone."""
_OPEN = 0.75
"""Confidence up to which a name's own words leave open what bears it."""


def _in_title_case(words: Sequence[str]) -> bool:
    """True for a line in which nearly every longer word is capitalised, so that capitals say nothing of names."""
    longer = [word for word in words if len(word) > 3 and word[0].isalpha()]
    return len(longer) >= 4 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


class People:
    """Persons with their offices, and bodies, in text order."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.persons: dict[str, Person] = {}
        self._by_word: dict[str, list[Person]] = {}
        self.bodies: list[tuple[int, Name]] = []
        """Organisations, governments and outlets named, with their tokens, in text order."""
        self.named: list[tuple[int, Person, float]] = []
        """Every mention of a person by name, with its weight as an antecedent."""
        self._classified: dict[str, Name] = {}
        self.by_role: dict[str, list[Person]] = {}
        self._open: list[tuple[int, Name]] = []
        """Names of which neither their words nor the text tell what bears them."""
        self._short: dict[str, Name] = {}
        """First and last words of bodies' names, for the body first named with them."""
        self.bearers = Bearers(reading)
        self._collect()

    def _collect(self) -> None:
        reading = self.reading
        found: list[Name] = []
        for run in self._runs():
            name = self._classify(run)
            first, _ = reading.sentences[reading.owner[run[0]]]
            if name.type in ("person", None) and not name.title and name.confidence <= _OPEN:
                self._open.append((run[0], name))
            if name.type == "person" and name.string:
                if not name.title and run[0] > first and reading.lows[run[0] - 1] in names.offices():
                    start = phrases.before(reading, max(first, run[0] - 6), run[0], set())
                    if start is not None:
                        name = name._replace(title=roles.bare(reading.string(*start)))
                found.append(name)
            elif name.type in ("organisation", "government", "outlet"):
                name = self._owned(name, first)
                self.bodies.append((run[0], name))
                initials = self._initials(run[1])
                if initials:
                    self._short.setdefault(initials, name)
                words = name.string.lower().split()
                for word in {words[0], words[-1]} if len(words) > 1 else ():
                    self._short.setdefault(word, name)
                for cut in range(2, len(words)):
                    self._short.setdefault(" ".join(words[-cut:]), name)  # `Civil Protection Authority`
                    if name.type == "organisation":
                        self._short.setdefault(" ".join(words[:cut]), name)  # `Meridian Crest`
            else:
                found.append(name)
        full = [n for n in found if n.type == "person" and " " in n.string]
        for name in sorted(full, key=lambda n: -len(names.name_words(n.string))):
            person = self.person(name.string)
            if person is None or not set(names.name_words(name.string)) <= person.tokens:
                person = self._add(name.string)
        for name in found:
            if name.type == "person" and name.title and name.string and self.person(name.string) is None:
                self._add(name.string)
        for name in found:
            person = self.person(name.string)
            if person is not None:
                self._note(person, name)

    def _runs(self) -> list[tuple[int, int]]:
        """The runs of capitals that are names; each has told the bearers what stands around it."""
        reading = self.reading
        found: list[tuple[int, int]] = []
        capitals = [_in_title_case(reading.words[first:stop]) for first, stop in reading.sentences]
        for run in name_runs.sentence_runs(reading):
            run = self._before_a_verb(run) if capitals[reading.owner[run[0]]] else run
            if capitals[reading.owner[run[0]]] and names.classify(reading, *run).confidence < _SURE_OF_A_PERSON:
                continue  # a headline's capitals: `Valdoria Signals It Would …`
            if run[1] - run[0] == 1 and "-" in reading.words[run[0]] and names.of_a_nation(reading.lows[run[0]]):
                continue  # `Anglo-Japanese venture`
            if run[1] - run[0] == 1 and _AMOUNT.fullmatch(reading.words[run[0]]):
                continue  # `R96 million`
            self.bearers.look(*run)
            found.append(run)
        return found

    def _before_a_verb(self, run: tuple[int, int]) -> tuple[int, int]:
        """In a line of capitals, a name's run up to the verb that it took in: `Karel Novak Says Impossible`."""
        verbs = speech.forms("english", "verb")
        stop = next((i for i in range(run[0] + 2, run[1]) if self.reading.lows[i] in verbs), run[1])
        return run[0], stop

    def _classify(self, run: tuple[int, int]) -> Name:
        string = self.reading.string(*run)
        known = self._classified.get(string)
        if known is None:
            known = self._classified[string] = self.told(names.classify(self.reading, *run))
        return known._replace(first=run[0], stop=run[1])

    def _owned(self, name: Name, begin: int) -> Name:
        """`the Ombudsman's Office`: with its owner, where the name alone is one common word."""
        reading = self.reading
        if name.stop - name.first > 1 or name.first - 2 < begin or reading.lows[name.first - 1] != "'s":
            return name
        owner = name.first - 2
        while owner > begin and reading.words[owner - 1][0].isupper() and reading.lows[owner - 1] not in ("the", "a"):
            owner -= 1
        return name._replace(string=reading.string(owner, name.stop)) if reading.words[owner][0].isupper() else name

    def _initials(self, stop: int) -> str:
        """`the Joint Chiefs of Staff (JCS)`: the short form that the text gives behind a name."""
        words = self.reading.words
        if stop + 2 < len(words) and words[stop] == "(" and words[stop + 2] == ")" and words[stop + 1][:2].isupper():
            return words[stop + 1].lower()
        return ""

    def told(self, name: Name) -> Name:
        """The name with the bearer that the text tells, where its own words left that open."""
        if name.title and name.string:
            whole = f"{name.title} {name.string}"
            kind = self.bearers.kind(whole)  # `the charity Refugee North`
            return name._replace(type=kind, title="", string=whole) if kind in ("organisation", "outlet") else name
        if name.confidence > _OPEN or not name.string:
            return name
        kind = self.bearers.kind(name.string)
        if kind is None or kind == name.type:
            return name
        if name.type is None and kind == "person" and self.person(name.string) is None:
            return name._replace(type="person", confidence=0.6)
        return name._replace(type=kind, confidence=0.8)

    def _add(self, string: str) -> Person:
        person = Person(string)
        self.persons[person.key] = person
        for word in person.tokens:
            self._by_word.setdefault(word, []).append(person)
        given = speech.forms("names", "given")
        told = {given[w] for w in names.name_words(string)[:-1] if given.get(w) in ("m", "f")}
        person.gender = told.pop() if len(told) == 1 else ""  # `Rana Zahid Gondal`: two that disagree tell nothing
        return person

    def _note(self, person: Person, name: Name) -> None:
        reading = self.reading
        person.mentions.append(name.first)
        role = name.title or roles.behind(reading, name)
        for given in (name.title, roles.behind(reading, name), roles.before(reading, name)):
            if not given or roles.honorific(given) or roles.bare(given) in person.roles or len(person.roles) > 5:
                continue
            person.roles.append(roles.bare(given))
            for word in set(roles.role_words(given)):
                holders = self.by_role.setdefault(word, [])
                if person not in holders[-_LOOKBACK:]:
                    holders.append(person)
        if not person.gender:
            kinds = speech.forms("names", "gender")
            person.gender = next((kinds[w] for w in role.lower().replace(".", "").split() if w in kinds), "")
        first, _ = reading.sentences[reading.owner[name.first]]
        lead = name.first - first <= 9 and roles.alone(reading, first, name.first)
        weight = (1.2 if lead else 0.0) - (1.0 if reading.quote[name.first] >= 0 else 0.0)
        after = reading.lows[name.stop] if name.stop < len(reading.lows) else ""
        if after in ("'s", "’"):
            weight -= 0.6
        self.named.append((name.first, person, weight))

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
        if not fitting and len(words) == 1 and 2 < len(words[0]) < 6:
            short = [p for p in list(self.persons.values())[:_LOOKBACK] if p.name.lower().startswith(words[0])]
            fitting = short if len(short) == 1 else []  # `Gav` for `Gavin`
        if len(fitting) > 1 and len(words) == 1:  # `Battiste` beside a Battiste-Green
            fitting = [p for p in fitting if names.fold(p.name).split()[-1] == words[0]] or fitting
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

    def open_before(self, token: int) -> list[tuple[int, Name]]:
        """The names before `token` that may be a body's: nothing makes them a person's."""
        place = bisect_left(self._open, token, key=lambda n: n[0])
        near = self._open[max(0, place - 20) : place]
        return [(at, n) for at, n in near if not self._surely_a_person(n)]

    def _surely_a_person(self, name: Name) -> bool:
        person = self.person(name.string)
        places = names.table("demonym") | names.table("country") | names.table("capital")
        return name.string.lower() in places or (person is not None and bool(person.roles or person.gender))

    def ending_in(self, token: int, word: str) -> Name | None:
        """The last body before `token` whose name ends in `word`: `Rocky Mountain National Park` for `the park`."""
        place = bisect_left(self.bodies, token, key=lambda b: b[0])
        return next((n for _, n in reversed(self.bodies[:place]) if n.string.lower().endswith(" " + word)), None)

    def shortened(self, string: str) -> Name | None:
        """The body whose longer name the page gives elsewhere: `Kestrel` for `Kestrel Minerals`."""
        return self._short.get(string.lower())
