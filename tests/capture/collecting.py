"""A run of its own, to be killed: `python collecting.py FOLDER PORT COUNT`."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from audit.capture import Limits
from audit.capture.collect import collect
from audit.capture.fetch import HttpFetcher

LIMITS = Limits(allow_private=True, timeout=60, silence_timeout=1.0, retries=2, backoff=0.01)


def main(folder: str, port: str, count: str) -> None:
    urls = [f"http://127.0.0.1:{port}/story/{n}" for n in range(int(count))]
    with HttpFetcher() as fetcher:
        for _ in collect(urls, Path(folder), clock=lambda: datetime.now(UTC), limits=LIMITS, fetcher=fetcher):
            pass


if __name__ == "__main__":
    main(*sys.argv[1:])
