"""What the report's pages show, asked of the tables in SQL. Every list is bounded; what it leaves out is counted."""

from __future__ import annotations

from typing import Any, NamedTuple

from audit.corpus.duck import connect, quoted
from audit.corpus.folder import Folder
from audit.errors import UsageError
from audit.lexicon.outlets import index
from audit.model import Frozen

MOST_BARS = 40
"""Publishers of a bar chart, those with the most pages."""
MOST_SIDE = 24
"""Rows and columns of the matrix."""
MOST_EDGES = 40
"""Lines of the graph."""
MOST_STORIES = 200
GRADES = ("G0", "G1", "G2", "G3", "G4", "G5")


class Share(NamedTuple):
    """Words of a publisher's reporting: all, of agencies, of others, the part of both that its pages name themselves."""

    publisher: str
    pages: int
    words: int
    agency: int
    others: int
    named: int


class Grades(NamedTuple):
    """Attributions of a publisher: to somebody named, and to unnamed sources by grade."""

    publisher: str
    pages: int
    named: int
    unnamed: tuple[int, ...]


class Carry(NamedTuple):
    """A publisher that carries an origin's text: pages, those that say so, different texts."""

    carrier: str
    origin: str
    pages: int
    declared: int
    texts: int


class Story(NamedTuple):
    """A story with one origin and several publishers."""

    headline: str
    origin: str
    pages: int
    publishers: tuple[str, ...]
    first: str
    first_publisher: str


class Numbers(Frozen, frozen=True):
    """All of it."""

    tool: str
    ruleset: str
    pages: int
    publishers: int
    not_assessable: int
    aside: tuple[tuple[str, int], ...]
    kinds: tuple[tuple[str, int], ...]
    languages: tuple[tuple[str, int], ...]
    shares: tuple[Share, ...]
    grades: tuple[Grades, ...]
    carries: tuple[Carry, ...]
    carries_in_all: int
    disclaimers: tuple[tuple[str, int, dict[str, int]], ...]
    """Publisher, its pages, and pages by kind of disclaimer."""
    stories: tuple[Story, ...]
    stories_of_one_origin: int
    stories_in_all: int


def ask(folder: Folder, memory: int = 1_000_000_000) -> Numbers:
    """The numbers of a linked corpus. Raises UsageError where it is not linked."""
    if not (folder.links / "stories.parquet").exists():
        raise UsageError(f"{folder.root} is not linked", "run tracewire corpus link on it first")
    with connect(memory, threads=2, spill=folder.work / "spill") as database:
        for table in ("pages", "attributions", "disclaimers", "aside"):
            database.execute(f"CREATE VIEW {table} AS FROM read_parquet({quoted(folder.path / table / '*.parquet')})")
        for table in ("pages", "clusters", "stories", "carries"):
            path = quoted(folder.links / f"{table}.parquet")
            database.execute(f"CREATE VIEW linked_{table} AS FROM read_parquet({path})")
        database.execute(
            f"""CREATE TEMP TABLE shown AS SELECT publisher, count(*) AS pages FROM linked_pages
            WHERE publisher IS NOT NULL GROUP BY ALL ORDER BY pages DESC, publisher LIMIT {MOST_BARS}"""
        )

        def rows(query: str) -> list[Any]:
            return database.execute(query).fetchall()

        (first,) = rows(
            """SELECT count(*), count(*) FILTER (NOT assessable), any_value(tool), any_value(ruleset),
            (SELECT count(DISTINCT publisher) FROM linked_pages) FROM pages"""
        )
        (stories,) = rows("SELECT count(*), count(*) FILTER (origins = 1 AND publishers > 1) FROM linked_stories")
        return Numbers(
            tool=str(first[2]),
            ruleset=str(first[3]),
            pages=first[0],
            publishers=first[4],
            not_assessable=first[1],
            aside=tuple(rows("SELECT why, count(*) FROM aside GROUP BY ALL ORDER BY 2 DESC, 1")),
            kinds=tuple(rows("SELECT provenance.kind, count(*) FROM pages GROUP BY ALL ORDER BY 2 DESC, 1")),
            languages=tuple(
                rows(
                    "SELECT coalesce(language, 'unknown'), count(*) FROM pages GROUP BY ALL ORDER BY 2 DESC, 1 LIMIT 12"
                )
            ),
            shares=_shares(rows),
            grades=_grades(rows),
            carries=tuple(
                Carry(*row)
                for row in rows(
                    "SELECT carrier, origin, pages, declared, texts FROM linked_carries"
                    " ORDER BY pages DESC, carrier, origin LIMIT 2000"
                )
            ),
            carries_in_all=rows("SELECT count(*) FROM linked_carries")[0][0],
            disclaimers=_disclaimers(rows),
            stories=tuple(
                Story(row[0] or "without a headline", row[1], row[2], tuple(row[3]), row[4], row[5])
                for row in rows(
                    f"""
                    SELECT any_value(c.headline), any_value(s.origin_names[1]), any_value(s.pages),
                        list(DISTINCT l.publisher ORDER BY l.publisher), strftime(any_value(s.first_seen), '%Y-%m-%d %H:%M'),
                        any_value(s.first_publisher)
                    FROM linked_stories s JOIN linked_pages l USING (story) LEFT JOIN linked_clusters c ON c.cluster = s.story
                    WHERE s.origins = 1 AND s.publishers > 1 AND l.publisher IS NOT NULL
                    GROUP BY s.story ORDER BY count(DISTINCT l.publisher) DESC, any_value(s.pages) DESC, s.story
                    LIMIT {MOST_STORIES}
                    """
                )
            ),
            stories_of_one_origin=stories[1],
            stories_in_all=stories[0],
        )


