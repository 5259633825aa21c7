"""What the commands that read targets have in common: the arguments, the loop, the errors a target may end in."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from audit.errors import TargetError, UsageError

if TYPE_CHECKING:
    from audit.capture import Limits
    from audit.capture.many import Fetchers, Outcome
    from audit.model import Capture

NOT_READ = 3
"""Exit code where a target could not be read or assessed."""

Decorated = Callable[..., Any]


def fetching_options(command: Decorated) -> Decorated:
    """Add the options that say how addresses are fetched: the same for every command that fetches."""
    for option in (
        click.option(
            "--allow-private", is_flag=True, help="Fetch from private addresses too, such as a newsroom's own CMS."
        ),
        click.option("--offline", is_flag=True, help="Fetch nothing."),
        click.option("--proxy", metavar="URL", help="Fetch through this proxy.  [default: HTTPS_PROXY and HTTP_PROXY]"),
        click.option("--max-bytes", type=click.IntRange(min=1), metavar="N", help="Largest page that is read."),
        click.option(
            "--timeout", type=click.FloatRange(min=0.1), metavar="SECONDS", help="Longest time for one address."
        ),
    ):
        command = option(command)
    return command


def reading_options(command: Decorated) -> Decorated:
    """Add the options that say how targets are read."""
    command = fetching_options(command)
    for option in (
        click.option(
            "--cache", metavar="DIR", help="Use answers kept in DIR again where HTTP allows it; the report says so."
        ),
        click.option(
            "--articles",
            type=click.IntRange(min=1),
            metavar="N",
            help="Most articles of a feed or sitemap.  [default: 100]",
        ),
        click.option("--publisher", metavar="NAME", help="Who published it, as you know it; kept as stated by you."),
        click.option("--url", metavar="URL", help="Where a saved or pasted page comes from; kept as stated by you."),
        click.option(
            "--list",
            "lists",
            multiple=True,
            metavar="FILE",
            help="Targets from FILE, one a line; robots.txt is obeyed.",
        ),
        click.argument("targets", nargs=-1, metavar="TARGET..."),
    ):
        command = option(command)
    return command


class Reading(NamedTuple):
    """The reading options of one command."""

    targets: tuple[str, ...]
    lists: tuple[str, ...] = ()
    url: str | None = None
    publisher: str | None = None
    timeout: float | None = None
    max_bytes: int | None = None
    proxy: str | None = None
    offline: bool = False
    allow_private: bool = False
    cache: str | None = None
    articles: int | None = None

    def limits(self) -> Limits:
        """The limits that the options ask for; what is not given keeps its default."""
        from audit.capture import Limits

        given: dict[str, Any] = {"timeout": self.timeout, "max_bytes": self.max_bytes, "proxy": self.proxy}
        given |= {"offline": self.offline, "allow_private": self.allow_private}
        return Limits(**{name: value for name, value in given.items() if value is not None})

    def locators(self) -> tuple[str, ...]:
        """All targets, those of the lists last. Raises UsageError where there is none or they do not go together."""
        listed = [entry for name in self.lists for entry in _entries(name)]
        every = (*self.targets, *listed)
        if not every:
            raise UsageError("no target given", "name a URL, a saved page, a text file, or - for standard input")
        if self.url is not None and len(every) > 1:
            raise UsageError("--url describes one page, but several targets are given", "audit them one by one")
        if every.count("-") + self.lists.count("-") > 1:
            raise UsageError("standard input is named twice", "give - once")
        return every


def _entries(name: str) -> tuple[str, ...]:
    from audit.capture.address_list import read_list

    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as problem:
        why = problem.strerror if isinstance(problem, OSError) else "it is no UTF-8 text"
        raise UsageError(
            f"{name}: the list cannot be read: {why}", "a list is a text file with one target a line"
        ) from problem
    return read_list(text)


def captures(reading: Reading, quiet: bool) -> Iterator[tuple[str, Capture | None]]:
    """Capture each target: every page of a container such as a WARC file, every article of a feed or sitemap.

    A target that cannot be read is reported on stderr and comes as None; the others go on.
    """
    from audit.capture.many import Fetchers

    every = reading.locators()
    fetchers = Fetchers(Path(reading.cache) if reading.cache else None)
    with contextlib.closing(fetchers):
        for number, locator in enumerate(every, 1):
            if len(every) > 1 and not quiet:
                click.echo(f"[{number}/{len(every)}] {_shown(locator)}", err=True)
            for outcome in _outcomes(locator, reading, fetchers, number > len(reading.targets), quiet):
                if isinstance(outcome.error, UsageError):
                    raise outcome.error
                if outcome.error is not None:
                    say_failure(outcome.locator, outcome.error)
                yield outcome.locator, outcome.capture


def _outcomes(locator: str, reading: Reading, fetchers: Fetchers, listed: bool, quiet: bool) -> Iterator[Outcome]:
    from audit.capture import target_for
    from audit.capture.feeds import FeedTargetError
    from audit.capture.listing import MOST_ARTICLES
    from audit.capture.many import Outcome, articles_of, capture_each

    try:
        target = target_for(locator, url=reading.url, publisher=reading.publisher)
    except TargetError as problem:
        yield Outcome(locator, None, problem)
        return
    limits = reading.limits()
    fetcher = None if target.kind != "url" else fetchers.listed if listed else fetchers.asked
    for outcome in capture_each([target], clock=_now, limits=limits, fetcher=fetcher):
        if not isinstance(outcome.error, FeedTargetError):
            yield outcome
            continue
        most = reading.articles or MOST_ARTICLES
        _say_feed(locator, len(outcome.error.feed.items), most, quiet)
        yield from articles_of(
            target, outcome.error, clock=_now, limits=limits, fetcher=fetchers.listed, most=most, begin=_begin(quiet)
        )


def _now() -> datetime:
    return datetime.now(UTC)


def _say_feed(locator: str, articles: int, most: int, quiet: bool) -> None:
    if articles > most:
        click.echo(f"tracewire: {_shown(locator)}: {articles} articles, of which the first {most} are taken", err=True)
    elif articles and not quiet:
        click.echo(f"{_shown(locator)}: {articles} {'article' if articles == 1 else 'articles'}", err=True)


def _begin(quiet: bool) -> Callable[[str], None]:
    return (lambda _: None) if quiet else lambda locator: click.echo(f"  {_shown(locator)}", err=True)


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
