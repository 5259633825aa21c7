"""Which sentence comes from which."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.lineage.align import align
from audit.lineage.chaining import Link, heaviest_chain
from audit.lineage.words import Side, placed

BRIDGE = (
    "The bridge at Orlen was closed on Monday after an inspector found cracks in its northern pillar.",
    "Two hundred people live on the far bank.",
    "Repairs will take three weeks, the council estimates.",
    "A ferry runs every hour between six in the morning and nine at night.",
    "“We were told nothing until the barriers stood there,” said Maria Tesk, who keeps a bakery.",
    "Shops in the old town have lost half of their trade since then.",
    "The minister of transport, Jon Arlev, is to visit the site on Thursday.",
    "A second bridge, planned since 2009, has never been paid for.",
)


def shown(copy, original=BRIDGE):
    return [(m.kind, m.copy, m.original) for m in align(list(copy), list(original))]


def kinds(copy, original=BRIDGE):
    return {(m.kind, m.copy, m.original) for m in align(list(copy), list(original)) if m.kind != "verbatim"}


def test_untouched_text_is_verbatim() -> None:
    assert shown(BRIDGE) == [("verbatim", (i,), (i,)) for i in range(8)]


def test_quotation_marks_dashes_and_case_are_no_edit() -> None:
    copy = [s.replace("“", '"').replace("”", '"').upper() for s in BRIDGE]
    assert kinds(copy) == set()


CASES = {
    "edited": ([*BRIDGE[:2], "Repairs are expected to last three weeks, according to the council.", *BRIDGE[3:]],
               {("edited", (2,), (2,))}),
    "cut short": ([*BRIDGE[:3], "A ferry runs every hour.", *BRIDGE[4:]], {("edited", (3,), (3,))}),
    "truncated": (BRIDGE[:5], {("dropped", (), (5,)), ("dropped", (), (6,)), ("dropped", (), (7,))}),
    "added": ([*BRIDGE[:3], "Nobody in the valley remembers an earlier closure.", *BRIDGE[3:]], {("added", (3,), ())}),
    "moved": ([BRIDGE[6], *BRIDGE[:6], BRIDGE[7]], {("moved", (0,), (6,))}),
    "merged": ([*BRIDGE[:1], "Two hundred people live on the far bank, and repairs will take three weeks, the council estimates.",
                *BRIDGE[3:]], {("merged", (1,), (1, 2))}),
    "split": (["The bridge at Orlen was closed on Monday.", "An inspector had found cracks in its northern pillar.",
               *BRIDGE[1:]], {("split", (0, 1), (0,))}),
    "another story": (["Wheat prices rose in Lisbon.", "Traders blamed rain."],
                      {("added", (0,), ()), ("added", (1,), ()), *(("dropped", (), (i,)) for i in range(8))}),
    "empty": ([], {("dropped", (), (i,)) for i in range(8)}),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_kind(name: str) -> None:
    copy, expected = CASES[name]
    assert kinds(copy) == expected


def test_a_new_sentence_with_the_same_names_is_no_copy() -> None:
    copy = [*BRIDGE[:6], "Jon Arlev has been in office for a decade and comes from the coast.", BRIDGE[7]]
    assert ("edited", (6,), (6,)) not in kinds(copy)


def test_scripts_without_spaces() -> None:
    original = [
        "大臣は月曜日に橋が閉鎖されたと述べた。",
        "フェリーは毎時運航している。",
        "修理には三週間かかる見込みだ。",
    ]
    copy = ["フェリーは毎時運航している。", "修理には三週間かかる見込みだ。", "大臣は月曜日に橋が閉鎖されたと語った。"]
    assert kinds(copy, original) == {("moved", (2,), (0,))}


def test_dropped_sentences_stand_where_the_original_has_them() -> None:
    copy = [*BRIDGE[:2], *BRIDGE[3:]]
    assert [m.original for m in align(copy, BRIDGE)] == [(i,) for i in range(8)]


def test_a_sentence_repeated_without_end_stays_cheap() -> None:
    many = ["Advertisement."] * 20_000
    assert {m.kind for m in align(many, many[:10_000])} <= {"verbatim", "added"}


SENTENCES = st.lists(st.text("abc de.", max_size=20), max_size=12)


@settings(max_examples=60, deadline=None)
@given(SENTENCES, SENTENCES)
def test_every_sentence_is_in_exactly_one_match(copy: list[str], original: list[str]) -> None:
    found = align(copy, original)
    assert sorted(i for m in found for i in m.copy) == list(range(len(copy)))
    assert sorted(j for m in found for j in m.original) == list(range(len(original)))


def test_the_chain_is_the_heaviest() -> None:
    rng = random.Random(3)
    for _ in range(40):
        links = [Link(rng.randrange(6), rng.randrange(6), rng.random()) for _ in range(8)]
        got = heaviest_chain(links, [k.score for k in links])
        assert all(a.copy < b.copy and a.original < b.original for a, b in pairwise(got))
        best = max(
            sum(links[k].score for k in chosen)
            for chosen in _rising(links)
        )  # fmt: skip
        assert sum(k.score for k in got) == pytest.approx(best)


def _rising(links):
    for mask in range(1 << len(links)):
        chosen = sorted(k for k in range(len(links)) if mask >> k & 1)
        ordered = sorted((links[k] for k in chosen), key=lambda k: k.copy)
        if all(a.copy < b.copy and a.original < b.original for a, b in pairwise(ordered)):
            yield chosen


def test_words_keep_their_places() -> None:
    text = "xx “Ro\u00adad 1,000” ends"
    assert [text[w.start : w.end] for w in placed(text, 3)] == ["Ro\u00adad", "1", "000", "ends"]
    assert [w.word for w in placed(text, 3)] == ["road", "1", "000", "ends"]
    assert Side(["a Bridge in 2009"]).facts == {"bridg", "2009"}
