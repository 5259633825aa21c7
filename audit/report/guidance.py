"""Why a finding matters, what it rests on and how to answer it: the words of its rule."""

from __future__ import annotations

import msgspec


class Guidance(msgspec.Struct, frozen=True):
    """What the rule set says about one code."""

    why: str
    answer: str
    standards: tuple[str, ...]


def guidance(code: str) -> Guidance | None:
    """The guidance of the rule of that code; `None` where today's rule set has no such rule (an older audit)."""
    from audit.findings import registry

    rule = registry.rule(code)
    return Guidance(rule.why, rule.answer, rule.standards) if rule else None
