"""tracewire audits where a news page's words come from."""

from __future__ import annotations

from audit.version import __version__

__all__ = ["__version__"]
