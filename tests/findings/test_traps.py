"""The documented traps that concern findings, on whole pages of our own through all floors.

The numbers are those of the list of known false alarms; traps without a test here lie on another floor alone.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from audit.model import Audit
from audit.pipeline import Rules, audit_target

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
        *,
        head: str = "",
        above: str = "",
        dateline: str = "",
        below: str = "",
        host: str = "www.harbourpost.com",
        preview: bool = False,
    ) -> Audit:
        page = (
            f"<!doctype html><html lang=en><head><title>Ferry to stop in May</title>{head}"
            "<meta property='article:published_time' content='2026-03-02T08:00:00Z'></head><body><main><article>"
            f"<h1>Ferry to stop in May</h1>{above}{STORY.format(dateline=dateline)}{below}</article></main></body></html>"
        )
        path = tmp_path / "page.html"
        path.write_text(page, encoding="utf-8")
        return audit_target(str(path), url=f"https://{host}/news/ferry", now=NOW, rules=Rules(preview=preview))

    return run


def codes(audit: Audit) -> set[str]:
    return {f.code for f in audit.findings}


def test_trap_25_views_of_the_author_under_agency_copy(audited) -> None:
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


def test_trap_10_a_syndication_notice_is_not_sponsorship(audited) -> None:
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


def test_trap_13_an_empty_page_is_not_clean(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<!doctype html><html><head><title>Ferry</title></head><body><main></main></body></html>", "utf-8")
    audit = audit_target(str(path), url="https://www.harbourpost.com/news/ferry", now=NOW)
    assert codes(audit) == {"EVD701"}
    assert {c.state for axis in audit.profile.axes for c in axis.checks} == {"not-assessable"}
    assert audit.profile.verdict.startswith("Not assessable: ")


def test_trap_22_an_odd_quotation_mark_does_not_spoil_the_rest(audited) -> None:
    audit = audited(below="<p>Brandt said that “the engine is gone and the hull too. The ferry stays in port.</p>")
    assert "ATT105" in codes(audit)
    assert audit.profile.shares.words_quoted >= 9


def test_trap_27_a_desk_is_no_person_and_a_person_no_desk(audited) -> None:
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


OWN = "<meta property='og:site_name' content='Harbour Post'>"
QUIET_CODES = {"SYN401", "SYN402", "SYN403", "SYN404", "SYN411", "CHN301", "CHN302", "CHN307", "DIS516"}
"""What a page would get that was wrongly taken for another newsroom's, or for one that cites another."""


@pytest.mark.parametrize(
    "words",
    [
        "Shares of Computer Modelling Group (TSX: CMG) rose four per cent on Monday after the company paid a dividend.",
        "CCTV footage shows the ship leaving the berth at nine, and the harbour has asked the owner of the cameras for it.",
        "The AP2 motorway was closed, and the DPA that the line signed with its provider runs until May.",
        "The mail boat goes via the island, and so does the post.",
    ],
    ids=["CMG the ticker", "CCTV the camera", "AP2 and DPA", "via the preposition"],
)
def test_traps_1_and_3_a_word_that_is_a_newsroom_elsewhere(audited, words: str) -> None:
    audit = audited(head=OWN, above="<p class=byline>By Mira Tolland</p>", below=f"<p>{words}</p>")
    assert codes(audit) & QUIET_CODES == set()
    assert audit.profile.verdict.startswith("First-hand: Harbour Post cites")


def test_trap_4_a_name_spelt_out_in_a_sentence_is_no_dateline(audited) -> None:
    below = (
        "<p>Chinese Global Television Network (CGTN) released a film about the bay, which nobody has seen so far.</p>"
    )
    audit = audited(head=OWN, above="<p class=byline>By Mira Tolland</p>", below=below)
    assert audit.credits == ()
    assert codes(audit) & (QUIET_CODES - {"CHN302"}) == set()


def test_trap_2_a_newsroom_that_writes_about_another(audited) -> None:
    audit = audited(
        head="<meta property='og:site_name' content='Italpress'>",
        dateline="ROMA (ITALPRESS) - ",
        below="<p>Xinhua opened a new bureau in Port Else on Sunday, in a house that once belonged to the line.</p>",
        host="www.italpress.com",
    )
    assert codes(audit) & {"SYN403", "SYN404", "CHN301", "CHN307"} == set()
    assert "Xinhua" not in audit.profile.verdict


def test_trap_5_a_heading_is_no_credit_and_a_last_line_is(audited) -> None:
    review = "<h2>Xinhua</h2><p>The agency writes at length about the bay and about the ferry that will stop.</p>"
    assert codes(audited(head=OWN, below=review)) & {"SYN401", "SYN404", "SYN403"} == set()
    assert "SYN401" in codes(audited(head=OWN, above="<p class=byline>By Mira Tolland</p>", below="<p>Xinhua</p>"))


@pytest.mark.parametrize("caption", ["Photo: Xinhua", "사진: 신화통신", "A ferry, FILE - (via REUTERS)", "Foto: dpa"])
def test_trap_6_a_photo_credit_is_no_text_credit(audited, caption: str) -> None:
    figure = f"<figure><img src=f.jpg alt=ferry><figcaption>The ferry. {caption}</figcaption></figure>"
    audit = audited(head=OWN, above=f"<p class=byline>By Mira Tolland</p>{figure}")
    assert codes(audit) & QUIET_CODES == set()


def test_trap_8_a_release_that_quotes_a_state_agency(audited) -> None:
    audit = audited(
        dateline="PORT ELSE, March 2, 2026 /PRNewswire/ -- ",
        below="<p>Trade grew by three per cent, Xinhua reported.</p><p>SOURCE Ferry Lines Ltd</p>",
    )
    assert "DIS516" not in codes(audit)
    assert "SYN403" not in codes(audit)
    assert not audit.profile.verdict.startswith("Second-hand: Harbour Post carries Xinhua")


