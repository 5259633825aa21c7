"""Where the content of a cue begins and ends: before the source, behind the cue, over the sentence's end."""

from __future__ import annotations

from audit.provenance.attributions.negation import TELLING
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.phrases import (
    ADVERBS,
    CLAUSE,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    Range,
)
from audit.provenance.attributions.reading.tokens import QUOTE_MARKS, STOPS
from audit.provenance.attributions.rules.boundaries import Boundaries
from audit.provenance.attributions.rules.words import INFINITIVE, LONGEST_SPEECH, OBJECTS, OPENERS

BREAK_MARKS = frozenset(",;:.)(—–!?")


class Contents(Boundaries):
    """A sentence whose cues are known, asked for contents."""

    def _content_ahead(self, source: Range, k: int, kind: str) -> list[Range] | None:
        """The content before the source (`…, the envoy said.`), with what the quotation goes on to say after it."""
        if source[0] <= self.first + 1:
            return None
        mark = self.words[source[0] - 1]
        if kind in ("urge", "accuse", "judge", "reject") and mark not in QUOTE_MARKS:
            return None
        if source[1] > k:
            return None
        if mark not in QUOTE_MARKS and mark not in (",", "’", "'", "—", "–"):
            return None
        nxt = self._after_adjunct(k + 1)
        tail = k + 1 >= self.end or nxt >= self.end or self.words[k + 1] in (",", ";") or self.words[nxt] in (",", ";")
        if (
            self.words[nxt : nxt + 1] == [","]
            and mark == ","
            and nxt + 1 < self.end
            and self.words[nxt + 1] in QUOTE_MARKS
        ):
            tail = False
        if kind == "tell" and not tail:
            beyond = self._listener_end(k + 1)
            quiet = mark in QUOTE_MARKS and "that" not in self.lows[k + 1 : self.end] and self._quiet_tail(k + 1)
            tail = beyond >= self.end or quiet
        if not tail:
            place = self.lows[k + 1]
            tail = (
                mark in QUOTE_MARKS
                and (place in PREPOSITIONS or place in ADVERBS or place in CLAUSE)
                and place != "that"
            )
            tail = tail or (
                place in PREPOSITIONS | {"as", "when", "after"}
                and "that" not in self.lows[k + 1 : min(k + 14, self.end)]
                and mark == ","
                and self._quiet_tail(k + 1)
            )
        if not tail:
            return None
        ahead = self._ahead(source[0])
        if ahead is None or ahead[1] - ahead[0] < 2:
            return None
        return [ahead, *self._quotation_after(k + 1)]

    def _quiet_tail(self, first: int) -> bool:
        """No quotation and no colon behind the verb."""
        return all(self.words[i] not in QUOTE_MARKS and self.words[i] != ":" for i in range(first, self.end))

    def _ahead(self, stop: int) -> Range | None:
        """What stands before `stop` in the sentence; a quotation from its very beginning, sentences earlier if need be."""
        last = stop - 1
        quote = self.reading.quote[last]
        if quote < 0 and last - 1 >= self.first and self.words[last] in (",", "—", "–"):
            quote = self.reading.quote[last - 1]
        first = self.first
        if quote >= 0:
            opening, _ = self.reading.quotation(quote)
            if opening < first or opening - first <= 2:
                first = max(opening, self.paragraph_first)
        else:
            while first < stop and (
                self.lows[first] in ("but", "and", "meanwhile", "however") or self.words[first] == ","
            ):
                first += 1
        return self._trim(first, stop)

    def _quotation_after(self, first: int) -> list[Range]:
        """`he said. “More of it.”`: the quotation that goes on in the same paragraph."""
        place = first
        while place < self.paragraph_stop and place - first < 24 and self.reading.quote[place] < 0:
            if place >= self.stop and self.words[place] not in QUOTE_MARKS:
                return []
            place += 1
        if place >= self.paragraph_stop or self.reading.quote[place] < 0:
            return []
        if self.words[place - 1] not in STOPS and self.words[place - 1] != ",":
            return []
        if self.words[place - 1] == "," and any(c >= first for c in self.cues if c < place):
            return []
        start, stop = self.reading.quotation(self.reading.quote[place])
        nxt = self.reading.owner[stop - 1]
        sentence_stop = self.reading.sentences[nxt][1]
        if sentence_stop - stop > 1 and self.words[stop - 2] in (",",):
            return []
        return [(start, min(stop, start + LONGEST_SPEECH))]

    def _cue_end(self, k: int, kind: str) -> int:
        if kind == "phrase":
            return self._phrase_stop(k)
        nxt = self.lows[k + 1] if k + 1 < self.stop else ""
        if kind == "urge" and nxt in ("for", "on", "upon"):
            return k + 2
        return k + 1

    def _opens_content(self, first: int, k: int, kind: str) -> bool:
        """Whether what follows the cue can be its content."""
        if first >= self.end:
            return self.words[first : first + 1] == [":"] or self._next_line_quotes(first)
        if self.words[first] == "," and self.words[first + 1 : first + 2] and self.words[first + 1] in QUOTE_MARKS:
            return True
        low, word = self.lows[first], self.words[first]
        if kind in ("accuse", "judge", "urge", "reject"):
            if kind == "urge" and self.lows[first - 1] in ("for", "on", "upon"):
                return True
            if low == "to" or word in QUOTE_MARKS:
                refused = self.lows[first + 1 : first + 3]
                telling = kind == "reject" and any(w in TELLING for w in refused)
                return telling or kind == "urge" or word in QUOTE_MARKS
            return low not in PREPOSITIONS and word not in BREAK_MARKS
        if word in QUOTE_MARKS or word == ":" or low in OPENERS:
            return True
        if kind == "tell":
            return word not in BREAK_MARKS and low not in PREPOSITIONS
        if low == "to":
            return self.lows[k] in INFINITIVE
        if kind == "think":
            return (
                low in DETERMINERS
                or phrases.capitalised(word)
                or self.lows[k][:6] in OBJECTS
                or (low.endswith("s") and low not in PREPOSITIONS)
            )
        if kind == "find":
            early = self.lows[first : first + 10]
            if (
                self.lows[k] in ("found", "find", "finds", "finding", "determined", "established", "estimated")
                and "that" not in early
            ):
                return low in PRONOUNS or (self.reading.lows[k] != "found" and word[0].isdigit())
            return "that" in early or low in DETERMINERS or phrases.capitalised(word) or word[0].isdigit()
        if low in PREPOSITIONS or low in CLAUSE or low in ADVERBS or low in DAYS or word in BREAK_MARKS:
            place = self._after_adjunct(first)
            return (
                place < self.end
                and (
                    self.words[place] in QUOTE_MARKS
                    or self.lows[place] in OPENERS
                    or self.words[place] == ":"
                    or (place > first and self.words[place] not in BREAK_MARKS and low in DAYS)
                )
            ) or (self.lows[k] in ("said", "says", "say") and low not in ("of", "by") and word not in BREAK_MARKS)
        return True

    def _following(self, first: int, kind: str = "say") -> list[Range]:
        """The content behind the cue, past the person addressed, the day and the occasion."""
        if kind == "tell":
            first = self._listener_end(first)
            if self.lows[first : first + 1] == ["of"]:  # `told Reuters of a loud buzzing`
                content = self._trim(first + 1, self._clause_end(first + 1))
                return [content] if content else []
        if kind == "say" or self.lows[first : first + 1] != ["to"]:
            first = self._after_adjunct(first)
        if first >= self.end:
            return self._next_line(first)
        stop = self._clause_end(first)
        content = self._trim(first, stop)
        if content is None:
            return []
        quote = self.reading.quote[min(content[0] + (self.lows[content[0]] == "that"), self.stop - 1)]
        if quote >= 0:
            _, close = self.reading.quotation(quote)
            if close > stop:
                content = (content[0], min(close, content[0] + LONGEST_SPEECH))
        return [content]

    def _next_line_quotes(self, first: int) -> bool:
        """`He said:` on a line of its own, the quotation on the next."""
        place = self.paragraph_stop
        return (
            first >= self.stop - 1
            and self.words[self.stop - 1] == ":"
            and self.words[place : place + 1] != []
            and self.words[place] in QUOTE_MARKS
        )

    def _next_line(self, first: int) -> list[Range]:
        if not self._next_line_quotes(first) or self.reading.quote[self.paragraph_stop] < 0:
            return []
        start, stop = self.reading.quotation(self.reading.quote[self.paragraph_stop])
        return [(start, min(stop, start + LONGEST_SPEECH))]

    def _has_cue(self, ranged: Range) -> bool:
        return any(ranged[0] <= k < ranged[1] for k in self.cues)

    def _without(self, content: Range, k: int) -> Range | None:
        """`content` cut before the relay's own words."""
        return self._trim(content[0], min(content[1], k)) if content[0] < k else content

    def _antecedent(self, source: Range, k: int) -> list[Range] | None:
        """`a figure that the company contests`: what stands before the relative pronoun, where nothing follows the verb."""
        last = source[0] - 1
        if (
            last <= self.first
            or self.lows[last] not in ("that", "which")
            or not (k + 1 >= self.end or self.words[k + 1] in (",", ";", ")"))
        ):
            return None
        named = phrases.before(self.reading, self.first, last, self.verbs)
        return [named] if named is not None else None
