"""An attribution while the rules work on it: ranges of tokens, and spans only at the end."""

from __future__ import annotations

from collections.abc import Sequence

from audit.model import Span
from audit.provenance.attributions.reading.phrases import (
    Range,
)
from audit.provenance.attributions.reading.tokens import Reading
from audit.provenance.attributions.tagging import RawAttribution


class Found:
    """An attribution in tokens."""

    __slots__ = ("confidence", "content", "cue", "source")

    def __init__(self, source: Range | None, cue: Range | None, content: list[Range], confidence: float = 1.0) -> None:
        self.source = source
        self.cue = cue
        self.content = content
        self.confidence = confidence

    def raw(self, reading: Reading) -> RawAttribution:
        """The same in code points."""

        def spans(ranges: Sequence[Range | None]) -> tuple[Span, ...]:
            return tuple(reading.span(*r) for r in sorted(r for r in ranges if r is not None))

        return RawAttribution(spans([self.source]), spans([self.cue]), spans(self.content), self.confidence)
