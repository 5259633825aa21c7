"""How long the index of a large archive takes in Chromium to open, filter and search, from disk.

python -m bench.report.index_in_browser FOLDER      a folder that bench.report.archive_scale --keep has filled
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.report.browser import launched, opened


def main() -> int:
    """Print the seconds until the whole list is there, until it is filtered, and until a search has its result."""
    address = (Path(sys.argv[1]) / "index.html").resolve().as_uri()
    with launched() as browser, opened(browser, address) as (page, watch):
        page.wait_for_selector("#find:not([hidden])")
        opening = page.evaluate("performance.now() / 1000")  # since the navigation began
        print(f"open, sorted and filterable: {opening:.2f} s; {page.inner_text('#status')}")
        done = "async () => { const t = performance.now(); {}; return (performance.now() - t) / 1000; }"
        filtering = page.evaluate(done.replace("{}", "kind.value = 'wire'; kind.onchange()"))
        print(f"filter by kind: {filtering:.3f} s; {page.inner_text('#status')}")
        page.evaluate("kind.value = ''; kind.onchange()")
        started = time.perf_counter()
        page.fill("#q", "story 4711")
        while not page.inner_text("#status").startswith("1 of"):
            time.sleep(0.01)
        print(f"full-text search: {time.perf_counter() - started:.2f} s; {page.inner_text('#status')}")
        assert watch.console == [], watch.console
    return 0


if __name__ == "__main__":
    sys.exit(main())
