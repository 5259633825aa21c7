"""DuckDB, the one library behind the tables.

It writes and reads Parquet and joins out of core, in 25 MB and without further dependencies (pyarrow has 55 MB and no
joins out of core). That is still too much for people who audit one page, hence the extra `tracewire[corpus]`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from audit.errors import UsageError

if TYPE_CHECKING:
    import duckdb


def connect(memory: int = 512_000_000, threads: int = 1, spill: Path | None = None) -> duckdb.DuckDBPyConnection:
    """A connection to an empty database in memory that takes at most about `memory` bytes.

    `spill` is where it puts what does not fit. Raises UsageError where DuckDB is not installed.
    """
    try:
        import duckdb
    except ImportError as problem:
        raise UsageError("corpora need DuckDB, which is not installed", "pip install 'tracewire[corpus]'") from problem
    config: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": f"{max(memory // 1_000_000, 64)}MB",
        "threads": threads,
        "autoinstall_known_extensions": False,  # nothing is fetched
        "autoload_known_extensions": False,
    }
    if spill is not None:
        spill.mkdir(parents=True, exist_ok=True)
        config["temp_directory"] = str(spill)
    database = duckdb.connect(":memory:", config=config)
    database.execute("SET enable_progress_bar = false")
    return database


def quoted(text: str | Path) -> str:
    """`text` as a SQL string."""
    return "'" + str(text).replace("'", "''") + "'"


def name(text: str) -> str:
    """`text` as a SQL identifier."""
    return '"' + text.replace('"', '""') + '"'
