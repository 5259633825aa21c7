"""A newsroom's own rows: taken, or refused with the line and the reason."""

from __future__ import annotations

import json

import pytest

from audit.errors import UsageError
from audit.lexicon import forms
from audit.lexicon.forms.extra import lines_of, load_extra

ROW = {
    "id": "ours.credit.harbour-desk", "family": "credit", "role": "carried", "group": "byline", "resolve": "any",
    "anchors": ["harbour desk copy"], "pattern": "harbour desk copy from {outlet}{stop}",
    "positive": ["Harbour desk copy from The Quill Courier"], "near_miss": ["The harbour desk copy was lost"],
}  # fmt: skip


def written(tmp_path, *rows: dict[str, object] | str):
    path = tmp_path / "ours.jsonl"
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_rows_are_taken_and_tried(tmp_path) -> None:
    path = written(tmp_path, "// our partners", "", ROW)
    try:
        assert [row.id for row in forms.use_extra(path)] == ["ours.credit.harbour-desk"]
        text = "Harbour Desk copy from The Quill Courier."
        assert "ours.credit.harbour-desk" in {mark.row for mark in forms.match(text, lines_of(text))}
        assert forms.row("ours.credit.harbour-desk").role == "carried"
    finally:
        forms.use_extra(written(tmp_path))
    assert "ours.credit.harbour-desk" not in {row.id for row in forms.active_rows()}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"id": "credit.bare-agency"}, "already used"),
        ({"anchors": []}, "no anchors"),
        ({"role": None}, "needs a role"),
        ({"kind": "as-is"}, "kind is for disclaimers"),
        ({"strength": 2}, "strength"),
        ({"positive": []}, "no positive example"),
        ({"near_miss": []}, "no near miss"),
        ({"positive": ["Something else"]}, "does not match"),
        ({"near_miss": ["Harbour desk copy from Newsbarn"]}, "near miss matches"),
        ({"pattern": "harbour desk copy ("}, "does not compile"),
        ({"pattern": "harbour desk copy from {paper}"}, "unknown word {paper}"),
        ({"pattern": "harbour desk copy (?=x)"}, "does not compile"),
        ({"anchors": ["quay"]}, "holds none of its anchors"),
        ({"scope": "everywhere"}, "scope"),
        ({"colour": "blue"}, "colour"),
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_the_reason(tmp_path, change: dict[str, object], reason: str) -> None:
    path = written(tmp_path, "// a remark", ROW | {"id": "ours.fine"}, ROW | change)
    with pytest.raises(UsageError) as caught:
        load_extra(path)
    assert "ours.jsonl, line 3" in caught.value.message
    assert reason in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xff\xfe\x00", b'"x"'])
def test_no_rows_at_all(tmp_path, content: bytes) -> None:
    path = tmp_path / "ours.jsonl"
    path.write_bytes(content)
    with pytest.raises(UsageError):
        load_extra(path)


def test_a_missing_file(tmp_path) -> None:
    with pytest.raises(UsageError, match=r"cannot read the lexicon gone\.jsonl"):
        load_extra(tmp_path / "gone.jsonl")
