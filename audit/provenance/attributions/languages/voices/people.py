"""Names of persons: found beside an office or a given name, and remembered for the surname alone."""

from __future__ import annotations

from collections.abc import Sequence

from audit.lexicon import outlets, speech
from audit.lexicon.closed_classes import word_set
from audit.model import Voice
from audit.provenance.attributions.languages.folding import fold
from audit.provenance.attributions.languages.voices.heads import Head, agent, table
from audit.provenance.attributions.languages.words import CASELESS, VERB_LAST, given
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import name_runs, names

_OF = frozenset(
    [
        "de",
        "do",
        "da",
        "dos",
        "das",
        "del",
        "della",
        "dello",
        "dei",
        "degli",
        "di",
        "du",
        "des",
        "z",
        "ze",
        "из",
        "в",
        "во",
        "of",
        "von",
        "vom",
        "der",
        "des",
        "van",
        "av",
        "fra",
        "från",
        "til",
        "til",
    ]
)
TITLES = word_set("dr prof mag dipl ing med phil jur h.c")
"""Academic titles, that are no part of a name."""
_ROLES = frozenset(["local", "office", "spokesperson", "stance", "unnamed"])
_BODIES = frozenset(["government", "organisation", "outlet"])
_LONGEST = 5
_NEAR = 80
"""Tokens within which an age alone means whoever was named."""
_KIN_FIRST = frozenset(["bn", "hi", "ur"])
"""Languages in which the name stands behind what somebody is to another: `छात्र के पिता सुरेंद्र यादव`."""
_BODY_LAST = frozenset(["de", *VERB_LAST])
"""Languages whose names of bodies end in what they are."""
_CLOSED = ("article", "bound", "finite", "from", "lead", "sub", "that")
_GERMAN_NOUNS = ("ung", "heit", "keit", "schaft", "tion", "en", "isch", "amt")
_GERMAN_ADJECTIVES = ("sche", "scher", "schen", "sches")
_GERMAN_ARTICLES = frozenset(["der", "des", "dem", "den"])
_ARTICLE = "ال"


def person(name: str, role: str | None, confidence: float, resolved: str | None = None) -> Voice:
    """A person's voice by the fullest name known."""
    return Voice("person", name, "person:" + names.fold(name), role, confidence, resolved_from=resolved)


