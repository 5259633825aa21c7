"""Trains the network. Needs torch; one thread, fixed seeds.

python -m bench.attribution.train CORPUS SCORER WORDS.npz LINKER.json OUT.pt
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn

from audit.provenance.attributions.model_decode import decode, segments
from audit.provenance.attributions.model_features import UNKNOWN, featurise
from audit.provenance.attributions.model_linker import Linker
from bench.attribution import corpus, measure
from bench.attribution.network import ENTITIES, SPEECH_PARTS, Network

CHUNK = 320
UNTAGGED = -100


@dataclass
class Chunk:
    """Part of an article, cut between paragraphs: `inputs [4, time]`, label, part of speech and entity per position."""

    inputs: torch.Tensor
    labels: torch.Tensor
    parts: torch.Tensor
    entities: torch.Tensor
    soft: torch.Tensor | None = None


def inputs_of(article: corpus.Article, vocabulary: dict[str, int]) -> tuple[torch.Tensor, torch.Tensor]:
    features = featurise(article.tokens, vocabulary)
    return torch.from_numpy(np.stack(features[:4])), torch.from_numpy(features.place)


class Numbers(dict[str, int]):
    def __missing__(self, key: str) -> int:
        self[key] = len(self)
        return self[key]


def chunks(
    articles: list[corpus.Article],
    vocabulary: dict[str, int],
    tags: dict[str, list[tuple[int, int, str, str]]],
    soft: dict[str, torch.Tensor],
) -> list[list[Chunk]]:
    """The chunks of each article."""
    parts, entities = Numbers(), Numbers()
    out: list[list[Chunk]] = []
    for article in articles:
        out.append([])
        inputs, place = inputs_of(article, vocabulary)
        size = inputs.shape[1]
        columns = [torch.full((size,), UNTAGGED) for _ in range(3)]
        columns[0][:] = 0
        columns[0][place] = torch.tensor(article.labels(), dtype=torch.long)
        for start, _end, part, entity in tags.get(article.name, []):
            found = article.tokens.within(start, start + 1)
            if found:
                columns[1][place[found[0]]] = parts[part]
                columns[2][place[found[0]]] = entities[entity]
        target = None
        if article.name in soft:
            target = torch.zeros(size, len(corpus.LABELS))
            target[:, 0] = 1
            target[place] = soft[article.name].float()
        breaks = (inputs[0] == 1).nonzero().flatten().tolist()
        begin = 0
        for here, after in zip(breaks[1:], [*breaks[2:], None], strict=True):
            if after is None or after - begin > CHUNK:
                s = slice(begin, here + 1)
                out[-1].append(Chunk(inputs[:, s], *(c[s] for c in columns), None if target is None else target[s]))
                begin = here
    assert len(parts) <= SPEECH_PARTS
    assert len(entities) <= ENTITIES
    return out


def one_hot(labels: torch.Tensor) -> torch.Tensor:
    return nn.functional.one_hot(labels, len(corpus.LABELS)).float()


def collate(batch: list[Chunk]) -> tuple[torch.Tensor, ...]:
    width = max(c.labels.shape[0] for c in batch)
    inputs = torch.zeros(4, len(batch), width, dtype=torch.long)
    targets = torch.full((3, len(batch), width), UNTAGGED)
    mask = torch.zeros(len(batch), width, 1)
    soft = torch.zeros(len(batch), width, len(corpus.LABELS))
    for row, chunk in enumerate(batch):
        size = chunk.labels.shape[0]
        inputs[:, row, :size] = chunk.inputs
        for k, column in enumerate((chunk.labels, chunk.parts, chunk.entities)):
            targets[k, row, :size] = column
        mask[row, :size] = 1
        soft[row, :size] = one_hot(chunk.labels) if chunk.soft is None else chunk.soft
    return inputs, mask, targets, soft


def log_scores(network: Network, article: corpus.Article, vocabulary: dict[str, int]) -> torch.Tensor:
    network.eval()
    with torch.no_grad():
        inputs, place = inputs_of(article, vocabulary)
        logits, _ = network(inputs[:, None], torch.ones(1, inputs.shape[1], 1))
        return torch.log_softmax(logits[0], 1)[place]


def attributions(
    article: corpus.Article, scores: torch.Tensor, linker: Linker, bias: tuple[float, ...] = (0, 0, 0, 0)
) -> list[measure.Spans]:
    add = torch.tensor([bias[0], bias[1], bias[1], bias[2], bias[2], bias[3], bias[3]])
    tokens = article.tokens
    found = segments(decode((scores + add).numpy(), tokens.paragraph))
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpus", "scorer", "words", "linker", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--kind", default="conv")
    parser.add_argument("--batch", type=int, default=6)
    parser.add_argument("--drop", type=float, default=0.2)
    parser.add_argument("--width", type=int, default=128)
    parser.add_argument("--hidden", type=int, default=96)
    parser.add_argument("--dilations", default="1,2,4,8,16,1,2")
    parser.add_argument("--unknown", type=float, default=0.1)
    parser.add_argument("--aux", type=float, default=0.2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--soft", type=Path)
    parser.add_argument("--soft-share", type=float, default=0.7)
    parser.add_argument("--variants", type=int, default=0)
    parser.add_argument("--varied", type=float, default=0.35)
    parser.add_argument("--steps", type=int, default=0)
    given = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(given.seed)
    order = random.Random(given.seed)
    scorer = measure.Scorer(given.scorer)
    linker = Linker(json.loads(given.linker.read_text(encoding="utf-8")))
    stored = np.load(given.words)
    vocabulary = {str(w): i for i, w in enumerate(stored["words"])}
    soft = torch.load(given.soft) if given.soft else {}
    dev = corpus.read(given.corpus / "dev")
    data = chunks(
        corpus.read(given.corpus / "train"), vocabulary, corpus.read_tags(given.corpus / "train.tags.tsv.gz"), soft
    )
    variants = [
        chunks([augment.recast(a, random.Random(f"{k} {a.name}")) for a in articles], vocabulary, {}, {})
        for k in range(given.variants)
    ]
    network = Network(
        torch.from_numpy(stored["table"]),
        given.kind,
        given.width,
        given.drop,
        tuple(int(d) for d in given.dilations.split(",")),
        given.hidden,
    )
    dense = sum(
        p.numel()
        for n, p in network.named_parameters()
        if p.requires_grad and p.ndim and not any(x in n for x in ("words", "fixes", "combi", "early"))
    )
    average = {n: p.detach().clone() for n, p in network.named_parameters()}
    embeddings = [p for n, p in network.named_parameters() if p.requires_grad and n == "words.weight"]
    others = [p for n, p in network.named_parameters() if p.requires_grad and n != "words.weight"]
    optimiser = torch.optim.AdamW(
        [{"params": embeddings, "weight_decay": 0.05}, {"params": others, "weight_decay": 0.02}], lr=given.rate
    )
    total = sum(map(len, data))
    per_epoch = math.ceil(total / given.batch)
    steps = per_epoch * given.epochs
    print(f"{total} chunks, {per_epoch} steps an epoch, dense {dense}", flush=True)
    started, running, queue = time.time(), 0.0, list[Chunk]()
    for step in range(steps):
        if not queue:
            queue = [
                chunk
                for number, own in enumerate(data)
                for chunk in (order.choice(variants)[number] if variants and order.random() < given.varied else own)
            ]
            order.shuffle(queue)
        network.train()
        inputs, mask, targets, teacher = collate([queue.pop() for _ in range(min(given.batch, len(queue)))])
        hide = torch.rand(inputs[0].shape) < given.unknown
        inputs[0][hide & (inputs[0] > 2)] = UNKNOWN
        factor = min((step + 1) / 200, 0.5 * (1 + math.cos(math.pi * step / steps)))
        for group in optimiser.param_groups:
            group["lr"] = given.rate * factor
        logits, auxiliary = network(inputs, mask)
        flat = logits.flatten(0, 1)
        loss = nn.functional.cross_entropy(flat, targets[0].flatten(), ignore_index=UNTAGGED, label_smoothing=0.02)
        if soft:
            log = torch.log_softmax(flat, 1)
            distilled = -(teacher.flatten(0, 1) * log).sum(1).sum() / mask.sum()
            loss = (1 - given.soft_share) * loss + given.soft_share * distilled
        running = 0.98 * running + 0.02 * loss.item() if step else loss.item()
        if given.aux:
            aux = auxiliary.flatten(0, 1)
            loss = loss + given.aux * (
                nn.functional.cross_entropy(aux[:, :SPEECH_PARTS], targets[1].flatten(), ignore_index=UNTAGGED)
                + nn.functional.cross_entropy(aux[:, SPEECH_PARTS:], targets[2].flatten(), ignore_index=UNTAGGED)
            )
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        keep = min(0.998, (step + 1) / (step + 10))
        for n, p in network.named_parameters():
            if p.requires_grad:
                average[n].lerp_(p.detach(), 1 - keep)
        if given.steps and step + 1 == given.steps:
            print(f"{(time.time() - started) / (step + 1):.3f} s a step, {time.process_time():.0f} s CPU")
            return
        if (step + 1) % per_epoch == 0:
            epoch = (step + 1) // per_epoch
            text = ""
            if epoch % 2 == 0 or epoch >= given.epochs - 1:
                now = {n: p.detach().clone() for n, p in network.named_parameters()}
                network.load_state_dict(average)
                text = measure.line(
                    scorer.score((a, attributions(a, log_scores(network, a, vocabulary), linker)) for a in dev)
                )
                torch.save(average, given.out)
                network.load_state_dict(now)
            print(
                f"epoch {epoch} loss {running:.4f} {time.time() - started:.0f} s ({time.process_time():.0f} CPU) {text}",
                flush=True,
            )


if __name__ == "__main__":
    main()
