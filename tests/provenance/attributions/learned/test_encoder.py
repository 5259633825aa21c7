"""Word pieces, windows, and which model runs where."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit.errors import UsageError
from audit.model import Span
from audit.provenance.attributions.learned import tagger
from audit.provenance.attributions.learned.pieces import WINDOW, Pieces, windows
from audit.provenance.attributions.learned.tokens import Tokens
from audit.provenance.attributions.reading.sentences import split

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "min", "##ister", "##s", "said", "ze", ",", "a"]


def tokens_of(text: str) -> Tokens:
    return Tokens(text, split(text, [Span(0, len(text))]))


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Ministers", ["min", "##ister", "##s"]),
        ("SAID", ["said"]),
        ("zé", ["ze"]),
        (",", [","]),
        ("minix", ["[UNK]"]),
        ("a-said", ["a", "[UNK]", "said"]),
        ("👍", ["[UNK]"]),
    ],
)
def test_the_longest_piece_comes_first(word: str, pieces: list[str]) -> None:
    (found,) = Pieces(VOCABULARY).split([word])
    assert [VOCABULARY[i] for i in found] == pieces


@given(st.lists(st.sampled_from(["a said.", "ministers, ministers", "x" * 50, "\n"]), max_size=120))
def test_windows_cover_every_token_once_and_fit(parts: list[str]) -> None:
    tokens = tokens_of(" ".join(parts))
    place = 0
    for window in windows(tokens, Pieces(VOCABULARY)):
        assert window.first == place
        assert len(window.pieces) == len(window.shapes) <= WINDOW
        assert len(window.heads) == window.last - window.first
        place = window.last
    assert place == len(tokens)


def test_without_onnxruntime_the_network_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tagger, "find_spec", lambda _: None)
    assert tagger.available() == "network"
    with pytest.raises(UsageError, match="onnxruntime"):
        tagger.load("encoder")


def test_the_network_needs_no_onnxruntime() -> None:
    tagger.load("network")
    assert "onnxruntime" not in sys.modules or tagger.available() == "encoder"


def test_the_encoder_reads_an_article() -> None:
    pytest.importorskip("onnxruntime")
    text = "The harbour will close on Friday, Transport Minister Amina Rao said on Tuesday."
    (found,) = tagger.load("encoder").tag(text, split(text, [Span(0, len(text))]))
    assert [s.of(text) for s in found.cue] == ["said"]
    assert "harbour will close" in found.content[0].of(text)
