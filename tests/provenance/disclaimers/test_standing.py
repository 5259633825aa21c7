"""Where notices stand in texts of few paragraphs, whose last paragraph is one of the first, too."""

from __future__ import annotations

import pytest

from tests.provenance.credit_pages import BODY, article, read_html

NOTICES = [
    "Purchases through links in this guide may bring us a small share.",
    "Der Verlag haftet nicht für Schäden, die aus der Nutzung der Angaben entstehen.",
]


@pytest.mark.parametrize("words", NOTICES)
@pytest.mark.parametrize("paragraphs", [1, 2, 3, 4])
def test_the_last_paragraph_of_a_text(paragraphs: int, words: str) -> None:
    found = read_html(article(body=(*BODY[:paragraphs], words))).disclaimers
    assert [(notice.evidence.quote, notice.placement) for notice in found] == [(words, "after")]


@pytest.mark.parametrize("words", NOTICES)
def test_the_same_words_amid_a_text_of_few_paragraphs(words: str) -> None:
    assert read_html(article(body=(BODY[0], f"{words} {BODY[1]}", BODY[2]))).disclaimers == ()


def test_a_last_paragraph_that_reports() -> None:
    told = "The ministry said it was not responsible for the errors in the report, which an auditor had found."
    assert read_html(article(body=(*BODY[:2], told))).disclaimers == ()
