"""Safari's web archive: a property list whose main resource is the page."""

from __future__ import annotations

import plistlib

from audit.capture.mediatype import MediaType
from audit.capture.saved_page import SavedPage, web_address


def read_webarchive(content: bytes) -> SavedPage | None:
    """The page of a web archive; None where it has none, or where the property list is damaged."""
    try:
        tree = plistlib.loads(content)
    except Exception:  # plistlib lets its stack, expat and the codecs fail as they will on damaged input
        return None
    main = tree.get("WebMainResource") if isinstance(tree, dict) else None
    if not isinstance(main, dict):
        return None
    data = main.get("WebResourceData")
    if not isinstance(data, bytes):
        return None
    url = _text(main.get("WebResourceURL"))
    charset = _text(main.get("WebResourceTextEncodingName"))
    notes = ["Taken from a Safari web archive: the page as the browser received it."]
    if url := web_address(url):
        notes.append("The page's address is the one in the web archive.")
    kind = _text(main.get("WebResourceMIMEType")) or "text/html"
    return SavedPage(data, url, MediaType(kind.lower(), charset), notes=tuple(notes))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None
