"""Whose text an author field says it is: agencies, people of agencies, other newsrooms, and the house itself."""

from __future__ import annotations

import pytest

from tests.provenance.credit_pages import article, read_html


@pytest.mark.parametrize(
    ("author", "wanted"),
    [
        ("AFP Deutschland", {"AFP"}),
        ("dpa Regional", {"dpa"}),
        ("Source: AFP", {"AFP"}),
        ("Reuters, traduit par la rédaction", {"Reuters"}),
        ("Ann Lee, PA Environment Correspondent", {"PA Media"}),
        ("Ann Lee and Bo Ek, PA, on newsbarn.example", {"PA Media"}),
        ("Корреспондент ТАСС Иван Лысенко", {"TASS"}),
        ("By Ann Lee of rnz.co.nz", {"RNZ"}),
        ("AFP-JIJI PRESS", {"AFP", "Jiji Press"}),
        ("The Washington Post", {"The Washington Post"}),
        ("Ann Lee, Newsbarn Reporter", set()),
        ("Newsbarn News Service", set()),
        ("Ann Reuter", set()),
        ("AP Sharma", set()),
        ("Staff Correspondent", set()),
        ("Express News Service", set()),
    ],
)
def test_author_fields(author: str, wanted: set[str]) -> None:
    head = f"<meta property='og:site_name' content='Newsbarn'><meta name='author' content='{author}'>"
    read = read_html(article(), head=head, url="https://newsbarn.example/1")
    assert read.outlets("carried", "distributed", "republished", "release") == wanted


def test_a_brand_of_the_house_credits_nobody() -> None:
    head = "<meta property='og:site_name' content='ABC News 4'><meta name='author' content='ABC News'>"
    assert not read_html(article(), head=head, url="https://abcnews4.example/1").providers()
