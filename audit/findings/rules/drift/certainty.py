"""How sure the copy is: hedges left out, a negation gained or lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.findings.drift.pair import Pair, Passage, Sides
from audit.findings.drift.rule import PairDraft, PairRule
from audit.findings.drift.specimen import pair
from audit.findings.drift.words import forms
from audit.lexicon.forms.folding import fold
from audit.model import Span

_CARRIED = 0.3
"""Share of the words around a hedge or negation that the other text must have for the two to speak of the same thing."""
_NO_DENIAL = [
    [word] for word in ("only", "just", "fewer", "less", "more", "later", "earlier", "sooner", "nur", "solo", "sólo")
]
_SHORT_RUN = 2
"""Words that a negation may come or go with: `did not`."""
_DISSENT = ("rejec", "dismi", "dispu", "contr", "refut", "rebut", "deny", "denie")


def _hedge_dropped(two: Pair) -> Iterator[PairDraft]:
    for sides in two.changed:
        theirs = sides.spoken_of(sides.original, sides.original.hedges)
        mine = sides.spoken_of(sides.copy, sides.copy.hedges)
        more = len(theirs) - len(mine)
        if sides.headline or more <= 0:
            continue
        kept = {_word(sides.copy, s) for s in mine}
        gone = [
            s
            for s in theirs
            if not _said_still(sides, s, kept) and sides.copy.carries(_around(sides.original, s), _CARRIED)
        ]
        for span in gone[:more]:
            case = sides.original.told.case
            yield PairDraft(
                f"The original says “{case.words(span.start, span.end)}”; the copy leaves that out.",
                sides.copy.evidence,
                (case.quote(span), *sides.original.evidence[:1]),
                confidence=0.9,
            )


def _said_still(sides: Sides, span: Span, kept: set[str]) -> bool:
    """Whether the copy has the hedge's words, be it without the negation among them, which another rule tells."""
    told = sides.original.told
    negations = forms(told.language, "negation")
    words = [told.reading.lows[i] for i in told.reading.inside(span) if told.reading.lows[i] not in negations]
    mine = sides.copy.told.reading
    own = [mine.lows[i] for s in sides.copy.spans for i in mine.inside(s)]
    return _word(sides.original, span) in kept or f" {' '.join(words)} " in f" {' '.join(own)} "


def _word(passage: Passage, span: Span) -> str:
    return fold(span.of(passage.told.case.text))


def _around(passage: Passage, span: Span) -> list[str]:
    """What stands around a hedge or negation, without the words of saying and of doubting."""
    own = frozenset(passage.told.stems([*passage.told.speech_words, *passage.hedges, *passage.denials]))
    return passage.told.around(span, own)


HEDGE_DROPPED = PairRule(
    code="DRF602",
    name="hedge-dropped",
    level="warning",
    consumes="pair",
    summary="The original hedges a statement (“reportedly”, “may”); the copy makes it without the hedge.",
    why="The hedge was the reporter's word for what could not be established. Without it a possibility reads as a fact.",
    answer="Put the hedge back, or say by what own reporting the doubt was settled.",
    standards=(
        "BBC, Editorial Guidelines, accuracy: do not give more certainty than the evidence has",
        "IFCN, Code of Principles: the strength of a statement follows the evidence",
    ),
    false_positives=("A hedge said in words that the lexicon does not have.", "What became certain between the two."),
    check=_hedge_dropped,
    fires=(
        lambda: pair(
            ["body: The company will stop its summer ferry."],
            ["body: The company will reportedly stop its summer ferry."],
        ),
        lambda: pair(
            ["body: Die Firma stellt die Fähre im Sommer ein."],
            ["body: Die Firma stellt die Fähre im Sommer angeblich ein."],
            mine={"language": "de"},
            theirs={"language": "de"},
        ),
    ),
    spares=(
        lambda: pair(
            ["body: The board could independently confirm the sale."],
            ["body: The board could not independently confirm the sale."],
        ),
        lambda: pair(
            ["body: The company will allegedly stop its summer ferry."],
            ["body: The company will reportedly stop its summer ferry."],
        ),
        lambda: pair(
            ["body: The company has two boats."],
            ["body: The company has two boats, and crews could walk out over the pay that was agreed last autumn."],
        ),
    ),
)


def _negation_changed(two: Pair) -> Iterator[PairDraft]:
    for sides in two.changed:
        mine = sides.spoken_of(sides.copy, _denying(sides.copy))
        theirs = sides.spoken_of(sides.original, _denying(sides.original))
        difference = len(theirs) - len(mine)
        softer = len(sides.copy.denials) - len(sides.original.denials)
        same = len(sides.copy.every_negation) == len(sides.original.every_negation)
        if difference % 2 and difference != softer and not same:
            more, less = (sides.original, sides.copy) if difference > 0 else (sides.copy, sides.original)
            span = _unmatched(more, less, theirs if difference > 0 else mine)
            if span is None:
                continue
            word = more.told.case.words(span.start, span.end)
            has, lacks = ("original", "copy") if difference > 0 else ("copy", "original")
            quoted = (more.told.case.quote(span), *more.evidence[:1])
            yield PairDraft(
                f"The two deny differently: the {has} with “{word}”, the {lacks} without.",
                sides.copy.evidence if difference > 0 else quoted,
                quoted if difference > 0 else sides.original.evidence,
                confidence=0.85,
            )
            continue
        drafts = list(_turned(sides)) or list(_alone(sides))
        if not drafts and not difference and not mine:
            drafts = list(_denial_gone(sides.copy, sides.original))
        yield from drafts[:1]


