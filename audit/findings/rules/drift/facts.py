"""Numbers, dates and names that the copy gives otherwise than the original."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from audit.findings.drift import dates, names, numbers
from audit.findings.drift.dates import Dated
from audit.findings.drift.names import Name
from audit.findings.drift.numbers import Number
from audit.findings.drift.pair import Pair, Passage, Sides
from audit.findings.drift.rule import PairDraft, PairRule
from audit.findings.drift.specimen import pair
from audit.model import Quoted

Fact = TypeVar("Fact", Number, Dated, Name)


def _left_over(
    theirs: Sequence[Fact], mine: Sequence[Fact], same: Callable[[Fact, Fact], bool]
) -> tuple[list[Fact], list[Fact]]:
    """What of each side has no equal on the other; every fact is used once, likely partners first."""
    rest = list(mine)
    left = []
    for one in theirs:
        equal = next((other for other in rest if same(one, other)), None)
        if equal is None:
            left.append(one)
        else:
            rest.remove(equal)
    return left, rest


def _differs(sides: Sides, one: Fact, other: Fact, what: str, confidence: float) -> PairDraft:
    mine, theirs = _quote(sides.copy, other), _quote(sides.original, one)
    return PairDraft(
        f"{what}: “{theirs.quote}” in the original, “{mine.quote}” in the copy.",
        (mine, *sides.copy.evidence[:1]),
        (theirs, *sides.original.evidence[:1]),
        confidence=confidence,
    )


def _quote(passage: Passage, fact: Number | Dated | Name) -> Quoted:
    return passage.told.case.quote(fact.span)


def _number_changed(two: Pair) -> Iterator[PairDraft]:
    for sides in two.changed:
        left, rest = _left_over(sides.original.numbers, sides.copy.numbers, numbers.agree)
        left, rest = _left_over(left, rest, numbers.rounded)
        for one in left:
            other = _partner(one, rest, alone=len(left) == len(rest))
            if other is not None:
                rest.remove(other)
                yield _differs(sides, one, other, "The number differs", 0.9)


def _partner(one: Number, rest: Sequence[Number], *, alone: bool) -> Number | None:
    """The number that stands for `one`: it counts the same thing, else has the same unit, else is the only one left."""
    checks: tuple[Callable[[Number], bool], ...] = (
        lambda n: bool(n.noun) and n.noun == one.noun and n.unit == one.unit,
        lambda n: bool(n.unit) and n.unit == one.unit,
        lambda n: one.unit.startswith("money") and n.unit.startswith("money"),
        lambda n: bool(n.noun) and n.noun == one.noun,
        lambda n: alone and n.unit == one.unit and max(one.values) != 1 and max(n.values) != 1,
    )
    return next((n for fits in checks for n in rest if fits(n)), None)


NUMBER_CHANGED = PairRule(
    code="DRF604",
    name="number-changed",
    level="error",
    consumes="pair",
    summary="A number of the original is another one in the copy; rounding and conversion are no change.",
    why="A wrong figure travels further than any other mistake, and nobody can see it without the original.",
    answer="Compare both with the first source and correct the figure.",
    standards=(
        "Reuters, Handbook of Journalism: check figures against the source",
        "AP, Statement of News Values: correct errors of fact promptly",
    ),
    false_positives=("A toll that rose between the two.", "Two things counted in one sentence, taken for each other."),
    check=_number_changed,
    fires=(
        lambda: pair(
            ["body: The ferry carried 340 people on its last trip."],
            ["body: The ferry carried two hundred people on its last trip."],
        ),
        lambda: pair(
            ["body: The ferry cost 3 million dollars when it was new."],
            ["body: The ferry cost 3 million euros when it was new."],
        ),
    ),
    spares=(
        lambda: pair(
            ["body: The ferry carried 200 people on the last trip."],
            ["body: The ferry carried two hundred people on its last trip."],
        ),
        lambda: pair(
            ["body: About 200 people were on the ferry's last trip."],
            ["body: The ferry carried 196 people on its last trip."],
        ),
        lambda: pair(
            ["body: Die Fähre kostete 1.000 Euro am Tag."],
            ["body: Die Fähre kostete am Tag 1000 Euro."],
            mine={"language": "de"},
            theirs={"language": "de"},
        ),
        lambda: pair(
            ["body: The island lies ten miles from the harbour."],
            ["body: The island lies 16 kilometres off the harbour."],
        ),
    ),
)


def _date_or_name_changed(two: Pair) -> Iterator[PairDraft]:
    for sides in two.changed:
        left, rest = _left_over(sides.original.dates, sides.copy.dates, dates.agree)
        for one in left:
            other = next((d for d in rest if d.sort == one.sort), None)
            if other is not None:
                rest.remove(other)
                yield _differs(sides, one, other, "The date or time differs", 0.9)
        yield from _names_changed(two, sides)


def _names_changed(two: Pair, sides: Sides) -> Iterator[PairDraft]:
    left, rest = _left_over(sides.original.names, sides.copy.names, names.agree)
    text = {w for name in sides.original.names for w in name.words}
    kept = {w for name in sides.copy.names for w in name.words}
    left = [n for n in left if not set(n.words) <= kept]
    rest = [n for n in rest if not set(n.words) <= text]
    for one in left:
        spelt = next((n for n in rest if names.spelt_alike(one, n)), None)
        other = spelt or next(
            (n for n in rest if _takes_the_place(two, sides, one, n, len(left) == len(rest) == 1)), None
        )
        if other is not None:
            rest.remove(other)
            yield _differs(sides, one, other, "The name differs", 0.85 if spelt else 0.7)


def _takes_the_place(two: Pair, sides: Sides, one: Name, other: Name, alone: bool) -> bool:
    """Whether `other` stands where `one` stood: between the same words, or new to the story and the only one that is."""
    before, after = _neighbours(sides.original, one), _neighbours(sides.copy, other)
    alike = [a == b and a != "" for a, b in zip(before, after, strict=True)]
    if all(alike):
        return True
    new = not set(other.words) & two.original.name_words
    return new and alone and any(alike)


def _neighbours(passage: Passage, name: Name) -> tuple[str, str]:
    """The words before and behind a name in its sentence."""
    reading = passage.told.reading
    tokens = reading.inside(name.span)
    begin, end = reading.sentences[reading.owner[tokens.start]]
    before = reading.lows[tokens.start - 1] if tokens.start > begin else "^"
    after = reading.lows[tokens.stop] if tokens.stop < end else "$"
    return before, after


DATE_OR_NAME_CHANGED = PairRule(
    code="DRF611",
    name="date-or-name-changed",
    level="error",
    consumes="pair",
    summary="A date, a time or a name of the original is another one in the copy.",
    why="It lays words or deeds to somebody else, or moves them to another day.",
    answer="Compare both with the first source and correct the copy.",
    standards=(
        "SPJ, Code of Ethics: take responsibility for accuracy",
        "AP, Statement of News Values: correct errors of fact promptly",
    ),
    false_positives=("A name in another transliteration.", "A day written from another time zone."),
    check=_date_or_name_changed,
    fires=(
        lambda: pair(
            ["body: The ferry broke down on Tuesday off the northern pier."],
            ["body: The ferry broke down on Thursday off the northern pier."],
        ),
        lambda: pair(
            ["body: The captain, Ivar Brandt, had warned of the storm."],
            ["body: The captain, Ivo Brandt, had warned of the storm."],
        ),
        lambda: pair(
            ["body: The ferry left for Tolvik in the storm."], ["body: The ferry left for Karsund in the storm."]
        ),
    ),
    spares=(
        lambda: pair(
            ["body: The ferry broke down on 26 February off the pier."],
            ["body: The ferry broke down on Thursday off the northern pier."],
        ),
        lambda: pair(
            ["body: Brandt, the captain, had warned of the storm."],
            ["body: The captain, Ivo Brandt, had warned of the storm."],
        ),
        lambda: pair(
            ["body: The ferry left for the island in the storm."], ["body: The ferry left for Karsund in the storm."]
        ),
    ),
)

RULES = (NUMBER_CHANGED, DATE_OR_NAME_CHANGED)
