"""The learned tagger: tokens, label scores, candidates, and a calibrated confidence for each attribution.

There are two models: the network, which numpy runs, and the encoder, which needs
onnxruntime (the extra `ml`) and is used where that is installed. Weights are read on first use and shared afterwards;
`docs/model.md` says what they were trained on and how well they do.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from audit.errors import UsageError
from audit.provenance.attributions.learned import weights as weights
from audit.provenance.attributions.learned.candidates import Candidate, gather, select
from audit.provenance.attributions.learned.linker import Linker
from audit.provenance.attributions.learned.network import Network
from audit.provenance.attributions.learned.tokens import Tokens
from audit.provenance.attributions.rules.tagger import RuleTagger
from audit.provenance.attributions.tagging import Model, RawAttribution, Sentence

if TYPE_CHECKING:
    from numpy.typing import NDArray

FOLDER = Path(__file__).resolve().parents[3] / "models"
WEIGHTS: dict[Model, str] = {"network": "attribution.weights", "encoder": "attribution-encoder.weights"}


class Labeller(Protocol):
    """Gives each token its label scores."""

    def scores(self, tokens: Tokens) -> NDArray[np.float32]:
        """Log probabilities of the labels, `[tokens, labels]`."""
        ...


class LearnedTagger:
    """A labeller, a linker, and the few numbers that turn their scores into a confidence.

    `calibration` holds `bias` (added to the scores of none, source, cue, content), `weights` and `intercept` of a
    logistic function over the evidence, `threshold`, the confidence under which nothing is reported, and
    `rule_threshold`, the same for what only the rules found.
    """

    def __init__(self, stored: Mapping[str, NDArray[Any]]) -> None:
        texts = {name: stored[name].tobytes().decode() for name in ("linker", "calibration")}
        self.linker = Linker(json.loads(texts["linker"]))
        self.calibration: dict[str, Any] = json.loads(texts["calibration"])
        self.labeller = _labeller(stored)

    def tag(
        self, text: str, sentences: Sequence[Sentence], proposed: Sequence[RawAttribution] | None = None
    ) -> tuple[RawAttribution, ...]:
        """The attributions of `sentences`, in the order of their cues.

        `proposed` are what the rule tagger finds in the same sentences, where that is known already.
        """
        if proposed is None:
            proposed = RuleTagger().tag(text, sentences)
        tokens = Tokens(text, sentences)
        found = self.candidates(tokens, proposed)
        for candidate in found:
            candidate.confidence = self.confidence(candidate.evidence)
        kept = select(found, self.calibration["threshold"], self.calibration["rule_threshold"])
        return tuple(candidate.raw(tokens) for candidate in kept)

    def candidates(self, tokens: Tokens, proposed: Sequence[RawAttribution]) -> list[Candidate]:
        """Everything that may be an attribution, with its evidence."""
        none, source, cue, content = self.calibration["bias"]
        scores = self.labeller.scores(tokens)
        scores += np.array([none, source, source, cue, cue, content, content], dtype=np.float32)
        return gather(tokens, scores, self.linker, proposed)

    def confidence(self, evidence: Sequence[float]) -> float:
        """How likely an attribution with this evidence is right, from 0 to 1."""
        total: float = self.calibration["intercept"]
        for factor, value in zip(self.calibration["weights"], evidence, strict=True):
            total += factor * value
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def _labeller(stored: Mapping[str, NDArray[Any]]) -> Labeller:
    if "model" not in stored:
        return Network(stored)
    from audit.provenance.attributions.learned.encoder import Encoder

    return Encoder(stored)


def available() -> Model:
    """The best model that can run here."""
    found = find_spec("onnxruntime") and (FOLDER / WEIGHTS["encoder"]).is_file()
    return "encoder" if found else "network"


def load(model: Model | None = None) -> LearnedTagger:
    """The shipped tagger; `model` is by default the best one available.

    Raises `UsageError` where the encoder is asked for and cannot run.
    """
    if model == "encoder" and available() != "encoder":
        raise UsageError("the encoder needs onnxruntime", 'install it: pip install "tracewire[ml]"')
    return _load(model or available())


@cache
def _load(model: Model) -> LearnedTagger:
    return LearnedTagger(weights.decode((FOLDER / WEIGHTS[model]).read_bytes()))
