"""What became of a claim's source: left out, or cut out of the chain."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from audit.findings.case import SURE
from audit.findings.drift.names import Name
from audit.findings.drift.pair import Pair, Passage, Sides
from audit.findings.drift.rule import PairDraft, PairRule
from audit.findings.drift.specimen import pair
from audit.findings.sketches import claim, unnamed
from audit.lexicon.forms.folding import fold
from audit.model import Attribution, Span

CARRIED = 0.4
"""Share of a claim's longer words that the other text must have to be said to tell it."""
_HEARD = 0.1
"""Confidence from which an attribution counts, where the words that made it are gone from the copy."""
_LEFT_OUT = 0.5
"""Share of the words for source and cue that must have nothing in their place."""
SOURCED = 0.3
"""Confidence from which a source counts where one is set beside another."""
_CLAUSE_GONE = 0.7
_REST_KEPT = 0.7
"""Shares of a clause's words that must be gone, and of the words around it that must have a counterpart."""
_MOST_CLAUSES = 8
BY_WORDS = 0.7
"""Confidence where the words themselves speak and no attribution was found in them."""
SHORT = 3
"""Letters up to which a word is not one by which somebody is called."""


def own_claims(passage: Passage, least: float) -> list[Attribution]:
    """The attributions that are made in the passage, by their source and their cue, each source once."""
    found: dict[Span, Attribution] = {}
    for one in passage.claims:
        here = [p for p in passage.spans if one.source and p.covers(one.source[0])]
        if here and one.confidence >= least and one.voice.type != "none" and any(here[0].covers(c) for c in one.cue):
            found.setdefault(one.source[0], one)
    return [found[span] for span in sorted(found)]


def _gone(sides: Sides, one: Attribution) -> bool:
    """Whether the words for source and cue are gone from the copy, with nothing in their place."""
    told, stems = sides.original.told, set(sides.copy.stems)
    source = told.stems(one.source)
    if set(source[-1:]) & stems or sum(stem in stems for stem in source) * 2 > len(source):
        return False
    if any(stem in stems for stem in told.stems(one.cue)):
        return False
    return sides.difference.share_gone([*one.source, *one.cue]) > _LEFT_OUT


def _dropped(two: Pair) -> Iterator[PairDraft]:
    for sides in two.changed:
        if sides.headline or len(sides.copy.speech_words) >= len(sides.original.speech_words):
            continue
        relays = list(_relays_gone(sides))
        yield from relays
        theirs, mine = own_claims(sides.original, _HEARD), own_claims(sides.copy, SURE)
        lost = [one for one in theirs if _gone(sides, one) and _told(sides, one)] if not relays else []
        lost = lost[: max(0, len(theirs) - len(mine))]
        yield from (_without(sides, one) for one in lost)
        if not relays and not lost:
            yield from _clauses_gone(sides)


def _clauses_gone(sides: Sides) -> Iterator[PairDraft]:
    """Clauses for a source that are gone as words, while the rest of the passage stands; the tagger need not have them."""
    more = len(sides.original.speech_words) - len(sides.copy.speech_words)
    stems = set(sides.copy.stems)
    told = sides.original.told
    for one in [f for f in sides.original.formulas if not told.quoted(f.source)][:_MOST_CLAUSES]:
        if more <= 0 or any(stem in stems for stem in told.stems([one.source])[-1:]):
            continue
        difference = sides.difference
        if difference.share_gone([one.whole]) > _CLAUSE_GONE and difference.share_kept_but(one.whole) > _REST_KEPT:
            more -= 1
            source = told.case.quote(one.source)
            yield PairDraft(
                f"The original lays this to “{source.quote}”; the copy does not.",
                sides.copy.evidence,
                (source, *sides.original.evidence[:1]),
                confidence=BY_WORDS,
            )


def _told(sides: Sides, one: Attribution) -> bool:
    return sides.copy.carries(sides.original.told.stems(one.content), CARRIED)


def _without(sides: Sides, one: Attribution) -> PairDraft:
    case = sides.original.told.case
    source = case.source_of(one)
    return PairDraft(
        f"The original lays this to “{case.words(source.start, source.end)}”; the copy does not.",
        sides.copy.evidence,
        (source, *case.quotes(one.content[:1])),
        confidence=max(SURE, one.confidence),
    )


