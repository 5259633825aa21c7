"""Who publishes: who runs the host on which the page stands, not who is named in `canonical`.

The user's word comes first and is marked as such. Then the host: the page's address or, on a saved page, the host that
the most of its own traces agree on (links, feeds, addresses of itself). The host's outlet, or what the page calls its
site, gives the name. Pasted text has no host: there the publisher is who speaks as one (the speaker of a notice, the
first name of an aggregator's prefix, the © line). What disagrees is kept as evidence beside what decided.
"""

from __future__ import annotations

from audit.model import Address, Basis, Evidence, OutletKind, Page, Publisher, Stated, TargetRecord
from audit.provenance.credits.naming import known, plain, site
from audit.provenance.outlet_names import common_name

from .host import HOSTING, domain_of, host_of_page
from .site_names import names_in_markup, of_host, without_slogan
from .speakers import publisher_of_text


def find_publisher(page: Page, target: TargetRecord) -> Publisher:
    """The page's publisher; `name` and `domain` are None where nothing tells."""
    host, host_evidence, other_hosts = host_of_page(page)
    domain = domain_of(host)
    if target.stated_publisher:
        outlet = known(target.stated_publisher)
        kind: OutletKind = outlet.kind if outlet else "unknown"
        evidence: tuple[Evidence, ...] = (Stated("publisher", target.stated_publisher),)
        return Publisher(target.stated_publisher, domain, "stated", kind, (*evidence, *host_evidence))
    if host:
        return _of_host(page, host, domain, host_evidence, other_hosts)
    for name, found in names_in_markup(page):
        outlet = known(name)
        return Publisher(
            common_name(outlet) if outlet else name, None, "declared", outlet.kind if outlet else "unknown", (found,)
        )
    return publisher_of_text(page)


def _of_host(
    page: Page, host: str, domain: str | None, host_evidence: tuple[Evidence, ...], other_hosts: tuple[Evidence, ...]
) -> Publisher:
    from audit.lexicon.outlets import by_host

    outlet = by_host(host)
    if outlet is not None and site(host) in HOSTING and host.removeprefix("www.") not in outlet.domains:
        outlet = None  # somebody's blog on a platform is not the platform's
    basis: Basis = "observed" if isinstance(host_evidence[0], Address) else "declared"
    names = list(names_in_markup(page))
    if outlet is not None:
        agreeing = [found for name, found in names if plain(name) in (plain(common_name(outlet)), plain(host))]
        disagreeing = [found for name, found in names if found not in agreeing]
        evidence = (*host_evidence, *agreeing[:2], *disagreeing[:4], *other_hosts)
        return Publisher(common_name(outlet), domain, basis, outlet.kind, evidence)
    own = [(name, found) for name, found in names if not _is_other_site(name, host)]
    if own:
        name, found = own[0]
        outlet = known(name)
        same = outlet is not None and (not outlet.domains or any(site(d) == site(host) for d in outlet.domains))
        kind: OutletKind = outlet.kind if outlet is not None and same else "unknown"
        rest = [other for _, other in names if other != found]
        return Publisher(
            without_slogan(name, host), domain, basis, kind, (*host_evidence, found, *rest[:4], *other_hosts)
        )
    return Publisher(None, domain, basis, "unknown", (*host_evidence, *other_hosts))


def _is_other_site(name: str, host: str) -> bool:
    """Whether a name in the markup is another outlet's, known to live elsewhere (a provider in the publisher's field)."""
    if of_host(name, plain(site(host))):
        return False  # there is more than one Los Andes
    outlet = known(name)
    return outlet is not None and bool(outlet.domains) and all(site(domain) != site(host) for domain in outlet.domains)
