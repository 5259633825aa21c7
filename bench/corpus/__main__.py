"""The benchmarks of corpora in a short form, one after another: `python -m bench.corpus`.

Each says in its own words what it measures; run it alone for the long form. What needs a library that is not installed
(datasketch, Ray) is left out, and named.
"""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHORT: tuple[tuple[str, tuple[str, ...], str | None], ...] = (
    ("bench.corpus.speed", ("--every", "12", "--floors"), None),
    ("bench.corpus.scaling", ("--every", "8"), None),
    ("bench.corpus.memory", ("--pages", "2000", "--small"), None),
    ("bench.corpus.linking", ("--sizes", "10000,50000"), "datasketch"),
    ("bench.corpus.on_ray", ("--pages", "120"), "ray"),
)
"""Module, arguments, and the library that it needs beside ours."""


def main() -> int:
    failed = 0
    for module, arguments, library in SHORT:
        if library is not None and find_spec(library) is None:
            if module == "bench.corpus.linking":
                arguments += ("--peer", "0")
                print(f"\n{module}: without its peer, {library} is not installed")
            else:
                print(f"\n{module}: left out, {library} is not installed")
                continue
        print(f"\n{module} {' '.join(arguments)}", flush=True)
        failed |= subprocess.run([sys.executable, "-m", module, *arguments], cwd=ROOT, check=False).returncode
    return failed


if __name__ == "__main__":
    sys.exit(main())
