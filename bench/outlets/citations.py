"""What finding citations costs beside trafilatura's extraction of the same page, and as a page grows.

    python bench/outlets/citations.py PAGES_DIR

Every page is read once by `trafilatura.extract` and its text, a block a line, once by `find_citations`, alternately;
CPU time, best of three.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import trafilatura

from audit.model import Block, Page, Publisher
from audit.provenance.citations import find_citations

NOBODY = Publisher(None, None, "inferred")


def page_of(text: str) -> Page:
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block("body", at, at + len(line), 1.0, "given"))
        at += len(line) + 1
    return Page(text, "text", tuple(blocks))


def best(work: Callable[[], object]) -> float:
    times = []
    for _ in range(3):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times)


def main() -> None:
    ours = theirs = 0.0
    longest = ""
    for file in sorted(Path(sys.argv[1]).glob("*.html")):
        content = file.read_bytes()
        text = trafilatura.extract(content) or ""
        page = page_of(text)
        find_citations(page, NOBODY, ())
        theirs += best(lambda content=content: trafilatura.extract(content))
        ours += best(lambda page=page: find_citations(page, NOBODY, ()))
        longest = max(longest, text, key=len)
    print(f"citations {1e3 * ours:.1f} ms, trafilatura {1e3 * theirs:.1f} ms, ratio {ours / theirs:.3f}")
    for factor in (1, 10, 100):
        page = page_of("\n".join([longest[:5000]] * factor))
        print(
            f"x{factor}: {len(page.text)} characters, {1e3 * best(lambda page=page: find_citations(page, NOBODY, ())):.1f} ms"
        )


if __name__ == "__main__":
    main()
