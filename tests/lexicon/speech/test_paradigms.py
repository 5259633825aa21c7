"""Stems with the endings of their paradigm: the forms of inflected languages."""

from __future__ import annotations

import pytest

from audit.lexicon import speech

FORMS = [
    ("es", "say", "aseguraron"),
    ("fr", "say", "affirmait"),
    ("pt", "say", "garantiu"),
    ("de", "head", "diplomatinnen"),
    ("ru", "head", "экспертов"),
    ("pl", "say", "przekazała"),
    ("ko", "say", "경고한다"),
]


@pytest.mark.parametrize(("language", "family", "form"), FORMS)
def test_forms_of_a_paradigm(language: str, family: str, form: str) -> None:
    assert form in speech.forms(language, family)


def test_a_stem_keeps_what_stands_behind_its_ending() -> None:
    assert "teilte+mit" in speech.spelled("de", "teil~te+mit")


def test_starred_endings_are_participles_only() -> None:
    assert "asegurado" in speech.participles("es")
    assert "asegurado" not in speech.spelled("es", "asegur~ar")
