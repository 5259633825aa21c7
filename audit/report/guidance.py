"""Why a finding matters, what it rests on and how to answer it: the words of its rule."""

from __future__ import annotations

import importlib
import importlib.util
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Guidance:
    """What the rule set says about one code."""

    why: str
    answer: str
    standards: tuple[str, ...]


@cache
def guidance(code: str) -> Guidance | None:
    """The guidance of the rule of that code; `None` where today's rule set has no such rule (an older audit)."""
    if importlib.util.find_spec("audit.findings.registry") is None:
        return None
    rule = importlib.import_module("audit.findings.registry").rule(code)
    return Guidance(rule.why, rule.answer, tuple(rule.standards)) if rule else None
