"""Text that a page prints twice counts once."""

from __future__ import annotations

import pytest

import audit
from audit.page import repeated, walk
from tests.page.test_labels import PARAGRAPHS, article, paragraphs


def copies(html: str) -> list[str]:
    _, found = walk.walk_html(html)
    return [found.runs[i].text for i in sorted(repeated.copies(found.runs, range(len(found.runs))))]


LEAD = "The council of Port Ellery voted on Tuesday to move the ferry terminal."
QUOTE = "We have listened to everyone who lives by the harbour, and to those who come here every summer"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f"<div><b>{LEAD}</b></div><div><p>{LEAD}</p><p>{PARAGRAPHS[1]}</p></div>", [LEAD]),
        (f"<div><p>“{QUOTE},” said the mayor.</p><aside>{QUOTE}</aside></div>", [QUOTE]),
        ("<p>Row, row, row your boat</p><p>Row, row, row your boat</p>", []),
        (f"<p>{LEAD}</p><p>{LEAD[:-1]} after four years of talks.</p>", []),
    ],
)
def test_copies(html: str, expected: list[str]) -> None:
    assert copies(html) == expected


def test_a_lead_printed_twice_is_extracted_once() -> None:
    before = f'<p class="lead"><strong>{PARAGRAPHS[0]}</strong></p>'
    assert audit.extract(article(paragraphs(), before=before)).count(PARAGRAPHS[0]) == 1
