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


def learn(beat: Beat, folder: Folder, memory: int) -> int:
    """Write `links/wrapper.parquet`: host, text, the pages it stands on, the host's pages, whether it is wrapper.

    The number of rows. Out of core: DuckDB spills what does not fit into `memory` bytes.
    """
    beat("wrapper")
    labels = ", ".join(map(quoted, _TEXTS))
    pages = quoted(folder.path / "pages" / "*.parquet")
    blocks = quoted(folder.path / "blocks" / "*.parquet")
    out = quoted(folder.links / "wrapper.parquet")
    with connect(memory, spill=folder.links / "work" / "spill") as database:
        database.execute(
            f"""
            CREATE TEMP VIEW place AS
                SELECT p.host, b.page, hash(b.text) AS code, b.text, length(b.text) AS size
                FROM read_parquet({blocks}) b JOIN read_parquet({pages}) p USING (page)
                WHERE p.host IS NOT NULL AND p.assessable AND b.label IN ({labels});
            CREATE TEMP TABLE main AS SELECT page, max_by(code, size, 2) AS longest FROM place GROUP BY page;
            CREATE TEMP TABLE repeated AS
                SELECT place.host, place.code, count(DISTINCT place.page) AS pages
                FROM place JOIN main USING (page)
                WHERE place.size <= {_LONGEST}
                GROUP BY ALL HAVING count(DISTINCT CASE WHEN longest[1] = code THEN longest[2] ELSE longest[1] END) >= {REPEATED};
            CREATE TEMP TABLE hosts AS SELECT host, count(*) AS of FROM read_parquet({pages}) GROUP BY host;
            COPY (
                SELECT host, any_value(text) AS text, pages, of,
                    pages >= {WRAPPER_PAGES} AND pages >= {WRAPPER_SHARE} * of AS wrapper
                FROM place JOIN repeated USING (host, code) JOIN hosts USING (host)
                GROUP BY host, code, pages, of ORDER BY host, pages DESC, text
            ) TO {out} (format parquet, compression zstd)
            """
        )
        row = database.execute(f"SELECT count(*) FROM {out}").fetchone()
    return int(row[0]) if row else 0


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
