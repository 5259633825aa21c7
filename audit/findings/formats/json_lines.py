"""Findings as JSON Lines: one finding a line, with its target."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from audit.findings.formats import Found
from audit.findings.formats.records import record


def render(found: Sequence[Found]) -> str:
    """One JSON object a finding; nothing for no findings."""
    lines = [msgspec.json.encode(record(one.audit, f)).decode() for one in found for f in one.findings]
    return "".join(line + "\n" for line in lines)
