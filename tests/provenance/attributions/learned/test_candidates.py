"""Which candidates stay, and what becomes of a subject that does not speak."""

from __future__ import annotations

import numpy as np
import pytest

from audit.model import Span
from audit.provenance.attributions.learned import weights
from audit.provenance.attributions.learned.candidates import Candidate, select
from audit.provenance.attributions.learned.completion import hearsay, subject_of_passive
from audit.provenance.attributions.learned.linker import Segment
from audit.provenance.attributions.learned.tokens import Tokens
from audit.provenance.attributions.reading.sentences import split


def candidate(cue: int, content: tuple[int, int], confidence: float, rule: bool = False) -> Candidate:
    made = Candidate([], [Segment("cue", cue, cue + 1)], [Segment("content", *content)], rule=1.0 if rule else None)
    made.confidence = confidence
    return made


SURE = candidate(1, (2, 6), 0.9)


@pytest.mark.parametrize(
    ("other", "stays"),
    [
        (candidate(8, (9, 12), 0.5), True),
        (candidate(8, (9, 12), 0.3), False),
        (candidate(8, (5, 8), 0.8), False),  # claims a word of a surer one
        (candidate(8, (9, 12), 0.1, rule=True), True),  # the rules' threshold is lower
        (candidate(8, (9, 12), 0.01, rule=True), False),
        (candidate(8, (0, 7), 0.1, rule=True), True),  # "X said Y, according to Z": around it
        (candidate(3, (4, 6), 0.1, rule=True), False),  # inside it, and not sure
        (candidate(3, (4, 6), 0.6, rule=True), True),
        (candidate(1, (7, 9), 0.8, rule=True), False),  # the same cue
    ],
)
def test_select(other: Candidate, stays: bool) -> None:
    assert (other in select([SURE, other], 0.4, 0.05)) is stays


@pytest.mark.parametrize(
    ("text", "source", "cue", "expected"),
    [
        ("The mediators are believed to be near.", (0, 2), (2, 4), True),
        ("The mediators are widely believed to be near.", (0, 2), (2, 5), True),
        ("The mediators were believed by few.", (0, 2), (2, 4), False),  # somebody does believe it
        ("The mediators have said it.", (0, 2), (2, 4), False),
        ("The mediators said it.", (0, 2), (2, 3), False),
    ],
)
def test_subject_of_passive(text: str, source: tuple[int, int], cue: tuple[int, int], expected: bool) -> None:
    tokens = Tokens(text, split(text, [Span(0, len(text))]))
    assert subject_of_passive(tokens, Segment("source", *source), Segment("cue", *cue)) is expected


def test_hearsay() -> None:
    text = "They reportedly refused and openly said so."
    tokens = Tokens(text, split(text, [Span(0, len(text))]))
    assert hearsay(tokens, Segment("cue", 1, 3)) == Segment("cue", 1, 2)
    assert hearsay(tokens, Segment("cue", 4, 6)) is None


def test_weights_come_back_as_they_were() -> None:
    arrays = {
        "a": np.arange(6, dtype=np.int8).reshape(2, 3),
        "b": np.array([1.5, -2], dtype=np.float16),
        "empty": np.zeros((0, 4), dtype=np.float32),
    }
    content = weights.encode(arrays)
    back = weights.decode(content)
    assert sorted(back) == sorted(arrays)
    for name, array in arrays.items():
        assert back[name].dtype == array.dtype
        np.testing.assert_array_equal(back[name], array)
    assert weights.encode(back) == content
