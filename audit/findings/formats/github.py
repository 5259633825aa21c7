"""Findings as workflow commands, which GitHub Actions shows as annotations."""

from __future__ import annotations

from collections.abc import Sequence

from audit.findings.formats import Found
from audit.findings.formats.records import visible
from audit.model import Level, Quoted

_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "notice", "info": "notice"}


def render(found: Sequence[Found]) -> str:
    """A command a finding; file and line are given for plain-text files, where offsets are the file's own."""
    return "".join(_command(one, number) + "\n" for one in found for number in range(len(one.findings)))


def _command(one: Found, number: int) -> str:
    finding, audit = one.findings[number], one.audit
    properties = [f"title={_property(f'{finding.code} {finding.name}')}"]
    message = finding.message
    if audit.target.kind in ("text-file", "html-file"):
        properties.insert(0, f"file={_property(audit.target.name)}")
        at = next((e.start for e in finding.evidence if isinstance(e, Quoted)), None)
        if audit.target.kind == "text-file" and at is not None:
            line = audit.page.text.count("\n", 0, at) + 1
            properties.insert(1, f"line={line}")
    else:
        message = f"{audit.target.name}: {message}"
    return f"::{_COMMANDS[finding.level]} {','.join(properties)}::{_message(message)}"


def _message(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
