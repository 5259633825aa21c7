"""Train the block model on all labelled pages and write `audit/models/page_blocks.json`.

    python -m bench.page.train

Repeatable: the same pages and library versions give the same file. Run it after any change of a feature.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import lightgbm

from audit.page import features
from audit.page.context import NAMES as CONTEXT_NAMES
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


def main() -> int:
    fitted = learning.fit(learning.load(CACHE))
    data = {
        "features": [*features.names(), *CONTEXT_NAMES],
        "bias": fitted.names.bias, "near": fitted.names.near, "far": fitted.names.far,
        "first": trees_of(fitted.first), "second": trees_of(fitted.second),
    }  # fmt: skip
    OUT.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8", newline="\n")
    print(f"{OUT.name}: {OUT.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
