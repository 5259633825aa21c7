"""Pasted articles: lines into blocks, and what each is."""

from __future__ import annotations

from audit.page import read_page, reporting_text
from tests.page.conftest import make_capture

ARTICLE = """Harbour town weighs ferry plan
The council of Port Ellery will vote next week on a plan to move the ferry terminal, Channel Nine reported on Monday.
Residents said the noise had grown since the second berth opened, and asked for a wall along the northern quay.
ShareFacebook Twitter WhatsApp Email Print Telegram
Legal Disclaimer:
EXAMPLEWIRE provides the
information “as is” without warranty of any kind. We do not accept
any responsibility or liability for the accuracy, content, images,
videos or reliability of the information contained in this article.

Comments
No comment
"""


def blocks(text: str) -> list[tuple[str, str]]:
    page = read_page(make_capture(text, "text"))
    return [(b.label, page.text[b.start : b.end]) for b in page.blocks]


def test_the_wrapper_under_a_pasted_article() -> None:
    found = blocks(ARTICLE)
    assert [label for label, _ in found] == ["headline", "body", "body", "share", "disclaimer", "comments", "comments"]
    assert found[4][1].startswith("Legal Disclaimer:\nEXAMPLEWIRE provides the\ninformation")
    assert found[4][1].endswith("contained in this article.")


def test_reporting_text_has_no_wrapper() -> None:
    text = reporting_text(read_page(make_capture(ARTICLE, "text")))
    assert text.startswith("Harbour town")
    assert "warranty" not in text
    assert "Facebook" not in text


def test_hard_wrapped_paragraphs_are_one_block_each() -> None:
    wrapped = (
        "The council of Port Ellery will vote next week on a plan to move the\n"
        "ferry terminal to the northern quay, where the water is deeper and the\n"
        "road is wider. Three members said they would vote against the project.\n"
        "\n"
        "Residents asked for a wall.\n"
    )
    assert len(blocks(wrapped)) == 2


def test_short_lines_of_a_list_stay_apart() -> None:
    assert len(blocks("Flour\nSugar\nSalt\nButter\n")) == 4


def test_empty_text_is_not_assessable() -> None:
    page = read_page(make_capture(" \n\n ", "text"))
    assert not page.blocks
    assert not page.assessable
    assert page.not_assessable_because
