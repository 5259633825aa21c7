"""All rules, explicitly. A code, once given, is never given to another rule."""

from __future__ import annotations

from audit.findings.rule import Rule
from audit.findings.rules import FAMILY_RULES

RULES: tuple[Rule, ...] = tuple(sorted(FAMILY_RULES, key=lambda r: r.code))
"""Every rule, by code."""

_BY_CODE = {r.code: r for r in RULES}
_BY_NAME = {r.name: r for r in RULES}


def rule(code_or_name: str) -> Rule | None:
    """The rule of that code or name, redirects followed; None where there is none."""
    found = _BY_CODE.get(code_or_name.upper()) or _BY_NAME.get(code_or_name.lower())
    if found is not None and found.redirected_to:
        return _BY_CODE[found.redirected_to]
    return found
