"""What the index says of one entry, and the files of rows: script lines that a page opened from disk can load."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from audit.model import LEVELS, Audit, PageKind
from audit.report import chain_graph, visible, wording
from audit.report.archive import ledger

PER_FILE = 200
"""Rows in one file and on one page."""
_HEAD, _TAIL = b"T.row(", b")\n"
_LONGEST = 240


class Row(msgspec.Struct, array_like=True):
    """One entry in the index. The order of the fields is that of the script that reads them."""

    number: int
    entry: str
    title: str
    lang: str
    dir: str
    publisher: str
    kind: PageKind
    host: str
    captured: str
    findings: tuple[int, ...]
    """Counts by level, the most serious first."""
    hops: int
    end: str
    """Who the longest chain ends with; empty without a chain."""
    anonymous: bool
    assessable: bool
    changes: bool
    withdrawn: bool = False

    @property
    def file(self) -> int:
        """The number of the file and page it is in, from 1."""
        return self.number // PER_FILE + 1


def row(line: ledger.Line, audit: Audit, *, changes: bool) -> Row:
    """What the index says of the entry that `line` added."""
    from audit.report.direction import attributes

    title = visible.plain(audit.page.headline or audit.target.name)[:_LONGEST]
    title += " (with the auditor's statements)" if line.reviewed else ""
    lang, direction = attributes(title, audit.page.language)
    path = chain_graph.main_path(audit)
    end = path[-1][0] if len(path) > 1 else None
    return Row(
        line.row,
        line.entry,
        title,
        lang,
        direction,
        visible.plain(audit.provenance.publisher.name or "")[:_LONGEST],
        audit.provenance.kind,
        _host(audit.capture.url),
        audit.capture.captured_at,
        tuple(sum(f.level == level for f in audit.findings) for level in reversed(LEVELS)),
        len(path) - 1,
        visible.plain(wording.node_name(end))[:_LONGEST] if end else "",
        chain_graph.hollow(end) if end else False,
        audit.page.assessable,
        changes,
    )


def withdrawn(number: int, entry: str, captured: str) -> Row:
    """What the index says of an entry whose content was taken down."""
    nothing = (0,) * len(LEVELS)
    return Row(
        number, entry, "withdrawn", "en", "ltr", "", "unknown", "", captured, nothing, 0, "", False, False, False, True
    )


def graded(item: Row) -> str:
    """Its findings in words: `2 warnings, 1 note`."""
    names = ("error", "warning", "note", "remark")
    return ", ".join([wording.count(n, name) for n, name in zip(item.findings, names, strict=False) if n]) or "none"


def html(item: Row, up: str) -> str:
    """A row of the index's table; `up` leads from the page to the archive's root."""
    raw = visible.raw
    kind = wording.KINDS[item.kind][0] if item.assessable else "not assessable"
    changed = (
        f' <a class="small" href="{up}index/changes/{item.entry.replace("/", "-")}.html">changes</a>'
        if item.changes
        else ""
    )
    return (
        f'<tr role="row"><td role="cell"><time datetime="{raw(item.captured)}">{raw(item.captured[:10])}</time></td>'
        f'<td role="cell"><a href="{up}{raw(item.entry)}/report.html" lang="{raw(item.lang)}" dir="{raw(item.dir)}">'
        f"{raw(item.title)}</a>"
        f'{changed}</td><td role="cell">{raw(item.publisher or "–")}</td>'
        f'<td role="cell">{"withdrawn" if item.withdrawn else kind}</td>'
        f'<td role="cell" data-h="Chain ends with">{raw(item.end or "–")}</td>'
        f'<td role="cell" data-h="Findings">{graded(item)}</td></tr>'
    )


def file(root: Path, number: int) -> Path:
    """The nth file of rows."""
    return root / "index" / f"rows-{number:04}.js"


def encode(item: Row) -> bytes:
    """A row as a line of script; `<` is written so that it can end no element wherever it is put."""
    return _HEAD + msgspec.json.encode(item).replace(b"<", b"\\u003c") + _TAIL


def read(path: Path) -> list[Row]:
    """The rows of a file; none where it does not exist."""
    if not path.exists():
        return []
    return [
        msgspec.json.decode(line[len(_HEAD) : -len(_TAIL)], type=Row)
        for line in path.read_bytes().splitlines(keepends=True)
        if line.startswith(_HEAD) and line.endswith(_TAIL)
    ]


def _host(address: str | None) -> str:
    try:
        return (urlsplit(address or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
