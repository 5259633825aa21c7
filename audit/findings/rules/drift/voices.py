"""What became of a claim's source: left out, cut out of the chain, or made definite."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import SURE
from audit.findings.drift.names import Name
from audit.findings.drift.pair import Pair, Passage, Sides
from audit.findings.drift.rule import PairDraft, PairRule
from audit.findings.drift.specimen import pair
from audit.findings.drift.words import forms
from audit.findings.sketches import claim, person, unnamed, voice
from audit.lexicon.forms.folding import fold
from audit.model import Attribution, Evidence, Span

_CARRIED = 0.4
"""Share of a claim's longer words that the other text must have to be said to tell it."""
_HEARD = 0.1
"""Confidence from which an attribution counts, where the words that made it are gone from the copy."""
_LEFT_OUT = 0.5
"""Share of the words for source and cue that must have nothing in their place."""
_SOURCED = 0.3
"""Confidence from which a source counts where one is set beside another."""
_CLAUSE_GONE = 0.7
_REST_KEPT = 0.7
"""Shares of a clause's words that must be gone, and of the words around it that must have a counterpart."""
_MOST_CLAUSES = 8
_BY_WORDS = 0.7
"""Confidence where the words themselves speak and no attribution was found in them."""
_DEFINITE = ("person", "organisation", "government", "document")


def _own(passage: Passage, least: float) -> list[Attribution]:
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
        theirs, mine = _own(sides.original, _HEARD), _own(sides.copy, SURE)
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
                confidence=_BY_WORDS,
            )


def _told(sides: Sides, one: Attribution) -> bool:
    return sides.copy.carries(sides.original.told.stems(one.content), _CARRIED)


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
    if not sides.copy.speech_words or any(not _stands_in(name, sides.original) for name in sides.copy.names):
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
    return fold(name) in copied or any(word in copied for word in fold(name).split() if len(word) > _SHORT)


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


def _stands_in(name: Name, original: Passage) -> bool:
    return any(set(name.words) & set(other.words) for other in original.names)


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
            ["body: The ferry was to be sold before the winter."],
            ["body: The ferry was to be sold before the winter, letters from the harbour board show."],
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
            theirs={"claims": [claim("port sources", "said", "it will stop", unnamed("port sources", "G2"))]},
        ),
    ),
)


def _made_definite(two: Pair) -> Iterator[PairDraft]:
    for sides in two.changed:
        if sides.headline:
            continue
        theirs, mine = _own(sides.original, _SOURCED), _own(sides.copy, _SOURCED)
        kept = fold(sides.original.text)
        new = [
            m
            for m in mine
            if m.voice.type in _DEFINITE
            and sides.copy.told.stems(m.source)
            and fold(_source(sides.copy, m)) not in kept
        ]
        found = False
        for one in theirs:
            if one.voice.type != "unnamed":
                continue
            other = next((m for m in new if _same_claim(sides, one, m) and _stands_for(sides, one, m)), None)
            if other is None:
                continue
            found = True
            new.remove(other)
            said, had = sides.copy.told.case.source_of(other), sides.original.told.case.source_of(one)
            yield PairDraft(
                f"The original has it from “{had.quote}”, whom it does not name; the copy from “{said.quote}”.",
                (said, *_content_of(sides.copy, other)),
                (had, *_content_of(sides.original, one)),
                confidence=max(SURE, min(one.confidence, other.confidence)),
            )
        if not found:
            yield from _clause_made_definite(sides)


def _stands_for(sides: Sides, one: Attribution, other: Attribution) -> bool:
    """Whether `other` is more definite than the unnamed `one`: it has a name, or is `the …` in place of another noun."""
    if _new_name(sides, other.source[0]):
        return True
    return _source_gone(sides, one.source[0]) and not _opens(sides.original, one.source[0], "definite")


def _clause_made_definite(sides: Sides) -> Iterator[PairDraft]:
    """`two delegates said` on one side and `the secretariat said` on the other, read off the clauses alone."""
    theirs = [f.source for f in sides.original.formulas if _vague(sides.original, f.source)]
    kept = fold(sides.original.text)
    saying = set(sides.copy.told.saying_words)
    said_by = [f.source for f in sides.copy.formulas if f.cue in saying]
    mine = [span for span in said_by if fold(span.of(sides.copy.told.case.text)) not in kept]
    if len(theirs) != 1 or any(_vague(sides.copy, f.source) for f in sides.copy.formulas):
        return
    old = set(sides.original.stems)
    for span in mine:
        stems = sides.copy.told.stems([span])
        other = sum(stem in old for stem in stems) * 2 < len(stems)
        definite = _opens(sides.copy, span, "definite")
        if (other and (definite or _new_name(sides, span))) or (definite and _source_gone(sides, theirs[0])):
            said, had = sides.copy.told.case.quote(span), sides.original.told.case.quote(theirs[0])
            yield PairDraft(
                f"The original has it from “{had.quote}”, whom it does not name; the copy from “{said.quote}”.",
                (said, *sides.copy.evidence[:1]),
                (had, *sides.original.evidence[:1]),
                confidence=_BY_WORDS,
            )
            return


def _new_name(sides: Sides, source: Span) -> bool:
    """Whether a proper name that the original's passage has not stands in the copy's source."""
    return any(source.covers(n.span) and not _stands_in(n, sides.original) for n in sides.copy.names)


def _vague(passage: Passage, source: Span) -> bool:
    """Whether a source is not a certain one: `two delegates`, `military sources`."""
    reading = passage.told.reading
    anonymous = forms(passage.told.language, "anonymous")
    called = any(reading.lows[i] in anonymous for i in reading.inside(source))
    return _opens(passage, source, "indefinite") or (called and not _opens(passage, source, "definite"))


def _opens(passage: Passage, source: Span, family: str) -> bool:
    """Whether a source opens with an article or number word of this family: `two delegates`, `the ministry`."""
    reading = passage.told.reading
    tokens = reading.inside(source)
    return bool(tokens) and reading.lows[tokens.start] in forms(passage.told.language, family)


def _source(passage: Passage, one: Attribution) -> str:
    return one.source[0].of(passage.told.case.text)


def _source_gone(sides: Sides, source: Span) -> bool:
    """Whether the noun by which the source is called is gone: the first noun of `a council officer who asked …`."""
    told = sides.original.told
    words = [told.reading.lows[i] for i in told.reading.inside(source)]
    head = words[: next((i for i, w in enumerate(words) if w in _OPENS_CLAUSE), len(words))]
    stems = [fold(w)[:5] for w in head if len(w) > _SHORT]
    return not stems or stems[-1] not in sides.copy.stems


_OPENS_CLAUSE = frozenset(
    [",", "who", "whose", "close", "with", "familiar", "in", "at", "of", "from", "near", "speaking", "requesting"]
)
_SHORT = 3


def _same_claim(sides: Sides, one: Attribution, other: Attribution) -> bool:
    theirs, mine = (set(p.told.stems(a.content)) for p, a in ((sides.original, one), (sides.copy, other)))
    return len(theirs & mine) >= _CARRIED * max(1, min(len(theirs), len(mine)))


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
            ["body: Fares rose after the harbour board said the ferry would stop in summer."],
            ["body: Fares rose after two deckhands said the ferry would stop in summer."],
        ),
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
            ["body: Fares rose after two sailors said the ferry would stop in summer."],
            ["body: Fares rose after two deckhands said the ferry would stop in summer."],
        ),
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
