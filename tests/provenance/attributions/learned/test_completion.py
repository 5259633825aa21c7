"""Content inferred for a cue that the labels left without."""

from __future__ import annotations

import pytest

from audit.model import Span
from audit.provenance.attributions.learned.completion import complete
from audit.provenance.attributions.learned.linker import Link, Segment
from audit.provenance.attributions.learned.tokens import Tokens
from audit.provenance.attributions.reading.sentences import split


@pytest.mark.parametrize(
    ("text", "source", "cue", "odds", "content"),
    [
        ("The bill will pass, Rao said.", (5, 6), (6, 7), -1.0, "The bill will pass"),
        ("Rao said the bill will pass.", (0, 1), (1, 2), -1.0, "the bill will pass"),
        ("The bill will pass, Rao said.", (5, 6), (6, 7), -9.0, None),  # the network is sure that it is none
        ("Rao said so.", (0, 1), (1, 2), -1.0, None),  # too short to tell
    ],
)
def test_the_free_stretch_is_taken(
    text: str, source: tuple[int, int], cue: tuple[int, int], odds: float, content: str | None
) -> None:
    tokens = Tokens(text, split(text, [Span(0, len(text))]))
    found = [Segment("source", *source), Segment("cue", *cue)]
    link = Link(cue=1, source=0)
    completed = complete(tokens, found, [link], [odds] * len(tokens))
    if content is None:
        assert completed == found
        assert not link.completed
    else:
        (added,) = completed[2:]
        assert link.completed
        assert link.contents == [2]
        assert text[tokens.starts[added.first] : tokens.ends[added.last - 1]] == content


def test_a_cue_without_source_is_left_alone() -> None:
    text = "The bill will pass, it was said."
    tokens = Tokens(text, split(text, [Span(0, len(text))]))
    found = [Segment("cue", 6, 8)]
    assert complete(tokens, found, [Link(cue=0)], [0.0] * len(tokens)) == found
