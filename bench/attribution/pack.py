"""Packs trained weights into the one file that ships: 8-bit embedding rows, 16-bit dense layers, vocabulary, linker.

python -m bench.attribution.pack WORDS.npz LINKER.json NETWORK.pt OUT.weights

The confidence is not calibrated yet: `bench.attribution.calibrate` does that.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np

from audit.provenance.attributions.learned.candidates import EVIDENCE
from audit.provenance.attributions.learned.weights import encode

NEUTRAL = {
    "bias": [0.0] * 4, "weights": [0.0] * EVIDENCE, "intercept": 0.0, "threshold": 0.0, "rule_threshold": 0.0,
}  # fmt: skip


def rows(table: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A table as 8-bit rows and one 16-bit scale for each."""
    scales = np.maximum(np.abs(table).max(axis=1), 1e-6) / 127
    scales = scales.astype(np.float16)
    return np.round(table / scales.astype(np.float32)[:, None]).clip(-127, 127).astype(np.int8), scales


def pack(words: Path, linker: Path, network: Path, dilations: list[int]) -> dict[str, np.ndarray]:
    stored = np.load(words)
    import torch

    state = {name: tensor.numpy() for name, tensor in torch.load(network).items()}
    out: dict[str, np.ndarray] = {"dilations": np.array(dilations, dtype=np.int32)}
    tables = {"words": state["static"] + state["words.weight"]}
    tables |= {name: state[f"{name}.weight"] for name in ("suffixes", "prefixes", "combinations")}
    for name, table in tables.items():
        out[f"{name}.rows"], out[f"{name}.scales"] = rows(table)
    dense = ["enter", "norm", "out", *(f"blocks.{i}.{part}" for i in range(len(dilations)) for part in ("norm", "mix"))]
    for name in dense:
        for part in ("weight", "bias"):
            out[f"{name}.{part}"] = state[f"{name}.{part}"].astype(np.float16)
    texts = {"vocabulary": "\n".join(stored["words"].tolist())}
    texts |= {"linker": linker.read_text(encoding="utf-8"), "calibration": json.dumps(NEUTRAL)}
    return out | {name: as_bytes(text) for name, text in texts.items()}


def as_bytes(text: str) -> np.ndarray:
    return np.frombuffer(text.encode(), dtype=np.uint8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("words", "linker", "network", "out"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--dilations", default="1,2,4,8,16,1")
    given = parser.parse_args()
    arrays = pack(given.words, given.linker, given.network, [int(d) for d in given.dilations.split(",")])
    given.out.write_bytes(encode(arrays))
    print(given.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
