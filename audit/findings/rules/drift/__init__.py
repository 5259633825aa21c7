"""The rules over two pages, a module a topic. A module's `RULES` are listed here by hand: what is not listed does not run."""

from __future__ import annotations

from audit.findings.drift.rule import PairRule
from audit.findings.rules.drift import certainty, definite, facts, headline, quotations, records, selection, voices

PAIR_RULES: tuple[PairRule, ...] = (
    *voices.RULES,
    *definite.RULES,
    *certainty.RULES,
    *headline.RULES,
    *facts.RULES,
    *quotations.RULES,
    *selection.RULES,
    *records.RULES,
)
"""Every rule of every module, in no particular order; the registry sorts them."""
