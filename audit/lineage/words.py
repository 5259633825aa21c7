"""Sentences as the aligner sees them: folded words, their stems, and how much each stem weighs.

Words are runs between spaces and punctuation, one character each in scripts without spaces. A stem is a word's beginning,
which survives inflection in most languages; numbers and names weigh more, because rewriting keeps them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from audit.lexicon.forms.folding import Folded

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{_UNSPACED}]|[^\s!-/:-@\[-`{{-~\u00a1-\u00bf\u2000-\u206f\u3000-\u303f،؛؟۔।॥。，、{_UNSPACED}]+")
STEM = 5
"""Letters of a stem."""
_FACT = 1.6
"""How much more a number or a name weighs than a plain word."""


class Placed(NamedTuple):
    """A word of a text, folded, and where it stands there."""

    word: str
    start: int
    end: int


def placed(text: str, start: int = 0, end: int | None = None) -> list[Placed]:
    """The words of `text[start:end]` with their code point offsets in `text`."""
    folded = Folded(text[start:end])
    return [
        Placed(m.group(), start + folded.origin(m.start()), start + folded.origin_end(m.end()))
        for m in WORD.finditer(folded.text)
    ]


class Side:
    """One text's sentences, ready for alignment. Make it once where a text is aligned with several others."""

    __slots__ = ("facts", "stems", "words")

    def __init__(self, sentences: Sequence[str]) -> None:
        self.words: list[tuple[str, ...]] = []
        """The folded words of each sentence."""
        self.stems: list[tuple[str, ...]] = []
        """The stem of each word."""
        self.facts: set[str] = set()
        """Stems of words that hold a digit, or a capital behind a sentence's first word."""
        for sentence in sentences:
            cased = WORD.findall(Folded(sentence).cased)
            self.words.append(tuple(w.lower() for w in cased))
            self.stems.append(tuple(w.lower()[:STEM] for w in cased))
            self.facts.update(
                w.lower()[:STEM] for i, w in enumerate(cased) if (i and w[0].isupper()) or any(map(str.isdigit, w))
            )

    def __len__(self) -> int:
        return len(self.words)


class Weights:
    """What a stem weighs in a pair of texts: rare ones much, those of every sentence little."""

    __slots__ = ("_facts", "_frequency", "_total", "_weights")

    def __init__(self, one: Side, other: Side) -> None:
        self._frequency = Counter(stem for side in (one, other) for stems in side.stems for stem in set(stems))
        self._total = len(one) + len(other)
        self._facts = one.facts | other.facts
        self._weights: dict[str, float] = {}

    def of(self, stem: str) -> float:
        """The weight of one stem."""
        weight = self._weights.get(stem)
        if weight is None:
            weight = log(1 + self._total / self._frequency[stem]) * (_FACT if stem in self._facts else 1.0)
            self._weights[stem] = weight
        return weight

    def bag(self, stems: Sequence[str]) -> dict[str, float]:
        """The different stems of a sentence and their weights."""
        return {stem: self.of(stem) for stem in stems}
