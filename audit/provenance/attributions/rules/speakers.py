"""Who can be the speaker of a cue: before it, behind it, shared with an earlier one."""

from __future__ import annotations

from functools import cache

from audit.lexicon import speech
from audit.provenance.attributions.reading import phrases, phrases_behind
from audit.provenance.attributions.reading.phrases import DAYS, DETERMINERS, PRONOUNS, Range
from audit.provenance.attributions.reading.tokens import QUOTE_MARKS
from audit.provenance.attributions.rules.contents import Contents
from audit.provenance.attributions.rules.found import Found
from audit.provenance.attributions.rules.words import BE, FINITE, INVERTED


@cache
def _named_heads() -> frozenset[str]:
    """Common nouns that a speaker's description may end in."""
    return frozenset((*speech.forms("voices", "head"), *speech.forms("voices", "office"), "secretary-general"))


class Speakers(Contents):
    """A sentence whose cues are known, asked for their speakers."""

    def _nominal(self, source: Range) -> bool:
        """Whether the words can be a speaker: no finite verb outside a relative clause, nobody addressed (`you`)."""
        first, stop = source
        if stop - first == 1:
            return self.lows[first] not in ("you", "me", "us", "it's", "let", "please")
        if self.lows[first] in (
            "let",
            "letting",
            "used",
            "come",
            "including",
            "via",
            "rest",
            "please",
            "sprinkle",
            "to",
        ):
            return False
        relative = next(
            (i for i in range(first, stop) if self.lows[i] in ("who", "whom", "which", "that", ",", "whose")), stop
        )
        return not any(self.lows[i] in FINITE and not self._particle(i) for i in range(first, relative))

    def _particle(self, i: int) -> bool:
        """Whether the word is a part of a name: `Rua do Ouro`."""
        around = self.words[i - 1 : i] + self.words[i + 1 : i + 2]
        return self.lows[i] == "do" and len(around) == 2 and all(phrases.capitalised(w) for w in around)

    def _source(self, k: int, start: int, previous: str) -> Range | None:
        low = self.lows[k]
        shared = previous.lower() in ("and", "but", "or", "then") or (previous == "," and low.endswith("ing"))
        if low.endswith("ing") and not any(self.lows[i] in BE for i in range(start, k)):
            if previous.lower() in ("by", "without", "before", "after", "while", "of", "for", "in", "from"):
                return self._subject() if previous.lower() in ("by", "before", "after", "while") else None
            if shared or previous in QUOTE_MARKS or previous in ("—", "–"):
                return self._subject()
            return self._beside_participle(start)
        if shared and previous != ",":
            return self._subject()
        source = phrases.before(self.reading, self.first, start, self.verbs)
        if source is not None and self.lows[source[0] : source[1]] == ["both"] and self.words[source[0] - 1] == ",":
            source = phrases.before(self.reading, self.first, source[0], self.verbs) or source
        if source is None and previous == ",":
            source = self._leading(start)
        if source is not None and self.lows[source[0]] in ("who", "which") and source[1] - source[0] == 1:
            return (
                phrases.before(self.reading, self.first, source[0] - (self.words[source[0] - 1] == ","), self.verbs)
                or source
            )
        return source

    def _leading(self, start: int) -> Range | None:
        """`A woman he had hired as a teller, whose name is withheld, told`: the words before the first comma."""
        comma = next((i for i in range(self.first, start) if self.words[i] == ","), start)
        opens = self.lows[self.first] in DETERMINERS or self.lows[self.first] in ("one", "two", "another")
        free = not any(i in self.verbs or self.reading.quote[i] >= 0 for i in range(self.first, comma))
        return (self.first, comma) if opens and free and 1 < comma - self.first < 14 and start - comma > 3 else None

    def _beside_participle(self, start: int) -> Range | None:
        """`With the army warning that …`, `a report claiming that …`: the noun right before the participle."""
        source = phrases.before(self.reading, self.first, start, self.verbs)
        if source is None:
            return None
        with_ = source[0] > self.first and self.lows[source[0] - 1] == "with"
        paper = speech.forms("voices", "head").get(self.lows[source[1] - 1]) == "document"
        return source if with_ or paper else None

    def _subject(self) -> Range | None:
        """The subject that an earlier cue of the sentence has, or that leads the sentence."""
        for found in reversed(self.done):
            if found.source is not None and found.cue is not None and found.source[0] < found.cue[0]:
                first = found.source[0]
                inner = any(a <= first < b for f in self.done if f is not found for a, b in f.content)
                if not inner:  # `VG writes that the diary mentions her, but does not say how it knows`
                    return found.source
        return phrases.subject(self.reading, self.first, self.stop, self.verbs)

    def _inverted(self, k: int, start: int, previous: str) -> bool:
        """`…,” said Omari`, `…, says the minister`."""
        if start != k or k + 1 >= self.stop or (k == self.first and self.words[k - 1 : k] != []):
            return False
        if previous not in QUOTE_MARKS and previous not in (",", "’", "'", "—", "–", "^"):
            return False
        nxt, low = self.words[k + 1], self.lows[k + 1]
        if previous == "," and not (k - 2 >= self.first):
            return False
        if low in PRONOUNS and k + 2 < self.end and self.words[k + 2][0].isalnum() and low != "both":
            return False  # `The publican, a man not given to drama, says he has never seen it`
        name = phrases.capitalised(nxt) and low not in DAYS
        if previous == "," and not name and self.lows[k] not in INVERTED:
            return False  # `…, who asked not to be named, corroborated parts of it`
        return (
            name
            or low in DETERMINERS
            or low in PRONOUNS
            or low in ("one", "two", "three", "another")
            or low.endswith(("s", "man", "or", "er", "st"))
        ) and low not in (
            "that",
            "is",
            "was",
            "this",
        )

    def _leads_apposed(self, found: Found, start: int) -> bool:
        """`Singh, another deportee, said he had paid`: the name that leads the sentence speaks, not what follows."""
        source = found.source
        if source is None or source[1] >= self.end or self.words[source[1]] in (",", ";", "—"):
            return False
        apposed = phrases.before(self.reading, self.first, start, self.verbs)
        if apposed is None or apposed[0] - self.first > 3:
            return False
        comma = next((i for i in range(*apposed) if self.words[i] == ","), None)
        if comma is None or comma - apposed[0] > 8:
            return False
        last = self.lows[comma - 1]
        return phrases.capitalised(self.words[comma - 1]) or last in _named_heads()

    def _speaker_after(self, k: int, start: int) -> Found | None:
        source = phrases_behind.after(self.reading, k + 1, self.end)
        if source is None or self.lows[k].endswith("ing"):
            return None
        ahead = self._ahead(k)
        if ahead is None:
            return None
        return Found(source, (start, k + 1), [ahead, *self._quotation_after(source[1])])
