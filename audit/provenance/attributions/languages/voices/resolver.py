"""Whose voice a source is: the class of its head word, the person named in it, the outlet or body that it names."""

from __future__ import annotations

from collections.abc import Sequence

from audit.lexicon import outlets, speech
from audit.model import Span, Voice, VoiceType
from audit.provenance.attributions.languages.folding import fold
from audit.provenance.attributions.languages.voices import heads as heads_of
from audit.provenance.attributions.languages.voices import number, printing
from audit.provenance.attributions.languages.voices.grades import grade
from audit.provenance.attributions.languages.voices.heads import Head
from audit.provenance.attributions.languages.voices.people import Cast, person
from audit.provenance.attributions.languages.words import CASELESS, VERB_LAST, phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices import names

_LAST_HEAD = VERB_LAST
_CLASSES: dict[str, VoiceType] = {
    "unnamed": "unnamed", "local": "unnamed", "stance": "collective", "collective": "collective", "document": "document",
    "government": "government", "organisation": "organisation", "outlet": "outlet",
}  # fmt: skip
_NAMED = frozenset(["", "office", "spokesperson", "unnamed", "local", "stance"])
"""Classes of head beside which a person may be named."""
_PEOPLE = frozenset(["unnamed", "local", "stance", "document", "spokesperson"])
_GENITIVE = frozenset(["da", "no", "sv"])
_SHORT = 3
_DESCRIBED = frozenset(["local", "stance", "unnamed"])
_AGAIN = 8
"""Sentences within which a common noun with its article goes back to whoever was named."""
_TITLE_ALONE = 0.42
"""How sure a person is who is called by an office or a trade, and by no name."""
_LONGEST_NAME = 4
_NEAR = 20
_COMMON = ("ы", "и", "cy", "rze", "ści", "owie", "lar", "ler", "arna", "erna")


