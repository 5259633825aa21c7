"""The tables of a corpus: `audit.json` with its arrays as tables of their own, one row an element.

schema.py   the columns of every table, derived from `audit.model`, so that there is one schema
rows.py     an audit as rows
spool.py    rows of the pages done so far, in a way that survives being killed
parquet.py  a spool as Parquet files
"""

from __future__ import annotations

from audit.corpus.tables.parquet import write
from audit.corpus.tables.schema import TABLES, Column, columns

__all__ = ["TABLES", "Column", "columns", "write"]
