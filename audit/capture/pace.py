"""Politeness: a pause between two requests to the same host."""

from __future__ import annotations

import time
from collections.abc import Callable
from urllib.parse import urlsplit

from audit.capture.fetcher import Fetched, Fetcher
from audit.capture.limits import Limits

MOST_DELAY = 60.0
"""A site that wants more between two requests is asked no more often than this."""


class PoliteFetcher:
    """A fetcher that waits `delay` seconds between two requests to one host, or longer where the site wants it."""

    def __init__(
        self,
        fetcher: Fetcher,
        delay: float = 1.0,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._fetcher = fetcher
        self._delay = delay
        self._clock = clock
        self._sleep = sleep
        self._last: dict[str, float] = {}
        self._wanted: dict[str, float] = {}

    def slow_down(self, url: str, seconds: float) -> None:
        """From now on wait `seconds` between two requests to the host of `url`, at most `MOST_DELAY`."""
        self._wanted[_host(url)] = min(seconds, MOST_DELAY)

    def fetch(self, url: str, limits: Limits) -> Fetched:
        """The answer at `url`, when its host's turn has come."""
        host = _host(url)
        pause = max(self._delay, self._wanted.get(host, 0.0))
        if host in self._last and (left := self._last[host] + pause - self._clock()) > 0:
            self._sleep(left)
        try:
            return self._fetcher.fetch(url, limits)
        finally:
            self._last[host] = self._clock()


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").lower()
