"""Dates of publication side by side with htmldate, on the pages of the extraction benchmark.

    python -m bench.page.dates

Prints how many pages each dates, how often both name the same day, and the CPU time of each; `--list` shows the pages on
which they differ.
"""

from __future__ import annotations

import hashlib
import logging
import re
import sys
import time
from collections import Counter

from audit.model import Capture, CaptureRecord, TargetRecord
from audit.page import read_page
from bench.page import pages

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def capture_of(html: str) -> Capture:
    """A capture of a page of the benchmark."""
    raw = html.encode("utf-8", "replace")
    record = CaptureRecord("html", hashlib.sha256(raw).hexdigest(), len(raw), "2026-01-01T00:00:00Z", None)
    return Capture(TargetRecord("html-file", "page"), record, raw, html)


def main() -> int:
    from htmldate import find_date

    logging.disable(logging.CRITICAL)
    count: Counter[str] = Counter()
    for page in (page for page in pages.labelled_pages() if page.benchmark):
        start = time.process_time()
        read = read_page(capture_of(page.html))
        count["ours: CPU ms"] += round(1000 * (time.process_time() - start))
        start = time.process_time()
        theirs = find_date(page.html, original_date=True, extensive_search="--extensive" in sys.argv)
        count["htmldate: CPU ms"] += round(1000 * (time.process_time() - start))
        day = _DAY.search(read.published or "")
        ours = day.group() if day else None
        count["ours: pages dated"] += ours is not None
        count["htmldate: pages dated"] += theirs is not None
        count["both"] += bool(ours and theirs)
        count["both: the same day"] += bool(ours and ours == theirs)
        if ours != theirs and "--list" in sys.argv:
            where = next((repr(fact.evidence)[:90] for fact in read.facts if fact.name == "published"), "")
            print(page.name, "ours", ours or read.published, "htmldate", theirs, where)
    for name, value in sorted(count.items()):
        print(f"{name:24} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
