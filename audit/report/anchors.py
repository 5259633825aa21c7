"""The addresses inside a report; they stay the same from version to version, so that a link into a report keeps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from audit.model import Finding


def span(start: int, end: int) -> str:
    """Words on the page: `s-120-164`."""
    return f"s-{start}-{end}"


def block(number: int) -> str:
    """The nth block of the page, from 1: `p-7`."""
    return f"p-{number}"


def claim(number: int) -> str:
    """The nth attribution, from 1: `c-3`."""
    return f"c-{number}"


def edge(index: int) -> str:
    """The edge with this index in `audit.json`, counted from 1: `e-2`."""
    return f"e-{index + 1}"


def disclaimer(number: int) -> str:
    """The nth disclaimer, from 1: `d-1`."""
    return f"d-{number}"


def code(finding: Finding) -> str:
    """The finding's code, as short and plain as the rules give it, whatever an audit from elsewhere says."""
    return _plain(finding.code[:40])


@lru_cache(maxsize=256)
def _plain(code: str) -> str:
    return "".join(c for c in code if c.isascii() and c.isalnum())[:12] or "X"


def group(finding: Finding) -> str:
    """All findings of one rule: `f-ANO206`."""
    return f"f-{code(finding)}"


def findings(items: Sequence[Finding]) -> Iterable[str]:
    """One for each finding, the nth of its code: `f-ANO206-1`."""
    seen: dict[str, int] = {}
    for item in items:
        short = code(item)
        seen[short] = seen.get(short, 0) + 1
        yield f"f-{short}-{seen[short]}"
