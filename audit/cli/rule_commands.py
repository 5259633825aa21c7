"""`tracewire rules`, `explain`, `schema` and `config`: what tracewire knows of itself."""

from __future__ import annotations

import os
from pathlib import Path

import click


@click.command()
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True)
def rules(form: str) -> int:
    """List every rule: code, name, level, stability."""
    from audit.findings import catalogue

    click.echo(catalogue.encode().decode() if form == "json" else catalogue.table(), nl=form == "json")
    return 0


@click.command()
@click.argument("code", metavar="CODE")
def explain(code: str) -> int:
    """Say what the rule CODE looks for, why, on which standard, and how to answer it."""
    from audit.findings import catalogue

    click.echo(catalogue.explain(code), nl=False)
    return 0


@click.command()
def schema() -> int:
    """Print the JSON Schema of audit.json."""
    import msgspec

    from audit.report import json_document

    click.echo(msgspec.json.format(msgspec.json.encode(json_document.schema())).decode())
    return 0


@click.command()
@click.argument("what", type=click.Choice(["show"]))
@click.option(
    "--config", "file", metavar="FILE", type=click.Path(path_type=Path), help="Settings, instead of the nearest file."
)
def config(what: str, file: Path | None) -> int:  # noqa: ARG001
    """Show every setting in force and where it comes from."""
    from audit.findings import configuration

    click.echo(
        configuration.show(configuration.resolve(environment=os.environ, start=Path.cwd(), explicit=file)), nl=False
    )
    return 0
