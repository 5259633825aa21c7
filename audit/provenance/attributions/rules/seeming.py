"""What papers and pictures are said to show: `emails appear to confirm this`, `a video purportedly showing a blast`.

The verb behind the hedge may be any: what a paper seems to do with a claim is to make it.
"""

from __future__ import annotations

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.phrases import DETERMINERS, PREPOSITIONS, SEEMING, Range
from audit.provenance.attributions.rules.found import Found
from audit.provenance.attributions.rules.papers import before_relative, phrase_of
from audit.provenance.attributions.rules.relayed import Relayed

_HELD_OFF = word_set("purportedly reportedly allegedly apparently supposedly ostensibly")
_SHOWING = word_set("showing depicting capturing documenting")
_SAID = word_set("said purporting purported believed alleged claimed thought reported")
_SHOW = word_set("show depict capture document be")
_STATES = word_set("have be")
"""What a paper seems to be or to have undergone, which is no claim of it: `The order appears to have come from above`."""
_LINKS = word_set("'s of in on by from to the a an")


class Seeming(Relayed):
    """A sentence asked for papers that seem to show something."""

    def _by_papers(self) -> list[Found]:
        """What the frames of this module find in the sentence."""
        found: list[Found | None] = []
        for i in range(self.first + 1, self.end - 2):
            if self.reading.quote[i] >= 0:
                continue
            low, behind = self.lows[i], self.lows[i + 1]
            if low in SEEMING and behind == "to" and self.lows[i + 2].isalpha() and self.lows[i + 2] not in _STATES:
                found.append(self._seems(i))
            elif low in _HELD_OFF and behind in _SHOWING:
                found.append(self._depicts(i, i + 2))
            elif low in _SAID and behind == "to" and self.lows[i + 2] in _SHOW and self.lows[i - 1] not in _LINKS:
                found.append(self._depicts(i, i + 3))
        return [f for f in found if f is not None and f.content]

    def _seems(self, i: int) -> Found | None:
        """`Internal emails seen by this paper appear to confirm this`."""
        paper = self.paper_ahead(i) or self._paper_before(i)
        start = i
        while paper is not None and start > paper[1] and self.lows[start - 1] in phrases.ADVERBS | {"would"}:
            start -= 1
        return Found(paper, (start, i + 3), self._following(i + 3)) if paper is not None else None

    def _depicts(self, first: int, stop: int) -> Found | None:
        """`a video purportedly showing trucks`, `an image said to show his car`."""
        paper = self._paper_before(first)
        content = self._trim(stop, self._clause_end(stop))
        return Found(paper, (first, stop), [content] if content else []) if paper is not None else None

    def _paper_before(self, stop: int) -> Range | None:
        """The noun phrase of a paper or picture right before token `stop`, or before its relative pronoun."""
        if self.lows[stop - 1] in ("that", "which"):
            return before_relative(self.reading, self.first, stop - 1)
        heads = speech.forms("voices", "head")
        phrase = phrases.before(self.reading, self.first, stop, self.verbs)
        ends = range(*phrase) if phrase is not None else range(0)
        noun = next((i for i in ends if i + 1 == ends.stop or self.lows[i + 1] in PREPOSITIONS), None)
        if phrase is None or noun is None or heads.get(self.lows[noun]) != "document":
            return None
        verbal = any(self.lows[i] in DETERMINERS for i in range(ends.start + 1, noun))
        return phrase_of(self.reading, self.first, noun) if verbal else phrase
