"""Everybody in a text who has a voice, and to whom a description or a pronoun goes back.

Speakers are heard in text order. A description finds the person whose office has its word, the body whose name has it,
or the people, body or document that the text described in the same word. Where two fit equally nobody is guessed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.model import Voice
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import names
from audit.provenance.attributions.voices.described import Described
from audit.provenance.attributions.voices.distance import sentences_apart
from audit.provenance.attributions.voices.formulas import formulas
from audit.provenance.attributions.voices.mentions import DescribedMentions
from audit.provenance.attributions.voices.names import Name
from audit.provenance.attributions.voices.number import singular
from audit.provenance.attributions.voices.people import People
from audit.provenance.attributions.voices.person import Person
from audit.provenance.attributions.voices.ranking import best
from audit.provenance.attributions.voices.roles import role_words
from audit.provenance.attributions.voices.salience import Candidate

LOOKBACK = 40
_OF_MANY = word_set(
    "official officer leader member worker employee executive manager director researcher analyst expert activist lawyer"
    " witness resident farmer student teacher driver man woman mother father brother sister son daughter player critic"
    " doctor nurse engineer scientist professor deputy adviser aide spokesman spokeswoman spokesperson minister general"
)
"""Heads of which a text may well have several, so that a holder named later need not be the one."""


NEARBY = 4
"""How many sentences back a nationality can stand for somebody named."""


class Cast:
    """Everybody in a text. `hear` adds a speaker once resolved; call it in text order."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.people = People(reading)
        self.described = DescribedMentions(reading)
        self.given = formulas(reading)
        """The formulas of anonymity on the page."""
        self.heard: list[Candidate] = []
        self.named = [
            Candidate(at, self.voice_of(person), weight, person.gender, False)
            for at, person, weight in self.people.named
        ]
        self._voiced: dict[int, Voice | None] = {}
        self.make: Callable[[Described], Voice | None] = lambda _: None
        """How a described mention is given its voice; set by the resolver."""

    # --- persons ----------------------------------------------------------------------------------------------------

    def person(self, string: str, token: int | None = None) -> Person | None:
        """The person of that name, full or in part; `None` where nobody or two fit."""
        return self.people.person(string, token)

    def voice_of(self, person: Person, confidence: float = 0.95, resolved_from: str | None = None) -> Voice:
        """The voice of a named person."""
        return Voice("person", person.name, person.key, person.role, confidence, resolved_from=resolved_from)

    def hear(self, token: int, voice: Voice, *, gender: str = "", plural: bool = False) -> None:
        """Notes that `voice` spoke, or stood as a sentence's subject, at `token`."""
        if voice.type == "person" and voice.key in self.people.persons:
            person = self.people.persons[voice.key]
            if gender and not person.gender:
                person.gender = gender
            gender = person.gender
        self.heard.append(Candidate(token, voice, 1.6, gender, plural))

    def described_person(self, token: int, head: str, modifiers: set[str]) -> Voice | None:
        """Whom `the minister`, `the Florida senator` means: the last person before whose office has that word."""
        last: dict[str, int] = {}
        wanted = role_words(head)
        for person in self.people.by_role.get(wanted[-1], ())[:LOOKBACK]:
            roles = [set(role_words(r)) for r in person.roles]
            if not any(set(wanted) <= r and (not modifiers or len(modifiers & r) > 0 or len(r) == 1) for r in roles):
                continue
            place = person.last_before(token)
            if place is not None:
                last[person.key] = place
        for mention in reversed(self.heard[-LOOKBACK:]):
            voice = mention.voice
            if voice.type == "unnamed" and voice.name and not mention.plural and head in voice.name.lower().split():
                last.setdefault(voice.key, mention.token)
                break
        ranked = sorted(last.items(), key=lambda s: -s[1])
        if not ranked:
            return self._by_initials(token, head) or self._named_later(wanted, modifiers)
        here = self.reading.owner[token]
        if len(ranked) > 1:
            first, second = (here - self.reading.owner[t] for _, t in ranked[:2])
            if second - first < 2:
                return None
        key = ranked[0][0]
        if key in self.people.persons:
            return self.voice_of(self.people.persons[key], 0.85 if len(ranked) == 1 else 0.7)
        return next(m.voice for m in reversed(self.heard) if m.voice.key == key)

    def _named_later(self, wanted: list[str], modifiers: set[str]) -> Voice | None:
        """`the justice minister`, of whom the lead speaks and whom a later sentence names: the only holder of the office."""
        words = set(wanted) | modifiers - speech.forms("voices", "quality").keys()
        if len(words) < 2 and wanted[-1] in _OF_MANY:
            return None
        holders = [(p, set(role_words(r))) for p in self.people.by_role.get(wanted[-1], ()) for r in p.roles]
        fitting = [p for p, role in holders if words <= role or wanted[-1] in role <= words]
        return self.voice_of(fitting[0], 0.6) if len({p.key for p in fitting}) == 1 else None

    def _by_initials(self, token: int, head: str) -> Voice | None:
        """`the SI` for a sub-inspector: the person whose office has those initials."""
        if not 1 < len(head) < 5:
            return None
        for person in self.people.persons.values():
            initials = ("".join(w[0] for w in role_words(r) if w) for r in person.roles)
            if any(i.startswith(head) for i in initials) and person.last_before(token) is not None:
                return self.voice_of(person, 0.8)
        return None

    def last_speaker(self, token: int, *, kinds: tuple[str, ...], reach: int) -> Voice | None:
        """Whom a description varies (`the politician`, `the source`): the one who spoke last, `reach` sentences back."""
        owner, paragraph = self.reading.owner, self.reading.paragraph
        here = owner[token]
        for mention in reversed(self.heard[-6:]):
            there = owner[mention.token]
            if mention.token >= token or sentences_apart(self.reading, there, here) > reach:
                return None
            if mention.plural or mention.voice.type not in kinds:
                continue
            near = paragraph[here] - paragraph[there] <= (
                0 if mention.voice.type == "person" and here - there > 1 else 1
            )
            return mention.voice if near and (here > there or mention.voice.type == "unnamed") else None
        return None

    def reach(self, token: int, at: int) -> int:
        """How many sentences `at` lies before `token`."""
        return self.reading.owner[token] - self.reading.owner[at]

    # --- groups -----------------------------------------------------------------------------------------------------

    def group_before(self, token: int, head: str | None, *, described_more: bool = False) -> Voice | None:
        """Whom `the sources`, `the residents`, `one of them` goes back to: the last group, so called if `head` is given.

        `described_more`: only a group that the page has described by more than the bare head.
        """
        wanted = singular(head) if head else None
        owner = self.reading.owner
        here = owner[token]
        best_at, found = -1, None
        for mention in reversed(self.heard[-LOOKBACK:]):
            voice = mention.voice
            if mention.token >= token or not mention.plural or not voice.name:
                continue
            if head is None and (voice.type != "unnamed" or here - owner[mention.token] > 3):
                continue
            called = {singular(w) for w in voice.name.lower().split()}
            if wanted is not None and wanted not in called:
                continue
            if described_more and (len(voice.name.split()) < 2 or here - owner[mention.token] > 3):
                continue
            best_at, found = mention.token, voice
            break
        mention_ = self.described.same_head(token, head, plural=True) if head else self.described.group(token, None)
        if head is None and found is not None and mention_ is not None and not mention_.lead:
            return found  # who spoke comes before who is spoken of
        if mention_ is not None and not (described_more and mention_.stop - mention_.first < 2):
            if found is None or mention_.first > best_at + 1:
                return self.voice_of_described(mention_) or found
        return found

    def voice_of_described(self, one: Described) -> Voice | None:
        """The voice of a described mention: the one heard there, or one made for it."""
        place = bisect_left(self.heard, one.first, key=lambda m: m.token)
        for mention in self.heard[place : place + 3]:
            if one.first <= mention.token < one.stop and mention.voice.resolved_from is None:
                return mention.voice
        if one.first not in self._voiced:
            self._voiced[one.first] = self.make(one)
        return self._voiced[one.first]

    # --- bodies -----------------------------------------------------------------------------------------------------

    def shortened(self, string: str) -> Name | None:
        """The body whose longer name the page gives elsewhere: `Kestrel` for `Kestrel Minerals`."""
        return self.people.shortened(string)

    def voice_for(self, name: Name, confidence: float | None = None) -> Voice:
        """The voice of a named body."""
        kind = name.type or "organisation"
        sure = confidence if confidence is not None else name.confidence
        return Voice(kind, name.string, f"{kind}:{names.fold(name.string)}", None, sure)

    # --- pronouns ---------------------------------------------------------------------------------------------------

    def pronoun(self, token: int, word: str) -> tuple[Voice, float] | None:
        """Whom `he`, `she`, `they`, `it` or their possessives at `token` mean, and how sure; `None` where two fit."""
        return best(self, token, word)

    def gender(self, candidate: Candidate) -> str:
        """What is known by now: a pronoun resolved earlier tells."""
        person = self.people.persons.get(candidate.voice.key)
        return person.gender if person is not None and person.gender else candidate.gender

    def given_gender(self, one: Described) -> str:
        """`m` or `f` where a described mention's head tells."""
        return speech.forms("names", "gender").get(one.head, "")
