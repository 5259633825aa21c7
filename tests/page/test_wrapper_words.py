"""Every row's forms are known, and its near misses are not taken for it."""

from __future__ import annotations

import pytest

from audit.page import wrapper_words

ROWS = wrapper_words.rows()


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_row(row) -> None:
    for form in row["whole"]:
        assert wrapper_words.family_of(form) is not None, form
    for form in row["start"]:
        assert wrapper_words.family_of(form + " 12 …") is not None, form
    for text in row["near"]:
        hit = wrapper_words.family_of(text)
        assert hit is None or not hit[1], text


def test_at_least_fifteen_languages() -> None:
    for family in ("share", "comments", "related", "newsletter"):
        assert len({lang for row in ROWS if row["family"] == family for lang in row["languages"]}) >= 15


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ShareFacebook Twitter WhatsApp Email Print Telegram", True),
        ("Facebook Twitter", True),
        ("FacebookTwitterWhatsApp", True),
        ("Teilen Facebook WhatsApp E-Mail", True),
        ("Facebook and Twitter said on Monday that they would appeal the ruling", False),
        ("Share", False),
    ],
)
def test_share_bar(text: str, expected: bool) -> None:
    assert wrapper_words.is_share_bar(text) is expected
