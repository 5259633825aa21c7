"""A page taken out of a saved format."""

from __future__ import annotations

import re

from audit.capture.fetcher import Fetched
from audit.capture.mediatype import MediaType
from audit.model import Frozen

_DATE = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)[T ]?(\d\d):?(\d\d):?(\d\d)(?:\.\d+)?(?:Z|\+00:?00)?\Z")


class SavedPage(Frozen, frozen=True):
    """The page's bytes and what the format keeps beside them.

    `saved_at` is RFC 3339 in UTC where the format records when the bytes came over the network; then it is the time of
    the capture, and ours is not. `fetched` is the stored HTTP exchange.
    """

    content: bytes
    url: str | None = None
    media: MediaType | None = None
    saved_at: str | None = None
    fetched: Fetched | None = None
    notes: tuple[str, ...] = ()


def utc_second(date: str) -> str | None:
    """A WARC or CDX date as RFC 3339 to the second; None for what is no such date."""
    found = _DATE.match(date.strip())
    if not found:
        return None
    year, month, day, hour, minute, second = found.groups()
    if not ("01" <= month <= "12" and "01" <= day <= "31" and hour <= "23" and minute <= "59" and second <= "60"):
        return None
    return f"{year}-{month}-{day}T{hour}:{minute}:{second}Z"


def web_address(value: str | None) -> str | None:
    """`value` where it is an http or https address without credentials, else None."""
    from audit.capture.addresses import check_url
    from audit.errors import AddressError

    if not value:
        return None
    try:
        check_url(value.strip())
    except AddressError:
        return None
    return value.strip()
