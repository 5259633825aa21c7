"""Who publishes: who runs the host on which the page stands, not who is named in `canonical`.

The user's word comes first and is marked as such. Then the host: the page's address or, on a saved page, the host that
the most of its own traces agree on (links, feeds, addresses of itself). The host's outlet, or what the page calls its
site, gives the name. Pasted text has no host: there the publisher is who speaks as one (the speaker of a notice, the
first name of an aggregator's prefix, the © line). What disagrees is kept as evidence beside what decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.lexicon import forms
from audit.model import Address, Basis, Evidence, Markup, OutletKind, Page, Publisher, Stated, TargetRecord

from .credits.naming import copyright_name, host_of, known, plain, site, tidy

_HOST_WEIGHTS: dict[str, float] = {
    "saved-from": 5.0, "canonical": 1.5, "site-url": 1.5, "amphtml": 1.0, "feed": 1.2, "published-at": 1.0,
}  # fmt: skip
_SUBDOMAINS = ("www.", "m.", "amp.", "mobile.", "wap.", "en.", "edition.")
_PRINT = re.compile(r"^\d{1,3}(?:\.\d{1,3}){3}$")
_SEPARATORS = re.compile(r"\s+[|–—»·•:-]{1,2}\s+|\s*[|»·•]\s*|::")
_ELSEWHERE = frozenset(
    {
        *(
            "facebook.com",
            "twitter.com",
            "x.com",
            "youtube.com",
            "instagram.com",
            "feedburner.com",
            "google.com",
            "apple.com",
        ),
        *(
            "ampproject.org",
            "archive.org",
            "googleusercontent.com",
            "localhost",
            "schema.org",
            "w3.org",
            "wikipedia.org",
        ),
    }
)
_HOSTING = frozenset(
    {
        *(
            "wordpress.com",
            "blogspot.com",
            "medium.com",
            "substack.com",
            "tumblr.com",
            "github.io",
            "livejournal.com",
            "typepad.com",
        ),
        *(
            "over-blog.com",
            "blogger.com",
            "ghost.io",
            "wixsite.com",
            "squarespace.com",
            "weebly.com",
            "beehiiv.com",
            "hatenablog.com",
        ),
    }
)
_NOT_A_SPEAKER = re.compile(
    r"\b(?:we|you|our|us|author|writer|publisher|editors?|company|website|site|page|newspaper|article|they|it|he|she|who|"
    r"which|that|provider|source|terms|information|content|staff|team|readers?|users?)\b",
    re.IGNORECASE,
)
_FUNCTION_WORDS = frozenset(
    {
        *(
            "das",
            "die",
            "der",
            "dieser",
            "diese",
            "dieses",
            "wie",
            "nach",
            "auch",
            "in",
            "im",
            "mit",
            "von",
            "für",
            "bei",
            "wenn",
            "es",
        ),
        *(
            "this",
            "these",
            "those",
            "all",
            "any",
            "some",
            "in",
            "on",
            "for",
            "by",
            "if",
            "as",
            "and",
            "but",
            "no",
            "please",
            "note",
        ),
        *(
            "le",
            "les",
            "ce",
            "cet",
            "cette",
            "il",
            "elle",
            "nous",
            "este",
            "esta",
            "el",
            "los",
            "las",
            "os",
            "as",
            "lo",
            "gli",
            "i",
        ),
    }
)
_HEADING = re.compile(
    r"^(?:(?:legal|general|important)\s+)?(?:disclaimers?|notice|note|advertorial disclaimer)\s*[:.-]*\s*",
    re.IGNORECASE,
)


def find_publisher(page: Page, target: TargetRecord) -> Publisher:
    """The page's publisher; `name` and `domain` are None where nothing tells."""
    host, host_evidence, other_hosts = _host(page)
    domain = _domain(host)
    if target.stated_publisher:
        outlet = known(target.stated_publisher)
        kind: OutletKind = outlet.kind if outlet else "unknown"
        evidence: tuple[Evidence, ...] = (Stated("publisher", target.stated_publisher),)
        return Publisher(target.stated_publisher, domain, "stated", kind, (*evidence, *host_evidence))
    if host:
        return _of_host(page, host, domain, host_evidence, other_hosts)
    for name, found in _names_in_markup(page):
        outlet = known(name)
        return Publisher(
            outlet.name if outlet else name, None, "declared", outlet.kind if outlet else "unknown", (found,)
        )
    return _of_text(page)


