"""What the rules found, and the profile of the page on four axes."""

from __future__ import annotations

from audit.model.evidence import Evidence
from audit.model.span import Frozen
from audit.model.words import Axis, Basis, CheckState, Level


class Finding(Frozen, frozen=True):
    """One thing a desk should know, with the words it rests on. `fingerprint` is stable while unrelated text moves."""

    code: str
    name: str
    level: Level
    confidence: float
    message: str
    evidence: tuple[Evidence, ...]
    fingerprint: str
    basis: Basis = "observed"


class Check(Frozen, frozen=True):
    """One question put to the page, and its answer."""

    name: str
    state: CheckState
    because: str
    evidence: tuple[Evidence, ...] = ()


class AxisReport(Frozen, frozen=True):
    """The checks on one axis."""

    axis: Axis
    checks: tuple[Check, ...]

    def count(self, state: CheckState) -> int:
        """How many checks ended in `state`."""
        return sum(c.state == state for c in self.checks)


class Shares(Frozen, frozen=True):
    """Counts behind the profile; words are runs of letters and digits."""

    words_reporting: int = 0
    words_wrapper: int = 0
    words_quoted: int = 0
    claims_named: int = 0
    claims_unnamed: int = 0
    claims_unvoiced: int = 0
    longest_chain: int = 0
    independent_origins: int | None = None


class Profile(Frozen, frozen=True):
    """What was checked on the four axes, and the one sentence that sums it up."""

    verdict: str
    axes: tuple[AxisReport, ...]
    shares: Shares
    ungrounded_dropped: int = 0
    """Statements dropped before writing because they quoted words that are not on the page."""
    leading: int | None = None
    """Index, among the audit's chains, of the one that the verdict tells; None where it tells none."""
