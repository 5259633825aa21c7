"""robots.txt (RFC 9309): what a site asks of programs, asked once a site, heard and recorded.

For lists, feeds and corpora it is obeyed. A single page that a person asks for is fetched all the same, as a browser
would fetch it; whoever wants the site's wish on record there puts this in front with `obey=False`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec

from audit.capture.addresses import check_url
from audit.capture.fetcher import Fetched, Fetcher
from audit.capture.limits import Limits
from audit.errors import AddressError, TargetError
from audit.model import Frozen

if TYPE_CHECKING:
    from protego import Protego

AGENT = "tracewire"
_MOST_BYTES = 512_000
"""RFC 9309 asks for 500 KiB at least."""
_TIMEOUT = 10.0


class Wish(Frozen, frozen=True):
    """What a site's robots.txt says of an address; `delay` is the seconds it wants between two requests."""

    allowed: bool
    because: str
    delay: float | None = None


class RobotsFetcher:
    """A fetcher that asks for robots.txt first, once for each scheme, host and port.

    With `obey`, an address that is disallowed raises AddressError; without, it is fetched and a note says so. `tell`
    is told the pause that a site wants between two requests.
    """

    def __init__(
        self, fetcher: Fetcher, *, obey: bool = True, tell: Callable[[str, float], None] | None = None
    ) -> None:
        self._fetcher = fetcher
        self._tell = tell
        self._obey = obey
        self._known: dict[str, Protego | Wish] = {}

    def fetch(self, url: str, limits: Limits) -> Fetched:
        """The answer at `url`, with a note of what robots.txt says."""
        wish = self.wish(url, limits)
        if self._obey and not wish.allowed:
            raise AddressError(
                f"{url} is not fetched: {wish.because}", "give the single page on its own to fetch it all the same"
            )
        if self._tell and wish.delay is not None:
            self._tell(url, wish.delay)
        fetched = self._fetcher.fetch(url, limits)
        return msgspec.structs.replace(fetched, notes=(*fetched.notes, f"{wish.because[0].upper()}{wish.because[1:]}."))

    def wish(self, url: str, limits: Limits) -> Wish:
        """What the site's robots.txt says of `url`.

        As RFC 9309 has it: none (4xx) allows everything; one that cannot be had (5xx, no answer) allows nothing.
        """
        parts = check_url(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._known:
            self._known[site] = self._ask(site, limits)
        rules = self._known[site]
        if isinstance(rules, Wish):
            return rules
        allowed = bool(rules.can_fetch(url, AGENT))
        delay = rules.crawl_delay(AGENT)
        said = "allows it" if allowed else "asks programs not to fetch it"
        return Wish(allowed, f"the site's robots.txt {said}", float(delay) if delay is not None else None)

    def _ask(self, site: str, limits: Limits) -> Protego | Wish:
        bounds = msgspec.structs.replace(
            limits, max_bytes=_MOST_BYTES, timeout=min(limits.timeout, _TIMEOUT), retries=0, max_redirects=5
        )
        try:
            answer = self._fetcher.fetch(f"{site}/robots.txt", bounds)
        except TargetError as error:
            return Wish(False, f"the site's robots.txt cannot be had ({error.message})")
        if answer.status >= 500 or answer.status == 429:
            return Wish(False, f"the site's robots.txt cannot be had (status {answer.status})")
        if not 200 <= answer.status < 300:
            return Wish(True, f"the site has no robots.txt (status {answer.status})")
        from protego import Protego

        return Protego.parse(answer.content.decode("utf-8", "replace"))
