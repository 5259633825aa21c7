"""Whole audits, as a worker of `corpus run` makes them, beside `trafilatura.extract` alone on the same pages.

    python -m bench.corpus.speed [--every 5] [--rounds 3] [--floors]

One process, warm, CPU time; each page is done by both in turn, and the median over the rounds is taken of the ratio of the
sums. `--floors` prints where a whole audit's time goes, floor by floor.
"""

from __future__ import annotations

import argparse
import gc
import logging
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import trafilatura

from audit import findings
from audit.capture import Limits
from audit.capture.assemble import page_capture
from audit.capture.target import target_for
from audit.corpus.tables import parquet, rows
from audit.corpus.tables.spool import Spool
from audit.findings import ground
from audit.page import read_page
from audit.pipeline import audit_page
from audit.provenance import trace
from bench.corpus.pages import real

NOW = datetime(2026, 1, 1, tzinfo=UTC)


class Clock:
    """Adds up CPU seconds by name."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = {}

    def time(self, name: str, work: Callable[..., Any], /, *given: Any, **named: Any) -> Any:
        start = time.process_time()
        result = work(*given, **named)
        self.spent[name] = self.spent.get(name, 0.0) + time.process_time() - start
        return result


def one_round(pages: list[str], clock: Clock) -> None:
    """Every page audited into tables, and extracted by the peer."""
    target = target_for("page.html")
    with tempfile.TemporaryDirectory() as folder:
        spool = Spool(Path(folder) / "spool")
        for number, html in enumerate(pages):
            capture = clock.time(
                "capture", page_capture, target, html.encode(), name="page", now=NOW, url=None, limits=Limits()
            )
            page = clock.time("page", read_page, capture)
            result = clock.time("provenance, findings", audit_page, page, capture)
            lines = clock.time("rows", rows.rows, result, "bench", number)
            clock.time("spool", spool.add, 0, number, lines)
            clock.time("trafilatura", trafilatura.extract, html)
        spool.close()
        clock.time("tables", parquet.write, spool.folder, Path(folder) / "out", spool.last.longest, 500_000_000)


def floors(pages: list[str]) -> None:
    """Print the parts of `audit_page`, timed on their own."""
    target = target_for("page.html")
    clock = Clock()
    for html in pages:
        capture = page_capture(target, html.encode(), name="page", now=NOW, url=None, limits=Limits())
        page = read_page(capture)
        provenance = clock.time("trace", trace, page, capture.target)
        for name in ("credits", "disclaimers", "attributions", "edges"):
            clock.time("ground", ground, page, getattr(provenance, name))
        clock.time("assess", findings.assess, page, provenance)
    for name, spent in clock.spent.items():
        print(f"    {name:<24} {1e3 * spent / len(pages):8.2f} ms a page")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=5, help="every n-th of the real pages")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--floors", action="store_true")
    arguments = parser.parse_args()
    logging.disable(logging.CRITICAL)
    gc.set_threshold(100_000, 50, 100)  # as a worker has it
    pages = real(arguments.every)
    one_round(pages, Clock())  # warm
    ratios: list[float] = []
    totals: dict[str, list[float]] = {}
    for _ in range(arguments.rounds):
        clock = Clock()
        one_round(pages, clock)
        ours = sum(spent for name, spent in clock.spent.items() if name != "trafilatura")
        ratios.append(clock.spent["trafilatura"] / ours)
        for name, spent in clock.spent.items():
            totals.setdefault(name, []).append(spent)
    medians = {name: 1e3 * statistics.median(values) / len(pages) for name, values in totals.items()}
    whole = sum(value for name, value in medians.items() if name != "trafilatura")
    print(f"{len(pages)} pages, {arguments.rounds} rounds; CPU milliseconds a page")
    for name, value in medians.items():
        share = f"{100 * value / whole:5.1f} %" if name != "trafilatura" else ""
        print(f"  {name:<26} {value:8.2f} {share}")
    if arguments.floors:
        floors(pages)
    peer = medians["trafilatura"]
    print(f"  whole audits {1e3 / whole:.1f} a second, trafilatura.extract {1e3 / peer:.1f} a second")
    print(f"  ratio {statistics.median(ratios):.2f} ({min(ratios):.2f} to {max(ratios):.2f}; at least 0.4, aim 1.0)")


if __name__ == "__main__":
    main()
