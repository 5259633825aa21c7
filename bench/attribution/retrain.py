"""Trains both taggers from the corpus and writes their weights into the package: one command, fixed seeds.

    python -m bench.attribution.retrain CORPUS SCORER WORK

`WORK` keeps what lies between the steps. `docs/model.md` says what is needed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODELS = ROOT / "audit" / "models"
ARTICLES = ROOT / "tests" / "provenance" / "attributions"
FRESH = ROOT / "bench" / "attribution" / "fresh"
ANNOTATED = [
    ARTICLES / "articles",
    ARTICLES / "articles_of_others",
    *(FRESH / batch for batch in ("a1", "a2", "a3", "b1")),
]
"""The annotated articles that the network learns from; the other batches of `fresh` measure it."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("corpus", "scorer", "work"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    corpus, scorer = given.corpus, given.scorer
    words, linker, soft = (given.work / name for name in ("words.npz", "linker.json", "soft.pt"))
    long, teacher, network = (given.work / name for name in ("long.pt", "teacher.pt", "network.pt"))
    small, large = MODELS / "attribution.weights", MODELS / "attribution-encoder.weights"
    steps: list[tuple[object, ...]] = [
        ("train_linker", corpus, linker),
        ("embeddings", corpus, words),
        ("teacher", corpus, long, "--epochs", 3, "--stop", 2, "--bf16"),
        ("teacher", corpus, teacher, "--resume", long, "--steps", 170, "--rate", 5.5e-5, "--bf16"),
        ("pack_encoder", teacher, linker, large),
        ("calibrate", corpus, scorer, large),
        ("distil", corpus, large, soft, "--variants", 0),
        (
            "train",
            corpus,
            scorer,
            words,
            linker,
            network,
            "--soft",
            soft,
            "--epochs",
            11,
            "--varied",
            0.3,
            "--annotated",
            *ANNOTATED,
            "--times",
            2,
        ),
        ("pack", words, linker, network, small),
        ("calibrate", corpus, scorer, small),
    ]
    for module, *rest in steps:
        print(module, flush=True)
        subprocess.run([sys.executable, "-m", f"bench.attribution.{module}", *map(str, rest)], check=True)


if __name__ == "__main__":
    main()
