"""The index over all rows: names to outlets, hosts to outlets.

Two tiers. The curated rows are read whole. The table is kept as lines, and a row becomes an `Outlet` only when it is
asked for; loading it so takes a third of the time. Where both know a name or a domain, the curated row holds.

Hosts are looked up by leaving off labels from the left until a domain of the lexicon is met. No domain of the lexicon
is a public suffix (a test holds them all against the list), so this meets exactly what a lookup by registrable domain
would, and the list itself, which takes longer to load than the index, need not be there at run time.
"""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from audit.lexicon.outlets.fold import fold_name, lower
from audit.lexicon.outlets.rows import Row, data_lines, read_row, read_rows
from audit.model import Outlet, OutletKind

DATA = Path(__file__).parent / "data"
CURATED = ("agencies", "wires", "media")
"""The curated files; the first that has a name keeps it."""

WORD = re.compile(r"[^\W_]+")
_ATTACHED = re.compile(
    "[\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u10a0-\u10ff\u1100-\u11ff\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3]"
)
_KINDS: dict[str, OutletKind] = {"N": "newspaper", "B": "broadcaster", "M": "magazine", "W": "website", "A": "agency"}


class Index:
    """Names and hosts of all rows. Keys are folded names (`fold.fold_name`)."""

    def __init__(self, rows: tuple[Row, ...], table: list[str]) -> None:
        self._rows = rows
        self._table = table
        self.names: dict[str, int] = {}
        """Folded name to `row * 2 + certain`; rows of the table follow the curated ones."""
        self.loose: dict[str, int] = {}
        """The same, lower case, for names that are certain in capitals or any mixture of cases."""
        self.reach: dict[str, int] = {}
        """Lower-case first word of a name to the greatest number of words of the names that begin so."""
        self.attached: dict[str, int] = {}
        """Names in scripts whose words stand unspaced or take endings; searched as substrings."""
        self.hosts: dict[str, int] = {}
        self._add_curated()
        self._add_table()

    def _add_curated(self) -> None:
        for i, row in enumerate(self._rows):
            for name, certain in row.names():
                key = fold_name(name)
                (self.attached if _ATTACHED.search(key) else self.names).setdefault(key, i * 2 + certain)
                if certain:
                    self.loose.setdefault(lower(key), i * 2 + 1)
            for domain in row.outlet.domains:
                self.hosts.setdefault(domain, i)
        reach = self.reach
        for key in self.names:
            words = WORD.findall(lower(key))
            if words and reach.get(words[0], 0) < len(words):
                reach[words[0]] = len(words)

    def _add_table(self) -> None:
        names, hosts, reach = self.names, self.hosts, self.reach
        first = len(self._rows)
        for i, line in enumerate(self._table, first):
            start, size, certain, key, domain, _ = line.split("\t", 5)
            if start == "-":
                hosts.setdefault(domain, i)
                continue
            names.setdefault(key, i * 2 + (certain == "1"))
            if domain:
                hosts.setdefault(domain, i)
            if reach.get(start, 0) < (n := int(size)):
                reach[start] = n

    @cached_property
    def automaton(self) -> Any:
        """The automaton over `attached`; each match gives (length, value)."""
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for name, value in self.attached.items():
            automaton.add_word(name, (len(name), value))
        automaton.make_automaton()
        return automaton

    def outlet(self, row: int) -> Outlet:
        """The outlet of a row."""
        if row < len(self._rows):
            return self._rows[row].outlet
        return _table_outlet(self._table[row - len(self._rows)])


def _table_outlet(line: str) -> Outlet:
    _, _, certain, name, domain, rest = line.split("\t")
    country, _, kind = rest.partition(" ")
    return Outlet(
        name.removeprefix("- "),
        _KINDS.get(kind, "unknown"),
        (),
        (domain,) if domain else (),
        None if country == "-" else country,
        "unknown",
        certain != "1",
    )


_extra: list[Row] = []


@cache
def index() -> Index:
    """The index over the shipped files and what `extend` added, built at first use."""
    curated = [read_row(line) for name in CURATED for line in data_lines(_read(name))]
    return Index((*_extra, *curated), data_lines(_read("table")))


def _read(name: str) -> str:
    return (DATA / f"{name}.tsv").read_text(encoding="utf-8")


def extend(text: str, source: str) -> int:
    """Add a newsroom's own rows, which win over ours; how many. Raises `RowError` for a row that cannot be used."""
    rows = read_rows(text, source)
    _extra.extend(rows)
    index.cache_clear()
    _lowered.cache_clear()
    return len(rows)


@cache
def _lowered() -> dict[str, int]:
    known = index()
    found: dict[str, int] = {}
    for names in (known.names, known.attached):
        for key, value in names.items():
            found.setdefault(lower(key), value // 2)
    return found


_ARTICLE = re.compile(r"(?:the|die|der|das|le|la|les|el|il|lo|los|de|het|o|a)\s+")


def by_name(name: str) -> Outlet | None:
    """The outlet of that name or alias, whatever the case, with or without its article; None where there is none.

    The whole string must be the name; for names within a text see `find`.
    """
    key = lower(fold_name(name)).strip(" .,:;()[]\"'")
    found = _lowered()
    row = found.get(key)
    if row is None:
        row = found.get(_ARTICLE.sub("", key, count=1)) if _ARTICLE.match(key) else found.get(f"the {key}")
    return None if row is None else index().outlet(row)


def by_host(host: str) -> Outlet | None:
    """The outlet that runs this host: of the host itself or of the nearest domain above it; None where there is none."""
    hosts = index().hosts
    labels = host.strip().rstrip(".").lower().split(":")[0].split(".")
    for i in range(len(labels) - 1):
        row = hosts.get(".".join(labels[i:]))
        if row is not None:
            return index().outlet(row)
    return None
