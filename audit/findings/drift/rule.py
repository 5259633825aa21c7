"""What a rule over two pages is, and the examples that prove it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from audit.findings.drift.pair import Pair
from audit.findings.rule import Documented, Specimen
from audit.model import Alignment, Basis, Evidence


class PairDraft(msgspec.Struct, frozen=True):
    """What a rule found, with what it rests on in the copy and in the original."""

    message: str
    copy: tuple[Evidence, ...]
    original: tuple[Evidence, ...]
    confidence: float = 1.0
    basis: Basis = "observed"
    key: str = ""


class PairSpecimen(msgspec.Struct, frozen=True):
    """Two pages made up for an example, and their alignment."""

    copy: Specimen
    original: Specimen
    alignment: Alignment


class PairRule(Documented, frozen=True, kw_only=True):
    """A rule that compares two audits; `tracewire compare` runs it."""

    check: Callable[[Pair], Iterator[PairDraft]]
    fires: tuple[Callable[[], PairSpecimen], ...]
    """Examples on which the rule must fire; built only when asked for."""
    spares: tuple[Callable[[], PairSpecimen], ...]
    """Near misses on which it must not."""
