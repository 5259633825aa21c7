"""`corpus run` with one worker and with two, on the same pages.

    python -m bench.corpus.scaling [--every 2]

Prints wall time, and CPU time of the workers and of the master. On a machine that is busy with other things wall time says
little; then the CPU times do: what two workers add over one is what sharing costs, and the master's is the serial part.
The speed-up that they bound is CPU of one over (half the CPU of two, plus the master's).
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from pathlib import Path

from audit.corpus.engines.local import LocalEngine
from audit.corpus.run import Job, run
from bench.corpus.pages import real


def measure(pages: Path, out: Path, workers: int) -> tuple[float, float, float]:
    """Seconds of wall, of the workers' CPU, of the master's CPU."""
    before, begun = os.times(), time.monotonic()
    run(Job(out=str(out), now="2026-01-01T00:00:00+00:00"), [str(pages)], LocalEngine(workers), shard_bytes=3_000_000)
    after = os.times()
    children = after.children_user + after.children_system - before.children_user - before.children_system
    return time.monotonic() - begun, children, after.user + after.system - before.user - before.system


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=2, help="every n-th of the real pages")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "in"
        pages.mkdir()
        for number, html in enumerate(real(arguments.every)):
            (pages / f"{number:04}.html").write_text(html, encoding="utf-8")
        print(f"{'workers':>8} {'wall s':>8} {'workers CPU s':>14} {'master CPU s':>13}")
        found = []
        for workers in (1, 2):
            found.append(measure(pages, Path(folder) / str(workers), workers))
            wall, children, master = found[-1]
            print(f"{workers:>8} {wall:>8.1f} {children:>14.1f} {master:>13.2f}", flush=True)
        (wall_one, one, master_one), (wall_two, two, master_two) = found
        by_cpu = (one + master_one) / (two / 2 + master_two)
        print(f"two over one: wall {wall_one / wall_two:.2f}, by CPU {by_cpu:.2f} (at least 1.8)")


if __name__ == "__main__":
    main()
