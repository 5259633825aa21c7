"""`tracewire report`, `index`, `verify` and `withdraw`: work on what the archive holds, without fetching."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from audit.errors import ArchiveError, FileTargetError, TracewireError, UsageError

_FOLDER = click.Path(path_type=Path)


@click.command()
@click.argument("audit_file", metavar="AUDIT.json", type=_FOLDER)
@click.option("--out", "out", metavar="FILE", required=True, type=_FOLDER, help="Where the report is written.")
@click.option("--share", is_flag=True, help="Make it to send: the evidence in excerpts, without the page's text.")
def report(audit_file: Path, out: Path, share: bool) -> int:
    """Render the report of AUDIT.json again, without fetching anything; never into a sealed entry."""
    from audit.report import html, json_document

    try:
        document = audit_file.read_bytes()
    except OSError as problem:
        raise UsageError(
            f"{audit_file}: cannot be read: {problem.strerror}", "name an audit.json of the archive"
        ) from problem
    if (out.parent / "manifest.sha256").exists():
        raise UsageError(f"{out.parent} is a sealed entry of an archive", "write the report somewhere else")
    try:
        audit = json_document.decode(document)
    except TracewireError as problem:
        raise FileTargetError(f"{audit_file}: {problem.message}", problem.hint) from problem
    rendered = html.render(audit, whole=not share)
    try:
        out.write_text(rendered, encoding="utf-8", newline="\n")
    except OSError as problem:
        raise ArchiveError(
            f"{out}: cannot be written: {problem.strerror}", "choose another file with --out"
        ) from problem
    click.echo(out)
    return 0


@click.command()
@click.argument("archive", metavar="ARCHIVE", default="reports", type=_FOLDER)
@click.option("--all", "everything", is_flag=True, help="Make all of it anew, not only what changed.")
def index(archive: Path, everything: bool) -> int:
    """Rebuild the index of ARCHIVE from its entries."""
    from audit.report.archive import rebuild_index

    if not archive.is_dir():
        raise UsageError(f"{archive}: no such folder", "name the folder that tracewire audit wrote to")
    count = rebuild_index(archive, force=everything)
    click.echo(f"{archive / 'index.html'}: {count} {'audit' if count == 1 else 'audits'}")
    return 0


@click.command()
@click.argument("archive", metavar="ARCHIVE", default="reports", type=_FOLDER)
@click.option(
    "--timestamp-roots",
    "roots",
    metavar="FILE",
    type=_FOLDER,
    help="Check time-stamps against the certificates in FILE (PEM).",
)
def verify(archive: Path, roots: Path | None) -> int:
    """Look for any altered, missing or added byte in ARCHIVE; exit 4 if there is one."""
    from audit.errors import IntegrityError
    from audit.findings.wording import count
    from audit.report.archive import verify as check

    found = check(archive, roots)
    for problem in found.problems:
        click.echo(f"tracewire: {problem}", err=True)
    if found.problems:
        return IntegrityError.exit_code
    if found.stamped:
        how = "their signatures hold" if roots else "their signatures were not checked (--timestamp-roots FILE does)"
        click.echo(f"{found.stamped} of the entries have a time-stamp; {how}")
    entries = count(found.entries, "entry", "entries")
    click.echo(f"{entries} and {found.withdrawn} withdrawn, all as they were written; ledger head {found.head}")
    return 0


@click.command()
@click.argument("entry", metavar="ENTRY")
@click.option("--reason", required=True, help="Why; it stands in the ledger for good.")
@click.option("--by", required=True, metavar="NAME", help="Who signs it off.")
@click.option("--archive", default="reports", metavar="DIR", type=_FOLDER, help="The archive's folder.")
def withdraw(entry: str, reason: str, by: str, archive: Path) -> int:
    """Take down the content of ENTRY (year/month/name) and leave a tombstone that verify accepts."""
    from audit.report.archive import reviews_of
    from audit.report.archive import withdraw as take_down

    place = take_down(archive, entry, reason=reason, by=by, at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
    click.echo(f"withdrawn: {place}")
    for other in reviews_of(archive, place):
        click.echo(f"tracewire: {other} reviews it and still has its text; withdraw it as well", err=True)
    return 0