class Cast:
    """The persons of a text by surname."""

    def __init__(self, reading: Reading, lows: list[str], language: str) -> None:
        self.reading = reading
        self.lows = lows
        self.language = language
        self._given = given(language)
        self._small = {"de", "del", "von", *speech.forms(language, "article"), *speech.forms(language, "determiner")}
        self._common = frozenset(fold(w) for f in _CLOSED for w in speech.forms(language, f)) | reading.plain
        self._known: dict[str, Voice] = {}
        self._runs: dict[str, str] = {}
        if language not in CASELESS:
            self._register()

    def _register(self) -> None:
        """Full names anywhere in the text, known by a given name or by an office before them; other runs by their last word."""
        offices = {form for form, gives in speech.forms(self.language, "head").items() if gives == "office"}
        for a, b in name_runs.sentence_runs(self.reading):
            start = next((i for i in range(a, b - 1) if self.lows[i] in self._given), None)
            if start is None and a > 0 and self.lows[a - 1] in offices and b - a > 1:
                start = a
            if start is not None and b - start < _LONGEST:
                titled = start > 0 and self.lows[start - 1] in offices
                role = self.reading.words[start - 1] if titled else None
                self.keep(person(self.reading.string(start, b), role, 0.8))
            elif (
                b - a in (2, 3)
                and self.lows[b - 2] not in self._common
                and self.lows[b - 1] not in table(self.language)
            ):
                self._runs.setdefault(self.lows[b - 1], self.reading.string(b - 2, b))

    def keep(self, voice: Voice) -> None:
        """Remember a person for later mentions; the first of a surname stays."""
        last = names.fold(voice.name or "").split()[-1]
        known = self._known.get(last)
        if known is None or (known.key == voice.key and voice.role and not known.role):
            self._known[last] = voice

    def known(self, string: str) -> Voice | None:
        """The person whom the last word of `string` calls, with the full name."""
        words = names.fold(string).split()
        return self._known.get(words[-1]) if words else None

    def called(self, word: str) -> str | None:
        """The two capitalised words elsewhere that end in `word`: a full name, where the word alone speaks."""
        return self._runs.get(word)

    def nearest(self, token: int) -> Voice | None:
        """The person named last before `token`, with a full name and no office."""
        for i in range(token - 1, max(-1, token - _NEAR), -1):
            known = self._known.get(self.lows[i]) if self.reading.words[i][0].isupper() else None
            if known is not None:
                return known if not known.role else None
        return None

    def of_role(self, word: str) -> Voice | None:
        """The one person of the text whose office `word` names; None where two have it."""
        found = {v.key: v for v in self._known.values() if v.role and word in names.fold(v.role).split()}
        return next(iter(found.values())) if len(found) == 1 else None

    def find(self, first: int, stop: int, heads: Sequence[Head], leading: bool = False) -> Voice | None:
        """The person named in tokens `first` to `stop`; where `leading`, only before any head word."""
        if self.language in CASELESS:
            return self._caseless(first, stop, heads) if not leading else None
        best = self._named(first, stop, heads)
        if best is None:
            return None
        beside = any(h.stop == best[0] and h.gives == "collective" for h in heads)
        beside = (
            beside or (self.lows[best[0]] in self._given and self._titles_between(heads[0].stop, best[0]))
            if heads
            else beside
        )
        if leading and best[0] > heads[0].first and not beside:
            return None
        name = self.reading.string(*best)
        role = next(
            (self.reading.string(h.first, h.stop) for h in reversed(heads) if h.gives in _ROLES and h.stop <= best[0]),
            None,
        )
        known = self.known(name)
        if known is not None and known.name and len(name.split()) == 1:
            return person(known.name, known.role or role, 0.8, name)
        return person(name, role, 0.8)

    def _titles_between(self, first: int, stop: int) -> bool:
        """Whether nothing but academic titles parts a head from a name: `Vorstand Dr. Uwe Kolb`."""
        return first <= stop and all(self.lows[i] in TITLES or self.reading.words[i] == "." for i in range(first, stop))

    def _named(self, first: int, stop: int, heads: Sequence[Head]) -> tuple[int, int] | None:
        taken = {i for h in heads for i in range(h.first, h.stop)}
        best: tuple[int, int] | None = None
        sure = False
        for a, b in name_runs.runs(self.reading, first, stop):
            start = a
            while start < b and (
                start in taken or self.lows[start] in self._small or not self.lows[start][0].isalnum()
            ):
                start += 1
            inner = next((i for i in range(start, b - 1) if self.lows[i] in self._given), None)
            end = b if inner is not None else next((i for i in range(start, b) if i in taken), b)
            if self.language == "de" and inner is not None:
                end = next((i for i in range(inner + 2, end) if self.lows[i] in ("von", "vom")), end)
            owned = start > first and inner is None and self.lows[start - 1] in _OF
            if owned and heads and heads[0].gives in ("local", "stance", "unnamed"):
                continue  # `fonte do Comando Sub-Regional`: what somebody belongs to
            if heads and self._whose(heads[0], inner if inner is not None else start, taken):
                continue  # `los abogados del expresidente Hernández`
            titled = any(h.gives in _ROLES and h.stop in (start, a) for h in heads)
            if inner is None and titled and end - start > 2 and self.reading.words[start][0] > "\u024f":
                start = end - 2  # `Президент Украины Владимир Зеленский`
            start = inner if inner is not None else self._behind_body(start, end, heads)
            if end <= start or not self._can_be(start, end, titled or inner is not None):
                continue
            if self.language in _BODY_LAST and any(h.first == end and h.gives in _BODIES for h in heads):
                continue  # `Milli Savunma Bakanlığı`, `Neue Vorarlberger Tageszeitung`: the last word says what it is
            if inner is None and not titled and start > first and self.lows[start - 1] in self._small - _OF:
                continue  # `die Signa Development`
            words = sum(self.lows[i][0].isalpha() for i in range(start, end))
            alone = words == 1 and titled and end == stop and not self.reading.words[start].isupper()
            known = titled or inner is not None
            later = best is None or (not sure and (known or self.language != "de"))
            if (words > 1 or alone) and (later or (known and self.language != "de")):
                best, sure = (start, end), known
        return best

    def _whose(self, head: Head, start: int, taken: set[int]) -> bool:
        """Whether the name at `start` is of the one to whom the described people of `head` belong."""
        if head.gives not in ("local", "stance", "unnamed") or not head.stop < start or self.lows[head.stop] not in _OF:
            return False
        return all(
            self.lows[i] in _OF or self.lows[i] in self._small or i in taken or self._adjective(i)
            for i in range(head.stop, start)
        )

    def _adjective(self, i: int) -> bool:
        """`die Ökonomen der italienischen Großbank`: German writes adjectives small, before the name."""
        return self.language == "de" and self.reading.words[i][0].islower() and self.lows[i].endswith("en")

    def _behind_body(self, start: int, end: int, heads: Sequence[Head]) -> int:
        """`catedrático de la Universidad de Salamanca Eutimio Redondo`: where the name begins behind the body's own."""
        body = any(h.stop == start - 1 and h.gives in ("government", "organisation") for h in heads)
        led = body and heads[0].gives in ("office", "stance") and self.lows[start - 1] in _OF
        return end - 2 if led and end - start > 2 and self.lows[end - 2] not in self._small else start

    def _can_be(self, start: int, end: int, sure: bool) -> bool:
        """Whether a run of capitals can be a person's name: no body, state or outlet, no German nouns."""
        words = [self.lows[i] for i in range(start, end) if self.lows[i][0].isalpha()]
        if self.language == "de" and not sure and len(words) > 1 and any(w.endswith(_GERMAN_NOUNS) for w in words):
            return False
        if self.language == "de" and not sure and words and words[0].endswith(_GERMAN_ADJECTIVES):
            return False
        if self.language == "de" and not sure and _genitive(words):
            return False
        bodies = names.table("organisation-word") | names.table("government-word") | names.table("company-word")
        name = self.reading.string(start, end)
        if any(w in bodies for w in words) or any(w.isupper() and len(w) > 3 for w in name.split()):
            return False
        listed = names.table("country") | names.table("known-organisation")
        places = speech.forms(self.language, "country")
        return names.fold(name) not in listed and names.fold(name) not in places and outlets.by_name(name) is None

    def _caseless(self, first: int, stop: int, heads: Sequence[Head]) -> Voice | None:
        office = next((h for h in heads if h.gives in ("office", "spokesperson") or self._expert(h, stop)), None)
        kin = heads[-1] if heads and self.language in _KIN_FIRST else None
        if kin is not None and kin.gives in ("local", "stance") and stop - kin.stop >= 2:
            return person(self.reading.string(kin.stop, stop), self.reading.string(first, kin.stop), 0.5)
        if heads and office is None:
            return None
        taken = {i for h in heads for i in range(h.first, h.stop)}
        rest = [i for i in range(first, stop) if i not in taken and self.lows[i][0].isalpha()]
        if any(agent(self.lows[i], self.language) == "many" for i in rest):
            return None
        if office is None:
            named = 2 <= len(rest) <= 4 and (self.language != "ar" or self._arabic(rest))
            return person(self.reading.string(first, stop), None, 0.5) if named else None
        if self.language == "ar" and stop - office.stop >= 2:
            start = max(office.stop, stop - 3)
            while start < stop - 2 and (self.lows[start].startswith(_ARTICLE) or self.lows[start].endswith("ية")):
                start += 1
            role = self.reading.string(first, start)
            return person(self.reading.string(start, stop), role, 0.6)
        return person(self.reading.string(first, stop), None, 0.5) if rest else None

    def _expert(self, head: Head, stop: int) -> bool:
        """Arabic `الخبير الاقتصادي نبيل حداد`: one expert with an article, and a name behind."""
        definite = self.language == "ar" and head.gives == "stance" and self.lows[head.first].startswith(_ARTICLE)
        bare = [i for i in range(head.stop, stop) if not self.lows[i].startswith(_ARTICLE)]
        return definite and len(bare) == 2 and stop - bare[0] == 2 and not self.lows[head.first].endswith(("ون", "ين"))

    def _arabic(self, rest: list[int]) -> bool:
        """Whether the words can be a name: the first has no article, or only one of them has one behind a given name."""
        if self.lows[rest[0]].startswith(_ARTICLE):
            return len(rest) == 2 and self.lows[rest[1]].startswith(_ARTICLE) and self.lows[rest[1]].endswith("ي")
        return True


def _genitive(words: Sequence[str]) -> bool:
    """`Prozent der Befragten`: an article inside, but behind `von`, joins common nouns."""
    return any(w in _GERMAN_ARTICLES and words[i] != "von" for i, w in enumerate(words[1:]))
