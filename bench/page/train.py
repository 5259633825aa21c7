"""Train the block model on all labelled pages and write `audit/models/page_blocks.json`.

    python -m bench.page.train

Repeatable: the same pages and library versions give the same file. Run it after any change of a feature.
"""

from __future__ import annotations

import base64
import json
import sys
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from audit.page.context import NAMES as CONTEXT_NAMES
from audit.page.features import rows
from bench.page import learning

OUT = Path(__file__).resolve().parents[2] / "audit/models/page_blocks.json"
CACHE = Path(__file__).resolve().parents[2] / ".cache/page_verdicts.pickle"


def trees_of(booster: lightgbm.Booster) -> list[Any]:
    """The trees as nested lists: a leaf's value, or [feature, threshold, node for at most it, node for more]."""

    def node(raw: dict[str, Any]) -> Any:
        if "leaf_value" in raw:
            return round(raw["leaf_value"], 4)
        return [
            raw["split_feature"],
            float(f"{raw['threshold']:.6g}"),
            node(raw["left_child"]),
            node(raw["right_child"]),
        ]

    return [node(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]


def stored(fitted: learning.Fitted) -> dict[str, Any]:
    """The model as it is written down: the weights of words in steps of `unit`, one byte each."""
    names, words = fitted.learned
    unit = float(f"{np.abs(words).max() / 127:.4g}")
    return {
        "features": [*rows.names(), *CONTEXT_NAMES],
        "names": {"own": names.own, "parent": names.parent, "far": names.far},
        "unit": unit, "words": base64.b64encode(np.rint(words / unit).clip(-127, 127).astype(np.int8).tobytes()).decode(),
        "first": trees_of(fitted.first), "second": trees_of(fitted.second),
    }  # fmt: skip


def main() -> int:
    data = stored(learning.fit(learning.load(CACHE)))
    OUT.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8", newline="\n")
    print(f"{OUT.name}: {OUT.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
