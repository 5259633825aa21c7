"""`tracewire export` and `tracewire report --share`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.cli import run
from audit.cli.export_command import FORMATS
from audit.report import archive, exports, json_document
from tests.report import invented


def test_the_formats_are_those_of_the_exports() -> None:
    assert tuple(exports.FORMATS) == FORMATS


def test_an_archive_as_json_lines(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    for _ in range(2):
        archive.add(tmp_path, invented.audit(), b"x")
    assert run(["export", str(tmp_path)]) == 0
    lines = capfdbinary.readouterr().out.splitlines()
    assert [json_document.decode(line) for line in lines] == [invented.audit()] * 2


def test_a_file_as_provenance(tmp_path: Path) -> None:
    source, out = tmp_path / "audit.json", tmp_path / "prov.json"
    source.write_bytes(json_document.encode(invented.audit()))
    assert run(["export", str(source), "--format", "prov", "--out", str(out)]) == 0
    assert "wasDerivedFrom" in json.loads(out.read_bytes())


def test_what_cannot_be_read_or_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", str(tmp_path / "none.json")]) == 3
    source = tmp_path / "audit.json"
    source.write_bytes(json_document.encode(invented.audit()))
    assert run(["export", str(source), "--out", str(tmp_path / "no" / "file")]) == 3
    assert "cannot be written" in capsys.readouterr().err


def test_a_report_to_send(tmp_path: Path) -> None:
    source, out = tmp_path / "audit.json", tmp_path / "share.html"
    source.write_bytes(json_document.encode(invented.audit()))
    assert run(["report", str(source), "--out", str(out), "--share"]) == 0
    assert "not the whole text" in out.read_text(encoding="utf-8")


def test_a_folder_that_is_no_archive_is_said_to_be_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", str(tmp_path)]) == 3
    assert "no archive" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["export"], ["report", "--out", "x.html"]])
def test_what_is_no_audit_is_named(command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("no audit", encoding="utf-8")
    assert run([*command, str(other)]) == 3
    assert "notes.txt: this is no audit" in capsys.readouterr().err
