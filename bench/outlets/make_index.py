"""Make the shipped index of outlets from their rows: `names.json` and `hosts.json`. Run it after any change to a row.

python bench/outlets/make_index.py
"""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from audit.lexicon.outlets.index import DATA, build


def main() -> None:
    names, hosts = build()
    for name, content in (("names.json", names), ("hosts.json", hosts)):
        encoded = msgspec.json.encode(content)
        (DATA / name).write_bytes(encoded + b"\n")
        print(name, len(encoded), "bytes")


if __name__ == "__main__":
    main()
