"""What adding one audit costs in archives of 10, 100, 1,000 and 10,000, and what rebuilding the index costs.

python -m bench.report.archive_scale [--most N] [--keep FOLDER]
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from msgspec.structs import replace

from audit.model import Audit
from audit.report import archive
from tests.report import invented

STEPS = (10, 100, 1_000, 10_000)
MEASURED = 20


def numbered(number: int) -> Audit:
    """The invented example, as the nth page of one month."""
    base = invented.audit()
    day, minute = number // 1440 % 28 + 1, number % 1440
    record = replace(
        base.capture,
        url=f"https://meridianfeed.example/{number}",
        captured_at=f"2026-11-{day:02}T{minute // 60:02}:{minute % 60:02}:00Z",
        sha256=hashlib.sha256(str(number).encode()).hexdigest(),
    )
    return replace(base, capture=record, page=replace(base.page, headline=f"Story {number} about the harbour"))


def main() -> int:
    """Fill an archive step by step, and time twenty additions after each."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--most", type=int, default=STEPS[-1])
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    root = options.keep or Path(tempfile.mkdtemp(prefix="archive-"))
    count, first = 0, 0.0
    for step in (s for s in STEPS if s <= options.most):
        while count < step:
            archive.add(root, numbered(count), b"x")
            count += 1
        times = []
        for _ in range(MEASURED):
            started = time.process_time()
            archive.add(root, numbered(count), b"x")
            times.append(time.process_time() - started)
            count += 1
        cost = statistics.mean(times)
        first = first or cost
        started = time.process_time()
        archive.rebuild_index(root, force=True)
        rebuilt = time.process_time() - started
        ratio = f"{cost / first:4.2f} of the cost at {STEPS[0]}"
        adding = f"adding one {cost * 1000:6.1f} ms (worst {max(times) * 1000:6.1f}), {ratio}"
        print(
            f"{step:>7} audits: {adding}; rebuilding {rebuilt:7.2f} s, {rebuilt / count * 1000:5.2f} ms each",
            flush=True,
        )
    if options.keep is None:
        shutil.rmtree(root)
    return 0


if __name__ == "__main__":
    sys.exit(main())
