"""Findings for people and programs, one module a format; chosen by name, imported when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from typing import NamedTuple

from audit.errors import UsageError
from audit.model import Audit, Finding

__all__ = ["FORMATS", "Found", "found_in", "render"]


class Found(NamedTuple):
    """What is to be told of one audit: the audit, and those of its findings that a baseline or a hand leaves."""

    audit: Audit
    findings: Sequence[Finding]
    known: int = 0
    """Findings left out because the baseline knows them."""


FORMATS: dict[str, str] = {
    "text": "plain_text",
    "json": "json_array",
    "jsonl": "json_lines",
    "markdown": "markdown",
    "sarif": "sarif",
    "github": "github",
}
"""Format name → module of this package; each has `render(found) -> str`."""


def found_in(audits: Iterable[Audit]) -> list[Found]:
    """All findings of these audits."""
    return [Found(audit, audit.findings) for audit in audits]


def render(name: str, found: Sequence[Found]) -> str:
    """The findings in format `name`, ending with a newline where it says anything. Raises `UsageError` for no format."""
    if name not in FORMATS:
        raise UsageError(f"{name!r} is no format for findings", f"known are {', '.join(FORMATS)}")
    module = import_module(f"audit.findings.formats.{FORMATS[name]}")
    made: Callable[[Sequence[Found]], str] = module.render
    return made(found)
