"""What the drift rules look at: a copy and an original, aligned, each pair of passages with what either says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from audit.findings.case import Case
from audit.findings.drift.dates import Dated
from audit.findings.drift.difference import Difference
from audit.findings.drift.formulas import Formula
from audit.findings.drift.names import Name
from audit.findings.drift.numbers import Number
from audit.findings.drift.told import Told, spans_within, within
from audit.lexicon.forms.folding import fold
from audit.model import AlignedPair, Alignment, Attribution, Evidence, Span
from audit.provenance.attributions.reading.quotes import Quotation

_ALIKE = 0.5
"""Share of the longer words of the shorter headline that the other must have for the two to be compared."""
_RELATED = 0.25
_FEW = 2
"""Fewer words than this around a hedge or negation do not tell what it stands with."""


class Passage:
    """Sentences of one side of an aligned pair, and what they say."""

    def __init__(self, told: Told, spans: Sequence[Span]) -> None:
        self.told = told
        self.spans = tuple(spans)

    @property
    def text(self) -> str:
        """The words, sentences joined by a space."""
        return " ".join(s.of(self.told.case.text) for s in self.spans)

    @cached_property
    def stems(self) -> list[str]:
        """Beginnings of the longer words."""
        return self.told.stems(self.spans)

    @cached_property
    def hedges(self) -> list[Span]:
        """Hedges."""
        return spans_within(self.told.hedges, self.spans)

    @cached_property
    def every_negation(self) -> list[Span]:
        """Negations, wherever they stand."""
        return spans_within(self.told.negations, self.spans)

    @cached_property
    def negations(self) -> list[Span]:
        """Negations, but for those that describe a source: `an officer who asked not to be named`."""
        sources = [s for one in self.claims for s in one.source]
        return [
            span
            for span in self.every_negation
            if not any(s.covers(span) for s in sources) and not self.told.asks_anonymity(span)
        ]

    @cached_property
    def denials(self) -> list[Span]:
        """Verbs of denial."""
        return spans_within(self.told.denials, self.spans)

    @cached_property
    def speech_words(self) -> list[Span]:
        """Words of saying outside of quotations."""
        return spans_within(self.told.speech_words, self.spans)

    @cached_property
    def formulas(self) -> list[Formula]:
        """Clauses that lay something to somebody, by their words alone."""
        return [f for f in self.told.formulas if any(p.covers(f.source) for p in self.spans)]

    @cached_property
    def numbers(self) -> list[Number]:
        """Numbers that are no dates."""
        return within(self.told.numbers, self.spans)

    @cached_property
    def dates(self) -> list[Dated]:
        """Dates and times."""
        return within(self.told.dates, self.spans)

    @cached_property
    def names(self) -> list[Name]:
        """Proper names."""
        return within(self.told.names, self.spans)

    @cached_property
    def quotations(self) -> list[Quotation]:
        """Quotations that stand here, at least in part."""
        return [q for q in self.told.quotations if any(p.meets(q.span) for p in self.spans)]

    @cached_property
    def claims(self) -> list[Attribution]:
        """Attributions whose source, cue or content stands here, at least in part."""
        return [
            a for a in self.told.claims if any(s.meets(p) for s in (*a.source, *a.cue, *a.content) for p in self.spans)
        ]

    @property
    def sourced(self) -> bool:
        """Whether an attribution is made here, by its source or its cue, and not only in a sentence nearby."""
        return any(p.covers(s) for a in self.claims for s in (*a.source, *a.cue) for p in self.spans)

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """The passage itself."""
        return self.told.case.quotes(self.spans)

    def carries(self, stems: Sequence[str], share: float) -> bool:
        """Whether at least `share` of `stems` stand here; of few stems nothing can be told, and it is assumed."""
        own = set(self.stems)
        return len(stems) < _FEW or sum(s in own for s in stems) >= share * len(stems)


class Sides:
    """Two aligned passages that are not the same words. `headline` where they are the two headlines."""

    def __init__(self, copy: Passage, original: Passage, kind: AlignedPair, *, headline: bool = False) -> None:
        self.copy, self.original = copy, original
        self.kind = kind
        self.headline = headline
        self._quotes_aside = bool(copy.quotations) and bool(original.quotations)

    @cached_property
    def difference(self) -> Difference:
        """The two word by word."""
        return Difference(*((p.told, p.spans) for p in (self.copy, self.original)))

    def spoken_of(self, passage: Passage, spans: Sequence[Span]) -> list[Span]:
        """Those of `spans` that count: without what stands in quotations, where both sides quote.

        Where one side quotes and the other reports the same words indirectly, all count.
        """
        return [s for s in spans if not passage.told.quoted(s)] if self._quotes_aside else list(spans)


class Pair:
    """A copy and an original with their alignment. Views are computed on first use and kept."""

    def __init__(self, copy: Case, original: Case, alignment: Alignment) -> None:
        self.copy = Told(copy, original.page.language)
        self.original = Told(original, copy.page.language)
        self.alignment = alignment

    @property
    def one_language(self) -> bool:
        """Whether the two are written in the same language, as far as it is known."""
        return self.copy.language == self.original.language

    @cached_property
    def related(self) -> bool:
        """Whether the two are one text: a quarter of the sentences of the shorter one stand in the other."""
        mine = sum(len(p.copy) for p in self.alignment.pairs)
        theirs = sum(len(p.original) for p in self.alignment.pairs)
        shared = sum(min(len(p.copy), len(p.original)) for p in self.alignment.pairs)
        return shared > 0 and shared >= _RELATED * min(mine, theirs)

    @cached_property
    def changed(self) -> tuple[Sides, ...]:
        """The aligned passages that differ in their words, headlines first."""
        return tuple(self._changed())

    def _changed(self) -> Iterator[Sides]:
        if not self.one_language:
            return
        headlines = self.headlines
        if headlines is not None and fold(headlines.copy.text) != fold(headlines.original.text):
            yield headlines
        for pair in self.alignment.pairs:
            if pair.copy and pair.original and pair.kind != "verbatim" and not (pair.moved and pair.similarity == 1.0):
                yield Sides(Passage(self.copy, pair.copy), Passage(self.original, pair.original), pair)

    @cached_property
    def headlines(self) -> Sides | None:
        """The two headlines, where both have one and the two tell the same."""
        mine, theirs = (next(iter(t.case.labelled("headline")), None) for t in (self.copy, self.original))
        if mine is None or theirs is None:
            return None
        one, other = Passage(self.copy, [mine.span]), Passage(self.original, [theirs.span])
        a, b = set(one.stems), set(other.stems)
        if not a or not b or len(a & b) < _ALIKE * min(len(a), len(b)):
            return None
        return Sides(one, other, AlignedPair("edited", (mine.span,), (theirs.span,), 0.0), headline=True)

    @cached_property
    def added(self) -> tuple[Passage, ...]:
        """Sentences of the copy that come from nowhere in the original."""
        return tuple(Passage(self.copy, p.copy) for p in self.alignment.pairs if not p.original)

    @cached_property
    def dropped(self) -> tuple[Passage, ...]:
        """Sentences of the original that are not in the copy, in the original's order."""
        found = sorted((p.original for p in self.alignment.pairs if not p.copy), key=lambda s: s[0].start)
        return tuple(Passage(self.original, spans) for spans in found)
