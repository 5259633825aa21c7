"""The names of entries: readable, safe on every system, and the same for the same capture."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from urllib.parse import urlsplit

from audit.model import Audit

_LONGEST = 60
_NOT_PLAIN = re.compile("[^a-z0-9]+")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])-")
ENTRY = re.compile(r"[0-9]{4}/[0-9]{2}/[a-z0-9-]{1,60}-[0-9a-f]{8}(-[0-9]{1,6})?")
"""What the path of an entry looks like; nothing else is ever taken for one."""


def slug(audit: Audit) -> str:
    """A few ASCII words from the headline; failing that from the address or the name of what was audited."""
    host = ""
    if audit.capture.url:
        try:
            host = urlsplit(audit.capture.url).hostname or ""
        except ValueError:
            host = ""
    name = audit.target.name if audit.target.kind != "url" else ""
    for words in (audit.page.headline, host, name.rpartition(".")[0] or name):
        plain = _plain(words or "")
        if len(plain) > 2:
            return plain
    return "page"


def hash8(audit: Audit) -> str:
    """Eight hexadecimal digits from the capture's bytes, address and time."""
    record = audit.capture
    whole = f"{record.sha256}\n{record.url or audit.target.name}\n{record.captured_at}"
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def folder(audit: Audit) -> str:
    """`2026/11`: year and month of the capture; `0000/00` where its time cannot be read."""
    found = _MONTH.match(audit.capture.captured_at)
    return f"{found[1]}/{found[2]}" if found else "0000/00"


def _plain(words: str) -> str:
    folded = unicodedata.normalize("NFKD", words[:400].casefold().replace("ß", "ss"))
    ascii_only = folded.encode("ascii", "ignore").decode("ascii")
    plain = _NOT_PLAIN.sub("-", ascii_only).strip("-")
    if len(plain) <= _LONGEST:
        return plain
    cut = plain[: _LONGEST + 1].rfind("-")
    return plain[: cut if cut > _LONGEST // 2 else _LONGEST].strip("-")
