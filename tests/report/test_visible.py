"""Hidden characters are shown; characters that do plain work are left alone."""

from __future__ import annotations

import pytest

from audit.report import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "U+202E"),
        ("a\u0000b", "U+0000"),
        ("a\u2028b", "U+2028"),
        ("wo\u200brd", "U+200B"),
        ("\ufeffStart", "U+FEFF"),
        ("e\u200dx", "U+200D"),
        ("x\ufe01\ufe02y", "U+FE01"),
        ("x\U000e0041", "U+E0041"),
        (" \xad ", "U+00AD"),
        ("\x1b[31m", "U+001B"),
    ],
)
def test_shown(text: str, shown: str) -> None:
    assert shown in visible.html(text)
    assert shown in visible.plain(text)
    assert visible.hidden_count(text) >= 1


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",
        "क्\u200dष",
        "❤\ufe0f",
        "👩\u200d👧",
        "Bundes\xadkanzler",
        "line\nline",
        "tab\there",
        "a\r\nb",
        "שלום",
    ],
)
def test_left_alone(text: str) -> None:
    assert "U+" not in visible.html(text)
    assert visible.hidden_count(text) == 0


def test_markup_is_escaped_beside_hidden_characters() -> None:
    assert visible.html("<b>\u202e</b>&") == (
        '&lt;b&gt;<span class="inv" title="right-to-left override">U+202E</span>&lt;/b&gt;&amp;'
    )


def test_a_long_run_is_counted_not_listed() -> None:
    shown = visible.html("x" + "\ufe01" * 500)
    assert "492 more hidden" in shown
    assert len(shown) < 1000


def test_direction_marks_keep_working() -> None:
    assert "\u200f" in visible.html("a \u200f b")
    assert "\u202e" not in visible.html("a \u202e b")


@pytest.mark.parametrize("limit", [10, 50, 280])
def test_excerpt_is_beginning_and_end(limit: int) -> None:
    words = "word " * 200 + "end"
    head, tail = visible.excerpt(words, limit)
    assert words.startswith(head)
    assert words.endswith(tail)
    assert len(head) + len(tail) <= limit
    assert visible.excerpt("short", limit) == ("short", "")


@pytest.mark.parametrize(
    "text", ['it\'s "so" & <b>', "l’été – “cité”", "a\u202eb <i>", "one\r\ntwo & three", "x" * 20_001]
)
def test_pieces_are_written_as_each_by_itself(text: str) -> None:
    write = visible.writer(text)
    for start in range(0, len(text), max(len(text) // 7, 1)):
        for piece in (text[start : start + 9], text[start:], text[:start]):
            assert write(piece) == visible.raw(piece)
