"""What the lexicon costs: import, first lookup by host, first names in a text, then a scan (CPU milliseconds).

python bench/outlets/load.py [TEXT_FILE]
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def main() -> None:
    text = (
        Path(sys.argv[1]).read_text(encoding="utf-8")
        if len(sys.argv) > 1
        else "Officials told Reuters on Friday. " * 100
    )
    clock = time.process_time
    start = clock()
    from audit.lexicon import outlets

    imported = clock()
    outlets.by_host("www.example.com")
    hosted = clock()
    found = outlets.find(text)
    first = clock()
    for _ in range(50):
        outlets.find(text)
    again = clock()
    outlets.find(text + " 据新华社报道")
    unspaced = clock()
    print(
        f"import {1e3 * (imported - start):.1f}  hosts {1e3 * (hosted - imported):.1f}  names {1e3 * (first - hosted):.1f}"
    )
    print(f"first text in an unspaced script {1e3 * (unspaced - again):.1f}")
    for factor in (1, 10, 100):
        long = text * factor
        begin = clock()
        outlets.find(long)
        print(f"scan x{factor}: {len(long)} characters, {1e3 * (clock() - begin):.2f} ms")
    print(len(found), "mentions;", f"{1e3 * (again - first) / 50:.2f} ms a scan")


if __name__ == "__main__":
    main()
