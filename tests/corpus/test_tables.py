"""The tables are `audit.json` by rows: from them, the very document can be made again."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from audit.corpus.tables import TABLES, columns, parquet, rows
from audit.corpus.tables.spool import Spool
from audit.model import Audit, CaptureRecord, Page
from audit.pipeline import audit_target
from audit.report import json_document
from tests.corpus.conftest import NOW, page_html

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "harbour-talks.html"


def written(folder: Path, audits: list[Audit]) -> Path:
    spool = Spool(folder / "spool")
    for position, result in enumerate(audits):
        spool.add(0, position, rows.rows(result, "pages", position))
    spool.close()
    parquet.write(spool.folder, folder / "tables", spool.last.longest, 256_000_000)
    return folder / "tables"


def read(folder: Path, table: str) -> list[dict[str, Any]]:
    with duckdb.connect() as database:
        result = database.execute(f"SELECT * FROM '{folder}/{table}.parquet'")
        names = [column[0] for column in result.description]
        return [dict(zip(names, row, strict=True)) for row in result.fetchall()]


def without(value: Any, *names: str) -> Any:
    """`value` without fields of those names, and without the empty fields that a structure of all sorts of evidence has."""
    if isinstance(value, dict):
        return {k: without(v) for k, v in value.items() if v is not None and k not in names}
    return [without(v) for v in value] if isinstance(value, list | tuple) else value


def test_audit_json_can_be_made_again_from_the_tables(tmp_path: Path) -> None:
    result = audit_target(str(EXAMPLE), now=datetime.fromisoformat(NOW))
    out = written(tmp_path, [result])
    document = without(json.loads(json_document.encode(result)))
    (page,) = read(out, "pages")
    blocks = read(out, "blocks")
    assert "\n\n".join(b["text"] for b in blocks) == document["page"]["text"]
    for block, wanted in zip(blocks, document["page"]["blocks"], strict=True):
        assert (
            without(block, "page", "text")
            == {"structure": "paragraph", "path": "", "visible": True, "level": 0, "links": []} | wanted
        )
    for table in ("credits", "disclaimers", "edges", "chains", "findings"):
        assert [without(row, "page") for row in read(out, table)] == document[table], table
    found = [without(row, "page", "source_words", "cue_words", "content_words") for row in read(out, "attributions")]
    assert found == document["attributions"]
    for name in ("schema", "ruleset", "tool", "target", "capture", "provenance", "profile"):
        assert without(page[name]) == document[name], name
    for name in set(document["page"]) - {"text", "blocks"}:
        assert without(page[name]) == document["page"][name], name


def test_words_stand_beside_spans(tmp_path: Path) -> None:
    result = audit_target(str(EXAMPLE), now=datetime.fromisoformat(NOW))
    out = written(tmp_path, [result])
    for row, item in zip(read(out, "attributions"), result.attributions, strict=True):
        assert row["source_words"] == " … ".join(s.of(result.page.text) for s in item.source)
        assert row["content_words"] == " … ".join(s.of(result.page.text) for s in item.content)


@pytest.mark.parametrize("table", TABLES)
def test_every_table_has_its_columns_even_when_empty(table: str, tmp_path: Path) -> None:
    out = written(tmp_path, [])
    with duckdb.connect() as database:
        described = database.execute(f"DESCRIBE SELECT * FROM '{out}/{table}.parquet'").fetchall()
    assert [(row[0], row[1].replace('"', "")) for row in described] == [
        (c.name, c.type.replace('"', "")) for c in columns(table)
    ]


def test_half_a_surrogate_and_a_nul_do_not_stop_a_page(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    source = tmp_path_factory.mktemp("pages") / "odd.html"
    source.write_text(page_html(1).replace("Monday", "Mon\x00day"), encoding="utf-8")
    result = audit_target(str(source), now=datetime.fromisoformat(NOW))
    import msgspec

    odd: Page = msgspec.structs.replace(result.page, headline="half \ud800 a pair")
    record: CaptureRecord = msgspec.structs.replace(result.capture, url="https://x.example/\udcff")
    out = written(tmp_path, [msgspec.structs.replace(result, page=odd, capture=record)])
    (page,) = read(out, "pages")
    assert page["headline"] == "half ? a pair"
    assert page["capture"]["url"] == "https://x.example/?"


def test_keys_tell_pages_apart() -> None:
    keys = {rows.key(source, position) for source in ("a", "b", "a\0") for position in range(50)}
    assert len(keys) == 150
