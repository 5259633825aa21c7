"""What became of a claim's source: left out, cut out of the chain, or made definite."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import SURE
from audit.findings.drift.pair import Pair, Passage, Sides
from audit.findings.drift.rule import PairDraft, PairRule
from audit.findings.drift.specimen import pair
from audit.findings.drift.told import Told
from audit.findings.specimen import claim, person, unnamed, voice
from audit.lexicon.forms.folding import fold
from audit.model import Attribution, Evidence, Span

_CARRIED = 0.4
"""Share of a claim's longer words that the copy must have to be said to tell it."""
_SAME_CLAIM = 0.3
_DEFINITE = ("person", "organisation", "government", "document")


def _claims(sides: Sides) -> Iterator[Attribution]:
    """The original's claims with a source that stands in the passage, and that the copy tells."""
    told = sides.original.told
    for one in sides.original.claims:
        inside = any(p.covers(s) for s in (one.source or one.cue) for p in sides.original.spans)
        if one.where != "body" or not one.source or not inside or one.confidence < SURE or one.voice.type == "none":
            continue
        if sides.copy.carries(_content(told, one), _CARRIED):
            yield one


def _content(told: Told, one: Attribution) -> list[str]:
    return told.stems(one.content)


def _counterpart(sides: Sides, one: Attribution) -> Attribution | None:
    """The copy's claim of the same content, or the one with the same source where the words differ."""
    wanted = set(_content(sides.original.told, one))
    best: tuple[float, Attribution] | None = None
    for other in sides.copy.claims:
        have = set(_content(sides.copy.told, other))
        share = len(wanted & have) / max(1, min(len(wanted), len(have)))
        if best is None or share > best[0]:
            best = (share, other)
    return best[1] if best is not None and (best[0] >= _SAME_CLAIM or len(sides.copy.claims) == 1) else None


def _kept(sides: Sides, one: Attribution) -> bool:
    """Whether the copy still says that somebody says so, even where no attribution was found in it."""
    if len(sides.copy.speech_words) >= len(sides.original.speech_words) > 0:
        return True
    cue = sides.original.told.stems(one.cue)
    return bool(cue) and all(stem in sides.copy.stems for stem in cue)


def _dropped(two: Pair) -> Iterator[PairDraft]:
    for sides in two.changed:
        if sides.headline:
            continue
        for one in _claims(sides):
            told = sides.original.told
            other = _counterpart(sides, one)
            if other is None or (other.voice.type == "none" and not other.source):
                told_by_nobody = other is not None or not sides.copy.claims
                if told_by_nobody and not _kept(sides, one):
                    yield _without(sides, one)
            else:
                missing = [name for name in one.relayed_by if not _named(sides.copy, name, other)]
                if missing:
                    at = one.relay_evidence[:1] or one.source[:1]
                    yield PairDraft(
                        f"The original has this claim through {missing[0]}; the copy gives it without that step.",
                        sides.copy.evidence,
                        (*told.case.quotes(at), *told.case.quotes(one.content[:1])),
                        confidence=0.8 * one.confidence,
                    )


def _without(sides: Sides, one: Attribution) -> PairDraft:
    case = sides.original.told.case
    source = case.source_of(one)
    return PairDraft(
        f"The original lays this to “{case.words(source.start, source.end)}”; the copy states it as a fact.",
        sides.copy.evidence,
        (source, *case.quotes(one.content[:1])),
        confidence=one.confidence,
    )


def _named(copy: Passage, name: str, other: Attribution) -> bool:
    words = fold(copy.text)
    wanted = fold(name)
    return wanted in words or any(fold(n) == wanted for n in other.relayed_by) or fold(other.voice.name or "") == wanted


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
            theirs={
                "claims": [
                    claim(
                        "port sources",
                        "said",
                        "The ferry company will stop its summer service",
                        unnamed("port sources", "G2"),
                    )
                ]
            },
        ),
        lambda: pair(
            ["body: Port sources said the ferry company will stop its service."],
            ["body: Coast TV reported, citing port sources, that the ferry company will stop its service."],
            mine={
                "claims": [
                    claim(
                        "Port sources",
                        "said",
                        "the ferry company will stop its service",
                        unnamed("Port sources", "G2"),
                    )
                ]
            },
            theirs={
                "claims": [
                    claim(
                        "port sources",
                        "citing",
                        "the ferry company will stop its service",
                        unnamed("port sources", "G2"),
                        relayed_by=("Coast TV",),
                        relay_basis="observed",
                    )
                ]
            },
        ),
    ),
    spares=(
        lambda: pair(
            ["body: According to port sources, the company will end its summer service."],
            ["body: The ferry company will stop its summer service, port sources said."],
            mine={
                "claims": [
                    claim(
                        "port sources",
                        "According to",
                        "the company will end its summer service",
                        unnamed("port sources", "G2"),
                    )
                ]
            },
            theirs={
                "claims": [
                    claim(
                        "port sources",
                        "said",
                        "The ferry company will stop its summer service",
                        unnamed("port sources", "G2"),
                    )
                ]
            },
        ),
        lambda: pair(
            ["body: The ferry has room for two hundred passengers."],
            ["body: The ferry has room for 200 passengers, and it will stop, port sources said."],
            theirs={"claims": [claim("port sources", "said", "it will stop", unnamed("port sources", "G2"))]},
        ),
    ),
)


