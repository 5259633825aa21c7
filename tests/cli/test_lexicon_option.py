"""`--lexicon FILE`: a newsroom's own outlet, credit form and disclaimer, from the file to the audit; and a bad row's error."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from audit.cli import run
from audit.lexicon import forms
from tests.provenance.credit_pages import BODY, article

OUTLET = {
    "outlet": "Quill Press Agency", "kind": "agency", "ownership": "cooperative", "country": "GB",
    "domains": ["quillpress.example"], "aliases": ["~QPA", "Agence Quill"], "credited_as": ["Quill Press Agency", "QPA"],
}  # fmt: skip
CREDIT = {
    "id": "ours.credit.harbour-desk", "family": "credit", "role": "mixed", "group": "mixed", "resolve": "any",
    "anchors": ["harbour desk copy"], "pattern": "harbour desk copy from {outlet}{stop}",
    "positive": ["Harbour desk copy from The Quill Courier"], "near_miss": ["The harbour desk copy was lost"],
}  # fmt: skip
NOTICE = {
    "id": "ours.not-edited.harbour-desk", "family": "disclaimer", "kind": "not-edited", "scope": "passage", "resolve": "none",
    "anchors": ["as the tide brought it"], "pattern": "[^.!?]*printed as the tide brought it[^.!?]*",
    "positive": ["This story is printed as the tide brought it."], "near_miss": ["It came as the tide brought it."],
}  # fmt: skip


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    yield tmp_path
    Path("none.jsonl").write_text("", encoding="utf-8")
    forms.use_extra(Path("none.jsonl"))


def page(**parts: Any) -> None:
    head = "<title>Port Quill</title><meta property='og:site_name' content='Newsbarn'>"
    html = f"<!doctype html><html lang='en'><head>{head}</head><body>{article(**parts)}</body></html>"
    Path("page.html").write_text(html, encoding="utf-8")


def lexicon(*rows: dict[str, object]) -> None:
    Path("ours.jsonl").write_text("// ours\n" + "\n".join(map(json.dumps, rows)), encoding="utf-8")


def audited(capfdbinary: pytest.CaptureFixture[bytes], *options: str) -> dict[str, Any]:
    assert run(["audit", "--json", "-", *options, "page.html"]) == 0
    return json.loads(capfdbinary.readouterr().out)


def test_an_outlet_of_ones_own_is_credited_and_cited(here: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    page(lead="SEATOWN (QPA) - ")
    lexicon(OUTLET)
    assert audited(capfdbinary)["credits"] == []
    found = audited(capfdbinary, "--lexicon", "ours.jsonl")
    assert [c["outlet"]["name"] for c in found["credits"]] == ["Quill Press Agency"]
    assert found["provenance"]["kind"] == "wire"
    page(body=(BODY[0], "The port is closed, Agence Quill reported on Monday, citing two captains.", *BODY[1:]))
    cites = [
        e["to"]["name"] for e in audited(capfdbinary, "--lexicon", "ours.jsonl")["edges"] if e["relation"] == "cites"
    ]
    assert cites == ["Quill Press Agency"]


def test_a_form_and_a_notice_of_ones_own(here: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    page(tail="Harbour desk copy from The Quill Courier\nThis story is printed as the tide brought it.")
    lexicon(CREDIT, NOTICE)
    found = audited(capfdbinary, "--lexicon", "ours.jsonl")
    assert [(c["form"], c["outlet"]["name"], c["role"]) for c in found["credits"]] == [
        ("ours.credit.harbour-desk", "Quill Courier", "contributed")
    ]
    assert [d["kinds"] for d in found["disclaimers"]] == [["not-edited"]]
    assert found["disclaimers"][0]["clauses"][0]["row"] == "ours.not-edited.harbour-desk"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (OUTLET | {"kind": "paper"}, "outlet 'Quill Press Agency': unknown kind 'paper'"),
        (OUTLET | {"country": "Britain"}, "no ISO code"),
        (OUTLET | {"domains": ["https://quillpress.example"]}, "no domain"),
        (OUTLET | {"colour": "blue"}, "colour"),
        (
            CREDIT | {"near_miss": ["Harbour desk copy from Newsbarn"]},
            "row 'ours.credit.harbour-desk': its near miss matches",
        ),
        (NOTICE | {"kind": None}, "every disclaimer has one"),
    ],
)
def test_a_bad_row_ends_the_run_with_its_line_and_the_reason(
    here: Path, capsys: pytest.CaptureFixture[str], row: dict[str, object], reason: str
) -> None:
    page()
    lexicon(row)
    assert run(["audit", "--lexicon", "ours.jsonl", "page.html"]) == 2
    shown = capsys.readouterr()
    assert "ours.jsonl, line 2" in shown.err
    assert reason in shown.err
    assert "docs/lexicon.md" in shown.err
    assert not (here / "reports").exists()
