"""A run over many addresses against a server with faults, killed twice in the middle and resumed.

    python -m bench.capture.killed [addresses]

The server is a process of its own: every third story drops its first connection, every seventh is gone, every thirty-first
always fails, some hang. The run is a process that is killed (SIGKILL) after a quarter and after a half. It ends with an
error where a result is lost, there twice, or not what the server sent, or where a failure has no reason.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

from audit.capture import capture_all, target_for
from audit.capture.collect import CAPTURES, entries
from tests.capture.loopback import serving
from tests.capture.test_collect import expected, faulty, lines, page, run


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as into, serving(faulty) as server:
        folder = Path(into) / "run"
        for stop_at in (count // 4, count // 2):
            process = run(folder, server.port, count)
            while lines(folder) < stop_at and process.poll() is None:
                time.sleep(0.01)
            process.kill()
            print(f"killed with {lines(folder)} of {count} done (exit {process.wait()})", flush=True)
        code = run(folder, server.port, count).wait()
        found = entries(folder)
        asked = [f"{server.url('/story/')}{n}" for n in range(count)]
        pages = list(capture_all(target_for(str(folder / CAPTURES)), now=datetime.now(UTC)))
    assert code == 0
    assert [e.locator for e in found] == asked, "an address is lost, or there twice"
    sorts = {address: expected(n) for n, address in enumerate(asked)}
    assert all((e.error is None) == (sorts[e.locator] == "page") for e in found)
    kept = Counter(p.record.url for p in pages)
    assert kept == Counter(e.locator for e in found if e.error is None), "a page is lost, or there twice"
    assert all(p.content == page(int((p.record.url or "").rpartition("/")[2])) for p in pages)
    reasons = Counter(sorts[e.locator] for e in found if e.error)
    print(f"{len(found)} addresses: {len(pages)} pages, each once; failures with reasons: {dict(reasons)}")
    for sort in reasons:
        print(f"  {sort}: {next(e.error for e in found if e.error and sorts[e.locator] == sort)}")
    print(f"{time.monotonic() - began:.0f} s")


if __name__ == "__main__":
    main()
