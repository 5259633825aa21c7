"""Memory of one worker over many pages, in one process that is never recycled.

    python -m bench.corpus.memory [--pages 50000] [--small]

Every page is another one (see `bench.corpus.pages`). `--small` takes the hundredth of the real pages that is quickest
to audit as templates: 50,000 of them take some five minutes of one core instead of an hour and more.
"""

from __future__ import annotations

import argparse
import gc
import time
from pathlib import Path

from audit.corpus.run.plan import Job
from audit.corpus.run.shard import auditor
from audit.model import Capture, CaptureRecord, TargetRecord
from bench.corpus.pages import made, real


def capture_of(html: str, url: str | None = None) -> Capture:
    record = CaptureRecord("html", "0" * 64, len(html), "2026-01-01T00:00:00Z", url)
    return Capture(TargetRecord("html-file", "page.html"), record, b"", html)


def resident() -> float:
    """Megabytes this process holds."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6


def quickest(templates: list[str], audits: object, share: float = 0.01) -> list[str]:
    """The templates that are quickest to audit."""
    times = []
    for index, page in enumerate(templates):
        start = time.process_time()
        audits(capture_of(page), "t", 0)  # type: ignore[operator]
        times.append((time.process_time() - start, index))
    return [templates[index] for _, index in sorted(times)[: max(1, int(len(times) * share))]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=50_000)
    parser.add_argument("--small", action="store_true")
    arguments = parser.parse_args()
    gc.set_threshold(100_000, 50, 100)  # as a worker has it
    audits = auditor(Job(out="", now="2026-01-01T00:00:00Z"))
    templates = real(1 if arguments.small else 5)
    if arguments.small:
        templates = quickest(templates, audits)
    marks = [
        n for n in (100, 250, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 40_000, 50_000) if n <= arguments.pages
    ]
    print(f"{len(templates)} templates; {'pages':>8} {'resident MB':>12} {'CPU s':>8}", flush=True)
    for number, (url, html) in enumerate(made(templates, arguments.pages), 1):
        audits(capture_of(html, url), "bench", number)
        if number in marks:
            print(f"{number:>22,} {resident():>12.0f} {time.process_time():>8.0f}", flush=True)


if __name__ == "__main__":
    main()
