"""Hosts compared: whether an address leads to this site, to a named newsroom, or elsewhere."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import urlsplit

_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gob", "gov", "gv", "net", "or", "org"})
_NOT_NAME = re.compile(r"[\W_]+")


def host_of(address: str) -> str | None:
    """The host of an address, lower case and without `www.`; None for a path, a fragment or what is no address."""
    try:
        host = urlsplit(address.strip()).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def site_of(host: str) -> str:
    """The part of a host that one owner registers, near enough to compare two: `a.b.co.uk` → `b.co.uk`."""
    parts = host.rstrip(".").split(".")
    keep = 3 if len(parts) >= 3 and len(parts[-1]) == 2 and parts[-2] in _SECOND_LEVEL else 2
    return ".".join(parts[-keep:])


def same_site(one: str | None, other: str | None) -> bool:
    """True where both hosts are known and belong to one site."""
    return bool(one and other) and site_of(one or "") == site_of(other or "")


def plain(name: str) -> str:
    """A name reduced to letters and digits without accents: `Al-Bawaba News` → `albawabanews`, `Ámbito` → `ambito`."""
    return _NOT_NAME.sub("", unicodedata.normalize("NFKD", name).casefold())
