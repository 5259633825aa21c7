"""The steps upstream that a page gives, from its markup, its credits and its links; strongest first.

Declared steps say whose text it is; observed ones lead to what the text cites. A newsroom that is credited or cited and
not linked is a step too, with a name and no address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import parse_qs, urljoin, urlsplit

from audit.findings.names import same_newsroom
from audit.findings.sites import host_of, plain, same_site
from audit.model import Audit, Block, Credit, Edge, Link, Markup, Pointer, Quoted, Span

_ADDRESSES = {
    "canonical": 0.9,
    "original-source": 0.95,
    "syndication-source": 0.95,
    "is-based-on": 0.95,
    "translation-of": 0.95,
}
"""Declared values that name the original's address, and how strongly."""
_WHY = {
    "canonical": "the canonical address is another site's",
    "original-source": "original-source",
    "syndication-source": "syndication-source",
    "is-based-on": "isBasedOn",
    "translation-of": "translationOfWork",
}
_ROLES = frozenset({"carried", "distributed", "republished", "release", "translated"})
_UP_FRONT = frozenset(
    {"byline", "credit", "dateline", "disclaimer", "author-bio", "copyright", "correction", "other", "caption"}
)


def pointers(audit: Audit) -> tuple[Pointer, ...]:
    """Every step upstream that the page of `audit` gives, each address and each name once; the strongest first."""
    found = [*_declared(audit), *_counters(audit), *_credited(audit), *_cited(audit)]
    kept: dict[str, Pointer] = {}
    for one in sorted(found, key=lambda p: -p.strength):
        kept.setdefault(one.url or f"name:{plain(one.name or '')}", one)
    linked = [p.name for p in kept.values() if p.url and p.name]
    return tuple(p for p in kept.values() if p.url or not any(same_newsroom(p.name, n) for n in linked))


def home(audit: Audit) -> str | None:
    """The host of the page, or its publisher's."""
    return host_of(audit.page.url or "") or audit.provenance.publisher.domain


def _declared(audit: Audit) -> Iterator[Pointer]:
    own = home(audit)
    for name, strength in _ADDRESSES.items():
        for said in audit.page.declares(name):
            address = _absolute(audit, said.value)
            if address is None or own is None or same_site(host_of(address), own):
                continue
            yield Pointer(None, address, "declared", _WHY[name], Markup(said.place, said.value), strength)
    for said in audit.page.declares("provider"):
        if said.place == "rss:item/source":
            yield Pointer(said.value, None, "declared", "the feed's <source>", Markup(said.place, said.value), 0.8)


def _counters(audit: Audit) -> Iterator[Pointer]:
    """Counting pictures of republishers, where their address carries the number of the original."""
    for said in audit.page.declares("counter-address"):
        address = original_of_counter(said.value)
        if address is not None and not same_site(host_of(address), home(audit)):
            yield Pointer(None, address, "declared", "a republishing counter", Markup(said.place, said.value), 0.9)


def original_of_counter(address: str) -> str | None:
    """The article that a counting picture counts for, where its address says which.

    The Conversation puts the article's number into the path; the plugin of the News Revenue Hub, which most other
    newsrooms use, puts WordPress's number of the post into the query.
    """
    try:
        parts = urlsplit(address if "://" in address else f"https:{address}")
        query = parse_qs(parts.query)
    except ValueError:
        return None
    host = parts.hostname or ""
    steps = [step for step in parts.path.split("/") if step]
    if host.startswith("counter.theconversation.") and len(steps) > 1 and steps[0] == "content" and steps[1].isdigit():
        return f"https://{host.removeprefix('counter.')}/{steps[1]}"
    post = (query.get("post") or [""])[0]
    if "republication-pixel" in query and post.isdigit() and host:
        return f"https://{host}/?p={post}"
    for name in ("canonical", "url", "original_url"):
        value = (query.get(name) or [""])[0]
        if value.startswith(("https://", "http://")):
            return value
    return None


def _credited(audit: Audit) -> Iterator[Pointer]:
    """Links in and beside the lines that say whose text it is; the names of those that no link serves."""
    for credit in audit.credits:
        if credit.role not in _ROLES or credit.outlet.name is None:
            continue
        link = _link_of_credit(audit, credit)
        if link is not None:
            quoted = audit.page.quote(link.start, link.end)
            why = f"a link in the line that credits {credit.outlet.name}"
            yield Pointer(credit.outlet.name, link.href, "declared", why, quoted, 0.85 * credit.strength)
        else:
            yield Pointer(credit.outlet.name, None, "declared", "credited, and not linked", credit.evidence, 0.5)


def _link_of_credit(audit: Audit, credit: Credit) -> Link | None:
    if credit.start is None or credit.end is None:
        return None
    at = Span(credit.start, credit.end)
    block = _block(audit.page.blocks, at.start)
    if block is None:
        return None
    links = [k for k in block.links if _leads_out(audit, k)]
    inside = [k for k in links if k.span.meets(at) or block.label in _UP_FRONT or credit.role == "republished"]
    return min(inside, key=lambda k: (_is_front(k.href), abs(k.start - at.start)), default=None)


def _cited(audit: Audit) -> Iterator[Pointer]:
    """Links on the name of a cited newsroom, or beside it to that newsroom's site."""
    for edge in audit.edges:
        if edge.relation != "cites" or edge.to.name is None:
            continue
        link = _link_of_citation(audit, edge)
        if link is not None:
            quoted = audit.page.quote(link.start, link.end)
            why = f"a link where {edge.to.name} is cited"
            yield Pointer(edge.to.name, link.href, "observed", why, quoted, 0.7 * edge.strength)
        else:
            yield Pointer(edge.to.name, None, "observed", "cited, and not linked", edge.evidence[0], 0.4)


def _link_of_citation(audit: Audit, edge: Edge) -> Link | None:
    for quoted in (e for e in edge.evidence if isinstance(e, Quoted)):
        block = _block(audit.page.blocks, quoted.start)
        links = [k for k in block.links if _leads_out(audit, k)] if block is not None else []
        on_name = [k for k in links if k.span.meets(quoted.span)]
        of_site = [k for k in links if _is_of(k, edge.to.name or "")]
        for link in (*on_name, *of_site):
            return link
    return None


def _is_of(link: Link, name: str) -> bool:
    """Whether a link leads to the newsroom of that name, by its host."""
    host = host_of(link.href) or ""
    from audit.lexicon import outlets

    known = outlets.by_name(name)
    if known is not None and any(same_site(host, domain) for domain in known.domains):
        return True
    word = plain(name)
    return len(word) > 4 and word in plain(host)


def _leads_out(audit: Audit, link: Link) -> bool:
    host = host_of(link.href)
    return host is not None and link.href.startswith(("http://", "https://")) and not same_site(host, home(audit))


def _is_front(address: str) -> bool:
    return urlsplit(address).path in ("", "/")


def _block(blocks: Iterable[Block], position: int) -> Block | None:
    return next((b for b in blocks if b.start <= position < b.end), None)


def _absolute(audit: Audit, value: str) -> str | None:
    try:
        address = urljoin(audit.page.url or "", value.strip())
    except ValueError:
        return None
    return address if address.startswith(("http://", "https://")) and host_of(address) else None
