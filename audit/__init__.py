"""tracewire audits where a news page's words come from.

`audit.audit(target)` gives an `audit.model.Audit`; `audit.extract(html)` gives a page's reporting as text. Both import
what they need when they are called: `import audit` costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from audit.version import __version__

if TYPE_CHECKING:
    from audit.page import extract
    from audit.pipeline import audit_target as audit

__all__ = ["__version__", "audit", "extract"]


def __getattr__(name: str) -> object:
    """Public names that live on a floor are imported when they are first asked for."""
    if name == "extract":
        from audit.page import extract

        return extract
    if name == "audit":
        from audit.pipeline import audit_target

        return audit_target
    raise AttributeError(f"module 'audit' has no attribute {name!r}")
