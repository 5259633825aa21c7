"""Forms of words by which pages say whose text they carry and what they disclaim: rows of data and the one matcher.

`match` runs every row over a page's lines and gives marks; `row` says what a mark's row means. What a mark amounts to
depends on where it stands, which is decided above (`audit.page`, `audit.provenance`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from audit.lexicon import outlets
from audit.model import Mark, Span

from . import acts
from .agencies import use_names
from .extra import load_extra
from .matcher import Matcher
from .rows import Row, shipped
from .self_reference import speaks_of_itself

__all__ = ["Row", "active_rows", "load_extra", "match", "row", "speaks_of_itself", "use_extra"]

_EXTRA: list[Row] = []


def use_extra(path: Path) -> tuple[Row, ...]:
    """Adds the rows of a newsroom's own file for the rest of this process, in place of what was added before.

    Forms are tried beside the shipped ones, outlets win over them. Raises `audit.errors.UsageError` where a row is bad
    (see `load_extra`).
    """
    extra = load_extra(path)
    outlets.forget()
    outlets.extend("\n".join(outlet.line() for outlet in extra.outlets), path.name)
    use_names(name for outlet in extra.outlets for name in outlet.credited_as)
    _EXTRA[:] = extra.rows
    _matcher.cache_clear()
    _by_id.cache_clear()
    return extra.rows


def active_rows() -> tuple[Row, ...]:
    """The shipped rows and those of `use_extra`."""
    return (*shipped(), *_EXTRA)


@cache
def _matcher() -> Matcher:
    return Matcher(active_rows(), acts.Finder())


@cache
def _by_id() -> dict[str, Row]:
    return {row.id: row for row in (*active_rows(), *acts.rows())}


def match(text: str, lines: Sequence[Span]) -> tuple[Mark, ...]:
    """Marks of every row on `lines`, spans of `text` in order; `mark.start` and slots are offsets into `text`."""
    return _matcher().match(text, lines)


def row(row_id: str) -> Row:
    """The row of that id. Raises `KeyError` where there is none."""
    return _by_id()[row_id]
