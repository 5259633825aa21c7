"""The list of known false alarms, number by number: where each is tested, and the tests of those that are tested here.

A trap that concerns several floors is tested on each of them; the table names at least one test for every number and fails
where one is gone.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from audit.provenance.dateline import read_dateline
from tests.provenance.credit_pages import BODY, article, read_html

TESTS = Path(__file__).resolve().parent.parent
TRAPS: dict[int, tuple[str, ...]] = {
    1: ("provenance/test_traps.py::test_a_ticker_is_no_agency", "findings/test_traps.py::test_traps_1_and_3"),
    2: ("provenance/test_traps.py::test_a_carrier_that_reports_on_an_agency", "findings/test_traps.py::test_trap_2"),
    3: ("provenance/test_credits.py::test_citations_in_the_text_are_no_credits", "findings/test_traps.py::test_traps_1_and_3"),
    4: ("provenance/test_credits.py::test_citations_in_the_text_are_no_credits", "findings/test_traps.py::test_trap_4"),
    5: ("provenance/test_traps.py::test_a_heading_is_no_credit", "findings/test_traps.py::test_trap_5"),
    6: ("provenance/test_credits.py::test_photo_credits_are_never_text_credits", "findings/test_traps.py::test_trap_6"),
    7: ("provenance/test_traps.py::test_an_ambassador_quoted_and_an_ambassador_as_author",),
    8: ("provenance/test_traps.py::test_the_issuer_stands_in_the_trailer", "findings/test_traps.py::test_trap_8"),
    9: ("provenance/test_traps.py::test_a_wires_dateline_alone_is_a_hint",),
    10: ("findings/test_traps.py::test_trap_10",),
    11: ("provenance/test_kind.py::test_words_of_advertising_in_prose", "findings/test_traps.py::test_trap_11"),
    12: ("findings/test_traps.py::test_trap_12",),
    13: ("findings/test_traps.py::test_trap_13",),
    14: ("provenance/test_traps.py::test_a_sentence_in_capitals_is_no_place",),
    15: ("provenance/test_credits.py::test_every_credit_quotes_the_page", "findings/test_traps.py::test_trap_15"),
    16: ("provenance/test_credits.py::test_forms", "findings/test_traps.py::test_trap_16"),
    17: ("findings/test_traps.py::test_trap_17",),
    18: ("corpus/test_link.py::test_copies_are_found_and_nothing_else", "lineage/test_align.py::test_kind"),
    19: ("lexicon/forms/test_form_folding.py::test_", "lineage/test_align.py::test_quotation_marks_dashes_and_case_are_no_edit",
         "findings/test_traps.py::test_trap_19"),
    20: ("page/test_declared.py::test_a_c2pa_manifest_in_the_text", "findings/test_traps.py::test_trap_20"),
    21: ("provenance/test_traps.py::test_a_house_that_republishes_itself", "lineage/test_precedence.py::test_times",
         "corpus/test_link.py::test_copies_of_the_same_publisher_carry_nobody"),
    22: ("findings/test_traps.py::test_trap_22",),
    23: ("findings/test_traps.py::test_trap_23",),
    24: ("findings/test_traps.py::test_trap_24",),
    25: ("findings/test_traps.py::test_trap_25",),
    26: ("provenance/test_traps.py::test_rules_and_copyrights_of_agencies", "findings/test_traps.py::test_trap_26"),
    27: ("findings/test_traps.py::test_trap_27",),
    28: ("lineage/test_precedence.py::test_times", "findings/test_traps.py::test_trap_28"),
    29: ("lexicon/forms/test_form_matcher.py::test_adversarial_megabyte_is_linear",
         "provenance/test_citations.py::test_long_hostile_lines_take_linear_time", "findings/test_traps.py::test_trap_29"),
}  # fmt: skip
"""Number of the trap to the tests that watch it; a name may be the beginning of several."""
SITE = "<link rel='canonical' href='https://newsbarn.example/1'><meta property='og:site_name' content='Newsbarn'>"


def test_every_trap_has_a_test() -> None:
    assert list(TRAPS) == list(range(1, 30))
    for number, names in TRAPS.items():
        for name in names:
            path, _, test = name.partition("::")
            found = re.search(rf"^def {test}", (TESTS / path).read_text(encoding="utf-8"), re.MULTILINE)
            assert found, f"trap {number}: {name} is gone"


@pytest.mark.parametrize("line", ["Companies in this story: (TSX:CMG)", "Shares of CMG (TSX: CMG) rose.", "CMG"])
def test_a_ticker_is_no_agency(line: str) -> None:
    read = read_html(article(tail=line), head=SITE)
    assert not read.providers()
    assert read.kind == "original"


def test_a_carrier_that_reports_on_an_agency() -> None:
    head = "<meta property='og:site_name' content='Italpress'>"
    about = "Xinhua ha aperto un ufficio a Roma, ha detto il direttore dell'agenzia cinese."
    body = article(lead="ROMA (ITALPRESS) – ", body=(BODY[0], about, *BODY[1:]), tail="(ITALPRESS).")
    read = read_html(body, head=head, url="https://www.italpress.com/x")
    assert not read.providers()
    assert read.kind == "original"


def test_a_heading_is_no_credit() -> None:
    review = (
        "<h2>Xinhua</h2><p>The agency writes that the harbour will be closed for longer than anybody thinks today.</p>"
    )
    assert not read_html(
        article(body=(BODY[0], BODY[1])).replace("</article>", f"{review}</article>"), head=SITE
    ).providers()
    assert read_html(article(tail="Xinhua"), head=SITE).providers() == {"Xinhua"}


def test_an_ambassador_quoted_and_an_ambassador_as_author() -> None:
    quoted = "“We are friends,” said the ambassador of Freedonia to Port Quill, Rufus Firefly, on Monday."
    read = read_html(article(head="By Ann Brook", body=(BODY[0], quoted, *BODY[1:])), head=SITE)
    assert read.page.byline == "Ann Brook"
    assert not read.providers()
    read = read_html(article(head="By Rufus Firefly, ambassador of Freedonia to Port Quill"), head=SITE)
    assert "Firefly" in (read.page.byline or "")
    assert not read.providers()


RELEASE = "Cogworks, a maker of cogs, today announced a new cog, and quoted Xinhua on the growth of trade. "


def test_the_issuer_stands_in_the_trailer() -> None:
    body = article(lead=f"SEATOWN, May 3, 2026 /PRNewswire/ -- {RELEASE}", tail="SOURCE Cogworks Inc.")
    read = read_html(body, head=SITE)
    assert read.kind == "press-release"
    assert read.outlets("release") == {"PR Newswire", "Cogworks"}


def test_a_wires_dateline_alone_is_a_hint() -> None:
    read = read_html(article(lead="SEATOWN, May 3, 2026 /PRNewswire/ -- "), head=SITE)
    assert read.kind != "press-release"


@pytest.mark.parametrize(
    "lead",
    [
        "THE STATE RAILWAY COMPANY IN THE NORTH OF THE LAND IS RUN (PTI) BY THE STATE. ",
        "NOBODY IN THE OLD TOWN OF PORT QUILL KNEW IT BEFORE (AFP) MONDAY. ",
        "THE HARBOUR IS CLOSED, THE PORT AUTHORITY OF QUILL AND ITS MASTER SAID - (Reuters) - on Monday. ",
    ],
)
def test_a_sentence_in_capitals_is_no_place(lead: str) -> None:
    read = read_html(article(lead=lead), head=SITE)
    assert read_dateline(read.page) is None
    assert not read.providers()


def test_a_house_that_republishes_itself() -> None:
    tail = "This article was originally published on Newsbarn on May 3, 2024."
    head = SITE + "<meta name='original-source' content='https://newsbarn.example/2024/1'>"
    read = read_html(article(tail=tail), head=head, url="https://newsbarn.example/1")
    assert not read.providers()
    assert read.kind == "original"


def test_rules_and_copyrights_of_agencies() -> None:
    read = read_html(
        article(tail="___\nc.2026 The New York Times Company", caption="FILE - The harbour (AP Photo)"), head=SITE
    )
    assert read.providers() == {"The New York Times"}
    assert not read_html(article(tail="___", caption="FILE - The harbour in 2019"), head=SITE).providers()
