"""The rule tagger for English: cues from the lexicon, and the frames in which they stand.

Frames, in words: source cue [that] content; content, source cue; content, cue source; according to source; a participle
or a second verb that shares the subject; an agent behind *by*; a colon before a quotation; a quotation that its
neighbours explain. Every frame works on one paragraph and looks a bounded number of tokens around the cue.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from audit.lexicon import speech
from audit.model import Span
from audit.provenance.attributions import phrases
from audit.provenance.attributions.hedges import TELLING
from audit.provenance.attributions.phrases import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    Range,
)
from audit.provenance.attributions.tagging import RawAttribution, Sentence
from audit.provenance.attributions.tokens import QUOTE_MARKS, STOPS, Reading, word_set

_NOMINAL = word_set(
    """
    claims reports notes comments charges demands claim report note comment charge demand show shows estimate
    estimates pledge pledges promise promises vow vows reply joke praise emails attack attacks question questions support
    quote email warning finding findings saying writing remark remarks forecast forecasts project projects view
    views doubt doubts hope hopes fear fears signal signals detail details document documents threat call calls
    appeal appeals order orders request state states post posts thanks back echo voice label brand fault rank
    complaint wonder wants answer answers answered concern leak leaks accusing stress reckon counter brief term
    terms advice leaked suspect suspects alleged supposed purported
    """
)
_INFINITIVE = word_set(
    """
    vow vowed vows vowing pledge pledged pledges pledging promise promised promises promising threaten threatened
    threatens threatening hope hopes hoped hoping expect expects expected want wants wanted swear swore sworn claim
    claims claimed propose proposed demand demanded
    """
)
_OPENERS = word_set(
    """
    that if whether how why what it he she they we there this these those i you
    """
)
_LISTENERS = word_set(
    """
    reporters journalists parliament lawmakers mps senators supporters him her them me us it media press viewers
    """
)
_OBJECTS = word_set("expect antici fear feared fears wants wanted")
_FINITE = word_set("is was are were has have had will would can could should may might must does did do")
_BE = word_set("is was are were be been being 's 're gets got")
_LONGEST_SPEECH = 400


@cache
def _named_heads() -> frozenset[str]:
    """Common nouns that a speaker's description may end in."""
    return frozenset((*speech.forms("voices", "head"), *speech.forms("voices", "office"), "secretary-general"))


class RuleTagger:
    """Attributions by frames; `tag` is linear in the text."""

    def tag(self, text: str, sentences: Sequence[Sentence]) -> tuple[RawAttribution, ...]:
        """The attributions of `sentences`, in text order."""
        return self.read(Reading(text, sentences))

    def read(self, reading: Reading) -> tuple[RawAttribution, ...]:
        """The same over sentences that are tokens already."""
        found: list[_Found] = []
        for number in range(len(reading.sentences)):
            found.extend(_Frames(reading, number).find())
        found.extend(_orphans(reading, found))
        return tuple(
            sorted(
                (f.raw(reading) for f in found),
                key=lambda r: min(s.start for s in (*r.source, *r.cue, *r.content)),
            )
        )


class _Found:
    """An attribution in tokens."""

    __slots__ = ("confidence", "content", "cue", "source")

    def __init__(self, source: Range | None, cue: Range | None, content: list[Range], confidence: float = 1.0) -> None:
        self.source = source
        self.cue = cue
        self.content = content
        self.confidence = confidence

    def raw(self, reading: Reading) -> RawAttribution:
        def spans(ranges: Sequence[Range | None]) -> tuple[Span, ...]:
            return tuple(reading.span(*r) for r in sorted(r for r in ranges if r is not None))

        return RawAttribution(spans([self.source]), spans([self.cue]), spans(self.content), self.confidence)


