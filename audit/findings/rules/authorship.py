"""Whether the page says who wrote the text."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import Case, absent
from audit.findings.rule import Draft, Rule
from audit.findings.specimen import credit, specimen


def _no_byline(case: Case) -> Iterator[Draft]:
    page = case.page
    if page.byline or page.declares("author") or case.labelled("byline") or any(f.name == "byline" for f in page.facts):
        return
    if any(c.slot in ("byline", "head", "label", "dateline") for c in case.text_credits):
        return  # the text is signed with its agency's name
    yield Draft(
        "Nobody signs this text: the page has no byline.",
        (absent("a byline", "the lines around headline and text, and the markup's author"),),
        key="no-byline",
    )


NO_BYLINE = Rule(
    code="TRN801",
    name="no-byline",
    level="note",
    consumes="page",
    summary="Neither the page nor its markup says who wrote the text.",
    why="A byline is whom to ask. Without one readers cannot tell a reporter from a desk, a feed or a machine.",
    answer="Print the author, the desk or the agency; where names are withheld for safety, say so.",
    standards=("Journalism Trust Initiative (CWA 17493): authorship is stated", "The Trust Project: author expertise"),
    false_positives=("Publications without bylines by policy.", "Names that stand in a picture."),
    check=_no_byline,
    fires=(lambda: specimen("headline: Ferry stops", "body: The ferry will stop.", byline=None),),
    spares=(
        lambda: specimen("headline: Ferry stops", "byline: By Mira Tolland", "body: The ferry will stop."),
        lambda: specimen(
            "headline: Ferry stops",
            "body: PORT ELSE (Northwire) - The ferry will stop.",
            byline=None,
            kind="wire",
            credits=[credit("carried", "Northwire", "(Northwire)", "dateline")],
        ),
    ),
)

RULES = (NO_BYLINE,)
