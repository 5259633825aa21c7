"""The tagging network, run by numpy: embeddings, dilated convolutions over the whole text at once, label scores.

Every layer is a matrix product over all positions, so an article costs a few milliseconds. Long texts are cut between
paragraphs, which bounds memory and keeps the work linear.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from audit.provenance.attributions.learned.features import BREAK, featurise
from audit.provenance.attributions.learned.tokens import Tokens

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from audit.provenance.attributions.learned.features import Integers

    Floats = NDArray[np.float32]

STRETCH = 1024
"""Positions run at once; a stretch ends with the next paragraph, or at four times this length."""


def _one_thread() -> AbstractContextManager[object]:
    """One thread for products that are too small to share out; the command line has asked for that before numpy came."""
    if os.environ.get("OPENBLAS_NUM_THREADS") == "1":
        return nullcontext()
    limits: AbstractContextManager[object] = _pools().limit(limits=1, user_api="blas")
    return limits


@cache
def _pools() -> Any:
    """The thread pools of the libraries that are loaded, which are looked up in the process's memory map: once."""
    from threadpoolctl import ThreadpoolController

    return ThreadpoolController()


class Table:
    """An embedding table of 8-bit rows, each with its own scale."""

    def __init__(self, rows: NDArray[np.int8], scales: NDArray[np.float16]) -> None:
        self.rows = rows
        self.scales = scales.astype(np.float32)[:, None]

    def at(self, indices: Integers) -> Floats:
        """The rows of these indices, `[positions, width]`."""
        return self.rows[indices] * self.scales[indices]


class Convolution:
    """A linear map of a position with its neighbours `dilation` before and after; beyond the ends stand zeros."""

    def __init__(self, weights: NDArray[Any], bias: NDArray[Any], dilation: int) -> None:
        wide = weights.astype(np.float32)
        self.before, self.here, self.after = (np.ascontiguousarray(part.T) for part in np.split(wide, 3, axis=1))
        self.bias = bias.astype(np.float32)
        self.dilation = dilation

    def __call__(self, x: Floats) -> Floats:
        """`[positions, width]` to the same, or to another width."""
        gap = self.dilation
        out: Floats = x @ self.here
        out += self.bias
        if len(x) > gap:
            out[gap:] += x[:-gap] @ self.before
            out[:-gap] += x[gap:] @ self.after
        return out


class Normalisation:
    """Each position brought to mean 0 and variance 1, then scaled and moved by learned amounts."""

    def __init__(self, gain: NDArray[Any], bias: NDArray[Any]) -> None:
        self.gain = gain.astype(np.float32)
        self.bias = bias.astype(np.float32)

    def __call__(self, x: Floats) -> Floats:
        """`[positions, width]` to the same."""
        width = x.shape[1]
        centred: Floats = x - x.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", centred, centred) / width
        centred *= (1.0 / np.sqrt(variance + 1e-5))[:, None]
        centred *= self.gain
        centred += self.bias
        return centred


class Network:
    """`stored` maps the names that `bench/attribution/pack.py` writes to arrays."""

    def __init__(self, stored: Mapping[str, NDArray[Any]]) -> None:
        words = stored["vocabulary"].tobytes().decode().split("\n")
        self.vocabulary = dict(zip(words, range(len(words)), strict=True))
        self.tables = [
            Table(stored[f"{name}.rows"], stored[f"{name}.scales"])
            for name in ("words", "suffixes", "prefixes", "combinations")
        ]
        self.enter = Convolution(stored["enter.weight"], stored["enter.bias"], 1)
        self.blocks = [
            (
                Normalisation(stored[f"blocks.{i}.norm.weight"], stored[f"blocks.{i}.norm.bias"]),
                Convolution(stored[f"blocks.{i}.mix.weight"], stored[f"blocks.{i}.mix.bias"], int(dilation)),
            )
            for i, dilation in enumerate(stored["dilations"])
        ]
        self.norm = Normalisation(stored["norm.weight"], stored["norm.bias"])
        self.out = np.ascontiguousarray(stored["out.weight"].astype(np.float32).T)
        self.bias = stored["out.bias"].astype(np.float32)

    def scores(self, tokens: Tokens) -> Floats:
        """Log probabilities of the labels, `[tokens, labels]`."""
        features = featurise(tokens, self.vocabulary)
        if not len(features.place):
            return np.zeros((0, len(self.bias)), dtype=np.float32)
        columns = features[:4]
        with _one_thread():  # the products are too small to share out
            parts = [
                self._run([column[begin : end + 1] for column in columns])[
                    : end - begin
                ]  # the break at its end is seen
                for begin, end in _stretches(columns[0])
            ]
        return np.concatenate(parts)[features.place]

    def _run(self, columns: list[Integers]) -> Floats:
        embedded = [table.at(column) for table, column in zip(self.tables, columns, strict=True)]
        x = self.enter(np.concatenate(embedded, axis=1))
        for normalise, mix in self.blocks:
            inner = mix(normalise(x))
            np.maximum(inner, 0, out=inner)
            x += inner
        logits: Floats = self.norm(x) @ self.out + self.bias
        logits -= logits.max(axis=1, keepdims=True)
        logits -= np.log(np.exp(logits).sum(axis=1, keepdims=True))
        return logits


def _stretches(words: Integers) -> Iterator[tuple[int, int]]:
    """Consecutive ranges that cover all positions; each begins at a paragraph break where there is one in reach."""
    breaks = np.flatnonzero(words == BREAK)
    begin, size = 0, len(words)
    while size - begin > STRETCH:
        reach = breaks[np.searchsorted(breaks, begin + STRETCH) :][:1]
        end = min(int(reach[0]) if len(reach) else size, begin + 4 * STRETCH, size)
        yield begin, end
        begin = end
    if begin < size:
        yield begin, size
