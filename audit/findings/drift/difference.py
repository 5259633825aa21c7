"""Two aligned passages word by word: what of the original has nothing in its place, and what came or went alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from audit.findings.drift.told import Told
from audit.model import Span


class Difference:
    """The words of an original's passage beside those of a copy's, by the fewest words changed."""

    def __init__(self, copy: tuple[Told, Sequence[Span]], original: tuple[Told, Sequence[Span]]) -> None:
        self._copy, self._original = copy[0].reading, original[0].reading
        self._mine = [i for span in copy[1] for i in self._copy.inside(span)]
        self._theirs = [i for span in original[1] for i in self._original.inside(span)]
        self._steps = list(
            Levenshtein.opcodes(
                [self._original.lows[i] for i in self._theirs], [self._copy.lows[i] for i in self._mine]
            )
        )
        gone = (self._theirs[s.src_start : s.src_end] for s in self._steps if s.tag == "delete")
        self.gone = frozenset(i for run in gone for i in run)
        """Tokens of the original that the copy lacks, with nothing in their place."""

    def share_gone(self, spans: Iterable[Span]) -> float:
        """How much of the original's words at `spans` is gone: 0 to 1; 0 where none of them stand in the passage."""
        own = {i for span in spans for i in self._original.inside(span)} & set(self._theirs)
        return len(own & self.gone) / len(own) if own else 0.0

    def share_kept_but(self, span: Span) -> float:
        """How much of the original's words outside of `span` has something in its place: 0 to 1."""
        rest = set(self._theirs) - set(self._original.inside(span))
        return 1 - len(rest & self.gone) / len(rest) if rest else 0.0

    def alone(self) -> Iterator[tuple[Span | None, Span | None]]:
        """Runs of words that only one side has while the words before and behind them are the same: copy, original."""
        for number, step in enumerate(self._steps):
            near = (*self._steps[max(0, number - 1) : number], *self._steps[number + 1 : number + 2])
            if step.tag in ("delete", "insert") and len(near) == 2 and all(s.tag == "equal" for s in near):
                if step.tag == "delete":
                    first, last = self._theirs[step.src_start], self._theirs[step.src_end - 1]
                    yield None, self._original.span(first, last + 1)
                else:
                    first, last = self._mine[step.dest_start], self._mine[step.dest_end - 1]
                    yield self._copy.span(first, last + 1), None
