"""A source that the original does not name, and that the copy makes a person, a body or an authority."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import SURE
from audit.findings.drift.pair import Pair, Passage, Sides
from audit.findings.drift.rule import PairDraft, PairRule
from audit.findings.drift.specimen import pair
from audit.findings.drift.words import forms
from audit.findings.rules.drift.voices import BY_WORDS, CARRIED, SHORT, SOURCED, own_claims, stands_in
from audit.findings.sketches import claim, person, unnamed, voice
from audit.lexicon.forms.folding import fold
from audit.model import Attribution, Evidence, Span

_DEFINITE = ("person", "organisation", "government", "document")


def _made_definite(two: Pair) -> Iterator[PairDraft]:
    for sides in two.changed:
        if sides.headline:
            continue
        theirs, mine = own_claims(sides.original, SOURCED), own_claims(sides.copy, SOURCED)
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
                confidence=BY_WORDS,
            )
            return


def _new_name(sides: Sides, source: Span) -> bool:
    """Whether a proper name that the original's passage has not stands in the copy's source."""
    return any(source.covers(n.span) and not stands_in(n, sides.original) for n in sides.copy.names)


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
    stems = [fold(w)[:5] for w in head if len(w) > SHORT]
    return not stems or stems[-1] not in sides.copy.stems


_OPENS_CLAUSE = frozenset(
    [",", "who", "whose", "close", "with", "familiar", "in", "at", "of", "from", "near", "speaking", "requesting"]
)


def _same_claim(sides: Sides, one: Attribution, other: Attribution) -> bool:
    theirs, mine = (set(p.told.stems(a.content)) for p, a in ((sides.original, one), (sides.copy, other)))
    return len(theirs & mine) >= CARRIED * max(1, min(len(theirs), len(mine)))


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

RULES = (MADE_DEFINITE,)
