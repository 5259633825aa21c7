"""`audit.json`: round trip, schema, versions, and what is no audit."""

from __future__ import annotations

import json

import msgspec
import pytest
from msgspec.structs import replace

from audit.errors import FileTargetError
from audit.model import Mark
from audit.report import json_document
from tests.report import invented


def test_round_trip() -> None:
    audit = invented.audit()
    assert json_document.decode(json_document.encode(audit)) == audit


def test_marks_are_not_written() -> None:
    audit = invented.audit()
    marked = replace(audit, page=replace(audit.page, marks=(Mark("row", 0, 4),)))
    assert json_document.encode(marked) == json_document.encode(audit)
    assert b'"marks"' not in json_document.encode(marked)


def test_shape_that_other_programs_rely_on() -> None:
    document = json.loads(json_document.encode(invented.audit()))
    assert document["schema"] == "tracewire/audit/1"
    start, end = document["attributions"][0]["source"][0]
    assert document["page"]["text"][start:end] == "Harbour TV"
    assert document["edges"][0]["from"] == {"name": "MERIDIANFEED", "type": "publisher"}
    assert document["chains"][0]["ends_anonymous"] is True
    assert b"\n" not in json_document.encode(invented.audit())


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no audit"),
        (b"[]", "no audit"),
        (b"{}", "no audit"),
        (b"\xff\xfe", "no audit"),
        (b"[" * 100_000, "no audit"),
        (b'{"schema":"tracewire/audit/1"}', "no audit"),
        (b'{"schema":"tracewire/audit/0"}', "never was"),
        (b'{"schema":"tracewire/audit/7"}', "newer tracewire"),
        (b'{"schema":"other/audit/1"}', "no audit"),
    ],
)
def test_what_is_no_audit(data: bytes, says: str) -> None:
    with pytest.raises(FileTargetError) as error:
        json_document.decode(data)
    assert says in str(error.value)


def test_fields_of_newer_programs_are_ignored() -> None:
    document = json.loads(json_document.encode(invented.audit()))
    document["later"] = {"x": 1}
    document["page"]["later"] = 2
    assert json_document.decode(json.dumps(document).encode()) == invented.audit()


def test_older_versions_are_brought_up_to_today(monkeypatch: pytest.MonkeyPatch) -> None:
    document = json.loads(json_document.encode(invented.audit()))
    document["schema"] = "tracewire/audit/0"
    document["rules"] = document.pop("ruleset")

    def upgrade(old: dict) -> dict:
        return {**old, "schema": "tracewire/audit/1", "ruleset": old["rules"]}

    monkeypatch.setitem(json_document.MIGRATIONS, 0, upgrade)
    assert json_document.decode(json.dumps(document).encode()) == invented.audit()


def test_schema_describes_the_file() -> None:
    schema = json_document.schema()
    assert schema["$schema"].endswith("2020-12/schema")
    assert "marks" not in schema["$defs"]["Page"]["properties"]
    assert set(msgspec.to_builtins(invented.audit())) == set(schema["$defs"]["Audit"]["properties"])
