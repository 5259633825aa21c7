"""All rules, explicitly. A code, once given, is never given to another rule."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from audit.findings.rule import Documented, Rule
from audit.findings.rules import FAMILY_RULES

if TYPE_CHECKING:
    from audit.findings.drift.rule import PairRule

RULES: tuple[Rule, ...] = tuple(sorted(FAMILY_RULES, key=lambda r: r.code))
"""Every rule over a page, by code."""

_BY_CODE = {r.code: r for r in RULES}
_BY_NAME = {r.name: r for r in RULES}


def rule(code_or_name: str) -> Rule | None:
    """The rule of that code or name, redirects followed; None where there is none."""
    found = _BY_CODE.get(code_or_name.upper()) or _BY_NAME.get(code_or_name.lower())
    if found is not None and found.redirected_to:
        return _BY_CODE[found.redirected_to]
    return found


@cache
def pair_rules() -> tuple[PairRule, ...]:
    """Every rule over two pages, by code; loaded when asked for, since an audit of one page needs none."""
    from audit.findings.rules.drift import PAIR_RULES

    return tuple(sorted(PAIR_RULES, key=lambda r: r.code))


def every() -> tuple[Documented, ...]:
    """Every rule, over a page or over two, by code."""
    return tuple(sorted((*RULES, *pair_rules()), key=lambda r: r.code))


def documented(code_or_name: str) -> Documented | None:
    """The rule of that code or name, over a page or over two; None where there is none."""
    found = rule(code_or_name)
    if found is not None:
        return found
    return next((r for r in pair_rules() if code_or_name.upper() == r.code or code_or_name.lower() == r.name), None)
