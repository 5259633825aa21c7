"""The index over all rows: names to outlets, hosts to outlets.

Folding some 30,000 names takes longer than reading an article, so the index is made beforehand (`build`, run by
`bench/outlets/make_index.py`; a test holds the shipped files against the rows) and read here: one file of names, one
of hosts, each at first use. A row becomes an `Outlet` only when it is asked for.

Hosts are looked up by leaving off labels from the left until a domain of the lexicon is met. No domain of the lexicon
is a public suffix (a test holds them all against the list), so this meets exactly what a lookup by registrable domain
would, and the list itself, which takes longer to load than the index, need not be there at run time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

import msgspec

from audit.lexicon.outlets.fold import fold_name, lower
from audit.lexicon.outlets.rows import Row, data_lines, read_row, read_rows
from audit.model import Outlet, OutletKind

DATA = Path(__file__).parent / "data"
CURATED = ("agencies", "wires", "europe-west", "europe-east-middle-east", "asia", "americas-africa-oceania", "regional")
"""The curated files; the first that has a name keeps it."""

ATTACHED = "\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u10a0-\u10ff\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3"
"""Scripts whose words stand unspaced or take endings: Indic, Thai, Lao, Burmese, Georgian, Khmer, kana, Han, Hangul."""
_BEYOND = re.compile("[^\x00-\u08ff\u2000-\u2bff]")
"""Finds every letter of `ATTACHED`, and some others; compiled fifty times as fast, and all that most texts need."""
_LED = re.compile(r"(?:the|der|die|das|le|la|les|l'|el|il|lo|de|het) ?[^\W_]+\Z")
"""An article and one word: as a name only when written so (`Das Erste`, never `Das erste`)."""
_AL = re.compile(r"Al[- ][A-Z]")
"""An Arabic name with its article in Latin script."""
_KINDS: dict[str, OutletKind] = {"N": "newspaper", "B": "broadcaster", "M": "magazine", "W": "website", "A": "agency"}


@cache
def word(attached: bool) -> re.Pattern[str]:
    """A word of the scripts with spaces; `attached` as `has_attached` says."""
    return re.compile(rf"[^\W_{ATTACHED}]+" if attached else r"[^\W_]+")


@cache
def _attached() -> re.Pattern[str]:
    return re.compile(f"[{ATTACHED}]")


def has_attached(text: str) -> bool:
    """True where a letter of the scripts of `ATTACHED` is in `text`."""
    return not text.isascii() and _BEYOND.search(text) is not None and _attached().search(text) is not None


class Names(msgspec.Struct):
    """Names of all rows. Keys are folded names (`fold.fold_name`); values are `row * 2 + certain`."""

    names: dict[str, int] = {}
    """Names in scripts with spaces."""
    loose: dict[str, int] = {}
    """Lower case, of names that are certain in capitals or any mixture of cases."""
    reach: dict[str, int] = {}
    """Lower-case first word of a name to the greatest number of words of the names that begin so."""
    small: dict[str, int] = {}
    """Those of `names` that are written with a small first letter (`dpa`, `la diaria`)."""
    attached: dict[str, int] = {}
    """Names in the scripts of `ATTACHED`; searched as substrings."""

    def add(self, names: Sequence[tuple[str, bool]], row: int) -> None:
        """Add a curated row's names; a name that is there already stays as it is."""
        for name, certain in names:
            key = fold_name(name)
            if has_attached(key):
                self.attached.setdefault(key, row * 2 + certain)
                continue
            self.list(key, row * 2 + certain)
            low = lower(key)
            if certain and not _LED.match(low):
                self.loose.setdefault(low, row * 2 + 1)
        for name, certain in names:
            if _AL.match(name):  # `al-Akhbar`, as most style books write it
                self.list("al-" + fold_name(name)[3:], row * 2 + certain)
        for name, _ in names:
            if 2 < len(name) < 6 and name.isascii() and name.isalpha() and name.isupper():
                self.names.setdefault(name.title(), row * 2)  # Afp, Cnn, Irna: house styles that spare capitals

    def list(self, key: str, value: int) -> None:
        """Enter a name in a script with spaces, with what a search for it needs."""
        self.names.setdefault(key, value)
        if key[:1].islower():
            self.small.setdefault(key, value)
            return
        words = word(has_attached(key)).findall(lower(key))
        if words and self.reach.get(words[0], 0) < len(words):
            self.reach[words[0]] = len(words)


def build() -> tuple[Names, dict[str, int]]:
    """Names and hosts made anew from the rows; what the shipped index files must equal."""
    names, hosts = Names(), dict[str, int]()
    curated, table = _lines()
    for number, line in enumerate(curated):
        row = read_row(line)
        names.add(row.names(), number)
        for domain in row.outlet.domains:
            hosts.setdefault(domain, number)
    for number, line in enumerate(curated):
        plain, _, rest = read_row(line).outlet.name.partition(" (")
        if rest:  # `SBS (Korea)` is written `SBS`, as others are
            names.add(((plain, False),), number)
    for number, line in enumerate(table, len(curated)):
        start, _, certain, key, domain, _ = line.split("\t", 5)
        if domain:
            hosts.setdefault(domain, number)
        if start != "-":
            names.list(key, number * 2 + (certain == "1"))
    return names, hosts