class _Frames:
    """The frames of one sentence."""

    def __init__(self, reading: Reading, number: int) -> None:
        self.reading = reading
        self.words = reading.words
        self.lows = reading.lows
        self.first, self.stop = reading.sentences[number]
        self.paragraph_first, self.paragraph_stop = reading.bounds(number)
        self.end = self.stop
        while self.end > self.first and self.words[self.end - 1] in STOPS:
            self.end -= 1
        long = [w for w in self.words[self.first : self.stop] if len(w) > 3 and w[0].isalpha()]
        self.title = len(long) > 2 and sum(phrases.capitalised(w) for w in long) > 0.8 * len(long)
        """A headline in title case, where a capital says nothing."""
        table = speech.forms("english", "verb")
        self.cues = {
            k: table[self.lows[k]]
            for k in range(self.first, self.stop)
            if reading.quote[k] < 0 and self.lows[k] in table and self._verbal(k)
        }
        self.verbs = set(self.cues)
        self.done: list[_Found] = []

    def _verbal(self, k: int) -> bool:
        """Whether the word at `k` is a verb here and no noun or adjective."""
        low = self.lows[k]
        previous = self.lows[k - 1] if k > self.first else "^"
        following = self.lows[k + 1] if k + 1 < self.stop else "$"
        if phrases.capitalised(self.words[k]) and k > self.first and low != "according" and not self.title:
            return False
        if low in ("said", "told", "says", "according"):
            return previous not in ("the", "a", "an")
        if low == "known" and previous in _BE | PREPOSITIONS | {"the", "well", "best", "also"}:
            return False
        if previous in DETERMINERS or previous in ("of", "for", "new", "such", "no"):
            return (
                previous in ("this", "that", "some", "many", "both", "most", "all", "others", "several")
                and low not in _NOMINAL
            )
        if previous in PREPOSITIONS and low.endswith("ed"):
            return False
        if following == "by" and low.endswith("ed") and previous not in _BE and not previous.endswith("ly"):
            return False  # `officials quoted by the paper`
        if low == "briefed" and following in ("on", "about"):
            return False
        if self.title and low in ("states", "state", "post", "posts", "times", "reports"):
            return False
        if low in _NOMINAL and previous in QUOTE_MARKS and (following[0].isupper() or following in DETERMINERS):
            return True
        if low in _NOMINAL:
            named = phrases.capitalised(self.words[k - 1]) if k > self.first else False
            if previous in ADVERBS and k - 2 >= self.first and self.lows[k - 2].endswith("s"):
                return True
            if (
                previous in PRONOUNS
                or following in ("that", "how")
                or (previous in AUXILIARIES and previous not in ("to", "'s"))
            ):
                return previous != "'s"
            return (named and low.endswith("s") and following not in PREPOSITIONS) or (
                previous.endswith("s") and following in ("that", ".", ",", "$")
            )
        if previous == "to":
            return k - 2 >= self.first and self.lows[k - 2] in (
                "went",
                "continued",
                "likes",
                "began",
                "seemed",
                "appeared",
                "quick",
                "used",
            )
        return not (
            low.endswith("ed") and previous.endswith("ly") and k - 2 >= self.first and self.lows[k - 2] in DETERMINERS
        )

    def find(self) -> list[_Found]:
        for k in sorted(self.cues):
            if k not in self.cues:
                continue
            kind = self.cues[k]
            if kind == "according":
                found = self._according(k)
            elif kind == "cite":
                found = self._citing(k)
            else:
                found = self._verb(k, kind)
            if found is not None and found.content:
                self.done.append(found)
        if not self.done:
            found = self._colon()
            if found is not None:
                self.done.append(found)
        return self.done

    # --- frames -----------------------------------------------------------------------------------------------------

    def _according(self, k: int) -> _Found | None:
        if k + 2 >= self.stop or self.lows[k + 1] != "to" or self.lows[k + 2] in ("plan", "plans"):
            return None
        lead = all(self.lows[i] in ADVERBS or self.lows[i] in ("and", "but", ",") for i in range(self.first, k))
        source = phrases.after(self.reading, k + 2, self.end, leads=lead)
        if source is None:
            return None
        if lead:
            content = [self._trim(source[1], self.end)]
        else:
            first = self.first
            quote = self.reading.quote[k - 1] if self.words[k - 1] != "," else self.reading.quote[k - 2]
            if quote >= 0:
                first = min(first, max(self.reading.quotation(quote)[0], self.paragraph_first))
            content = [self._trim(first, k)]
            rest = self._trim(source[1], self.end)
            if rest is not None and self.words[source[1]] == "," and rest[1] - rest[0] > 5 and not self._has_cue(rest):
                content.append(rest)
        return _Found(source, (k, k + 2), [c for c in content if c])

    def _citing(self, k: int) -> _Found | None:
        """`, citing two officials,`: the source inside the relay; the content is that of the sentence's verb of saying."""
        if not self.lows[k].endswith("ing") and not (
            self.lows[k] in ("cited", "quoted") and self.lows[k - 1] not in _BE
        ):
            if self.lows[k] == "quoted" and k + 1 < self.stop and self.lows[k + 1] in ("as", "by"):
                return self._quoted(k)
            return None
        source = phrases.after(self.reading, k + 1, self.end)
        if source is None:
            return None
        if (
            "as" in self.lows[source[1] : source[1] + 1]
            and source[1] + 1 < self.end
            and self.lows[source[1] + 1] in ("saying", "telling")
        ):
            return _Found(
                source, (k, k + 1), [c for c in [self._trim(source[1] + 2, self._clause_end(source[1] + 2))] if c]
            )
        if not self.lows[k].endswith("ing"):
            return None
        hosts = [f for f in self.done if f.cue is not None]
        if hosts:
            content = [self._without(c, k) for c in hosts[-1].content]
            return _Found(source, (k, k + 1), [c for c in content if c])
        rest = self._trim(source[1], self.end)
        nxt = next((c for c in sorted(self.cues) if c > source[1]), None)
        if nxt is not None and rest is not None:
            rest = self._trim(self._after_adjunct(nxt + 1), self.end)
        elif rest is None:
            rest = self._trim(self.first, k)
        return _Found(source, (k, k + 1), [rest] if rest else [])

    def _quoted(self, k: int) -> _Found | None:
        """`Omari was quoted by Harbour TV as saying (that) …`, `… was quoted as saying by …`."""
        start = phrases.verb_group(self.reading, self.first, k)
        source = phrases.before(self.reading, self.first, start, self.verbs)
        saying = next((i for i in range(k + 1, min(self.end, k + 14)) if self.lows[i] in ("saying", "telling")), None)
        if source is None or saying is None:
            return None
        self.cues = {c: v for c, v in self.cues.items() if c != saying}
        content = self._following(saying + 1)
        ahead = self._trim(self.first, source[0])
        if (not content or self.lows[saying + 1 : saying + 2] == ["by"]) and ahead:
            content = [ahead]
        return _Found(source, (start, saying + 1), content)

    def _verb(self, k: int, kind: str) -> _Found | None:
        if any(f.cue is not None and f.cue[0] <= k < f.cue[1] for f in self.done):
            return None
        start = phrases.verb_group(self.reading, self.first, k)
        passive = any(self.lows[i] in _BE for i in range(start, k)) and not self.lows[k].endswith("ing")
        if passive:
            return self._agent(start, k, kind)
        previous = self.words[start - 1] if start > self.first else "^"
        if kind not in ("think", "judge", "accuse", "reject") and self._inverted(k, start, previous):
            found = self._speaker_after(k, start)
            if found is not None and not (previous == "," and self._leads_apposed(found, start)):
                return found
        source = self._source(k, start, previous)
        if source is None or self.reading.quote[source[0]] >= 0 or not self._nominal(source):
            return None
        cue = (start, self._cue_end(k, kind))
        ahead = self._content_ahead(source, k, kind)
        if ahead is not None:
            return _Found(source, (start, k + 1), ahead)
        if not self._opens_content(cue[1], k, kind):
            return None
        return _Found(source, cue, self._following(cue[1], kind))

    def _nominal(self, source: Range) -> bool:
        """Whether the words can be a speaker: no finite verb outside a relative clause, nobody addressed (`you`)."""
        first, stop = source
        if stop - first == 1:
            return self.lows[first] not in ("you", "me", "us", "it's", "let", "please")
        if self.lows[first] in (
            "let",
            "letting",
            "used",
            "come",
            "including",
            "via",
            "rest",
            "please",
            "sprinkle",
            "to",
        ):
            return False
        relative = next(
            (i for i in range(first, stop) if self.lows[i] in ("who", "whom", "which", "that", ",", "whose")), stop
        )
        return not any(self.lows[i] in _FINITE for i in range(first, relative))

    def _agent(self, start: int, k: int, kind: str) -> _Found | None:
        """`was condemned by the envoy`: the agent speaks, of the subject."""
        for i in range(k + 1, min(self.end, k + 12)):
            if self.lows[i] == "by":
                source = phrases.after(self.reading, i + 1, self.end)
                subject = phrases.before(self.reading, self.first, start, self.verbs)
                if (
                    source is None
                    or kind in ("find", "think")
                    or self.lows[i + 1] in ("me", "us", "you")
                    or self.lows[i + 1].endswith("ing")
                ):
                    return None
                content = [
                    c for c in (subject, self._trim(k + 1, i), self._trim(source[1], self._clause_end(source[1]))) if c
                ]
                return _Found(source, (start, k + 1), content, 0.7)
            if self.words[i] in STOPS or self.words[i] == "," or self.lows[i] == "that":
                return None
        return None

    # --- sources ----------------------------------------------------------------------------------------------------

    def _source(self, k: int, start: int, previous: str) -> Range | None:
        low = self.lows[k]
        shared = previous.lower() in ("and", "but", "or", "then") or (previous == "," and low.endswith("ing"))
        if low.endswith("ing") and not any(self.lows[i] in _BE for i in range(start, k)):
            if previous.lower() in ("by", "without", "before", "after", "while", "of", "for", "in", "from"):
                return self._subject() if previous.lower() in ("by", "before", "after", "while") else None
            return self._subject() if shared or previous in QUOTE_MARKS or previous in ("—", "–") else None
        if shared and previous != ",":
            return self._subject()
        source = phrases.before(self.reading, self.first, start, self.verbs)
        if source is not None and self.lows[source[0]] in ("who", "which") and source[1] - source[0] == 1:
            return (
                phrases.before(self.reading, self.first, source[0] - (self.words[source[0] - 1] == ","), self.verbs)
                or source
            )
        return source

    def _subject(self) -> Range | None:
        """The subject that an earlier cue of the sentence has, or that leads the sentence."""
        for found in reversed(self.done):
            if found.source is not None and found.cue is not None and found.source[0] < found.cue[0]:
                return found.source
        return phrases.subject(self.reading, self.first, self.stop, self.verbs)

    def _inverted(self, k: int, start: int, previous: str) -> bool:
        """`…,” said Omari`, `…, says the minister`."""
        if start != k or k + 1 >= self.stop or (k == self.first and self.words[k - 1 : k] != []):
            return False
        if previous not in QUOTE_MARKS and previous not in (",", "’", "'", "—", "–", "^"):
            return False
        nxt, low = self.words[k + 1], self.lows[k + 1]
        if previous == "," and not (k - 2 >= self.first):
            return False
        name = phrases.capitalised(nxt) and low not in DAYS
        return (
            name or low in DETERMINERS or low in PRONOUNS or low.endswith(("s", "man", "or", "er", "st"))
        ) and low not in (
            "that",
            "is",
            "was",
            "this",
        )

    def _leads_apposed(self, found: _Found, start: int) -> bool:
        """`Singh, another deportee, said he had paid`: the name that leads the sentence speaks, not what follows."""
        source = found.source
        if source is None or source[1] >= self.end or self.words[source[1]] in (",", ";", "—"):
            return False
        apposed = phrases.before(self.reading, self.first, start, self.verbs)
        if apposed is None or apposed[0] - self.first > 3:
            return False
        comma = next((i for i in range(*apposed) if self.words[i] == ","), None)
        if comma is None or comma - apposed[0] > 8:
            return False
        last = self.lows[comma - 1]
        return phrases.capitalised(self.words[comma - 1]) or last in _named_heads()

    def _speaker_after(self, k: int, start: int) -> _Found | None:
        source = phrases.after(self.reading, k + 1, self.end)
        if source is None or self.lows[k].endswith("ing"):
            return None
        ahead = self._ahead(k)
        if ahead is None:
            return None
        return _Found(source, (start, k + 1), [ahead, *self._quotation_after(source[1])])

    # --- contents ---------------------------------------------------------------------------------------------------

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
                and "that" not in self.lows[k + 1 : k + 14]
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
        return [(start, min(stop, start + _LONGEST_SPEECH))]

    def _cue_end(self, k: int, kind: str) -> int:
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
                telling = kind == "reject" and self.lows[first + 1] in TELLING
                return telling or kind == "urge" or word in QUOTE_MARKS
            return low not in PREPOSITIONS and word not in BREAK_MARKS
        if word in QUOTE_MARKS or word == ":" or low in _OPENERS:
            return True
        if kind == "tell":
            return word not in BREAK_MARKS and low not in PREPOSITIONS
        if low == "to":
            return self.lows[k] in _INFINITIVE
        if kind == "think":
            return (
                low in DETERMINERS
                or phrases.capitalised(word)
                or self.lows[k][:6] in _OBJECTS
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
                    or self.lows[place] in _OPENERS
                    or self.words[place] == ":"
                    or (place > first and self.words[place] not in BREAK_MARKS and low in DAYS)
                )
            ) or (self.lows[k] in ("said", "says", "say") and low not in ("of", "by") and word not in BREAK_MARKS)
        return True

    def _following(self, first: int, kind: str = "say") -> list[Range]:
        """The content behind the cue, past the person addressed, the day and the occasion."""
        if kind == "tell":
            first = self._listener_end(first)
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
                content = (content[0], min(close, content[0] + _LONGEST_SPEECH))
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
        return [(start, min(stop, start + _LONGEST_SPEECH))]

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
            if low in _LISTENERS and place - first <= 4:
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

    def _has_cue(self, ranged: Range) -> bool:
        return any(ranged[0] <= k < ranged[1] for k in self.cues)

    def _without(self, content: Range, k: int) -> Range | None:
        """`content` cut before the relay's own words."""
        return self._trim(content[0], min(content[1], k)) if content[0] < k else content

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

    # --- marks instead of verbs ---------------------------------------------------------------------------------------

    def _colon(self) -> _Found | None:
        """`Chairwoman Noor: “…”`, `And from Chairwoman Noor: “…”`, `“…” — Noor`."""
        if self.stop - self.first < 9 and self.words[self.first] in "―—–-" and self.first > self.paragraph_first:
            quote = self.reading.quote[self.first - 1]
            if quote >= 0 and self.first + 1 < self.end and phrases.capitalised(self.words[self.first + 1]):
                start, stop = self.reading.quotation(quote)
                return _Found((self.first + 1, self.end), (self.first, self.first + 1), [(start, stop)], 0.8)
        for k in range(max(self.first + 1, self.end - 8), self.end - 1):
            if self.words[k] in "―—–" and self.reading.quote[k - 1] >= 0 and phrases.capitalised(self.words[k + 1]):
                start, stop = self.reading.quotation(self.reading.quote[k - 1])
                return _Found((k + 1, self.end), (k, k + 1), [(start, stop)], 0.8)
        limit = min(self.end - 1, self.first + 16)
        for k in range(self.first + 1, limit):
            if self.reading.quote[k] >= 0:
                return None
            if self.words[k] == ":":
                if self.words[k + 1] not in QUOTE_MARKS or self.reading.quote[k + 1] < 0:
                    return None
                first = self.first
                while first < k and (self.lows[first] in ("and", "but", "from", "then") or self.lows[first] in ADVERBS):
                    first += 1
                source = (
                    (first, k)
                    if first < k and k - first < 9 and (phrases.capitalised(self.words[first]) or first > self.first)
                    else None
                )
                if source is None or any(self.lows[i] in AUXILIARIES for i in range(*source)):
                    source = phrases.subject(self.reading, self.first, k, self.verbs)
                start, stop = self.reading.quotation(self.reading.quote[k + 1])
                return (
                    _Found(source, (k, k + 1), [(start, min(stop, start + _LONGEST_SPEECH))], 0.7) if source else None
                )
        return None