def test_trap_11_words_for_paid_text_in_ordinary_prose(audited) -> None:
    audit = audited(
        head=OWN,
        below="<p>The concert was presented by the harbour choir, and an Anzeige in the paper had said so for a week.</p>",
    )
    assert codes(audit) & {"DIS518", "DIS503", "TRN805"} == set()


def test_trap_12_one_person_under_two_names_is_one_voice(audited) -> None:
    said = "<p>Brandt said the yard was full. Ivo Brandt said the money was there. Brandt said the crew would stay.</p>"
    assert audited(head=OWN, below=said).profile.verdict == "First-hand: Harbour Post cites two named voices."


def test_trap_15_what_is_credited_stays_in_the_text(audited) -> None:
    audit = audited(dateline="PORT ELSE (PTI) - ", above="<p class=byline>By Harbour Post Staff</p>", head=OWN)
    assert "(PTI)" in audit.page.text
    found = [f for f in audit.findings if f.code == "SYN403"]
    assert [f.level for f in found] == ["note"]


def test_trap_16_a_credit_and_a_copyright_in_one_paragraph(audited) -> None:
    below = "<p>The-CNN-Wire<br>™ &amp; © 2026 Cable News Network, Inc., a Warner Bros. Discovery Company.</p>"
    audit = audited(head=OWN, below=below)
    assert "carries CNN" in audit.profile.verdict


def test_trap_17_a_link_in_the_middle_does_not_end_the_text(audited) -> None:
    audit = audited(below="<p>READ ALSO: Ten boats to see</p><p>The yard closed in 1998, Moore said.</p>", preview=True)
    assert "EVD708" not in codes(audit)


@pytest.mark.parametrize("marks", ["“”", '""', "«»"])
def test_trap_19_any_quotation_marks_are_grounded_and_kept(audited, marks: str) -> None:
    said = f"<p>{marks[0]}The hull is gone and nobody will build another one for us,{marks[1]} an official said.</p>"
    audit = audited(below=said)
    assert audit.profile.ungrounded_dropped == 0
    assert f"{marks[0]}The hull is gone" in audit.page.text
    assert "ANO212" in codes(audit)


def test_trap_20_marks_hidden_in_the_text_are_told_and_kept(audited) -> None:
    hidden = "".join(chr(0xE0100 + n) for n in (5, 9, 14))
    audit = audited(below=f"<p>The yard closed in 1998{hidden}, Moore said.</p>")
    assert hidden in audit.page.text
    assert "EVD705" in codes(audit)


@pytest.mark.parametrize("body", ["Ferry to stop in May - apnews.com", "Ferry to stop in May"])
def test_trap_23_a_headline_and_a_host_are_no_article(tmp_path: Path, body: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<!doctype html><html><body><h1>Ferry to stop in May</h1><p>{body}</p></body></html>", "utf-8")
    audit = audit_target(str(path), url="https://www.harbourpost.com/news/ferry", now=NOW)
    assert codes(audit) == {"EVD701"}


def test_trap_24_a_teaser_that_stops_in_a_sentence(audited) -> None:
    stops = "<p>The line, which has run for ninety years without a pause, will then be served by the mail boat and</p>"
    assert "EVD708" in codes(audited(below=stops, preview=True))
    assert "EVD708" not in codes(audited(preview=True))


@pytest.mark.parametrize(
    "below", ["<p>___</p>", "<p>c.2026 The New York Times Company</p>", "<p>FILE - The ferry in 2019.</p>"]
)
def test_trap_26_rules_copyright_and_file_pictures_are_no_text(audited, below: str) -> None:
    assert codes(audited(head=OWN, below=below, preview=True)) & {"EVD708", "ATT102", "ATT151"} == set()


@pytest.mark.parametrize("byline", ["Web Desk", "News Desk", "By Islamabad desk", "Our Correspondent", "Redaktion"])
def test_trap_27_desks(audited, byline: str) -> None:
    assert "TRN806" in codes(audited(above=f"<p class=byline>{byline}</p>"))


def test_trap_27_agencies_are_not_named(audited) -> None:
    assert "SYN409" in codes(audited(above="<p class=byline>Agencies</p>"))


def test_trap_28_one_moment_in_two_time_zones_is_one_date(audited) -> None:
    head = (
        '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", '
        '"headline": "Ferry to stop in May", "datePublished": "2026-03-02T23:30:00-08:00"}</script>'
    )
    assert "TRN803" not in codes(audited(head=head))


@pytest.mark.parametrize(
    "piece", ["„", "“a ", "said ", "(", "a source said ", "… ", "not edited by ", "\u200b", "A" * 40 + " "]
)
def test_trap_29_hostile_repetition_costs_no_more_than_its_length(piece: str) -> None:
    from time import process_time

    from audit.findings import check
    from audit.findings.specimen import specimen

    def cost(times: int) -> float:
        made = specimen("headline: " + piece * 40, "body: " + piece * times + ".", "disclaimer: " + piece * times)
        begun = process_time()
        check(made.page, made.provenance, preview=True)
        return process_time() - begun

    cost(10)
    assert cost(40_000) < max(0.5, 60 * cost(2_000))


def test_a_line_of_the_date_signs_nothing(audited) -> None:
    dated = "<p class=time>11/19/2026 4:40:00 PM</p>"
    assert "TRN801" in codes(audited(above=dated))
    assert "TRN801" not in codes(audited(above=dated + "<p class=byline>By Mira Tolland</p>"))
