"""Notices found by likeness: where on a page they count, and what they carry."""

from __future__ import annotations

import pytest

from audit.model import Span
from audit.provenance.disclaimers.clauses import LEARNED
from audit.provenance.disclaimers.learned import _apart
from tests.provenance.credit_pages import article, read_html

NOTICE = "Purchases through links in this guide may bring us a small share."


def test_a_wording_that_no_rule_knows_behind_the_text() -> None:
    (found,) = read_html(article(footer=NOTICE)).disclaimers
    assert found.evidence.quote == NOTICE
    assert found.kinds == ("affiliate",)
    assert [clause.row for clause in found.clauses] == [LEARNED]
    assert found.placement in ("after", "footer")


def test_the_same_words_as_a_link_are_a_way_to_a_notice() -> None:
    assert read_html(article(footer=f"<a href='/terms'>{NOTICE}</a>")).disclaimers == ()


@pytest.mark.parametrize(
    "words",
    [
        "Quelle: Pressemitteilung der Muster AG",
        "Source : communiqué de presse de Rouages SA",
        "Comments are closed.",
        "Les commentaires sont fermés pour cet article.",
        "Sorry, no comments were found for this story.",
        "Terms of Use | Commenting Policy | Community Guidelines | Affiliate Program",
    ],
)
def test_credits_menus_and_empty_threads_are_no_notices(words: str) -> None:
    assert read_html(article(tail=words)).disclaimers == ()
    assert read_html(article(footer=words)).disclaimers == ()


def test_the_same_words_inside_the_text_are_reporting() -> None:
    assert read_html(article(lead=NOTICE + " ")).disclaimers == ()


def test_what_a_reader_posts_is_no_notice_of_the_house() -> None:
    posted = "I believe your columnists are free to think what they like, and nobody is bound to agree with them."
    body = article().replace("</main>", f"</main><section class='comments' id='comments'><p>{posted}</p></section>")
    assert read_html(body).disclaimers == ()


def test_sentences_apart_from_what_is_taken() -> None:
    spans = [Span(0, 10), Span(12, 20), Span(30, 40), Span(50, 60)]
    assert _apart(spans, [(5, 35), (8, 9), (60, 70)]) == [Span(50, 60)]


def test_a_sentence_goes_on_behind_an_abbreviation() -> None:
    words = (
        "Purchases through links in this guide, e.g. on 3. May or at Harbour Ltd. stores, may bring us a small share."
    )
    (found,) = read_html(article(footer=words)).disclaimers
    assert found.evidence.quote == words
