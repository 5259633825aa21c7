"""What browsers write into a page that they save as HTML: where it came from, and when."""

from __future__ import annotations

import re

from audit.capture.saved_page import web_address

_WINDOW = 8_192
_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d{4}\)([^\s>]{4,2000}?)\s*-->", re.I)
_SINGLE_FILE = re.compile(
    rb"<!--\s*Page saved with SingleFile\s+url:\s*(\S{4,2000})\s+saved date:\s*([^\r\n]{1,80})", re.I
)


def saved_from(content: bytes) -> tuple[str | None, tuple[str, ...]]:
    """The address in a browser's "saved from" comment, and notes about it.

    Chrome, Edge and Internet Explorer write `<!-- saved from url=(0042)https://… -->`; SingleFile writes address and
    date. Firefox and Safari write nothing.
    """
    head = content[:_WINDOW]
    if found := _SINGLE_FILE.search(head):
        url = web_address(found[1].decode("latin-1"))
        date = "".join(c for c in found[2].decode("latin-1").strip() if c.isprintable())
        note = f"Saved with SingleFile at {date}: the page as the browser had built it, after its scripts ran."
        return url, (note, *([_ADDRESS] if url else []))
    if found := _SAVED_FROM.search(head):
        url = web_address(found[1].decode("latin-1"))
        return url, ((_ADDRESS,) if url else ())
    return None, ()


_ADDRESS = "The page's address is the one that the browser noted when it saved the file."
