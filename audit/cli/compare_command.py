"""`tracewire compare`: a copy beside its originals, what it says otherwise, and the family of the text."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit.cli.targets import NOT_READ, Reading, captures, fetching_options, say_failure
from audit.errors import ArchiveError, FileTargetError, TargetError, TracewireError, UsageError
from audit.model import LEVELS

if TYPE_CHECKING:
    from audit.model import Audit, Comparison

FINDINGS_REACHED = 1
_LARGEST_HEAD = 64
"""Bytes that tell an audit.json from a page."""


@click.command()
@click.argument("copy_", metavar="COPY")
@click.argument("originals", metavar="ORIGINAL...", nargs=-1, required=True)
@click.option("--json", "json_file", metavar="FILE", help="Write JSON to FILE (- for stdout), one line an original.")
@click.option("--out", metavar="DIR", default="comparisons", show_default=True, help="The folder for the page.")
@click.option("--open", "open_page", is_flag=True, help="Open the page in the browser.")
@click.option("--quiet", is_flag=True, help="No summary and no progress; only errors.")
@click.option("--fail-on", metavar="LEVEL", default="never", help="Exit 1 on findings of LEVEL or above.")
@click.option(
    "--select", multiple=True, metavar="CODE", help="Only these rules: a code, the beginning of codes, or a name."
)
@click.option("--ignore", multiple=True, metavar="CODE", help="Not these rules.")
@fetching_options
def compare(
    copy_: str,
    originals: tuple[str, ...],
    json_file: str | None,
    out: str,
    open_page: bool,
    quiet: bool,
    fail_on: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    allow_private: bool,
    offline: bool,
    proxy: str | None,
    max_bytes: int | None,
    timeout: float | None,
) -> int:
    """Compare COPY with each ORIGINAL: URLs, saved pages, text files, or audits (audit.json).

    Writes a page with both texts side by side and prints what the copy says otherwise. With two originals and more, the
    page has the family of the text and its number of independent origins.
    """
    from audit.lineage.compare import compare_all

    if fail_on != "never" and fail_on not in LEVELS:
        raise UsageError(f"--fail-on: {fail_on!r} is no level", f"known are never, {', '.join(LEVELS)}")
    reading = Reading(
        (copy_, *originals), (), None, None, timeout, max_bytes, proxy, offline=offline, allow_private=allow_private
    )
    audits, code = _audits(reading, quiet)
    if not audits or len(audits) < 2 or audits[0] is None:
        return NOT_READ
    copy, rest = audits[0], [a for a in audits[1:] if a is not None]
    if not rest:
        return NOT_READ
    found = compare_all(copy, rest, select=list(select) or None, ignore=list(ignore) or None)
    if any(one.not_assessable_because and not one.alignment.pairs for one in found):
        code = NOT_READ
    if json_file is not None:
        _write_json(found, json_file)
    else:
        page = _write_page(found, copy, rest, Path(out))
        if not quiet:
            _tell(found, page)
        if open_page:
            click.launch(page.resolve().as_uri())
    worst = max((LEVELS.index(f.level) for one in found for f in one.findings), default=-1)
    return code or (FINDINGS_REACHED if fail_on != "never" and worst >= LEVELS.index(fail_on) else 0)


def _audits(reading: Reading, quiet: bool) -> tuple[list[Audit | None], int]:
    """The audit of each target in turn, None where it cannot be read; a container gives several."""
    from audit.pipeline import audit_capture

    found: list[Audit | None] = []
    code = 0
    for locator in reading.targets:
        known = _read_audit(locator)
        if known is not None:
            found.append(known)
            continue
        for _, captured in captures(reading._replace(targets=(locator,)), quiet):
            result = None
            if captured is not None:
                try:
                    result = audit_capture(captured)
                except TargetError as problem:
                    say_failure(locator, problem)
            found.append(result)
            code = NOT_READ if result is None else code
    return found, code


def _read_audit(locator: str) -> Audit | None:
    """The audit that a file holds; None where it holds none and is a page."""
    from audit.report import json_document

    path = Path(locator)
    if path.suffix.lower() not in (".json", ".jsonl") or not path.is_file():
        return None
    with path.open("rb") as stream:
        if b'"schema"' not in stream.read(_LARGEST_HEAD):
            return None
        stream.seek(0)
        try:
            return json_document.decode(stream.read())
        except TracewireError as problem:
            raise FileTargetError(f"{locator}: {problem.message}", problem.hint) from problem


def _write_json(found: Sequence[Comparison], name: str) -> None:
    import msgspec

    lines = b"".join(msgspec.json.encode(one) + b"\n" for one in found)
    if name == "-":
        sys.stdout.buffer.write(lines)
        sys.stdout.buffer.flush()
    else:
        _write(Path(name), lines, "--json")


def _write_page(found: Sequence[Comparison], copy: Audit, originals: Sequence[Audit], folder: Path) -> Path:
    import hashlib

    from audit.report import comparison
    from audit.report.archive.names import slug

    page = comparison.render(found, copy, originals).encode("utf-8")
    of = "\n".join(f"{a.capture.sha256} {a.capture.captured_at}" for a in (copy, *originals))
    path = folder / f"{slug(copy)}-{hashlib.sha256(of.encode()).hexdigest()[:8]}.html"
    _write(path, page, "--out")
    return path


def _write(path: Path, content: bytes, option: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as problem:
        raise ArchiveError(
            f"{path}: cannot be written: {problem.strerror}", f"choose another place with {option}"
        ) from problem


def _tell(found: Sequence[Comparison], page: Path) -> None:
    from audit.report import comparison

    click.echo(comparison.summary(found))
    click.echo(f"Comparison    {page}")
