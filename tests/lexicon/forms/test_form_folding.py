"""Folding keeps every offset."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from audit.lexicon.forms.folding import HIDDEN, Folded, beyond_ascii, fold


def test_one_code_point_stays_one_code_point() -> None:
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if not 0xD800 <= code < 0xE000:
            assert len(fold(char)) == (0 if char in HIDDEN else 1), hex(code)


@given(
    st.text(
        alphabet=st.one_of(st.characters(), st.sampled_from(sorted(HIDDEN)), st.sampled_from("“”«–—İẞ　ａ")),
        max_size=60,
    )
)
def test_offsets_lead_back(text: str) -> None:
    folded = Folded(text)
    kept = [i for i, char in enumerate(text) if char not in HIDDEN]
    assert [folded.origin(i) for i in range(len(folded.text))] == kept
    for i, at in enumerate(kept):
        assert folded.origin_end(i + 1) == at + 1
        assert folded.offset(at) == i


def test_what_readers_take_for_the_same_is_the_same() -> None:
    assert fold("“Legal—Disclaimer”　（ＡＰ）") == '"legal-disclaimer" (ap)'
    assert fold("Nach\u00adrichten") == "nachrichten"
    assert fold("قَالَ إنّ") == fold("قال ان")


def test_long_and_short_texts_are_folded_alike() -> None:
    every = [chr(code) for code in range(0x3100)]
    assert Folded("".join(every)).text == "".join(map(fold, every))


def test_what_a_text_has_beyond_ascii() -> None:
    assert beyond_ascii("Café, 4 €\n新華社\ud800.") == "é€新華社\ud800"
    assert beyond_ascii("plain `text`\x00") == ""
