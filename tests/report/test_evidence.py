"""Quotes and evidence as HTML."""

from __future__ import annotations

import html

import pytest

from audit.model import Markup
from audit.report.annotate import Markings
from audit.report.evidence import Quoter


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("“The hull is gone,”", True),
        ('"The hull is gone"', True),
        ("„Der Rumpf ist hin“", True),
        ("the hull is gone", False),
        ("“The hull” is gone", False),
        ("“The hull,” he said, “is gone”", False),
        ("“", False),
    ],
)
def test_a_quotation_with_marks_of_its_own_gets_no_second_pair(words: str, own: bool) -> None:
    written = Quoter(words, "en", Markings(words, ())).quote(words)
    assert ('class="own"' in written) is own
    assert words in html.unescape(written)


def test_how_often_a_page_links_to_a_site_is_said_in_words() -> None:
    written = Quoter("", "en", Markings("", ())).evidence(Markup("a[href]", "www.harbour.example 14"))
    assert written.startswith("links on the page to <")
    assert written.endswith(": 14")