class LexiconResolver:
    """Gives each source of a text in `language` its voice; sources must come in text order."""

    def __init__(self, reading: Reading, language: str) -> None:
        self.reading = reading
        self.language = language
        self.lows = [fold(w) for w in reading.words]
        pronouns = (*speech.forms(language, "pronoun"), *speech.forms(language, "disjunctive"))
        self._pronouns = frozenset(fold(w) for w in pronouns)
        self._indefinite = frozenset(fold(w) for w in speech.forms(language, "one"))
        self._many = frozenset(fold(w) for w in speech.forms(language, "many"))
        self._articles = frozenset(fold(w) for w in speech.forms(language, "article"))
        self._cast = Cast(reading, self.lows, language)
        self._last: tuple[int, Voice] | None = None
        self._last_unnamed = -1

    def voice(self, source: Sequence[Span], quoting: bool = False) -> Voice:
        """The voice behind the words of `source`; `quoting`: its words are set in quotation marks."""
        if not source:
            return Voice("none")
        tokens = self.reading.inside(source[0])
        first, stop = tokens.start, tokens.stop
        if first >= stop:
            return Voice("none")
        string = source[0].of(self.reading.text)
        if self.reading.words[stop - 1] == ")":  # `Kanzler Merz (CDU)`
            opening = next((i for i in range(stop - 2, first, -1) if self.reading.words[i] == "("), stop)
            stop, string = opening, self.reading.string(first, opening)
        if stop - first == 1 and fold(string) in self._pronouns:
            return self._pronoun(first, string)
        voice = self._again(first, stop, string) or self._resolve(first, stop, string, quoting)
        if voice.type == "person" and voice.name and voice.key and voice.confidence > _TITLE_ALONE:
            self._cast.keep(voice)
            self._last = (self.reading.owner[first], voice)
        elif voice.type == "unnamed" and not voice.plural:
            self._last_unnamed = self.reading.owner[first]
        return voice

    def _again(self, first: int, stop: int, string: str) -> Voice | None:
        """`la funcionaria`, `el oficial`: one person by a common noun alone, with a definite article, who spoke before."""
        article = self.lows[first]
        if stop - first != 2 or article not in self._articles or article in self._indefinite or self._last is None:
            return None
        if article == "der" and first and self.reading.words[first - 1][0].isupper():
            return None  # `Angaben der Mitarbeiter`: a genitive of several
        sentence, last = self._last
        heads = heads_of.find(self.reading, self.lows, self.language, first + 1, stop)
        if not heads or heads[0].gives not in _DESCRIBED or number.many(article, self.lows[stop - 1], self.language):
            return None
        if self._last_unnamed >= sentence or self.reading.owner[first] - sentence > _AGAIN:
            return None
        return Voice(last.type, last.name, last.key, last.role, 0.5, resolved_from=string)

    def unsaid(self, cue: Span) -> Voice:
        """The voice of a verb whose subject is left out, as where its language lets it: whoever spoke last."""
        tokens = self.reading.inside(cue)
        if self._last is None or self.reading.owner[tokens.start] - self._last[0] > _SHORT:
            return Voice("none")
        last = self._last[1]
        return Voice(last.type, last.name, last.key, last.role, 0.5)

    def _pronoun(self, token: int, string: str) -> Voice:
        if self._last is not None and self.reading.owner[token] - self._last[0] <= _SHORT:
            last = self._last[1]
            return Voice(last.type, last.name, last.key, last.role, 0.6, resolved_from=string)
        return Voice("person", None, "", confidence=0.3, resolved_from=string)

    def _resolve(self, first: int, stop: int, string: str, quoting: bool) -> Voice:
        if self.language == "tr" and (known := self._inflected(string)) is not None:
            return known
        heads = heads_of.find(self.reading, self.lows, self.language, first, stop)
        comma = next((i for i in range(first, stop) if self.reading.words[i] in (",", "،")), stop)
        if comma < stop and heads and heads[0].first > comma and self._proper(first, comma):
            return self._resolve(first, comma, self.reading.string(first, comma), quoting)
        if len(heads) > 1 and self.lows[heads[0].first] in self._many:
            heads = heads[1:]  # `plusieurs témoins`: the noun counts, not how many
        if self.language in _GENITIVE and len(heads) > 1 and self.lows[heads[0].first].endswith("s"):
            heads = [h for h in heads if h.first >= heads[1].first]  # `Energimyndighetens prognos`
        lead = (heads[-1 if self.language in _LAST_HEAD else 0].gives) if heads else ""
        if self.language == "tr" and lead == "document" and self.lows[heads[-1].first].startswith("bilgi"):
            lead = next((h.gives for h in heads if h.gives == "unnamed"), lead)  # `kaynaklardan edinilen bilgiye`
        asked = self._asked(first, stop)
        printed = printing.common_noun(self.reading, self.lows, self.language, first, stop)
        if printed is not None:
            return Voice("outlet", printed, "outlet:" + names.fold(printed), None, 0.8)
        named = self._cast.find(first, stop, heads, lead not in _NAMED) if not asked else None
        if named is not None and self._of_a_body(named, heads):
            named = None
        if named is not None:
            return named
        outlet = printing.named(self.reading, self.language, first, stop, lead) if lead not in _PEOPLE else None
        if outlet is not None:
            return Voice("outlet", outlet, "outlet:" + names.fold(outlet), None, 0.9)
        if lead == "spokesperson":
            return self._spokesperson(first, stop, string, heads)
        body = next((h for h in heads[1:] if h.gives in ("government", "organisation", "outlet")), None)
        if lead == "office" and body is not None and "," in self.reading.words[heads[0].stop : body.first]:
            lead = body.gives  # `Właściciel terenu, spółka Ekogum`
        if lead == "office":
            return self._office(first, string, heads, asked)
        if lead:
            return self._headed(first, stop, string, heads, lead, asked)
        return self._headless(first, stop, string, asked, quoting)

    def _inflected(self, string: str) -> Voice | None:
        """Turkish `Demir'e göre`, `Hürriyet'in haberine göre`: a name that an apostrophe parts from its ending."""
        name, mark, rest = string.replace("’", "'").partition("'")
        if not mark or not name[:1].isupper():
            return None
        if outlets.by_name(name) is not None:
            return Voice("outlet", name, "outlet:" + names.fold(name), None, 0.8)
        known = self._cast.known(name)
        if known is not None and known.name and " " not in rest:
            return person(known.name, known.role, 0.7, string)
        return None

    def _proper(self, first: int, stop: int) -> bool:
        """Whether the words before a comma are a name alone: what follows only describes it."""
        bare = [w for w in self.reading.words[first:stop] if fold(w) not in self._articles]
        return bool(bare) and len(bare) < _LONGEST_NAME and all(w[0].isupper() for w in bare)

    def _of_a_body(self, named: Voice, heads: Sequence[Head]) -> bool:
        """`Kreisen des Verkehrsministeriums`: what looks like a name is the body that a described person belongs to."""
        name = names.fold(named.name or "").split()
        bodies = ("government", "organisation", "outlet")
        inner = [h for h in heads if h.gives in bodies]
        return (
            any(self.lows[h.first] in name for h in inner)
            and bool(heads)
            and heads[0].gives in ("unnamed", "local", "stance")
        )

    def _spokesperson(self, first: int, stop: int, string: str, heads: Sequence[Head]) -> Voice:
        state = any(h.gives == "government" for h in heads) or any(
            "minist" in w or "polizei" in w or "polic" in w for w in self.lows[first:stop]
        )
        kind: VoiceType = "government" if state else "organisation"
        return Voice(kind, string, f"{kind}:{names.fold(string)}", None, 0.6)

    def _office(self, first: int, string: str, heads: Sequence[Head], asked: bool) -> Voice:
        if asked:
            return Voice("unnamed", string, "unnamed:" + names.fold(string), None, 0.6, "G1")
        known = self._cast.known(string)
        if known is not None and known.name:
            return person(known.name, known.role, 0.4, string)
        definite = self.lows[first] in self._articles and self.lows[first] not in self._indefinite
        bearer = self._cast.of_role(self.lows[heads[0].first]) if definite else None
        if bearer is not None and bearer.name:
            return Voice("person", bearer.name, bearer.key, bearer.role, 0.6, resolved_from=string)
        return person(string, None, _TITLE_ALONE)

    def _headed(self, first: int, stop: int, string: str, heads: Sequence[Head], lead: str, asked: bool) -> Voice:
        kind = _CLASSES[lead]
        if (asked and lead != "document") or (lead == "stance" and self._one(first, heads)):
            kind = "unnamed"
        mark = grade(self.lows[first:stop], heads, self.language) if kind == "unnamed" else None
        return Voice(kind, string, f"{kind}:{names.fold(string)}", None, 0.8, mark, plural=self._plural(lead, heads))

    def _headless(self, first: int, stop: int, string: str, asked: bool, quoting: bool) -> Voice:
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
        bodies = names.table("organisation-word") | names.table("government-word")
        if any(self.lows[i] in bodies for i in range(first, stop)):
            return Voice("organisation", string, "organisation:" + low, None, 0.6)
        indefinite = self.lows[first] in self._indefinite
        acts = next((a for i in range(first, min(stop, first + 3)) if (a := self._agent(i))), "")
        if acts == "many":
            return Voice("unnamed", string, "unnamed:" + low, None, 0.5, "G1", plural=True)
        if indefinite and stop - first > 1 and (acts or self._common(first, stop)):
            return Voice("unnamed", string, "unnamed:" + low, None, 0.5, "G1")
        if acts and not indefinite:
            return person(string, None, _TITLE_ALONE)
        return self._bare(first, stop, string, quoting)

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
        begins = first == self.reading.sentences[self.reading.owner[first]][0]
        capitals = any(w[0].isupper() for w in self.reading.words[first + begins : stop])
        if not capitals and self.language not in CASELESS and (not begins or stop - first > 1 or self._plain(first)):
            return Voice("unnamed", string, "unnamed:" + low, None, 0.45, "G1")
        word = self.reading.words[stop - 1]
        bare = stop - first - (self.lows[first] in self._articles) == 1
        mixed = bare and "-" not in word and sum(c.isupper() for c in word) > 1
        short = mixed or (word.isalpha() and word.isupper() and len(word) > 2)  # `der AStA`, `der Klimarat IPCC`
        return Voice("organisation", string, f"organisation:{low}", None, 0.45 if short else 0.4)

    def _plain(self, token: int) -> bool:
        """Whether the first word of a sentence is a common noun by its plural ending: no name of a body ends so."""
        return self.lows[token].endswith(_COMMON) and not self.reading.words[token].isupper()

    def _agent(self, token: int) -> str:
        """Whether the word is one for people by its ending; German writes it with a capital, others without."""
        capital = self.reading.words[token][0].isupper()
        return heads_of.agent(self.lows[token], self.language) if capital == (self.language == "de") else ""

    def _state(self, first: int, stop: int) -> bool:
        countries = speech.forms(self.language, "country")
        words = self.lows[first:stop]
        bare = words[1:] if words and words[0] in self._articles else words
        return " ".join(bare) in countries or (len(bare) > 1 and bare[0] == "'" and bare[1] in countries)

    def _asked(self, first: int, stop: int) -> bool:
        """Whether a formula of anonymity stands in the sentence."""
        begin, end = self.reading.sentences[self.reading.owner[first]]
        index = phrases(self.language, "anonymous")
        return any(
            tuple(self.lows[i : i + len(words)]) == words
            for i in range(max(begin, first - _NEAR), min(end, stop + _NEAR))
            for words in index.get(self.lows[i], ())
        )

    def _one(self, first: int, heads: Sequence[Head]) -> bool:
        """Whether an opinion is one person's: an article for one before it."""
        return any(self.lows[i] in self._indefinite for i in range(max(0, first - 1), heads[0].first))

    def _plural(self, lead: str, heads: Sequence[Head]) -> bool:
        if lead in ("stance", "collective"):
            return True
        return lead in ("unnamed", "local") and number.plural(self.lows[heads[0].first])
