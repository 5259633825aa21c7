"""Notices found by likeness: where on a page they count, and what they carry."""

from __future__ import annotations

from audit.model import Span
from audit.provenance.disclaimers.learned import ROW, _apart
from tests.provenance.credit_pages import article, read_html

NOTICE = "Purchases through links in this guide may bring us a small share."


def test_a_wording_that_no_rule_knows_behind_the_text() -> None:
    (found,) = read_html(article(footer=NOTICE)).disclaimers
    assert found.evidence.quote == NOTICE
    assert found.kinds == ("affiliate",)
    assert [clause.row for clause in found.clauses] == [ROW]
    assert found.placement in ("after", "footer")


def test_the_same_words_as_a_link_are_a_way_to_a_notice() -> None:
    assert read_html(article(footer=f"<a href='/terms'>{NOTICE}</a>")).disclaimers == ()


def test_the_same_words_inside_the_text_are_reporting() -> None:
    assert read_html(article(lead=NOTICE + " ")).disclaimers == ()


def test_what_a_reader_posts_is_no_notice_of_the_house() -> None:
    posted = "I believe your columnists are free to think what they like, and nobody is bound to agree with them."
    body = article().replace("</main>", f"</main><section class='comments' id='comments'><p>{posted}</p></section>")
    assert read_html(body).disclaimers == ()


def test_sentences_apart_from_what_is_taken() -> None:
    spans = [Span(0, 10), Span(12, 20), Span(30, 40), Span(50, 60)]
    assert _apart(spans, [(5, 35), (8, 9), (60, 70)]) == [Span(50, 60)]
