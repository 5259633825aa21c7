"""One sentence under reading, and the words of its language: what every rule of a frame looks at."""

from __future__ import annotations

from typing import NamedTuple

from audit.provenance.attributions.languages.words import VERB_LAST, Words
from audit.provenance.attributions.reading.tokens import QUOTE_MARKS, STOPS, Reading

MARKS = frozenset(",;:()[]—–-،؛") | QUOTE_MARKS | STOPS | frozenset(["؟", "۔", "।", "--", "―", "’", "'"])
DASHES = frozenset(["—", "–", "-", "--", "―"])
_SHORTEST_TITLE = 3
_LONGEST_TITLE = 6
Tokens = tuple[int, int]
"""The first token of a phrase and one past its last."""


class Cue(NamedTuple):
    """A formula at tokens `first` to `stop`; `family` says which frame reads it."""

    first: int
    stop: int
    family: str
    """`say`, `weak` (says something only beside a claim), `pre`, `post`, `place`, `inside` (`a-t-il ajouté`)."""
    participle: int = -1
    """The participle that an auxiliary at `first` goes with."""

    near: bool = False
    """Whether only adverbs stand between auxiliary and participle, so that both are one cue."""

    @property
    def last(self) -> int:
        """One past the cue, its participle with it where both are one."""
        return self.participle + 1 if self.near and self.participle >= 0 else self.stop


class Line(NamedTuple):
    """Tokens `first` to `stop` of `reading` are sentence `number`; `lows` are all its words, folded."""

    reading: Reading
    lows: list[str]
    words: Words
    number: int
    first: int
    stop: int

    def ends(self, i: int) -> bool:
        """Whether no noun phrase goes on over token `i`."""
        word = self.reading.words[i]
        if word in ("’", "'"):
            return False
        if word == "-":
            return 0 < i < self.stop - 1 and self._apart(i)
        if word == ".":
            return not (i + 1 < self.stop and len(self.reading.words[i - 1]) <= 4)
        if self.reading.quote[i] >= 0:
            return not self.titled(self.reading.quote[i])
        return word in MARKS or self.lows[i] in self.words.that

    def titled(self, number: int) -> bool:
        """Whether quotation `number` is a name in quotation marks, as of a paper, and no speech."""
        start, stop = self.reading.quotation(number)
        longest = _LONGEST_TITLE * 2 if start and self.lows[start - 1] in self.words.papers else _LONGEST_TITLE
        if stop - start > longest or start < self.first + 1 or stop - start < _SHORTEST_TITLE:
            return False
        if self.words.language in VERB_LAST and stop < self.stop and self.lows[stop] in self.words.starts:
            return False  # `Bir komşu “Hava karanlıktı” dedi`
        before, inside = self.reading.words[start - 1], self.reading.words[start + 1]
        return before[0].isalpha() and inside[0].isupper() and self.reading.words[stop - 2] not in STOPS | {","}

    def _apart(self, i: int) -> bool:
        """Whether a hyphen has white space on both sides: a dash."""
        ends, begins = self.reading.ends, self.reading.begins
        return ends[i - 1] < begins[i] and ends[i] < begins[i + 1]

    def clause(self, i: int, reach: int = 24) -> int:
        """The first token of the clause that token `i` stands in: behind the last comma, dash or quotation."""
        j = i
        while j > self.first and i - j < reach:
            word = self.reading.words[j - 1]
            quote = self.reading.quote[j - 1]
            if quote >= 0 and self.titled(quote):  # `wie das „Handelsblatt“ berichtet`
                j = min(j - 1, self.reading.quotation(quote)[0])
                continue
            if quote >= 0 or (word in MARKS and word not in ("-", "’", "'", "(", ")", ".")):
                break
            j -= 1
        return j

    def opens(self, start: int) -> bool:
        """Whether the claim opens right behind: `…, dass`, `: „`."""
        return any(
            self.lows[i] in self.words.that or self.reading.words[i] == ":"
            for i in range(start, min(self.stop, start + 6))
        )

    def trim(self, first: int, stop: int) -> Tokens | None:
        """The tokens without the punctuation around them."""
        words, quote = self.reading.words, self.reading.quote
        while first < stop and words[first] in MARKS and quote[first] < 0:
            first += 1
        while stop > first and words[stop - 1] in MARKS and quote[stop - 1] < 0:
            stop -= 1
        return (first, stop) if stop > first else None

    def upper(self, first: int, stop: int) -> bool:
        """Whether a word of the phrase has a capital."""
        return any(self.reading.words[i][0].isupper() for i in range(first, stop))
