"""What the speech lexicon knows of one language, folded and ready to be looked up."""

from __future__ import annotations

from functools import cache

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.languages.folding import fold

LANGUAGES = frozenset(
    [
        "ar", "bg", "bn", "cs", "da", "de", "el", "es", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it", "nl", "no",
        "pl", "pt", "ro", "ru", "sk", "sr", "sv", "tr", "uk", "ur", "vi",
    ]
)  # fmt: skip
UNSPACED = frozenset(["ja", "ko", "zh"])
"""Languages that are read by characters (`unspaced`)."""
SAME = {"nb": "no", "nn": "no", "bs": "hr", "sh": "hr", "ms": "id", "in": "id", "iw": "he"}
"""Written languages that are read by the rows of another."""
CASELESS = frozenset(["ar", "bn", "fa", "he", "hi", "ur"])
"""Languages whose script has no capitals: a name does not show."""
VERB_FIRST = frozenset(["ar"])
VERB_LAST = frozenset(["bn", "hi", "tr", "ur"])
VERB_SECOND = frozenset(["da", "de", "nl", "no", "sv"])
UNSAID = frozenset(["ar", "bg", "cs", "el", "es", "hr", "hu", "it", "pl", "pt", "ro", "ru", "sk", "sr", "tr", "uk"])
"""Languages whose verbs may stand without a subject."""
AS = word_set("как як jak como come comme wie som kako zoals cum ako kot kuten ahogy όπως")
"""Words for *as* that open a clause of saying: `wie die Polizei mitteilte`."""
PERSONS = frozenset(["office", "spokesperson", "stance", "unnamed"])
"""Classes of head words that are people."""
TELLERS = frozenset(["document", "local", "spokesperson", "stance", "unnamed"])
"""Classes of head words whose describing and showing is a claim."""

_CUES = (
    "carrier", "his", "impersonal", "other", "passive", "post", "pre", "relative", "say", "seen", "shows", "sourced", "weak",
)  # fmt: skip
Phrases = dict[str, list[tuple[str, ...]]]
"""Forms of a family by their first word, the longest first."""


@cache
def phrases(language: str, family: str) -> Phrases:
    """The forms of a family by first word, longest first, folded as the text is."""
    index: Phrases = {}
    separable = speech.forms(language, "separable")
    for form in speech.forms(language, family):
        verb, _, particle = form.partition("+")
        if particle in separable:  # one word where the verb closes its clause: `wie die Polizei mitteilte`
            index.setdefault(fold(particle + verb), []).append((fold(particle + verb),))
        spelling = tuple(fold(w) for w in verb.replace("'", " ' ").split())
        for variant in _variants(spelling, language) if family in ("say", "pre", "weak") else (spelling,):
            index.setdefault(variant[0], []).append(variant)
    for listed in index.values():
        listed.sort(key=len, reverse=True)
    return index


def _variants(spelling: tuple[str, ...], language: str) -> tuple[tuple[str, ...], ...]:
    """Arabic and Hebrew write `and` together with the verb."""
    if language == "ar":
        return spelling, ("و" + spelling[0], *spelling[1:]), ("ف" + spelling[0], *spelling[1:])
    return (spelling, ("ו" + spelling[0], *spelling[1:])) if language == "he" else (spelling,)


@cache
def given(language: str) -> frozenset[str]:
    """Given names, those of every language and the language's own."""
    return frozenset(speech.forms("names", "given").keys() | speech.forms(language, "given").keys())


