"""The shipped network as torch trains it; `audit.provenance.attributions.learned.network` runs the same in numpy."""

from __future__ import annotations

import torch
from torch import nn

from audit.provenance.attributions.learned.features import COMBINATIONS, PREFIXES, SUFFIXES
from bench.attribution.corpus import LABELS

SUFFIX_WIDTH, PREFIX_WIDTH, COMBINATION_WIDTH = 24, 16, 24
SPEECH_PARTS, ENTITIES = 48, 16


def shifted(x: torch.Tensor, dilation: int) -> torch.Tensor:
    """`[batch, time, width]` to `[batch, time, 3 width]`: what stands `dilation` before, here, `dilation` after."""
    before = nn.functional.pad(x, (0, 0, dilation, 0))[:, : x.shape[1]]
    after = nn.functional.pad(x, (0, 0, 0, dilation))[:, dilation:]
    return torch.cat([before, x, after], 2)


class Block(nn.Module):
    """Normalise, look to both sides, add."""

    def __init__(self, width: int, dilation: int, drop: float) -> None:
        super().__init__()
        self.dilation = dilation
        self.norm = nn.LayerNorm(width)
        self.mix = nn.Linear(3 * width, width)
        self.drop = nn.Dropout(drop)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        inner = self.norm(x) * mask
        return x + self.drop(torch.relu(self.mix(shifted(inner, self.dilation))))


class Network(nn.Module):
    """`table` are static word vectors; what is learned of a word is added to them."""

    def __init__(self, table: torch.Tensor, width: int, drop: float, dilations: tuple[int, ...]) -> None:
        super().__init__()
        self.static = nn.Parameter(table, requires_grad=False)
        self.words = nn.Embedding(*table.shape)
        self.suffixes = nn.Embedding(SUFFIXES, SUFFIX_WIDTH)
        self.prefixes = nn.Embedding(PREFIXES, PREFIX_WIDTH)
        self.combinations = nn.Embedding(COMBINATIONS, COMBINATION_WIDTH)
        for embedding in (self.words, self.suffixes, self.prefixes, self.combinations):
            nn.init.normal_(embedding.weight, std=0.02 if embedding is self.words else 0.3)
        total = table.shape[1] + SUFFIX_WIDTH + PREFIX_WIDTH + COMBINATION_WIDTH
        self.drop_in = nn.Dropout(drop)
        self.enter = nn.Linear(3 * total, width)
        self.blocks = nn.ModuleList(Block(width, d, drop) for d in dilations)
        self.early = nn.Linear(width, SPEECH_PARTS + ENTITIES)
        self.out = nn.Linear(width, len(LABELS))
        self.norm = nn.LayerNorm(width)
        self.drop = nn.Dropout(drop)

    def forward(self, inputs: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """`inputs [4, batch, time]`, `mask [batch, time, 1]` to label logits and auxiliary logits."""
        words, suffixes, prefixes, combinations = inputs
        x = torch.cat(
            [
                self.static[words] + self.words(words),
                self.suffixes(suffixes),
                self.prefixes(prefixes),
                self.combinations(combinations),
            ],
            2,
        )
        x = self.drop_in(x) * mask
        x = self.enter(shifted(x, 1))
        auxiliary = None
        for number, block in enumerate(self.blocks):
            x = block(x, mask)
            if number == 1:
                auxiliary = self.early(x)
        x = self.norm(x)
        return self.out(self.drop(x)), auxiliary
