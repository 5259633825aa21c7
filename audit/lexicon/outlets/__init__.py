"""Outlets: agencies, newspapers, broadcasters, aggregators, release wires, syndicators, by name, host and in running text.

The data are tab-separated rows in `data/` (`rows.py` says what each column means). The curated files come first: what
they say wins over `table.tsv`, some 13,000 titles gathered from public lists. `names.json` and `hosts.json` are the index,
made from the rows by `bench/outlets/make_index.py`. Nothing is read before the first lookup.
"""

from __future__ import annotations

from audit.lexicon.outlets.index import by_host, by_name, extend, forget
from audit.lexicon.outlets.rows import Row, RowError, read_rows
from audit.lexicon.outlets.scan import Mention, find

__all__ = ["Mention", "Row", "RowError", "by_host", "by_name", "extend", "find", "forget", "read_rows"]
