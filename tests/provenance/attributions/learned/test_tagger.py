"""The shipped tagger on sentences of our own, and on hostile input."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audit.model import Span
from audit.provenance.attributions.learned.tagger import load
from audit.provenance.attributions.reading.sentences import split
from audit.provenance.attributions.tagging import RawAttribution, Sentence

TAGGER = load("network")
ARTICLE = """The harbour will close on Friday, Transport Minister Amina Rao said on Tuesday.

“We have no choice,” Rao told reporters in the capital. “The piers are unsafe.”

According to the port authority, repairs will take six months.

Local traders rejected the plan. Some believe that the closure serves a rival port.

The weather was mild and the shops were full."""


def tag(text: str) -> tuple[RawAttribution, ...]:
    return TAGGER.tag(text, split(text, [Span(0, len(text))]))


def words(text: str, spans: tuple[Span, ...]) -> str:
    return " … ".join(s.of(text) for s in spans)


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("Amina Rao", "said", "harbour will close"),
        ("Rao", "told", "We have no choice"),
        ("port authority", "According to", "repairs will take six months"),
        ("Some", "believe", "the closure serves a rival port"),
    ],
)
def test_plain_attributions(source: str, cue: str, content: str) -> None:
    found = tag(ARTICLE)
    assert any(
        source in words(ARTICLE, a.source) and cue in words(ARTICLE, a.cue) and content in words(ARTICLE, a.content)
        for a in found
    )


def test_an_interrupted_quotation_is_one_attribution() -> None:
    (quotation,) = [words(ARTICLE, a.content) for a in tag(ARTICLE) if "no choice" in words(ARTICLE, a.content)]
    assert "piers are unsafe" in quotation


def test_narration_has_no_attribution() -> None:
    last = ARTICLE.rindex("The weather")
    assert all(s.end <= last for a in tag(ARTICLE) for s in a.content)


def test_only_the_given_sentences_are_read() -> None:
    start = ARTICLE.index("Local traders")
    end = ARTICLE.index("\n", start)
    found = TAGGER.tag(ARTICLE, [Sentence(start, end, 0)])
    assert found
    assert all(start <= s.start < s.end <= end for a in found for s in (*a.source, *a.cue, *a.content))


def test_the_same_text_gives_the_same_answer() -> None:
    assert tag(ARTICLE) == tag(ARTICLE)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_and_spans_lie_in_it(text: str) -> None:
    for found in tag(text):
        assert found.cue
        assert found.content
        assert 0.0 <= found.confidence <= 1.0
        for spans in (found.source, found.cue, found.content):
            assert list(spans) == sorted(spans)
            assert all(0 <= s.start < s.end <= len(text) for s in spans)


@pytest.mark.parametrize(
    "text", ["\u200b", "\x1f.", "\ud83d said “\udc00”", "\0 said \u202e no.", "²⁰¹⁵ said ½.", "‘’“”„»«" * 9]
)
def test_odd_characters_are_read(text: str) -> None:
    TAGGER.tag(text, [Sentence(0, len(text), 0)])


@pytest.mark.parametrize("text", ["x" * 40_000, "“" * 20_000, "a. " * 8_000, "said " * 8_000, "1.1." * 8_000 + "x"])
def test_hostile_text_takes_linear_time(text: str) -> None:
    sentences = [Sentence(0, len(text), 0)]
    TAGGER.tag("warm", [Sentence(0, 4, 0)])
    started = time.process_time()
    TAGGER.tag(text, sentences)
    assert time.process_time() - started < 30
