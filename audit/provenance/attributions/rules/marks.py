"""Speech shown by marks and not by a verb of saying: a colon, a dash, a quotation beside a speaker."""

from __future__ import annotations

from audit.lexicon.closed_classes import word_set
from audit.provenance.attributions.reading import phrases, phrases_behind
from audit.provenance.attributions.reading.phrases import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    Range,
)
from audit.provenance.attributions.reading.tokens import QUOTE_MARKS
from audit.provenance.attributions.rules.found import Found
from audit.provenance.attributions.rules.speakers import Speakers
from audit.provenance.attributions.rules.words import FINITE, LONGEST_SPEECH

LEADS = word_set("and but from then this or so finally also")
"""What leads up to a speaker before a colon: `And this from the union's lawyer: “…”`."""


class Marks(Speakers):
    """A sentence asked for speech that its marks show."""

    def _colon(self) -> Found | None:
        """`Chairwoman Noor: “…”`, `And from Chairwoman Noor: “…”`, `“…” — Noor`."""
        if self.stop - self.first < 9 and self.words[self.first] in "―—–-" and self.first > self.paragraph_first:
            quote = self.reading.quote[self.first - 1]
            if quote >= 0 and self.first + 1 < self.end and phrases.capitalised(self.words[self.first + 1]):
                start, stop = self.reading.quotation(quote)
                return Found((self.first + 1, self.end), (self.first, self.first + 1), [(start, stop)], 0.8)
        for k in range(max(self.first + 1, self.end - 8), self.end - 1):
            if self.words[k] in "―—–" and self.reading.quote[k - 1] >= 0 and phrases.capitalised(self.words[k + 1]):
                start, stop = self.reading.quotation(self.reading.quote[k - 1])
                return Found((k + 1, self.end), (k, k + 1), [(start, stop)], 0.8)
        limit = min(self.end - 1, self.first + 16)
        for k in range(self.first + 1, limit):
            if self.reading.quote[k] >= 0:
                return None
            if self.words[k] == ":":
                if self.words[k + 1] not in QUOTE_MARKS or self.reading.quote[k + 1] < 0:
                    return None
                first = self.first
                while first < k and (self.lows[first] in LEADS or self.lows[first] in ADVERBS):
                    first += 1
                put = next((i for i in range(first + 2, k) if self.lows[i] in ("put", "puts")), None)
                if put is not None and self.lows[first] == "as" and self.lows[put + 1 : k] == ["it"]:
                    start, stop = self.reading.quotation(self.reading.quote[k + 1])
                    return Found((first + 1, put), (put, k), [(start, min(stop, start + LONGEST_SPEECH))], 0.9)
                source = (
                    (first, k)
                    if first < k and k - first < 11 and (phrases.capitalised(self.words[first]) or first > self.first)
                    else None
                )
                if source is None or any(self.lows[i] in AUXILIARIES and self.lows[i] != "'s" for i in range(*source)):
                    source = phrases.subject(self.reading, self.first, k, self.verbs)
                start, stop = self.reading.quotation(self.reading.quote[k + 1])
                return Found(source, (k, k + 1), [(start, min(stop, start + LONGEST_SPEECH))], 0.7) if source else None
        return None

    def _beside_quotations(self) -> list[Found]:
        """`“How do you steal a logo?” posed the chairperson`: a quotation and a speaker leave no verb but one of saying."""
        found: list[Found] = []
        for place in range(self.first + 1, self.stop - 2):
            ends = self.words[place - 1] in QUOTE_MARKS and self.reading.quote[place - 1] >= 0
            if not ends or self.reading.quote[place] >= 0:
                continue
            number = self.reading.quote[place - 1]
            start, stop = self.reading.quotation(number)
            pause = self.words[place - 2] in (",", "?", "!", "—") or self.words[place] == ","
            first = place + (self.words[place] == ",")
            told = any(a < stop and start < b for f in (*self.done, *found) for a, b in f.content)
            if stop != place or not pause or told or self.reading.quotations[number].scare(self.reading.text):
                continue
            spoken = self._verb_then_speaker(first) or self._speaker_then_verb(first)
            if spoken is not None:
                source, cue = spoken
                found.append(Found(source, cue, [(max(start, self.paragraph_first), stop)], 0.9))
        return found

    def _verb_then_speaker(self, first: int) -> tuple[Range, Range] | None:
        if first + 1 >= self.end or not self._past(first):
            return None
        nxt, low = self.words[first + 1], self.lows[first + 1]
        if not (phrases.capitalised(nxt) or low in DETERMINERS or low in ("one", "two", "another")):
            return None
        source = phrases_behind.after(self.reading, first + 1, self.end)
        return (source, (first, first + 1)) if source is not None and self._nominal(source) else None

    def _speaker_then_verb(self, first: int) -> tuple[Range, Range] | None:
        word, low = self.words[first], self.lows[first]
        if not (phrases.capitalised(word) or low in DETERMINERS | PRONOUNS or low in ("one", "two", "another")):
            return None
        for k in range(first + 1, min(self.end, first + 14)):
            if self.lows[k] in CLAUSE or self.lows[k] in FINITE or self.words[k] in QUOTE_MARKS:
                return None
            if not self._past(k) or self.lows[k - 1] in DETERMINERS:
                continue
            stop = k + 1 + (self.lows[k + 1 : k + 2] in (["up"], ["out"], ["in"], ["on"], ["back"], ["off"]))
            closes = stop >= self.end or self.words[stop] in (",", ";", "—", ":") or self.lows[stop] in PREPOSITIONS
            if closes or self.lows[stop] in ADVERBS | CLAUSE | DAYS:
                return (first, k), (k, stop)
            if k in self.cues:
                return None  # `“…,” a spokeswoman told AFP, pointing out that …`: she speaks by that verb
        return None

    def _past(self, k: int) -> bool:
        """Whether the word can be a verb in the past tense."""
        low = self.lows[k]
        return k in self.verbs or (low.endswith("ed") and len(low) > 3 and self.words[k][0].islower())
