"""Every rule is what its examples say."""

from __future__ import annotations

import re

import pytest

from audit.findings import catalogue
from audit.findings.drift.engine import check_pair
from audit.findings.drift.rule import PairRule, PairSpecimen
from audit.findings.engine import check_counted
from audit.findings.registry import RULES, every, pair_rules
from audit.findings.rule import FAMILIES, MERITS, Rule
from audit.model import LEVELS

FIRES = [pytest.param(r, i, id=f"{r.code}-{i}") for r in RULES for i in range(len(r.fires))]
SPARES = [pytest.param(r, i, id=f"{r.code}-{i}") for r in RULES for i in range(len(r.spares))]
EVERY = [pytest.param(r, id=r.code) for r in every()]
PAIR_FIRES = [pytest.param(r, i, id=f"{r.code}-{i}") for r in pair_rules() for i in range(len(r.fires))]
PAIR_SPARES = [pytest.param(r, i, id=f"{r.code}-{i}") for r in pair_rules() for i in range(len(r.spares))]


@pytest.mark.parametrize(("rule", "number"), FIRES)
def test_fires(rule: Rule, number: int) -> None:
    example = rule.fires[number]()
    found, dropped = check_counted(example.page, example.provenance, select=[rule.code], preview=True)
    assert found, "the rule does not fire on its example"
    assert dropped == 0
    assert {f.code for f in found} == {rule.code}
    assert all(f.level == rule.level and f.name == rule.name for f in found)


@pytest.mark.parametrize(("rule", "number"), SPARES)
def test_spares(rule: Rule, number: int) -> None:
    example = rule.spares[number]()
    assert check_counted(example.page, example.provenance, select=[rule.code], preview=True) == ((), 0)


def drifts(example: PairSpecimen, code: str):
    copy, original = _parts(example.copy), _parts(example.original)
    return check_pair(copy, original, example.alignment, select=[code], preview=True)


@pytest.mark.parametrize(("rule", "number"), PAIR_FIRES)
def test_fires_on_a_pair(rule: PairRule, number: int) -> None:
    found = drifts(rule.fires[number](), rule.code)
    assert found, "the rule does not fire on its example"
    assert all(f.code == rule.code and f.level == rule.level and f.copy and f.original for f in found)


@pytest.mark.parametrize(("rule", "number"), PAIR_SPARES)
def test_spares_a_pair(rule: PairRule, number: int) -> None:
    assert drifts(rule.spares[number](), rule.code) == ()


@pytest.mark.parametrize("rule", EVERY)
def test_is_documented(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{3}[0-9]{3}", rule.code)
    assert rule.family in FAMILIES
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", rule.name)
    assert rule.level in LEVELS
    assert rule.fires
    assert rule.spares
    assert rule.standards
    assert rule.false_positives
    for text in (rule.summary, rule.why, rule.answer, *rule.false_positives):
        assert text.endswith("."), text
    assert (rule.stability == "preview") == bool(rule.preview_because)
    assert (rule.stability == "redirected") == bool(rule.redirected_to)
    assert set(rule.weak_on) < set(MERITS)


def test_codes_and_names_are_unique() -> None:
    assert len({r.code for r in every()}) == len(every())
    assert len({r.name for r in every()}) == len(every())


@pytest.mark.parametrize("rule", EVERY)
def test_describes_and_does_not_judge(rule: Rule) -> None:
    words = " ".join((rule.summary, rule.why, rule.answer)).casefold()
    messages = [message for number in range(len(rule.fires)) for message in catalogue.messages(rule, number)]
    for told in (words, *(m.casefold() for m in messages)):
        assert not re.search(r"plagiari|\bfakes?\b|\bfake |dishonest|\blies\b|steal", told)


def _parts(specimen):
    return specimen.page, specimen.provenance
