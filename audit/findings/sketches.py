"""The parts of an example by their words: claims, steps, credits and notices, and the voices behind claims."""

from __future__ import annotations

from typing import NamedTuple

from audit.model import Basis, CreditRole, DisclaimerKind, Grade, NodeType, Relation, SpeechKind, Voice, VoiceType


class ClaimSketch(NamedTuple):
    """An attribution by its words."""

    source: str
    cue: str
    content: str
    voice: Voice
    kind: SpeechKind = "indirect"
    hedges: tuple[str, ...] = ()
    relayed_by: tuple[str, ...] = ()
    relay_basis: Basis | None = None
    where: str = "body"


class StepSketch(NamedTuple):
    """One edge of a chain by the words it rests on."""

    relation: Relation
    name: str | None
    type: NodeType
    words: str = ""
    basis: Basis = "observed"
    strength: float = 1.0
    why: str = ""


class CreditSketch(NamedTuple):
    """A credit by its words, or by its place in the markup."""

    role: CreditRole
    name: str | None
    words: str = ""
    slot: str = ""
    markup: str = ""


class NoticeSketch(NamedTuple):
    """A disclaimer by its words."""

    kinds: tuple[DisclaimerKind, ...]
    words: str
    speaker: str | None = None
    complaints_to: str | None = None
    placement: str = "after"


claim = ClaimSketch
step = StepSketch
credit = CreditSketch
notice = NoticeSketch


def person(name: str, role: str | None = None) -> Voice:
    """A named person."""
    return Voice("person", name, name.casefold(), role)


def voice(kind: VoiceType, name: str) -> Voice:
    """A voice of any other type that has a name."""
    return Voice(kind, name, name.casefold())


def unnamed(
    name: str,
    grade: Grade = "G1",
    *,
    plural: bool = False,
    reason: str | None = None,
    rote: bool = False,
    knows_how: str | None = None,
) -> Voice:
    """An unnamed voice with its grade."""
    return Voice(
        "unnamed",
        name,
        name.casefold(),
        grade=grade,
        plural=plural,
        reason=reason,
        rote_reason=rote,
        knows_how=knows_how,
    )


def nobody() -> Voice:
    """No voice at all."""
    return Voice("none")
