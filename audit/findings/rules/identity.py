"""Who stands behind the page: publisher, headline, desk, and where its rules can be read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from audit.findings.case import Case, absent
from audit.findings.names import names
from audit.findings.rule import Draft, Rule
from audit.findings.sites import plain, site_of
from audit.findings.specimen import credit, specimen
from audit.findings.words import finds, is_one_of
from audit.model import Markup, Quoted

_FIRM = re.compile(
    r"\b(?:GmbH|mbH|AG|KG|e\. ?V\.|Ltd|LLC|Inc|Corp|S\.?A\.?|SpA|S\.r\.l|B\.?V\.?|Verlag|Media|Online|Studio)(?!\w)"
    r"|\w\.(?:com|net|org|de|at|ch|it|fr|es|co|eu|info)\b|[/@|]"
)
"""Signs that a declared author is a firm or a site: its legal form, a domain."""
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


def _desk(case: Case) -> Iterator[Draft]:
    byline = case.page.byline
    if not byline or len(byline) > 80 or any(names(byline, n) for n in case.provider_names):
        return
    bare = byline.strip()
    if len(bare.split()) > 5 or _with_person(bare) or not (finds("desk", bare) or is_one_of("role", bare)):
        return
    block = next((b for b in case.labelled("byline") if bare in b.span.of(case.text)), None)
    evidence = case.quote(block.span) if block is not None else Markup("author", byline)
    yield Draft(
        "The byline is a desk or a role, not a person.",
        (evidence,),
        confidence=0.8,
        key="desk-byline",
    )


def _with_person(byline: str) -> bool:
    """True where the desk's word only follows a person's name: `By Mira Tolland, Staff Writer`."""
    return "," in byline or "|" in byline or "edited by" in byline.casefold()


DESK_BYLINE = Rule(
    code="TRN806",
    name="desk-byline",
    level="info",
    consumes="page",
    summary="The byline names a desk or a role: Web Desk, Staff Reporter, Redaktion.",
    why="Under a desk's byline stand own reports, agency copy and releases alike; nobody can be asked.",
    answer="Name the reporter, or the agency whose copy it is.",
    standards=(f"{_JTI}: authorship is stated", "The Trust Project: author expertise"),
    false_positives=("Publications without personal bylines by policy.", "Reporters at risk."),
    check=_desk,
    fires=(lambda: specimen("byline: By Web Desk", "body: The ferry will stop.", byline="By Web Desk"),),
    spares=(
        lambda: specimen("byline: By Desmond Webb", "body: The ferry will stop.", byline="By Desmond Webb"),
        lambda: specimen(
            "byline: By Mira Tolland, Staff Writer",
            "body: The ferry will stop.",
            byline="By Mira Tolland, Staff Writer",
        ),
        lambda: specimen(
            "byline: Post author By Mira Tolland",
            "body: The ferry will stop.",
            byline="Post author By Mira Tolland",
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
        if _is_the_publisher(case, one.value):
            return
        yield Draft(
            f"The markup names {one.value} as publisher; the page stands at {case.host or own}, published by {own}.",
            (Markup(one.place, one.value), *case.provenance.publisher.evidence[:1]),
            confidence=0.7,
            basis="declared",
            key=f"publisher-conflict:{declared}",
        )
        return


def _is_the_publisher(case: Case, name: str) -> bool:
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


def _byline_in_markup(case: Case) -> Iterator[Draft]:
    authors = case.page.declares("author")
    if not authors or not case.html or case.labelled("byline"):
        return
    author = next(
        (a for a in authors if a.value.strip() and not a.value.startswith(("http://", "https://", "@"))), None
    )
    if author is None or plain(author.value) in plain(case.text):
        return
    if _is_the_publisher(case, author.value) or finds("desk", author.value) or is_one_of("role", author.value):
        return  # an account or the house itself, which tells nobody more
    if _FIRM.search(author.value):
        return  # whoever runs the site or made its template
    if any(isinstance(f.evidence, Quoted) for f in case.page.facts if f.name == "byline"):
        return
    if any(c.slot in ("byline", "head") for c in case.text_credits):
        return
    yield Draft(
        f"The markup names {one_line(author.value)} as author; the page shows no such byline.",
        (Markup(author.place, author.value), absent(f"the name {one_line(author.value)}", "the page's whole text")),
        confidence=0.8,
        basis="declared",
        key="byline-only-in-markup",
    )


def one_line(value: str) -> str:
    """A declared name on one line, clipped where it is no name but a text."""
    line = " ".join(value.split())
    return line if len(line) <= 80 else line[:77] + " …"


BYLINE_IN_MARKUP = Rule(
    code="TRN809",
    name="byline-only-in-markup",
    level="info",
    consumes="page",
    summary="The author is named to machines and not to readers.",
    why="Often it is the account that filed a feed's copy; sometimes the author whom readers should know.",
    answer="Print the author where readers see it.",
    standards=("Google, structured data: markup describes what is visible on the page",),
    false_positives=("A byline in a picture, or loaded later.",),
    check=_byline_in_markup,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.", declared=[("author", "Mira Tolland", "json-ld:NewsArticle.author.name")]
        ),
    ),
    spares=(
        lambda: specimen(
            "byline: By Mira Tolland",
            "body: The ferry will stop.",
            declared=[("author", "Mira Tolland", "json-ld:NewsArticle.author.name")],
        ),
        lambda: specimen(
            "byline: Northwire",
            "body: The ferry will stop.",
            declared=[("author", "admin", "meta[name=author]")],
            credits=[credit("carried", "Northwire", "Northwire", "byline")],
        ),
        lambda: specimen(
            "body: The ferry will stop.", declared=[("author", "Sund Verlag GmbH, Port Else", "meta[name=author]")]
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

RULES = (NO_POLICY_LINKS, DESK_BYLINE, NO_PUBLISHER, PUBLISHER_CONFLICT, BYLINE_IN_MARKUP, NO_HEADLINE)
