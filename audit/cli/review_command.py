"""`tracewire review`: what a person states beside an audit, sealed next to it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import click

_HELP = """Seal the notes, corrections, dismissals and replies of FILE beside the audit in ENTRY.

ENTRY is the entry's path, with or without the archive's folder and report.html. Without FILE, print a file to begin
with. The reviewed entry is not touched: its statements become an entry of their own that refers to it.

\b
tracewire review reports/2026/11/talks-22d57a99 > auditor.toml
tracewire review reports/2026/11/talks-22d57a99 auditor.toml --by "Night desk"
"""


@click.command(help=_HELP)
@click.argument("entry", metavar="ENTRY")
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path))
@click.option("--by", default="", metavar="NAME", help="Who states it; left out, nobody is named.")
@click.option(
    "--archive", default="reports", metavar="DIR", type=click.Path(path_type=Path), help="The archive's folder."
)
def review(entry: str, file: Path | None, by: str, archive: Path) -> int:
    """Seal what FILE states beside the audit in ENTRY; see `_HELP`."""
    from audit.report import archive as archives

    root, path = _place(entry, archive)
    if file is None:
        from audit.findings.hand_form import form

        click.echo(form(archives.audit_of(root, path)), nl=False)
        return 0
    from audit.findings import hand

    content = hand.read(file)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    sealed = archives.review(root, path, content, file.name, at=now, by=by)
    click.echo(sealed.report)
    return 0


_ENTRY = re.compile(r"(?:(?P<root>.*)/)?(?P<entry>[0-9]{4}/[0-9]{2}/[^/]+)(?:/(?:report\.html|audit\.json)?)?")


def _place(entry: str, archive: Path) -> tuple[Path, str]:
    """The archive and the entry's path in it, from a path as a shell completes it."""
    found = _ENTRY.fullmatch(entry.replace("\\", "/"))
    if found is None:
        return archive, entry
    return (Path(found["root"] or "/") if found["root"] is not None else archive), found["entry"]
