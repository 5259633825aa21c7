"""A list of targets: one a line, as people paste them."""

from __future__ import annotations


def read_list(text: str) -> tuple[str, ...]:
    """The targets of a list in order, each once. Blank lines and lines that begin with `#` are left out.

    A line may be a path or an address; of a line with a tab, as copied from a spreadsheet, the first cell counts.
    """
    found: dict[str, None] = {}
    for line in text.removeprefix("\ufeff").splitlines():
        entry = line.partition("\t")[0].strip().strip("<>\"'").strip()
        if entry and not entry.startswith("#"):
            found.setdefault(entry)
    return tuple(found)
