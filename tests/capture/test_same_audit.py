"""Every saved format gives the audit of the page itself, as far as the format keeps the evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from audit.capture import capture, target_for
from audit.model import Audit
from audit.pipeline import audit_capture
from tests.capture.saved_as import AT, FORMATS, KEEP_THE_ADDRESS, printed, snapshot, written
from tests.report.browser import launched

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "harbour-talks.html"
URL = "https://meridianfeed.example/2026/11/talks"


def audit_of(path: Path, url: str | None = URL) -> Audit:
    return audit_capture(capture(target_for(str(path), url=url), now=AT))


def chains(audit: Audit) -> list[tuple[tuple[str | None, str], ...]]:
    """Who stands on each step; the publisher by its kind alone, as what declares its name may be lost."""
    return [tuple((n.name if n.type != "publisher" else None, n.type) for n in c.nodes) for c in audit.chains]


def attributions(audit: Audit) -> list[tuple[str, str, str, str]]:
    def words(spans: Any) -> str:
        return " ".join(" ".join(span.of(audit.page.text) for span in spans).split())

    return [(words(a.source), words(a.cue), words(a.content), a.kind) for a in audit.attributions]


@pytest.fixture(scope="module")
def own() -> Audit:
    return audit_of(EXAMPLE)


@pytest.mark.parametrize("name", FORMATS)
def test_what_keeps_the_bytes_gives_the_same_audit(name, own, tmp_path) -> None:
    path = written(tmp_path, name, EXAMPLE.read_bytes(), URL)
    got = audit_of(path, None if name in KEEP_THE_ADDRESS else URL)
    assert got.page.text == own.page.text
    assert got.page.url == URL
    assert attributions(got) == attributions(own)
    for part in ("credits", "disclaimers", "attributions", "edges", "chains", "provenance", "findings", "profile"):
        assert getattr(got, part) == getattr(own, part), part


def test_a_folder_gives_the_same_audit(own, tmp_path) -> None:
    written(tmp_path, "complete.html", EXAMPLE.read_bytes(), URL)
    (tmp_path / "complete_files").mkdir()
    got = audit_of(tmp_path, None)
    assert (got.attributions, got.chains, got.findings) == (own.attributions, own.chains, own.findings)


def test_plain_text_keeps_attributions_and_chain(own) -> None:
    got = audit_of(EXAMPLE.with_suffix(".txt"))
    assert attributions(got) == attributions(own)
    assert chains(got) == chains(own)


@pytest.fixture(scope="module")
def browser() -> Any:
    with launched() as browser:
        yield browser


@pytest.mark.browser
def test_chromiums_own_mhtml(own, browser, tmp_path) -> None:
    got = audit_of(snapshot(browser, EXAMPLE, tmp_path / "story.mhtml"))
    assert attributions(got) == attributions(own)
    assert (got.chains, got.credits, got.disclaimers) == (own.chains, own.credits, own.disclaimers)


@pytest.mark.browser
@pytest.mark.parametrize("tagged", [True, False])
def test_chromiums_print_outs(own, browser, tmp_path, tagged) -> None:
    pytest.importorskip("pypdfium2")
    got = audit_of(printed(browser, EXAMPLE, tmp_path / "story.pdf", tagged=tagged))
    assert [said for said in attributions(own) if said not in attributions(got)] == []
    assert len(got.attributions) == len(own.attributions)
    assert chains(got) == chains(own)
    assert [d.kinds for d in got.disclaimers] == [d.kinds for d in own.disclaimers]
