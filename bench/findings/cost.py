"""What the rules cost: the time of all rules and the profile against an audit without them, side by side, page by page.

    python bench/findings/cost.py ../shared/data/pages [--rounds N]

Prints, a line a page and in all, milliseconds of an audit without rules (capture read, page labelled, provenance traced),
of all stable rules with the profile, and their ratio; rounds of both are interleaved and the best of each counts.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from audit.capture import capture, target_for
from audit.findings import assess
from audit.page import read_page
from audit.provenance import trace

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def measure(path: Path, rounds: int) -> tuple[float, float]:
    """Best seconds of an audit without rules and of the rules, on one page."""

    def without() -> None:
        captured = capture(target_for(str(path)), now=NOW)
        trace(read_page(captured), captured.target)

    captured = capture(target_for(str(path)), now=NOW)
    page = read_page(captured)
    provenance = trace(page, captured.target)

    def rules() -> None:
        assess(page, provenance)

    pairs = [(seconds(without), seconds(rules)) for _ in range(rounds)]
    return min(p[0] for p in pairs), min(p[1] for p in pairs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, help="folder of saved pages")
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    total_without = total_rules = 0.0
    for path in sorted(given.pages.glob("*.html")):
        without, rules = measure(path, given.rounds)
        total_without += without
        total_rules += rules
        print(f"{path.name[:48]:48} {without * 1e3:8.1f} ms  rules {rules * 1e3:6.2f} ms  {rules / without:6.1%}")
    print(
        f"{'all':48} {total_without * 1e3:8.1f} ms  rules {total_rules * 1e3:6.2f} ms  {total_rules / total_without:6.1%}"
    )


if __name__ == "__main__":
    main()
