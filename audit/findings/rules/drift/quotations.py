"""Words inside quotation marks that are not the words of the original."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel, LCSseq

from audit.findings.drift.pair import Pair, Passage
from audit.findings.drift.rule import PairDraft, PairRule
from audit.findings.drift.specimen import pair
from audit.findings.drift.told import Told
from audit.lexicon.forms.folding import fold
from audit.model import Span
from audit.provenance.attributions.reading.quotes import Quotation

_CUT = re.compile(r"\[[^\]]{0,80}\]|\.\.\.+|…|\([^)]{0,80}\)")
"""Where a quotation may rightly leave words out or put some in."""
_WORD = re.compile(r"\w+")
_ALIKE = 0.5
_LEAST = 3
"""Words of a quotation that are compared; of fewer it cannot be told what they come from."""
_TOLD = 0.6
"""Share of a quotation's words that the original must tell in its own words, in order, to be where it comes from."""


def _altered(two: Pair) -> Iterator[PairDraft]:
    if not two.one_language:
        return
    every = f" {' '.join(' '.join(_words(two.original, q)) for q in two.original.quotations)} "
    seen: set[int] = set()
    for sides in two.changed:
        for quotation in sides.copy.quotations:
            if quotation.start in seen:
                continue
            seen.add(quotation.start)
            pieces = [p for p in _pieces(two.copy.case.text, quotation) if len(p) >= _LEAST]
            if not pieces or all(f" {' '.join(p)} " in every for p in pieces):
                continue
            mine = _words(two.copy, quotation)
            source = _likeliest(mine, sides.original)
            if source is None and len(sides.copy.quotations) == len(sides.original.quotations) == 1:
                source = sides.original.quotations[0]  # the one quotation of either side, in a passage that is the same
            if source is not None:
                yield _draft(two, quotation, Span(source.start, source.end), "words of a quotation differ")
            elif not sides.original.quotations and _told(mine, sides.original):
                yield _draft(two, quotation, sides.original.spans[0], "the original has these words as its own")


def _pieces(text: str, quotation: Quotation) -> list[list[str]]:
    inner = text[quotation.inner_start : quotation.inner_end]
    return [_WORD.findall(fold(piece)) for piece in _CUT.split(inner)]


def _words(told: Told, quotation: Quotation) -> list[str]:
    return _WORD.findall(fold(told.case.text[quotation.inner_start : quotation.inner_end]))


def _likeliest(mine: Sequence[str], original: Passage) -> Quotation | None:
    """The original's quotation that is most like it, where one is like it at all."""
    best: tuple[float, Quotation] | None = None
    for quotation in original.quotations:
        likeness = float(Indel.normalized_similarity(mine, _words(original.told, quotation)))
        contained = float(LCSseq.similarity(mine, _words(original.told, quotation))) / max(1, len(mine))
        score = max(likeness, 0.8 * contained)
        if score >= _ALIKE and (best is None or score > best[0]):
            best = (score, quotation)
    return best[1] if best else None


def _told(mine: Sequence[str], original: Passage) -> bool:
    words = _WORD.findall(fold(original.text))
    return float(LCSseq.similarity(mine, words)) >= _TOLD * len(mine)


def _draft(two: Pair, quotation: Quotation, source: Span, how: str) -> PairDraft:
    mine, theirs = two.copy.case, two.original.case
    return PairDraft(
        f"“{mine.words(quotation.inner_start, quotation.inner_end)}” is quoted otherwise than in the original: {how}.",
        (mine.quote(quotation.span),),
        (theirs.quote(source),),
        confidence=0.9 if how.startswith("words") else 0.7,
    )


QUOTE_ALTERED = PairRule(
    code="DRF606",
    name="quote-altered",
    level="error",
    consumes="pair",
    summary="Words inside quotation marks are not the original's, though they come from there.",
    why="Quotation marks promise the speaker's exact words. A copy that changes them puts words into somebody's mouth.",
    answer="Quote as the original does, or report in own words without the marks.",
    standards=(
        "AP and Reuters style: never alter quotations, not even to correct minor errors",
        "SPJ, Code of Ethics: never deliberately distort facts or context",
    ),
    false_positives=("Another translation of words spoken in a third language.", "A spelling adapted to house style."),
    check=_altered,
    fires=(
        lambda: pair(
            ["body: “We were told everything until the barriers stood there,” Brandt said."],
            ["body: “We were told nothing until the barriers stood there,” Brandt said."],
        ),
        lambda: pair(
            ["body: “The old ferry cannot be saved any more,” Brandt said."],
            ["body: Brandt said the old ferry could not be saved any more."],
        ),
    ),
    spares=(
        lambda: pair(
            ["body: “We were told nothing,” said Ivo Brandt, a pilot."],
            ["body: “We were told nothing until the barriers stood there,” Brandt said."],
        ),
        lambda: pair(
            ["body: “We were told nothing … [before] the barriers stood there,” Brandt complained."],
            ["body: “We were told nothing until the barriers stood there,” Brandt said."],
        ),
        lambda: pair(
            ["body: Brandt said that nobody had told them before the barriers stood there."],
            ["body: “We were told nothing until the barriers stood there,” Brandt said."],
        ),
    ),
)

RULES = (QUOTE_ALTERED,)