def _shares(rows: Any) -> tuple[Share, ...]:
    found = rows(
        """SELECT l.publisher, any_value(s.pages), l.origin, sum(p.words), sum(p.words) FILTER (l.basis = 'declared')
        FROM linked_pages l JOIN shown s USING (publisher) JOIN pages p USING (page) GROUP BY l.publisher, l.origin"""
    )
    sums: dict[str, list[int]] = {}
    for publisher, pages, origin, words, named in found:
        row = sums.setdefault(publisher, [pages, 0, 0, 0, 0])
        row[1] += int(words)
        if origin is not None and origin != publisher:
            outlet = index.by_name(origin)
            row[2 if outlet is not None and outlet.kind == "agency" else 3] += int(words)
            row[4] += int(named or 0)
    shares = [Share(publisher, *row) for publisher, row in sums.items()]
    return tuple(sorted(shares, key=lambda s: (-(s.agency + s.others) / max(s.words, 1), -s.pages, s.publisher)))


def _grades(rows: Any) -> tuple[Grades, ...]:
    counts = ", ".join(f"count(*) FILTER (a.voice.grade = '{grade}')" for grade in GRADES)
    found = rows(
        f"""SELECT l.publisher, any_value(s.pages), count(*) FILTER (a.voice.grade IS NULL AND a.voice.type <> 'none'), {counts}
        FROM attributions a JOIN linked_pages l USING (page) JOIN shown s USING (publisher) GROUP BY l.publisher"""
    )
    grades = [Grades(row[0], row[1], row[2], tuple(row[3:])) for row in found]
    return tuple(
        sorted(grades, key=lambda g: (-sum(g.unnamed) / max(sum(g.unnamed) + g.named, 1), -g.pages, g.publisher))
    )


def _disclaimers(rows: Any) -> tuple[tuple[str, int, dict[str, int]], ...]:
    found = rows(
        """SELECT publisher, any_value(pages), kind, count(DISTINCT page) FROM (
            SELECT l.publisher, s.pages, d.page, unnest(d.kinds) AS kind
            FROM disclaimers d JOIN linked_pages l USING (page) JOIN shown s USING (publisher)
        ) WHERE kind <> 'copyright' GROUP BY publisher, kind ORDER BY publisher, kind"""
    )
    kinds: dict[str, dict[str, int]] = {}
    pages: dict[str, int] = {}
    for publisher, count, kind, with_kind in found:
        kinds.setdefault(publisher, {})[kind] = with_kind
        pages[publisher] = count
    ordered = sorted(kinds, key=lambda p: (-max(kinds[p].values()) / pages[p], -pages[p], p))
    return tuple((publisher, pages[publisher], kinds[publisher]) for publisher in ordered)
