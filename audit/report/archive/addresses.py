"""Which entries are audits of one address: what lets a later audit be compared with the one before.

`index/addresses/<two digits>.txt` has a line for each entry with an address: a hash of the address, the entry's row, its path.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from audit.model import Audit
from audit.report.archive import files

Known = tuple[int, str]
"""The row and the path of an entry."""


def address_of(audit: Audit) -> str | None:
    """The address by which later audits of the same page are known, without its fragment."""
    return (audit.capture.url or "").partition("#")[0] or None


def add(root: Path, address: str, row: int, entry: str) -> None:
    """Note that the entry in `row` is an audit of `address`."""
    key, path = _place(root, address)
    path.parent.mkdir(exist_ok=True)
    files.append(path, f"{key} {row} {entry}\n".encode("ascii"))


def history(root: Path, address: str) -> list[Known]:
    """The entries of `address` whose content is still there, the oldest first."""
    key, path = _place(root, address)
    return _present(root, [known for found, known in _lines(path) if found == key])


def neighbours(root: Path, entry: str) -> tuple[Known | None, Known | None]:
    """The entries of the same address before and after `entry` whose content is still there. Reads all addresses."""
    for path in sorted((root / "index" / "addresses").glob("*.txt")):
        lines = _lines(path)
        for key, (row, name) in lines:
            if name == entry:
                others = _present(root, [known for found, known in lines if found == key and known[1] != entry])
                before = [known for known in others if known[0] < row]
                after = [known for known in others if known[0] > row]
                return (before[-1] if before else None), (after[0] if after else None)
    return None, None


def _present(root: Path, found: list[Known]) -> list[Known]:
    """`found` without repetitions and without what was withdrawn."""
    return [known for known in dict.fromkeys(found) if (root / known[1] / "audit.json").is_file()]


def _lines(path: Path) -> list[tuple[str, Known]]:
    if not path.exists():
        return []
    parts = [line.split(" ", 2) for line in path.read_text(encoding="ascii").splitlines()]
    return [(key, (int(row), entry)) for key, row, entry in parts]


def _place(root: Path, address: str) -> tuple[str, Path]:
    digest = hashlib.sha256(address.encode("utf-8", "surrogatepass")).hexdigest()
    return digest[:32], root / "index" / "addresses" / f"{digest[:2]}.txt"
