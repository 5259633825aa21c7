"""Text that a host repeats on page after page.

It is learned from a corpus, left out when its pages are linked, and known to the next run as wrapper. A block is repeated
where it stands on several pages of its host whose longest other block is not the same: that tells a standing notice from an
article that a host carries twice.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from audit.corpus.duck import connect, quoted
from audit.corpus.engines.child import Beat
from audit.corpus.folder import Folder
from audit.corpus.link.layout import Group, Layout
from audit.errors import UsageError
from audit.model import REPORTING, Block, Page

REPEATED = 5
"""Pages, their longest other blocks all different, on which a block makes it repeated: it links nobody to anybody."""
WRAPPER_PAGES = 10
"""Pages, and"""
WRAPPER_SHARE = 0.2
"""share of the host's pages, on which a repeated block is the host's wrapper, whatever its markup looks like."""
_LONGEST = 2_000
"""Characters of the longest block that is looked at."""
_TEXTS = ("body", "quote", "standfirst")


def note_blocks(beat: Beat, layout: Layout, group: Group) -> int:
    """Map: for every block of the group's pages a row with its hash and that of its page's longest other block.

    Each row goes to the part that its host belongs to; how many there are.
    """
    beat(group.number)
    pages, blocks = layout.tables("pages", group), layout.tables("blocks", group)
    labels = ", ".join(map(quoted, _TEXTS))
    with connect(layout.memory // 2, spill=layout.work / "spill") as database:
        database.execute(
            f"""
            CREATE TEMP TABLE place AS
                SELECT p.host, b.page, b.start, hash(b.text) AS code, length(b.text) AS size
                FROM read_parquet({blocks}) b JOIN read_parquet({pages}) p USING (page)
                WHERE p.host IS NOT NULL AND p.assessable AND b.label IN ({labels});
            CREATE TEMP TABLE noted AS
                SELECT host, code, page, min(start) AS start,
                    any_value(CASE WHEN longest[1] = code THEN longest[2] ELSE longest[1] END) AS other
                FROM place JOIN (SELECT page, max_by(code, size, 2) AS longest FROM place GROUP BY page) USING (page)
                WHERE size <= {_LONGEST} GROUP BY host, code, page
            """
        )
        for part in range(layout.parts):
            path = layout.noted(part, group.number)
            path.parent.mkdir(parents=True, exist_ok=True)
            database.execute(
                f"COPY (FROM noted WHERE hash(host) % {layout.parts} = {part}) TO {quoted(path)} (format parquet)"
            )
        row = database.execute("SELECT count(*) FROM noted").fetchone()
    return int(row[0]) if row else 0


def find_repeated(beat: Beat, layout: Layout, part: int) -> int:
    """Reduce: which blocks the hosts of this part repeat, each with one page where it stands; how many."""
    beat(part)
    rows = f"read_parquet({quoted(Path(layout.noted(part, 0)).parent / '*.parquet')})"
    layout.repeated(part).parent.mkdir(parents=True, exist_ok=True)
    with connect(layout.memory // 2, spill=layout.work / "spill") as database:
        found = database.execute(
            f"""
            CREATE TEMP TABLE often AS
                SELECT host, code, count(*) AS pages, min({{'page': page, 'start': start}}) AS example
                FROM {rows} GROUP BY host, code HAVING count(*) >= {REPEATED};
            COPY (
                SELECT host, pages, example.page AS page, example.start AS start FROM often SEMI JOIN (
                    SELECT host, code FROM (SELECT DISTINCT host, code, other FROM {rows} SEMI JOIN often USING (host, code))
                    GROUP BY host, code HAVING count(*) >= {REPEATED}
                ) USING (host, code)
            ) TO {quoted(layout.repeated(part))} (format parquet)
            """
        ).fetchone()
    return int(found[0]) if found else 0


def learn(beat: Beat, layout: Layout) -> int:
    """Write `links/wrapper.parquet`: host, text, the pages it stands on, the host's pages, whether it is wrapper."""
    beat("wrapper")
    pages, blocks = (quoted(layout.folder.path / table / "*.parquet") for table in ("pages", "blocks"))
    rows = f"read_parquet({quoted(Path(layout.repeated(0)).parent / '*.parquet')})"
    with connect(layout.memory // 2, spill=layout.work / "spill") as database:
        found = database.execute(
            f"""
            COPY (
                SELECT r.host, b.text, r.pages, h.of,
                    r.pages >= {WRAPPER_PAGES} AND r.pages >= {WRAPPER_SHARE} * h.of AS wrapper
                FROM {rows} r JOIN read_parquet({blocks}) b ON b.page = r.page AND b.start = r.start
                JOIN (SELECT host, count(*) AS of FROM read_parquet({pages}) GROUP BY host) h ON h.host = r.host
                ORDER BY r.host, r.pages DESC, b.text
            ) TO {quoted(layout.folder.links / "wrapper.parquet")} (format parquet, compression zstd)
            """
        ).fetchone()
    return int(found[0]) if found else 0


def repeated(corpus: Path) -> Path:
    """The table of what the hosts of `corpus` repeat. Raises UsageError where it is not linked."""
    path = Folder(str(corpus)).links / "wrapper.parquet"
    if not path.exists():
        raise UsageError(f"{corpus} is not linked", "run tracewire corpus link on it first")
    return path


class Learned:
    """What a linked corpus knows of its hosts' wrapper. Raises UsageError where `corpus` is not linked."""

    def __init__(self, corpus: Path) -> None:
        path = repeated(corpus)
        with connect() as database:
            query = f"SELECT host, text, pages, of FROM {quoted(path)} WHERE wrapper"
            found = database.execute(query).fetchall()
        self._known = {(host, _code(text)): (int(pages), int(of)) for host, text, pages, of in found}
        self._hosts = {host for host, _ in self._known}

    def relabel(self, page: Page, host: str | None) -> Page:
        """`page` with the blocks that its host repeats labelled `other`."""
        if host not in self._hosts:
            return page
        blocks = tuple(self._labelled(block, page.text, host) for block in page.blocks)
        return page if blocks == page.blocks else msgspec.structs.replace(page, blocks=blocks)

    def _labelled(self, block: Block, text: str, host: str | None) -> Block:
        if block.label not in REPORTING or block.label == "headline" or block.end - block.start > _LONGEST:
            return block
        known = self._known.get((host or "", _code(text[block.start : block.end])))
        if known is None:
            return block
        why = f"{host} repeats it: it stood on {known[0]:,} of its {known[1]:,} pages in the corpus learned from"
        return msgspec.structs.replace(block, label="other", confidence=0.9, why=why)


def _code(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest()
