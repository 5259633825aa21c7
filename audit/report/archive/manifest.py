"""`manifest.sha256`: the hash of each file of an entry, in the format of `sha256sum`."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

NAME = "manifest.sha256"
TIMESTAMP = "manifest.tsr"
"""An authority's word on when the manifest existed (RFC 3161). It cannot be named in it; the ledger has its hash."""
_LINE = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9._-]{1,80})")


def write(folder: Path) -> str:
    """Seal the files of `folder`; returns the hash of the manifest."""
    outside = (NAME, TIMESTAMP)
    lines = [f"{_hash(path)}  {path.name}\n" for path in sorted(folder.iterdir()) if path.name not in outside]
    content = "".join(lines).encode("ascii")
    (folder / NAME).write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def problems(folder: Path, sealed: str, stamped: str | None = None) -> list[tuple[str, str]]:
    """What does not match in an entry whose manifest has the hash `sealed`: `(file, what is wrong)`.

    `stamped` is the hash of its time-stamp, where it has one.
    """
    path = folder / NAME
    if not path.is_file():
        return [(NAME, "missing")]
    content = path.read_bytes()
    if hashlib.sha256(content).hexdigest() != sealed:
        return [(NAME, "altered")]
    found: list[tuple[str, str]] = []
    named = {NAME}
    if stamped is not None:
        named.add(TIMESTAMP)
        stamp = folder / TIMESTAMP
        if not stamp.is_file() or stamp.is_symlink():
            found.append((TIMESTAMP, "missing"))
        elif _hash(stamp) != stamped:
            found.append((TIMESTAMP, "altered"))
    for line in content.decode("ascii", "replace").splitlines():
        parts = _LINE.fullmatch(line)
        if parts is None:
            found.append((NAME, "malformed"))
            continue
        named.add(parts[2])
        file = folder / parts[2]
        if not file.is_file() or file.is_symlink():
            found.append((parts[2], "missing"))
        elif _hash(file) != parts[1]:
            found.append((parts[2], "altered"))
    found += [(extra.name, "added") for extra in sorted(folder.iterdir()) if extra.name not in named]
    return found


def _hash(path: Path) -> str:
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
