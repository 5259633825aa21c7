"""Rows of the outlet files: reading and checking.

A file is UTF-8 text; empty lines and lines that begin with `#` are skipped. Every other line has seven columns,
separated by tabs:

    name        the common name, by which the field and its own credit lines know the outlet, in Latin script (`dpa`, `PTI`,
                `Yonhap`, `The Guardian`); the full official name stands among the aliases. What tells a namesake's row
                follows in brackets (`ABC (España)`) and is not shown
    kind        `audit.model.OutletKind`
    ownership   `audit.model.Ownership`: cooperative, commercial, state, public (licence fee or public law), non-profit
    country     ISO 3166-1 alpha-2, or `-` where several or none
    domains     separated by blanks
    aliases     separated by ` | `, in any script, with the inflected forms that languages make
    checked     how the row is known: `table` (name and domain agree with a public list), `known` (common
                knowledge of the trade), `open` (written from memory, to be confirmed)

A name or alias with `~` before it needs context: it means other things too (AP, PA, CMG, Time) and is an outlet only
in a credit form or beside a word of reporting.
"""

from __future__ import annotations

import re
from typing import NamedTuple, get_args

from audit.errors import UsageError
from audit.model import Outlet, OutletKind, Ownership

COLUMNS = 7
KINDS: frozenset[str] = frozenset(get_args(OutletKind))
OWNERSHIPS: frozenset[str] = frozenset(get_args(Ownership))
CHECKED = frozenset({"table", "known", "open"})
_DOMAIN = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+\Z")


class RowError(UsageError):
    """A row of an outlet file that cannot be used."""


class Row(NamedTuple):
    """One outlet, the names of it that need context, and how the row is known."""

    outlet: Outlet
    contextual: frozenset[str]
    checked: str

    def names(self) -> tuple[tuple[str, bool], ...]:
        """Each name of the outlet and whether it is certain without context."""
        return tuple((n, n not in self.contextual) for n in (self.outlet.name, *self.outlet.aliases))


def read_row(line: str) -> Row:
    """The row of one line that is known to be well formed."""
    name, kind, ownership, country, domains, aliases, checked = line.split("\t")
    written = [name, *aliases.split(" | ")] if aliases else [name]
    contextual = frozenset([w[1:] for w in written if w[0] == "~"])
    plain = [w[1:] if w[0] == "~" else w for w in written] if contextual else written
    outlet = Outlet(
        plain[0],
        kind,  # type: ignore[arg-type]  # checked by `check_row`
        tuple(plain[1:]),
        tuple(domains.split()),
        None if country == "-" else country,
        ownership,  # type: ignore[arg-type]
        bool(contextual),
    )
    return Row(outlet, contextual, checked)


def check_row(line: str) -> str | None:
    """What is wrong with a line, or None."""
    cells = line.split("\t")
    if len(cells) != COLUMNS:
        return f"{len(cells)} columns instead of {COLUMNS}"
    name, kind, ownership, country, domains, aliases, checked = cells
    if any(c != c.strip() for c in cells):
        return "blanks at the edge of a column"
    if not name.lstrip("~").strip():
        return "no name"
    if kind not in KINDS:
        return f"unknown kind {kind!r}"
    if ownership not in OWNERSHIPS:
        return f"unknown ownership {ownership!r}"
    if country != "-" and not (len(country) == 2 and country.isascii() and country.isupper()):
        return f"country {country!r} is no ISO code of two letters"
    if bad := [d for d in domains.split() if not _DOMAIN.match(d)]:
        return f"no domain: {bad[0]!r}"
    if aliases and any(not a.lstrip("~").strip() or a != a.strip() for a in aliases.split(" | ")):
        return "an empty alias"
    if checked not in CHECKED:
        return f"checked is {checked!r}, not one of {', '.join(sorted(CHECKED))}"
    return None


def data_lines(text: str) -> list[str]:
    """The lines of a file that are rows."""
    return [line for line in text.split("\n") if line and line[0] != "#"]


def read_rows(text: str, source: str) -> tuple[Row, ...]:
    """The rows of a file, each checked; `source` names it in the error.

    Raises `RowError` with the line's number for the first row that cannot be used.
    """
    rows = []
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.rstrip("\n")
        if not line.strip() or line.startswith("#"):
            continue
        if problem := check_row(line):
            raise RowError(
                f"{source}, line {number}: {problem}",
                "seven columns separated by tabs: name, kind, ownership, country, domains, aliases, checked",
            )
        rows.append(read_row(line))
    return tuple(rows)