@cache
def _lines() -> tuple[list[str], list[str]]:
    """The lines of the curated rows and of the table."""
    curated = [line for name in CURATED for line in data_lines(_read(f"{name}.tsv"))]
    return curated, data_lines(_read("table.tsv"))


def _read(name: str) -> str:
    return (DATA / name).read_text(encoding="utf-8")


class Index:
    """The shipped index, with a newsroom's own rows before it. Own rows have negative numbers."""

    def __init__(self, own: tuple[Row, ...] = ()) -> None:
        self._own = own

    @cached_property
    def names(self) -> Names:
        """The names, read at first use."""
        shipped = msgspec.json.decode((DATA / "names.json").read_bytes(), type=Names)
        if not self._own:
            return shipped
        merged = Names()
        for number, row in enumerate(self._own):
            merged.add(row.names(), number - len(self._own))
        for field in ("names", "loose", "attached", "small"):
            getattr(shipped, field).update(getattr(merged, field))
        for word, size in merged.reach.items():
            shipped.reach[word] = max(size, shipped.reach.get(word, 0))
        return shipped

    @cached_property
    def hosts(self) -> dict[str, int]:
        """Domain to row, read at first use."""
        shipped = msgspec.json.decode((DATA / "hosts.json").read_bytes(), type=dict[str, int])
        for number, row in enumerate(self._own):
            shipped.update(dict.fromkeys(row.outlet.domains, number - len(self._own)))
        return shipped

    @cached_property
    def automaton(self) -> Any:
        """The automaton over `names.attached`; each match gives (length, value)."""
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for name, value in self.names.attached.items():
            automaton.add_word(name, (len(name), value))
        automaton.make_automaton()
        return automaton

    @cached_property
    def small(self) -> Any:
        """The automaton over the names that are written with a small first letter; each match gives (length, value)."""
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for name, value in self.names.small.items():
            automaton.add_word(name, (len(name), value))
        automaton.make_automaton()
        return automaton

    @cached_property
    def lowered(self) -> dict[str, int]:
        """Every name in lower case to its row; for the rare name that no quicker table has."""
        found: dict[str, int] = {}
        for names in (self.names.attached, self.names.names):  # the first of equal names holds, so the last go in first
            backwards = reversed(names.items())
            found |= {key.lower() if key.isascii() else lower(key): value >> 1 for key, value in backwards}
        return found

    def outlet(self, row: int) -> Outlet:
        """The outlet of a row."""
        return self._own[row].outlet if row < 0 else _outlet(row)


@cache
def _outlet(row: int) -> Outlet:
    curated, table = _lines()
    return read_row(curated[row]).outlet if row < len(curated) else _table_outlet(table[row - len(curated)])


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


_own: list[Row] = []


@cache
def index() -> Index:
    """The index over the shipped files and what `extend` added."""
    return Index(tuple(_own))


def extend(text: str, source: str) -> int:
    """Add a newsroom's own rows, which win over ours; how many. Raises `RowError` for a row that cannot be used."""
    rows = read_rows(text, source)
    _own[:0] = rows
    _forget_looked_up()
    return len(rows)


def forget() -> None:
    """Drop what `extend` added."""
    _own.clear()
    _forget_looked_up()


def _forget_looked_up() -> None:
    index.cache_clear()
    by_name.cache_clear()


_ARTICLE = re.compile(r"(?:the|die|der|das|le|la|les|el|il|lo|los|de|het|o|a)\s+")


@lru_cache(maxsize=2048)
def by_name(name: str) -> Outlet | None:
    """The outlet of that name or alias, whatever the case, with or without its article; None where there is none.

    The whole string must be the name; for names within a text see `find`.
    """
    known = index()
    written = fold_name(name).strip(" .,:;()[]\"'")
    names = known.names
    value = names.names.get(written, names.attached.get(written))
    if value is None:
        value = names.loose.get(lower(written))
    if value is not None:
        return known.outlet(value >> 1)
    key = lower(written)
    row = known.lowered.get(key)
    if row is None:
        bare = _ARTICLE.sub("", key, count=1)
        row = known.lowered.get(bare if bare != key else f"the {key}")
    return None if row is None else known.outlet(row)


def by_host(host: str) -> Outlet | None:
    """The outlet that runs this host: of the host itself or of the nearest domain above it; None where there is none."""
    known = index()
    labels = host.strip().rstrip(".").lower().split(":")[0].split(".")
    for i in range(len(labels) - 1):
        row = known.hosts.get(".".join(labels[i:]))
        if row is not None:
            return known.outlet(row)
    return None
