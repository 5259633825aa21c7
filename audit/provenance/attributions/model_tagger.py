"""The learned tagger: tokens, label scores, segments, links, and a calibrated confidence for each attribution.

It satisfies `tagging.Tagger`. Weights are read on first use (about 2 MB) and shared afterwards; `docs/model.md` says
what they were trained on and how well they do.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from audit.model import Span
from audit.provenance.attributions import model_weights as weights
from audit.provenance.attributions.model_completion import complete
from audit.provenance.attributions.model_decode import decode, segments
from audit.provenance.attributions.model_features import featurise
from audit.provenance.attributions.model_linker import Link, Linker, Segment
from audit.provenance.attributions.model_network import Network
from audit.provenance.attributions.model_tokens import Tokens
from audit.provenance.attributions.tagging import RawAttribution, Sentence

if TYPE_CHECKING:
    from numpy.typing import NDArray

WEIGHTS = "attribution.weights"


class LearnedTagger:
    """A network, a linker, and the few numbers that turn their scores into a confidence.

    `calibration` holds `bias` (added to the scores of none, source, cue, content), `weights` and `intercept` of a
    logistic function over `evidence`, and `threshold`, the confidence under which nothing is reported.
    """

    def __init__(self, stored: Mapping[str, NDArray[Any]]) -> None:
        texts = {name: stored[name].tobytes().decode() for name in ("vocabulary", "linker", "calibration")}
        self.vocabulary = {word: i for i, word in enumerate(texts["vocabulary"].split("\n"))}
        self.linker = Linker(json.loads(texts["linker"]))
        self.calibration: dict[str, Any] = json.loads(texts["calibration"])
        self.network = Network(stored)

    def tag(self, text: str, sentences: Sequence[Sentence]) -> tuple[RawAttribution, ...]:
        """The attributions of `sentences`, in the order of their cues."""
        tokens = Tokens(text, sentences)
        found = self.candidates(tokens)
        kept = []
        for link, parts, evidence in found:
            confidence = self.confidence(evidence)
            if confidence >= self.calibration["threshold"]:
                kept.append(_attribution(tokens, link, parts, confidence))
        return tuple(kept)

    def candidates(self, tokens: Tokens) -> list[tuple[Link, list[Segment], list[float]]]:
        """Every link that the labels allow, the segments it refers to, and the evidence for it."""
        none, source, cue, content = self.calibration["bias"]
        scores = self.network.scores(featurise(tokens, self.vocabulary))
        scores += np.array([none, source, source, cue, cue, content, content], dtype=np.float32)
        path = decode(scores, tokens.paragraph)
        if not path:
            return []
        found = segments(path)
        links = self.linker.link(tokens, found)
        likely = np.logaddexp(scores[:, 5], scores[:, 6])  # of content, first or not
        parts = complete(tokens, found, links, (likely - scores[:, 0]).tolist())
        sure = scores[np.arange(len(path)), path]
        means = [float((sure if i < len(found) else likely)[s.first : s.last].mean()) for i, s in enumerate(parts)]
        return [(link, parts, evidence(tokens, parts, means, link)) for link in links if link.contents]

    def confidence(self, evidence: Sequence[float]) -> float:
        """How likely an attribution with this evidence is right, from 0 to 1."""
        total: float = self.calibration["intercept"]
        for factor, value in zip(self.calibration["weights"], evidence, strict=True):
            total += factor * value
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def evidence(tokens: Tokens, parts: Sequence[Segment], means: Sequence[float], link: Link) -> list[float]:
    """What speaks for an attribution: how sure its labels and links are, its size, its quotation marks."""
    contents = [parts[i] for i in link.contents]
    size = sum(s.last - s.first for s in contents)
    quoted = sum(sum(tokens.quoted[s.first : s.last]) for s in contents)
    sure = sum(means[i] * (parts[i].last - parts[i].first) for i in link.contents) / size
    return [
        means[link.cue],
        sure,
        min(means[i] for i in link.contents),
        0.0 if link.source is None else means[link.source],
        float(link.source is None),
        min(link.margin, 10.0) / 10,
        math.log(size),
        quoted / size,
        float(quoted > 0),
        float(link.completed),
    ]


@cache
def load() -> LearnedTagger:
    """The shipped tagger."""
    return LearnedTagger(weights.decode(files("audit.models").joinpath(WEIGHTS).read_bytes()))


def _attribution(tokens: Tokens, link: Link, parts: list[Segment], confidence: float) -> RawAttribution:
    def spans(*indices: int) -> tuple[Span, ...]:
        return tuple(sorted(Span(tokens.starts[parts[i].first], tokens.ends[parts[i].last - 1]) for i in indices))

    source = () if link.source is None else spans(link.source)
    return RawAttribution(source, spans(link.cue), spans(*link.contents), round(confidence, 3))
