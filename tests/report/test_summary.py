"""The summary for the terminal."""

from __future__ import annotations

from msgspec.structs import replace

from audit.report import summary
from tests.report import invented


def test_it_answers_what_a_reader_asks() -> None:
    text = summary.render(invented.audit())
    for words in (
        "Published by  MERIDIANFEED (observed)",
        "Whose text    provider not named (carried, inferred)",
        "Cites         Harbour TV",
        "Diplomatic sources (unnamed source, G2)",
        "complaints to “the provider above”",
        "Findings      2 warnings, 1 note, 1 info",
        "warning  CHN306  The page sends complaints",
    ):
        assert words in text
    assert text.endswith("\n")
    assert max(map(len, text.splitlines())) <= 100
    assert "\x1b" not in text


def test_colour_only_when_asked() -> None:
    assert "\x1b[1mWhose text\x1b[0m    provider" in summary.render(invented.audit(), colour=True)


def test_a_page_that_cannot_be_assessed() -> None:
    text = summary.render(invented.not_assessable())
    assert "Not assessed  only a subscription notice was served" in text
    assert "End voices" not in text


def test_captured_words_can_do_nothing_to_the_terminal() -> None:
    base = invented.of_text("\x1b]0;owned\x07\x1b[2J Headline \u202e reversed")
    hostile = replace(base, profile=replace(base.profile, verdict="\x1b[31mred\r\nline"))
    text = summary.render(hostile)
    assert not set(text) & {"\x1b", "\x07", "\r", "\u202e"}
    assert "U+001B" in text
