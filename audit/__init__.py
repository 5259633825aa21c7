"""tracewire audits where a news page's words come from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.version import __version__

if TYPE_CHECKING:
    from audit.page import extract

__all__ = ["__version__", "extract"]


def __getattr__(name: str) -> object:
    """Public names that live on a floor are imported when they are first asked for."""
    if name == "extract":
        from audit.page import extract

        return extract
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
