"""The baseline: findings that are known and shall not be told again.

A text file, a line a finding: fingerprint, code and target, separated by spaces; `#` begins a comment. The fingerprint
says what was found and the target where, so a known finding stays known when unrelated text moves, and the same words
on another page are new.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from audit.errors import UsageError
from audit.findings.fingerprints import LENGTH
from audit.model import Finding

HEADER = "# tracewire baseline 1: fingerprint code target"
_LINE = re.compile(rf"([0-9a-f]{{{LENGTH}}})\s+([A-Z]{{3}}[0-9]{{3}})\s+(\S.*)")
LARGEST = 50_000_000
"""Bytes of a baseline that are read."""


class Baseline(NamedTuple):
    """Known findings as pairs of target and fingerprint."""

    known: frozenset[tuple[str, str]]

    def split(self, target: str, findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], int]:
        """The findings on `target` that are new, and the number of known ones left out."""
        findings = tuple(findings)
        new = tuple(f for f in findings if (target, f.fingerprint) not in self.known)
        return new, len(findings) - len(new)


def read(path: Path) -> Baseline:
    """The baseline in a file. Raises `UsageError`, with file and line, where it is missing or broken."""
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(f"{path}: a baseline of more than {LARGEST:,} bytes", "is this the right file?")
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 text (byte {error.start})", "is this the right file?") from error
    except OSError as error:
        raise UsageError(
            f"{path}: the baseline cannot be read: {error.strerror}", "make one with --write-baseline"
        ) from error
    known = set()
    for number, line in enumerate(text.splitlines(), 1):
        stripped = line.strip()
        if not stripped or stripped.startswith("#"):
            continue
        match = _LINE.fullmatch(stripped)
        if match is None:
            raise UsageError(
                f"{path}, line {number}: not a baseline entry: {stripped[:60]!r}",
                "an entry is a fingerprint, a code and a target; take the line out or write the baseline anew",
            )
        known.add((match.group(3), match.group(1)))
    return Baseline(frozenset(known))


def encode(found: Iterable[tuple[str, Finding]]) -> str:
    """The text of a baseline that knows these findings, given with their targets; sorted, each once."""
    lines = sorted({(target, f.code, f.fingerprint) for target, f in found})
    return "\n".join([HEADER, *(f"{fingerprint} {code} {target}" for target, code, fingerprint in lines)]) + "\n"
