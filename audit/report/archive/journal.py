"""The note of what is being done, by which the next command finishes or undoes what a killed one began.

It is written once the new entry is complete beside its place and names the ledger line to come. From then on the work is
carried forward: the entry is moved into its place, the line is written. Before that, nothing has happened.
"""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from audit.report.archive import files, ledger, manifest

NAME = ".journal"
BESIDE = ".writing"
ASIDE = ".withdrawn"


def begin(root: Path, line: ledger.Line) -> None:
    """From here on `line` will be carried out."""
    files.replace_file(root / NAME, ledger.encode(line))


def end(root: Path) -> None:
    """`line` is carried out."""
    (root / NAME).unlink(missing_ok=True)


def pending(root: Path) -> bool:
    """True where a command was ended in the middle of its work."""
    return (root / NAME).exists()


def recover(root: Path) -> None:
    """Bring the archive to rest; call it under the lock, before anything else."""
    ledger.repair(root)
    note = root / NAME
    if note.exists():
        line = msgspec.json.decode(note.read_bytes(), type=ledger.Line)
        finish(root, line)
        note.unlink()
    files.remove_tree(root / BESIDE)
    files.remove_tree(root / ASIDE)


def finish(root: Path, line: ledger.Line) -> None:
    """Do what is left to do of `line`."""
    place, beside = root / line.entry, root / BESIDE
    if beside.is_dir() and not manifest.problems(beside, line.manifest, line.timestamp or None):
        if place.exists():
            os.rename(place, root / ASIDE)  # noqa: PTH104 - same folder, must not merge
        place.parent.mkdir(parents=True, exist_ok=True)
        os.rename(beside, place)  # noqa: PTH104 - must fail if the place is taken
    end_line = ledger.last(root)
    if place.exists() and (end_line is None or end_line[0].seq < line.seq):
        ledger.append(root, line)
