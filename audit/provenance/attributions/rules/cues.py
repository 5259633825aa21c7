"""A sentence and its cues: which of its words are verbs of saying here, and no nouns or adjectives."""

from __future__ import annotations

from audit.lexicon import speech
from audit.provenance.attributions.reading import phrases
from audit.provenance.attributions.reading.phrases import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
)
from audit.provenance.attributions.reading.tokens import QUOTE_MARKS, STOPS, Reading, word_set
from audit.provenance.attributions.rules.found import Found

NOMINAL = word_set(
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
INFINITIVE = word_set(
    """
    vow vowed vows vowing pledge pledged pledges pledging promise promised promises promising threaten threatened
    threatens threatening hope hopes hoped hoping expect expects expected want wants wanted swear swore sworn claim
    claims claimed propose proposed demand demanded
    """
)
OPENERS = word_set(
    """
    that if whether how why what it he she they we there this these those i you
    """
)
LISTENERS = word_set(
    """
    reporters journalists parliament lawmakers mps senators supporters him her them me us it media press viewers
    """
)
OBJECTS = word_set("expect antici fear feared fears wants wanted")
FINITE = word_set("is was are were has have had will would can could should may might must does did do")
BE = word_set("is was are were be been being 's 're gets got")
LONGEST_SPEECH = 400


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
            if reading.quote[k] < 0 and self.lows[k] in table and self._verbal(k)
        }
        self.verbs = set(self.cues)
        self.done: list[Found] = []

    def _verbal(self, k: int) -> bool:
        """Whether the word at `k` is a verb here and no noun or adjective."""
        low = self.lows[k]
        previous = self.lows[k - 1] if k > self.first else "^"
        following = self.lows[k + 1] if k + 1 < self.stop else "$"
        if phrases.capitalised(self.words[k]) and k > self.first and low != "according" and not self.title:
            return False
        if low in ("said", "told", "says", "according"):
            return previous not in ("the", "a", "an")
        if low == "known" and previous in BE | PREPOSITIONS | {"the", "well", "best", "also"}:
            return False
        if previous in DETERMINERS or previous in ("of", "for", "new", "such", "no"):
            return (
                previous in ("this", "that", "some", "many", "both", "most", "all", "others", "several")
                and low not in NOMINAL
            )
        if previous in PREPOSITIONS and low.endswith("ed"):
            return False
        if following == "by" and low.endswith("ed") and previous not in BE and not previous.endswith("ly"):
            return False  # `officials quoted by the paper`
        if low == "briefed" and following in ("on", "about"):
            return False
        if self.title and low in ("states", "state", "post", "posts", "times", "reports"):
            return False
        if low in NOMINAL and previous in QUOTE_MARKS and (following[0].isupper() or following in DETERMINERS):
            return True
        if low in NOMINAL:
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
