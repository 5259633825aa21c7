"""Trains the network. Needs torch; one thread, fixed seeds.

    python -m bench.attribution.train CORPUS SCORER WORDS.npz LINKER.json OUT.pt [--soft TEACHER.pt]

Labels are the corpus's, with a share of the teacher's probabilities where these are given; parts of speech and
entities are learned beside them and thrown away afterwards. What is kept is the running mean of the weights.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import nn

from audit.provenance.attributions.learned.decode import decode, segments
from audit.provenance.attributions.learned.features import RESERVED, UNKNOWN
from audit.provenance.attributions.learned.linker import Linker
from bench.attribution import annotated, augment, corpus, measure
from bench.attribution.data import UNTAGGED, Batch, Chunk, Cutter, collate, inputs_of
from bench.attribution.network import SPEECH_PARTS, Network

SMOOTHING = 0.02
MEAN = 0.998  # how much of the running mean of the weights is kept in each step


def log_scores(network: Network, article: corpus.Article, vocabulary: dict[str, int]) -> torch.Tensor:
    """Log probabilities of the labels, `[tokens, labels]`."""
    network.eval()
    with torch.no_grad():
        inputs, place = inputs_of(article, vocabulary)
        logits, _ = network(inputs[:, None], torch.ones(1, inputs.shape[1], 1))
        return torch.log_softmax(logits[0], 1)[place]


def attributions(article: corpus.Article, scores: torch.Tensor, linker: Linker) -> list[measure.Spans]:
    """What the labels and the linker give, before completion and calibration."""
    tokens = article.tokens
    found = segments(decode(scores.numpy(), tokens.paragraph))
    spans = [[tokens.starts[s.first], tokens.ends[s.last - 1]] for s in found]
    return [
        {
            "source": [] if link.source is None else [spans[link.source]],
            "cue": [spans[link.cue]],
            "content": [spans[i] for i in link.contents],
        }
        for link in linker.link(tokens, found)
        if link.contents
    ]


class Training:
    """The network, its optimiser, and the running mean of its weights."""

    def __init__(self, network: Network, rate: float, steps: int) -> None:
        self.network, self.rate, self.steps = network, rate, steps
        learning = {n: p for n, p in network.named_parameters() if p.requires_grad}
        words = [learning.pop("words.weight")]
        groups = [{"params": words, "weight_decay": 0.05}, {"params": list(learning.values()), "weight_decay": 0.02}]
        self.optimiser = torch.optim.AdamW(groups, lr=rate)
        self.mean = {n: p.detach().clone() for n, p in network.named_parameters()}
        self.done = 0

    def step(self, batch: Batch, hidden: float, soft_share: float, auxiliary: float) -> float:
        """One step; returns the loss on the labels. `hidden` is the share of words replaced by the unknown word."""
        self.network.train()
        words = batch.inputs[0]
        words[(torch.rand(words.shape) < hidden) & (words >= len(RESERVED))] = UNKNOWN
        factor = min((self.done + 1) / 200, 0.5 * (1 + math.cos(math.pi * self.done / self.steps)))
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate * factor
        logits, beside = self.network(batch.inputs, batch.mask)
        loss = cross_entropy(logits, batch.labels, SMOOTHING)
        if soft_share:
            log = torch.log_softmax(logits, 2)
            loss = (1 - soft_share) * loss - soft_share * (batch.soft * log).sum() / batch.mask.sum()
        parts, entities = beside[..., :SPEECH_PARTS], beside[..., SPEECH_PARTS:]
        total = loss
        if (batch.parts != UNTAGGED).any():
            total = loss + auxiliary * (cross_entropy(parts, batch.parts) + cross_entropy(entities, batch.entities))
        self.optimiser.zero_grad()
        total.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        keep = min(MEAN, (self.done + 1) / (self.done + 10))
        for name, parameter in self.network.named_parameters():
            self.mean[name].lerp_(parameter.detach(), 1 - keep)
        self.done += 1
        return loss.item()


def cross_entropy(logits: torch.Tensor, target: torch.Tensor, smoothing: float = 0.0) -> torch.Tensor:
    return nn.functional.cross_entropy(
        logits.flatten(0, 1), target.flatten(), ignore_index=UNTAGGED, label_smoothing=smoothing
    )


def epochs(
    data: list[list[Chunk]], variants: list[list[list[Chunk]]], varied: float, size: int, order: random.Random
) -> Iterator[Batch]:
    """Batches without end: in each pass every article once, as it is or (a share `varied` of them) recast."""
    while True:
        chunks = [
            chunk
            for number, own in enumerate(data)
            for chunk in (order.choice(variants)[number] if variants and order.random() < varied else own)
        ]
        order.shuffle(chunks)
        for begin in range(0, len(chunks), size):
            yield collate(chunks[begin : begin + size])


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpus", "scorer", "words", "linker", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--batch", type=int, default=6)
    parser.add_argument("--drop", type=float, default=0.2)
    parser.add_argument("--width", type=int, default=96)
    parser.add_argument("--dilations", default="1,2,4,8,16,1")
    parser.add_argument("--hidden", type=float, default=0.1)
    parser.add_argument("--auxiliary", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--soft", type=Path, help="log probabilities of the teacher, from bench.attribution.distil")
    parser.add_argument("--soft-share", type=float, default=0.7)
    parser.add_argument("--variants", type=int, default=2)
    parser.add_argument("--varied", type=float, default=0.3)
    parser.add_argument("--annotated", type=Path, nargs="*", default=(), help="folders of annotated articles")
    parser.add_argument("--times", type=int, default=1, help="how often they are read in a pass")
    return parser.parse_args()


def main() -> None:
    given = arguments()
    torch.set_num_threads(1)
    torch.manual_seed(given.seed)
    scorer = measure.Scorer(given.scorer)
    linker = Linker(json.loads(given.linker.read_text(encoding="utf-8")))
    stored = np.load(given.words)
    vocabulary = {str(word): i for i, word in enumerate(stored["words"])}
    soft = torch.load(given.soft) if given.soft else {}
    articles, dev = corpus.read(given.corpus / "train"), corpus.read(given.corpus / "dev")
    articles += given.times * annotated.read(*given.annotated)
    cutter = Cutter(vocabulary, corpus.read_tags(given.corpus / "train.tags.tsv.gz"), soft)
    data = [cutter.cut(article) for article in articles]
    variants = [
        [cutter.cut(augment.recast(a, random.Random(f"{k} {a.name}")), f"{k} {a.name}") for a in articles]
        for k in range(given.variants)
    ]
    dilations = tuple(int(d) for d in given.dilations.split(","))
    network = Network(torch.from_numpy(stored["table"]), given.width, given.drop, dilations)
    per_epoch = math.ceil(sum(map(len, data)) / given.batch)
    training = Training(network, given.rate, per_epoch * given.epochs)
    batches = epochs(data, variants, given.varied, given.batch, random.Random(given.seed))
    started, mean = time.time(), 0.0
    for step in range(1, training.steps + 1):
        loss = training.step(next(batches), given.hidden, given.soft_share if soft else 0.0, given.auxiliary)
        mean = 0.98 * mean + 0.02 * loss if step > 1 else loss
        if step % per_epoch:
            continue
        epoch, line = step // per_epoch, ""
        if epoch % 2 == 0 or epoch >= given.epochs - 1:
            now = {n: p.detach().clone() for n, p in network.named_parameters()}
            network.load_state_dict(training.mean)
            found = ((a, attributions(a, log_scores(network, a, vocabulary), linker)) for a in dev)
            line = measure.line(scorer.score(found))
            torch.save(training.mean, given.out)
            network.load_state_dict(now)
        print(
            f"epoch {epoch} loss {mean:.4f} {time.time() - started:.0f} s ({time.process_time():.0f} CPU) {line}",
            flush=True,
        )


if __name__ == "__main__":
    main()
