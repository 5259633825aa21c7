"""Bytes in, evidence kept: `Target` → `Capture`.

`target_for` names what the user pointed at, `capture` reads it. Everything that touches the network sits behind the
`Fetcher` protocol; httpx is loaded by the first fetch and never for a file.
"""

from __future__ import annotations

from audit.capture.assemble import capture, capture_all
from audit.capture.fetcher import Fetched, Fetcher
from audit.capture.limits import Limits
from audit.capture.target import target_for

__all__ = ["Fetched", "Fetcher", "Limits", "capture", "capture_all", "target_for"]
