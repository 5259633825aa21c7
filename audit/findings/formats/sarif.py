"""Findings as SARIF 2.1.0, the format of code scanning.

A place in the text becomes a region only where the target is a plain-text file, since only there are the audit's offsets
the file's own; elsewhere the quotation stands in the result's properties.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

import msgspec

from audit.findings.catalogue import describe
from audit.findings.formats import Found
from audit.findings.registry import rule
from audit.findings.ruleset import RULESET
from audit.model import Audit, Finding, Level, Quoted
from audit.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: dict[Level, str] = {"error": "error", "warning": "warning", "note": "note", "info": "none"}


def render(found: Sequence[Found]) -> str:
    """One run with all findings, indented JSON."""
    codes = sorted({f.code for one in found for f in one.findings})
    run = {
        "tool": {
            "driver": {
                "name": "tracewire",
                "version": __version__,
                "semanticVersion": __version__,
                "properties": {"ruleset": RULESET},
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(one.audit, f, codes) for one in found for f in one.findings],
    }
    document = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _rule(code: str) -> dict[str, Any]:
    known = rule(code)
    if known is None:
        return {"id": code}
    told = describe(known)
    return {
        "id": code,
        "name": known.name,
        "shortDescription": {"text": known.summary},
        "fullDescription": {"text": known.why},
        "help": {"text": known.answer},
        "defaultConfiguration": {"level": _LEVELS[known.level]},
        "properties": {"stability": known.stability, "standards": told["standards"]},
    }


def _result(audit: Audit, finding: Finding, codes: list[str]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.level],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _place(audit, finding)}],
        "partialFingerprints": {"tracewire/v1": finding.fingerprint},
        "properties": {
            "confidence": finding.confidence,
            "basis": finding.basis,
            "evidence": msgspec.to_builtins(finding.evidence),
        },
    }
    if finding.level == "info":
        result["kind"] = "informational"
    return result


def _place(audit: Audit, finding: Finding) -> dict[str, Any]:
    name = audit.target.name
    uri = name if audit.target.kind == "url" else quote(name)
    place: dict[str, Any] = {"artifactLocation": {"uri": uri}}
    at = next((e for e in finding.evidence if isinstance(e, Quoted)), None)
    if at is not None and audit.target.kind == "text-file":
        text = audit.page.text
        place["region"] = {
            "startLine": text.count("\n", 0, at.start) + 1,
            "startColumn": at.start - (text.rfind("\n", 0, at.start) + 1) + 1,
            "endLine": text.count("\n", 0, at.end) + 1,
            "endColumn": at.end - (text.rfind("\n", 0, at.end) + 1) + 1,
            "charOffset": at.start,
            "charLength": at.end - at.start,
            "snippet": {"text": at.quote},
        }
    return place
