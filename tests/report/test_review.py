"""The auditor's statements in the archive: sealed, verifiable, beside what was seen and never over it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from audit.errors import IntegrityError, UsageError
from audit.findings import hand
from audit.report import archive, html
from audit.report.archive import entries, ledger
from tests.report import invented

AT = "2026-12-01T10:00:00Z"


def auditor_file(**changed: str) -> bytes:
    code = changed.get("finding", invented.audit().findings[0].code)
    return f"""
[[correction]]
subject = "provider"
value = "Khaama <Press>"
source = "told by phone"

[[note]]
text = "The second paragraph was checked against the recording."
quote = "{invented.TEXT.split()[0]}"

[[dismissal]]
finding = "{code}"
reason = "Known to the desk."

[[reply]]
from = "MeridianFeed"
text = "We have added the provider."
""".encode()


def reviewed(root: Path) -> tuple[entries.Entry, entries.Entry]:
    first = archive.add(root, invented.audit(), b"bytes")
    return first, archive.review(root, first.path, auditor_file(), "auditor.toml", at=AT, by="Night desk")


def test_a_review_is_an_entry_of_its_own_and_leaves_the_first_untouched(tmp_path: Path) -> None:
    first = archive.add(tmp_path, invented.audit(), b"bytes")
    before = {p.name: p.read_bytes() for p in first.folder.iterdir()}
    review = archive.review(tmp_path, first.path, auditor_file(), "auditor.toml", at=AT, by="Night desk")
    assert {p.name: p.read_bytes() for p in first.folder.iterdir()} == before
    assert review.path == f"{first.path}-2"
    assert sorted(p.name for p in review.folder.iterdir()) == [
        "audit.json",
        "auditor.toml",
        "manifest.sha256",
        "page.txt",
        "report.html",
        "review.json",
    ]
    assert (review.folder / "auditor.toml").read_bytes() == auditor_file()
    assert (review.folder / "audit.json").read_bytes() == before["audit.json"]
    stated = json.loads((review.folder / "review.json").read_bytes())
    assert (stated["of"], stated["manifest"], stated["by"], stated["at"]) == (
        first.path,
        first.manifest,
        "Night desk",
        AT,
    )
    assert [s["kind"] for s in stated["statements"]] == ["note", "correction", "dismissal", "reply"]
    found = archive.verify(tmp_path)
    assert (found.entries, found.problems) == (2, ())
    assert "(with the auditor" in (tmp_path / "index.html").read_text("utf-8")
    archive.rebuild_index(tmp_path, force=True)
    assert archive.verify(tmp_path).problems == ()


def test_the_ledger_tells_a_review_from_an_audit_and_from_a_withdrawal(tmp_path: Path) -> None:
    first, review = reviewed(tmp_path)
    archive.withdraw(tmp_path, review.path, reason=f"review of {first.path} was wrong", by="Desk", at=AT)
    assert [line.reviewed for line, _ in ledger.read(tmp_path)] == [None, first.path, None]


def test_the_report_shows_both_and_marks_what_is_stated(tmp_path: Path) -> None:
    first, review = reviewed(tmp_path)
    shown = review.report.read_text("utf-8")
    assert "Khaama &lt;Press&gt;" in shown
    assert "As the page was read: " in shown
    assert "dismissed by the auditor" in shown
    assert "We have added the provider." in shown
    assert first.path in shown
    plain = first.report.read_text("utf-8")
    assert 'id="stated"' not in plain
    assert 'id="stated"' in shown
    for finding in invented.audit().findings:
        assert finding.code in shown


@pytest.mark.parametrize("name", ["auditor.toml", "review.json", "report.html"])
def test_any_altered_byte_of_a_review_is_found(tmp_path: Path, name: str) -> None:
    _, review = reviewed(tmp_path)
    (review.folder / name).write_bytes((review.folder / name).read_bytes() + b" ")
    assert archive.verify(tmp_path).problems[0].where == f"{review.path}/{name}"


def test_a_review_that_refers_to_what_never_was_is_found(tmp_path: Path) -> None:
    audit = invented.audit()
    stated = hand.review(audit, auditor_file(), "auditor.toml", at=AT)
    forged = {
        "report.html": html.render(audit, review=stated).encode(),
        "audit.json": b"{}",
        "auditor.toml": auditor_file() + b"# another",
        "review.json": json.dumps(
            {"schema": "tracewire/review/1", "statements": [], "file": "0" * 64, "of": "2026/11/none-00000000"}
        ).encode(),
    }
    forged["audit.json"] = (archive.add(tmp_path, audit, b"bytes").folder / "audit.json").read_bytes()
    entry = entries.place(tmp_path, audit, forged, at=AT, reason="review of 2026/11/none-00000000")
    problems = [str(p) for p in archive.verify(tmp_path).problems]
    assert f"{entry.path}/review.json: refers to an entry that the ledger does not have as it says" in problems
    assert f"{entry.path}/auditor.toml: is not the file whose statements these are" in problems


def test_a_review_stands_when_its_entry_is_withdrawn(tmp_path: Path) -> None:
    first, review = reviewed(tmp_path)
    assert archive.reviews_of(tmp_path, first.path) == (review.path,)
    archive.withdraw(tmp_path, first.path, reason="asked", by="desk", at=AT)
    assert archive.verify(tmp_path).problems == ()
    archive.withdraw(tmp_path, review.path, reason="asked", by="desk", at=AT)
    assert archive.verify(tmp_path).problems == ()
    assert archive.reviews_of(tmp_path, first.path) == ()


def test_what_cannot_be_reviewed(tmp_path: Path) -> None:
    first, review = reviewed(tmp_path)
    again = archive.review(tmp_path, review.path, auditor_file(), "auditor.toml", at=AT)
    assert json.loads((again.folder / "review.json").read_bytes())["of"] == review.path
    for entry in ("2026/11/none-00000000", "../..", ""):
        with pytest.raises(UsageError, match=r"entry"):
            archive.review(tmp_path, entry, auditor_file(), "auditor.toml", at=AT)
    with pytest.raises(UsageError, match=r"dismissal 1 of auditor\.toml: the audit has no finding XYZ999"):
        archive.review(tmp_path, first.path, auditor_file(finding="XYZ999"), "auditor.toml", at=AT)
    (first.folder / "page.txt").write_text("other words", encoding="utf-8")
    with pytest.raises(IntegrityError, match=r"page\.txt: altered"):
        archive.review(tmp_path, first.path, auditor_file(), "auditor.toml", at=AT)
    archive.withdraw(tmp_path, first.path, reason="asked", by="desk", at=AT)
    with pytest.raises(UsageError, match="was withdrawn"):
        archive.review(tmp_path, first.path, auditor_file(), "auditor.toml", at=AT)
    assert archive.audit_of(tmp_path, review.path) == invented.audit()
