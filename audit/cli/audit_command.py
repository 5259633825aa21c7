"""`tracewire audit`: the main job."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import msgspec

from audit.cli.targets import NOT_READ, Reading, captures, reading_options, say_failure, say_not_assessable
from audit.errors import TargetError

if TYPE_CHECKING:
    from audit.findings.configuration import Settings

FINDINGS_REACHED = 1
"""Exit code where a finding is at or above `--fail-on`."""


@click.command()
@click.option("--out", metavar="DIR", help="The archive's folder.  [default: reports]")
@click.option(
    "--json", "json_file", metavar="FILE", help="Write the audit as JSON to FILE (- for stdout) instead of a report."
)
@click.option(
    "--format",
    "form",
    metavar="NAME",
    help="Findings as text, json, jsonl, markdown, sarif or github.  [default: text]",
)
@click.option("--open", "open_report", is_flag=True, help="Open the report in the browser.")
@click.option("--quiet", is_flag=True, default=None, help="No summary and no progress; only errors.")
@click.option("--score", is_flag=True, default=None, help="Add a total, with its formula.")
@click.option("--fail-on", metavar="LEVEL", help="Exit 1 on findings of LEVEL (info, note, warning, error) or above.")
@click.option(
    "--select", multiple=True, metavar="CODE", help="Only these rules: a code, the beginning of codes, or a name."
)
@click.option("--ignore", multiple=True, metavar="CODE", help="Not these rules.")
@click.option("--preview", is_flag=True, default=None, help="Rules in preview too.")
@click.option("--baseline", metavar="FILE", help="Leave out the findings that FILE knows.")
@click.option(
    "--write-baseline", metavar="FILE", type=click.Path(path_type=Path), help="Write all findings to FILE as known."
)
@click.option("--lexicon", metavar="FILE", help="Own credit forms and disclaimers, beside the shipped ones.")
@click.option(
    "--config", metavar="FILE", type=click.Path(path_type=Path), help="Settings, instead of the nearest tracewire.toml."
)
@click.option(
    "--timestamp",
    "authority",
    metavar="URL",
    help="Have this authority (RFC 3161) time-stamp the manifest of each entry.",
)
@reading_options
def audit(
    json_file: str | None,
    form: str | None,
    open_report: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    write_baseline: Path | None,
    config: Path | None,
    authority: str | None,
    **options: Any,
) -> int:
    """Audit each TARGET: a URL, a feed, a saved page (HTML, a folder, MHTML, WARC, PDF …), a text file, or - for stdin.

    Writes report.html and audit.json into the archive and prints a summary.
    """
    from audit.cli.outcome import Outcome
    from audit.findings import configuration
    from audit.pipeline import Rules, audit_capture

    reading = Reading(**{name: options.pop(name) for name in Reading._fields})
    given = {name.replace("_", "-"): value for name, value in options.items()}
    given |= {"select": list(select) or None, "ignore": list(ignore) or None, "format": form}
    settings = configuration.resolve(given, environment=os.environ, start=Path.cwd(), explicit=config)
    use_lexicon(settings)
    rules = Rules(settings["select"].value, settings["ignore"].value or None, settings["preview"].value)
    outcome = Outcome(settings, json_file, write_baseline, open_report, _stamp(authority, reading))
    quiet = bool(settings["quiet"].value)
    code = 0
    for locator, captured in captures(reading, quiet):
        if captured is None:
            code = NOT_READ
            continue
        try:
            result = audit_capture(captured, rules)
        except TargetError as problem:
            say_failure(locator, problem)
            code = NOT_READ
            continue
        if not result.page.assessable:
            say_not_assessable(locator, result.page.not_assessable_because)
            code = NOT_READ
        outcome.take(result, captured)
    outcome.finish()
    code = code or (NOT_READ if outcome.unstamped else 0)
    return code or (FINDINGS_REACHED if outcome.reached(settings["fail-on"].value) else 0)


def _stamp(authority: str | None, reading: Reading) -> Callable[[bytes], bytes] | None:
    if authority is None:
        return None
    from audit.capture import timestamp

    limits = reading.limits()
    bounded = {"allow_private": limits.allow_private, "proxy": limits.proxy}
    return timestamp.Authority(authority, msgspec.structs.replace(timestamp.LIMITS, **bounded)).stamp


def use_lexicon(settings: Settings) -> None:
    """Add the newsroom's own lexicon file, where the settings name one."""
    if settings["lexicon"].value:
        from audit.lexicon import forms

        forms.use_extra(Path(settings["lexicon"].value))
