"""Segments to attributions, with weights simple enough to follow by hand."""

from __future__ import annotations

import pytest

from audit.model import Span
from audit.provenance.attributions.learned.decode import best_path, segments
from audit.provenance.attributions.learned.linker import Linker, Segment
from audit.provenance.attributions.learned.tokens import Tokens
from audit.provenance.attributions.reading.sentences import split

NEAREST = {
    "conRS": 2.0,  # content, cue to its right, same sentence
    "conLS": 2.0,
    "conLP": 0.5,
    "souRS": 2.0,
    "souLS": 1.0,
    "conRSc1s0t0": -3.0,  # another cue between
    "conLSc1s0t0": -3.0,
    "conLSc1s0t1": -3.0,
}


def tokens_of(text: str) -> Tokens:
    return Tokens(text, split(text, [Span(0, len(text))]))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ([0, 1, 2, 0, 3], [Segment("source", 1, 3), Segment("cue", 4, 5)]),
        ([5, 5, 6], [Segment("content", 0, 1), Segment("content", 1, 3)]),
        ([1, 3, 5, 6], [Segment("source", 0, 1), Segment("cue", 1, 2), Segment("content", 2, 4)]),
        ([], []),
        ([0, 0], []),
    ],
)
def test_segments(path: list[int], expected: list[Segment]) -> None:
    assert segments(path) == expected


def test_an_inside_label_never_follows_another_role() -> None:
    scores = [[-3.0, -1, 0, -3, -3, -3, -3], [-3.0, -3, -3, -3, 0, -2, -1], [-3.0, -3, -3, -3, -3, -3, 0]]
    path = best_path(scores)
    for before, label in zip([0, *path], path, strict=False):
        assert label not in (2, 4, 6) or before in (label, label - 1)
    assert path == [1, 5, 6]
    assert best_path([]) == []


def test_content_before_and_after_a_cue() -> None:
    tokens = tokens_of("“We wait,” Rao said, “for rain.”")
    found = [Segment("content", 0, 5), Segment("source", 5, 6), Segment("cue", 6, 7), Segment("content", 8, 13)]
    (link,) = Linker(NEAREST).link(tokens, found)
    assert (link.cue, link.source, link.contents) == (2, 1, [0, 3])


def test_a_source_serves_two_cues() -> None:
    tokens = tokens_of("Rao said rain came and added crops failed.")
    found = [
        Segment("source", 0, 1),
        Segment("cue", 1, 2),
        Segment("content", 2, 4),
        Segment("cue", 5, 6),
        Segment("content", 6, 8),
    ]
    first, second = Linker(NEAREST).link(tokens, found)
    assert (first.source, second.source) == (0, 0)
    assert (first.contents, second.contents) == ([2], [4])


def test_a_cue_may_have_no_source_and_needs_content() -> None:
    tokens = tokens_of("Reportedly the dam broke. Rao spoke.")
    found = [Segment("cue", 0, 1), Segment("content", 1, 4), Segment("source", 5, 6), Segment("cue", 6, 7)]
    first, idle = Linker(NEAREST).link(tokens, found)
    assert (first.cue, first.source, first.contents) == (0, None, [1])
    assert (idle.cue, idle.source, idle.contents) == (3, 2, [])


def test_an_idle_cue_lends_its_source() -> None:
    tokens = tokens_of("Asked again, Rao replied: the minister declined, adding nothing changed.")
    found = [Segment("source", 3, 4), Segment("cue", 4, 5), Segment("cue", 10, 11), Segment("content", 11, 13)]
    weights = {**NEAREST, "none|ing=1": 5.0, "conLSc1s0t0": -9.0}
    lender, taker = Linker(weights).link(tokens, found)
    assert (lender.cue, lender.source) == (1, None)
    assert (taker.cue, taker.source, taker.contents) == (2, 0, [3])
