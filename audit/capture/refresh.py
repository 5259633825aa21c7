"""`<meta http-equiv="refresh">`: a page that sends browsers on. It is noted and not followed."""

from __future__ import annotations

import re

_WINDOW = 65_536
_META = re.compile(r"<meta\s[^<>]{0,2000}>", re.I)
_IS_REFRESH = re.compile(r"http-equiv\s*=\s*[\"']?\s*refresh", re.I)
_CONTENT = re.compile(r"""content\s*=\s*(["'])\s*(\d{0,6})[\d.]{0,9}\s*[;,]\s*url\s*=\s*["']?([^"'<>]{1,2000})""", re.I)


def sent_on(html: str) -> tuple[str, int] | None:
    """The address that the page sends browsers on to, as written, and after how many seconds; None where it does not.

    A page that reloads itself has no address there and does not count.
    """
    for tag in _META.findall(html[:_WINDOW]):
        if _IS_REFRESH.search(tag) and (found := _CONTENT.search(tag)):
            return found[3].strip(), int(found[2] or 0)
    return None


def refresh_note(html: str) -> tuple[str, ...]:
    """The note about it, if any."""
    found = sent_on(html)
    if found is None:
        return ()
    address = "".join(c for c in found[0] if c.isprintable())[:300]
    return (f"The page sends browsers on to {address} after {found[1]} seconds; that was not followed.",)
