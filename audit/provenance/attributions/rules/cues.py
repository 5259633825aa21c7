"""A sentence and its cues: which of its words are verbs of saying here, and no nouns or adjectives."""

from __future__ import annotations

from collections.abc import Mapping

from audit.lexicon import speech
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.phrases import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)
from audit.provenance.attributions.reading.tokens import QUOTE_MARKS, STOPS, Reading
from audit.provenance.attributions.rules.found import Found
from audit.provenance.attributions.rules.papers import before_relative
from audit.provenance.attributions.rules.words import (
    BE,
    COUNTED,
    FIGURES,
    FINITE,
    GIVING,
    HEARSAY,
    KEPT,
    LEARNT,
    NO_REPORTS,
    NOMINAL,
    PAPERLIKE,
    PARTICIPLES,
    PHRASES,
    SPANNING,
    TELLABLE,
    VIEWS,
)


class CuedSentence:
    """One sentence as tokens, with the verbs of saying that stand in it."""

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
            if reading.quote[k] < 0 and self.lows[k] in table and self._verbal(k) and self._reports(k, table)
        }
        for k in range(self.first + 1, self.stop - 2):
            if self.lows[k + 1] == "that" and k not in self.cues and self._reports_that(k):
                self.cues[k] = "say"
        for k in range(self.first, self.stop):
            if self.lows[k] in SPANNING:
                if self.according_stop(k):
                    self.cues[k] = "according"
                elif self._phrase_stop(k):
                    self.cues[k] = "phrase"
        self.verbs = set(self.cues)
        self.done: list[Found] = []

    def _reports(self, k: int, table: Mapping[str, str]) -> bool:
        """Whether a verb that reports only with a that-clause has one: `held that`."""
        kind = table[self.lows[k]]
        if kind == "document":
            return self._paper_speaks(k)
        if kind != "that":
            return True
        behind = self.lows[k + 1 : k + 2]
        later = behind and (behind[0] in DAYS or behind[0] in ("last", "earlier", "in", "on", "this"))
        aside = self.lows[k] in LEARNT and behind and not behind[0][0].isalnum()
        return behind == ["that"] or bool(later and "that" in self.lows[k + 2 : k + 7]) or bool(aside)

    def _paper_speaks(self, k: int) -> bool:
        """Whether the subject of the verb at `k` is a paper: `Minutes of the meeting record no vote`."""
        return self.paper_ahead(k) is not None or self.lows[k - 1] in PAPERLIKE

    def paper_ahead(self, k: int) -> tuple[int, int] | None:
        """The phrase from the sentence's start to the verb at `k`, where a paper is its head: `A survey that they made`."""
        heads = speech.forms("voices", "head")
        first = self.first
        while first < k and (self.lows[first] in ADVERBS or self.lows[first] in ("but", "and", ",")):
            first += 1
        stop = k
        while stop > first and (
            self.lows[stop - 1] in AUXILIARIES
            or self.lows[stop - 1] in ADVERBS
            or self.lows[stop - 1] in phrases.SEEMING
            or self.words[stop - 1] == ","
            or self.lows[stop - 1].endswith("ly")
        ):
            stop -= 1
        if self.lows[stop - 1] in ("that", "which"):
            return before_relative(self.reading, first, stop - 1)
        commas = sum(self.words[i] == "," for i in range(first, stop))
        if not first < stop or stop - first > 26 or (commas and self.words[stop : stop + 1] != [","]):
            return None  # `The letter, the ministry said`
        for i in range(first, min(stop, first + 7)):
            low = self.lows[i]
            if low in FINITE or low in CLAUSE or self.words[i] in QUOTE_MARKS:
                return None
            if (
                low in PARTICIPLES
                and i > first
                and self.lows[i - 1] not in DETERMINERS
                and heads.get(low) != "document"
            ):
                return None  # `The outlet published footage that …`
            if low in PREPOSITIONS or self.words[i] == "," or i + 1 == stop:
                last = i if low in PREPOSITIONS or self.words[i] == "," else i + 1
                paper = last > first and heads.get(self.lows[last - 1]) == "document"
                return (first, stop) if paper else None
            nxt = self.lows[i + 1]
            told_of = nxt in ("that", "which") or nxt in PARTICIPLES or nxt.endswith(("ed", "ing"))
            if heads.get(low) == "document" and told_of:
                return first, stop
        return None

    def _reports_that(self, k: int) -> bool:
        """Whether an unlisted word before `that` is a verb of saying all the same: `ventured that`."""
        low, word = self.lows[k], self.words[k]
        previous = self.lows[k - 1]
        return (
            low.endswith("ed")
            and len(low) > 4
            and word[0].islower()
            and self.reading.quote[k] < 0
            and low not in NO_REPORTS
            and previous not in BE
            and previous not in DETERMINERS
            and previous not in PREPOSITIONS
            and self._clause(k + 2)
            and self._verbal(k)
        )

    def _clause(self, first: int) -> bool:
        """Whether a clause stands behind `that`, and no noun: `overruled that request`."""
        low, word = self.lows[first], self.words[first]
        subject = low in DETERMINERS | PRONOUNS | {"there"} or phrases.capitalised(word)
        return subject or any(self.lows[i] in FINITE for i in range(first + 1, min(self.stop, first + 14)))

    def according_stop(self, k: int) -> int:
        """One past `according to`, `(as) per`, `in the view of` at `k`, or 0."""
        if self.reading.quote[k] >= 0 or k + 2 >= self.stop:
            return 0
        low, nxt = self.lows[k], self.lows[k + 1]
        if low == "according":
            return k + 2 if nxt == "to" else 0
        opens = k == self.first or self.words[k - 1] == ","
        if low == "as" and nxt == "per" and opens:
            return k + 2
        if low == "as" and opens:
            reported = k + 1 + (nxt == "first")
            by = self.lows[reported : reported + 2] in (["reported", "by"], ["quoted", "by"], ["cited", "by"])
            return reported + 2 if by and reported + 2 < self.stop else 0
        noun = nxt in DETERMINERS or phrases.capitalised(self.words[k + 1]) or nxt in ("data", "sources", "officials")
        called = self.words[k][0].isupper() and (k > self.first or nxt not in DETERMINERS)  # `Per Dahl`
        if low == "per" and opens and noun and not called:
            return k + 1
        if (
            low in ("in", "by")
            and opens
            and nxt == "the"
            and self.lows[k + 2] in VIEWS
            and self.lows[k + 3 : k + 4] == ["of"]
        ):
            return k + 4
        return 0

    def _phrase_stop(self, k: int) -> int:
        """One past a verb that says something only with its preposition (`spoke of`, `put … at 40`), or 0."""
        if self.reading.quote[k] >= 0 or (k > self.first and self.words[k][0].isupper()):
            return 0
        low = self.lows[k]
        if low == "drawn":  # `would not be drawn on the number`
            return k + 1 if self.lows[k - 1] == "be" and "not" in self.lows[max(self.first, k - 3) : k] else 0
        if k + 2 < self.stop and self.lows[k + 1] in PHRASES.get(low, ()):
            return k + 2
        if low in GIVING and self._withheld(k):
            return k + 1
        if low in ("put", "puts") and self.lows[k + 1] == "the" and self.lows[k + 2] in COUNTED:
            return k + 1  # `put the toll higher`
        if low in FIGURES:
            for i in range(k + 2, min(self.stop - 1, k + 16)):
                if self.words[i] in (",", ";", ":") or i in self.cues:
                    return 0
                if self.lows[i] in FIGURES[low]:
                    figure = self.words[i + 1 : i + 4]
                    counted = any(w in COUNTED for w in self.lows[k + 1 : i])
                    return k + 1 if counted or any(w[0].isdigit() or w[0] in "$€£₹" for w in figure) else 0
        return 0

    def _speaks(self, k: int) -> bool:
        table = speech.forms("english", "verb")
        return k < self.stop and table.get(self.lows[k]) in ("say", "tell", "loaded", "deny")

    def _withheld(self, k: int) -> bool:
        """`did not share evidence`, `gave no cause`: something to say that is not said."""
        behind = self.lows[k + 1 : min(self.stop, k + 5)]
        denied = any(low in ("not", "n't") for low in self.lows[max(self.first, k - 2) : k]) and behind[:1] != ["by"]
        return any(low in TELLABLE for low in behind) and (denied or behind[:1] in (["no"], ["neither"]))

    def _verbal(self, k: int) -> bool:
        """Whether the word at `k` is a verb here and no noun or adjective."""
        low = self.lows[k]
        heads = speech.forms("voices", "head")
        previous = self.lows[k - 1] if k > self.first else "^"
        following = self.lows[k + 1] if k + 1 < self.stop else "$"
        if phrases.capitalised(self.words[k]) and k > self.first and low != "according" and not self.title:
            return False
        if low in ("said", "told", "says", "according"):
            return previous not in ("the", "a", "an")
        if k == self.first and not low.endswith(("ing", "ed")):
            return False  # `Counsel for the petitioner`
        if low in HEARSAY and self.lows[k + 1 : k + 3] == ["to", "have"] and self._speaks(k + 3):
            return False  # `is said to have added`: the second verb is the cue
        if low == "known" and previous in BE | PREPOSITIONS | {"the", "well", "best", "also"}:
            return False
        if previous in DETERMINERS or previous in ("of", "for", "new", "such", "no"):
            return (
                previous in ("this", "that", "some", "many", "both", "most", "all", "others", "several")
                and low not in NOMINAL
            )
        if previous in PREPOSITIONS and low.endswith("ed"):
            return False
        if following == "by" and low.endswith("ed") and not previous.endswith("ly"):
            nearer = k - 1 if previous not in ADVERBS else k - 2
            if nearer < self.first or self.lows[nearer] not in BE:
                return False  # `officials quoted by the paper`
        if low == "briefed" and following in ("on", "about"):
            return False
        if self.title and low in ("states", "state", "post", "posts", "times", "reports"):
            return False
        if low in NOMINAL and previous in QUOTE_MARKS and (following[0].isupper() or following in DETERMINERS):
            return True
        if low in NOMINAL and self.paper_ahead(k) is not None and low not in heads:
            return True  # `Videos circulating online show smoke`
        if low in ("show", "shows", "suggest", "suggests") and following in (",", ";", ".", "$"):
            return True  # `…, company records in Nicosia show, …`
        if low in NOMINAL:
            several = (
                previous.endswith("s") and not previous.endswith(("ss", "'s")) and not low.endswith(("s", "ed", "ing"))
            )
            object_ = following in DETERMINERS | PRONOUNS or following in ("to", "that") or following.endswith("ing")
            if several and object_ and previous not in ADVERBS:
                return True  # `both corporations claim to have doubled it`
            common = k - 1 == self.first and (previous in speech.forms("voices", "descriptor") or previous in KEPT)
            named = phrases.capitalised(self.words[k - 1]) and not common if k > self.first else False
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
                "appears",
                "appear",
                "seems",
                "seem",
                "purports",
                "purported",
            )
        return not (
            low.endswith("ed") and previous.endswith("ly") and k - 2 >= self.first and self.lows[k - 2] in DETERMINERS
        )
