"""Fuzz every parser of outside bytes for a while, and say how many cases there were.

    python -m bench.capture.fuzz [seconds]

Time is shared out evenly. It ends with a traceback at the first crash, with the bytes that caused it; a case that
takes more than two seconds of processor time counts as one.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from hypothesis import HealthCheck, Phase, given, settings

from tests.capture.fuzzing import PARSERS, damaged, survives

SLOW = 2.0


def fuzz(parse: Callable[[bytes], object], seeds: list[bytes], share: float) -> tuple[int, float]:
    """Put damaged documents to `parse` for `share` seconds; how many, and how long the slowest took."""
    ends = time.monotonic() + share
    count, slowest = 0, 0.0

    @settings(
        max_examples=2_000,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    @given(damaged(seeds))
    def run(data: bytes) -> None:
        nonlocal count, slowest
        if time.monotonic() > ends:
            return
        began = time.process_time()
        survives(parse, data)
        took = time.process_time() - began
        assert took < SLOW, f"{took:.1f} s"
        count += 1
        slowest = max(slowest, took)

    while time.monotonic() < ends:
        run()
    return count, slowest


def main() -> int:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 600.0
    total = 0
    for name, (parse, seeds) in PARSERS.items():
        count, slowest = fuzz(parse, seeds, seconds / len(PARSERS))
        total += count
        print(f"{name:10} {count:8,} cases, slowest {slowest * 1000:.0f} ms", flush=True)
    print(f"{total:,} cases in {seconds:.0f} s, no crash, no hang")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
