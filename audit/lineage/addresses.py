"""Addresses compared: whether two are one page's."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode

_ASIDE = re.compile(r"utm_\w+|fbclid|gclid|ref|source|cmpid|amp|outputtype|output|__twitter_impression", re.IGNORECASE)
"""Parts of a query that say how a reader came, not what is shown."""


def bare(address: str) -> str:
    """An address without what does not tell one page from another: scheme, `www.`, fragment, tracking, a slash at the end."""
    plain, _, query = address.partition("#")[0].partition("?")
    host_and_path = plain.partition("://")[2].casefold().removeprefix("www.").rstrip("/")
    kept = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not _ASIDE.fullmatch(name)]
    return f"{host_and_path}?{urlencode(kept)}" if kept else host_and_path
