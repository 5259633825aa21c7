"""What credits, disclaimers, publisher, kind and declared values cost, beside trafilatura's own extraction of the page.

    python -m bench.provenance.cost FOLDER_OF_HTML [--repeat N]

Prints for every page and for all: milliseconds of trafilatura's default extraction, of the matcher, of what the markup
declares and of provenance, and the ratio; then the time for 1, 10 and 100 times the same page.
"""

from __future__ import annotations

import argparse
import hashlib
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import trafilatura

from audit.lexicon import forms
from audit.model import Capture, CaptureRecord, TargetRecord
from audit.page import read_page
from audit.page.declared import read_declared
from audit.page.reading import lines_of
from audit.page.tree import parse
from audit.provenance.credits import find_credits
from audit.provenance.credits.position import Positions
from audit.provenance.disclaimers import find_disclaimers
from audit.provenance.kind import decide_kind
from audit.provenance.publisher import find_publisher


def best(work: Callable[[], object], repeat: int) -> float:
    """The shortest of `repeat` runs, in milliseconds of the process."""
    seconds = []
    for _ in range(repeat):
        begin = time.process_time()
        work()
        seconds.append(time.process_time() - begin)
    return min(seconds) * 1e3


def measure(html: str, repeat: int) -> tuple[float, float, float, float]:
    """Milliseconds of trafilatura, of marks, of declared values, of provenance."""
    data = html.encode()
    target = TargetRecord("html-file", "page")
    record = CaptureRecord("html", hashlib.sha256(data).hexdigest(), len(data), "2026-01-01T00:00:00Z")
    page = read_page(Capture(target, record, data, html))
    lines = lines_of(page.text, page.blocks)
    root = parse(html)

    def provenance() -> object:
        publisher = find_publisher(page, target)
        positions = Positions(page)
        credits = find_credits(page, publisher, positions)
        disclaimers = find_disclaimers(page, publisher, positions)
        return decide_kind(page, publisher, credits, disclaimers, positions)

    return (
        best(lambda: trafilatura.extract(html), max(1, repeat // 2)),
        best(lambda: forms.match(page.text, lines), repeat),
        best(lambda: read_declared(root, None, html), repeat) if root is not None else 0.0,
        best(provenance, repeat),
    )


def main() -> None:
    """Measure a folder of pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--repeat", type=int, default=4)
    args = parser.parse_args()
    ratios, pages = [], sorted(args.folder.glob("*.html"))
    print(f"{'page':44} {'trafilatura':>11} {'marks':>7} {'declared':>8} {'provenance':>10} {'ratio':>6}")
    for path in pages:
        html = path.read_text(encoding="utf-8", errors="replace")
        base, marks, declared, provenance = measure(html, args.repeat)
        ratios.append((marks + declared + provenance) / base)
        print(f"{path.name[:44]:44} {base:11.1f} {marks:7.1f} {declared:8.1f} {provenance:10.1f} {ratios[-1]:6.2f}")
    print(f"{'median ratio':44} {statistics.median(ratios):.2f}; greatest {max(ratios):.2f}")
    article = "".join(
        f"<p>{'The port is closed, the authority said. ' * 8}(Reuters) By AP, source: x.</p>" for _ in range(40)
    )
    for times in (1, 10, 100):
        _, marks, declared, provenance = measure(f"<html><body><h1>Port</h1>{article * times}</body></html>", 1)
        print(f"{times:4} x one page: {marks + declared + provenance:9.1f} ms")


if __name__ == "__main__":
    main()
