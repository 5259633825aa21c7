"""Voices in Chinese, Japanese and Korean: the head closes the phrase, and a name stands behind or before its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.lexicon import outlets, speech
from audit.model import Grade, Span, Voice, VoiceType
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import names

_CLASSES: dict[str, VoiceType] = {
    "unnamed": "unnamed", "local": "unnamed", "stance": "collective", "collective": "collective", "document": "document",
    "government": "government", "organisation": "organisation", "outlet": "outlet",
}  # fmt: skip
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_COUNTED = re.compile(r"(?:^|的|[^第])(?:[一两二三四五六七八九十几数多]|\d{1,3})(?:余|多)?[名位]")
"""A number and the measure word for people."""
_INITIAL = re.compile(r"(?:^|[\s의の])(?:[A-Z]|[가-힣]모)$")
"""A letter or `모` in the place of a name: `A씨`, `김모 씨`."""
_COUNT = re.compile(r"(?<=.)(?:ら?[0-9０-９]+人|ら)$")
"""How many there are, behind a Japanese noun for people."""
_TITLES = frozenset(["시장", "회장", "의원"])
_SORT = re.compile(r"(?:^|の)(?:ベテラン|若手|女性|男性|元|現職|地元|中堅|有力|古参|一部の?|複数の?|ある)[^の]{0,3}$")
"""A sort of person where a name would stand before a title: `与党のベテラン議員`."""
_NAME = 3
_SHORTEST = 2
_NEAR = 120
"""Characters about a source in which a formula of anonymity counts."""


class SuffixResolver:
    """Gives each source of a text its voice; sources must come in text order."""

    def __init__(self, reading: Reading, language: str) -> None:
        self.reading = reading
        self.language = language
        self._heads = speech.forms(language, "head")
        self._longest = max(len(form) for form in self._heads)
        self._honorific = tuple(sorted(speech.forms(language, "honorific"), key=len, reverse=True))
        self._surnames = speech.forms(language, "surname")
        self._persons: dict[str, Voice] = {}
        self._last: Voice | None = None

    def voice(self, source: Sequence[Span]) -> Voice:
        """The voice behind the words of `source`."""
        if not source:
            return Voice("none")
        string = source[0].of(self.reading.text).strip()
        if string in speech.forms(self.language, "pronoun"):
            if self._last is None:
                return Voice("person", None, "", confidence=0.45, resolved_from=string)
            last = self._last
            return Voice(last.type, last.name, last.key, last.role, 0.6, resolved_from=string)
        voice = self._resolve(source[0], string)
        if voice.type == "person" and voice.name:
            self._last = voice
            self._persons.setdefault(voice.name[:2], voice)
        return voice

    def _resolve(self, span: Span, string: str) -> Voice:
        bare = _BRACKETS.sub("", string).strip(" 　《》“”\"'「」")
        bare = _COUNT.sub("", bare) if self.language == "ja" else bare
        lead = self._head(bare)
        outlet = outlets.by_name(bare)
        if outlet is not None and not outlet.needs_context and lead in ("", "outlet", "organisation"):
            return Voice("outlet", bare, "outlet:" + names.fold(bare), None, 0.9)
        if self._asked(span) and lead not in ("document", "outlet", "government"):
            return self._unnamed(string, lead)
        if self._counted(bare, lead):
            return self._unnamed(string, lead)
        if lead not in ("unnamed", "local", "collective", "document", "stance") or self._titled(bare):
            person = self._person(bare, lead)
            if person is not None:
                return person
        if lead == "spokesperson":
            kind: VoiceType = "government" if self._inside(bare, "government") else "organisation"
            return Voice(kind, string, f"{kind}:{names.fold(string)}", None, 0.6)
        if lead == "office":
            return Voice("person", string, "person:" + names.fold(string), None, 0.5)
        if lead in ("unnamed", "local"):
            return self._unnamed(string, lead)
        if lead:
            kind = _CLASSES[lead]
            return Voice(kind, string, f"{kind}:{names.fold(string)}", None, 0.8, plural=kind == "collective")
        if any(bare.endswith(end) for end in speech.forms(self.language, "agent")) and len(bare) > _SHORTEST:
            return self._unnamed(string, "local")
        low = names.fold(string)
        return Voice("organisation", string, f"organisation:{low}", None, 0.5)

    def _counted(self, bare: str, lead: str) -> bool:
        """`一名消防员`, `한 활동가`: somebody counted and not named; a Korean office behind `한` is a surname's."""
        if lead in ("document", "government", "organisation", "outlet", "spokesperson"):
            return False
        if self.language == "zh":
            return _COUNTED.search(bare) is not None and not bare.endswith(self._honorific)
        if self.language == "ja":
            return lead == "office" and _SORT.search(bare) is not None
        return self.language == "ko" and ((bare.startswith("한 ") and lead != "office") or " 한 " in bare)

    def _titled(self, bare: str) -> bool:
        """Whether a Korean name stands before a title that means a group, too: `김영호 시장`."""
        words = bare.split()
        named = len(words) == 2 and len(words[0]) == _NAME and words[0][0] in self._surnames
        return self.language == "ko" and named and words[1] in _TITLES

    def _head(self, bare: str) -> str:
        for length in range(min(self._longest, len(bare)), 0, -1):
            if bare[-length:] in self._heads:
                return self._heads[bare[-length:]]
        return ""

    def _person(self, bare: str, lead: str) -> Voice | None:
        """A name by its honorific, by its surname, or by the title beside it."""
        for mark in self._honorific:
            if bare.endswith(mark) and len(bare) > len(mark):
                if _INITIAL.search(bare[: -len(mark)].strip()):
                    return self._unnamed(bare, lead or "unnamed")
                name = self._last_word(bare[: -len(mark)].strip()) or bare
                return self._named(bare if self.language == "zh" else name, None, 0.8, bare)
        if self.language == "ko":
            words = bare.split()
            named = next(
                (w for w in reversed(words) if len(w) == 3 and w[0] in self._surnames and not self._head(w)), None
            )
            if named is not None and (lead in ("office", "spokesperson") or self._titled(bare)):
                return self._named(named, bare.replace(named, "").strip() or None, 0.8, bare)
            return None
        if self.language == "ja":
            title = next((t for t in self._titles() if bare.endswith(t) and 1 < len(bare) - len(t) <= 5), None)
            if title is not None and lead == "office":
                return self._named(bare[: -len(title)], title, 0.7, bare)
            return None
        if 2 <= len(bare) <= 4 and (bare[0] in self._surnames or bare[:2] in self._surnames) and not lead:
            return self._named(bare, None, 0.7, bare)
        for length in (3, 2, 4):
            name, rest = bare[-length:], bare[:-length]
            if rest and (name[0] in self._surnames) and self._head(rest) in ("office", "spokesperson", "unnamed"):
                return self._named(name, rest, 0.8, bare)
        for length in range(2, 7):
            if len(bare) > length + 1 and self._head(bare[:-length]) == "office" and not self._head(bare):
                return self._named(bare[-length:], bare[:-length], 0.6, bare)
        return None

    def _titles(self) -> list[str]:
        return sorted((f for f, gives in self._heads.items() if gives == "office"), key=len, reverse=True)

    def _last_word(self, words: str) -> str:
        """The name itself: behind the last `の`, the last space, or the title that it follows."""
        if self.language == "ja":
            words = words.rpartition("の")[2] or words
        return words.split()[-1] if words.split() else ""

    def _named(self, name: str, role: str | None, confidence: float, string: str) -> Voice:
        known = self._persons.get(name[:2])
        if known is not None and known.name and known.name.startswith(name) and name != known.name:
            return Voice("person", known.name, known.key, known.role or role, confidence, resolved_from=string)
        return Voice("person", name, "person:" + names.fold(name), role, confidence)

    def _inside(self, bare: str, kind: str) -> bool:
        return any(gives == kind and form in bare for form, gives in self._heads.items())

    def _asked(self, span: Span) -> bool:
        """Whether a formula of anonymity stands beside the source, in its paragraph."""
        text = self.reading.text
        low = max(text.rfind("\n", 0, span.start) + 1, text.rfind("。", 0, span.start) + 1, span.start - _NEAR)
        stop = text.find("\n", span.end)
        near = text[low : min(span.end + _NEAR // 2, len(text) if stop < 0 else stop)]
        return any(form in near for form in speech.forms(self.language, "anonymous"))

    def _unnamed(self, string: str, lead: str) -> Voice:
        bare = string in self._heads
        placed = self._inside(string, "government") or self._inside(string, "organisation")
        grade: Grade = "G2" if placed else "G0" if bare and lead != "local" else "G1"
        plural = lead == "local" or any(word in string for word in speech.forms(self.language, "many"))
        return Voice("unnamed", string, "unnamed:" + names.fold(string), None, 0.8, grade, plural=plural)
