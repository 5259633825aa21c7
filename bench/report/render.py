"""How long rendering a report takes, beside trafilatura's default extraction of the same page: in one process, in turn.

python -m bench.report.render [PAGES…]      by default every HTML file in data/pages of the shared folder
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import trafilatura

from audit.pipeline import audit_target
from audit.report import html
from tests.conftest import shared_folder

ROUNDS = 7
TARGET = 0.3


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one call."""
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> int:
    """Print a line a page, the ratio of all times together, and the median of the ratios."""
    pages = [Path(p) for p in sys.argv[1:]] or sorted((shared_folder() / "data/pages").glob("*.html"))
    ratios, rendering, extracting = [], 0.0, 0.0
    print(f"{'page':<44}{'render ms':>10}{'extract ms':>12}{'ratio':>8}")
    for page in pages:
        audit = audit_target(str(page), now=datetime(2026, 11, 20, tzinfo=UTC))
        source = page.read_text(encoding="utf-8", errors="replace")
        render, extract = partial(html.render, audit), partial(trafilatura.extract, source)
        pairs = [(seconds(render), seconds(extract)) for _ in range(ROUNDS)]
        ours, theirs = (statistics.median(times) for times in zip(*pairs, strict=True))
        ratios.append(ours / theirs)
        rendering, extracting = rendering + ours, extracting + theirs
        print(f"{page.stem[:42]:<44}{ours * 1000:>10.1f}{theirs * 1000:>12.1f}{ratios[-1]:>8.2f}")
    print(f"together {rendering / extracting:.2f}, median {statistics.median(ratios):.2f}, target {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
