"""What the text-like and the JSON formats share: a finding as a record, its quotations, and safe characters."""

from __future__ import annotations

import re
from typing import Any

import msgspec

from audit.model import Absence, Address, Audit, Evidence, Finding, Markup, Quoted

_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


def record(audit: Audit, finding: Finding) -> dict[str, Any]:
    """A finding as plain data, with its target and address, as `audit.json` writes it."""
    made: dict[str, Any] = {"target": audit.target.name, "url": audit.capture.url, **msgspec.to_builtins(finding)}
    return made


def visible(text: str) -> str:
    r"""`text` on one line, control and direction characters shown as `\u202e`, so that none acts on a terminal."""
    return _UNSAFE.sub(lambda m: f"\\u{ord(m.group()):04x}", " ".join(text.split()))


def in_words(evidence: Evidence) -> str:
    """One piece of evidence as a line."""
    match evidence:
        case Quoted():
            shown = evidence.quote if len(evidence.quote) <= 200 else evidence.quote[:197] + "…"
            return f"“{visible(shown)}” ({evidence.start}–{evidence.end})"
        case Markup():
            return f"markup {visible(evidence.place)}: {visible(evidence.value)[:200]}"
        case Address():
            return f"address {visible(evidence.part)}: {visible(evidence.value)[:200]}"
        case Absence():
            return f"not found: {visible(evidence.looked_for)}, in {visible(evidence.where)}"
        case _:
            return f"stated by the user: {visible(evidence.what)}: {visible(evidence.value)[:200]}"
