"""The numbers that describe runs: sums over boxes, letters, words, places."""

from __future__ import annotations

import numpy as np
import pytest

from audit.page import walk
from audit.page.features import letters, markup_names, place, rows, wording
from audit.page.features.arrays import PageArrays
from audit.page.said import Said

PAGE = (
    "<body><nav><a href=/a>News</a></nav><div class='story wide'><h2>Ferry moves</h2><div class=text>"
    "<p>The council voted on Tuesday to move the ferry terminal to the northern quay of the harbour, twice.</p>"
    "<p class=note>Nobody <a href=/b>objected</a>.</p></div></div></body>"
)


@pytest.fixture
def page() -> PageArrays:
    return PageArrays(walk.walk_html(PAGE)[1])


def test_a_box_holds_what_its_runs_hold(page: PageArrays) -> None:
    by_tag = {box.tag: box for box in page.found.boxes}
    sizes = [len(run.text) for run in page.found.runs]
    assert page.box_chars[0] == sum(sizes)
    assert page.box_chars[by_tag["nav"].index] == page.box_links[by_tag["nav"].index] == len("News")
    story = next(box for box in page.found.boxes if "story" in box.hints)
    assert page.box_chars[story.index] == sum(sizes[1:])
    assert page.box_runs[story.index] == 3
    assert page.box_long[story.index] == sizes[2]


def test_links_of_a_menu_get_no_row(page: PageArrays) -> None:
    assert page.open_runs().tolist() == [1, 2, 3]


def test_letters_are_counted_by_class() -> None:
    read = letters.read(["Ab 1, 中。", "x!"])
    counts = read.counts()
    assert (
        counts[0, letters.UPPER] == counts[0, letters.LOWER] == counts[0, letters.DIGIT] == counts[0, letters.CJK] == 1
    )
    assert counts[0, letters.COMMA] == counts[0, letters.FULL_STOP] == 1
    assert read.sentences().tolist() == [1, 1]


@pytest.mark.parametrize(
    ("text", "ends"),
    [("It moved.", 1), ("It moved.”", 1), ("“It moved.”)", 1), ("It moved", 0), ("v1.2", 0), ("”", 0), ("بندر؟", 1)],
)
def test_ends_of_sentences(text: str, ends: int) -> None:
    assert letters.read(["before.", text]).ends_sentence().tolist() == [True, bool(ends)]


def test_a_word_has_one_number_wherever_it_stands() -> None:
    texts = ["Read more", "READ MORE", "read other", "1. May 2020", "2. May 1999"]
    runs, buckets = wording.hashed(letters.read(texts))
    by_run = [sorted(buckets[runs == number].tolist()) for number in range(len(texts))]
    assert by_run[0] == by_run[1]
    assert by_run[3] == by_run[4]
    assert set(by_run[0]) & set(by_run[2])
    assert set(by_run[0]) != set(by_run[2])


def test_hashing_takes_any_text() -> None:
    for texts in (["!"], ["😀", "\ud800"], ["中文", "…"], ["a" * 5_000]):
        runs, buckets = wording.hashed(letters.read(texts))
        assert len(runs) == len(buckets)
        assert not len(buckets) or 0 <= buckets.min() <= buckets.max() < wording.BUCKETS


def test_names_weigh_by_their_distance(page: PageArrays) -> None:
    weights = markup_names.NameWeights({"note": 1.0, "text": 8.0}, {"text": 2.0}, {"story": 4.0, "text": 16.0})
    own, parent, far = markup_names.weigh(page, np.array([2, 3]), weights)
    assert own.tolist() == [0.0, 1.0]
    assert parent.tolist() == [2.0, 2.0]
    assert far.tolist() == [4.0, 4.0]
    run = page.found.runs[3]
    assert markup_names.own_names(run) == {"note"}
    assert markup_names.parent_names(run) == {"text"}
    assert markup_names.far_names(run) == {"story", "wide"}


def test_the_nearest_runs_before_and_after() -> None:
    before, after = place.nearest(np.array([True, False, False, True, False]))
    assert before.tolist() == [-1, 0, 0, 0, 3]
    assert after.tolist() == [3, 3, 3, -1, -1]


def test_long_pages_are_read_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    found = walk.walk_html(PAGE)[1]
    whole = rows.PageRows(found, [1], Said(frozenset())).fixed
    monkeypatch.setattr(rows, "_AT_ONCE", 20)
    parts = rows.PageRows(found, [1], Said(frozenset())).fixed
    assert np.array_equal(whole, parts)
    assert whole.shape[0] + len(rows.LEARNED) == len(rows.names())