def _of_host(
    page: Page, host: str, domain: str | None, host_evidence: tuple[Evidence, ...], other_hosts: tuple[Evidence, ...]
) -> Publisher:
    from audit.lexicon.outlets import by_host

    outlet = by_host(host)
    if outlet is not None and site(host) in _HOSTING and host.removeprefix("www.") not in outlet.domains:
        outlet = None  # somebody's blog on a platform is not the platform's
    basis: Basis = "observed" if isinstance(host_evidence[0], Address) else "declared"
    names = list(_names_in_markup(page))
    if outlet is not None:
        agreeing = [found for name, found in names if plain(name) in (plain(outlet.name), plain(host))]
        disagreeing = [found for name, found in names if found not in agreeing]
        evidence = (*host_evidence, *agreeing[:2], *disagreeing[:4], *other_hosts)
        return Publisher(outlet.name, domain, basis, outlet.kind, evidence)
    own = [(name, found) for name, found in names if not _is_other_site(name, host)]
    if own:
        name, found = own[0]
        outlet = known(name)
        same = outlet is not None and (not outlet.domains or any(site(d) == site(host) for d in outlet.domains))
        kind: OutletKind = outlet.kind if outlet is not None and same else "unknown"
        rest = [other for _, other in names if other != found]
        return Publisher(name, domain, basis, kind, (*host_evidence, found, *rest[:4], *other_hosts))
    return Publisher(None, domain, basis, "unknown", (*host_evidence, *other_hosts))


def _is_other_site(name: str, host: str) -> bool:
    """Whether a name in the markup is another outlet's, known to live elsewhere (a provider in the publisher's field)."""
    outlet = known(name)
    return outlet is not None and bool(outlet.domains) and all(site(domain) != site(host) for domain in outlet.domains)


def _host(page: Page) -> tuple[str, tuple[Evidence, ...], tuple[Evidence, ...]]:
    """The host, what shows it, and what names another."""
    own = host_of(page.url) if page.url else ""
    votes: dict[str, float] = {}
    shown: dict[str, list[Evidence]] = {}
    hosts: dict[str, str] = {}
    linked = False
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


def _domain(host: str) -> str | None:
    for start in _SUBDOMAINS:
        if host.startswith(start) and host.count(".") > 1:
            host = host[len(start) :]
            break
    return host or None


def _names_in_markup(page: Page) -> Iterator[tuple[str, Evidence]]:
    """What the markup calls the site or its publisher, the surest first."""
    title = {plain(said.value) for said in page.declares("headline", "title")} | {plain(page.headline)}
    ranked = [
        *(said for said in page.declares("site-name") if "og:site_name" in said.place),
        *(said for said in page.declares("publisher") if said.place.startswith(("json-ld", "microdata"))),
        *(said for said in page.declares("site-name") if "og:site_name" not in said.place),
        *(said for said in page.declares("publisher") if not said.place.startswith(("json-ld", "microdata"))),
    ]
    for said in ranked:
        name = said.value.strip()
        if (
            1 < len(name) <= 60
            and not name.isdigit()
            and "://" not in name
            and plain(name) not in title
            and plain(name)
        ):
            yield name, Markup(said.place, said.value)
    for said in page.declares("title"):
        yield from _site_in_title(page, said.value, said.place)
    for said in page.declares("rights", "feed-title"):
        name = copyright_name(said.value) if said.name == "rights" else ""
        if name:
            yield name, Markup(said.place, said.value)


