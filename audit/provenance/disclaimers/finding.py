"""Notices by which somebody disowns, restricts or qualifies what the page carries, taken apart into what they do.

The lexicon marks clauses. Clauses that stand together (in one block, in neighbouring sentences or lines, in a list,
under one heading) are one notice. It speaks for whom it names, else for the publisher.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from audit.lexicon import forms
from audit.model import Disclaimer, DisclaimerKind, Mark, Page, Publisher
from audit.provenance.credits.position import Positions
from audit.provenance.publisher import speaker_name

from .acceptance import LABELS_OF_NOTICES, NEAR, STRONG, accepted_as_notice, continues_notice, coverage
from .clauses import clauses_of, content_not_vouched_for
from .learned import unlisted
from .sentences import SENTENCE_END, extent
from .standing import placement


def find_disclaimers(page: Page, publisher: Publisher, positions: Positions | None = None) -> tuple[Disclaimer, ...]:
    """The page's notices in order; `clauses` in each, too, with the objects they name. `positions` as in `find_credits`."""
    positions = positions or Positions(page)
    listed = listed_notices(page, publisher, positions)
    return tuple(sorted((*listed, *unlisted(page, publisher, positions, listed)), key=lambda notice: notice.start))


def listed_notices(page: Page, publisher: Publisher, positions: Positions) -> list[Disclaimer]:
    """The notices that rows of the lexicon mark, in order."""
    marks = [mark for mark in page.marks if forms.row(mark.row).family in ("disclaimer", "notice")]
    accepted: list[Mark] = []
    covered = coverage(page, positions, marks)
    for mark in marks:
        whole = covered.get(positions.block_at(mark.start), 0.0)
        if accepted_as_notice(page, positions, mark, whole) or continues_notice(page, accepted, mark):
            accepted.append(mark)
    notices = (_notice(page, publisher, positions, group) for group in _together(page, accepted))
    return [notice for notice in notices if notice is not None]


def _together(page: Page, marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """Marks of one notice: overlapping, in the same block, or so near that nothing else stands between them."""
    group: list[Mark] = []
    reach = -1
    for mark in marks:
        if group and not _joined(page, group, reach, mark):
            yield group
            group = []
            reach = -1
        group.append(mark)
        reach = max(reach, mark.end)
    if group:
        yield group


def _joined(page: Page, group: Sequence[Mark], reach: int, mark: Mark) -> bool:
    if mark.start < reach:
        return True
    between = page.text[reach : mark.start]
    if len(between) > 2 * NEAR:
        return False
    heading = forms.row(mark.row).says == "heading"
    if heading:
        return False
    paid = forms.row(mark.row).says == "paid"
    if paid != (forms.row(group[-1].row).says == "paid"):
        return False
    if "\n" not in between.strip("\n"):
        if "\n\n" not in between:
            return len(SENTENCE_END.findall(between)) <= 2
        return len(between.strip()) == 0 or forms.row(group[-1].row).says == "heading"
    return len(between.strip()) <= NEAR // 4 or ("\n\n" not in between and len(between) <= NEAR)


def _notice(page: Page, publisher: Publisher, positions: Positions, group: Sequence[Mark]) -> Disclaimer | None:
    rows = [forms.row(mark.row) for mark in group]
    clauses = clauses_of(page, group)
    heading = any(row.says == "heading" for row in rows)
    complaint = next((mark for mark, row in zip(group, rows, strict=True) if row.says == "complaints"), None)
    if not clauses:
        return None
    strongest: dict[str, float] = {}
    for row in rows:
        if row.kind:
            strongest[row.kind] = max(strongest.get(row.kind, 0.0), row.strength)
    i = positions.block_at(group[0].start)
    labelled = page.blocks[i].label in LABELS_OF_NOTICES
    said_again = len(clauses) > 1
    support = (heading or labelled or complaint is not None) * 0.2 + 0.1 * (len(strongest) - 1 or said_again)
    clauses = [*clauses, *content_not_vouched_for(clauses)]
    kinds: list[DisclaimerKind] = []
    for clause in clauses:
        if clause.kind not in kinds and strongest.get(clause.kind, STRONG) + support >= STRONG:
            kinds.append(clause.kind)
    if not kinds:
        return None
    clauses = [clause for clause in clauses if clause.kind in kinds]
    span = extent(positions, group, clauses)
    speaker = next((name for mark in group if (name := _speaker(page, mark))), None)
    to = complaint.slot("to") if complaint else None
    return Disclaimer(
        tuple(kinds),
        span.start,
        span.end,
        page.quote(span.start, span.end),
        speaker or publisher.name,
        " ".join(to.of(page.text).split()) if to else None,
        placement(positions, span),
        tuple(clauses),
    )


def _speaker(page: Page, mark: Mark) -> str:
    span = mark.slot("speaker")
    return speaker_name(span.of(page.text)) if span else ""
