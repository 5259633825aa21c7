"""Sources that stand in a list under a heading, and sites' addresses that sign a text."""

from __future__ import annotations

import pytest

from tests.provenance.credit_pages import article, read_html

SITE = "<link rel='canonical' href='https://newsbarn.example/1'>"


@pytest.mark.parametrize(
    ("tail", "wanted"),
    [
        ("Quelle\nstol.it", {"stol.it"}),
        ("Unsere Quellen:\nNachrichtenagentur dpa\nAFP", {"dpa", "AFP"}),
        ("Fuente:\nAgencia EFE", {"EFE"}),
        ("Quelle\nHafenmeisterei", set()),
        ("Quelle\nDer Hafenmeister, der die Zahlen am Montag in der Stadthalle von Quillstadt nannte", set()),
        ("Reuters Plaza\nQuelle", set()),
    ],
)
def test_a_list_under_a_heading(tail: str, wanted: set[str]) -> None:
    read = read_html(article(tail=tail), head=SITE)
    assert read.outlets("mixed", "carried") == wanted
    assert read.kind == ("wire" if wanted == {"EFE"} else "original")


@pytest.mark.parametrize(
    ("tail", "kind"),
    [
        ("BVINEWS.COM", "republished"),
        ("(sueddeutsche.de)", "republished"),
        ("medium.com", "original"),
        ("newsbarn.example", "original"),
        ("www.quillnews.com", "original"),
        ("quillwharf.com", "original"),
        ("quillnews.com\nquilltimes.com", "original"),
    ],
)
def test_an_address_alone_under_the_text_is_whose_text_it_is(tail: str, kind: str) -> None:
    assert read_html(article(tail=tail), head=SITE).kind == kind


def test_a_name_under_a_heading_of_other_news_signs_nothing() -> None:
    box = "<div class='x1'><h2>In other news</h2><div>Associated Press</div><h3>Senators trade barbs over a bill</h3></div>"
    assert not read_html(article() + box, head=SITE).providers()
