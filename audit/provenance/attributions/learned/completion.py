"""What the labels leave undone: a cue without content, and a subject taken for a speaker.

The labels find who speaks more surely than where the words begin. Where a cue has a source but no content ("The bill
will pass, the minister said" with only its second half labelled), the likelier free stretch of its sentence, before or
after the two, is taken, if the network holds it likely enough to be content.

In "the mediators are believed to be pushing" nobody speaks: the subject of a passive of saying or believing is part
of the claim, and so it is in "negotiators reportedly refused", where the adverb alone is the cue.
"""

from __future__ import annotations

from collections.abc import Sequence

from audit.provenance.attributions.learned.linker import Link, Segment
from audit.provenance.attributions.learned.tokens import Tokens

_BEING = frozenset(["is", "are", "was", "were", "be", "been", "being", "'s", "’s", "'re", "’re"])
_HELD_WORDS = """
alleged assumed believed considered deemed estimated expected feared held hoped known projected presumed reckoned
reported reputed rumored rumoured said seen supposed suspected thought tipped understood
"""
_HELD = frozenset(_HELD_WORDS.split())
_HEARSAY = frozenset(["reportedly", "allegedly", "purportedly", "supposedly", "ostensibly"])
LEAST_WORDS = 3
LEAST_ODDS = -4.0
"""Mean log odds of content against none under which a stretch is left alone."""


def complete(
    tokens: Tokens, segments: Sequence[Segment], links: Sequence[Link], odds: Sequence[float]
) -> list[Segment]:
    """`segments` with a content added for each cue that could be completed; those links are marked and refer to it.

    `odds` are the log odds of content against no role, one a token.
    """
    out = list(segments)
    taken = {i for link in links if not link.contents for i in _sentence_of(tokens, segments[link.cue])}
    busy = {i for s in segments if s.first in taken or s.last - 1 in taken for i in range(s.first, s.last)}
    for link in links:
        if link.contents or link.source is None:
            continue
        stretch = _free_stretch(tokens, segments[link.cue], segments[link.source], busy, odds)
        if stretch is not None:
            link.contents.append(len(out))
            link.completed = True
            out.append(stretch)
            busy.update(range(stretch.first, stretch.last))
    return out


def _sentence_of(tokens: Tokens, segment: Segment) -> range:
    return range(*tokens.bounds[tokens.sentence[segment.first]])


def _free_stretch(
    tokens: Tokens, cue: Segment, source: Segment, busy: set[int], odds: Sequence[float]
) -> Segment | None:
    sentence = _sentence_of(tokens, cue)
    begin = min(cue.first, source.first) if source.first in sentence else cue.first
    end = max(cue.last, source.last) if source.first in sentence else cue.last
    best: tuple[float, Segment] | None = None
    left = begin
    while left > sentence.start and left - 1 not in busy:
        left -= 1
    right = end
    while right < sentence.stop and right not in busy:
        right += 1
    for first, last in ((left, begin), (end, right)):
        while first < last and not tokens.words[first][0].isalnum():
            first += 1
        while last > first and not tokens.words[last - 1][0].isalnum():
            last -= 1
        if last - first >= LEAST_WORDS:
            mean = sum(odds[first:last]) / (last - first)
            if mean >= LEAST_ODDS and (best is None or mean > best[0]):
                best = mean, Segment("content", first, last)
    return best[1] if best else None


def subject_of_passive(tokens: Tokens, source: Segment, cue: Segment) -> bool:
    """Whether the cue is a passive of saying or believing ("are widely believed") and the source its subject."""
    words = [w.lower() for w in tokens.words[cue.first : cue.last]]
    follows = tokens.words[cue.last].lower() if cue.last < len(tokens) else ""
    return (
        source.last <= cue.first <= source.last + 3
        and words[-1] in _HELD
        and not _BEING.isdisjoint(words[:-1])
        and follows != "by"
    )


def hearsay(tokens: Tokens, cue: Segment) -> Segment | None:
    """The adverb of a cue that is hearsay ("reportedly refused"), as a cue of its own."""
    first = cue.first
    return Segment("cue", first, first + 1) if tokens.words[first].lower() in _HEARSAY else None
