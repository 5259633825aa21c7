"""Label scores by the MiniLM encoder, run by onnxruntime: slower than the network, and more often right.

Its file holds the exported model with 8-bit weights and the vocabulary of word pieces.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from audit.provenance.attributions.learned.pieces import Pieces, windows
from audit.provenance.attributions.learned.tokens import Tokens

if TYPE_CHECKING:
    from numpy.typing import NDArray

LABELS = 7


class Encoder:
    """`stored` are the arrays that `bench/attribution/pack_encoder.py` writes."""

    def __init__(self, stored: Mapping[str, NDArray[Any]]) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        model = stored["model"].tobytes()
        self.session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self.pieces = Pieces(stored["pieces"].tobytes().decode().split("\n"))

    def scores(self, tokens: Tokens) -> NDArray[np.float32]:
        """Log probabilities of the labels, `[tokens, labels]`."""
        parts = [np.zeros((0, LABELS), dtype=np.float32)]
        for window in windows(tokens, self.pieces):
            inputs = {"pieces": np.array([window.pieces], np.int64), "shapes": np.array([window.shapes], np.int64)}
            logits = self.session.run(None, inputs)[0][0][window.heads]
            logits -= logits.max(axis=1, keepdims=True)
            parts.append(logits - np.log(np.exp(logits).sum(axis=1, keepdims=True)))
        return np.concatenate(parts)
