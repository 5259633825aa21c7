"""The rule set as table, document and explanation; and the pages that are generated from it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.errors import UsageError
from audit.findings import RULESET, catalogue, documentation
from audit.findings.registry import every
from audit.findings.reserved import RESERVED, Reserved

RULES = every()

DOCS = Path(__file__).resolve().parents[2] / "docs" / "findings"


def test_table_has_every_rule() -> None:
    lines = catalogue.table().splitlines()
    assert len(lines) == len(RULES) + 2
    assert all(any(line.startswith(r.code) and r.name in line for line in lines) for r in RULES)


def test_document() -> None:
    read = json.loads(catalogue.encode())
    assert read["ruleset"] == RULESET
    assert [r["code"] for r in read["rules"]] == [r.code for r in RULES]
    assert all(r["standards"] and r["false_positives"] and r["answer"] for r in read["rules"])
    assert len([r for r in read["rules"] if r["stability"] == "stable"]) >= 45


@pytest.mark.parametrize("one", [pytest.param(r, id=r.code) for r in RULES])
def test_explains_every_rule(one) -> None:
    told = " ".join(catalogue.explain(one.code).split())
    assert told == " ".join(catalogue.explain(one.name).split())
    for part in (one.code, one.name, one.summary, one.why, one.answer, *one.standards):
        assert part in told
    assert "→" in told


def test_explain_names_what_is_near() -> None:
    with pytest.raises(UsageError, match="did you mean rote-anonymity-reason"):
        catalogue.explain("rote-anonymity-reasons")


def test_the_committed_pages_are_what_the_rules_say() -> None:
    assert documentation.differences(DOCS) == [], "run python -m audit.findings.documentation docs/findings"


def test_pages_are_written_and_removed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ANO999.md").write_text("gone", encoding="utf-8")
    assert documentation.main(["--check", str(tmp_path)]) == 1
    assert documentation.main([str(tmp_path)]) == 0
    assert documentation.main(["--check", str(tmp_path)]) == 0
    assert not (tmp_path / "ANO999.md").exists()
    assert documentation.main([]) == 2
    assert "usage" in capsys.readouterr().err


@pytest.mark.parametrize("one", RESERVED, ids=lambda r: r.code)
def test_codes_kept_free_are_explained_and_given_to_no_rule(one: Reserved) -> None:
    assert one.code not in {r.code for r in every()}
    assert one.name not in {r.name for r in every()}
    assert one.told in catalogue.explain(one.code.lower())
    assert f"| {one.code} |" in documentation.index_page()
