"""Time-stamps by an authority of ours on loopback, asked for, kept, and verified."""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.capture import Limits
from audit.cli import run
from audit.errors import ContentError, FetchError, IntegrityError, UsageError
from tests.capture.loopback import serving

pytest.importorskip("rfc3161_client")
pytest.importorskip("asn1crypto")
from audit.capture.timestamp import Authority, read, verify
from tests.capture.authority import TestAuthority

LIMITS = Limits(allow_private=True, timeout=5, max_bytes=100_000, max_redirects=0)
DATA = b"some words"
STORY = str(Path(__file__).resolve().parents[2] / "examples" / "harbour-talks.html")
Captured = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def clock() -> TestAuthority:
    return TestAuthority()


def stamped(clock: TestAuthority, path: str = "/stamp") -> bytes:
    with serving(clock) as server:
        return Authority(server.url(path), LIMITS).stamp(DATA)


def test_a_stamp_is_asked_for_and_verified(clock, tmp_path) -> None:
    answer = stamped(clock)
    said = verify(answer, DATA, clock.write_root(tmp_path / "root.pem"))
    assert (said.at, said.authority) == ("2026-05-01T10:00:05Z", "CN=Harbour Clock")
    assert read(answer, DATA) == said


def test_a_stamp_that_does_not_hold(clock, tmp_path) -> None:
    answer = stamped(clock)
    root = clock.write_root(tmp_path / "root.pem")
    with pytest.raises(IntegrityError, match="other data"):
        verify(answer, b"other words", root)
    with pytest.raises(IntegrityError, match="signature does not hold"):
        verify(answer, DATA, TestAuthority().write_root(tmp_path / "other.pem"))
    forged = answer.replace(b"20260501100005Z", b"20250501100005Z")
    assert forged != answer
    with pytest.raises(IntegrityError, match="signature does not hold"):
        verify(forged, DATA, root)
    for broken in (b"", b"rubbish", answer[:-10], clock.refuse()):
        with pytest.raises(IntegrityError):
            verify(broken, DATA, root)
    (tmp_path / "none.pem").write_bytes(b"no certificate")
    for missing in ("none.pem", "missing.pem"):
        with pytest.raises(UsageError, match="no certificates"):
            verify(answer, DATA, tmp_path / missing)


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/refuse", "refuses: not today"),
        ("/other", "other data"),
        ("/replay", "another question"),
        ("/rubbish", "no time-stamp"),
        ("/gone", "answered 500"),
        ("/endless", "larger than the limit"),
    ],
)
def test_an_authority_that_gives_none(clock, path, says) -> None:
    with pytest.raises((FetchError, ContentError), match=says) as caught:
        stamped(clock, path)
    assert caught.value.hint


def audited(url: str) -> int:
    return run(["audit", STORY, "--quiet", "--allow-private", "--timestamp", url])


def test_an_entry_has_its_stamp_and_verify_knows_it(clock, tmp_path, monkeypatch, capsys: Captured) -> None:
    monkeypatch.chdir(tmp_path)
    clock.write_root(tmp_path / "root.pem")
    with serving(clock) as server:
        assert audited(server.url("/stamp")) == 0
    assert run(["audit", STORY, "--quiet"]) == 0  # a second entry, without one
    stamp = next(tmp_path.glob("reports/2*/*/*/manifest.tsr"))
    capsys.readouterr()
    assert run(["verify", "reports"]) == 0
    assert "1 of the entries have a time-stamp; their signatures were not checked" in capsys.readouterr().out
    assert run(["verify", "reports", "--timestamp-roots", "root.pem"]) == 0
    assert "their signatures hold" in capsys.readouterr().out
    TestAuthority().write_root(tmp_path / "other.pem")
    assert run(["verify", "reports", "--timestamp-roots", "other.pem"]) == 4
    assert "manifest.tsr: the time-stamp's signature does not hold" in capsys.readouterr().err
    was = stamp.read_bytes()
    stamp.write_bytes(was[:-1])
    assert run(["verify", "reports"]) == 4
    stamp.unlink()
    assert run(["verify", "reports"]) == 4
    assert "manifest.tsr: missing" in capsys.readouterr().err


def test_without_the_authority_the_entry_stands_and_it_is_said(clock, tmp_path, monkeypatch, capsys: Captured) -> None:
    monkeypatch.chdir(tmp_path)
    with serving(clock) as server:
        assert audited(server.url("/refuse")) == 3
    shown = capsys.readouterr().err
    assert "archived without a time-stamp" in shown
    assert "refuses: not today" in shown
    assert run(["verify", "reports"]) == 0
    assert not list(tmp_path.glob("reports/2*/*/*/manifest.tsr"))


def test_a_stamp_beside_an_entry_without_one_is_found(tmp_path, monkeypatch, capsys: Captured) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["audit", STORY, "--quiet"]) == 0
    entry = next(tmp_path.glob("reports/2*/*/*"))
    (entry / "manifest.tsr").write_bytes(b"a stamp of somebody's")
    assert run(["verify", "reports"]) == 4
    assert "manifest.tsr: added" in capsys.readouterr().err
