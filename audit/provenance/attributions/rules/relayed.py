"""The source inside a report, named by what the reporter did with it: `attributing the figure to customs officials`.

Frames beside `citing` and `quoting`: *attributing … to*, *crediting*, *learned from*, *on the basis of*, *on the word of*. The
claim is that of the report around it; where the sentence has none, it is what is attributed. An outlet that only names its
source (`The newspaper cited two officials.`) cites it for the sentence before.
"""

from __future__ import annotations

from audit.lexicon import outlets, speech
from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading import phrases, phrases_behind
from audit.provenance.attributions.reading.phrases import Range
from audit.provenance.attributions.rules.found import Found
from audit.provenance.attributions.rules.nouns import Nouns

ATTRIBUTING = word_set("attributing attributed attributes attribute")
CREDITING = word_set("crediting credited")
LEARNING = word_set("learned learnt heard gathered")
GROUNDS = word_set("basis word authority strength evidence")
CITED = word_set("cited cites quoted quotes")
RELAYING = ATTRIBUTING | CREDITING | LEARNING | {"on"}
"""First words of this module's cues."""
_REPORTED = word_set(
    "this it figure figures number information claim claims report account story allegation allegations news quote quotes "
    "remark remarks statement comments estimate toll line detail details version"
)
"""What a report attributes to its source; an attack is attributed to those who did it."""
_LONGEST_OBJECT = 9


class Relayed(Nouns):
    """A sentence asked for sources inside its reports."""

    def _by_reports(self) -> list[Found]:
        """What the frames of this module find in the sentence."""
        found: list[Found | None] = []
        for k in range(self.first + 1, self.end - 1):
            if self.reading.quote[k] >= 0:
                continue
            low = self.lows[k]
            if low in ATTRIBUTING:
                found.append(self._attributing(k))
            elif low == "crediting" and self.words[k - 1] == ",":
                found.append(self._inside(k, k + 1))
            elif low in LEARNING and self.lows[k + 1] == "from":
                found.append(self._learnt(k))
            elif low == "on" and self.lows[k + 1] == "the" and self.lows[k + 3 : k + 4] == ["of"]:
                found.append(self._inside(k, k + 4) if self.lows[k + 2] in GROUNDS else None)
        return [f for f in found if f is not None and f.content]

    def _attributing(self, k: int) -> Found | None:
        """`, attributing the figure to two officials`, `It attributed this to a director`; a deed is no report."""
        to = next((i for i in range(k + 1, min(self.end, k + _LONGEST_OBJECT)) if self.lows[i] == "to"), None)
        if to is None or not any(self.lows[i] in _REPORTED for i in range(k + 1, to)):
            return None
        if any(self.words[i] in ",;:" for i in range(k + 1, to)) or self.lows[k - 1] in ("he", "she", "they"):
            return None
        source = phrases_behind.after(self.reading, to + 1, self.end)
        if source is None:
            return None
        return Found(source, (k, to + 1), self._hosts(k) or [(k + 1, to)], 0.9)

    def _cited_alone(self, k: int) -> Found | None:
        """`The newspaper cited two officials.`: the sentence before is on their word; only an outlet cites so."""
        if self.first == self.paragraph_first or not self._outlet(self.first, k):
            return None
        source = phrases_behind.after(self.reading, k + 1, self.end)
        if source is None or (source[1] < self.end and self.words[source[1]] != ","):
            return None
        before, stop = self.reading.sentences[self.reading.owner[self.first] - 1]
        claim = self._trim(before, stop)
        return Found(source, (k, k + 1), [claim], 0.9) if claim is not None else None

    def _outlet(self, first: int, k: int) -> bool:
        """Whether the words from `first` to the verb at `k` are an outlet, by its trade, by its name or by `it`."""
        lows = self.lows[first:k]
        if not lows or len(lows) > 5:
            return False
        trade = speech.forms("voices", "head").get(lows[-1]) == "outlet" or lows == ["the", "agency"]
        named = outlets.by_name(self.reading.string(first + (lows[0] == "the"), k)) is not None
        return lows == ["it"] or (trade and lows[0] == "the") or named

    def _inside(self, first: int, stop: int) -> Found | None:
        """`, crediting two agents`, `, on the word of friends of a minister`: the claim is the report's."""
        source = phrases_behind.after(self.reading, stop, self.end)
        claim = self._hosts(first)
        if source is not None:
            claim = [c for c in (self._trim(max(a, source[1]), b) if b > first else (a, b) for a, b in claim) if c]
        if not claim and self.words[first - 1] == ",":
            ahead = self._trim(self.first, first)
            claim = [ahead] if ahead is not None else []
        return Found(source, (first, stop), claim, 0.9) if source is not None else None

    def _learnt(self, k: int) -> Found | None:
        """`…, the Courier learned from two sources`."""
        reader = phrases.before(self.reading, self.first, k - (self.lows[k - 1] in ("has", "had")), self.verbs)
        source = phrases_behind.after(self.reading, k + 2, self.end)
        if reader is None or source is None or self.words[reader[0] - 1] != "," or reader[0] - self.first < 4:
            return None
        ahead = self._trim(self.first, reader[0])
        return Found(source, (k, k + 2), [ahead] if ahead is not None else [], 0.9)

    def _hosts(self, k: int) -> list[Range]:
        """The claim of the report that leads up to token `k`, without what stands behind."""
        hosts = [f for f in self.done if f.cue is not None and f.cue[0] < k]
        cut = [self._without(c, k) if k < c[1] and c[0] < k else c for c in hosts[-1].content] if hosts else []
        return [c for c in cut if c is not None]
