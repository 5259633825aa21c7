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
from audit.model import Exchange, Frozen

if TYPE_CHECKING:
    from protego import Protego

AGENT = "tracewire"
_MOST_BYTES = 512_000
"""RFC 9309 asks for 500 KiB at least."""
_TIMEOUT = 10.0
_TIMEOUT_NOTED = 5.0
"""Seconds for a wish that is only noted."""


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
        self._exchanges: dict[str, tuple[Exchange, ...]] = {}

    def fetch(self, url: str, limits: Limits) -> Fetched:
        """The answer at `url`, with a note of what robots.txt says, and the exchange of asking for it."""
        if not self._obey:
            return self._noted(url, limits)
        if limits.offline:
            return self._fetcher.fetch(url, limits)
        asked = len(self._known)
        wish = self.wish(url, limits)
        if not wish.allowed:
            raise AddressError(
                f"{url} is not fetched: {wish.because}", "give the single page on its own to fetch it all the same"
            )
        if self._tell and wish.delay is not None:
            self._tell(url, wish.delay)
        return self._with_note(self._fetcher.fetch(url, limits), url, wish, len(self._known) > asked)

    def _noted(self, url: str, limits: Limits) -> Fetched:
        """The page first: where it cannot be had, its site is not asked for more."""
        fetched = self._fetcher.fetch(url, limits)
        if not 200 <= fetched.status < 300 or fetched.cached_at is not None:
            return fetched
        asked = len(self._known)
        wish = self.wish(url, msgspec.structs.replace(limits, timeout=min(limits.timeout, _TIMEOUT_NOTED)))
        return self._with_note(fetched, url, wish, len(self._known) > asked)

    def _with_note(self, fetched: Fetched, url: str, wish: Wish, new: bool) -> Fetched:
        asking = self._exchanges.get(_site(url), ()) if new else ()
        note = f"{wish.because[0].upper()}{wish.because[1:]}."
        return msgspec.structs.replace(fetched, notes=(*fetched.notes, note), exchanges=(*asking, *fetched.exchanges))

    def wish(self, url: str, limits: Limits) -> Wish:
        """What the site's robots.txt says of `url`.

        As RFC 9309 has it: none (4xx) allows everything; one that cannot be had (5xx, no answer) allows nothing.
        """
        site = _site(url)
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
        self._exchanges[site] = answer.exchanges
        if answer.status >= 500 or answer.status == 429:
            return Wish(False, f"the site's robots.txt cannot be had (status {answer.status})")
        if not 200 <= answer.status < 300:
            return Wish(True, f"the site has no robots.txt (status {answer.status})")
        from protego import Protego

        return Protego.parse(answer.content.decode("utf-8", "replace"))


def _site(url: str) -> str:
    parts = check_url(url)
    return f"{parts.scheme}://{parts.netloc}"
