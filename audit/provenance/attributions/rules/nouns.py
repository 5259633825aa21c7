"""Speech that a noun reports: `by one ambassador's account`, `in his words`, `the minister's claim that`, `was how he put it`."""

from __future__ import annotations

from audit.lexicon import speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading import phrases, phrases_behind
from audit.provenance.attributions.reading.phrases import Range
from audit.provenance.attributions.reading.tokens import QUOTE_MARKS
from audit.provenance.attributions.rules.found import Found
from audit.provenance.attributions.rules.marks import Marks
from audit.provenance.attributions.rules.words import BE, VIEWS

_UNSAID = word_set(
    "used followed hired employed appointed elected named installed offered issued replaced succeeded treated"
)
"""Participles before `by … as` that say nothing of what they are about."""
POSSESSIVES = word_set("his her their its my our")
VERDICTS = word_set(
    "advice verdict reply answer response message description assessment explanation comment view conclusion warning claim"
)
_DEPICTED = (
    "describ",
    "dubb",
    "label",
    "brand",
    "condemn",
    "denounc",
    "dismiss",
    "hail",
    "characteri",
    "portray",
    "call",
)


class Nouns(Marks):
    """A sentence asked for speech that nouns report."""

    def _by_nouns(self) -> list[Found]:
        """What the frames of this module find in the sentence."""
        nouns = speech.forms("english", "cue-noun")
        found: list[Found | None] = []
        for k in range(self.first, self.end):
            if self.reading.quote[k] >= 0:
                continue
            low = self.lows[k]
            if low in VIEWS:
                found.append(self._viewed(k))
            if low in nouns:
                found.append(self._claimed(k))
            if low == "how" and k > self.first and self.lows[k - 1] in BE:
                found.append(self._was_how(k))
            if low in VERDICTS and self.lows[k + 1 : k + 2] in (["of"], ["from"]):
                found.append(self._verdict(k))
            if low in VERDICTS and self.words[k + 1 : k + 2] == [":"]:
                found.append(self._answers(k))
            if low.endswith("ed") and self.lows[k + 1 : k + 2] == ["by"] and low not in _UNSAID:
                found.append(self._depicted(k))
        kept = [f for f in found if f is not None and f.content and f.cue is not None]
        taken = {i for f in self.done if f.cue is not None for i in range(*f.cue)}
        return [f for f in kept if f.cue is not None and f.cue[0] not in taken]

    def _viewed(self, k: int) -> Found | None:
        """`by one ambassador's account`, `in their telling`, `by her own account`."""
        last = k - 1 - (self.lows[k - 1] == "own")
        if last <= self.first:
            return None
        source: Range | None
        if self.lows[last] in POSSESSIVES:
            source = (last, last + 1)
        elif self.lows[last] == "'s" or (self.words[last] in ("'", "’") and self.lows[last - 1].endswith("s")):
            opened = next(
                (i for i in range(last - 1, max(self.first - 1, last - 8), -1) if self.lows[i] in ("by", "in")), None
            )
            source = (opened + 1, last) if opened is not None and opened + 1 < last else None
        else:
            return None
        if source is None or source[0] <= self.first or self.lows[source[0] - 1] not in ("by", "in"):
            return None
        if self.lows[k + 1 : k + 2] == ["of"]:
            return None
        head = self._trim(self.first, source[0] - 1)
        rest = self._trim(k + 1, self.end)
        return Found(source, (k, k + 1), [c for c in (head, rest) if c is not None], 0.9)

    def _claimed(self, k: int) -> Found | None:
        """`the minister's claim that …`, `a warning by the bank that …`."""
        nxt = self.lows[k + 1 : k + 2]
        source: Range | None = None
        that = k + 1
        if nxt == ["that"] and self.lows[k - 1] == "'s":
            source = phrases.before(self.reading, self.first, k - 1, self.verbs)
        elif nxt == ["that"] and self.lows[k - 1] in POSSESSIVES and k > self.first:
            source = (k - 1, k)
        elif nxt in (["by"], ["from"]):
            source = phrases_behind.after(self.reading, k + 2, self.end)
            that = source[1] if source is not None else self.end
        if source is None or self.lows[that : that + 1] != ["that"] or that + 2 >= self.end:
            return None
        content = self._trim(that, self._clause_end(that))
        return Found(source, (k, k + 1), [content] if content else [], 0.8)

    def _was_how(self, k: int) -> Found | None:
        """`“…” was how the minister summed it up`."""
        quote = next(
            (
                self.reading.quote[i]
                for i in range(k - 1, max(self.first, k - 4) - 1, -1)
                if self.words[i] in QUOTE_MARKS
            ),
            -1,
        )
        verb = next((i for i in range(k + 2, min(self.end, k + 14)) if self._past(i) and i not in range(k)), None)
        if quote < 0 or verb is None:
            return None
        return Found((k + 1, verb), (verb, verb + 1), [self.reading.quotation(quote)], 0.9)

    def _verdict(self, k: int) -> Found | None:
        """`“…” is the advice of a fraud analyst`."""
        be = next((i for i in range(k - 1, max(self.first, k - 4), -1) if self.lows[i] in BE), None)
        if be is None or self.words[be - 1] not in QUOTE_MARKS or self.reading.quote[be - 1] < 0:
            return None
        source = phrases_behind.after(self.reading, k + 2, self.end)
        return Found(source, (k, k + 1), [self.reading.quotation(self.reading.quote[be - 1])], 0.9) if source else None

    def _answers(self, k: int) -> Found | None:
        """`The mayor's answer: “Water wins.”`."""
        if k + 2 >= self.stop or self.reading.quote[k + 2] < 0 or self.lows[k - 1] not in POSSESSIVES | {"'s"}:
            return None
        source = (
            (k - 1, k)
            if self.lows[k - 1] in POSSESSIVES
            else phrases.before(self.reading, self.first, k - 1, self.verbs)
        )
        return Found(source, (k, k + 1), [self.reading.quotation(self.reading.quote[k + 2])], 0.9) if source else None

    def _depicted(self, k: int) -> Found | None:
        """`Pak, described by the ministry as a pseudonym`: the agent says so."""
        source = phrases_behind.after(self.reading, k + 2, self.end)
        if source is None or k <= self.first or self.lows[source[1] : source[1] + 1] != ["as"]:
            return None
        subject = phrases.before(self.reading, self.first, k - (self.words[k - 1] == ","), self.verbs)
        content = self._trim(source[1], self._until_comma(source[1]))
        return Found(source, (k, k + 1), [c for c in (subject, content) if c is not None], 0.9)

    def _until_comma(self, first: int) -> int:
        return next((i for i in range(first, self.end) if self.words[i] in (",", ";")), self.end)
