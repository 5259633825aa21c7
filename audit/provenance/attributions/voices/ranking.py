"""Which candidate a pronoun means: a linear ranking, learned from annotated articles.

Each candidate gets seventeen numbers (where it stood last, how it stood there, what it is) and their weighted sum; the sums
become probabilities over the candidates of one pronoun and *nobody*, who competes with three numbers of its own. Where
even the first is unlikely the pronoun stays open.
`bench/attribution/train_antecedents.py` trains the weights and says how well they carry over to other writers.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from audit.lexicon import speech
from audit.model import Voice
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.voices.distance import sentences_apart
from audit.provenance.attributions.voices.person import likely_gender
from audit.provenance.attributions.voices.salience import Candidate, candidates, gender_of

if TYPE_CHECKING:
    from audit.provenance.attributions.voices.cast import Cast

FEATURES = (
    "sentences", "paragraphs", "other paragraph", "first in sentence", "in quotation", "possessor", "mentions",
    "gender known", "gender likely", "gender unlikely", "not named", "office", "spoke last", "told of", "document",
    "subject", "subject before",
)  # fmt: skip
"""What is known of a candidate, in the order of its numbers."""
NOBODY = ("nobody", "nobody for it", "nobody for they")
"""What speaks for leaving a pronoun open: that it is one, one of things, one of several. Follows on `FEATURES`."""
LEAST = 0.45
"""Probability below which a pronoun stays open."""
_LEAD = 16
_GOVERNING = phrases.PREPOSITIONS - {"of", "to"} | phrases.AUXILIARIES | phrases.CLAUSE
_BREATH = 10
"""Tokens within which two names may stand joined."""


@cache
def weights() -> tuple[float, ...]:
    """The weight of each number; read on first use."""
    content = (Path(__file__).resolve().parents[3] / "models" / "antecedents.json").read_text(encoding="utf-8")
    table: dict[str, float] = json.loads(content)["weights"]
    return tuple(table[name] for name in (*FEATURES, *NOBODY))


def best(cast: Cast, token: int, word: str) -> tuple[Voice, float] | None:
    """The antecedent of the pronoun `word` at `token`, and how sure; `None` where nobody or two fit."""
    found = candidates(cast, token, word)
    if not found:
        return None
    rows = described(cast, token, word, found)
    chances = probabilities([*rows.values(), nobody(word)], weights())[:-1]
    ranked = sorted(zip(chances, rows, strict=True), key=lambda r: (-r[0], r[1]))
    chance, key = ranked[0]
    last = {name: max(places, key=lambda c: c.token) for name, places in found.items()}
    if chance < LEAST or any(_joined(cast.reading, last[key], last[other]) for other in last if other != key):
        return None
    return _fullest(found[key]), round(min(0.95, chance), 2)


def _fullest(places: Sequence[Candidate]) -> Voice:
    """The voice as its places name it at most: `Russia's Defence Ministry`, of which a later one says `Defence Ministry`."""
    best = max(places, key=lambda c: c.token).voice
    for one in places:
        if best.name and one.voice.name and one.voice.name.endswith(" " + best.name):
            best = one.voice
    return best


def nobody(word: str) -> tuple[float, ...]:
    """The numbers of nobody as whom the pronoun `word` means."""
    several = word in ("they", "their", "them")
    return (*(0.0,) * len(FEATURES), 1.0, float(not several and not gender_of(word)), float(several))


def _joined(reading: Reading, one: Candidate, other: Candidate) -> bool:
    """`Tom Ray and Per Holm met. He said …`: whether two by name were last mentioned in one breath, so that both fit."""
    first, second = sorted((one.token, other.token))
    if second - first >= _BREATH or "and" not in reading.lows[first:second]:
        return False
    return all(w in ("and", ",") or w[0].isupper() for w in reading.words[first:second])


def described(
    cast: Cast, token: int, word: str, found: Mapping[str, Sequence[Candidate]]
) -> dict[str, tuple[float, ...]]:
    """The numbers of each candidate, in the order of `FEATURES` and, all zero, `NOBODY`."""
    last = next((m.voice.key for m in reversed(cast.heard) if m.token < token), None)
    return {key: _numbers(cast, token, gender_of(word), places, key == last) for key, places in found.items()}


def _numbers(cast: Cast, token: int, gender: str, places: Sequence[Candidate], spoke_last: bool) -> tuple[float, ...]:
    reading = cast.reading
    one = max(places, key=lambda c: c.token)
    here, there = reading.owner[token], reading.owner[one.token]
    gap = reading.paragraph[here] - reading.paragraph[there]
    known = cast.gender(one)
    likely = likely_gender(one.voice.name) if one.voice.type == "person" and one.voice.name else ""
    guessed = bool(gender) and known != gender and bool(likely)
    return (
        float(sentences_apart(reading, there, here)),
        float(min(gap, 3)),
        float(gap > 0),
        float(one.token - reading.sentences[there][0] < 3),
        float(reading.quote[one.token] >= 0),
        float("'s" in reading.lows[one.token + 1 : one.token + 4]),
        math.log(1 + len(places)),
        float(bool(gender) and known == gender),
        float(guessed and likely == gender),
        float(guessed and likely != gender),
        float(one.voice.type == "unnamed"),
        float(one.voice.type == "government"),
        float(spoke_last),
        float(all(c.told_of for c in places)),
        float(one.voice.type == "document"),
        float(_subject(reading, one.token)),
        float(any(reading.owner[c.token] == here - 1 and _subject(reading, c.token) for c in places)),
        *(0.0,) * len(NOBODY),
    )


def _subject(reading: Reading, token: int) -> bool:
    """Whether a mention leads its clause: no verb and no preposition stand before it in its sentence."""
    begin, _ = reading.sentences[reading.owner[token]]
    before = reading.lows[begin:token]
    if len(before) > _LEAD:
        return False
    return not any(w in _GOVERNING or w in speech.forms("english", "verb") for w in before)


def probabilities(rows: Sequence[Sequence[float]], weighed: Sequence[float]) -> list[float]:
    """The chance of each row of one pronoun; they add up to 1."""
    sums = [sum(w * x for w, x in zip(weighed, row, strict=True)) for row in rows]
    top = max(sums)
    powers = [math.exp(s - top) for s in sums]
    total = sum(powers)
    return [p / total for p in powers]
