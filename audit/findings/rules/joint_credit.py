"""Text of several hands: own and agency copy mixed, agencies without a name, lines that disagree."""

from __future__ import annotations

from collections.abc import Iterator

from audit.findings.case import INPUT_ROLES, UP_FRONT, Case
from audit.findings.phrasing import absent, listed
from audit.findings.rule import Draft, Rule
from audit.findings.sketches import credit
from audit.findings.specimen import specimen
from audit.findings.words import finds, is_one_of
from audit.model import Quoted


def _mixed(case: Case) -> Iterator[Draft]:
    mixed = [c for c in case.provenance.credits if c.role in INPUT_ROLES and c.outlet.name]
    names = list(dict.fromkeys(c.outlet.name for c in mixed if c.outlet.name))
    if not names:
        return
    yield Draft(
        f"The text mixes its own with copy of {listed(names)}; which part is whose is not marked.",
        tuple(c.evidence for c in mixed[:3]),
        confidence=min(c.strength for c in mixed),
        key="mixed:" + "+".join(names),
    )


MIXED_UNMARKED = Rule(
    code="SYN408",
    name="mixed-credit-unmarked",
    level="info",
    consumes="credit",
    summary="“With inputs from an agency”: own and agency text in one, without a seam.",
    why="A reader cannot tell which claims this newsroom stands for and which it took over.",
    answer="Attribute the agency's claims to it where they stand.",
    standards=("Reuters, Handbook: attribute what others reported",),
    false_positives=("Texts that attribute every agency claim in its sentence.",),
    check=_mixed,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            "credit: (With inputs from Northwire)",
            credits=[credit("mixed", "Northwire", "With inputs from Northwire", "tail")],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop.",
            "credit: Northwire",
            credits=[credit("carried", "Northwire", "Northwire", "tail")],
        ),
    ),
)


def _agencies(case: Case) -> Iterator[Draft]:
    for one in case.provenance.credits:
        if one.role in ("photo", "cited") or not isinstance(one.evidence, Quoted):
            continue
        name = one.outlet.name
        if name is not None and not _generic(name):
            continue
        if name is None and not finds("agencies", one.evidence.quote):
            continue
        words = case.words(one.evidence.start, one.evidence.end)
        yield Draft(
            f"“{words}”: agencies are credited, and none is named.",
            (one.evidence, absent("an agency's name", "the credit line")),
            confidence=one.strength,
            key="agencies-unnamed",
        )
        return


def _generic(name: str) -> bool:
    """True for “Agencies”, “Post wires”; not for a house that has the word in its name."""
    return is_one_of("agencies", name)


AGENCIES_UNNAMED = Rule(
    code="SYN409",
    name="agencies-not-named",
    level="note",
    consumes="credit",
    summary="The credit says “agencies” or “wires” and names none.",
    why="The reader learns that others' copy was used, and not whose; it cannot be checked, and its origins not counted.",
    answer="Name the agencies.",
    standards=("Journalism Trust Initiative (CWA 17493): sources of third-party content are stated",),
    false_positives=("A house whose own name has the word.",),
    check=_agencies,
    fires=(
        lambda: specimen(
            "body: The ferry will stop.",
            "credit: With Post wires",
            credits=[credit("mixed", None, "With Post wires", "tail")],
        ),
        lambda: specimen(
            "byline: Agencies",
            "body: The ferry will stop.",
            byline="Agencies",
            credits=[credit("carried", "Agencies", "Agencies", "byline")],
        ),
    ),
    spares=(
        lambda: specimen(
            "body: The ferry will stop.",
            "credit: With Northwire",
            credits=[credit("mixed", "Northwire", "With Northwire", "tail")],
        ),
        lambda: specimen(
            "body: The ferry will stop.",
            "credit: Provided by European Ferry Agency",
            credits=[credit("carried", "European Ferry Agency", "Provided by European Ferry Agency", "tail")],
        ),
    ),
)


def _several(case: Case) -> Iterator[Draft]:
    strong = [c for c in case.visible_credits if c.role == "carried" and c.outlet.name and c.slot in UP_FRONT]
    by_line = {(c.start, c.end) for c in strong}
    names = list(dict.fromkeys(c.outlet.name for c in strong if c.outlet.name))
    if len(names) < 2 or len(by_line) < 2:
        return
    yield Draft(
        f"The text is credited to {listed(names)} in different places.",
        tuple(c.evidence for c in strong[:4]),
        confidence=0.5,
        key="providers:" + "+".join(names),
    )


SEVERAL_PROVIDERS = Rule(
    code="SYN411",
    name="conflicting-providers",
    level="note",
    consumes="credit",
    stability="preview",
    preview_because="Joint credits, intermediaries and conflicting credits look alike; they are not yet told apart surely.",
    summary="Different lines give the text to different providers.",
    why="If each is right the text is a joint work and should say so; if not, one of them is credited with another's work.",
    answer="Say in one line whose text it is, and through whom it came.",
    standards=("Journalism Trust Initiative (CWA 17493): sources of third-party content are stated",),
    false_positives=("A syndicator and the newsroom whose text it delivers.",),
    check=_several,
    fires=(
        lambda: specimen(
            "byline: Southwire",
            "body: PORT ELSE (Northwire) - The ferry will stop.",
            byline="Southwire",
            kind="wire",
            credits=[
                credit("carried", "Southwire", "Southwire", "byline"),
                credit("carried", "Northwire", "(Northwire)", "dateline"),
            ],
        ),
    ),
    spares=(
        lambda: specimen(
            "byline: Northwire/Southwire",
            "body: The ferry will stop.",
            byline="Northwire/Southwire",
            kind="wire",
            credits=[
                credit("carried", "Northwire", "Northwire/Southwire", "byline"),
                credit("carried", "Southwire", "Northwire/Southwire", "byline"),
            ],
        ),
    ),
)

RULES = (MIXED_UNMARKED, AGENCIES_UNNAMED, SEVERAL_PROVIDERS)
