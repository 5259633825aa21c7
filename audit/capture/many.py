"""Many targets, one after another: each gives captures or the error that says why not; none stops the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime

from audit.capture.assemble import capture_all
from audit.capture.fetcher import Fetcher
from audit.capture.limits import Limits
from audit.capture.target import target_for
from audit.errors import TargetError, UsageError
from audit.model import Capture, Frozen


class Outcome(Frozen, frozen=True):
    """What became of the target `locator`: a capture, or the error."""

    locator: str
    capture: Capture | None = None
    error: TargetError | UsageError | None = None


def capture_each(
    locators: Iterable[str], *, clock: Callable[[], datetime], limits: Limits | None = None, fetcher: Fetcher
) -> Iterator[Outcome]:
    """An outcome for every page of every target, in order; a target that fails half-way gives its pages and an error.

    `clock` gives the time of each capture. `polite` makes a fetcher for addresses that nobody asked for one by one.
    """
    for locator in locators:
        try:
            for found in capture_all(target_for(locator), now=clock(), limits=limits, fetcher=fetcher):
                yield Outcome(locator, found)
        except (TargetError, UsageError) as error:
            yield Outcome(locator, None, error)


def polite(fetcher: Fetcher, delay: float = 1.0) -> Fetcher:
    """A fetcher that obeys robots.txt, its crawl delay included, and waits between two requests to one host."""
    from audit.capture.pace import PoliteFetcher
    from audit.capture.robots import RobotsFetcher

    pace = PoliteFetcher(fetcher, delay)
    return RobotsFetcher(pace, tell=pace.slow_down)
