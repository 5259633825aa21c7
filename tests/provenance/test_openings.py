"""Agencies in the opening of a text that no row has a form for, and openings of the same make that credit nobody."""

from __future__ import annotations

import pytest

from tests.provenance.credit_pages import article, read_html

SITE = "<link rel='canonical' href='https://newsbarn.example/1'>"


@pytest.mark.parametrize(
    ("lead", "wanted"),
    [
        ("Damascus, SANA- ", {"SANA"}),
        ("SYDNEY, AAP - ", {"AAP"}),
        ("Tehran, IRNA – ", {"IRNA"}),
        ("04.02. Kraków (PAP) - ", {"PAP"}),
        ("Баку. 4 февраля. ИНТЕРФАКС: ", {"Interfax"}),
        ("المنامة في 4 فبراير / بنا / ", {"BNA"}),
        ("【AFP＝時事】", {"AFP", "Jiji Press"}),
        ("Damascus, the port - ", set()),
        ("The mayor, SANA said, ", set()),
        ("Vijayawada (AP): ", set()),
        ("Route 66 drivers: Reuters, ", set()),
        ("Paris, Reuters and the rest, ", set()),
        ("Online: ", set()),
    ],
)
def test_an_agency_set_apart_behind_places_and_dates(lead: str, wanted: set[str]) -> None:
    assert read_html(article(lead=lead), head=SITE).providers() == wanted