class Words:
    """The closed classes of one language: what opens a claim, ends a noun phrase, stands before a verb."""

    __slots__ = (
        "articles", "aux", "back", "bound", "close", "closing", "counts", "determiners", "documents", "finite", "heads",
        "joins", "language", "lead", "measures", "modal", "nobody", "object", "offices", "one", "opinion", "origin", "own",
        "papers", "participles", "particles", "people", "polite", "polite_forms", "prepositions", "pronouns", "reader",
        "slight", "stances", "starts", "sub", "tails", "tellers", "that", "things",
    )  # fmt: skip

    def __init__(self, language: str) -> None:
        def family(name: str) -> frozenset[str]:
            return frozenset(fold(form) for form in speech.forms(language, name))

        heads = speech.forms(language, "head")
        self.language = language
        self.that = family("that")
        """What opens a claim: `dass`, `que`."""
        self.bound = family("bound")
        """What ends a noun phrase or opens no subject: adverbs of time, prepositions."""
        self.close = family("close")
        """What a noun phrase goes on over a preposition behind: `fuentes cercanas a la familia`."""
        self.measures = family("measure")
        """What things depend on: `según la temporada`."""
        self.lead = family("lead")
        """What may open a clause before its subject: `doch`, `pero`."""
        self.sub = family("sub")
        """What opens a clause that is itself a part of another, with its verb at the end: `weil`, `die` behind a comma."""
        self.aux = family("aux")
        self.finite = family("finite")
        self.modal = family("modal")
        """What an infinitive depends on."""
        self.articles = family("article")
        self.joins = family("and")
        self.nobody = family("nobody")
        """Words that stand in a speaker's place and are none: `man`, `darin`."""
        self.one = family("one")
        """Articles and numerals for one: `un`, `jeden`."""
        self.own = family("own")
        """The first person: what the writer says is no attribution."""
        self.object = family("object")
        """Pronouns of the one to whom something is said."""
        self.heads = frozenset(fold(w.split()[0]) for w in heads) - self.articles
        self.closing = _closing(language)
        """Participles that say something only with a word right before them: `klar gemacht`."""
        self.participles = frozenset(fold(w.partition("+")[0]) for w in speech.participles(language))
        self.pronouns = family("pronoun")
        self.back = family("back")
        """Pronouns that stand for the sentence before: `das sagte X`."""
        self.origin = family("from")
        self.opinion = family("opinion")
        self.offices = frozenset(fold(w) for w, gives in heads.items() if gives in PERSONS)
        self.documents = frozenset(fold(w) for w, gives in heads.items() if gives == "document")
        self.stances = frozenset(fold(w) for w, gives in heads.items() if gives == "stance")
        self.papers = frozenset(fold(w) for w, gives in heads.items() if gives == "outlet")
        self.tellers = frozenset(fold(w) for w, gives in heads.items() if gives in TELLERS)
        self.particles = {name: _particles(language, name) for name in ("say", "weak")}
        self.tails = tuple(family("tail"))
        """Endings of compounds that name a source behind a preposition: `nach SPIEGEL-Informationen`."""
        self.determiners = family("determiner")
        self.counts = family("count")
        self.prepositions = family("preposition")
        """What opens no subject, unless a number follows."""
        self.reader = family("reader")
        self.polite = frozenset(form.capitalize() for form in speech.forms(language, "polite"))
        self.polite_forms = tuple(form.capitalize() for form in speech.forms(language, "polite-form"))
        self.things = family("thing")
        """Endings of nouns that do not speak."""
        self.people = family("people")
        """Endings of nouns for people."""
        self.slight = family("slight")
        """Verbs that say something only of somebody who is known to speak."""
        opening = {word for name in _CUES for word in phrases(language, name)}
        opening |= {"nach", "will", "wollen"} if self.tails else set()
        self.starts = frozenset(opening | {w.split()[0] for w in self.participles} | {"on"})
        """The words that a formula can begin with: most words of a text begin none."""


def _particles(language: str, name: str) -> dict[str, frozenset[str]]:
    """Verbs of a family that say something only with a particle later in the sentence: `teilte … mit`."""
    table: dict[str, set[str]] = {}
    plain: set[str] = set()
    for form in speech.forms(language, name):
        verb, _, particle = form.partition("+")
        if particle:
            table.setdefault(fold(verb), set()).add(fold(particle))
        else:
            plain.add(fold(verb))
    return {verb: frozenset(listed) for verb, listed in table.items() if verb not in plain}


def _closing(language: str) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for form in speech.participles(language):
        verb, _, needed = form.partition("+")
        if needed:
            table.setdefault(fold(verb), set()).add(fold(needed))
    return {verb: frozenset(listed) for verb, listed in table.items()}


@cache
def words(language: str) -> Words:
    """The words of `language`, one of `LANGUAGES`."""
    return Words(language)
