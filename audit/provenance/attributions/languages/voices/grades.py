"""How specific the description of an unnamed voice is, G0 to G3; the reason given is read in English only."""

from __future__ import annotations

from collections.abc import Sequence

from audit.lexicon import speech
from audit.model import Grade
from audit.provenance.attributions.languages.folding import fold
from audit.provenance.attributions.languages.voices.heads import Head

_PLACED = ("diplomat", "sicherheit", "regierung", "militär", "polic", "polizei")


def grade(lows: Sequence[str], heads: Sequence[Head], language: str) -> Grade:
    """The grade of a source of the words `lows` with the head words `heads`."""
    institution, rank, bare = (
        frozenset(fold(w) for w in speech.forms(language, family)) for family in ("institution", "rank", "bare")
    )
    placed = any(w in institution or any(p in w for p in _PLACED) for w in lows)
    if placed or any(h.gives in ("government", "organisation") for h in heads):
        return "G3" if any(w in rank for w in lows) else "G2"
    words = [w for w in lows if w[0].isalpha()]
    return (
        "G0"
        if bool(heads) and heads[0].gives == "unnamed" and len(words) <= 2 and any(w in bare for w in words)
        else "G1"
    )
