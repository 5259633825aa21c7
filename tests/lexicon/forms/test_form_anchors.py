"""The anchors of a text: each found once, wherever its script changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from audit.lexicon.forms.anchors import Anchors

WORDS = {"by ": (0,), "agence": (1,), "агентство": (2,), "тасс 24": (3,), "通信": (4,)}


def found(text: str, agencies: frozenset[str] = frozenset()):
    return Anchors(WORDS, agencies).find(text, text.replace("\n", " "))


def test_each_script_has_its_words() -> None:
    text = "by agence  агентство\n通信 and тасс 24"
    hits, _ = found(text)
    assert hits == sorted(hits)
    assert {rows for _, rows in hits} == set(WORDS.values())


def test_a_broken_line_is_a_space_for_an_anchor_and_an_end_for_an_agency() -> None:
    assert found("тасс\n24")[0] == [(0, (3,))]
    assert found("тасс\n24", frozenset({"тасс 24"}))[1] == []
    assert found("тасс 24", frozenset({"тасс 24"}))[1] == [(0, 7)]


@given(st.lists(st.sampled_from([*WORDS, "a", " ", "\n", "я", "x" * 30, "ж" * 5, "é", "中"]), max_size=40))
def test_nothing_is_missed_or_met_twice(pieces: list[str]) -> None:
    text = "".join(pieces)
    unbroken = text.replace("\n", " ")
    expected = [(at, WORDS[word]) for word in WORDS for at in range(len(text)) if unbroken.startswith(word, at)]
    assert sorted(found(text)[0]) == sorted(expected)
