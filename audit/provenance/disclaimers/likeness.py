"""How much a sentence reads like a notice, by its letters: weights learned from thousands of wordings.

Rules know the acts they know; a newsroom words its notices as it likes. A sentence is described by its runs of two to six
letters, digits made alike, each hashed to one of `BUCKETS` weights. Their sum tells a notice from what else
stands around an article; a second table tells which kind it is. `docs/model.md` has the figures.
"""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BUCKETS = 1 << 16
KIND_BUCKETS = 1 << 14
_SIZES = (2, 3, 4, 5, 6)
_AT_ONCE = 128
"""Sentences described together: what a page of any length holds in memory at a time."""
UNLIKE = 0.2
"""Below this likelihood nobody asks for the kind."""
ALSO = 0.25
"""The share of a kind that a sentence is, too, beside its likeliest."""
_WEIGHTS = Path(__file__).parents[2] / "models" / "notices.json"
_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")
_MIX = 2654435761
"""Knuth's multiplier for hashing by multiplication."""


class Likeness(NamedTuple):
    """Of one sentence: the likelihood of a notice, from 0 to 1, and its kinds, the likeliest first."""

    notice: float
    kinds: tuple[str, ...]


def normal(sentence: str) -> str:
    """The sentence as it is described: digits made alike, small letters, single spaces."""
    plain = _DIGITS.sub("0", _SPACE.sub(" ", sentence.strip()))
    return f" {plain.casefold()} "


def grams(sentences: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The hashed runs of letters of all sentences, and for each the number of its sentence."""
    import numpy as np

    lines = [normal(s) for s in sentences]
    letters = np.frombuffer("".join(lines).encode("utf-32-le"), dtype=np.uint32)
    owner = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
    hashed, owners = [], []
    rolling = np.zeros_like(letters)
    for size in range(1, max(_SIZES) + 1):
        if size > len(letters):
            break
        span = len(letters) - size + 1
        rolling = rolling[:span] * np.uint32(31) + letters[size - 1 :]  # both wrap at 32 bits
        if size in _SIZES:
            whole = owner[:span] == owner[size - 1 :]
            mixed = (rolling[whole] + np.uint32(size)) * np.uint32(_MIX)
            hashed.append((mixed >> np.uint32(16)).astype(np.int64))
            owners.append(owner[:span][whole])
    if not hashed:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    return np.concatenate(hashed), np.concatenate(owners)


class _Model(NamedTuple):
    kinds: tuple[str, ...]
    bias: float
    weights: NDArray[np.float32]
    kind_bias: NDArray[np.float32]
    kind_weights: NDArray[np.float32]


@cache
def _model() -> _Model:
    import numpy as np

    data = json.loads(_WEIGHTS.read_bytes())

    def table(name: str) -> NDArray[np.float32]:
        steps: NDArray[np.float32] = np.frombuffer(base64.b64decode(data[name]), np.int8).astype(np.float32)
        return steps * np.float32(data[name + "_unit"])

    kinds = tuple(data["kinds"])
    return _Model(
        kinds, data["bias"], table("weights"), np.array(data["kind_bias"], np.float32),
        table("kind_weights").reshape(len(kinds), KIND_BUCKETS),
    )  # fmt: skip


def likenesses(sentences: Sequence[str]) -> list[Likeness]:
    """What each sentence reads like; the kinds of one that reads like no notice at all (`UNLIKE`) are left out."""
    found: list[Likeness] = []
    for first in range(0, len(sentences), _AT_ONCE):
        found.extend(_read(sentences[first : first + _AT_ONCE]))
    return found


def _read(sentences: Sequence[str]) -> list[Likeness]:
    import numpy as np

    model = _model()
    hashed, owner = grams(sentences)
    size = np.sqrt(np.maximum(np.bincount(owner, minlength=len(sentences)), 1))
    score = np.bincount(owner, model.weights[hashed], len(sentences)) / size + model.bias
    chance = 1 / (1 + np.exp(-np.clip(score, -30, 30)))
    found = [Likeness(float(c), ()) for c in chance]
    likely = chance >= UNLIKE
    if not likely.any():
        return found
    small, owner = hashed[likely[owner]] % KIND_BUCKETS, owner[likely[owner]]
    by_kind = np.stack([np.bincount(owner, row[small], len(sentences)) for row in model.kind_weights]) / size
    by_kind += model.kind_bias[:, None]
    for i in np.flatnonzero(likely):
        shares = np.exp(by_kind[:, i] - by_kind[:, i].max())
        shares /= shares.sum()
        order = [int(k) for k in np.argsort(-shares, kind="stable")]
        kinds = tuple(model.kinds[k] for k in order if k == order[0] or shares[k] >= ALSO)
        found[i] = Likeness(float(chance[i]), kinds)
    return found
