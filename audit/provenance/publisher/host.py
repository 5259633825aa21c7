"""The host on which a page stands: its address, or what the most of a saved page's own traces agree on."""

from __future__ import annotations

import re

from audit.lexicon.word_sets import words_of
from audit.model import Address, Evidence, Markup, Page
from audit.provenance.credits.naming import host_of, site

_HOST_WEIGHTS: dict[str, float] = {
    "saved-from": 5.0, "canonical": 1.5, "site-url": 1.5, "amphtml": 1.0, "feed": 1.2, "published-at": 1.0,
}  # fmt: skip
_SUBDOMAINS = ("www.", "m.", "amp.", "mobile.", "wap.", "en.", "edition.")
_PRINT = re.compile(r"^\d{1,3}(?:\.\d{1,3}){3}$")
_ELSEWHERE = words_of("sharing-host")
HOSTING = words_of("hosting")


def host_of_page(page: Page) -> tuple[str, tuple[Evidence, ...], tuple[Evidence, ...]]:
    """The host, what shows it, and what names another."""
    own = host_of(page.url) if page.url else ""
    votes: dict[str, float] = {}
    shown: dict[str, list[Evidence]] = {}
    hosts: dict[str, str] = {}
    linked = False
    feeds: set[str] = set()
    for said in page.declared:
        if said.name == "link-host":
            host, _, count = said.value.partition(" ")
            weight = min(3.0, int(count) / 7) * (0.3 if linked else 1.0)
            linked = True
        else:
            weight = _HOST_WEIGHTS.get(said.name, 0.0)
            host = host_of(said.value) if weight else ""
        key = site(host)
        if not host or "." not in host or _PRINT.match(host) or key in _ELSEWHERE:
            continue
        if said.name == "feed":
            weight *= key not in feeds  # ten feeds of a podcast host are no ten votes for it
            feeds.add(key)
        votes[key] = votes.get(key, 0.0) + weight
        hosts.setdefault(key, host)
        shown.setdefault(key, []).append(Markup(said.place, said.value))
    if own:
        others = [
            e
            for key, found in shown.items()
            if key != site(own)
            for e in found
            if "canonical" in getattr(e, "place", "")
        ]
        return own, (Address("host", own),), tuple(others[:2])
    if not votes:
        return "", (), ()
    best = max(votes, key=lambda key: votes[key])
    if votes[best] < 0.5:
        return "", (), ()
    others = [e for key, found in shown.items() if key != best for e in found if "canonical" in getattr(e, "place", "")]
    return hosts[best], tuple(shown[best][:3]), tuple(others[:2])


def domain_of(host: str) -> str | None:
    """The host without the labels under which one site serves the same pages to phones and the like."""
    for start in _SUBDOMAINS:
        if host.startswith(start) and host.count(".") > 1:
            host = host[len(start) :]
            break
    return host or None
