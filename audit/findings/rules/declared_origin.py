"""What the markup declares of the original's address, and whether it fits the page."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import Case
from audit.findings.phrasing import absent, listed
from audit.findings.rule import Draft, Rule
from audit.findings.sites import host_of, same_site
from audit.findings.sketches import credit
from audit.findings.specimen import specimen
from audit.model import Declared, Markup

_OTHERS = ("wire", "republished", "aggregator")


def _first(case: Case, *names: str) -> tuple[Declared, str] | None:
    """The first declared address of these names, and its host."""
    for one in case.page.declares(*names):
        host = host_of(one.value)
        if host:
            return one, host
    return None


def _canonical_self(case: Case) -> Iterator[Draft]:
    found = _first(case, "canonical")
    if found is None or case.provenance.kind not in _OTHERS or not case.text_credits:
        return
    declared, host = found
    if not same_site(host, case.host):
        return
    credited = listed(case.provider_names, 3) or "somebody else"
    yield Draft(
        f"The page declares itself the original address of a text that it credits to {credited}.",
        (Markup(declared.place, declared.value), case.text_credits[0].evidence),
        basis="declared",
        key="canonical-self",
    )


CANONICAL_SELF = Rule(
    code="SYN404",
    name="canonical-points-home",
    level="info",
    consumes="page",
    summary="rel=canonical names this page, though its text is another's.",
    why="Search engines may then show the copy as the original. The usual advice to syndication partners allows it.",
    answer="Nothing has to be done; to send readers to the original, link it in the text.",
    standards=(
        "Google, guidance for syndication partners: canonical is not advised; indexing is to be blocked instead",
    ),
    false_positives=("Nearly every partner site: this is convention, and only for information.",),
    weak_on=("promising",),
    check=_canonical_self,
    fires=(
        lambda: specimen(
            "byline: Northwire",
            "body: The ferry will stop.",
            kind="wire",
            declared=[("canonical", "https://harbourpost.example/news/story", "link[rel=canonical]")],
            credits=[credit("carried", "Northwire", "Northwire", "byline")],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop.",
            declared=[("canonical", "https://harbourpost.example/news/story", "link[rel=canonical]")],
        ),
        lambda: specimen(
            "byline: Northwire",
            "body: The ferry will stop.",
            kind="wire",
            declared=[("canonical", "https://northwire.example/1", "link[rel=canonical]")],
            credits=[credit("carried", "Northwire", "Northwire", "byline")],
        ),
    ),
)


def _source_self(case: Case) -> Iterator[Draft]:
    found = _first(case, "original-source", "syndication-source")
    if found is None or not same_site(found[1], case.host):
        return
    declared = found[0]
    yield Draft(
        f"The markup's {declared.name} points at this site itself; it tells nothing of where the text came from.",
        (Markup(declared.place, declared.value),),
        basis="declared",
        key="source-self",
    )


SOURCE_SELF = Rule(
    code="SYN405",
    name="original-source-points-home",
    level="info",
    consumes="page",
    summary="original-source or syndication-source names the page's own site.",
    why="The tags were meant to name the newsroom that had it first. Many templates fill them with the page's own address.",
    answer="Leave the tag out, or give the original's address.",
    standards=("Google News, original-source and syndication-source (2010, since retired)",),
    false_positives=("Sites that did have it first: only a foreign value would have told more.",),
    weak_on=("promising",),
    check=_source_self,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            declared=[("original-source", "https://harbourpost.example/news/story", "meta[name=original-source]")],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop.",
            declared=[("original-source", "https://northwire.example/1", "meta[name=original-source]")],
        ),
    ),
)


def _foreign(case: Case) -> Iterator[Draft]:
    found = _first(case, "canonical", "original-source", "syndication-source", "is-based-on")
    for declared in case.page.declares("canonical", "original-source", "syndication-source", "is-based-on"):
        if declared.name == "canonical" and "canonical" not in declared.place:
            continue  # a short link, an app's page: another address of this page, at whatever service
        host = host_of(declared.value)
        if found is None or not host or not case.host or same_site(host, case.host) or not case.page.url:
            continue
        if case.text_credits:
            return  # the page says whose text it is
        yield Draft(
            f"The markup gives the original's address at {host}; the page does not say that the text comes from there.",
            (Markup(declared.place, declared.value), absent("a credit", "the page's text and markup")),
            confidence=0.8,
            basis="declared",
            key=f"foreign-original:{host}",
        )
        return


FOREIGN_ORIGINAL = Rule(
    code="SYN410",
    name="foreign-original-not-credited",
    level="note",
    consumes="page",
    summary="The markup declares an original on another site, and the page credits nobody.",
    why="The publisher tells search engines that this is a copy, and readers nothing.",
    answer="Name and link the original where readers see it.",
    standards=("RFC 6596, the canonical link relation", "schema.org, CreativeWork.isBasedOn"),
    false_positives=("One publisher with several domains; a move to a new address.",),
    check=_foreign,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            declared=[("canonical", "https://northwire.example/1", "link[rel=canonical]")],
        ),
    ),
    spares=(
        lambda: specimen(
            "byline: Northwire",
            "body: The ferry will stop.",
            kind="wire",
            declared=[("canonical", "https://northwire.example/1", "link[rel=canonical]")],
            credits=[credit("carried", "Northwire", "Northwire", "byline")],
        ),
        lambda: specimen(
            "body: The ferry will stop.",
            declared=[("canonical", "https://m.harbourpost.example/1", "link[rel=canonical]")],
        ),
        lambda: specimen(
            "body: The ferry will stop.",
            declared=[("canonical", "https://short.example/1", "link[rel=shortlink]")],
        ),
    ),
)

RULES = (CANONICAL_SELF, SOURCE_SELF, FOREIGN_ORIGINAL)
