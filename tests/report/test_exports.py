"""The exports: read back by other readers, and harmless whatever the page says."""

from __future__ import annotations

import csv
import io
import json

import pytest
from msgspec.structs import replace

from audit.errors import UsageError
from audit.model import Credit, Node
from audit.report import json_document
from audit.report.exports import FORMATS, export
from tests.report import hostile, invented


def table(which: str, audit=None) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export([audit or invented.audit()], which))))


def test_json_lines_are_audits() -> None:
    lines = export([invented.audit(), invented.not_assessable()], "jsonl").splitlines()
    assert [json_document.decode(line.encode()) for line in lines] == [invented.audit(), invented.not_assessable()]


def test_claims_credits_and_findings_as_tables() -> None:
    claims = table("csv-claims")
    assert len(claims) == len(invented.ATTRIBUTIONS)
    assert claims[1]["voice"] == "Diplomatic sources"
    assert claims[1]["through"] == "Harbour TV"
    assert invented.TEXT[int(claims[1]["start"]) : int(claims[1]["end"])] == claims[1]["claim"]
    assert [c["name"] for c in table("csv-credits")] == ["Harbour TV", "provider not named"]
    assert [f["code"] for f in table("csv-findings")] == ["CHN306", "ANO206", "ANO202", "TRN802"]


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")'])
def test_no_cell_is_a_formula(start: str) -> None:
    audit = invented.of_text(start)
    for row in csv.reader(io.StringIO(export([replace(audit, findings=invented.FINDINGS)], "csv-findings"))):
        assert not row[0].startswith(("=", "+", "-", "@", "\t"))


def test_a_chat_message() -> None:
    message = export([invented.audit()], "markdown")
    assert message.startswith(("**Valdoria ready to resume talks", "**[Valdoria"))
    assert "Chain: **MERIDIANFEED** carries (inferred) → _provider not named_ cites → **Harbour TV**" in message
    assert "- `CHN306` warning: The page sends complaints" in message


def test_a_page_cannot_format_a_chat_message() -> None:
    audit = invented.of_text("**bold** [link](http://x) <b> @channel `code`")
    head = export([audit], "markdown").splitlines()[0]
    assert "\\[link\\]\\(http\\:" in head
    assert "\\@channel" in head


def test_prov_is_read_by_the_prov_package() -> None:
    prov = pytest.importorskip("prov.model")
    document = prov.ProvDocument.deserialize(content=export([invented.audit(), invented.not_assessable()], "prov"))
    labels = {str(label) for record in document.get_records() for label in record.get_attribute("prov:label")}
    assert {"MERIDIANFEED", "Harbour TV", "Diplomatic sources", "provider not named"} <= labels
    derived = [r for r in document.get_records() if r.get_type().localpart == "Derivation"]
    assert len(derived) >= len(invented.EDGES)


def test_annotations_select_the_words() -> None:
    collection = json.loads(export([invented.audit()], "annotations"))
    items = collection["first"]["items"]
    assert collection["total"] == len(items) > 10
    for item in items:
        quote, position = item["target"]["selector"]
        start, end = position["start"], position["end"]
        assert invented.TEXT[start:end] == quote["exact"]
        assert invented.TEXT[:start].endswith(quote["prefix"])
        assert invented.TEXT[end:].startswith(quote["suffix"])
    assert len({item["id"] for item in items}) == len(items)


def test_the_agency_is_the_source_of_a_citation() -> None:
    audit = invented.audit()
    agency = Node("North Wire Agency", "outlet")
    credited = replace(
        audit,
        credits=(Credit("carried", agency, "x", invented.quoted("LUNDE")),),
        edges=(),
        page=replace(audit.page, byline="By North Wire Agency", published="2026-11-19T10:00:00Z"),
    )
    (item,) = json.loads(export([credited], "csl"))
    assert item["source"] == "North Wire Agency"
    assert item["container-title"] == "MERIDIANFEED"
    assert "author" not in item
    assert item["issued"] == {"date-parts": [[2026, 11, 19]]}
    (signed,) = json.loads(export([replace(credited, page=replace(credited.page, byline="Mira Holt"))], "csl"))
    assert signed["author"] == [{"literal": "Mira Holt"}]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS)
def test_every_format_takes_every_page(name: str, text: str) -> None:
    written = export([hostile.everywhere(text)], name)
    assert written == export([hostile.everywhere(text)], name)
    if name in ("prov", "annotations", "csl"):
        json.loads(written)


def test_a_format_that_is_not_known() -> None:
    with pytest.raises(UsageError, match="xml"):
        export([], "xml")
