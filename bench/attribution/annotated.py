"""The annotated articles of this repository as training material: another sort of news than the corpus.

They state source and cue (`score_voices.py` has the format); the words said are those that the tagger gives to that cue
at the time of training. Paragraphs with an attribution that it does not find are left out: nothing is known of their
contents.
"""

from __future__ import annotations

from pathlib import Path

from audit.model import Attribution, Block, Span
from audit.provenance.attributions import find_attributions
from audit.provenance.attributions.learned.tokens import Tokens
from audit.provenance.attributions.reading.sentences import split
from bench.attribution.corpus import Article, Gold
from bench.attribution.score_voices import answers, read_article


def read(*folders: Path) -> list[Article]:
    """The articles of `folders`, by name, each without the paragraphs that are not understood."""
    return [article for folder in folders for path in sorted(folder.glob("*.txt")) for article in [_read(path)]]


def _read(path: Path) -> Article:
    text, gold = read_article(path)
    lines, place = [], 0
    for line in text.split("\n"):
        lines.append((place, place + len(line)))
        place += len(line) + 1
    found, _ = find_attributions(text, [Block("body", a, b, 1.0, "article") for a, b in lines], "en", "encoder")
    taken: dict[int, Attribution] = {}
    lost: set[int] = set()
    for one in gold:
        pick = next((i for i, a in enumerate(found) if i not in taken and answers(text, a, one)), None)
        if pick is None:
            lost.add(one.start)
        else:
            taken[pick] = found[pick]
    kept: list[str] = []
    moves: list[tuple[int, int, int]] = []
    at = 0
    for begin, end in lines:
        if begin not in lost and end > begin:
            kept.append(text[begin:end])
            moves.append((begin, end, at - begin))
            at += end - begin + 1
    golds = [g for g in (_moved(one, moves) for one in _outer_last(list(taken.values()))) if g.cue or g.content]
    new = "\n".join(kept)
    return Article(path.stem, Tokens(new, split(new, [Span(0, len(new))])), tuple(golds))


def _outer_last(found: list[Attribution]) -> list[Attribution]:
    """Shorter contents first: where one attribution lies in another's content, the corpus marks the outer one alone."""
    return sorted(found, key=lambda a: sum(s.end - s.start for s in a.content))


def _moved(one: Attribution, moves: list[tuple[int, int, int]]) -> Gold:
    def spans(given: tuple[Span, ...]) -> tuple[tuple[int, int], ...]:
        return tuple(
            (s.start + by, s.end + by) for s in given for begin, end, by in moves if begin <= s.start and s.end <= end
        )

    return Gold(spans(one.source), spans(one.cue), spans(one.content))
