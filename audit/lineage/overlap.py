"""How many words two aligned texts share, both ways. Quotations and boilerplate do not count: everybody repeats those."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import LCSseq

from audit.lineage.words import Placed, placed
from audit.model import AlignedPair, Overlap, Span
from audit.provenance.attributions.reading.quotes import find_quotations


class Counted:
    """The words of one page's sentences, and which of them count."""

    def __init__(self, text: str, sentences: Sequence[Span], boilerplate: frozenset[Span] = frozenset()) -> None:
        self._boilerplate = boilerplate
        quoted = [q.span for q in find_quotations(text, _lines(text, sentences)) if not q.scare(text)]
        self._words: dict[Span, list[tuple[str, bool]]] = {}
        self.words = self.quoted = self.left_out = 0
        at = 0
        for sentence in sentences:
            while at < len(quoted) and quoted[at].end <= sentence.start:
                at += 1
            own: list[tuple[str, bool]] = []
            for word in placed(text, sentence.start, sentence.end):
                speech = _in_any(word, quoted[at : at + 40])
                own.append((word.word, not speech and sentence not in boilerplate))
                self.quoted += speech
            self._words[sentence] = own
            self.words += sum(counts for _, counts in own)
            self.left_out += len(own) if sentence in boilerplate else 0

    def of(self, sentences: Iterable[Span]) -> list[tuple[str, bool]]:
        """The words of `sentences`, each with whether it counts."""
        return [word for sentence in sentences for word in self._words[sentence]]


def overlap(pairs: Iterable[AlignedPair], copy: Counted, original: Counted) -> Overlap:
    """The words that aligned sentences have in common, in order, and that count."""
    mine = theirs = 0
    for pair in pairs:
        if not pair.copy or not pair.original:
            continue
        ours, others = copy.of(pair.copy), original.of(pair.original)
        for block in LCSseq.opcodes([w for w, _ in ours], [w for w, _ in others]):
            if block.tag == "equal":
                mine += sum(counts for _, counts in ours[block.src_start : block.src_end])
                theirs += sum(counts for _, counts in others[block.dest_start : block.dest_end])
    return Overlap(copy.words, mine, original.words, theirs, copy.quoted, copy.left_out)


def _in_any(word: Placed, spans: Sequence[Span]) -> bool:
    return any(s.start <= word.start and word.end <= s.end for s in spans)


def _lines(text: str, sentences: Sequence[Span]) -> list[Span]:
    """The lines that `sentences` stand on, from the first sentence of each to its last."""
    lines: list[Span] = []
    for sentence in sentences:
        if lines and "\n" not in text[lines[-1].end : sentence.start]:
            lines[-1] = Span(lines[-1].start, sentence.end)
        else:
            lines.append(sentence)
    return lines