def _turned(sides: Sides) -> Iterator[PairDraft]:
    """A word on one side and its opposite on the other, where neither side denies: `denied`, `confirmed`."""
    if len(sides.copy.negations) != len(sides.original.negations):
        return
    mine, theirs = _poles(sides.copy), _poles(sides.original)
    for (axis, sign), span in theirs.items():
        opposite = (axis, "-" if sign == "+" else "+")
        if opposite in mine and opposite not in theirs and (axis, sign) not in mine:
            said, had = sides.copy.told.case.quote(mine[opposite]), sides.original.told.case.quote(span)
            yield PairDraft(
                f"The original says “{had.quote}”, the copy “{said.quote}”.",
                (said, *sides.copy.evidence[:1]),
                (had, *sides.original.evidence[:1]),
                confidence=0.85,
            )


def _poles(passage: Passage) -> dict[tuple[str, str], Span]:
    """Words that have an opposite: which axis, which end of it, and where; the first of each, outside of quotations."""
    told = passage.told
    table = forms(told.language, "opposite")
    found: dict[tuple[str, str], Span] = {}
    for i in (i for s in passage.spans for i in told.reading.inside(s)):
        place = table.get(told.reading.lows[i])
        if place and told.reading.quote[i] < 0:
            found.setdefault((place[1:], place[0]), told.reading.span(i, i + 1))
    return found


def _alone(sides: Sides) -> Iterator[PairDraft]:
    """A negation that came or went while the words on both sides of it are the same, wherever it stands."""
    for mine, theirs in sides.difference.alone():
        passage, span = (sides.copy, mine) if mine else (sides.original, theirs)
        told = passage.told
        words = [told.reading.lows[i] for i in told.reading.inside(span)] if span else []
        negations = forms(told.language, "negation")
        if span and sum(w in negations for w in words) == 1 and len(words) <= _SHORT_RUN and not told.quoted(span):
            word = told.case.quote(span)
            quoted = (word, *passage.evidence[:1])
            has, lacks = ("copy", "original") if mine else ("original", "copy")
            yield PairDraft(
                f"The two deny differently: the {has} with “{word.quote}”, the {lacks} without.",
                quoted if mine else sides.copy.evidence,
                sides.original.evidence if mine else quoted,
                confidence=0.9,
            )


def _denying(passage: Passage) -> list[Span]:
    """The negations that deny something: not those of `not only … but also` and `no fewer than`."""
    reading = passage.told.reading
    found = []
    for span in passage.negations:
        following = reading.inside(span).stop
        if reading.lows[following : following + 1] not in _NO_DENIAL:
            found.append(span)
    return found


def _unmatched(more: Passage, less: Passage, spans: Sequence[Span]) -> Span | None:
    """The negation that the other passage has not, where it tells what was denied."""
    words = [_word(less, span) for span in less.negations]
    own = [span for span in spans if _word(more, span) not in words]
    for span in own or spans:
        if less.carries(_around(more, span), _CARRIED):
            return span
    return None


def _denial_gone(copy: Passage, original: Passage) -> Iterator[PairDraft]:
    """`denied` on one side, and on the other nothing that denies."""
    for more, less in ((original, copy), (copy, original)):
        denied = [s for s in more.denials if _word(more, s).startswith(("deni", "deny"))]
        if not denied or less.denials or any(stem in _DISSENT for stem in less.stems):
            continue
        if not less.claims or not less.carries(_around(more, denied[0]), _CARRIED):
            continue
        word = more.told.case.words(denied[0].start, denied[0].end)
        quoted = (more.told.case.quote(denied[0]), *more.evidence[:1])
        yield PairDraft(
            f"“{word}” stands in {'the original' if more is original else 'the copy'}, and nothing that denies in the other.",
            copy.evidence if more is original else quoted,
            quoted if more is original else original.evidence,
            confidence=0.8,
        )


NEGATION_CHANGED = PairRule(
    code="DRF605",
    name="negation-changed",
    level="error",
    consumes="pair",
    summary="What one text denies, the other does not: a “not” or a denial is gone, or has come.",
    why="One lost word turns a statement into its opposite.",
    answer="Compare the two sentences and correct the one that is wrong.",
    standards=("SPJ, Code of Ethics: take responsibility for accuracy, verify before releasing",),
    false_positives=("A negation said by an antonym: “failed” for “did not succeed”, “stayed” for “did not leave”.",),
    check=_negation_changed,
    fires=(
        lambda: pair(
            ["body: The harbour board confirmed that the ferry had been sold."],
            ["body: The harbour board denied that the ferry had been sold."],
        ),
        lambda: pair(
            ["body: A clerk who was allowed to speak said that the ferry was not for sale."],
            ["body: A clerk who was not allowed to speak said that the ferry was not for sale."],
        ),
        lambda: pair(
            ["body: The council has agreed to the ferry's new timetable."],
            ["body: The council has not agreed to the ferry's new timetable."],
        ),
        lambda: pair(
            ["body: Le conseil a approuvé les horaires du ferry."],
            ["body: Le conseil n'a pas approuvé les horaires du ferry."],
            mine={"language": "fr"},
            theirs={"language": "fr"},
        ),
    ),
    spares=(
        lambda: pair(
            ["body: The harbour board did not agree to the sale of the ferry."],
            ["body: The harbour board refused the sale of the ferry."],
        ),
        lambda: pair(
            ["body: The council has never agreed to the new timetable of the ferry."],
            ["body: The council has not agreed to the ferry's new timetable."],
        ),
        lambda: pair(
            ["body: The mayor would not comment on the ferry."], ["body: The mayor declined to comment on the ferry."]
        ),
        lambda: pair(
            ["body: The ferry carries cars as well as people."],
            ["body: The ferry carries not only people but also cars."],
        ),
    ),
)

RULES = (HEDGE_DROPPED, NEGATION_CHANGED)
