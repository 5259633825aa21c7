"""docs/corpus.md names every column of every table, and its SQL runs."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from audit.corpus.tables import TABLES, columns
from tests.corpus.stories import linked_corpus

DOCS = (Path(__file__).resolve().parents[2] / "docs" / "corpus.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("table", TABLES)
def test_the_documentation_has_every_column_in_order(table: str) -> None:
    (row,) = re.findall(rf"^\| `{table}` \| [^|`][^\n]* \| ([^\n]*) \|$", DOCS, re.MULTILINE)
    assert re.findall(r"`(\w+)`", row) == [column.name for column in columns(table)]


def test_the_documented_queries_run_and_the_link_tables_are_described(tmp_path: Path) -> None:
    root = linked_corpus(tmp_path)
    (sql,) = re.findall(r"```sql\n(.*?)```", DOCS, re.DOTALL)
    with duckdb.connect() as database:
        for query in sql.replace("'corpus/", f"'{root}/").split(";"):
            if query.strip():
                database.execute(query)
        rows = re.findall(r"^\| `(\w+)` \| ((?:`\w+`[^,|]*(?:, )?)+) \|$", DOCS, re.MULTILINE)
        assert len(rows) == 6
        for table, described in rows:
            found = [row[0] for row in database.execute(f"DESCRIBE FROM '{root}/links/{table}.parquet'").fetchall()]
            names = [
                re.match(r"`(\w+)`", part).group(1)
                for part in re.split(r", (?=`)", re.sub(r"\([^)]*\)", "", described))
            ]
            assert names == found, table
