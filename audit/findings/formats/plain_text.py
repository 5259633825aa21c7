"""Findings as lines for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from audit.findings.formats import Found
from audit.findings.formats.records import in_words, visible


def render(found: Sequence[Found]) -> str:
    """A line a finding, `target: level CODE name: message`, its evidence indented below; then the counts."""
    lines: list[str] = []
    for one in found:
        target = visible(one.audit.target.name)
        for f in one.findings:
            lines.append(f"{target}: {f.level} {f.code} {f.name} ({f.basis}, {f.confidence:.2f})")
            lines.append(f"    {visible(f.message)}")
            lines.extend(f"      {in_words(e)}" for e in f.evidence)
        known = f", {one.known} known from the baseline" if one.known else ""
        lines.append(f"{target}: {len(one.findings)} finding{'' if len(one.findings) == 1 else 's'}{known}")
    return "\n".join(lines) + "\n" if lines else ""
