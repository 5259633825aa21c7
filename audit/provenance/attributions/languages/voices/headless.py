"""The voice of a phrase without a listed head word: somebody known, a state, somebody by an ending or a name, else a body."""

from __future__ import annotations

from audit.lexicon import outlets, speech
from audit.model import Voice
from audit.provenance.attributions.languages.folding import fold
from audit.provenance.attributions.languages.voices import heads as heads_of
from audit.provenance.attributions.languages.voices.people import Cast, person
from audit.provenance.attributions.languages.words import CASELESS
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import names

TITLE_ALONE = 0.42
"""How sure a person is who is called by an office or a trade, and by no name."""
_COMMON = ("ы", "и", "cy", "rze", "ści", "owie", "lar", "ler", "arna", "erna")
_TRADE = ("er", "or", "ist", "ent", "ant", "eur", "in")


class Headless:
    """Types phrases of one text; `cast` are the persons named in it."""

    def __init__(self, reading: Reading, lows: list[str], language: str, cast: Cast) -> None:
        self.reading = reading
        self.lows = lows
        self.language = language
        self._cast = cast
        self._articles = frozenset(fold(w) for w in speech.forms(language, "article"))
        self._indefinite = frozenset(fold(w) for w in speech.forms(language, "one"))

    def voice(self, first: int, stop: int, string: str, asked: bool, quoting: bool) -> Voice:
        """A source without a listed head: somebody known, a state, somebody by an ending, else a body."""
        low = names.fold(string)
        known = self._cast.known(string)
        if known is not None and known.name:
            return person(known.name, known.role, 0.7, string)
        if any(low in listed for listed in (names.table("country"), names.table("capital"))) or self._state(
            first, stop
        ):
            return Voice("government", string, "government:" + low, None, 0.6)
        if asked:
            return Voice("unnamed", string, "unnamed:" + low, None, 0.6, "G1")
        bodies = names.table("organisation-word") | names.table("government-word") | names.table("company-word")
        if any(self.lows[i] in bodies for i in range(first, stop)):
            return Voice("organisation", string, "organisation:" + low, None, 0.6)
        indefinite = self.lows[first] in self._indefinite
        if self._called_by_trade(first, stop, quoting):
            return person(string, None, TITLE_ALONE)
        acts = next((a for i in range(first, min(stop, first + 3)) if (a := self._agent(i))), "")
        if acts == "many":
            return Voice("unnamed", string, "unnamed:" + low, None, 0.5, "G1", plural=True)
        if indefinite and stop - first > 1 and (acts or self._common(first, stop)):
            return Voice("unnamed", string, "unnamed:" + low, None, 0.5, "G1")
        if acts and not indefinite:
            return person(string, None, TITLE_ALONE)
        return self._bare(first, stop, string, quoting)

    def _called_by_trade(self, first: int, stop: int, quoting: bool) -> bool:
        """German `der Hamburger`, quoted: one person by an article of one and the ending of the noun."""
        article = self.lows[first] in ("der", "die") and stop - first == 2
        if self.language != "de" or not (quoting and article):
            return False
        word = self.lows[stop - 1]
        return word.endswith(_TRADE) and (self.lows[first] == "der") != word.endswith("in")

    def _common(self, first: int, stop: int) -> bool:
        """Whether the phrase is a common noun with its article: in German one noun, elsewhere no capital behind the first."""
        if self.language == "de":
            return stop - first == 2
        return not any(c.isupper() for c in self.reading.string(first, stop)[1:])

    def _bare(self, first: int, stop: int, string: str, quoting: bool) -> Voice:
        """One capitalised word: the surname of a full name elsewhere, or somebody who is quoted; else a body."""
        low = names.fold(string)
        if stop - first == 1 and self.language == "ar" and not self.lows[first].startswith("ال"):
            return person(string, None, 0.45)
        if stop - first == 1 and self.language not in CASELESS and string[0].isupper() and not string.isupper():
            full = self._cast.called(self.lows[first])
            if full is not None and outlets.by_name(full) is None:
                return person(full, None, 0.6, string)
            if quoting and outlets.by_name(string) is None:
                return person(string, None, 0.45)
        if quoting and self._reads_as_name(first, stop):
            return person(string, None, 0.45)
        begins = first == self.reading.sentences[self.reading.owner[first]][0]
        capitals = any(w[0].isupper() for w in self.reading.words[first + begins : stop])
        if not capitals and self.language not in CASELESS and (not begins or stop - first > 1 or self._plain(first)):
            return Voice("unnamed", string, "unnamed:" + low, None, 0.45, "G1")
        word = self.reading.words[stop - 1]
        bare = stop - first - (self.lows[first] in self._articles) == 1
        mixed = bare and "-" not in word and sum(c.isupper() for c in word) > 1
        short = mixed or (word.isalpha() and word.isupper() and len(word) > 2)  # `der AStA`, `der Klimarat IPCC`
        return Voice("organisation", string, f"organisation:{low}", None, 0.45 if short else 0.4)

    def _reads_as_name(self, first: int, stop: int) -> bool:
        """Whether a quoted source is two or three capitalised words alone, none an abbreviation or a word for a body."""
        words = self.reading.words[first:stop]
        bodies = names.table("organisation-word") | names.table("government-word") | names.table("company-word")
        if self.language in CASELESS or not 2 <= len(words) <= 3 or any(low in bodies for low in self.lows[first:stop]):
            return False
        return all(w[0].isupper() and w[1:].islower() and w.replace("-", "").isalpha() for w in words)

    def _plain(self, token: int) -> bool:
        """Whether the first word of a sentence is a common noun by its plural ending: no name of a body ends so."""
        return self.lows[token].endswith(_COMMON) and not self.reading.words[token].isupper()

    def _agent(self, token: int) -> str:
        """Whether the word is one for people by its ending; German writes it with a capital, others where it opens a sentence."""
        capital = self.reading.words[token][0].isupper()
        opens = token == self.reading.sentences[self.reading.owner[token]][0] and not self._articles
        fits = capital == (self.language == "de") or opens
        return heads_of.agent(self.lows[token], self.language) if fits else ""

    def _state(self, first: int, stop: int) -> bool:
        countries = speech.forms(self.language, "country")
        words = self.lows[first:stop]
        bare = words[1:] if words and words[0] in self._articles else words
        return " ".join(bare) in countries or (len(bare) > 1 and bare[0] == "'" and bare[1] in countries)
