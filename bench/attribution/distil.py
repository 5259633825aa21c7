"""The teacher's opinion of the training articles and of their variants: log probabilities of the labels, by name.

python -m bench.attribution.distil CORPUS TEACHER.pt OUT.pt --variants 2

The teacher may also be the shipped encoder, given by its weights file.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable
from pathlib import Path

import torch

from audit.provenance.attributions.learned.encoder import Encoder
from audit.provenance.attributions.learned.pieces import Pieces
from audit.provenance.attributions.learned.tokens import Tokens
from audit.provenance.attributions.learned.weights import decode
from bench.attribution import augment, corpus
from bench.attribution.teacher import Teacher, piece_vocabulary, scores

Opinion = Callable[[Tokens], torch.Tensor]


def trained(path: Path) -> Opinion:
    teacher = Teacher()
    teacher.load_state_dict(torch.load(path))
    pieces = Pieces(piece_vocabulary())
    return lambda tokens: torch.log_softmax(scores(teacher, tokens, pieces).float(), 1)


def shipped(path: Path) -> Opinion:
    encoder = Encoder(decode(path.read_bytes()))
    return lambda tokens: torch.from_numpy(encoder.scores(tokens))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpus", "teacher", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--variants", type=int, default=2)
    parser.add_argument("--bf16", action="store_true")
    given = parser.parse_args()
    torch.set_num_threads(1)
    opinion = shipped(given.teacher) if given.teacher.suffix == ".weights" else trained(given.teacher)
    out = {}
    with torch.autocast("cpu", dtype=torch.bfloat16, enabled=given.bf16):
        for article in corpus.read(given.corpus / "train"):
            versions = {article.name: article}
            versions |= {
                f"{k} {article.name}": augment.recast(article, random.Random(f"{k} {article.name}"))
                for k in range(given.variants)
            }
            for key, version in versions.items():
                out[key] = opinion(version.tokens).half()
    torch.save(out, given.out)


if __name__ == "__main__":
    main()
