"""Mementos (RFC 7089): an archive's copy of a page, of which the archived time and address count, not ours.

Only archives that are known to be archives are believed. Any server can send the headers, and a page must not be able
to give itself another publisher's address.
"""

from __future__ import annotations

import re
from datetime import UTC
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from audit.capture.fetcher import Fetched
from audit.capture.saved_page import web_address
from audit.model import Frozen

ARCHIVES = (
    "archive.org", "archive-it.org", "archive.today", "archive.ph", "archive.is", "archive.li", "archive.vn", "archive.fo",
    "archive.md", "arquivo.pt", "perma.cc", "nationalarchives.gov.uk", "webarchive.org.uk", "webarchive.nla.gov.au",
    "webarchive.loc.gov", "vefsafn.is", "swap.stanford.edu", "webharvest.gov", "padi.cat", "webarchiv.cz", "haw.nsk.hr",
    "veebiarhiiv.digar.ee", "ukwa.uk", "conifer.rhizome.org",
)  # fmt: skip
"""Hosts of public web archives that speak Memento; their subdomains count."""

_LINK = re.compile(r"<([^<>\s]{1,4000})>([^<]{0,500})")
_ORIGINAL = re.compile(r""";\s*rel\s*=\s*"?(?:[a-z -]*\s)?original(?:\s[a-z -]*)?["\s;,]""", re.I)


class Memento(Frozen, frozen=True):
    """The page's own address, where the archive gives it, and when it was archived, RFC 3339 in UTC."""

    url: str | None
    archived_at: str


def memento(fetched: Fetched) -> tuple[Memento | None, tuple[str, ...]]:
    """What an archive says of the copy it sent, and notes; None where the answer is no memento of a known archive."""
    stamp = fetched.header("memento-datetime")
    if stamp is None:
        return None, ()
    try:
        archived = parsedate_to_datetime(stamp).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, TypeError, OverflowError):
        return None, ()
    links = ", ".join(v for k, v in fetched.headers if k.lower() == "link")[:20_000]
    original = next((web_address(url) for url, said in _LINK.findall(links) if _ORIGINAL.search(said + ",")), None)
    host = urlsplit(fetched.url).hostname or ""
    if not any(host == archive or host.endswith(f".{archive}") for archive in ARCHIVES):
        return None, (
            "The server calls this an archived copy, but it is not an archive we know: its own address counts.",
        )
    note = (
        f"An archived copy of {archived}, fetched from {host}; the archive may have added a banner and changed links."
    )
    return Memento(original, archived), (note,)
