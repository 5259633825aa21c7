"""The plain answers: whose text it is, who speaks in the end, what a notice says."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from audit.model import Audit, Credit, CreditRole, Edge, Node, PageKind
from audit.report import answers, wording
from audit.report.about import moment
from tests.report import invented

WIRE = Node("Northwire", "provider")


def credited(kind: PageKind, *roles: CreditRole) -> Audit:
    """The invented audit with credits and a step of Northwire's alone."""
    base = invented.audit()
    seen = invented.quoted("Harbour TV reported Thursday")
    return replace(
        base,
        provenance=replace(base.provenance, kind=kind),
        credits=tuple(Credit(role, WIRE, "line", seen) for role in roles),
        edges=(Edge(invented.MERIDIAN, "carries", WIRE, "declared", 0.9, (seen,)),),
        chains=(replace(base.chains[0], nodes=(invented.MERIDIAN, WIRE), edges=(0,)),),
    )


@pytest.mark.parametrize(
    ("kind", "roles", "told"),
    [
        ("original", ("contributed",), ["the publisher's own, with material of Northwire"]),
        ("original", ("contributed", "carried"), ["Northwire (carried, declared)"]),
        ("wire", ("mixed",), ["Northwire (carried, declared)"]),
        ("wire", ("carried",), ["Northwire (carried, declared)"]),
    ],
)
def test_material_worked_in_does_not_make_a_text_anothers(
    kind: PageKind, roles: tuple[CreditRole, ...], told: list[str]
) -> None:
    assert answers.whose_text(credited(kind, *roles)) == told


def test_an_agency_whose_material_was_worked_in_is_no_end_voice() -> None:
    assert "Northwire (provider)" not in answers.end_voices(credited("original", "contributed"))
    assert "Northwire (provider)" in answers.end_voices(credited("wire", "carried"))


def test_what_a_notice_says_is_laid_to_its_speaker() -> None:
    base = invented.audit()
    sponsored = replace(base, disclaimers=(replace(base.disclaimers[0], kinds=("sponsored",), complaints_to=None),))
    assert answers.disclaimed(sponsored) == [f"sponsored, says {base.disclaimers[0].speaker}"]


def test_a_person_whose_name_was_not_found_is_not_called_named() -> None:
    he = invented.attribution(
        "He", "claimed", "tool of foreign ports", kind="mixed", voice=invented.voice("person", None)
    )
    assert wording.voice_name(he) == "person not identified"
    assert wording.voice_sort(he.voice) == "person"
    assert wording.voice_sort(invented.voice("person", "Tomas Alder")) == "named person"
    assert wording.node_sort(Node(None, "person")) == "person"
    assert wording.node_sort(Node("Tomas Alder", "person")) == "named person"


@pytest.mark.parametrize(
    ("stamp", "written"),
    [
        ("2026-11-20T09:30:00Z", "20 November 2026, 09:30 UTC"),
        ("2026-11-20T09:30:00+00:00", "20 November 2026, 09:30 UTC"),
        ("2026-11-20T09:30:00+05:30", "20 November 2026, 09:30 UTC+05:30"),
        ("2026-11-20T09:30", "20 November 2026, 09:30"),
        ("2026-11-20", "20 November 2026"),
        ("last Friday", "last Friday"),
    ],
)
def test_moments_are_written_out_and_nothing_is_added_to_them(stamp: str, written: str) -> None:
    assert moment(stamp) == written
