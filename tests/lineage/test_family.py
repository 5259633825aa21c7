"""The family of a text: origins, the basis of each merge, and the tree."""

from __future__ import annotations

from pathlib import Path

from audit.lineage.compare import compare_all
from audit.lineage.family import family
from tests.lineage.comparing import DRIFTED, OTHER, STORY, audit_of, page, published

AGENCY = '<meta name="author" content="Reuters">'


def test_likeness_merges_and_accuses_nobody(tmp_path: Path) -> None:
    audits = [audit_of(tmp_path, site, page(site, STORY)) for site in ("alpha", "beta")]
    found = family([*audits, audit_of(tmp_path, "gamma", page("gamma", OTHER, headline="Wheat"))])
    assert found.origins == ((0, 1), (2,))
    (kin,) = found.kinships
    assert (kin.basis, kin.directed) == ("observed", False)
    assert "who was first is not known" in found.merges[0]


def test_times_give_likeness_a_direction(tmp_path: Path) -> None:
    late = audit_of(tmp_path, "alpha", page("alpha", DRIFTED, head=published("2026-03-06T09:00:00Z")))
    early = audit_of(tmp_path, "beta", page("beta", STORY, head=published("2026-03-06T06:00:00+00:00")))
    (kin,) = family([late, early]).kinships
    assert (kin.parent, kin.child, kin.directed) == (1, 0, True)


def test_a_declaration_merges_whatever_the_words(tmp_path: Path) -> None:
    declared = '<meta name="original-source" content="https://www.beta.example/story">'
    one = audit_of(tmp_path, "alpha", page("alpha", OTHER, head=declared))
    (kin,) = family([one, audit_of(tmp_path, "beta", page("beta", STORY))]).kinships
    assert (kin.basis, kin.parent, kin.child) == ("declared", 1, 0)


def test_one_agency_credited_by_several_is_one_origin(tmp_path: Path) -> None:
    credited = '<p class="byline">By Reuters</p>'
    texts = {"alpha": STORY[:4], "beta": [STORY[0], *OTHER, *OTHER[::-1]], "gamma": OTHER}
    audits = [audit_of(tmp_path, site, page(site, text, head=AGENCY, tail=credited)) for site, text in texts.items()]
    found = family(audits[:2])
    assert found.sources[0].name == "Reuters"
    assert found.origins == ((0, 1),)
    assert family([audits[0], audits[2]]).origins == ((0,), (1,))  # two stories of one agency


def test_every_page_is_in_one_origin(tmp_path: Path) -> None:
    audits = [
        audit_of(tmp_path, f"site{n}", page(f"site{n}", text)) for n, text in enumerate([STORY, DRIFTED, OTHER, STORY])
    ]
    found = compare_all(audits[0], audits[1:])[0].family
    assert found is not None
    assert sorted(n for origin in found.origins for n in origin) == [0, 1, 2, 3]
    assert found.origins == ((0, 1, 3), (2,))
