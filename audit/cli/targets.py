"""What the commands that read targets have in common: the arguments, the loop, the errors a target may end in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import click

from audit.errors import TargetError, UsageError

if TYPE_CHECKING:
    from audit.capture import Limits
    from audit.model import Capture

NOT_READ = 3
"""Exit code where a target could not be read or assessed."""

Decorated = Callable[..., Any]


def reading_options(command: Decorated) -> Decorated:
    """Add the options that say how targets are read."""
    for option in (
        click.option(
            "--allow-private", is_flag=True, help="Fetch from private addresses too, such as a newsroom's own CMS."
        ),
        click.option("--max-bytes", type=click.IntRange(min=1), metavar="N", help="Largest page that is read."),
        click.option(
            "--timeout", type=click.FloatRange(min=0.1), metavar="SECONDS", help="Longest time for one address."
        ),
        click.option("--publisher", metavar="NAME", help="Who published it, as you know it; kept as stated by you."),
        click.option("--url", metavar="URL", help="Where a saved or pasted page comes from; kept as stated by you."),
        click.argument("targets", nargs=-1, metavar="TARGET..."),
    ):
        command = option(command)
    return command


def limits_from(timeout: float | None, max_bytes: int | None, allow_private: bool) -> Limits:
    """The limits that the options ask for; what is not given keeps its default."""
    from audit.capture import Limits

    given: dict[str, Any] = {"timeout": timeout, "max_bytes": max_bytes, "allow_private": allow_private}
    return Limits(**{name: value for name, value in given.items() if value is not None})


def captures(
    targets: Sequence[str], url: str | None, publisher: str | None, limits: Limits, quiet: bool
) -> Iterator[tuple[str, Capture | None]]:
    """Capture each target, every page of a container such as a WARC file.

    A target that cannot be read is reported on stderr and comes as None; the others go on. Raises UsageError if there is
    no target, or if `--url` is given for several.
    """
    from audit.capture import capture_all, target_for

    if not targets:
        raise UsageError("no target given", "name a URL, a saved page, a text file, or - for standard input")
    if url is not None and len(targets) > 1:
        raise UsageError("--url describes one page, but several targets are given", "audit them one by one")
    if list(targets).count("-") > 1:
        raise UsageError("standard input is named twice", "give - once")
    for number, locator in enumerate(targets, 1):
        if len(targets) > 1 and not quiet:
            click.echo(f"[{number}/{len(targets)}] {_shown(locator)}", err=True)
        try:
            target = target_for(locator, url=url, publisher=publisher)
            for taken in capture_all(target, now=datetime.now(UTC), limits=limits):
                yield locator, taken
        except TargetError as problem:
            say_failure(locator, problem)
            yield locator, None


def say_failure(locator: str, problem: TargetError) -> None:
    """One line on stderr: which target, what is wrong, what to do."""
    said, shown = str(problem), _shown(locator)
    click.echo(f"tracewire: {said}" if shown in said else f"tracewire: {shown}: {said}", err=True)


def say_not_assessable(locator: str, reason: str | None) -> None:
    """One line on stderr for a page that was read but holds nothing to assess."""
    click.echo(f"tracewire: {_shown(locator)}: not assessable: {reason or 'no article text found'}", err=True)


def _shown(locator: str) -> str:
    """The target as it may be printed: no password, no control characters, of bounded length."""
    from audit.capture.addresses import redacted

    plain = "".join(c if c.isprintable() else "?" for c in redacted(locator))
    return plain if len(plain) <= 200 else plain[:199] + "…"
