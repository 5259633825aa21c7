"""Articles as the training loop sees them: chunks of paragraphs, batches of chunks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn

from audit.provenance.attributions.learned.features import BREAK, featurise
from bench.attribution.corpus import LABELS, Article, Tag
from bench.attribution.network import ENTITIES, SPEECH_PARTS

CHUNK = 320
"""Positions after which a chunk ends with its paragraph."""
UNTAGGED = -100


@dataclass
class Chunk:
    """Part of an article: `inputs [4, time]`; label, part of speech, entity and label probabilities per position."""

    inputs: torch.Tensor
    labels: torch.Tensor
    parts: torch.Tensor
    entities: torch.Tensor
    soft: torch.Tensor


def inputs_of(article: Article, vocabulary: Mapping[str, int]) -> tuple[torch.Tensor, torch.Tensor]:
    """The four index rows, and where each token stands in them."""
    features = featurise(article.tokens, vocabulary)
    return torch.from_numpy(np.stack(features[:4])), torch.from_numpy(features.place)


class Numbering(dict[str, int]):
    """Gives each new name the next number."""

    def __missing__(self, name: str) -> int:
        self[name] = len(self)
        return self[name]


class Cutter:
    """Cuts articles into chunks; `tags` and `soft` (log probabilities of a teacher) may lack articles."""

    def __init__(
        self, vocabulary: Mapping[str, int], tags: Mapping[str, Sequence[Tag]], soft: Mapping[str, torch.Tensor]
    ) -> None:
        self.vocabulary, self.tags, self.soft = vocabulary, tags, soft
        self.parts, self.entities = Numbering(), Numbering()

    def cut(self, article: Article, key: str | None = None) -> list[Chunk]:
        """`key` is the name under which tags and probabilities are looked up, by default the article's."""
        key = article.name if key is None else key
        inputs, place = inputs_of(article, self.vocabulary)
        labels = torch.zeros(inputs.shape[1], dtype=torch.long)
        labels[place] = torch.tensor(article.labels(), dtype=torch.long)
        parts, entities = torch.full_like(labels, UNTAGGED), torch.full_like(labels, UNTAGGED)
        for start, _end, part, entity in self.tags.get(key, ()):
            found = article.tokens.within(start, start + 1)
            if found:
                parts[place[found[0]]] = self.parts[part]
                entities[place[found[0]]] = self.entities[entity]
        assert len(self.parts) <= SPEECH_PARTS
        assert len(self.entities) <= ENTITIES
        soft = nn.functional.one_hot(labels, len(LABELS)).float()
        if key in self.soft:
            soft[place] = self.soft[key].float().exp()
        columns = (labels, parts, entities, soft)
        return [Chunk(inputs[:, s], *(c[s] for c in columns)) for s in _slices(inputs[0])]


def _slices(words: torch.Tensor) -> list[slice]:
    """From break to break, both included, each long enough."""
    breaks = (words == BREAK).nonzero().flatten().tolist()
    slices, begin = [], 0
    for number, here in enumerate(breaks[1:], 1):
        if number == len(breaks) - 1 or breaks[number + 1] - begin > CHUNK:
            slices.append(slice(begin, here + 1))
            begin = here
    return slices


@dataclass
class Batch:
    """Padded chunks: `inputs [4, batch, time]`, `mask [batch, time, 1]`, the others as in `Chunk` with a batch axis."""

    inputs: torch.Tensor
    mask: torch.Tensor
    labels: torch.Tensor
    parts: torch.Tensor
    entities: torch.Tensor
    soft: torch.Tensor


def collate(chunks: Sequence[Chunk]) -> Batch:
    """Chunks side by side, padded at their ends."""
    width = max(len(c.labels) for c in chunks)

    def padded(rows: Sequence[torch.Tensor], filler: float) -> torch.Tensor:
        pads = [(0, 0) * (r.dim() - 1) + (0, width - len(r)) for r in rows]
        return torch.stack([nn.functional.pad(r, p, value=filler) for r, p in zip(rows, pads, strict=True)])

    inputs = torch.stack([nn.functional.pad(c.inputs, (0, width - len(c.labels))) for c in chunks], 1)
    return Batch(
        inputs,
        padded([torch.ones(len(c.labels), 1) for c in chunks], 0),
        padded([c.labels for c in chunks], UNTAGGED),
        padded([c.parts for c in chunks], UNTAGGED),
        padded([c.entities for c in chunks], UNTAGGED),
        padded([c.soft for c in chunks], 0),
    )
