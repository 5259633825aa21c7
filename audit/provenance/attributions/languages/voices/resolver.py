"""Whose voice a source is: the class of its head word, the person named in it, the outlet or body that it names."""

from __future__ import annotations

from collections.abc import Sequence

from audit.lexicon import outlets, speech
from audit.lexicon.closed_classes import word_set
from audit.model import Span, Voice, VoiceType
from audit.provenance.attributions.languages.folding import fold
from audit.provenance.attributions.languages.voices import heads as heads_of
from audit.provenance.attributions.languages.voices import number, printing
from audit.provenance.attributions.languages.voices.grades import grade
from audit.provenance.attributions.languages.voices.headless import TITLE_ALONE, Headless
from audit.provenance.attributions.languages.voices.heads import Head
from audit.provenance.attributions.languages.voices.people import TITLES, Cast, person
from audit.provenance.attributions.languages.words import VERB_LAST, phrases
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
_BODIES = frozenset(["government", "organisation", "outlet"])
"""Classes of head that a formula of anonymity beside them is not about."""
_GENITIVE = frozenset(["da", "no", "sv"])
_COUNTING = frozenset(["fa", "hi", "tr", "ur"])
"""Languages in which a word for one before a noun is the only article."""
_FULL_NAME = 2
_GROUPS = frozenset(["collective", "stance"])
_SHORT = 3
_DESCRIBED = frozenset(["local", "stance", "unnamed"])
_AGED = ("jährige", "jährigen")
_AGAIN = 8
"""Sentences within which a common noun with its article goes back to whoever was named."""
_LONGEST_NAME = 4
_RELATIVE = word_set("der die das qui que quien che który która который которая som")
_NEAR = 20


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
        self._members = speech.forms(language, "member").keys()
        self._cast = Cast(reading, self.lows, language)
        self._headless = Headless(reading, self.lows, language, self._cast)
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
        first = self._untitled(first, stop)
        string = self.reading.string(first, stop) if first > tokens.start else string
        if stop - first == 1 and fold(string) in self._pronouns:
            return self._pronoun(first, string)
        voice = (
            self._again(first, stop, string)
            or self._aged(first, stop, string)
            or self._resolve(first, stop, string, quoting)
        )
        if voice.type == "person" and voice.name and voice.key and voice.confidence > TITLE_ALONE:
            self._cast.keep(voice)
            self._last = (self.reading.owner[first], voice)
        elif voice.type == "unnamed" and not voice.plural:
            self._last_unnamed = self.reading.owner[first]
        return voice

    def _untitled(self, first: int, stop: int) -> int:
        """Where the phrase begins behind academic titles: `Prof. Dr. Petra Lang`."""
        start = first
        while start < stop - 1 and (self.lows[start] in TITLES or (start > first and self.reading.words[start] == ".")):
            start += 1
        return start

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

    def _aged(self, first: int, stop: int, string: str) -> Voice | None:
        """`Der 24-Jährige`: the person without an office who was named last."""
        age = stop - first == 4 and self.lows[first + 1].isdigit() and self.lows[stop - 1].endswith(_AGED)
        if not age or self.lows[first] in self._indefinite:
            return None
        near = self._cast.nearest(first)
        return None if near is None else Voice("person", near.name, near.key, near.role, 0.5, resolved_from=string)

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
        described = heads[0].first > comma if heads else self._relative(comma + 1)
        if comma < stop and described and self._proper(first, comma):
            return self._resolve(first, comma, self.reading.string(first, comma), quoting)
        if len(heads) > 1 and self.lows[heads[0].first] in self._many:
            heads = heads[1:]  # `plusieurs témoins`: the noun counts, not how many
        if self.language in _GENITIVE and len(heads) > 1 and self.lows[heads[0].first].endswith("s"):
            heads = [h for h in heads if h.first >= heads[1].first]  # `Energimyndighetens prognos`
        lead = (heads[-1 if self.language in _LAST_HEAD else 0].gives) if heads else ""
        if self.language == "tr" and lead == "document" and self.lows[heads[-1].first].startswith("bilgi"):
            lead = next((h.gives for h in heads if h.gives == "unnamed"), lead)  # `kaynaklardan edinilen bilgiye`
        if self._one_of_many(first, stop, heads, lead):
            mark = grade(self.lows[first:stop], heads, self.language)
            return Voice("unnamed", string, "unnamed:" + names.fold(string), None, 0.6, mark)
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
        if lead == "spokesperson" and not asked:
            return self._spokesperson(first, stop, string, heads)
        body = next((h for h in heads[1:] if h.gives in ("government", "organisation", "outlet")), None)
        if lead == "office" and body is not None and "," in self.reading.words[heads[0].stop : body.first]:
            lead = body.gives  # `Właściciel terenu, spółka Ekogum`
        if lead in ("office", "spokesperson"):
            return self._office(first, stop, string, heads, asked)
        if lead:
            return self._headed(first, stop, string, heads, lead, asked)
        return self._headless.voice(first, stop, string, asked, quoting)

    def _one_of_many(self, first: int, stop: int, heads: Sequence[Head], lead: str) -> bool:
        """`एक पड़ोसी`, `یک مسافر`, `Suriyeli bir mülteci`: somebody counted as one, where no capital would show a name."""
        if self.language not in _COUNTING or lead in _BODIES or lead in ("document", "spokesperson"):
            return False
        one = next((i for i in range(first, stop - 1) if self.lows[i] in self._indefinite), None)
        if one is None:
            return False
        last = self.reading.words[stop - 1]
        named = self.language == "tr" and (last[0].isupper() or "'" in last)
        behind = heads[-1].stop if heads and heads[-1].first > one else stop
        return not named and (self.language == "fa" or stop - behind < _FULL_NAME)

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

    def _relative(self, token: int) -> bool:
        """Whether a pronoun opens a clause that describes: `Jansen, der wenige Spiele verpasste`."""
        return token < len(self.lows) and self.lows[token] in _RELATIVE

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

    def _office(self, first: int, stop: int, string: str, heads: Sequence[Head], asked: bool) -> Voice:
        if asked or self._one(first, heads):  # `un concejal`: an office that several hold, and no name
            mark = grade(self.lows[first:stop], heads, self.language)
            return Voice("unnamed", string, "unnamed:" + names.fold(string), None, 0.6, mark)
        known = self._cast.known(string)
        if known is not None and known.name:
            return person(known.name, known.role, 0.4, string)
        definite = self.lows[first] in self._articles and self.lows[first] not in self._indefinite
        bearer = self._cast.of_role(self.lows[heads[0].first]) if definite else None
        if bearer is not None and bearer.name:
            return Voice("person", bearer.name, bearer.key, bearer.role, 0.6, resolved_from=string)
        return person(string, None, TITLE_ALONE)

    def _headed(self, first: int, stop: int, string: str, heads: Sequence[Head], lead: str, asked: bool) -> Voice:
        kind = _CLASSES[lead]
        held = lead in _BODIES and not self._one(first, heads)
        if not held and self.lows[heads[0].first] in self._members:  # `un policía`
            kind = "unnamed"
        if (asked and lead != "document" and not held) or (lead in _GROUPS and self._one(first, heads)):
            kind = "unnamed"
        mark = grade(self.lows[first:stop], heads, self.language) if kind == "unnamed" else None
        key = f"{kind}:{self._uninflected(first, stop)}"
        return Voice(kind, string, key, None, 0.8, mark, plural=self._plural(lead, heads))

    def _uninflected(self, first: int, stop: int) -> str:
        """The words by which a voice is the same in other cases: without its article, a German genitive without its ending."""
        bare = first + (self.lows[first] in self._articles and stop - first > 1)
        words = self.lows[bare:stop]
        if self.language == "de" and self.lows[first] == "des":
            noun = next((i for i in range(bare, stop) if self.reading.words[i][0].isupper()), bare) - bare
            listed = heads_of.table(self.language)
            words[noun] = next((w for w in heads_of.stems(words[noun], "de")[1:] if w in listed), words[noun])
        return names.fold(" ".join(words))

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
        """Whether one person is meant: by an article for one before the head, by its ending where there are no articles."""
        if any(self.lows[i] in self._indefinite for i in range(max(0, first - 1), heads[0].first)):
            return True
        return heads[0].gives == "stance" and number.alone(self.lows[heads[0].first], self.language)

    def _plural(self, lead: str, heads: Sequence[Head]) -> bool:
        if lead in ("stance", "collective"):
            return True
        return lead in ("unnamed", "local") and number.plural(self.lows[heads[0].first])
