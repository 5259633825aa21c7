"""Static word vectors from the MiniLM encoder: every word read on its own, reduced to a few dimensions.

    python -m bench.attribution.embeddings CORPUS OUT.npz

The vocabulary is the encoder's own whole words and whatever occurs three times in the training texts.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

import numpy as np
import torch

from audit.provenance.attributions.learned.features import RESERVED, normal
from audit.provenance.attributions.learned.pieces import Pieces
from bench.attribution import corpus
from bench.attribution.teacher import encoder_directory, piece_vocabulary

DIMENSIONS = 64
OFTEN = 3


def vocabulary(articles: list[corpus.Article], pieces: Pieces) -> list[str]:
    counts = Counter(normal(word) for article in articles for word in article.tokens.words)
    words = {word for word, count in counts.items() if count >= OFTEN and not word[0].isdigit()}
    words |= {word for word in pieces.numbers if word.isascii() and word.isalpha() and len(word) > 1}
    return [*RESERVED, *sorted(words)]


def vectors(words: list[str], pieces: Pieces) -> np.ndarray:
    from transformers import AutoModel

    bert = AutoModel.from_pretrained(encoder_directory(), add_pooling_layer=False, local_files_only=True).eval().float()
    split = pieces.split(words)
    out = np.zeros((len(words), 3 * 384), dtype=np.float32)
    order = sorted(range(len(words)), key=lambda i: len(split[i]))
    with torch.no_grad():
        table = bert.embeddings.word_embeddings.weight
        for begin in range(0, len(order), 256):
            rows = order[begin : begin + 256]
            width = max(len(split[i]) for i in rows) + 2
            ids, mask, inner = (torch.zeros(len(rows), width, dtype=torch.long) for _ in range(3))
            for row, i in enumerate(rows):
                sequence = [pieces.first, *split[i], pieces.last]
                ids[row, : len(sequence)] = torch.tensor(sequence)
                mask[row, : len(sequence)] = 1
                inner[row, 1 : len(sequence) - 1] = 1
            hidden = bert(ids, attention_mask=mask, output_hidden_states=True).hidden_states
            weight = (inner / inner.sum(1, keepdim=True)).unsqueeze(2)
            parts = [(layer * weight).sum(1) for layer in (table[ids], hidden[2], hidden[4])]
            out[rows] = torch.cat([p / p.norm(dim=1, keepdim=True) for p in parts], 1).numpy()
    return out


def reduce(full: np.ndarray, dimensions: int) -> np.ndarray:
    """Principal components, each scaled to the fourth root of its variance: common directions lead but do not drown."""
    centred = full - full.mean(0)
    values, axes = np.linalg.eigh(centred.T @ centred / len(centred))
    axes = axes[:, ::-1][:, :dimensions]
    values = values[::-1][:dimensions]
    projected = centred @ axes / np.sqrt(values) * (values / values[0]) ** 0.25
    return (projected / projected.std()).astype(np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    torch.set_num_threads(1)
    pieces = Pieces(piece_vocabulary())
    words = vocabulary(corpus.read(given.corpus / "train"), pieces)
    table = reduce(vectors(words, pieces), DIMENSIONS)
    table[: len(RESERVED)] = 0
    np.savez(given.out, words=np.array(words), table=table)
    print(len(words), "words")


if __name__ == "__main__":
    main()
