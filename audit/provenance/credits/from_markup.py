"""Credits in what the markup declares and in the page's address.

A value counts where it names an outlet that is not the publisher. An author that is an agency, a wire distributor of the
CMS, a counter of republished stories say outright whose text it is; a foreign canonical address, a supplier in the
structured data nearly so; a word in the path of the address is only a hint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.model import Address, Credit, CreditRole, Declared, Markup, Node, Outlet, Page, Publisher
from audit.provenance.outlet_names import common_name

from .authors import author_credits
from .naming import (
    copyright_name,
    host_of,
    is_publisher,
    known,
    names_in,
    path_of,
    site,
    tidy,
)

_SUPPLY: dict[str, tuple[CreditRole, float]] = {
    "provider": ("carried", 0.75),
    "source-organization": ("carried", 0.75),
    "credit-text": ("carried", 0.7),
    "copyright-holder": ("carried", 0.6),
    "distributor": ("carried", 0.8),
    "author-organization": ("carried", 0.75),
    "rights": ("carried", 0.5),
}
"""Fields that name a supplier of the text: role and strength."""
_ADDRESSES: dict[str, tuple[CreditRole, float]] = {
    "is-based-on": ("republished", 0.7),
    "syndication-source": ("republished", 0.8),
    "original-source": ("republished", 0.7),
    "translation-of": ("translated", 0.8),
    "canonical": ("republished", 0.7),
}
"""Fields that hold the address of another page: role and strength where that page is elsewhere."""
_PATHS: dict[str, str] = {
    "ap-news": "Associated Press", "ap": "Associated Press", "apnews": "Associated Press", "afp": "AFP", "afp-news": "AFP",
    "reuters": "Reuters", "pti-news": "PTI", "pti": "PTI", "ians": "IANS", "ani": "ANI", "dpa": "dpa", "xinhua": "Xinhua",
    "prnewswire": "PR Newswire", "pr-newswire": "PR Newswire", "globenewswire": "GlobeNewswire", "businesswire": "Business Wire",
    "newsfile": "Newsfile", "accesswire": "ACCESSWIRE", "cnn-newsource": "CNN", "efe": "EFE", "ansa": "ANSA", "apa": "APA",
}  # fmt: skip
"""Folders of an address by which sites file agency copy."""


def from_markup(page: Page, publisher: Publisher) -> list[Credit]:
    """Credits found in markup and address, weak ones among them."""
    return [
        *_authors(page, publisher),
        *_supply(page, publisher),
        *_elsewhere(page, publisher),
        *_counters(page, publisher),
        *_path(page, publisher),
    ]


_OF_KIND: dict[str, CreditRole] = {
    "release-wire": "release", "syndicator": "distributed", "republisher": "republished",
}  # fmt: skip
"""What a text is to an outlet of a kind where the markup only says that it is theirs."""


def _credit(role: CreditRole, name: str, said: Declared, strength: float, outlet: Outlet | None = None) -> Credit:
    if outlet is not None and role == "carried":
        role = _OF_KIND.get(outlet.kind, role)
    node = Node(name, "intermediary" if role == "distributed" else "provider")
    return Credit(role, node, f"markup.{said.name}", Markup(said.place, said.value), strength=strength, slot="markup")


def _authors(page: Page, publisher: Publisher) -> Iterator[Credit]:
    for said, name, outlet, joint, strength in author_credits(page, publisher):
        yield _credit("mixed" if joint else "carried", name, said, strength, outlet)


def _supply(page: Page, publisher: Publisher) -> Iterator[Credit]:
    categories = {said.value.strip().lower() for said in page.declares("distributor-category")}
    for name, (role, strength) in _SUPPLY.items():
        for said in page.declares(name):
            if name == "distributor" and categories and not categories & {"wires", "wire", "other", "freelance"}:
                continue
            words = (
                copyright_name(said.value) or said.value
                if name in ("rights", "credit-text", "copyright-holder")
                else said.value
            )
            words = tidy(words)
            if not words or len(words) > 90 or "://" in words:
                continue
            found = names_in(words, any_name=False)
            for outlet_name, outlet in found:
                if not is_publisher(outlet_name, outlet, publisher) and (outlet is None or _supplies(outlet, name)):
                    surer = 0.9 if "wires" in categories else strength
                    yield _credit(role, outlet_name, said, surer, outlet)


def _supplies(outlet: Outlet, field: str) -> bool:
    """A copyright line may name the owner of the house; only agencies and their like supply by it."""
    return field not in ("rights", "copyright-holder") or outlet.kind in ("agency", "syndicator", "release-wire")


def _elsewhere(page: Page, publisher: Publisher) -> Iterator[Credit]:
    """Addresses of another site. A page that is its own canonical says nothing, nor does a sister site."""
    from audit.lexicon.outlets import by_host

    own = {site(publisher.domain)} if publisher.domain else set()
    if page.url:
        own.add(site(host_of(page.url)))
    if not own:
        return
    # A page that says in one field that it lives here, and in `rel=canonical` that it lives elsewhere, is a copy of that.
    at_home = any(site(host_of(d.value)) in own for d in page.declares("canonical") if "rel=canonical" not in d.place)
    for name, (role, strength) in _ADDRESSES.items():
        for said in page.declares(name):
            host = host_of(said.value)
            if (
                not host
                or "." not in host
                or site(host) in own
                or (name == "canonical" and "rel=canonical" not in said.place)
            ):
                continue
            outlet = by_host(host)
            label = common_name(outlet) if outlet else host.removeprefix("www.")
            if outlet is None and name == "canonical" and _same_house(host, own):
                continue
            if name in ("is-based-on", "original-source") and (
                outlet is None or outlet.kind in ("official", "website", "unknown")
            ):
                continue  # a study or a statement that the text rests on is its subject, not its first print
            if not is_publisher(label, outlet, publisher):
                given = role if publisher.kind != "aggregator" or role != "republished" else "carried"
                sure = strength if outlet or name == "syndication-source" or at_home else strength - 0.15
                yield _credit(given, label, said, sure, outlet)


def _same_house(host: str, own: set[str]) -> bool:
    """Whether two hosts share their name under different top-level domains."""
    return any(site(host).split(".")[0] == mine.split(".")[0] for mine in own)


def _counters(page: Page, publisher: Publisher) -> Iterator[Credit]:
    for said in page.declares("republish-counter"):
        found = names_in(said.value, any_name=True)
        for name, outlet in found[:1]:
            if not is_publisher(name, outlet, publisher):
                yield _credit("republished", name, said, 0.95 if outlet else 0.6)


_SECTION = re.compile(
    r"([a-z]{2,9})-(?:us|u-s|world|national|international|business|sports|top|politics|health|science)-?(?:news|headlines|wire)?"
)
SECTION = 0.75
"""Strength of a section of the site that bears an agency's name and its desk's: nothing but its copy is filed there."""


def _path(page: Page, publisher: Publisher) -> Iterator[Credit]:
    for part in path_of(page).split("/")[:-1]:
        name, strength = _PATHS.get(part), 0.5
        if name is None and (desk := _SECTION.fullmatch(part)):
            name, strength = _PATHS.get(desk[1]), SECTION
        outlet = known(name) if name else None
        if name and not is_publisher(common_name(outlet) if outlet else name, outlet, publisher):
            role: CreditRole = "release" if outlet is not None and outlet.kind == "release-wire" else "carried"
            node = Node(common_name(outlet) if outlet else name, "provider")
            yield Credit(role, node, "address.path", Address("path", part), strength=strength, slot="address")
