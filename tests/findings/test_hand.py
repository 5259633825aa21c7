"""The auditor's hand stands beside what the tool saw and never over it."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.errors import UsageError
from audit.findings import hand
from audit.model import Quoted, Stated

FILE = """
[[note]]
text = "The picture is from another storm."
quote = "the ferry would stop"

[[correction]]
subject = "provider"
value = "Khaama Press"
source = "told by phone"

[[dismissal]]
finding = "bare-source"
reason = "The name is known to the desk."

[[reply]]
from = "Harbour Post"
text = "We stand by it."
date = 2026-03-04
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "auditor.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_everything_enters_as_stated(make_audit, tmp_path: Path) -> None:
    audit = make_audit()
    reviewed = hand.review(audit, hand.read(written(tmp_path, FILE)))
    assert [s.kind for s in reviewed.statements] == ["note", "correction", "dismissal", "reply"]
    assert all(isinstance(s.evidence[0], Stated) for s in reviewed.statements)
    assert reviewed.statements[1].text == "provider: Khaama Press (told by phone)"
    assert reviewed.statements[3].text == "Harbour Post, 2026-03-04: We stand by it."
    quoted = reviewed.statements[0].evidence[1]
    assert isinstance(quoted, Quoted)
    assert audit.page.text[quoted.start : quoted.end] == quoted.quote


def test_nothing_that_was_seen_is_lost(make_audit, tmp_path: Path) -> None:
    audit = make_audit()
    reviewed = hand.review(audit, hand.read(written(tmp_path, FILE)))
    assert [f.code for f, _ in reviewed.dismissed] == ["ANO201"]
    assert reviewed.dismissed[0][1] == "The name is known to the desk."
    assert {*reviewed.standing, *(f for f, _ in reviewed.dismissed)} == {*audit.findings}
    assert audit == make_audit()


def test_one_finding_by_its_fingerprint(make_audit, tmp_path: Path) -> None:
    audit = make_audit()
    mark = audit.findings[0].fingerprint
    path = written(tmp_path, f'[[dismissal]]\nfinding = "{mark}"\nreason = "Seen."\n')
    assert [f.fingerprint for f, _ in hand.review(audit, hand.read(path)).dismissed] == [mark]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[note]]\n", "note 1 of auditor.toml: text is missing"),
        ('[[note]]\ntext = "a"\n[[note]]\ntext = ""\n', "note 2 of auditor.toml"),
        ('[[notes]]\ntext = "a"\n', "unknown table"),
        ('[note]\ntext = "a"\n', "two brackets"),
        ('note = ["a"]\n', "not a table"),
        ('[[note]]\ntext = "a"\ncolour = "b"\n', "unknown key colour"),
        ('[[correction]]\nsubject = "owner"\nvalue = "a"\nsource = "b"\n', "'owner' is no subject"),
        ('[[dismissal]]\nfinding = "DIS501"\nreason = "a"\n', "no finding DIS501"),
        ('[[note]]\ntext = "a"\nquote = "words that are not there"\n', "does not have the words"),
        ("[[note]\n", "not valid TOML"),
    ],
)
def test_errors_name_the_place(make_audit, tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(UsageError) as error:
        hand.review(make_audit(), hand.read(written(tmp_path, text)))
    assert told in str(error.value)
    assert "auditor.toml" in str(error.value)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        hand.read(tmp_path / "auditor.toml")
