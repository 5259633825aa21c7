"""`tracewire corpus`: many pages at once."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

_FOLDER = click.Path(path_type=Path)


@click.group()
def corpus() -> None:
    """From one page to millions: audit a corpus into tables, find who carries whom, show it."""


def engine_options(command: Any) -> Any:
    """Add the options that say where the work is done."""
    for option in (
        click.option("--quiet", is_flag=True, help="No progress."),
        click.option("--address", metavar="HOST:PORT", help="The Ray cluster.  [default: one started here]"),
        click.option(
            "--memory", type=click.IntRange(min=200), default=2_000, show_default=True, metavar="MB",
            help="Most memory of a worker.",
        ),
        click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Workers.  [default: all processors]"),
        click.option("--engine", "engine_name", type=click.Choice(["local", "ray"]), default="local", show_default=True,
                     help="Processes of this machine, or a Ray cluster whose nodes all see the folders."),
    ):  # fmt: skip
        command = option(command)
    return command


@corpus.command()
@click.argument("inputs", metavar="INPUT…", nargs=-1)
@click.option(
    "--out", metavar="DIR", required=True, help="The corpus's folder; a run that was ended is taken up there."
)
@click.option("--list", "lists", multiple=True, type=_FOLDER, metavar="FILE", help="Inputs from FILE, one a line.")
@click.option("--learned", metavar="DIR", help="A linked corpus whose hosts' repeated wrapper is to be known.")
@click.option("--select", multiple=True, metavar="CODE", help="Only these rules.")
@click.option("--ignore", multiple=True, metavar="CODE", help="Not these rules.")
@click.option("--preview", is_flag=True, help="Rules in preview too.")
@click.option("--lexicon", metavar="FILE", help="Own credit forms and disclaimers, beside the shipped ones.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=1),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="Longest time for one page.",
)
@click.option(
    "--max-bytes",
    type=click.IntRange(min=1),
    default=20_000_000,
    show_default=True,
    metavar="N",
    help="Largest page that is read.",
)
@click.option(
    "--shard-bytes",
    type=click.IntRange(min=1),
    default=32_000_000,
    show_default=True,
    metavar="N",
    help="Input that makes one shard.",
)
@click.option("--offline", is_flag=True, help="Fetch nothing.")
@click.option("--allow-private", is_flag=True, help="Fetch from private addresses too.")
@engine_options
def run(
    inputs: tuple[str, ...],
    out: str,
    lists: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    shard_bytes: int,
    engine_name: str,
    workers: int | None,
    memory: int,
    address: str | None,
    quiet: bool,
    **options: Any,
) -> int:
    """Audit every page of WARC and WACZ files, folders of pages and lists of addresses, into Parquet tables.

    Every page is audited once, whatever is killed and run again. What is no page, or ends its worker, is set aside with
    the reason.
    """
    from audit.corpus.engines import engine
    from audit.corpus.run import Job
    from audit.corpus.run import run as run_job

    job = Job(
        out=out,
        now=datetime.now(UTC).isoformat(timespec="seconds"),
        select=select or None,
        ignore=ignore or None,
        memory=memory * 1_000_000,
        **options,
    )
    done = run_job(
        job,
        inputs,
        engine(engine_name, workers, job.memory, address),
        lists=lists,
        shard_bytes=shard_bytes,
        say=None if quiet else _say,
    )
    counts = done.counts
    click.echo(
        f"{counts.audited:,} pages audited, {counts.aside:,} set aside, {counts.passed_over:,} files passed over as no pages\n"
        f"Tables        {out}"
    )
    return 0


@corpus.command()
@click.argument("folder", metavar="DIR")
@engine_options
def link(folder: str, engine_name: str, workers: int | None, memory: int, address: str | None, quiet: bool) -> int:
    """Find pages of the corpus DIR that carry the same text: clusters, stories, their origins, who carries whom.

    Copies within one publisher, text that a host repeats and quoted speech do not count.
    """
    from audit.corpus.engines import engine
    from audit.corpus.link import link as link_pages

    done = link_pages(
        folder, engine(engine_name, workers, memory * 1_000_000, address), memory * 1_000_000, None if quiet else _say
    )
    rows = done.rows
    click.echo(
        f"{done.linked:,} of {done.pages:,} pages are long enough to be linked: {rows['clusters']:,} texts on several pages,"
        f" {rows['stories']:,} stories, {rows['carries']:,} publishers carrying somebody\nTables        {folder}/links"
    )
    return 0


@corpus.command()
@click.argument("folder", metavar="DIR")
def report(folder: str) -> int:
    """Write static pages with plots of the linked corpus DIR: who carries whom, whose text, unnamed sources, disclaimers."""
    from audit.corpus.report import write

    click.echo(f"Report        {write(folder)}")
    return 0


def _say(line: str) -> None:
    click.echo(f"tracewire: {line}", err=True)
