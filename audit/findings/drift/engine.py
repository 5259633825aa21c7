"""Running the drift rules over a pair of pages: choose, check, name, ground, order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from audit.findings.case import Case
from audit.findings.drift.pair import Pair
from audit.findings.drift.rule import PairDraft, PairRule
from audit.findings.engine import MOST_PER_RULE, runs
from audit.findings.fingerprints import fingerprint
from audit.findings.grounding import pair_holds
from audit.findings.selection import choose_pair_rules
from audit.model import LEVELS, Alignment, Drift, Page, Provenance, Quoted


def check_pair(
    copy: tuple[Page, Provenance],
    original: tuple[Page, Provenance],
    alignment: Alignment,
    *,
    select: Iterable[str] | None = None,
    ignore: Iterable[str] | None = None,
    preview: bool = False,
) -> tuple[Drift, ...]:
    """What the copy says otherwise than the original, most serious first, then as the copy has it.

    A rule runs where both pages can be assessed for it. Arguments and errors as for `audit.findings.check`.
    """
    pair = Pair(Case(*copy), Case(*original), alignment)
    found = [
        drift
        for rule in choose_pair_rules(select, ignore, preview=preview)
        if runs(rule.needs, pair.copy.case) and runs(rule.needs, pair.original.case)
        for drift in _findings(rule, pair)
    ]
    return tuple(sorted((d for d in found if pair_holds(copy[0], original[0], d)), key=_reading_order))


def _findings(rule: PairRule, pair: Pair) -> Iterator[Drift]:
    drafts = list(rule.check(pair))
    seen: dict[str, int] = {}
    more = len(drafts) - MOST_PER_RULE
    for number, draft in enumerate(drafts[:MOST_PER_RULE]):
        told = draft.message
        if more > 0 and number == MOST_PER_RULE - 1:
            told = f"{told} There are {more} more of this kind."
        first = _fingerprint(rule, draft, 0)
        nth = seen[first] = seen.get(first, -1) + 1
        yield Drift(
            code=rule.code,
            name=rule.name,
            level=rule.level,
            confidence=round(min(1.0, max(0.0, draft.confidence)), 3),
            message=told,
            copy=draft.copy,
            original=draft.original,
            fingerprint=_fingerprint(rule, draft, nth),
            basis=draft.basis,
        )


def _fingerprint(rule: PairRule, draft: PairDraft, nth: int) -> str:
    return fingerprint(rule.code, (*draft.copy, *draft.original), draft.key, nth)


def _reading_order(drift: Drift) -> tuple[int, int, int, str, str]:
    mine = [e.start for e in drift.copy if isinstance(e, Quoted)]
    theirs = [e.start for e in drift.original if isinstance(e, Quoted)]
    return (-LEVELS.index(drift.level), min(mine, default=-1), min(theirs, default=-1), drift.code, drift.fingerprint)
