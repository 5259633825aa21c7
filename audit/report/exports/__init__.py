"""One audit in the formats of other programs: tables, a chat message, provenance graphs, annotations, citations.

`FORMATS` names them all; `export` writes any number of audits in one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Literal

from audit.errors import UsageError
from audit.model import Audit

Format = Literal["jsonl", "csv-claims", "csv-credits", "csv-findings", "markdown", "prov", "annotations", "csl"]


def export(audits: Iterable[Audit], name: str) -> str:
    """`audits` in the format of that name, ending in a line feed. Raises `UsageError` for a format that is not known."""
    write = FORMATS.get(name)
    if write is None:
        raise UsageError(f"there is no export format {name!r}", f"choose one of {', '.join(FORMATS)}")
    return write(list(audits))


def _jsonl(audits: Sequence[Audit]) -> str:
    from audit.report import json_document

    return "".join(json_document.encode(audit).decode("utf-8") + "\n" for audit in audits)


def _table(which: str) -> Callable[[Sequence[Audit]], str]:
    def write(audits: Sequence[Audit]) -> str:
        from audit.report.exports import tables

        return tables.write(audits, which)

    return write


def _markdown(audits: Sequence[Audit]) -> str:
    from audit.report.exports import markdown

    return "\n".join(map(markdown.message, audits))


def _prov(audits: Sequence[Audit]) -> str:
    from audit.report.exports import prov

    return prov.document(audits)


def _annotations(audits: Sequence[Audit]) -> str:
    from audit.report.exports import web_annotations

    return web_annotations.collection(audits)


def _csl(audits: Sequence[Audit]) -> str:
    from audit.report.exports import citation

    return citation.items(audits)


FORMATS: dict[str, Callable[[Sequence[Audit]], str]] = {
    "jsonl": _jsonl,
    "csv-claims": _table("claims"),
    "csv-credits": _table("credits"),
    "csv-findings": _table("findings"),
    "markdown": _markdown,
    "prov": _prov,
    "annotations": _annotations,
    "csl": _csl,
}
"""Every format, by the name under which it is asked for."""
