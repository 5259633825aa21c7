"""Two pages side by side: the sentences of their reporting, aligned, with offsets into each page's text."""

from __future__ import annotations

from bisect import bisect_right

from audit.lexicon import forms
from audit.lineage.align import align
from audit.lineage.overlap import Counted, overlap
from audit.model import AlignedPair, Alignment, Page, Span
from audit.provenance.attributions.reading.sentences import split

_BODY = frozenset({"standfirst", "body", "quote"})
"""Labels whose sentences are aligned; headlines are compared with headlines, apart."""
_BOILERPLATE = 0.5
"""Share of a sentence that credit and notice forms must cover to make it boilerplate."""


def align_pages(copy: Page, original: Page) -> Alignment:
    """Align the reporting of two pages; wrapper takes no part, so it does not matter how much of it there is."""
    mine, theirs = body_sentences(copy), body_sentences(original)
    found = align([s.of(copy.text) for s in mine], [s.of(original.text) for s in theirs])
    pairs = tuple(
        AlignedPair(m.kind, tuple(mine[i] for i in m.copy), tuple(theirs[j] for j in m.original), m.similarity, m.moved)
        for m in found
    )
    counted = [Counted(page.text, s, _boilerplate(page, s)) for page, s in ((copy, mine), (original, theirs))]
    return Alignment(pairs, overlap(pairs, counted[0], counted[1]))


def body_sentences(page: Page) -> tuple[Span, ...]:
    """The sentences of the page's running text, in order; none where the page is not assessable."""
    if not page.assessable:
        return ()
    blocks = [b.span for b in page.blocks if b.label in _BODY]
    return tuple(Span(s.start, s.end) for s in split(page.text, blocks, page.language))


def _boilerplate(page: Page, sentences: tuple[Span, ...]) -> frozenset[Span]:
    """The sentences that are mostly a credit or a notice: `Reporting by …`, `This story has not been edited …`."""
    covered: dict[Span, int] = {}
    for mark in forms.match(page.text, sentences):
        at = bisect_right(sentences, mark.start, key=lambda s: s.start) - 1
        if at >= 0 and sentences[at].covers(mark.span):
            covered[sentences[at]] = max(covered.get(sentences[at], 0), mark.end - mark.start)
    return frozenset(s for s, width in covered.items() if width >= _BOILERPLATE * (s.end - s.start))
