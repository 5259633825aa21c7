"""The documented traps that concern findings, on whole pages of our own through all floors."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.model import Audit
from audit.pipeline import audit_target

NOW = datetime(2026, 1, 1, tzinfo=UTC)

STORY = (
    "<p>{dateline}The ferry between Port Else and Sund will stop in May, the harbour master Ivo Brandt said on Monday.</p>"
    "<p>The hull of the old ship is beyond repair, and no yard has taken the order for a new one so far, Brandt said.</p>"
    "<p>Commuters will have to drive around the bay, a journey of more than two hours, or wait for the mail boat.</p>"
    "<p>“We have carried people across this bay for ninety years,” said Ada Moore, who runs the line with her brother.</p>"
)


@pytest.fixture
def audited(tmp_path: Path):
    def run(
        *, head: str = "", above: str = "", dateline: str = "", below: str = "", host: str = "www.harbourpost.com"
    ) -> Audit:
        page = (
            f"<!doctype html><html lang=en><head><title>Ferry to stop in May</title>{head}"
            "<meta property='article:published_time' content='2026-03-02T08:00:00Z'></head><body><main><article>"
            f"<h1>Ferry to stop in May</h1>{above}{STORY.format(dateline=dateline)}{below}</article></main></body></html>"
        )
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        return audit_target(str(path), url=f"https://{host}/news/ferry", now=NOW)

    return run


def codes(audit: Audit) -> set[str]:
    return {f.code for f in audit.findings}


def test_views_of_the_author_under_agency_copy(audited) -> None:
    notice = (
        "<p>The views and opinions expressed herein are the views and opinions of the author and do not necessarily reflect "
        "those of Harbour Post, Inc.</p>"
    )
    assert "DIS508" in codes(audited(dateline="PORT ELSE (Reuters) - ", below=notice))
    assert "DIS508" not in codes(audited(below=notice))
    assert "DIS508" not in codes(audited(dateline="PORT ELSE (Reuters) - "))


def test_not_edited_under_the_publishers_own_byline(audited) -> None:
    notice = (
        "<p>(This story has not been edited by Harbour Post staff and is auto-generated from a syndicated feed.)</p>"
    )
    own = audited(
        head="<meta property='og:site_name' content='Harbour Post'>",
        above="<p class=byline>By Harbour Post Staff</p>",
        below=notice,
    )
    agency = audited(
        head="<meta property='og:site_name' content='Harbour Post'>",
        above="<p class=byline>By Reuters</p>",
        below=notice,
    )
    assert "DIS510" in codes(own)
    assert "DIS510" not in codes(agency)
    assert "DIS502" in codes(agency)


def test_a_syndication_notice_is_not_sponsorship(audited) -> None:
    audit = audited(
        below="<p>(This story has not been edited by Harbour Post staff and is published from a syndicated feed.)</p>"
    )
    assert "DIS518" not in codes(audit)
    assert audit.provenance.kind != "sponsored"


def test_provider_in_the_markup_and_none_on_the_page(audited) -> None:
    head = (
        '<script type=\'application/ld+json\'>{"@context": "https://schema.org", "@type": "NewsArticle", '
        '"headline": "Ferry to stop in May", "provider": {"@type": "Organization", "name": "Reuters"}}</script>'
    )
    assert "SYN402" in codes(audited(head=head))
    assert "SYN402" not in codes(audited(head=head, dateline="PORT ELSE (Reuters) - "))


def test_an_empty_page_is_not_clean(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<!doctype html><html><head><title>Ferry</title></head><body><main></main></body></html>", "utf-8")
    audit = audit_target(str(path), url="https://www.harbourpost.com/news/ferry", now=NOW)
    assert codes(audit) == {"EVD701"}
    assert {c.state for axis in audit.profile.axes for c in axis.checks} == {"not-assessable"}
    assert audit.profile.verdict.startswith("Not assessable: ")


def test_an_odd_quotation_mark_does_not_spoil_the_rest(audited) -> None:
    audit = audited(below="<p>Brandt said that “the engine is gone and the hull too. The ferry stays in port.</p>")
    assert "ATT105" in codes(audit)
    assert audit.profile.shares.words_quoted >= 9


def test_a_desk_is_no_person_and_a_person_no_desk(audited) -> None:
    assert "TRN806" in codes(audited(above="<p class=byline>By Web Desk</p>"))
    assert "TRN806" not in codes(audited(above="<p class=byline>By Desmond Webb</p>"))


def test_a_self_pointing_original_source_is_information_only(audited) -> None:
    head = "<meta name='original-source' content='https://www.harbourpost.com/news/ferry'>"
    found = [f for f in audited(head=head).findings if f.code == "SYN405"]
    assert [f.level for f in found] == ["info"]


def test_as_is_notice_without_a_provider(audited) -> None:
    notice = (
        "<p>Legal Disclaimer:</p><p>Harbour Post provides the information “as is” without warranty of any kind. We do not "
        "accept any responsibility or liability for the accuracy, content, images, videos, licenses, completeness, legality, "
        "or reliability of the information contained in this article. If you have any complaints or copyright issues related "
        "to this article, kindly contact the provider above.</p>"
    )
    audit = audited(below=notice)
    assert {"DIS501", "DIS511", "CHN307"} <= codes(audit)
    assert "does not name its provider" in audit.profile.verdict


def test_the_publishers_own_copy_of_the_page_is_quiet(audited) -> None:
    audit = audited(
        head=(
            "<meta property='og:site_name' content='Harbour Post'><meta name=author content='Mira Tolland'>"
            "<link rel=canonical href='https://www.harbourpost.com/news/ferry'>"
        ),
        above="<p class=byline>By Mira Tolland</p>",
    )
    assert {f.code for f in audit.findings if f.level != "info"} == set()
    assert audit.profile.verdict == "First-hand: Harbour Post cites two named voices."
