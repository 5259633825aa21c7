"""The auditor's hand stands beside what the tool saw and never over it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import msgspec
import pytest

from audit.errors import UsageError
from audit.findings import hand, hand_form
from audit.model import Audit, Quoted, Review, Stated

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


def stated(audit: Audit, text: str = FILE) -> Review:
    return hand.review(audit, text.encode(), "auditor.toml", at="2026-03-05T08:00:00Z", by="Night desk")


def test_everything_enters_as_stated(make_audit) -> None:
    audit = make_audit()
    review = stated(audit)
    assert [s.kind for s in review.statements] == ["note", "correction", "dismissal", "reply"]
    assert all(isinstance(s.evidence[0], Stated) for s in review.statements)
    assert review.statements[1].text == "The provider is Khaama Press: told by phone"
    assert review.statements[1].subject == "provider"
    assert review.statements[3].text == "Harbour Post, 2026-03-04: We stand by it."
    quoted = review.statements[0].evidence[1]
    assert isinstance(quoted, Quoted)
    assert audit.page.text[quoted.start : quoted.end] == quoted.quote


def test_nothing_that_was_seen_is_lost(make_audit) -> None:
    audit = make_audit()
    dismissed = stated(audit).dismissed()
    assert {f.code for f in audit.findings if f.fingerprint in dismissed} == {"ANO201"}
    assert set(dismissed.values()) == {"The name is known to the desk."}
    assert audit == make_audit()


def test_one_finding_by_its_fingerprint(make_audit) -> None:
    audit = make_audit()
    mark = audit.findings[0].fingerprint
    assert list(stated(audit, f'[[dismissal]]\nfinding = "{mark}"\nreason = "Seen."\n').dismissed()) == [mark]


def test_the_form_is_valid_and_its_lines_state_something_once_uncommented(make_audit) -> None:
    audit = make_audit()
    form = hand_form.form(audit)
    assert tomllib.loads(form) == {}
    assert all(f.fingerprint in form for f in audit.findings)
    lines = form.splitlines()
    at = next(i for i, line in enumerate(lines) if audit.findings[0].fingerprint in line)
    filled = "\n".join(line.removeprefix("# ") for line in lines[at - 1 : at + 2]).replace(
        'reason = ""', 'reason = "Known."'
    )
    assert stated(audit, filled).dismissed() == {audit.findings[0].fingerprint: "Known."}


def test_hostile_words_stay_in_the_comments_of_the_form(make_audit) -> None:
    audit = make_audit()
    hostile = msgspec.structs.replace(audit.page, headline="x\n[[note]]\ntext = 'y'\u2028\x1b[31m\x00")
    form = hand_form.form(msgspec.structs.replace(audit, page=hostile))
    assert tomllib.loads(form) == {}
    assert "\x1b" not in form


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
        ("", "it states nothing"),
        ("# [[note]]\n", "it states nothing"),
    ],
)
def test_errors_name_the_place(make_audit, text: str, told: str) -> None:
    with pytest.raises(UsageError) as error:
        stated(make_audit(), text)
    assert told in str(error.value)
    assert "auditor.toml" in str(error.value)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        hand.read(tmp_path / "auditor.toml")
