"""A spool as Parquet files: DuckDB reads the lines under the tables' own types and writes columns."""

from __future__ import annotations

from pathlib import Path

from audit.corpus.duck import connect, name, quoted
from audit.corpus.tables.schema import TABLES, columns

COMPRESSION = "compression zstd, compression_level 3"
_SMALLEST_BUFFER = 4_000_000


def write(spool: Path, out: Path, longest: int, memory: int) -> dict[str, int]:
    """Write every table of the folder `spool` to `out`/TABLE.parquet; the number of rows of each.

    `longest` is the longest row in bytes, `memory` what DuckDB may take. Rows keep their order.
    """
    out.mkdir(parents=True, exist_ok=True)
    counts: dict[str, int] = {}
    with connect(memory, spill=out / "spill") as database:
        for table in TABLES:
            types = "{" + ", ".join(f"{name(c.name)}: {quoted(c.type)}" for c in columns(table)) + "}"
            source = (
                f"read_json({quoted(spool / f'{table}.jsonl')}, format = 'newline_delimited', columns = {types},"
                f" maximum_object_size = {max(longest + 1, _SMALLEST_BUFFER)})"
            )
            target = quoted(out / f"{table}.parquet")
            row = database.execute(
                f"COPY (SELECT * FROM {source}) TO {target} (format parquet, {COMPRESSION}, row_group_size 100_000)"
            ).fetchone()
            counts[table] = int(row[0]) if row else 0
    return counts
