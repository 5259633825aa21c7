"""Whole-process speed, side by side with peers in one run: `python bench/run.py [--runs N]`.

Each pair is run in turn, A B A B …, after one warm-up, and the median of the pairwise ratios is printed. Times are the
processor's, of user and system together: what else runs on the machine moves them least. The page is from the shared
folder where that is present, else the bundled example. Other benchmarks stand in the folders beside this file, one a
floor.

    start   tracewire --version         against  python -c "import click"           at most 1.5
    text    tracewire text PAGE         against  trafilatura's own command line     at most 1.2
    audit   tracewire audit PAGE        against  trafilatura's own command line     at most 1.8
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("TRACEWIRE_SHARED", ROOT.parent / "shared"))
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Byte code is cached, as it is for users; the warm-up run writes it."""
TRACEWIRE = [sys.executable, "-m", "audit"]
TRAFILATURA = [sys.executable, "-c", "from trafilatura.cli import main; main()"]


def seconds(command: list[str], stdin: Path | None) -> float:
    """Processor time of one run of `command`; its output is thrown away."""
    with (stdin or Path(os.devnull)).open("rb") as source:
        before = getrusage(RUSAGE_CHILDREN)
        done = subprocess.run(
            command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd=ROOT, check=False
        )
        after = getrusage(RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}: {done.stderr.decode(errors='replace')[-400:]}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def compare(name: str, ours: list[str], peer: list[str], peer_stdin: Path | None, runs: int, bound: float) -> None:
    """Time the pair in turn and print the median ratio with its range."""
    pairs = [(seconds(ours, None), seconds(peer, peer_stdin)) for _ in range(runs + 1)][1:]
    ratios = sorted(a / b for a, b in pairs)
    median_ours, median_peer = (statistics.median(p[i] for p in pairs) for i in (0, 1))
    print(
        f"{name:<26} {1e3 * median_ours:7.0f} ms {1e3 * median_peer:7.0f} ms   ratio {statistics.median(ratios):5.2f}"
        f"  ({ratios[0]:.2f} to {ratios[-1]:.2f}; at most {bound})"
    )


def main() -> None:
    """Run the three pairs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--page", action="append", help="pages to use instead of the default ones")
    arguments = parser.parse_args()
    folder = SHARED / "data" / "pages"
    pages = [Path(p).resolve() for p in arguments.page or ()]
    if not pages:
        pages = (
            sorted(folder.glob("0[05]*.html"))[:4] if folder.exists() else [ROOT / "examples" / "harbour-talks.html"]
        )
    print(f"{'pair':<26} {'tracewire':>10} {'peer':>10}")
    compare("start", [*TRACEWIRE, "--version"], [sys.executable, "-c", "import click"], None, arguments.runs, 1.5)
    for page in pages:
        compare(f"text {page.name[:20]}", [*TRACEWIRE, "text", str(page)], TRAFILATURA, page, arguments.runs, 1.2)
    with tempfile.TemporaryDirectory() as archive:
        for page in pages:
            ours = [*TRACEWIRE, "audit", str(page), "--out", archive]
            compare(f"audit {page.name[:19]}", ours, TRAFILATURA, page, arguments.runs, 1.8)


if __name__ == "__main__":
    main()
