"""Exports the fine-tuned encoder with 8-bit weights and packs it as the extra's weights file.

    python -m bench.attribution.pack_encoder TEACHER.pt LINKER.json OUT.weights

Needs torch, onnx and onnxruntime. `bench.attribution.calibrate` comes after it.
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
from pathlib import Path

import numpy as np
import torch
from torch import nn

from audit.provenance.attributions.learned.weights import encode
from bench.attribution.pack import NEUTRAL, as_bytes
from bench.attribution.teacher import Teacher, piece_vocabulary


class Plain(nn.Module):
    """The teacher without masks or pooling, for one window at a time: `[1, pieces]` to `[1, pieces, labels]`."""

    def __init__(self, teacher: Teacher) -> None:
        super().__init__()
        self.teacher = teacher

    def forward(self, pieces: torch.Tensor, shapes: torch.Tensor) -> torch.Tensor:
        embeddings = self.teacher.bert.embeddings
        size = pieces.shape[1]
        x = embeddings.word_embeddings(pieces) + self.teacher.shape(shapes)
        x = x + embeddings.position_embeddings.weight[:size].unsqueeze(0) + embeddings.token_type_embeddings.weight[0]
        x = embeddings.LayerNorm(x)
        for layer in self.teacher.bert.encoder.layer:
            x = self._attend(layer.attention, x)
            x = layer.output.LayerNorm(layer.output.dense(nn.functional.gelu(layer.intermediate.dense(x))) + x)
        return self.teacher.out(x)

    def _attend(self, attention: nn.Module, x: torch.Tensor) -> torch.Tensor:
        own = attention.self
        heads, width = own.num_attention_heads, own.attention_head_size

        def split(y: torch.Tensor) -> torch.Tensor:
            return y.reshape(1, -1, heads, width).transpose(1, 2)

        query, key, value = split(own.query(x)), split(own.key(x)), split(own.value(x))
        weights = torch.softmax(query @ key.transpose(-1, -2) / math.sqrt(width), -1)
        mixed = (weights @ value).transpose(1, 2).reshape(1, -1, heads * width)
        return attention.output.LayerNorm(attention.output.dense(mixed) + x)


def main() -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("teacher", "linker", "out"):
        parser.add_argument(name, type=Path)
    given = parser.parse_args()
    torch.set_num_threads(1)
    teacher = Teacher()
    teacher.load_state_dict(torch.load(given.teacher))
    plain = Plain(teacher).eval()
    pieces, shapes = torch.randint(5, 20000, (1, 40)), torch.randint(0, 8, (1, 40))
    with torch.no_grad():
        theirs = teacher.eval()(pieces, torch.ones_like(pieces), shapes)
        print("largest difference to the trained model:", float((plain(pieces, shapes) - theirs).abs().max()))
    with tempfile.TemporaryDirectory() as folder:
        full, small = Path(folder) / "full.onnx", Path(folder) / "small.onnx"
        torch.onnx.export(
            plain,
            (pieces, shapes),
            str(full),
            input_names=["pieces", "shapes"],
            output_names=["logits"],
            dynamic_axes={"pieces": {1: "n"}, "shapes": {1: "n"}, "logits": {1: "n"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full,
            small,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=False,
            op_types_to_quantize=["MatMul", "Gather", "Gemm"],
        )
        model = np.frombuffer(small.read_bytes(), dtype=np.uint8)
    texts = {"pieces": "\n".join(piece_vocabulary()), "linker": given.linker.read_text(encoding="utf-8")}
    texts["calibration"] = json.dumps(NEUTRAL)
    given.out.write_bytes(encode({"model": model} | {name: as_bytes(text) for name, text in texts.items()}))
    print(given.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
