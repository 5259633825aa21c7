"""The seam between a capture and the network."""

from __future__ import annotations

from typing import Protocol

from audit.capture.limits import Limits
from audit.model import Exchange, Frozen, Redirect

Headers = tuple[tuple[str, str], ...]


class Fetched(Frozen, frozen=True):
    """What a fetch brought: the last answer, decompressed, and every exchange with the site on the way to it."""

    url: str
    """The final address."""
    status: int
    headers: Headers
    content: bytes
    redirects: tuple[Redirect, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    notes: tuple[str, ...] = ()
    cached_at: str | None = None
    """When the answer came over the network, RFC 3339 in UTC, where it is out of a cache: then it is no evidence."""

    def header(self, name: str) -> str | None:
        """The first header of that name, in any case."""
        return next((v for k, v in self.headers if k.lower() == name.lower()), None)


class Fetcher(Protocol):
    """Brings what stands at an address.

    A fetcher keeps to `limits`, follows redirects itself and returns any answer, whatever its status. It raises
    AddressError, FetchError or ContentError (an answer that is too large).
    """

    def fetch(self, url: str, limits: Limits) -> Fetched:
        """The answer at `url`."""
        ...
