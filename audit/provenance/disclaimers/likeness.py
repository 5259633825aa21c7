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
"""Letters of the runs: each size is one more than the one before."""
_AT_ONCE = 128
"""Sentences described together: what a page of any length holds in memory at a time."""
UNLIKE = 0.2
"""Below this likelihood nobody asks for the kind."""
ALSO = 0.25
"""The share of a kind that a sentence is, too, beside its likeliest."""
_WEIGHTS = Path(__file__).parents[2] / "models" / "notices.json"
_DIGITS = re.compile(r"\d+")
_MIX = 2654435761
"""Knuth's multiplier for hashing by multiplication."""


class Likeness(NamedTuple):
    """Of one sentence: the likelihood of a notice, from 0 to 1, and its kinds, the likeliest first."""

    notice: float
    kinds: tuple[str, ...]


def normal(sentence: str) -> str:
    """The sentence as it is described: digits made alike, small letters, single spaces."""
    plain = _DIGITS.sub("0", " ".join(sentence.split()))
    return f" {plain.casefold()} "


def grams(sentences: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The hashed runs of letters of all sentences, and for each the number of its sentence."""
    import numpy as np

    lines = [normal(s) for s in sentences]
    owner = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
    hashed, owners = [], []
    for size, mixed in zip(_SIZES, _hashes("".join(lines)), strict=True):
        begun = max(0, len(owner) - size + 1)
        whole = owner[:begun] == owner[size - 1 :]
        hashed.append(mixed[:begun][whole].astype(np.int64))
        owners.append(owner[:begun][whole])
    return np.concatenate(hashed), np.concatenate(owners)


def _hashes(text: str) -> NDArray[np.uint32]:
    """A row for each size of runs: the hash of the run that begins at each letter; those past the end mean nothing."""
    import numpy as np

    letters = np.frombuffer(text.encode("utf-32-le"), dtype=np.uint32)
    hashed = np.zeros((len(_SIZES), len(letters)), np.uint32)
    rolling = letters
    for row, size in enumerate(_SIZES):
        if size > len(letters):
            break
        rolling = rolling[:-1] * np.uint32(31) + letters[size - 1 :]  # both wrap at 32 bits
        hashed[row, : len(rolling)] = rolling
    hashed += np.array(_SIZES, np.uint32)[:, None]
    hashed *= np.uint32(_MIX)
    hashed >>= np.uint32(16)
    return hashed


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
    score, size = _sums(sentences, model.weights)
    score = score / size + model.bias
    chance = 1 / (1 + np.exp(-np.clip(score, -30, 30)))
    found = [Likeness(float(c), ()) for c in chance]
    likely = chance >= UNLIKE
    if not likely.any():
        return found
    at = [int(i) for i in np.flatnonzero(likely)]
    small, owner = grams([sentences[i] for i in at])
    small %= KIND_BUCKETS
    by_kind = np.stack([np.bincount(owner, row[small], len(at)) for row in model.kind_weights]) / size[at]
    by_kind += model.kind_bias[:, None]
    for i, kinds_of_one in zip(at, by_kind.T, strict=True):
        shares = np.exp(kinds_of_one - kinds_of_one.max())
        shares /= shares.sum()
        order = [int(k) for k in np.argsort(-shares, kind="stable")]
        kinds = tuple(model.kinds[k] for k in order if k == order[0] or shares[k] >= ALSO)
        found[i] = Likeness(float(chance[i]), kinds)
    return found


def _sums(sentences: Sequence[str], weights: NDArray[np.float32]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The summed weights of each sentence's runs, and the root of their number."""
    import numpy as np

    lines = [normal(s) for s in sentences]
    lengths = np.array([len(line) for line in lines])
    ends = np.cumsum(lengths)
    sizes = np.array(_SIZES)[:, None]
    left = np.repeat(ends, lengths) - np.arange(
        ends[-1]
    )  # letters from here to the sentence's end, beyond which no run goes
    by_run = weights[_hashes("".join(lines))] * (left >= sizes)
    by_letter = by_run.sum(axis=0, dtype=np.float64)
    number = np.maximum(lengths - sizes + 1, 0).sum(axis=0)
    return np.add.reduceat(by_letter, ends - lengths), np.sqrt(np.maximum(number, 1))
