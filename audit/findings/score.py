"""A total, only on request, and never without its formula.

Each axis counts what share of its assessable checks passed; the total is the plain mean of the axes that could be assessed,
in percent. Checks are not weighted: a weight would be an opinion in the shape of a number.
"""

from __future__ import annotations

from typing import NamedTuple

from audit.findings.ruleset import RULESET
from audit.model import Axis, Profile

FORMULA = "total = 100 × mean over the assessable axes of passed / (passed + failed)"


class Score(NamedTuple):
    """The total in percent (None where nothing could be assessed), the shares by axis, and how it was made."""

    total: int | None
    axes: dict[Axis, float | None]
    formula: str = FORMULA
    ruleset: str = RULESET


def score(profile: Profile) -> Score:
    """The score of a profile."""
    shares: dict[Axis, float | None] = {}
    for report in profile.axes:
        passed, failed = report.count("passed"), report.count("failed")
        shares[report.axis] = passed / (passed + failed) if passed + failed else None
    assessed = [s for s in shares.values() if s is not None]
    return Score(round(100 * sum(assessed) / len(assessed)) if assessed else None, shares)


def in_words(made: Score) -> str:
    """The score with its parts and its formula, in lines that stand under a summary's."""
    total = "not assessable" if made.total is None else f"{made.total} of 100"
    parts = ", ".join(f"{a} {'not assessable' if s is None else f'{s:.0%}'}" for a, s in made.axes.items())
    more = f"not assessable checks do not count; rule set {made.ruleset}"
    return "\n".join([f"Score         {total}", *(" " * 14 + line for line in (parts, made.formula, more))]) + "\n"
