"""Voices in the languages that are read by lexicon: the head word, the name beside it, and little guessing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from audit.lexicon import outlets, speech
from audit.model import Grade, Span, Voice, VoiceType
from audit.provenance.attributions.languages.formulas import fold, phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import names

_LAST_HEAD = frozenset(["tr", "hi", "ur"])
_NO_CASE = frozenset(["ar", "fa", "hi", "ur"])
_CLASSES: dict[str, VoiceType] = {
    "unnamed": "unnamed", "local": "unnamed", "stance": "collective", "collective": "collective", "document": "document",
    "government": "government", "organisation": "organisation", "outlet": "outlet",
}  # fmt: skip
_SHORT = 3
_INDEFINITE = frozenset(["ein", "eine", "einer", "un", "une", "una", "uno", "um", "uma", "een", "en", "ett", "et"])


@cache
def heads(language: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The head words of a language by first word, longest first, with their class."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for form, gives in speech.forms(language, "head").items():
        words = tuple(fold(w) for w in form.split())
        index.setdefault(words[0], []).append((words, gives))
    for listed in index.values():
        listed.sort(key=lambda f: -len(f[0]))
    return index


class ForeignResolver:
    """Gives each source of a text in `language` its voice; sources must come in text order."""

    def __init__(self, reading: Reading, language: str) -> None:
        self.reading = reading
        self.language = language
        self.lows = [fold(w) for w in reading.words]
        self._pronouns = frozenset(fold(w) for w in speech.forms(language, "pronoun"))
        self._persons: dict[str, Voice] = {}
        self._last: tuple[int, Voice] | None = None
        if language not in _NO_CASE:
            self._register()

    def _register(self) -> None:
        """Full names anywhere in the text, known by a given name or by an office before them."""
        given = speech.forms("names", "given")
        offices = {form for form, gives in speech.forms(self.language, "head").items() if gives == "office"}
        for first, stop in self.reading.sentences:
            for a, b in names.runs(self.reading, first, stop):
                start = next((i for i in range(a, b - 1) if self.lows[i] in given), None)
                if start is None and a > first and self.lows[a - 1] in offices and b - a > 1:
                    start = a
                if start is not None and b - start < 5:
                    name = self.reading.string(start, b)
                    voice = Voice("person", name, "person:" + names.fold(name), None, 0.8)
                    self._persons.setdefault(names.fold(name).split()[-1], voice)

    def voice(self, source: Sequence[Span]) -> Voice:
        """The voice behind the words of `source`."""
        if not source:
            return Voice("none")
        tokens = self.reading.inside(source[0])
        first, stop = tokens.start, tokens.stop
        if first >= stop:
            return Voice("none")
        string = source[0].of(self.reading.text)
        if stop - first == 1 and self.lows[first] in self._pronouns:
            return self._pronoun(first, string)
        voice = self._resolve(first, stop, string)
        if voice.type == "person" and voice.name and voice.key:
            self._persons.setdefault(names.fold(voice.name).split()[-1], voice)
            self._last = (self.reading.owner[first], voice)
        return voice

    def _pronoun(self, token: int, string: str) -> Voice:
        if self._last is not None and self.reading.owner[token] - self._last[0] <= _SHORT:
            voice = self._last[1]
            return Voice(voice.type, voice.name, voice.key, voice.role, 0.6, resolved_from=string)
        return Voice("person", None, "", confidence=0.3, resolved_from=string)

    def _resolve(self, first: int, stop: int, string: str) -> Voice:
        found = self._heads(first, stop)
        asked = self._formula(first, stop)
        person = self._person(first, stop, found)
        classes = [gives for _, _, gives in found]
        lead = (classes[-1] if self.language in _LAST_HEAD else classes[0]) if classes else ""
        if person is not None and lead in ("", "office", "spokesperson", "unnamed", "local", "stance") and not asked:
            return person
        outlet = self._outlet(first, stop, lead)
        if outlet is not None and lead not in ("unnamed", "local", "stance", "document", "spokesperson"):
            return Voice("outlet", outlet, "outlet:" + names.fold(outlet), None, 0.9)
        if lead == "spokesperson":
            government = "government" in classes or any("minist" in w or "polizei" in w for w in self.lows[first:stop])
            kind: VoiceType = "government" if government else "organisation"
            return Voice(kind, string, f"{kind}:{names.fold(string)}", None, 0.6)
        if lead == "office":
            known = self._persons.get(names.fold(string).split()[-1])
            return Voice(
                "person",
                known.name if known else string,
                known.key if known else "person:" + names.fold(string),
                None,
                0.4,
            )
        if lead:
            kind = _CLASSES[lead]
            if asked or (lead == "stance" and self._one(first, found)):
                kind = "unnamed"
            name = string
            grade = self._grade(first, stop, lead) if kind == "unnamed" else None
            return Voice(kind, name, f"{kind}:{names.fold(name)}", None, 0.8, grade, plural=self._plural(lead, found))
        if person is not None:
            return person
        known = self._persons.get(names.fold(string).split()[-1])
        if known is not None:
            return Voice("person", known.name, known.key, known.role, 0.7, resolved_from=string)
        low = names.fold(string)
        if low in names.table("country") or low in names.table("capital"):
            return Voice("government", string, "government:" + low, None, 0.6)
        if (
            self.lows[first] in _INDEFINITE
            and stop - first > 1
            and (stop - first == 2 if self.language == "de" else not any(c.isupper() for c in string[1:]))
        ):
            return Voice("unnamed", string, "unnamed:" + low, None, 0.45, "G1")
        kind = "organisation"
        return Voice(kind, string, f"{kind}:{low}", None, 0.4)

    def _heads(self, first: int, stop: int) -> list[tuple[int, int, str]]:
        """Head words and offices in the phrase, in order."""
        table = heads(self.language)
        found: list[tuple[int, int, str]] = []
        i = first
        while i < stop:
            hit = None
            for word in _stems(self.lows[i], self.language):
                for words, gives in table.get(word, ()):
                    if tuple(self.lows[i + 1 : i + len(words)]) == words[1:]:
                        hit = (i, i + len(words), gives)
                        break
                if hit:
                    break
            if hit is None and self.language == "de":
                hit = self._compound(i)
            if hit is not None:
                found.append(hit)
                i = hit[1]
            else:
                i += 1
        return found

    def _compound(self, token: int) -> tuple[int, int, str] | None:
        """German compounds end in their head: `Außenamtssprecher`, `Sicherheitskreise`."""
        word = self.lows[token]
        if len(word) < 9 or not self.reading.words[token][0].isupper():
            return None
        for cut in range(3, len(word) - 4):
            for words, gives in heads("de").get(word[cut:], ()):
                if len(words) == 1 and len(words[0]) > 4:
                    return token, token + 1, gives
        return None

    def _person(self, first: int, stop: int, found: list[tuple[int, int, str]]) -> Voice | None:
        taken = {i for a, b, _ in found for i in range(a, b)}
        role = ""
        if self.language in _NO_CASE:
            office = next((f for f in found if f[2] in ("office", "spokesperson")), None)
            if found and office is None:
                return None
            rest = [i for i in range(first, stop) if i not in taken]
            if (
                office is None
                and 2 <= len(rest) <= 4
                and not (self.language == "ar" and self.lows[rest[0]].startswith("ال"))
            ):
                name = self.reading.string(first, stop)
                return Voice("person", name, "person:" + names.fold(name), None, 0.5)
            if office is not None and stop - office[1] >= 2 and self.language == "ar":
                start = max(first, stop - 3)
                name = self.reading.string(max(start, office[1]), stop)
                return Voice(
                    "person", name, "person:" + names.fold(name), self.reading.string(first, max(start, office[1])), 0.6
                )
            if office is not None and rest:
                name = self.reading.string(first, stop)
                return Voice("person", name, "person:" + names.fold(name), None, 0.5)
            return None
        best: tuple[int, int] | None = None
        for a, b in names.runs(self.reading, first, stop):
            start = a
            while start < b and start in taken:
                start += 1
            end = next((i for i in range(start, b) if i in taken), b)
            given = speech.forms("names", "given")
            inner = next((i for i in range(start, end - 1) if self.lows[i] in given), None)
            start = inner if inner is not None else start
            words = [w for w in self.lows[start:end] if w[0].isalpha()]
            if (
                self.language == "de"
                and words
                and words[0] not in speech.forms("names", "given")
                and not any(f[2] in ("office", "spokesperson") and f[1] in (start, a) for f in found)
                and len(words) > 1
                and any(w.endswith(("ung", "heit", "keit", "schaft", "tion", "en", "isch", "amt")) for w in words)
            ):
                continue
            bodies = names.table("organisation-word") | names.table("government-word")
            if (
                len(words) >= 2
                and not any(w in bodies for w in words)
                and names.fold(self.reading.string(start, end))
                not in names.table("country") | names.table("known-organisation")
            ):
                if outlets.by_name(self.reading.string(start, end)) is None:
                    best = (start, end)
            elif len(words) == 1 and any(f[2] == "office" and f[1] == start for f in found) and end == stop:
                best = (start, end)
        if best is None:
            return None
        name = self.reading.string(*best)
        for a, b, gives in found:
            if gives in ("office", "spokesperson", "stance", "local", "unnamed") and b <= best[0]:
                role = self.reading.string(a, b)
        known = self._persons.get(names.fold(name).split()[-1])
        if known is not None and len(name.split()) == 1:
            return Voice("person", known.name, known.key, known.role or role or None, 0.8, resolved_from=name)
        return Voice("person", name, "person:" + names.fold(name), role or None, 0.8)

    def _outlet(self, first: int, stop: int, lead: str) -> str | None:
        """A known outlet in the phrase, as the page writes it."""
        whole = self.reading.string(first, stop)
        known = outlets.by_name(whole)
        if known is not None and (not known.needs_context or stop - first > 1 or whole.isupper()):
            return whole
        if self.language in _NO_CASE:
            for a in range(first, min(stop, first + 6)):
                for b in range(min(stop, a + 4), a, -1):
                    name = self.reading.string(a, b).strip("\"'“”«»")
                    found = outlets.by_name(name) if len(name) > 3 else None
                    if found is not None and not found.needs_context:
                        return name
            return None
        for a, b in names.runs(self.reading, first, stop):
            for start in range(a, b):
                name = self.reading.string(start, b)
                found = outlets.by_name(name)
                if found is not None and (not found.needs_context or lead == "outlet" or name.isupper()):
                    return name
        return None

    def _formula(self, first: int, stop: int) -> bool:
        """Whether a formula of anonymity stands in the sentence."""
        begin, end = self.reading.sentences[self.reading.owner[first]]
        table = phrases(self.language, "anonymous")
        return any(
            tuple(self.lows[i : i + len(words)]) == words
            for i in range(max(begin, first - 20), min(end, stop + 20))
            for words in table.get(self.lows[i], ())
        )

    def _one(self, first: int, found: list[tuple[int, int, str]]) -> bool:
        """Whether an opinion is one person's: an article for one before it."""
        ones = (
            "ein",
            "eine",
            "einer",
            "un",
            "une",
            "uno",
            "una",
            "um",
            "uma",
            "een",
            "jeden",
            "bir",
            "один",
            "ایک",
            "एक",
        )
        return any(self.lows[i] in ones for i in range(max(0, first - 1), found[0][0]))

    def _plural(self, lead: str, found: list[tuple[int, int, str]]) -> bool:
        if lead in ("stance", "collective"):
            return True
        word = self.lows[found[0][0]]
        return lead in ("unnamed", "local") and word.endswith(
            ("s", "en", "n", "e", "i", "ы", "и", "lar", "ler", "ين", "ون", "ات")
        )

    def _grade(self, first: int, stop: int, lead: str) -> Grade:
        """G0 to G3 by the description; the reason is read in English only."""
        lows = self.lows[first:stop]
        rows = [frozenset(fold(w) for w in speech.forms(self.language, family)) for family in ("institution", "rank")]
        placed = any(w in rows[0] for w in lows) or any(
            "diplomat" in w or "sicherheit" in w or "regierung" in w or "militär" in w or "polic" in w or "polizei" in w
            for w in lows
        )
        bodies = any(g in ("government", "organisation") for _, _, g in self._heads(first, stop))
        ranked = any(w in rows[1] for w in lows)
        if (placed or bodies) and ranked:
            return "G3"
        if placed or bodies:
            return "G2"
        bare = (
            lead == "unnamed"
            and len([w for w in lows if w[0].isalpha()]) <= 2
            and any(
                w.startswith(
                    (
                        "quelle",
                        "source",
                        "fuente",
                        "fonte",
                        "font",
                        "bron",
                        "źród",
                        "источник",
                        "kaynak",
                        "مصدر",
                        "مصادر",
                        "ذرائع",
                        "सूत्र",
                    )
                )
                for w in lows
            )
        )
        return "G0" if bare else "G1"


def _stems(word: str, language: str) -> tuple[str, ...]:
    """The word and, in Arabic, what is left without `and`, prepositions and the article."""
    if language != "ar":
        return (word, word[2:]) if language in ("fr", "it") and word[1:2] == "'" else (word,)
    stems = [word]
    if len(word) > 4 and word[0] in "وبلفك":
        stems.append(word[1:])
    stems.extend("ال" + s[1:] for s in list(stems) if s.startswith("ل"))
    stems.extend(s[2:] for s in list(stems) if s.startswith("ال") and len(s) > 4)
    return tuple(stems)
