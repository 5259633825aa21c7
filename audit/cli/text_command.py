"""`tracewire text`: the reporting alone, or every block with its label."""

from __future__ import annotations

from typing import Any

import click

from audit.cli.targets import NOT_READ, Reading, captures, reading_options, say_not_assessable


@click.command()
@click.option("--all", "everything", is_flag=True, help="Every block of the page, as label, tab, text.")
@click.option("--quiet", is_flag=True, help="No progress on stderr.")
@reading_options
def text(everything: bool, quiet: bool, **reading: Any) -> int:
    """Print the reporting of each TARGET, wrapper removed."""
    from audit.page import read_page

    code = 0
    for number, (locator, captured) in enumerate(captures(Reading(**reading), quiet)):
        if captured is None:
            code = NOT_READ
            continue
        page = read_page(captured)
        if not page.assessable:
            say_not_assessable(locator, page.not_assessable_because)
            code = NOT_READ
        shown = [b for b in page.blocks if everything or (b.reporting and page.assessable)]
        if everything:
            lines = [f"{b.label}\t{' '.join(b.span.of(page.text).split())}" for b in shown]
        else:
            lines = [b.span.of(page.text).strip() for b in shown]
        if number and lines:
            click.echo()
        for line in lines:
            click.echo(line)
    return code
