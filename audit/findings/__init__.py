"""What a desk should know: `Page`, `Provenance` → findings and the profile."""

from __future__ import annotations

from audit.findings.engine import Checked, check, check_counted
from audit.findings.grounding import ground
from audit.findings.profile import profile
from audit.findings.ruleset import RULESET

__all__ = ["RULESET", "Checked", "check", "check_counted", "ground", "profile"]
