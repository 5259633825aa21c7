"""A headline of the copy that says more than the original does."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.drift.pair import Pair, Passage
from audit.findings.drift.rule import PairDraft, PairRule
from audit.findings.drift.specimen import pair
from audit.findings.rules.headlines import ALIKE
from audit.findings.sketches import claim, nobody, unnamed
from audit.lexicon.forms.folding import fold
from audit.model import Attribution, Span


def _headline_stronger(two: Pair) -> Iterator[PairDraft]:
    headline = next(iter(two.copy.case.labelled("headline")), None)
    if headline is None or not two.one_language:
        return
    mine = Passage(two.copy, [headline.span])
    theirs = two.headlines
    if theirs is not None and not mine.hedges and theirs.original.hedges and not _hedged_by_marks(mine.text):
        if len(mine.claims) <= len(theirs.original.claims) and len(mine.speech_words) <= len(
            theirs.original.speech_words
        ):
            yield _stronger(mine, theirs.original, theirs.original.hedges[0], "headline")
            return
    if mine.hedges or mine.claims or mine.speech_words or _hedged_by_marks(mine.text):
        return
    if theirs is not None:
        if fold(mine.text) == fold(theirs.original.text):
            return
        other = theirs.original
        lost = other.hedges or [s for a in other.claims for s in (*a.source, *a.cue)][:1] or other.speech_words
        lost = lost or ([other.spans[0]] if _hedged_by_marks(other.text) else [])
        if lost:
            yield _stronger(mine, other, lost[0], "headline")
            return
    yield from _against_body(two, mine)


def _against_body(two: Pair, mine: Passage) -> Iterator[PairDraft]:
    """The headline beside the statement of the original's text that it repeats."""
    words = set(mine.stems)
    own = two.headlines.original if two.headlines else None
    if len(words) < 3 or (own is not None and not own.hedges and not own.claims and words <= set(own.stems)):
        return
    told = two.original
    for one in told.claims:
        if one.where != "body" or not (one.hedges or one.voice.type in ("unnamed", "none")) or not one.content:
            continue
        if len(words & set(told.stems(one.content))) < ALIKE * len(words):
            continue
        yield _stronger(mine, Passage(told, one.content[:1]), _weakest(one), "text")
        return


def _weakest(one: Attribution) -> Span:
    return (*one.hedges, *one.source, *one.cue, *one.content)[0]


def _stronger(mine: Passage, other: Passage, lost: Span, where: str) -> PairDraft:
    case = other.told.case
    head = mine.spans[0]
    return PairDraft(
        f"The copy's headline states “{mine.told.case.words(head.start, head.end)}”; "
        f"the original's {where} says so only with “{case.words(lost.start, lost.end)}”.",
        mine.evidence,
        (case.quote(lost), *other.evidence[:1]),
        confidence=0.8 if where == "headline" else 0.6,
        key="headline-stronger",
    )


def _hedged_by_marks(text: str) -> bool:
    """A headline's own ways of leaving a claim with others: `Minister: ferry stops`, quotation marks, a question."""
    return any(mark in text for mark in ':?“”"«»„‘')


HEADLINE_STRONGER = PairRule(
    code="DRF608",
    name="headline-stronger",
    level="warning",
    consumes="pair",
    needs="attributions",
    summary="The copy's headline states as fact what the original hedges or lays to somebody.",
    why="Most readers see only the headline, and every copy of the copy carries it on.",
    answer="Put the source or the hedge into the headline.",
    standards=(
        "BBC, Editorial Guidelines, accuracy: headlines reflect the content",
        "Reuters, Handbook of Journalism: source the headline",
    ),
    false_positives=(
        "A fact that other paragraphs establish.",
        "A headline that asks or quotes in a way not known here.",
    ),
    check=_headline_stronger,
    fires=(
        lambda: pair(
            ["headline: Study finds ferry noise harms seals", "body: The seals were counted."],
            ["headline: Study finds ferry noise may harm seals", "body: The seals were counted."],
        ),
        lambda: pair(
            ["headline: Ferry Company Stops Summer Service", "body: Port crews were told."],
            ["headline: Ferry Company May Stop Summer Service", "body: Port crews were told."],
        ),
        lambda: pair(
            ["headline: Ferry company stops summer service", "body: Port crews were told."],
            ["headline: Harbour in doubt", "body: The ferry company stops its summer service, port sources said."],
            theirs={
                "claims": [
                    claim(
                        "port sources",
                        "said",
                        "The ferry company stops its summer service",
                        unnamed("port sources", "G2"),
                    )
                ]
            },
        ),
    ),
    spares=(
        lambda: pair(
            ["headline: Ferry noise could harm the seals, study finds", "body: The seals were counted."],
            ["headline: Study finds ferry noise may harm seals", "body: The seals were counted."],
        ),
        lambda: pair(
            ["headline: Ferry Company Could Stop Summer Service", "body: Port crews were told."],
            ["headline: Ferry Company May Stop Summer Service", "body: Port crews were told."],
        ),
        lambda: pair(
            ["headline: Sources: ferry company stops summer service", "body: Port crews were told."],
            ["headline: Ferry reportedly stops summer service", "body: Port crews were told."],
            theirs={"claims": [claim("", "", "Ferry reportedly stops summer service", nobody(), where="headline")]},
        ),
    ),
)

RULES = (HEADLINE_STRONGER,)