BREAK_MARKS = frozenset(",;:.)(—–!?")


def _orphans(reading: Reading, found: list[_Found]) -> list[_Found]:
    """Quotations that no frame explains: the paragraph's last speaker goes on, or the paragraph before's."""
    taken: set[int] = set()
    speakers: list[tuple[int, _Found]] = []
    for f in found:
        for first, stop in f.content:
            taken.update(reading.quote[i] for i in range(first, stop))
        if f.source is not None and f.cue is not None:
            speakers.append((f.cue[0], f))
    speakers.sort(key=lambda s: s[0])
    more: list[_Found] = []
    at = 0
    last: _Found | None = None
    for number, quotation in enumerate(reading.quotations):
        if number in taken or quotation.scare(reading.text):
            continue
        tokens = reading.inside(quotation.span)
        if len(tokens) < 5:
            continue
        first, stop = tokens.start, tokens.stop
        while at < len(speakers) and speakers[at][0] < first:
            last = speakers[at][1]
            at += 1
        sentence = reading.owner[first]
        begin, finish = reading.bounds(sentence)
        whole = first - begin <= 1 and finish - stop <= 1
        own = reading.sentences[sentence][0] == first or reading.words[first - 1] in STOPS
        if last is None or last.cue is None or not own:
            continue
        gap = reading.paragraph[sentence] - reading.paragraph[reading.owner[last.cue[0]]]
        direct = any(reading.quote[c[0]] >= 0 for c in last.content)
        if gap == 0 or (gap == 1 and whole and (direct or quotation.continues)):
            extended = _Found(last.source, last.cue, [(first, min(stop, first + _LONGEST_SPEECH))], 0.5)
            more.append(extended)
    return more
