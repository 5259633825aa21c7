"""Drafts that several rules make alike: about one voice, about one chain."""

from __future__ import annotations

from math import prod

from audit.findings.case import Case, VoiceGroup
from audit.findings.rule import Draft
from audit.model import Absence, Chain

SHOWN = 3
"""Places of one voice that a finding shows."""


def about_voice(case: Case, group: VoiceGroup, message: str, *missing: Absence, key: str = "voice") -> Draft:
    """A draft about one voice, resting on the words that stand for it, as sure as voice and first claim are."""
    return Draft(
        message,
        (*(case.source_of(c) for c in group.attributions[:SHOWN]), *missing),
        confidence=min(group.voice.confidence, group.attributions[0].confidence),
        key=f"{key}:{group.voice.key or group.voice.name}",
    )


def about_chain(case: Case, chain: Chain, message: str, *missing: Absence, key: str) -> Draft:
    """A draft about one chain, resting on the first words of each step, as sure as all its steps together are."""
    steps = case.steps(chain)
    return Draft(
        message,
        (*(e.evidence[0] for e in steps if e.evidence), *missing),
        confidence=prod(e.strength for e in steps) if steps else 0.5,
        basis="inferred" if any(e.basis == "inferred" for e in steps) else "observed",
        key=key,
    )
