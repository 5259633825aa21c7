"""A contribution told from joint copy: the agency's part in a text that is the house's own."""

from __future__ import annotations

import pytest

from audit.provenance.credits.contributions import names_person
from tests.provenance.credit_pages import article, read_html


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        ("", "The Associated Press contributed to this report."),
        ("", "(With PTI inputs)"),
        ("", "Con información de EFE"),
        ("Ann Lee with AAP", ""),
        ("A. D. avec AFP", ""),
    ],
)
def test_material_in_an_own_report_is_a_contribution(head: str, tail: str) -> None:
    page = read_html(article(head=head, tail=tail), publisher="Newsbarn")
    assert page.outlets("contributed")
    assert not page.outlets("mixed", "carried")
    assert page.kind == "original"


@pytest.mark.parametrize("head", ["Newsbarn avec AFP", "Par Newsbarn et AFP", "Von Newsbarn mit dpa"])
def test_house_and_agency_without_a_person_are_joint(head: str) -> None:
    page = read_html(article(head=head), publisher="Newsbarn")
    assert page.outlets("mixed")
    assert page.kind == "wire"


@pytest.mark.parametrize(
    ("line", "person"),
    [("Ann Lee with AAP", True), ("A. D. avec AFP", True), ("Le Monde avec AFP", False), ("Redaktion mit dpa", False)],
)
def test_who_stands_first_in_a_byline(line: str, person: bool) -> None:
    assert names_person(line) is person
