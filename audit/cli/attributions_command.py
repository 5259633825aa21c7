"""`tracewire attributions`: who says what in a file of article text, one JSON line a file."""

from __future__ import annotations

from typing import Literal

import click

from audit.cli.targets import NOT_READ, Reading, captures


@click.command()
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--language", metavar="TAG", default="en", show_default=True, help="Language of the texts.")
@click.option(
    "--model",
    type=click.Choice(["network", "encoder"]),
    help="Tagger of English [default: the encoder where onnxruntime is installed, else the network].",
)
def attributions(files: tuple[str, ...], language: str, model: Literal["network", "encoder"] | None) -> int:
    """Print the attributions of each FILE, taken as article text; offsets are characters of the file."""
    import msgspec

    from audit.pipeline import article_attributions

    code = 0
    for _, captured in captures(Reading(files), quiet=True):
        if captured is None:
            code = NOT_READ
            continue
        found = article_attributions(captured.text, language, model)
        click.echo(msgspec.json.encode({"file": captured.target.name, "attributions": found}).decode())
    return code
