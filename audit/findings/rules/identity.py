"""Who stands behind the page: publisher, headline, desk, and where its rules can be read."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import Case
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.sites import plain, site_of
from audit.findings.specimen import specimen
from audit.findings.words import finds
from audit.model import Markup

_JTI = "Journalism Trust Initiative (CWA 17493)"


def _policies(case: Case) -> Iterator[Draft]:
    if not case.html:
        return
    links = [link for block in case.page.blocks for link in block.links]
    if len(links) < 10:
        return  # a page saved without its frame cannot show it
    if any(finds("policy", link.span.of(case.text)[:80]) for link in links):
        return
    yield Draft(
        "No link on the page leads to rules on corrections, ethics or editing, or to who answers for it.",
        (absent("a link to an editorial policy", f"the page's {len(links)} links"),),
        confidence=0.6,
        key="no-policy-links",
    )


NO_POLICY_LINKS = Rule(
    code="TRN804",
    name="no-policy-links",
    level="info",
    consumes="page",
    stability="preview",
    preview_because="Links in menus and footers that are loaded later are not on the captured page.",
    summary="The page links no editorial policy, corrections page or imprint.",
    why="A newsroom that says how it works can be held to it.",
    answer="Link the policies from every page.",
    standards=(
        "schema.org, NewsMediaOrganization.correctionsPolicy, ethicsPolicy",
        "The Trust Project: best practices",
    ),
    false_positives=("Policies behind an “About” link.",),
    weak_on=("hard to game",),
    check=_policies,
    fires=(
        lambda: specimen(
            "navigation: a1 b2 c3 d4 e5 f6 g7 h8 i9 j0",
            "body: The ferry will stop.",
            links=[(w, f"/{w}") for w in ["a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8", "i9", "j0"]],
        ),
    ),
    spares=(
        lambda: specimen(
            "navigation: a1 b2 c3 d4 e5 f6 g7 h8 i9 Corrections",
            "body: The ferry will stop.",
            links=[(w, f"/{w}") for w in ["a1", "b2", "c3", "d4", "e5", "f6", "g7", "h8", "i9", "Corrections"]],
        ),
    ),
)


def _no_publisher(case: Case) -> Iterator[Draft]:
    publisher = case.provenance.publisher
    if publisher.name or publisher.domain:
        return
    where = "text, markup, address and notices" if case.html else "text and notices"
    yield Draft(
        "The page does not show who publishes it.",
        (absent("the publisher's name", where),),
        key="no-publisher",
    )


NO_PUBLISHER = Rule(
    code="TRN807",
    name="publisher-not-shown",
    level="note",
    consumes="page",
    summary="Nothing on the page or in its address tells who publishes it.",
    why="Every chain begins with a publisher. Without one nobody answers for the page.",
    answer="Audit the page by its address, or state the publisher with --publisher.",
    standards=(f"{_JTI}: the identity of the media outlet is stated",),
    false_positives=("Pasted text, of which only the article was copied.",),
    check=_no_publisher,
    fires=(lambda: specimen("body: The ferry will stop.", publisher=None, domain=None, medium="text"),),
    spares=(lambda: specimen("body: The ferry will stop."),),
)


def _publisher_conflict(case: Case) -> Iterator[Draft]:
    own = case.provenance.publisher.name
    if not own or not case.html:
        return
    for one in case.page.declares("publisher"):
        declared = plain(one.value)
        if not any(c.isalpha() for c in declared) or one.value.startswith(("http://", "https://")):
            continue
        if is_the_publisher(case, one.value):
            return
        yield Draft(
            f"The markup names {one.value} as publisher; the page stands at {case.host or own}, published by {own}.",
            (Markup(one.place, one.value), *case.provenance.publisher.evidence[:1]),
            confidence=0.7,
            basis="declared",
            key=f"publisher-conflict:{declared}",
        )
        return


def is_the_publisher(case: Case, name: str) -> bool:
    """True where a declared name is the publisher's, its site's or its host's, whole or in part, or their initials."""
    declared = plain(name)
    initials = plain("".join(word[0] for word in name.split()))
    host = plain(site_of(case.host).split(".")[0]) if case.host else ""
    site_names = [d.value for d in case.page.declares("site-name")]
    known = [k for k in (plain(case.publisher_name), host, *map(plain, site_names)) if len(k) > 1]
    return any(k in declared or declared in k or initials.startswith(k) for k in known)


PUBLISHER_CONFLICT = Rule(
    code="TRN808",
    name="publisher-in-markup-differs",
    level="info",
    consumes="page",
    summary="The markup's publisher is not the one whose page this is.",
    why="It may name the owner, or the newsroom whose article was copied together with its markup.",
    answer="See who owns the site; where the markup names another newsroom, look for the original there.",
    standards=("schema.org, CreativeWork.publisher",),
    false_positives=("A parent company named as publisher.",),
    check=_publisher_conflict,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.", declared=[("publisher", "Northwire", "json-ld:NewsArticle.publisher.name")]
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop.",
            declared=[("publisher", "The Harbour Post", "json-ld:NewsArticle.publisher.name")],
        ),
    ),
)


def _no_headline(case: Case) -> Iterator[Draft]:
    if case.page.headline or case.labelled("headline"):
        return
    yield Draft(
        "The page has no headline.",
        (absent("a headline", "headings, markup and the first lines"),),
        confidence=0.9,
        key="no-headline",
    )


NO_HEADLINE = Rule(
    code="TRN812",
    name="no-headline",
    level="info",
    consumes="page",
    summary="No headline was found for the text.",
    why="A text without its headline may be a part of a page, a feed's item or a paste that left something out.",
    answer="Audit the whole page.",
    standards=("schema.org, NewsArticle.headline",),
    false_positives=("Pasted text without its first line.",),
    weak_on=("promising",),
    check=_no_headline,
    fires=(lambda: specimen("body: The ferry will stop."),),
    spares=(lambda: specimen("headline: Ferry stops", "body: The ferry will stop."),),
)

RULES = (NO_POLICY_LINKS, NO_PUBLISHER, PUBLISHER_CONFLICT, NO_HEADLINE)
