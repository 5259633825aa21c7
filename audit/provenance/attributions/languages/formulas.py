"""Attributions in languages other than English, by their commonest formulas: coverage is partial, and said to be.

A language is rows of the speech lexicon: verbs of saying, words for *according to* before or behind the source, words
that open the claim. Four frames read them all; which noun phrase is the source follows from what stands beside the verb.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from audit.lexicon import speech
from audit.model import Span
from audit.provenance.attributions.reading.tokens import QUOTE_MARKS, STOPS, Reading, word_set
from audit.provenance.attributions.tagging import RawAttribution, Sentence

LANGUAGES = frozenset(
    [
        "ar",
        "cs",
        "da",
        "de",
        "el",
        "es",
        "fa",
        "fr",
        "hi",
        "id",
        "it",
        "nl",
        "no",
        "pl",
        "pt",
        "ru",
        "sv",
        "tr",
        "uk",
        "ur",
        "vi",
    ]
)
SAME = {"nb": "no", "nn": "no"}
"""Written languages that are read by the rows of another."""
_VERB_FIRST = frozenset(["ar"])
_VERB_LAST = frozenset(["tr", "hi", "ur"])
_VERB_SECOND = frozenset(["da", "no", "sv"])
_PERSONS = frozenset(["office", "spokesperson", "stance", "unnamed"])
_MARKS = frozenset(",;:()[]—–-،؛") | QUOTE_MARKS | STOPS | frozenset(["؟", "۔", "।", "--", "―", "’", "'"])
_GERMAN_LINKS = word_set(
    "der die das des dem den und von vom zu zum zur in im aus für mit bei beim am an auf über sowie oder gegen namens nach "
    "als unter um eines einer einem einen"
)
_RELATIVE = word_set("qui que der die das quien quienes che który która którzy który кто который которые dat wie")
_AS = word_set("как як jak como come comme wie som kako")
_DESCRIBED = (
    "ado",
    "ada",
    "ados",
    "adas",
    "ido",
    "ida",
    "idos",
    "idas",
    "é",
    "ée",
    "és",
    "ées",
    "ato",
    "ata",
    "ati",
    "ate",
)
_LONGEST = 16
_LONGEST_SPEECH = 400


class Cue(NamedTuple):
    """A formula at tokens `first` to `stop`: `say`, `pre`, `post` or `place`."""

    first: int
    stop: int
    family: str


@cache
def phrases(language: str, family: str) -> dict[str, list[tuple[str, ...]]]:
    """The forms of a family by first word, longest first, folded as the text is."""
    index: dict[str, list[tuple[str, ...]]] = {}
    for form in speech.forms(language, family):
        words = tuple(fold(w).replace("’", "'") for w in form.partition("+")[0].replace("'", " ' ").split())
        for variant in _variants(words, language) if family in ("say", "pre") else (words,):
            index.setdefault(variant[0], []).append(variant)
    for listed in index.values():
        listed.sort(key=len, reverse=True)
    return index


def _variants(words: tuple[str, ...], language: str) -> tuple[tuple[str, ...], ...]:
    """Arabic writes `and` together with the verb."""
    if language == "ar":
        return words, ("و" + words[0], *words[1:]), ("ف" + words[0], *words[1:])
    return (words,)


_FOLDED = {ord("’"): "'", **dict.fromkeys((0xAD, 0x200D, 0x670, 0x640, *range(0x64B, 0x653)))}


@lru_cache(maxsize=16_384)
def fold(word: str) -> str:
    """Lower case, without soft hyphens and without the vowel marks that Arabic may leave out."""
    return unicodedata.normalize("NFC", word.lower().translate(_FOLDED))


@cache
def particles(language: str) -> dict[str, frozenset[str]]:
    """Verbs that say something only with a particle later in the sentence: `teilte … mit`."""
    table: dict[str, set[str]] = {}
    plain: set[str] = set()
    for form in speech.forms(language, "say"):
        verb, _, particle = form.partition("+")
        if particle:
            table.setdefault(fold(verb), set()).add(fold(particle))
        else:
            plain.add(fold(verb))
    return {verb: frozenset(listed) for verb, listed in table.items() if verb not in plain}


class FormulaTagger:
    """The tagger for one language of `LANGUAGES`."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._that = frozenset(fold(w) for w in speech.forms(language, "that"))
        self._bound = frozenset(fold(w) for w in speech.forms(language, "bound"))
        self._aux = frozenset(fold(w) for w in speech.forms(language, "aux"))
        self._finite = frozenset(fold(w) for w in speech.forms(language, "finite"))
        self._articles = frozenset(fold(w) for w in speech.forms(language, "article"))
        self._and = frozenset(fold(w) for w in speech.forms(language, "and"))
        self._heads = frozenset(fold(w.split()[0]) for w in speech.forms(language, "head"))
        self._participles = frozenset(fold(w) for w in speech.forms(language, "part"))
        self._pronouns = frozenset(fold(w) for w in speech.forms(language, "pronoun"))
        self._back = frozenset(fold(w) for w in speech.forms(language, "back"))
        self._from = frozenset(fold(w) for w in speech.forms(language, "from"))
        self._opinion = frozenset(fold(w) for w in speech.forms(language, "opinion"))
        self._offices = frozenset(fold(w) for w, gives in speech.forms(language, "head").items() if gives in _PERSONS)

    def tag(self, text: str, sentences: Sequence[Sentence]) -> tuple[RawAttribution, ...]:
        """The attributions of `sentences`, in text order."""
        return self.read(Reading(text, sentences))

    def read(self, reading: Reading) -> tuple[RawAttribution, ...]:
        """The same over sentences that are tokens already."""
        lows = [fold(w) for w in reading.words]
        found: list[RawAttribution] = []
        for number, (first, stop) in enumerate(reading.sentences):
            cues = self._cues(reading, lows, first, stop)
            taken: list[tuple[int, int]] = []
            shared: tuple[int, int] | None = None
            for cue in cues:
                if any(a <= cue.first < b for a, b in taken):
                    continue
                source = self._source(reading, lows, cue, cues, first, stop)
                if cue.family == "say" and cue.first > first and lows[cue.first - 1] in self._and:
                    source = shared or (source if source is not None and source[1] < cue.first - 1 else None)
                if source is None or not (
                    self._nominal(reading, lows, cue, source) or self._behind(reading, lows, cue, source)
                ):
                    continue
                content = self._told(reading, lows, cue, number) or self._content(reading, lows, cue, source, number)
                if not content and cue.family == "pre" and source[1] - source[0] > 3:
                    source = source[0], source[0] + 3
                    content = self._content(reading, lows, cue, source, number)
                if not content:
                    continue
                shared = source
                taken.append((min(source[0], cue.first), max(source[1], cue.stop)))
                shown = Span(reading.begins[cue.first], reading.ends[cue.stop - 1])
                strength = 0.8 if cue.family != "say" or self._evident(reading, lows, cue, source, content) else 0.5
                found.append(RawAttribution((reading.span(*source),), (shown,), content, strength))
        return tuple(found)

    def _nominal(self, reading: Reading, lows: list[str], cue: Cue, source: tuple[int, int]) -> bool:
        """Whether the source can be a noun phrase: no finite verb in it, and more than a small word."""
        first, stop = source
        relative = next((i for i in range(first, stop) if reading.words[i] == "," or lows[i] in _RELATIVE), stop)
        if any(lows[i] in self._finite for i in range(first, relative)):
            return False
        if stop - first == 1 and (
            lows[first] in self._articles or lows[first] in self._bound or lows[first] in self._and
        ):
            return False
        named = any(reading.words[i][0].isupper() and reading.words[i][0].isalpha() for i in range(first, stop))
        if cue.family == "pre" and stop - first < 6 and lows[first] not in self._that:
            return True
        caseless = self.language in ("ar", "ur", "hi", "fa")
        return caseless or named or any(lows[i] in self._heads or lows[i] in self._pronouns for i in range(first, stop))

    def _told(self, reading: Reading, lows: list[str], cue: Cue, number: int) -> tuple[Span, ...]:
        """`Das sagte X.`, `Lo riferisce X.`: the sentence before, to which the pronoun points."""
        first, _ = reading.sentences[number]
        if not number or cue.family != "say" or not self._points(lows, cue, first):
            return ()
        if self._opens(reading, lows, cue.stop, reading.sentences[number][1]):
            return ()
        start, stop = reading.sentences[number - 1]
        return (reading.span(start, stop),) if stop > start else ()

    def _points(self, lows: list[str], cue: Cue, first: int) -> bool:
        """Whether a pronoun that points back opens the sentence, right before the verb."""
        return cue.first == first + 1 and lows[first] in self._back

    def _behind(self, reading: Reading, lows: list[str], cue: Cue, source: tuple[int, int]) -> bool:
        """Whether a common noun with its article stands behind a verb that a quotation leads to: a speaker of any trade."""
        if (
            cue.family != "say"
            or source[0] != cue.stop
            or source[1] - source[0] < 2
            or lows[source[0]] not in self._articles
        ):
            return False
        return any(reading.quote[i] >= 0 for i in range(max(0, cue.first - 2), cue.first))

    def _evident(
        self, reading: Reading, lows: list[str], cue: Cue, source: tuple[int, int], content: tuple[Span, ...]
    ) -> bool:
        """Whether more than the verb shows that something is said: a quotation, an opened clause, an inversion."""
        if any(reading.quote[t] >= 0 for span in content for t in reading.inside(span)):
            return True
        stop = max(source[1], cue.stop)
        if self._opens(reading, lows, stop, reading.sentences[reading.owner[cue.first]][1]):
            return True
        before = reading.words[cue.first - 1] if cue.first else "."
        return (before == "," and source[0] > cue.first) or reading.words[stop : stop + 1] == [","]

    # --- cues -------------------------------------------------------------------------------------------------------

    def _cues(self, reading: Reading, lows: list[str], first: int, stop: int) -> list[Cue]:
        found: list[Cue] = []
        tables = [(family, phrases(self.language, family)) for family in ("pre", "post", "say")]
        i = first
        if self._opinion and self._holds(reading, lows, first, stop):
            found.append(Cue(first, first + 1, "pre"))
            i = first + 1
        while i < stop:
            hit: Cue | None = None
            if reading.quote[i] < 0:
                hit = self._impersonal(reading, lows, i, first, stop)
                for family, table in tables if hit is None else ():
                    for words in table.get(lows[i], ()):
                        if tuple(lows[i : min(stop, i + len(words))]) == words:
                            hit = Cue(i, i + len(words), family)
                            break
                    if hit is not None:
                        break
            if hit is None and lows[i] in self._participles and reading.quote[i] < 0:
                hit = self._perfect(reading, lows, i, first)
                if hit is not None and not any(c.first == hit.first for c in found):
                    found.append(hit)
                i += 1
                continue
            if hit is not None and not (hit.family == "say" and self._noun(reading, hit, first)):
                found.append(hit)
                i = hit.stop
            else:
                i += 1
        return found

    def _holds(self, reading: Reading, lows: list[str], first: int, stop: int) -> bool:
        """`Para el economista X, esa meta …`: a preposition before somebody with a title, up to a comma."""
        if stop - first < 6 or lows[first] not in self._opinion:
            return False
        comma = next((i for i in range(first + 2, min(stop, first + 10)) if reading.words[i] == ","), None)
        return (
            comma is not None
            and any(lows[i] in self._offices for i in range(first + 1, min(first + 4, comma)))
            and any(reading.words[i][0].isupper() for i in range(first + 1, comma))
        )

    def _impersonal(self, reading: Reading, lows: list[str], i: int, first: int, stop: int) -> Cue | None:
        """`В порту сообщили`, `z dokumentów wynika`: a verb whose speaker is the place that a preposition names."""
        for words in phrases(self.language, "impersonal").get(lows[i], ()):
            if tuple(lows[i : min(stop, i + len(words))]) == words:
                place = self._place(reading, lows, i, first)
                if place is not None:
                    return Cue(i, i + len(words), "place")
        return None

    def _place(self, reading: Reading, lows: list[str], verb: int, first: int) -> tuple[int, int] | None:
        """The noun phrase behind the preposition that opens the clause of `verb`, without what commas set off."""
        low = (
            next(
                (
                    j
                    for j in range(verb - 1, max(first, verb - 22) - 1, -1)
                    if reading.quote[j] >= 0 or reading.words[j] in ".:;—–"
                ),
                first - 1,
            )
            + 1
        )
        while low < verb and reading.words[low] in _MARKS:
            low += 1
        joined = any(lows[low].startswith(w) for w in self._from if w.endswith("'"))
        if low >= verb - 1 or not (lows[low] in self._from or joined):
            return None
        end = next((j for j in range(low + 1, verb) if reading.words[j] in _MARKS), verb)
        headed = any(
            stem in self._heads
            for j in range(low + 1, min(end, low + 4))
            for stem in (lows[j], lows[j].partition("'")[2])
        )
        named = any(reading.words[j][0].isupper() for j in range(low + 1, end))
        return (low + 1, end) if end > low + 1 and end - low < _LONGEST and (headed or named) else None

    def _perfect(self, reading: Reading, lows: list[str], participle: int, first: int) -> Cue | None:
        """`hatten der Darstellung widersprochen`: the auxiliary stands where a simple verb would."""
        for i in range(participle - 1, max(first, participle - 18) - 1, -1):
            if reading.words[i] in _MARKS and reading.words[i] not in "()":
                return None
            if lows[i] in self._aux:
                return Cue(i, i + 1, "say")
        return None

    def _noun(self, reading: Reading, cue: Cue, first: int) -> bool:
        """German writes nouns with a capital: inside a sentence such a word is no verb."""
        low = fold(reading.words[cue.first])
        behind = fold(reading.words[cue.first - 1]) if cue.first > first else "^"
        if low == "so" and (behind != "," or cue.first - 2 < first or reading.quote[cue.first - 2] < 0):
            return True
        if cue.stop - cue.first == 1 and behind in self._articles and behind not in self._back:
            return True
        needed = particles(self.language).get(low)
        if needed is not None:
            _, stop = reading.sentences[reading.owner[cue.first]]
            if not any(fold(w) in needed for w in reading.words[cue.stop : min(stop, cue.stop + 40)]):
                return True
        return cue.first > first and reading.words[cue.first][0].isupper() and reading.quote[cue.first - 1] < 0

    # --- sources ----------------------------------------------------------------------------------------------------

    def _source(
        self, reading: Reading, lows: list[str], cue: Cue, cues: list[Cue], first: int, stop: int
    ) -> tuple[int, int] | None:
        if cue.family == "place":
            return self._place(reading, lows, cue.first, first)
        if cue.family == "pre":
            return self._after(reading, lows, cue.stop, stop, cues)
        if cue.family == "post":
            if self.language in _VERB_LAST and cue.stop - cue.first == 1 and lows[cue.first] in ("ने", "نے"):
                if not any(c.family == "say" and c.first > cue.first for c in cues):
                    return None
            return self._before(reading, lows, cue.first, first, cues)
        if self.language in _VERB_LAST:
            if any(c.family == "post" for c in cues):
                return None
            return self._leading(reading, lows, cue, first)
        if cue.first > first and (lows[cue.first - 1] in _AS or self._points(lows, cue, first)):
            return self._after(reading, lows, cue.stop, stop, cues)
        if self.language == "fa":
            return self._led(reading, lows, cue, first) or self._before(reading, lows, cue.first, first, cues)
        if lows[cue.stop : cue.stop + 1] and lows[cue.stop] in self._that:
            headed = self._described(reading, lows, cue, first)
            if headed is not None:
                return headed
        previous = reading.words[cue.first - 1] if cue.first > first else "^"
        ahead = self._after(reading, lows, cue.stop, stop, cues)
        if self.language in _VERB_FIRST:
            return ahead or self._before(reading, lows, cue.first, first, cues)
        quoted = previous in QUOTE_MARKS or (
            previous in (",", "—", "–") and cue.first - 2 >= first and reading.quote[cue.first - 2] >= 0
        )
        if previous == "^" or quoted:
            return ahead or self._before(reading, lows, cue.first, first, cues)
        if previous in (",", "—", "–"):
            apposed = self._apposed(reading, lows, cue.first, first, cues)
            if (
                apposed is not None
                and apposed[0] == first
                and self._short_lead(reading, first)
                and reading.words[cue.stop : cue.stop + 1] != ["."]
            ):
                return apposed
            if ahead is not None and not self._clause(lows, ahead):
                return ahead
            return apposed
        behind = self._before(reading, lows, cue.first, first, cues)
        return behind or (ahead if ahead is not None and not self._clause(lows, ahead) else None)

    def _led(self, reading: Reading, lows: list[str], cue: Cue, first: int) -> tuple[int, int] | None:
        """Persian: the name or noun phrase that opens the sentence, up to its apposition or relative clause."""
        if lows[first] in self._bound or lows[first] in self._from:
            return None
        end = next((i for i in range(first, min(first + 9, cue.first)) if self._ends(reading, lows, i)), None)
        return (first, end) if end is not None and end > first else None

    def _described(self, reading: Reading, lows: list[str], cue: Cue, first: int) -> tuple[int, int] | None:
        """`Un ingeniero que trabajó allí y que pidió reserva afirma que`: the head whose description parts it from its verb."""
        if self.language in _VERB_FIRST or self.language in _VERB_LAST:
            return None
        comma = next((i for i in range(first, min(first + 4, cue.first)) if reading.words[i] == ","), None)
        start = comma + 1 if comma is not None else first
        head = next((i for i in range(start, min(start + 3, cue.first)) if lows[i] in self._heads), None)
        if head is None or head != start + (lows[start] in self._articles) or cue.first - head < 4:
            return None
        described = lows[head + 1] in _RELATIVE or lows[head + 1].endswith(
            ("ado", "ada", "ido", "ida", "é", "ée", "ato", "ata")
        )
        relative = next(
            (
                i
                for i in range(head + 1, min(head + 7, cue.first))
                if lows[i] in _RELATIVE or lows[i].endswith(_DESCRIBED)
            ),
            None,
        )
        quoted = any(reading.quote[i] >= 0 for i in range(head, cue.first))
        if quoted or not (described or relative is not None):
            return None
        return start, (head + 1 if described or relative is None else relative)

    def _short_lead(self, reading: Reading, first: int) -> bool:
        """Whether the sentence opens with a name or a short noun phrase before its first comma."""
        return any(reading.words[i] == "," for i in range(first + 1, min(first + 8, len(reading.words))))

    def _clause(self, lows: list[str], source: tuple[int, int]) -> bool:
        """Whether the words behind a verb are its object and not its subject."""
        return source[1] - source[0] > 9 or lows[source[0]] in self._that

    def _ends(self, reading: Reading, lows: list[str], i: int) -> bool:
        if reading.words[i] == "-" or reading.words[i] in ("’", "'"):
            return False
        if reading.words[i] == ".":
            return not (
                i + 1 < len(lows) and len(reading.words[i - 1]) <= 4 and reading.owner[i] == reading.owner[i + 1]
            )
        return reading.words[i] in _MARKS or lows[i] in self._that or reading.quote[i] >= 0

    def _after(
        self, reading: Reading, lows: list[str], start: int, stop: int, cues: list[Cue]
    ) -> tuple[int, int] | None:
        verbs = {c.first for c in cues if c.family == "say"}
        while (
            start < stop - 1
            and (lows[start] in self._bound or lows[start] in ("de", "von", "vom"))
            and start not in verbs
        ):
            start += 1
        i = start
        while i < stop and i - start < _LONGEST and not self._ends(reading, lows, i) and i not in verbs:
            if i > start and lows[i] in self._bound and not (i - start == 1 and len(lows[start]) < 4):
                break
            if self.language == "de" and i > start and self._german_verb(reading, lows, i):
                break
            if self.language in _VERB_SECOND and i > start and lows[i] in self._finite:
                break
            i += 1
            if i - start == 1 and lows[start] in self._pronouns:
                break
        if i == start:
            return None
        if i + 1 < stop and reading.words[i] == ",":
            end = i + 1
            while end < stop and end - i < 7 and not self._ends(reading, lows, end):
                end += 1
            if (reading.words[i + 1][0].isupper() and end < stop and reading.words[end] in (",", ".", "(")) or (
                end == stop and end - i < 7 and reading.words[i + 1][0].isupper()
            ):
                return start, end
        return start, i

    def _german_verb(self, reading: Reading, lows: list[str], i: int) -> bool:
        """A small word right behind a noun that joins nothing: German's finite verb."""
        return reading.words[i][0].islower() and reading.words[i - 1][0].isupper() and lows[i] not in _GERMAN_LINKS

    def _before(
        self, reading: Reading, lows: list[str], stop: int, first: int, cues: list[Cue]
    ) -> tuple[int, int] | None:
        end = stop
        while end > first and (lows[end - 1] in self._aux or lows[end - 1] in ("s'est", "se", "sich", "is", "si")):
            end -= 1
        if end > first and reading.words[end - 1] == ")":
            opening = next((j for j in range(end - 2, max(first, end - 10), -1) if reading.words[j] == "("), None)
            inner = self._before(reading, lows, opening, first, cues) if opening is not None else None
            return (inner[0], end) if inner is not None else None
        i = end
        floors = {c.stop for c in cues if c.stop <= end}
        while i > first and end - i < _LONGEST and not self._ends(reading, lows, i - 1) and i not in floors:
            i -= 1
        if i == end:
            return (
                self._apposed(reading, lows, stop, first, cues)
                if end > first and reading.words[end - 1] == ","
                else None
            )
        while i < end and lows[i] in self._bound and not (self.language == "pt" and lows[i] in ("a", "o")):
            i += 1
            if (
                self.language not in _VERB_LAST
                and i < end
                and lows[i - 1]
                not in ("aber", "jedoch", "mais", "pero", "ma", "mas", "maar", "но", "однако", "ale", "جبکہ")
            ):
                return None
        return (i, end) if i < end else None

    def _apposed(
        self, reading: Reading, lows: list[str], stop: int, first: int, cues: list[Cue]
    ) -> tuple[int, int] | None:
        """`X, maire de Y, a déclaré`: over the apposition to the name."""
        comma = stop - 1
        i = comma - 1
        while i > first and comma - i < _LONGEST and reading.words[i] != ",":
            if reading.quote[i] >= 0:
                return None
            i -= 1
        if i <= first or reading.words[i] != ",":
            return None
        name = self._before(reading, lows, i, first, cues)
        return (name[0], comma) if name is not None and name[1] == i else None

    def _leading(self, reading: Reading, lows: list[str], cue: Cue, first: int) -> tuple[int, int] | None:
        """The noun phrase that leads a sentence whose verb comes last: to its first comma or quotation."""
        i = first
        while i < cue.first and i - first < 10:
            if self._ends(reading, lows, i):
                return (first, i) if i > first else None
            i += 1
        heads = speech.forms(self.language, "head")
        if self.language == "tr":
            person = next((j for j in range(first, min(first + 8, cue.first)) if heads.get(lows[j]) in _PERSONS), None)
            if person is not None and not any(reading.words[j][0].isupper() for j in range(first + 1, person + 1)):
                return first, person + 1
        i = first
        while i < cue.first and (reading.words[i][0].isupper() or lows[i] in heads):
            i += 1
        return (first, i) if i > first else None

    # --- contents ---------------------------------------------------------------------------------------------------

    def _content(
        self, reading: Reading, lows: list[str], cue: Cue, source: tuple[int, int], number: int
    ) -> tuple[Span, ...]:
        first, stop = reading.sentences[number]
        low, high = min(source[0], cue.first), max(source[1], cue.stop)
        begin = first
        if low - 1 >= first:
            near = reading.quote[low - 1] if reading.quote[low - 1] >= 0 else reading.quote[max(first, low - 2)]
            if near >= 0:
                opening, _ = reading.quotation(near)
                begin = min(begin, max(opening, reading.bounds(number)[0]))
        parts = [_trim(reading, begin, low), _trim(reading, high, stop)]
        if self.language in _VERB_LAST and source[1] < cue.first:
            parts.insert(1, _trim(reading, source[1], cue.first))
        spans = [reading.span(*p) for p in parts if p is not None and p[1] - p[0] > 1]
        if self._opens(reading, lows, high, stop):
            spans = [s for s in spans if s.start >= reading.begins[min(high, len(reading.begins) - 1)]]
        if not spans and stop > first and reading.words[stop - 1] == ":":
            _, end = reading.bounds(number)
            if end < len(reading.words) and reading.quote[end] >= 0:
                start, close = reading.quotation(reading.quote[end])
                spans = [reading.span(start, min(close, start + _LONGEST_SPEECH))]
        return tuple(spans)

    def _opens(self, reading: Reading, lows: list[str], start: int, stop: int) -> bool:
        """Whether the claim opens right behind: `…, dass`, `: „`."""
        return any(lows[i] in self._that or reading.words[i] == ":" for i in range(start, min(stop, start + 6)))


def _trim(reading: Reading, first: int, stop: int) -> tuple[int, int] | None:
    while first < stop and reading.words[first] in _MARKS and reading.quote[first] < 0:
        first += 1
    while stop > first and reading.words[stop - 1] in _MARKS and reading.quote[stop - 1] < 0:
        stop -= 1
    return (first, stop) if stop > first else None
