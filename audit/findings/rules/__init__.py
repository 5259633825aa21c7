"""The rules, a module a topic. A module's `RULES` are listed here by hand: what is not listed does not run."""

from __future__ import annotations

from audit.findings.rule import Rule
from audit.findings.rules import (
    assessment,
    authorship,
    chain_ends,
    dates,
    liability,
    providers,
    unnamed_sources,
    unvoiced,
)

FAMILY_RULES: tuple[Rule, ...] = (
    *unvoiced.RULES,
    *unnamed_sources.RULES,
    *chain_ends.RULES,
    *providers.RULES,
    *liability.RULES,
    *assessment.RULES,
    *authorship.RULES,
    *dates.RULES,
)
"""Every rule of every module, in no particular order; the registry sorts them."""