def _made_definite(two: Pair) -> Iterator[PairDraft]:
    for sides in two.changed:
        if sides.headline:
            continue
        for one in _claims(sides):
            other = _counterpart(sides, one)
            if one.voice.type != "unnamed" or other is None or not other.source or other.voice.type not in _DEFINITE:
                continue
            if other.confidence < SURE or _same_words(sides, one.source, other.source):
                continue
            mine, theirs = sides.copy.told.case.source_of(other), sides.original.told.case.source_of(one)
            yield PairDraft(
                f"The original has it from “{theirs.quote}”, whom it does not name; the copy from “{mine.quote}”.",
                (mine, *_content_of(sides.copy, other)),
                (theirs, *_content_of(sides.original, one)),
                confidence=min(one.confidence, other.confidence),
            )


def _same_words(sides: Sides, theirs: tuple[Span, ...], mine: tuple[Span, ...]) -> bool:
    """Whether the two sources share what they are called by: the last of their longer words."""
    one, other = sides.original.told.stems(theirs), sides.copy.told.stems(mine)
    return bool(one) and bool(other) and (one[-1] in other or set(one) == set(other))


def _content_of(passage: Passage, one: Attribution) -> tuple[Evidence, ...]:
    return passage.told.case.quotes(one.content[:1])


MADE_DEFINITE = PairRule(
    code="DRF603",
    name="anonymous-made-definite",
    level="error",
    consumes="pair",
    needs="attributions",
    summary="An unnamed source of the original has become a named person, body or authority in the copy.",
    why="An official who may not speak is not the government speaking. The copy gives the claim a weight that it never had.",
    answer="Describe the source as the original does.",
    standards=(
        "AP, Statement of News Values: a source is described as truthfully as the agreement with it allows",
        "Reuters, Handbook of Journalism: be as specific as possible about sources, and no more",
    ),
    false_positives=("A copy that learnt the name by its own reporting.",),
    check=_made_definite,
    fires=(
        lambda: pair(
            ["body: The harbour ministry said the ferry would stop in summer."],
            ["body: A security source said the ferry would stop in summer."],
            mine={
                "claims": [
                    claim(
                        "The harbour ministry",
                        "said",
                        "the ferry would stop in summer",
                        voice("government", "The harbour ministry"),
                    )
                ]
            },
            theirs={
                "claims": [
                    claim("A security source", "said", "the ferry would stop in summer", unnamed("A security source"))
                ]
            },
        ),
    ),
    spares=(
        lambda: pair(
            ["body: The ferry will stop in summer, a source in the security services told reporters."],
            ["body: A security source said the ferry would stop in summer."],
            mine={
                "claims": [
                    claim(
                        "a source in the security services",
                        "told",
                        "The ferry will stop in summer",
                        unnamed("a source in the security services"),
                    )
                ]
            },
            theirs={
                "claims": [
                    claim("A security source", "said", "the ferry would stop in summer", unnamed("A security source"))
                ]
            },
        ),
        lambda: pair(
            ["body: Ivo Brandt told reporters the ferry would stop in summer."],
            ["body: Ivo Brandt said the ferry would stop in summer."],
            mine={"claims": [claim("Ivo Brandt", "told", "the ferry would stop in summer", person("Ivo Brandt"))]},
            theirs={"claims": [claim("Ivo Brandt", "said", "the ferry would stop in summer", person("Ivo Brandt"))]},
        ),
    ),
)

RULES = (ATTRIBUTION_DROPPED, MADE_DEFINITE)
