"""Whether a row of citation matches around a name. What `and` or a comma joins to a cited name is cited, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from audit.model import Block, Citation, Node, Span
from audit.provenance.citations.candidates import Candidate
from audit.provenance.citations.rows import BLANK, LETTER, REACH, compiled, words
from audit.provenance.citations.standing import is_short, standing
from audit.provenance.citations.surroundings import ROW, STRENGTH, cue_around, is_inside_a_quotation
from audit.provenance.outlet_names import cited_as


class Match(NamedTuple):
    """A row that matches around a name, and where its cue stands."""

    row: str
    strength: float
    cue: Span


def cited(
    text: str, block: Block, names: Sequence[Candidate], language: str, *, by_surroundings: bool = True
) -> Iterator[Citation]:
    """The candidates with a matching row, those joined to one by "and" or a comma, and those whose sentence tells.

    `by_surroundings` is false for a language that the text is not surely in.
    """
    matches: list[Match | None] = [match_around(text, block, name, language) for name in names]
    for i in range(1, len(names)):
        _carry_over(text, names, matches, i - 1, i, language)
    for i in range(len(names) - 1, 0, -1):
        _carry_over(text, names, matches, i, i - 1, language)
    for name, match in zip(names, matches, strict=True):
        if match is not None and is_inside_a_quotation(text, block, name):
            continue
        if match is None and by_surroundings:
            match = _match_in_surroundings(text, block, name, language)
        if match is not None:
            node = Node(
                cited_as(name.outlet, text[name.start : name.end], text, name.end) if name.outlet else name.name,
                "outlet",
            )
            yield Citation(node, name.start, name.end, match.cue, match.row, match.strength)


def match_around(text: str, block: Block, name: Candidate, language: str) -> Match | None:
    """The first row that matches around a name, where the name stands as an outlet's would; None where none does."""
    left = text[max(block.start, name.start - REACH) : name.start]
    right = text[name.end : min(block.end, name.end + REACH)]
    how = standing(text, name, left, right, language)
    if how == "no-outlet":
        return None
    for candidate in compiled(language):
        row = candidate.row
        if (row.where and (row.where != block.label or name.outlet is None)) or not (how == "plain" or row.firm):
            continue
        start, end = name.start, name.end
        if candidate.before is not None:
            before = candidate.before.search(left)
            if before is None:
                continue
            start = name.start - len(left) + before.start()
        if candidate.after is not None:
            after = candidate.after.match(right)
            if after is None:
                continue
            end = name.end + after.end()
        cue = Span(start, name.start) if candidate.after is None else Span(name.end, end)
        return Match(row.id, row.strength, cue)
    return None


def _match_in_surroundings(text: str, block: Block, name: Candidate, language: str) -> Match | None:
    cue = cue_around(text, block, name, language)
    return Match(ROW, STRENGTH, cue) if cue is not None else None


@cache
def _joint(language: str) -> Any:
    import re2

    known = words()[language]
    skip = "|".join(filter(None, (known.det, known.cls, known.and_)))
    skip = skip.replace("{L}", LETTER).replace(" ", f"{BLANK}+")
    return re2.compile(
        f"(?i)[\"'“”„«»‘’」』》]?(?:{BLANK}*(?:,|、|/|&|;|(?:{skip or 'and'})))+{BLANK}*[\"'“”„«»‘’「『《]?$"
    )


def _carry_over(
    text: str, names: Sequence[Candidate], matches: list[Match | None], source: int, target: int, language: str
) -> None:
    match, name = matches[source], names[target]
    if match is None or matches[target] is not None:
        return
    if not (name.certain or is_short(text[name.start : name.end])):
        return
    first, last = sorted((names[source], names[target]))
    between = text[first.end : last.start]
    if len(between) <= 40 and _joint(language).match(between):
        matches[target] = Match(match.row, round(match.strength * 0.9, 3), match.cue)
