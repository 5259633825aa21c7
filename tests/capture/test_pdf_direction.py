"""Words written from right to left, as files place their letters, come out as they are read."""

from __future__ import annotations

import pytest

from audit.capture.pdf.direction import in_reading_order
from audit.capture.pdf.glyphs import Glyph, Line

WIDTH = 6.0


def placed(*words: str, visual: bool = False, gaps: tuple[int, ...] = ()) -> list[Glyph]:
    """The words on a line from right to left; with `visual`, the letters of each in the order of their places.

    `gaps` are the letters, counted through, before which PDFium sees a space that is none.
    """
    glyphs: list[Glyph] = []
    right = 500.0
    for number, word in enumerate(words):
        begin = len(glyphs)
        if word.isascii():  # a number, from left to right
            right -= WIDTH * len(word)
            places = [right + WIDTH * i for i in range(len(word))]
        else:
            places = [right - WIDTH * (i + 1) for i in range(len(word))]
            right = places[-1]
        letters = [Glyph(c, 0, False, x, 0.0, x + WIDTH, 12.0, "") for c, x in zip(word, places, strict=True)]
        letters.sort(key=lambda g: g.left) if visual else None
        letters[0] = letters[0]._replace(space=number > 0)
        glyphs += letters
        right -= WIDTH
        assert len(glyphs) > begin
    return [g._replace(space=True) if i in gaps else g for i, g in enumerate(glyphs)]


@pytest.mark.parametrize("words", [("قالت", "المدينة", "50", "ألفا"), ("העיר", "אמרה", "כי"), ("كوفيد", "19", "انتهى")])
@pytest.mark.parametrize("visual", [False, True])
def test_letters_as_they_come_and_as_they_stand(words, visual) -> None:
    got = in_reading_order(placed(*words, visual=visual))
    assert Line(got).text == " ".join(words)


def test_a_space_inside_a_word_is_none() -> None:
    got = in_reading_order(placed("المدينة", "قالت", visual=True, gaps=(3,)))
    assert Line(got).text == "المدينة قالت"


def test_a_number_in_a_word_stays_a_number() -> None:
    letters = placed("في")
    number = placed("2026")
    shifted = [g._replace(left=g.left - 2 * WIDTH, right=g.right - 2 * WIDTH) for g in number]
    assert Line(in_reading_order(letters + shifted)).text == "في2026"


def test_marks_stay_with_their_letter() -> None:
    (letter, other) = placed("دب")
    mark = letter._replace(text="\u0651", left=letter.left + 2, right=letter.left + 2)
    got = in_reading_order([mark, other, letter])
    assert Line(got).text == "د\u0651ب"


def test_marks_without_a_letter_and_other_scripts_are_left_alone() -> None:
    mark = Glyph("\u0651", 0, False, 1.0, 0.0, 1.0, 12.0, "")
    hebrew_point = mark._replace(text="\u05b4")
    for line in ([mark], [mark, hebrew_point], placed("abc"), [], placed("Ω!")[:1]):
        assert in_reading_order(line) == line