def _site_in_title(page: Page, title: str, place: str) -> Iterator[tuple[str, Evidence]]:
    parts = [part.strip() for part in _SEPARATORS.split(title) if part and part.strip()]
    if len(parts) < 2:
        return
    headline = plain(page.headline)
    hosts = {plain(site(host_of(said.value))) for said in page.declares("canonical", "site-url") if host_of(said.value)}
    for part in (parts[-1], parts[0]):
        key = plain(part)
        if (
            key
            and len(part) <= 40
            and key != headline
            and (known(part) is not None or key in hosts or part is parts[-1])
        ):
            yield part, Markup(place, part)
            return


def _of_text(page: Page) -> Publisher:
    """The publisher of a text without a host, from who speaks in it."""
    candidates = [*_prefixes(page), *_speakers(page), *_own_marks(page), *_copyright_lines(page)]
    for name, evidence in candidates:
        outlet = known(name)
        if (
            outlet is not None
            and outlet.kind in ("agency", "syndicator", "release-wire")
            and evidence[1] == "copyright"
        ):
            continue
        return Publisher(
            outlet.name if outlet else name, None, "declared", outlet.kind if outlet else "unknown", (evidence[0],)
        )
    return Publisher(None, None, "inferred", "unknown", ())


_Candidate = tuple[str, tuple[Evidence, str]]


def _prefixes(page: Page) -> Iterator[_Candidate]:
    """`(MENAFN- Provider)`: the first name is the aggregator itself."""
    for mark in page.marks:
        if mark.row.startswith("dateline.prefix") and mark.start < 3_000:
            via = mark.slot("via")
            if via:
                words = tidy(via.of(page.text))
                outlet = known(words)
                if (
                    outlet is not None and outlet.kind in ("aggregator", "republisher", "syndicator", "website")
                ) or words.isupper():
                    yield words, (page.quote(mark.start, mark.end), "prefix")


def _speakers(page: Page) -> Iterator[_Candidate]:
    """Who disclaims speaks as the publisher: "X provides the information as is", "not edited by X staff"."""
    for wanted in ("as-is", "not-edited", "no-liability", "press-release", "views"):
        for mark in page.marks:
            row = forms.row(mark.row)
            span = mark.slot("speaker")
            if row.kind != wanted or span is None:
                continue
            name = speaker_name(span.of(page.text))
            if name:
                yield name, (page.quote(mark.start, mark.end), "speaker")


def speaker_name(words: str) -> str:
    """The party that a speaker slot names, or nothing where it is only "we" or "the publisher"."""
    last = words.replace("\r", "").rsplit("\n", 1)
    if len(last) == 2 and _HEADING.fullmatch(last[0].strip() + " "):
        words = last[1]
    words = _HEADING.sub("", " ".join(words.split()))
    words = re.sub(r"['’]s?$", "", words).strip(" ,.*-–—")
    if not words or len(words) > 50 or len(words.split()) > 6 or not words[0].isalnum():
        return ""
    if words[0].islower() and words[0].upper() != words[0] and known(words) is None and "." not in words:
        return ""
    first = words.split()[0].casefold()
    if first in _FUNCTION_WORDS or (len(words.split()) == 1 and first in ("the", "a", "an")):
        return ""
    return "" if _NOT_A_SPEAKER.search(words) else words


def _own_marks(page: Page) -> Iterator[_Candidate]:
    for mark in page.marks:
        row = forms.row(mark.row)
        if row.says == "own-publication":
            span = mark.slot("outlet")
            if span:
                yield tidy(span.of(page.text)), (page.quote(mark.start, mark.end), "own")


def _copyright_lines(page: Page) -> Iterator[_Candidate]:
    for block in reversed(page.blocks):
        if block.label == "copyright":
            name = copyright_name(page.text[block.start : block.end])
            if name:
                yield name, (page.quote(block.start, block.end), "copyright")
