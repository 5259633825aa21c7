"""Who publishes the page."""

from __future__ import annotations

from .finding import find_publisher
from .speakers import speaker_name

__all__ = ["find_publisher", "speaker_name"]
