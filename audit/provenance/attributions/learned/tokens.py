"""Text to tokens, with what surrounds each: its sentence, its paragraph, whether it stands inside quotation marks.

This is the tokeniser of the learned tagger alone: its weights were trained on exactly these tokens, so a change here
asks for a new training run (`bench/attribution/`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from audit.provenance.attributions.tagging import Sentence

TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}"  # U.S.
    r"|\d+(?:[.,:]\d+)*\w*%?"  # 1,200; 10:30; 2nd; 12%
    r"|[A-Za-z]+(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b"  # did|n't, they|'re
    r"|[@#]\w+"
    r"|\w+(?:[-&]\w+)*"
    r"|\.\.+|--+"
    r"|[^\w\s]",
    re.IGNORECASE,
)
"""No alternative can fail after a long match, so scanning is linear in the text."""

OPENING = frozenset("“«„")
CLOSING = frozenset("”»")
QUOTES = OPENING | CLOSING | {'"'}


class Tokens:
    """The tokens of the given sentences of a text.

    `words[i]` stands at `text[starts[i]:ends[i]]`, in sentence `sentence[i]` and paragraph `paragraph[i]` (the
    former counted from 0, the latter as the sentences say). `bounds[s]` are the first token of sentence `s` and the one after its
    last. `quoted[i]` is true from an opening quotation mark to its closing one, both
    included; a quotation that is never closed ends with its paragraph. `marks[i]` is the token where it is punctuation,
    else empty.
    """

    __slots__ = ("bounds", "ends", "marks", "paragraph", "quoted", "sentence", "starts", "text", "words")

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self.text = text
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.sentence: list[int] = []
        self.paragraph: list[int] = []
        self.bounds: list[tuple[int, int]] = []
        words, starts, ends = self.words, self.starts, self.ends
        for span in sentences:
            first = len(words)
            matches = list(TOKEN.finditer(text, span.start, span.end))
            if not matches:
                continue
            count = len(matches)
            words += [match.group() for match in matches]
            starts += [match.start() for match in matches]
            ends += [match.end() for match in matches]
            self.sentence += [len(self.bounds)] * count
            self.paragraph += [span.paragraph] * count
            self.bounds.append((first, len(words)))
        self.marks = ["" if word[0].isalnum() else word for word in words]
        self.quoted = _quoted(words, self.paragraph)

    def __len__(self) -> int:
        return len(self.words)

    def within(self, start: int, end: int) -> range:
        """The tokens that share a character with `start` to `end`."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


def _quoted(words: list[str], paragraph: list[int]) -> list[bool]:
    state: list[bool] = []
    inside, current = False, -1
    for word, here in zip(words, paragraph, strict=True):
        if here != current:
            current, inside = here, False
        if word in QUOTES:
            opens = word in OPENING or (word == '"' and not inside)
            state.append(opens or inside)
            inside = opens
        else:
            state.append(inside)
    return state
