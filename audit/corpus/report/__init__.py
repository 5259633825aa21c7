"""`tracewire corpus report`: static pages with plots of a linked corpus.

numbers.py  what the pages show, asked of the tables in SQL
figures.py  bars, a matrix, a graph: inline SVG without scripts
pages.py    the pages themselves
"""

from __future__ import annotations

from audit.corpus.report.pages import write

__all__ = ["write"]
