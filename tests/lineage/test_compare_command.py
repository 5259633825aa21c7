"""`tracewire compare`: targets, output, JSON, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.cli import run
from audit.report import json_document
from tests.lineage.comparing import DRIFTED, OTHER, STORY, audit_of, page, published

GERMAN = [
    "Die Fähre fährt im Sommer nicht mehr nach Karsund, sagte Maren Holt am Dienstag vor der Presse im Hafen.",
    "Der Vorstand will Ende April entscheiden, und die Gewerkschaft ist nach eigenen Angaben nicht gefragt worden.",
    "Auf den Inseln fürchten die Menschen um ihre Läden, denn der nächste Arzt ist eine Stunde mit dem Boot entfernt.",
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    early, late = published("2026-03-06T06:00:00Z"), published("2026-03-06T09:00:00Z")
    (tmp_path / "original.html").write_text(page("northwire", STORY, head=early), encoding="utf-8")
    (tmp_path / "copy.html").write_text(
        page("courier", DRIFTED, headline="Ferry stops in summer", head=late), encoding="utf-8"
    )
    (tmp_path / "other.html").write_text(page("echo", OTHER, headline="Wheat rises"), encoding="utf-8")
    (tmp_path / "empty.html").write_text("<html><body></body></html>", encoding="utf-8")
    return tmp_path


def lines(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[dict]]:
    code = run(["compare", *arguments, "--json", "-"])
    return code, [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_json_has_alignment_findings_and_who_was_first(folder: Path, capsys) -> None:
    code, (one,) = lines(capsys, "copy.html", "original.html")
    assert code == 0
    assert one["schema"] == "tracewire/comparison/1"
    assert {p["kind"] for p in one["alignment"]["pairs"]} == {"edited", "dropped"}
    codes = {f["code"] for f in one["findings"]}
    assert codes >= {"DRF602", "DRF603", "DRF604", "DRF605", "DRF606", "DRF607", "DRF608", "DRF611"}
    assert one["precedence"]["first"] == "original"
    texts = {"copy": 0, "original": 0}
    for finding in one["findings"]:
        for side in texts:
            texts[side] += sum(e["kind"] == "span" for e in finding[side])
    assert all(texts.values())


def test_the_page_is_written_and_told(folder: Path, capsys) -> None:
    assert run(["compare", "copy.html", "original.html"]) == 0
    told = capsys.readouterr().out
    assert "DRF604" in told
    assert "“9.2 million” in the copy" in told
    (written,) = (folder / "comparisons").glob("ferry-stops-in-summer-*.html")
    first = written.read_bytes()
    assert b"DRF604" in first
    assert run(["compare", "copy.html", "original.html", "--quiet", "--out", "again"]) == 0


def test_audits_are_targets_too_and_give_equal_bytes(folder: Path, capsys) -> None:
    for site, html in (("northwire", page("northwire", STORY)), ("courier", page("courier", DRIFTED))):
        (folder / f"{site}.json").write_bytes(json_document.encode(audit_of(folder, site, html)))
    for out in ("one", "two"):
        assert run(["compare", "courier.json", "northwire.json", "--quiet", "--out", out]) == 0
    (one,), (two,) = (folder / "one").iterdir(), (folder / "two").iterdir()
    assert one.name == two.name
    assert one.read_bytes() == two.read_bytes()


def test_untouched_copies_have_no_findings(folder: Path, capsys) -> None:
    (folder / "same.html").write_text(page("echo", STORY), encoding="utf-8")
    _, (one,) = lines(capsys, "same.html", "original.html")
    assert one["findings"] == []
    assert one["alignment"]["overlap"]["copy_shared"] == one["alignment"]["overlap"]["copy_words"] > 50


def test_three_pages_have_a_family(folder: Path, capsys) -> None:
    code, found = lines(capsys, "copy.html", "original.html", "other.html")
    assert code == 0
    assert len(found) == 2
    assert found[0]["family"]["origins"] == [[0, 1], [2]]
    assert len(found[0]["family"]["merges"]) == 1
    assert run(["compare", "copy.html", "original.html", "other.html"]) == 0
    assert "2 independent in 3 pages" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["copy.html", "original.html", "--fail-on", "error"], 1),
        (["original.html", "original.html", "--fail-on", "error"], 0),
        (["copy.html", "original.html", "--fail-on", "loud"], 2),
        (["copy.html", "original.html", "--select", "DRF6O4"], 2),
        (["copy.html"], 2),
        (["copy.html", "missing.html"], 3),
        (["copy.html", "empty.html"], 3),
    ],
)
def test_exit_codes(folder: Path, capsys, arguments: list[str], code: int) -> None:
    assert run(["compare", *arguments, "--quiet"]) == code


def test_rules_can_be_chosen(folder: Path, capsys) -> None:
    _, (one,) = lines(capsys, "copy.html", "original.html", "--select", "DRF60", "--ignore", "DRF602,negation-changed")
    assert {f["code"] for f in one["findings"]} == {"DRF603", "DRF604", "DRF606", "DRF607", "DRF608"}


def test_other_languages_are_not_aligned(folder: Path, capsys) -> None:
    german = page("anzeiger", GERMAN)
    (folder / "german.html").write_text(german.replace('lang="en"', 'lang="de"'), encoding="utf-8")
    _, (one,) = lines(capsys, "german.html", "original.html")
    assert "different languages" in one["not_assessable_because"]
    assert one["alignment"]["pairs"] == []
