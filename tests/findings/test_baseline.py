"""The baseline knows findings by what they say and where, and names the line that is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.errors import UsageError
from audit.findings import baseline
from audit.findings.sketches import claim, unnamed
from audit.findings.specimen import specimen


def test_round_trip(make_audit, tmp_path: Path) -> None:
    audit = make_audit()
    path = tmp_path / "known.txt"
    path.write_text(baseline.encode((audit.target.name, f) for f in audit.findings), encoding="utf-8")
    known = baseline.read(path)
    assert known.split(audit.target.name, audit.findings) == ((), len(audit.findings))
    assert known.split("other.txt", audit.findings) == (audit.findings, 0)


def test_what_is_known_stays_known_when_text_moves(make_audit) -> None:
    before = make_audit()
    known = baseline.Baseline(frozenset((before.target.name, f.fingerprint) for f in before.findings))
    moved = specimen(
        "headline: Ferry stops",
        "body: It rained all day.",
        "body: A source said the ferry would stop. A clerk said the port closed.",
        claims=[
            claim("A source", "said", "the ferry would stop", unnamed("A source", "G0")),
            claim("A clerk", "said", "the port closed", unnamed("A clerk", "G1")),
        ],
        medium="text",
    )
    after = make_audit(moved)
    new, left_out = known.split(after.target.name, after.findings)
    assert left_out >= 2
    assert {f.evidence[0].quote for f in new if f.code == "ANO202"} == {"A clerk"}


def test_encoding_is_sorted_and_unique(make_audit) -> None:
    audit = make_audit()
    both = [(audit.target.name, f) for f in audit.findings] * 2
    assert baseline.encode(both) == baseline.encode(reversed(both))
    assert len(baseline.encode(both).splitlines()) == len(audit.findings) + 1


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# fine\nnot an entry\n", 2),
        ("0123456789abcdef ANO202\n", 1),
        ("0123456789ABCDEF ANO202 ferry.txt\n", 1),
        ("\n\n0123456789abcdef ano202 ferry.txt", 3),
        ("<<<<<<< HEAD\n", 1),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, text: str, line: int) -> None:
    path = tmp_path / "known.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=rf"known\.txt, line {line}:"):
        baseline.read(path)


def test_no_file_and_no_text(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gone\.txt"):
        baseline.read(tmp_path / "gone.txt")
    with pytest.raises(UsageError, match="cannot be read"):
        baseline.read(tmp_path)
    (tmp_path / "binary").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="not UTF-8"):
        baseline.read(tmp_path / "binary")


def test_windows_line_ends_and_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "known.txt"
    path.write_bytes(b"\xef\xbb\xbf# tracewire baseline 1\r\n0123456789abcdef ANO202 a file.txt\r\n")
    assert baseline.read(path).known == frozenset({("a file.txt", "0123456789abcdef")})
