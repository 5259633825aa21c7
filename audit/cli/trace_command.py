"""`tracewire trace`: upstream from a page, along what it declares and links."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from audit.cli.targets import NOT_READ, fetching_options, say_failure
from audit.errors import ArchiveError, TargetError

if TYPE_CHECKING:
    from audit.lineage.upstream import Found
    from audit.model import TraceStep

_STATES = {
    "captured": "captured",
    "loop": "a loop",
    "seen": "seen already",
    "not-linked": "named, not linked",
    "not-captured": "not captured",
    "not-followed": "not followed",
}


@click.command()
@click.argument("target", metavar="TARGET")
@click.option("--url", metavar="URL", help="Where a saved page comes from; kept as stated by you.")
@click.option(
    "--captures",
    multiple=True,
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="Work on these captures alone: a folder, a WARC or WACZ file, an archive; nothing is fetched.",
)
@click.option(
    "--hops", type=click.IntRange(1, 10), default=4, show_default=True, metavar="N", help="Steps upstream at most."
)
@click.option("--json", "json_file", metavar="FILE", help="Write the trace as JSON to FILE (- for stdout).")
@click.option("--out", metavar="DIR", default="reports", show_default=True, help="The archive's folder.")
@click.option("--no-archive", is_flag=True, help="Keep no captures.")
@click.option("--quiet", is_flag=True, help="Nothing on stdout but what --json asks for.")
@fetching_options
def trace(
    target: str,
    url: str | None,
    captures: tuple[Path, ...],
    hops: int,
    json_file: str | None,
    out: str,
    no_archive: bool,
    quiet: bool,
    allow_private: bool,
    offline: bool,
    proxy: str | None,
    max_bytes: int | None,
    timeout: float | None,
) -> int:
    """Follow TARGET upstream: to the originals that it declares, credits or cites and links.

    Every step is captured into the archive with its report. robots.txt is obeyed for the steps.
    """
    from audit.cli.targets import Reading
    from audit.pipeline import trace_upstream

    limits = Reading(
        (target,),
        (),
        url,
        None,
        timeout,
        max_bytes,
        proxy,
        offline=offline or bool(captures),
        allow_private=allow_private,
    ).limits()
    steps: list[TraceStep] = []
    try:
        found = trace_upstream(target, url=url, captures=captures, limits=limits, now=datetime.now(UTC), hops=hops)
        for one in _archived(found, Path(out), no_archive or json_file is not None):
            steps.append(one)
            if not quiet and json_file is None:
                click.echo(_line(one))
    except TargetError as problem:
        say_failure(target, problem)
        return NOT_READ
    if json_file is not None:
        _write(steps, json_file)
    return NOT_READ if any(s.state == "not-captured" for s in steps) else 0


def _archived(found: Iterator[Found], root: Path, keep_nothing: bool) -> Iterator[TraceStep]:
    import msgspec

    from audit.report import archive

    for one in found:
        entry = None
        if not keep_nothing and one.audit is not None and one.capture is not None:
            entry = archive.add(root, one.audit, one.capture).path
        yield msgspec.structs.replace(one.step, entry=entry)


def _line(step: TraceStep) -> str:
    from audit.report.visible import plain

    who = step.page.publisher if step.page else step.pointer.name if step.pointer else None
    where = (step.page.url if step.page else None) or (step.pointer.url if step.pointer else None) or ""
    name = plain(who or where or (step.page.name if step.page else "?"))
    came = "" if step.came_from is None else f"from {step.came_from + 1}: "
    basis = f" ({step.pointer.basis})" if step.pointer else ""
    why = step.pointer.why if step.pointer and step.state != "not-linked" else ""
    told = step.because if step.state != "captured" else ""
    said = "; ".join(part for part in (why, told) if part)
    address = f"\n      {plain(where)}" if where else ""
    kept = f"\n      {step.entry}/report.html" if step.entry else ""
    return (
        f"{step.number + 1:>3}. {name}: {_STATES[step.state]}; {came}{plain(said)}{basis}".rstrip("; ") + address + kept
    )


def _write(steps: list[TraceStep], name: str) -> None:
    import msgspec

    from audit.model import TRACE_SCHEMA, Trace
    from audit.version import __version__

    written = msgspec.json.encode(Trace(TRACE_SCHEMA, f"tracewire {__version__}", tuple(steps))) + b"\n"
    if name == "-":
        sys.stdout.buffer.write(written)
        sys.stdout.buffer.flush()
        return
    try:
        Path(name).write_bytes(written)
    except OSError as problem:
        raise ArchiveError(
            f"{name}: cannot be written: {problem.strerror}", "choose another file with --json"
        ) from problem
