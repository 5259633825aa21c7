"""Time and memory of reading pages of 1, 2, 4 and 8 MB: the ratio from one size to the next should stay near 2.

python -m bench.page.scale
"""

from __future__ import annotations

import resource
import sys
import time

import audit

PIECE = (
    '<div class="card"><h3><a href="/x">A teaser that leads elsewhere</a></h3></div><p>The council voted on Tuesday, number {n},'
    ' to move the terminal to the northern quay, and <a href="/y">nobody</a> who was asked had anything against it.</p>'
)


def main() -> int:
    audit.extract("<p>warm up</p>")
    last = 0.0
    for megabytes in (1, 2, 4, 8):
        pieces, size = [], 0
        while size < megabytes * 1_000_000:
            pieces.append(PIECE.format(n=len(pieces)))
            size += len(pieces[-1])
        html = "<html><body><article>" + "".join(pieces) + "</article></body></html>"
        start = time.process_time()
        audit.extract(html)
        spent = time.process_time() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"{megabytes} MB  {spent:6.2f} s  ratio {spent / last if last else 0:4.2f}  peak {peak} MB")
        last = spent
    return 0


if __name__ == "__main__":
    sys.exit(main())
