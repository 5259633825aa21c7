"""What a slot's words can be: names and people, and what only looks like them."""

from __future__ import annotations

import pytest

from audit.lexicon.forms import plausible


@pytest.mark.parametrize(
    "words", ["The Quill Courier", "Agence de presse sénégalaise", "dpa", "Kronen Zeitung", "वार्ता", "الشرق الأوسط"]
)
def test_names(words: str) -> None:
    assert plausible.name(words)


@pytest.mark.parametrize(
    "words",
    [
        "Ann rowing across the river one last time.",
        "Ann Brook • 3h •",
        "صورة أرشيفية",
        "фото",
        "the ferry that will stop",
    ],
)
def test_no_names(words: str) -> None:
    assert not plausible.name(words)


@pytest.mark.parametrize(
    ("words", "is_one"), [("Ann Brook", True), ("JANE DOE and JOHN ROE", True), ("صورة أرشيفية", False)]
)
def test_people(words: str, is_one: bool) -> None:
    assert plausible.person(words) is is_one
