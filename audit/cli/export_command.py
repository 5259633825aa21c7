"""`tracewire export`: audits in the formats of other programs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from audit.errors import ArchiveError, FileTargetError, TracewireError

_FOLDER = click.Path(path_type=Path)
FORMATS = ("jsonl", "csv-claims", "csv-credits", "csv-findings", "markdown", "prov", "annotations", "csl")


@click.command()
@click.argument("sources", metavar="AUDIT.json|ARCHIVE…", nargs=-1, required=True, type=_FOLDER)
@click.option("--format", "name", type=click.Choice(FORMATS), default="jsonl", show_default=True, help="The format.")
@click.option("--out", metavar="FILE", type=_FOLDER, help="Where to write it; standard output by default.")
def export(sources: tuple[Path, ...], name: str, out: Path | None) -> int:
    """Write audits as JSON Lines, CSV, a chat message, PROV-JSON, Web Annotations or CSL-JSON.

    A folder stands for all audits of that archive.
    """
    from audit.report import json_document
    from audit.report.exports import export as write

    audits = []
    for file in (f for source in sources for f in _files(source)):
        try:
            audits.append(json_document.decode(file.read_bytes()))
        except OSError as problem:
            message = f"{file}: cannot be read: {problem.strerror}"
            raise FileTargetError(message, "name an audit.json or an archive") from problem
        except TracewireError as problem:
            raise FileTargetError(f"{file}: {problem.message}", problem.hint) from problem
    written = write(audits, name).encode("utf-8")
    if out is None:
        sys.stdout.buffer.write(written)
        return 0
    try:
        out.write_bytes(written)
    except OSError as problem:
        raise ArchiveError(
            f"{out}: cannot be written: {problem.strerror}", "choose another file with --out"
        ) from problem
    return 0


def _files(source: Path) -> list[Path]:
    if not source.is_dir():
        return [source]
    found = sorted(source.glob("[0-9]*/[0-9]*/*/audit.json"))
    found = [file for file in found if not file.with_name("review.json").exists()]  # the same audit once more
    if not found and not (source / "ledger.jsonl").exists():
        raise FileTargetError(
            f"{source}: no archive, and no audit in it", "name the folder that tracewire audit wrote to"
        )
    return found
