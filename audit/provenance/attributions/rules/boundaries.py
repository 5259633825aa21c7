"""Where parts of a sentence end: the person addressed, an adjunct behind the verb, a clause."""

from __future__ import annotations

from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.phrases import ADVERBS, AUXILIARIES, DAYS, PRONOUNS, Range
from audit.provenance.attributions.reading.tokens import QUOTE_MARKS, STOPS
from audit.provenance.attributions.rules.cues import CuedSentence
from audit.provenance.attributions.rules.words import LISTENERS


class Boundaries(CuedSentence):
    """A sentence whose cues are known, asked where its parts end."""

    def _listener_end(self, first: int) -> int:
        """One past the person addressed."""
        place = first
        while place < self.end and place - first < 12:
            low, word = self.lows[place], self.words[place]
            if (
                low in ("that", "to", "of", "how", "what", "whether", "why")
                or word in QUOTE_MARKS
                or word in (",", ":")
            ):
                return place
            if low in ("in", "on", "at", "during", "by", "after"):
                return self._after_adjunct(place)
            if low in LISTENERS and place - first <= 4:
                return place + 1
            if (
                place > first
                and phrases.capitalised(self.words[place - 1])
                and not phrases.capitalised(word)
                and low != "'s"
            ):
                return (
                    place
                    if low not in ("news", "agency", "newspaper", "radio", "television", "tv", "channel")
                    else place + 1
                )
            if place > first and low in PRONOUNS | {"the", "there", "his", "her", "its", "their"}:
                return place
            place += 1
        return place

    def _after_adjunct(self, first: int) -> int:
        """One past a day, a place or an occasion (`on Thursday`, `in a statement`) behind the verb."""
        place = first
        while place < self.end and self.lows[place] in DAYS | {"earlier", "later", "last", "late", "also"}:
            place += 1 if self.lows[place] != "last" else 2
        if place < self.end and self.lows[place] in (
            "in",
            "on",
            "at",
            "during",
            "after",
            "through",
            "via",
            "by",
            "from",
            "to",
            "of",
            "about",
            "before",
            "when",
            "following",
        ):
            limit = min(self.end, place + 14)
            for i in range(place + 1, limit):
                if self.words[i] in QUOTE_MARKS or self.lows[i] in ("that", ":") or self.words[i] == ":":
                    return i
                if self.words[i] in (",", ";"):
                    if i + 1 < self.end and (self.lows[i + 1] == "that" or self.words[i + 1] in QUOTE_MARKS):
                        return i + 1
                    return i
            if self.lows[place] in ("on", "in", "at", "during"):
                days = [
                    i
                    for i in range(place + 1, min(limit, place + 6))
                    if self.lows[i] in DAYS or self.lows[i] in ("statement", "interview", "tweet")
                ]
                if days:
                    return min(days[0] + 1, self.end)
            return self.end if place + 8 >= self.end else place
        return place

    def _clause_end(self, first: int) -> int:
        """Where the content that starts at `first` ends: at a further verb with the same subject, or the sentence's end."""
        for i in range(first + 2, self.end):
            if self.reading.quote[i] >= 0:
                continue
            word, low = self.words[i], self.lows[i]
            if word == ";":
                return i
            if low in ("and", "but") and i + 1 < self.end:
                verb = next((j for j in range(i + 1, min(i + 4, self.end)) if j in self.cues), None)
                if verb is not None and all(
                    self.lows[j] in AUXILIARIES or self.lows[j] in ADVERBS for j in range(i + 1, verb)
                ):
                    return i
            if word in (",", "—", "–") and i + 1 < self.end:
                nxt = self.lows[i + 1]
                if i + 1 in self.cues and nxt.endswith("ing"):
                    return i
                if nxt in ("but", "although", "though", "while", "whereas") and i - first > 3:
                    return i
                if nxt == "according":
                    return i
                if nxt == "and" and any(j in self.cues for j in range(i + 2, min(i + 8, self.end))):
                    return i
        return self.end

    def _trim(self, first: int, stop: int) -> Range | None:
        """Without punctuation at its ends; quotation marks stay."""
        first = max(first, self.paragraph_first)
        while first < stop and (self.words[first] in ",;:—–-…" or self.words[first] == "--"):
            first += 1
        while stop > first and (
            self.words[stop - 1] in ",;:—–-" or (self.words[stop - 1] in STOPS and self.reading.quote[stop - 1] < 0)
        ):
            stop -= 1
        return (first, stop) if stop > first else None
