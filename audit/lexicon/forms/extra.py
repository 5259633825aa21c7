"""A newsroom's own rows: read, checked as strictly as the shipped ones, refused with the line and the reason.

A file holds rows of forms and rows of outlets; a row of an outlet has the field `outlet`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from audit.errors import UsageError
from audit.lexicon.outlets.rows import check_row
from audit.model import Span

from .matcher import AGENCY, Matcher
from .patterns import compile_pattern
from .rows import FullRow, Row, shipped


class OwnOutlet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An outlet of a newsroom's own file; the columns of `audit.lexicon.outlets.rows`, by name."""

    outlet: str
    kind: str
    ownership: str = "unknown"
    country: str = "-"
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    credited_as: tuple[str, ...] = ()
    """Names by which copy of it is credited wherever a form asks for an agency: `By Quill Press`, `(QPA)`."""

    def line(self) -> str:
        """The row as a line of an outlet file."""
        cells = (self.outlet, self.kind, self.ownership, self.country, " ".join(self.domains), " | ".join(self.aliases))
        return "\t".join((*cells, "known"))


class Extra(NamedTuple):
    """What a newsroom's own file adds."""

    rows: tuple[Row, ...]
    outlets: tuple[OwnOutlet, ...]


def load_extra(path: Path) -> Extra:
    """The rows of the JSON Lines file `path`; empty lines and lines that start with `//` are skipped.

    Raises `UsageError`, which names the line, the row and what is wrong with it: unreadable file, no JSON, an unknown
    field or value, an id that exists, a pattern that does not compile, an anchor that is no part of a positive
    example, a positive example that does not match or a near miss that does.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) and problem.strerror else "it is no UTF-8 text"
        raise UsageError(f"cannot read the lexicon {path.name}: {reason}", "give a JSON Lines file in UTF-8") from None
    rows: list[Row] = []
    own: list[OwnOutlet] = []
    seen = {row.id for row in shipped()}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.lstrip().startswith("//"):
            continue
        where = f"{path.name}, line {number}"
        try:
            if _names_outlet(line):
                own.append(_outlet(line, where))
                continue
            row = msgspec.json.decode(line, type=FullRow)
        except msgspec.MsgspecError as problem:
            raise UsageError(f"{where}: {problem}", "docs/lexicon.md lists the fields of a row") from None
        for fault in check(row, seen):
            raise UsageError(f"{where}, row {row.id!r}: {fault}", "docs/lexicon.md says what a row must have")
        seen.add(row.id)
        rows.append(msgspec.convert(msgspec.to_builtins(row), Row))
    return Extra(tuple(rows), tuple(own))


def _names_outlet(line: str) -> bool:
    found = msgspec.json.decode(line)
    return isinstance(found, dict) and "outlet" in found


def _outlet(line: str, where: str) -> OwnOutlet:
    outlet = msgspec.json.decode(line, type=OwnOutlet)
    if problem := check_row(outlet.line()):
        raise UsageError(
            f"{where}, outlet {outlet.outlet!r}: {problem}", "docs/lexicon.md lists the fields of an outlet"
        )
    return outlet


def check(row: FullRow, taken: set[str]) -> Iterator[str]:
    """What is wrong with a row, in words."""
    if not row.id or row.id in taken:
        yield "the id is empty or already used"
    if not row.anchors or not all(anchor.strip() for anchor in row.anchors):
        yield "it has no anchors: give literals, one of which stands in every match"
    if not 0 < row.strength <= 1:
        yield "strength is a number above 0 and at most 1"
    if (row.family == "disclaimer") != (row.kind is not None):
        yield "kind is for disclaimers, and every disclaimer has one"
    if row.family == "credit" and row.role is None:
        yield "a credit needs a role"
    if not row.positive:
        yield "it has no positive example"
    if not row.near_miss:
        yield "it has no near miss: give a line that looks alike and must not match"
    try:
        compile_pattern(row.pattern)
    except KeyError as problem:
        yield f"the pattern uses an unknown word {{{problem.args[0]}}}"
        return
    except ValueError as problem:
        yield f"the pattern does not compile: {problem}"
        return
    matcher = Matcher([row])
    for example in row.positive:
        if not matches(matcher, example):
            anchored = AGENCY in row.anchors
            yield f"its positive example does not match{'' if anchored else ' (or holds none of its anchors)'}: {example!r}"
    for example in row.near_miss:
        if matches(matcher, example):
            yield f"its near miss matches: {example!r}"


def matches(matcher: Matcher, example: str) -> bool:
    """Whether a matcher finds anything in an example, whose lines are lines of a page."""
    return bool(matcher.match(example, lines_of(example)))


def lines_of(text: str) -> list[Span]:
    """The lines of a text that have anything on them."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans
