"""Everything of one page that the drift rules compare, read once: sentences, hedges, negations, numbers, dates, names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from audit.findings.case import Case
from audit.findings.drift.dates import Dated, read_dates
from audit.findings.drift.formulas import Formula, read_formulas
from audit.findings.drift.names import Name, read_names, title_case
from audit.findings.drift.numbers import Number, read_numbers
from audit.findings.drift.words import forms
from audit.lexicon import speech
from audit.lexicon.forms.folding import fold
from audit.model import Attribution, Span
from audit.provenance.attributions.finding import doubts_in
from audit.provenance.attributions.hedges import find_hedges
from audit.provenance.attributions.languages.words import LANGUAGES
from audit.provenance.attributions.reading.quotes import Quotation
from audit.provenance.attributions.reading.sentences import split
from audit.provenance.attributions.reading.tokens import Reading

Placed = TypeVar("Placed", Number, Dated, Name, Quotation, Attribution)

_LABELS = frozenset({"headline", "standfirst", "body", "quote"})
_SHORT_WORD = 3
"""Letters up to which a word is not taken for one that carries content."""
_NAMING = frozenset(["named", "identified", "name", "genannt", "nommé", "identifié", "identificado"])
_MODALS = frozenset(["may", "might", "could"])
_SAYING = frozenset(["say", "loaded", "deny", "tell"])
_SHOWING = frozenset(["find", "cite", "accuse", "urge", "reject"])
"""Classes of verbs by which somebody is said to say or to show something; not those of thinking and judging."""
_AROUND = 6
"""Words to each side of a hedge or a negation that say what it stands with."""


class Told:
    """One page's reporting as the drift rules read it; each reading is made on first use."""

    def __init__(self, case: Case, other: str | None = None) -> None:
        """`other` is the language of the page beside it, for one that does not say its own."""
        self.case = case
        self.language = (case.page.language or other or "en").split("-")[0].split("_")[0].lower()
        blocks = [b.span for b in case.page.blocks if b.label in _LABELS and b.visible]
        self.reading = Reading(case.text, split(case.text, blocks, self.language))

    @cached_property
    def written(self) -> date | None:
        """The day on which the page was published."""
        try:
            return datetime.fromisoformat((self.case.page.published or "").strip()[:10]).date()
        except ValueError:
            return None

    @cached_property
    def hedges(self) -> tuple[Span, ...]:
        """The hedges."""
        found: tuple[Span, ...] = ()
        if self.language == "en":
            found = tuple(sorted({*find_hedges(self.reading), *self._modals_in_titles()}))
        elif self.language in LANGUAGES:
            found = doubts_in(self.reading, self.language)
        return found

    def _modals_in_titles(self) -> Iterator[Span]:
        """`Ferry May Stop`: in title case a capital does not make the modal a month."""
        for begin, end in self.reading.sentences:
            if title_case(self.reading, begin, end):
                modals = (i for i in range(begin, end - 1) if self.reading.lows[i] in _MODALS)
                yield from (self.reading.span(i, i + 1) for i in modals if self.reading.words[i + 1][0].isalpha())

    @cached_property
    def negations(self) -> tuple[Span, ...]:
        """The words that deny."""
        return self._listed("negation")

    @cached_property
    def denials(self) -> tuple[Span, ...]:
        """The verbs that deny by their sense."""
        return self._listed("denial")

    def _listed(self, family: str) -> tuple[Span, ...]:
        table = forms(self.language, family)
        return tuple(self.reading.span(i, i + 1) for i, low in enumerate(self.reading.lows) if low in table)

    def asks_anonymity(self, span: Span) -> bool:
        """Whether the negation at `span` belongs to `asked not to be named`, `could not be identified`."""
        stop = self.reading.inside(span).stop
        return any(low in _NAMING for low in self.reading.lows[stop : stop + 5])

    @cached_property
    def dates(self) -> tuple[Dated, ...]:
        """Dates and times of day."""
        return tuple(read_dates(self.reading, self.language, self.written))

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """Numbers that are no dates."""
        return tuple(read_numbers(self.reading, self.language, [d.span for d in self.dates]))

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """Proper names."""
        return tuple(read_names(self.reading, self.language, [d.span for d in self.dates]))

    @cached_property
    def name_words(self) -> frozenset[str]:
        """Every word that is part of a name on the page."""
        return frozenset(w for name in self.names for w in name.words)

    @property
    def quotations(self) -> Sequence[Quotation]:
        """The outermost quotations."""
        return self.reading.quotations

    def quoted(self, span: Span) -> bool:
        """Whether the words at `span` stand inside a quotation."""
        tokens = self.reading.inside(span)
        return bool(tokens) and self.reading.quote[tokens.start] >= 0

    def stems(self, spans: Iterable[Span]) -> list[str]:
        """The beginnings of the longer words at `spans`, in order."""
        return [
            fold(self.reading.words[i])[:5]
            for span in spans
            for i in self.reading.inside(span)
            if len(self.reading.words[i]) > _SHORT_WORD and self.reading.words[i][0].isalnum()
        ]

    def around(self, span: Span, but: frozenset[str] = frozenset()) -> list[str]:
        """The stems of the words around `span` in its sentence: what it is said of."""
        tokens = self.reading.inside(span)
        if not tokens:
            return []
        begin, end = self.reading.sentences[self.reading.owner[tokens.start]]
        first, last = max(begin, tokens.start - _AROUND), min(end, tokens.stop + _AROUND)
        sides = []
        if first < tokens.start:
            sides.append(self.reading.span(first, tokens.start))
        if tokens.stop < last:
            sides.append(self.reading.span(tokens.stop, last))
        return [stem for stem in self.stems(sides) if stem not in but]

    @cached_property
    def speech_words(self) -> tuple[Span, ...]:
        """Words by which somebody is said to say, show or cite something, whether or not an attribution was found."""
        return self._cues(_SAYING | _SHOWING)

    @cached_property
    def saying_words(self) -> tuple[Span, ...]:
        """Those of them that are words of saying alone: `said`, `denied`, `according to`."""
        return self._cues(_SAYING)

    @cached_property
    def formulas(self) -> tuple[Formula, ...]:
        """Clauses that lay what stands beside them to somebody, whether or not an attribution was found."""
        return tuple(read_formulas(self.reading, self.speech_words))

    def _cues(self, classes: frozenset[str]) -> tuple[Span, ...]:
        if self.language == "en":
            verbs = speech.forms("english", "verb").items()
            table = frozenset(["according", "citing", "quoting", *(v for v, gives in verbs if gives in classes)])
        elif self.language in LANGUAGES:
            forms_of = (form for family in ("say", "pre", "post") for form in speech.forms(self.language, family))
            table = frozenset(form.partition("+")[0].split()[0] for form in forms_of)
        else:
            return ()
        found = (self.reading.span(i, i + 1) for i, low in enumerate(self.reading.lows) if low in table)
        return tuple(s for s in found if not self.quoted(s))

    @cached_property
    def claims(self) -> tuple[Attribution, ...]:
        """The attributions, in order of their first word."""
        return tuple(sorted(self.case.provenance.attributions, key=lambda a: a.start))


def within(items: Sequence[Placed], spans: Iterable[Span]) -> list[Placed]:
    """Those of `items` (in text order) that begin inside one of `spans`."""
    found: list[Placed] = []
    starts = [_start(item) for item in items]
    for span in spans:
        found += items[bisect_left(starts, span.start) : bisect_right(starts, span.end - 1)]
    return found


def _start(item: Number | Dated | Name | Quotation | Attribution) -> int:
    return item.span.start if isinstance(item, (Number, Dated, Name)) else item.start


def spans_within(items: Sequence[Span], spans: Iterable[Span]) -> list[Span]:
    """Those of `items` (in text order) that lie inside one of `spans`."""
    found: list[Span] = []
    for span in spans:
        at = bisect_left(items, span.start, key=lambda s: s.start)
        while at < len(items) and items[at].end <= span.end:
            found.append(items[at])
            at += 1
    return found
