"""Whether the page says whose text it carries."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import Case
from audit.findings.phrasing import absent
from audit.findings.rule import Draft, Rule
from audit.findings.sketches import credit, notice, step
from audit.findings.specimen import specimen


def _not_named(case: Case) -> Iterator[Draft]:
    edge = case.unnamed_provider
    if edge is None or case.provider_names:
        return
    yield Draft(
        f"{case.publisher_name} refers to a provider of this text and does not name it.",
        (*edge.evidence, absent("the provider's name", "byline, head and tail lines, disclaimer, markup and address")),
        confidence=edge.strength,
        basis=edge.basis,
        key="provider-not-named",
    )


PROVIDER_NOT_NAMED = Rule(
    code="CHN307",
    name="provider-not-named",
    level="warning",
    consumes="chain",
    summary="The page speaks of the text's provider, and nowhere says who that is.",
    why="The text is somebody else's, and the reader cannot find out whose: nobody can be asked, corrected or held to it.",
    answer="Print the provider's name above the text and link its original.",
    standards=(
        "Journalism Trust Initiative (CWA 17493), clause on accuracy: sources of third-party content are stated",
        "schema.org, NewsArticle.provider and sourceOrganization",
    ),
    false_positives=("A name that stands in a picture or in a part of the page that was not captured.",),
    check=_not_named,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            "disclaimer: If you have any complaints about this article, kindly contact the provider above.",
            kind="aggregator",
            chains=[[step("carries", None, "provider", "the provider above")]],
        ),
    ),
    spares=(
        lambda: specimen(
            "credit: (Harbour Post - Northwire)",
            "body: The ferry will stop.",
            "disclaimer: If you have any complaints about this article, kindly contact the provider above.",
            kind="aggregator",
            credits=[credit("carried", "Northwire", "Northwire", "head")],
            chains=[[step("carries", "Northwire", "provider", "Northwire")]],
        ),
        lambda: specimen(
            "body: The ferry will stop.",
            "credit: With Post wires",
            credits=[credit("mixed", None, "With Post wires", "tail")],
            chains=[[step("carries", None, "provider", "With Post wires")]],
        ),
    ),
)


def _complaints(case: Case) -> Iterator[Draft]:
    if case.provider_names:
        return
    for one in case.provenance.disclaimers:
        to = one.complaints_to
        if not to or not _refers(to):
            continue
        yield Draft(
            f"Complaints are sent to “{' '.join(to.split())}”, and the page names no provider to send them to.",
            (one.evidence, absent("the provider's name", "the whole page and its markup")),
            key="complaints-to-nobody",
        )


_REFERRING = ("provider", "above", "source", "author", "below", "supplier", "originator")


def _refers(addressee: str) -> bool:
    """True where the addressee is a pointer to somebody (“the provider above”) and neither a name nor an address."""
    words = addressee.casefold()
    return "@" not in words and any(w in words for w in _REFERRING)


COMPLAINTS_TO_NOBODY = Rule(
    code="DIS511",
    name="complaints-to-unnamed-provider",
    level="warning",
    consumes="disclaimer",
    summary="A notice sends complaints to a provider whom the page does not name.",
    why="The publisher disowns the text and points elsewhere; elsewhere is nobody. A person wronged by it has no address.",
    answer="Name the provider with an address, or take complaints oneself.",
    standards=("Journalism Trust Initiative (CWA 17493): a contact for complaints and corrections is given",),
    false_positives=("A provider named in a logo or a picture.",),
    check=_complaints,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            "disclaimer: The information is given as is. Kindly contact the provider above with complaints.",
            kind="aggregator",
            notices=[notice(("as-is",), "The information is given as is", complaints_to="the provider above")],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop.",
            "disclaimer: The information is given as is. Write to desk@harbourpost.example with complaints.",
            notices=[notice(("as-is",), "The information is given as is", complaints_to="desk@harbourpost.example")],
        ),
        lambda: specimen(
            "byline: Northwire",
            "body: The ferry will stop.",
            "disclaimer: The information is given as is. Kindly contact the provider above with complaints.",
            kind="aggregator",
            credits=[credit("carried", "Northwire", "Northwire", "byline")],
            notices=[notice(("as-is",), "The information is given as is", complaints_to="the provider above")],
        ),
    ),
)

RULES = (PROVIDER_NOT_NAMED, COMPLAINTS_TO_NOBODY)
