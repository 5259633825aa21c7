"""Words with positions: the form in which rules read sentences.

One `Reading` holds parallel lists, one entry a token, so that a rule looks at a neighbour by adding one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any

from audit.model import Span
from audit.provenance.attributions.reading.quotes import Quotation, find_quotations
from audit.provenance.attributions.tagging import Sentence

_LETTERS = r"\w\u00ad\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff\u200c\u200d"
"""A letter, digit or the sign that rides on one: combining marks, vowel signs of the Indic scripts, joiners."""
_LETTER = f"[{_LETTERS}]"
_TOKEN = re.compile(
    rf"(?-i:[A-Za-z]{{2,}}+(?![{_LETTERS}'’&-]))"  # most words: none of what follows reads them otherwise, and this is quicker
    r"""|(?:[^\W\d_]\.){2,}          # U.S.
      | [€$£₹]?\d+(?:[.,:]\d+)*\w*%?  # 1,200 and 10.30am
      | \w+(?=n['’]t\b) | n['’]t\b   # did|n't
      | ['’](?:s|re|ve|ll|d|m)\b     # Asif|'s
      | [@#]?\w"""
    + _LETTER
    + r"""*(?:[-&]\w"""
    + _LETTER
    + r"""*)*  # half-hour, AT&T
      | \.\.\.+ | --+ | [^\w\s]""",
    re.VERBOSE | re.IGNORECASE,
)
QUOTE_MARKS = frozenset('“”"«»„「」『』‹›')
STOPS = frozenset([".", "!", "?", "…"]) | {"..."}


class Reading:
    """Tokens of a text's sentences. `quote[i]` is the number of the quotation that token `i` stands in, or -1."""

    __slots__ = (
        "begins",
        "ends",
        "lows",
        "memo",
        "owner",
        "paragraph",
        "plain",
        "quotations",
        "quote",
        "sentences",
        "text",
        "words",
    )

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.words: list[str] = []
        self.begins: list[int] = []
        self.ends: list[int] = []
        self.owner: list[int] = []
        """The sentence of each token, an index into `sentences`."""
        self.sentences: list[tuple[int, int]] = []
        """First token and one past the last, a sentence each."""
        self.paragraph = [s.paragraph for s in sentences]
        for number, sentence in enumerate(sentences):
            first = len(self.words)
            matches = list(_TOKEN.finditer(text, sentence.start, sentence.end))
            self.words += [match.group() for match in matches]
            self.begins += [match.start() for match in matches]
            self.ends += [match.end() for match in matches]
            self.owner += [number] * len(matches)
            self.sentences.append((first, len(self.words)))
        self.lows = [w.lower().replace("’", "'") if w != "WHO" else w for w in self.words]  # the body is no pronoun
        self.memo: dict[str, Any] = {}
        """What is found out about the text once and asked for often: the runs of capitals, what a name is."""
        self.plain = frozenset(w for w in self.words if w[0].islower())
        """The words that the text writes without a capital somewhere."""
        self.quotations = find_quotations(text, paragraphs(sentences))
        self.quote = [-1] * len(self.words)
        for number, quotation in enumerate(self.quotations):
            for token in self.inside(Span(quotation.start, quotation.end)):
                self.quote[token] = number

    def inside(self, span: Span) -> range:
        """The tokens that share a code point with `span`."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.begins, span.end))

    def span(self, first: int, stop: int) -> Span:
        """The span of tokens `first` up to `stop`, exclusive; at least one."""
        return Span(self.begins[first], self.ends[stop - 1])

    def string(self, first: int, stop: int) -> str:
        """The words of the text at tokens `first` up to `stop`."""
        return self.text[self.begins[first] : self.ends[stop - 1]] if first < stop else ""

    def quotation(self, number: int) -> tuple[int, int]:
        """The tokens of quotation `number`, with its marks."""
        span: Quotation = self.quotations[number]
        tokens = self.inside(Span(span.start, span.end))
        return tokens.start, tokens.stop

    def bounds(self, sentence: int) -> tuple[int, int]:
        """The tokens of the paragraph that `sentence` stands in."""
        number = self.paragraph[sentence]
        first = bisect_left(self.paragraph, number)
        last = bisect_right(self.paragraph, number) - 1
        return self.sentences[first][0], self.sentences[last][1]


def paragraphs(sentences: Sequence[Sentence]) -> list[Span]:
    """One span a paragraph, from its first sentence's start to its last one's end."""
    spans: list[Span] = []
    number = -1
    for sentence in sentences:
        if sentence.paragraph == number:
            spans[-1] = Span(spans[-1].start, sentence.end)
        else:
            spans.append(Span(sentence.start, sentence.end))
            number = sentence.paragraph
    return spans
