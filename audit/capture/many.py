"""Many targets, one after another: each gives captures or the error that says why not; none stops the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from audit.capture.assemble import capture_all
from audit.capture.feeds import FeedTargetError
from audit.capture.fetcher import Fetcher
from audit.capture.limits import Limits
from audit.capture.target import target_for
from audit.errors import ContentError, TargetError, UsageError
from audit.model import Capture, Frozen, Target

if TYPE_CHECKING:
    from audit.capture.fetch import HttpFetcher


class Outcome(Frozen, frozen=True):
    """What became of the target `locator`: a capture, or the error."""

    locator: str
    capture: Capture | None = None
    error: TargetError | UsageError | None = None


def capture_each(
    targets: Iterable[str | Target],
    *,
    clock: Callable[[], datetime],
    limits: Limits | None = None,
    fetcher: Fetcher | None = None,
) -> Iterator[Outcome]:
    """An outcome for every page of every target, in order; a target that fails half-way gives its pages and an error.

    `clock` gives the time of each capture. `polite` makes a fetcher for addresses that nobody asked for one by one.
    """
    for given in targets:
        locator = given if isinstance(given, str) else given.locator
        try:
            target = target_for(given) if isinstance(given, str) else given
            for found in capture_all(target, now=clock(), limits=limits, fetcher=fetcher):
                yield Outcome(locator, found)
        except (TargetError, UsageError) as error:
            yield Outcome(locator, None, error)


def articles_of(
    target: Target,
    found: FeedTargetError,
    *,
    clock: Callable[[], datetime],
    limits: Limits | None = None,
    fetcher: Fetcher,
    most: int,
    begin: Callable[[str], None] = lambda _: None,
) -> Iterator[Outcome]:
    """An outcome for each article of the feed that was `found` at `target`, at most `most`; an error where it has none.

    `begin` is told each article's address before it is fetched.
    """
    from audit.capture.listing import articles

    def opened(sitemap: Target) -> FeedTargetError:
        try:
            next(capture_all(sitemap, now=clock(), limits=limits, fetcher=fetcher))
        except FeedTargetError as inside:
            return inside
        raise ContentError(f"{sitemap.locator} is no sitemap", "check the address of the feed")

    pages = articles(target, found, opened, most)
    while True:
        try:
            page = next(pages)
        except StopIteration:
            return
        except TargetError as error:
            yield Outcome(target.locator, None, error)
            return
        begin(page.locator)
        yield from capture_each([page], clock=clock, limits=limits, fetcher=fetcher)


class Fetchers:
    """The fetchers of one run, over the same connections, made when they are asked for. Close them after use."""

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache

    @cached_property
    def _http(self) -> HttpFetcher:
        from audit.capture.fetch import HttpFetcher

        if self._cache is None:
            return HttpFetcher()
        from audit.capture.http_cache import HttpCache

        return HttpFetcher(cache=HttpCache(self._cache))

    @cached_property
    def asked(self) -> Fetcher:
        """For a page that a person asks for: what robots.txt says is noted."""
        from audit.capture.robots import RobotsFetcher

        return RobotsFetcher(self._http, obey=False)

    @cached_property
    def listed(self) -> Fetcher:
        """For addresses that nobody asked for one by one: robots.txt is obeyed, hosts are given time."""
        return polite(self._http)

    def close(self) -> None:
        """Close the connections, if there are any."""
        if "_http" in self.__dict__:
            self._http.close()


def polite(fetcher: Fetcher, delay: float = 1.0) -> Fetcher:
    """A fetcher that obeys robots.txt, its crawl delay included, and waits between two requests to one host."""
    from audit.capture.pace import PoliteFetcher
    from audit.capture.robots import RobotsFetcher

    pace = PoliteFetcher(fetcher, delay)
    return RobotsFetcher(pace, tell=pace.slow_down)
