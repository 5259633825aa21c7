"""Reduce: from one part of the index, the pairs of pages that share marks.

In the list of a mark each page is paired with the longest one and with the next longer one, not with every other. So the
pairs grow with the pages even where a story has thousands of copies, and a page that holds many stories (a digest, often the
longest in a list) does not keep their copies from meeting each other.
"""

from __future__ import annotations

from pathlib import Path

from audit.corpus.duck import connect, quoted
from audit.corpus.engines.child import Beat
from audit.corpus.link.layout import Layout


def near(beat: Beat, layout: Layout, part: int) -> int:
    """Write the pairs of part `part` to the buckets of their longer page; how many there are."""
    beat(part)
    files = [str(path) for path in sorted(Path(layout.postings(part, 0)).parent.glob("*.parquet"))]
    with connect(layout.memory // 2, spill=layout.work / "spill") as database:
        database.execute(
            f"""
            CREATE TEMP TABLE kept AS
                SELECT p.* FROM read_parquet({files}) p
                SEMI JOIN (SELECT mark FROM read_parquet({files}) GROUP BY mark HAVING count(*) > 1) USING (mark);
            CREATE TEMP TABLE pair AS
                WITH beside AS (
                    SELECT page AS b, first_value(page) OVER longer AS longest, lag(page) OVER longer AS next
                    FROM kept WINDOW longer AS (PARTITION BY mark ORDER BY size DESC, page)
                ), met AS (
                    SELECT longest AS a, b FROM beside WHERE longest <> b
                    UNION ALL SELECT next AS a, b FROM beside WHERE next <> longest AND next <> b
                )
                SELECT a, b, count(*)::UINTEGER AS marks FROM met GROUP BY a, b
            """
        )
        for bucket in range(layout.parts):
            path = layout.near(bucket, part)
            path.parent.mkdir(parents=True, exist_ok=True)
            database.execute(f"COPY (FROM pair WHERE a % {layout.parts} = {bucket}) TO {quoted(path)} (format parquet)")
        row = database.execute("SELECT count(*) FROM pair").fetchone()
    return int(row[0]) if row else 0
