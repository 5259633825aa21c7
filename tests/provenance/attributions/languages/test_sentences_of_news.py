"""Sentences of news in many languages: who speaks in each, of what type, and sentences in which nobody does.

A file of `sentences/` is a language. A line is a type of voice and a sentence with the source's words in brackets; the
type `-` marks a sentence without any.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from audit.model import Attribution, Block
from audit.provenance.attributions import find_attributions

_SENTENCES = Path(__file__).parent / "sentences"
_WIDER = 40
"""How many characters a source may have beyond the words in brackets: an office, an apposition."""


def _cases(silent: bool) -> list[tuple[str, str, str]]:
    return [
        (file.stem, kind, sentence)
        for file in sorted(_SENTENCES.glob("*.txt"))
        for kind, _, sentence in (line.partition(" | ") for line in file.read_text("utf-8").splitlines())
        if (kind == "-") == silent
    ]


def _found(language: str, text: str) -> tuple[Attribution, ...]:
    return find_attributions(text, [Block("body", 0, len(text), 1.0, "")], language)[0]


@pytest.mark.parametrize(("language", "kind", "sentence"), _cases(silent=False))
def test_who_speaks_and_the_type_of_voice(language: str, kind: str, sentence: str) -> None:
    text = sentence.replace("[", "").replace("]", "")
    who = sentence.partition("[")[2].partition("]")[0]
    voices = [(source.of(text), one.voice.type) for one in _found(language, text) for source in one.source]
    assert any(who in said and len(said) <= len(who) + _WIDER and kind == voice for said, voice in voices), voices


@pytest.mark.parametrize(("language", "kind", "sentence"), _cases(silent=True))
def test_nobody_speaks(language: str, kind: str, sentence: str) -> None:
    assert not _found(language, sentence)
