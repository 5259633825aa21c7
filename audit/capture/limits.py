"""What one capture may cost, and what it may touch."""

from __future__ import annotations

from audit.model import Frozen


class Limits(Frozen, frozen=True):
    """Bounds on reading one target. Times are seconds, sizes are bytes.

    The defaults suit a news page with room to spare: the largest page of our samples has 3 MB.
    """

    max_bytes: int = 20_000_000
    """Longest page, after decompression, and longest exchange on the wire (`--max-bytes`)."""
    timeout: float = 30.0
    """Longest time for a target in all: every redirect, every retry (`--timeout`)."""
    connect_timeout: float = 10.0
    """Longest time to look up a name, and to connect."""
    silence_timeout: float = 15.0
    """Longest time without a byte, from the request to the first byte of the answer and between later ones."""
    max_redirects: int = 10
    max_header_bytes: int = 100_000
    """Longest status line and headers of one answer."""
    max_address_length: int = 8_000
    retries: int = 2
    """How often a transient failure (a dropped connection, 429, 502, 503, 504) is tried again."""
    backoff: float = 0.5
    """The wait before the first retry; it doubles, and a `Retry-After` that fits into `timeout` is kept to."""
    allow_private: bool = False
    """Allow private and loopback addresses, for a newsroom's own systems (`--allow-private`)."""
    offline: bool = False
    """Refuse every fetch (`--offline`)."""
    proxy: str | None = None
    """Proxy address; without it `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and `NO_PROXY` count."""
