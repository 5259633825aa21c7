"""Findings as one JSON document."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from audit.findings.formats import Found
from audit.findings.formats.records import record
from audit.findings.ruleset import RULESET


def render(found: Sequence[Found]) -> str:
    """`{"schema", "ruleset", "targets", "findings"}`, indented."""
    document = {
        "schema": "tracewire/findings/1",
        "ruleset": found[0].audit.ruleset if found else RULESET,
        "targets": [
            {"name": one.audit.target.name, "findings": len(one.findings), "known": one.known} for one in found
        ],
        "findings": [record(one.audit, f) for one in found for f in one.findings],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"
