"""Findings as Markdown, for an issue, a wiki or a newsroom chat."""

from __future__ import annotations

import re
from collections.abc import Sequence

from audit.findings.formats import Found
from audit.findings.formats.records import in_words, visible

# Whatever could open a link, an image, code, a table cell, a heading, HTML or a mention.
_MARKS = re.compile(r"([\\`*_{}\[\]()#+!|~<>&@])")


def escaped(text: str) -> str:
    """`text` on one line, shown as it is by any Markdown renderer: no links, no HTML, no formatting, no mentions."""
    return _MARKS.sub(r"\\\1", visible(text)).replace("://", ":\\//")


def render(found: Sequence[Found]) -> str:
    """A heading a target, its verdict, and a list item a finding."""
    lines: list[str] = []
    for one in found:
        lines += [f"## {escaped(one.audit.page.headline or one.audit.target.name)}", ""]
        lines += [f"{escaped(one.audit.target.name)}", "", f"**{escaped(one.audit.profile.verdict)}**", ""]
        for f in one.findings:
            lines.append(f"- **{f.code}** {f.name} ({f.level}): {escaped(f.message)}")
            lines.extend(f"  - {escaped(in_words(e))}" for e in f.evidence)
        if not one.findings:
            lines.append("No findings." if not one.known else "No new findings.")
        if one.known:
            lines += ["", f"{one.known} known from the baseline are left out."]
        lines.append("")
    return "\n".join(lines)