def _relays_gone(sides: Sides) -> Iterator[PairDraft]:
    """Newsrooms through which the original has a claim, and that the copy leaves out while it keeps the source behind."""
    if not sides.copy.speech_words or any(not stands_in(name, sides.original) for name in sides.copy.names):
        return
    copied, case = fold(sides.copy.text), sides.original.told.case
    seen: set[str] = set()
    for one in sides.original.claims:
        for name in _newsrooms(sides.original, one):
            if fold(name) not in seen and fold(name) in fold(sides.original.text) and not _kept(name, copied):
                seen.add(fold(name))
                yield PairDraft(
                    f"The original has this through “{name}”; the copy gives it without that step.",
                    sides.copy.evidence,
                    (*sides.original.evidence[:1], *case.quotes(one.source[:1])),
                    confidence=0.8,
                )


def _kept(name: str, copied: str) -> bool:
    """Whether a word of a newsroom's name is left, be it that the rest of the name differs."""
    return fold(name) in copied or any(word in copied for word in fold(name).split() if len(word) > SHORT)


def _newsrooms(original: Passage, one: Attribution) -> Iterator[str]:
    """The names of newsrooms that an attribution goes through, or that make it while they cite somebody else."""
    yield from one.relayed_by
    citing = any(stem in _CITING for stem in original.stems)
    if one.source and one.voice.name and (one.voice.type == "outlet" or (one.voice.type == "organisation" and citing)):
        if any(p.covers(one.source[0]) for p in original.spans) and citing:
            yield one.source[0].of(original.told.case.text)
    if citing:
        ends = {clause.source.end for clause in original.formulas}
        yield from (name.span.of(original.told.case.text) for name in original.names if name.span.end in ends)


_CITING = frozenset(["citin", "quoti", "cited", "quote"])


def stands_in(name: Name, original: Passage) -> bool:
    """Whether a name of the passage has a word of this one."""
    return any(set(name.words) & set(other.words) for other in original.names)


def _port_sources(source: str, cue: str, content: str, **more: Any) -> dict[str, Any]:
    """What a passage of the examples has: one claim of unnamed port sources."""
    return {"claims": [claim(source, cue, content, unnamed(source, "G2"), **more)]}


ATTRIBUTION_DROPPED = PairRule(
    code="DRF601",
    name="attribution-dropped",
    level="warning",
    consumes="pair",
    needs="attributions",
    summary="The original lays a claim to somebody; the copy states it as a fact, or leaves out a newsroom it came through.",
    why="A reader of the copy can no longer tell who says so, and takes a claim for something that was established.",
    answer="Restore the source, with every newsroom through which the claim came.",
    standards=(
        "Reuters, Handbook of Journalism: every statement that is open to dispute is attributed",
        "SPJ, Code of Ethics: identify sources clearly",
    ),
    false_positives=(
        "A source named one sentence earlier in the copy.",
        "A claim that became common knowledge between the two.",
    ),
    check=_dropped,
    fires=(
        lambda: pair(
            ["body: The ferry company will stop its summer service."],
            ["body: The ferry company will stop its summer service, port sources said."],
            theirs=_port_sources("port sources", "said", "The ferry company will stop its summer service"),
        ),
        lambda: pair(
            ["body: The ferry was to be sold before the winter."],
            ["body: The ferry was to be sold before the winter, letters from the harbour board show."],
        ),
        lambda: pair(
            ["body: Port sources said the ferry company will stop its service."],
            ["body: Coast TV reported, citing port sources, that the ferry company will stop its service."],
            mine=_port_sources("Port sources", "said", "the ferry company will stop its service"),
            theirs=_port_sources(
                "port sources",
                "citing",
                "the ferry company will stop its service",
                relayed_by=("Coast TV",),
                relay_basis="observed",
            ),
        ),
    ),
    spares=(
        lambda: pair(
            ["body: According to port sources, the company will end its summer service."],
            ["body: The ferry company will stop its summer service, port sources said."],
            mine=_port_sources("port sources", "According to", "the company will end its summer service"),
            theirs=_port_sources("port sources", "said", "The ferry company will stop its summer service"),
        ),
        lambda: pair(
            ["body: Letters from the harbour board show the ferry was to be sold before the winter."],
            ["body: The ferry was to be sold before the winter, letters from the harbour board show."],
        ),
        lambda: pair(
            ["body: The ferry was to be sold before the winter."],
            ["body: The ferry was to be sold before the winter, and nobody in the harbour wants to say why."],
        ),
        lambda: pair(
            ["body: The ferry has room for two hundred passengers."],
            ["body: The ferry has room for 200 passengers, and it will stop, port sources said."],
            theirs=_port_sources("port sources", "said", "it will stop"),
        ),
    ),
)


RULES = (ATTRIBUTION_DROPPED,)
