"""Corpora of pages of our own making. Everything here needs DuckDB, the extra `corpus`."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

duckdb = pytest.importorskip("duckdb", reason="the extra `corpus` is not installed")

NOW = "2026-01-02T03:04:05+00:00"
TABLES = ("pages", "blocks", "credits", "disclaimers", "attributions", "edges", "chains", "findings", "aside")


def page_html(number: int, host: str = "daily.example") -> str:
    """A short page that differs from every other one in its words."""
    word = hashlib.sha256(str(number).encode()).hexdigest()[:8]
    return (
        f"<html><head><title>Bridge {word} reopens</title><link rel=canonical href='https://{host}/story-{number}'></head><body>"
        f"<h1>Bridge {word} reopens</h1><p>By Reuters</p>"
        f"<p>The bridge at {word} reopened on Monday, the transport ministry said in a"
        f" statement. Officials who asked not to be named said that works on pier {number} had cost twice the sum planned.</p>"
        f"<p>“We are glad,” said Mayor Ada Lindqvist. Traffic had been led through the old town for {number + 2} months.</p>"
        "<p>Disclaimer: the information is provided as is, without warranty of any kind.</p></body></html>"
    )


def write_pages(folder: Path, count: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        (folder / f"{number:04}.html").write_text(page_html(number), encoding="utf-8")
    return folder


def table(corpus: Path, name: str, order: str = "ALL") -> list[tuple[Any, ...]]:
    """All rows of a table, sorted."""
    source = f"read_parquet('{corpus}/{name}/*.parquet')"
    with duckdb.connect() as database:
        return sorted(database.execute(f"SELECT * FROM {source}").fetchall(), key=repr)


def tables(corpus: Path) -> dict[str, list[tuple[Any, ...]]]:
    return {name: table(corpus, name) for name in TABLES}
