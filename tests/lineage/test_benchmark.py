"""The benchmark of alignment and drift in its short form: three originals, and a text of some length."""

from __future__ import annotations

import pytest

from bench.drift.articles import load
from bench.drift.paraphrase import paraphrase
from bench.drift.run import Counts, chosen, measure
from bench.drift.speed import curve


@pytest.fixture(scope="module")
def result() -> dict[str, Counts]:
    return measure(chosen("tune", short=True))


def overall(counts: Counts) -> tuple[float, float]:
    *_, (_, precision, recall, _) = counts.rows()
    return precision, recall


def test_there_are_enough_originals() -> None:
    articles = load()
    assert len(articles) >= 60
    assert 25 <= sum(a.held_out for a in articles) <= len(articles) - 25
    assert len({s.text for a in articles for s in a.sentences}) == sum(len(a.sentences) for a in articles)


def test_every_place_lies_in_its_sentence_and_changes_it() -> None:
    for article in load():
        for sentence in article.sentences:
            for place in sentence.places:
                assert 0 <= place.start < place.end <= len(sentence.text), (article.name, sentence.text)
                assert sentence.text[place.start : place.end] != place.new


def test_rewriting_keeps_what_is_quoted() -> None:
    import random

    told = paraphrase("“The company said nothing,” the company said.", "en", random.Random(1), 1.0)
    assert told == "“The company said nothing,” the firm stated."


@pytest.mark.parametrize("part", ["kinds, single", "kinds, combined", "single"])
def test_single_edits(result: dict[str, Counts], part: str) -> None:
    precision, recall = overall(result[part])
    assert precision >= 0.95
    assert recall >= 0.90


def test_combined_edits(result: dict[str, Counts]) -> None:
    precision, recall = overall(result["combined"])
    assert precision >= 0.90
    assert recall >= 0.80


def test_untouched_copies_have_no_drift(result: dict[str, Counts]) -> None:
    assert not result["untouched"].wrong


def test_time_grows_with_the_text_and_not_with_its_square() -> None:
    times = curve([2_000, 8_000], names=["tracewire"])["tracewire"]
    assert times[8_000] < 9 * times[2_000]
