"""Tokens to the word pieces of the encoder, and texts to windows that it can read at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from audit.provenance.attributions.learned.tokens import Tokens

WINDOW = 256
"""Word pieces read at once, the first and last marks included."""
LONGEST_WORD = 10
"""Word pieces kept of one token."""
SHAPES = 8

_Group = tuple[int, int, int]  # first token, last (exclusive), word pieces


class Pieces:
    """The uncased word pieces of tokens, after a vocabulary in which `##` marks a piece that goes on."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self.numbers = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown, self.first, self.last = (self.numbers[mark] for mark in ("[UNK]", "[CLS]", "[SEP]"))

    def split(self, words: Sequence[str]) -> list[list[int]]:
        """The pieces of each word, at least one."""
        known: dict[str, list[int]] = {}
        for word in words:
            if word not in known:
                known[word] = self._of(word)
        return [known[word] for word in words]

    def _of(self, token: str) -> list[int]:
        folded = unicodedata.normalize("NFD", token[:256].lower())
        folded = "".join(c for c in folded if unicodedata.category(c) != "Mn")
        found: list[int] = []
        for word in _runs(folded):
            found += self._greedy(word)
            if len(found) >= LONGEST_WORD:
                break
        return found[:LONGEST_WORD] or [self.unknown]

    def _greedy(self, word: str) -> list[int]:
        """The longest piece first, then the longest of what is left; unknown if any part is."""
        begin = 0
        pieces: list[int] = []
        while begin < len(word):
            end = min(len(word), begin + 32)  # no piece is longer
            while end > begin and ("##" if begin else "") + word[begin:end] not in self.numbers:
                end -= 1
            if end == begin:
                return [self.unknown]
            pieces.append(self.numbers[("##" if begin else "") + word[begin:end]])
            begin = end
        return pieces


def _runs(token: str) -> list[str]:
    """Letters and digits together, every other character on its own."""
    runs: list[str] = []
    for character in token:
        if character.isalnum() and runs and runs[-1][-1].isalnum():
            runs[-1] += character
        elif not character.isspace():
            runs.append(character)
    return runs


@dataclass
class Window:
    """Word pieces of the tokens `first` to `last`; `heads[k]` is the place of the first piece of token `first + k`."""

    pieces: list[int]
    shapes: list[int]
    heads: list[int]
    first: int
    last: int


def windows(tokens: Tokens, pieces: Pieces) -> Iterator[Window]:
    """The whole text in order; windows end with a paragraph where one fits, else with a sentence, else anywhere."""
    split = pieces.split(tokens.words)
    sentences = (group for first, last in tokens.bounds for group in _fitting(split, first, last))
    paragraphs = _joined(sentences, lambda a, b: tokens.paragraph[a[0]] == tokens.paragraph[b[0]])
    for first, last, _ in _joined(paragraphs, lambda _a, _b: True):
        yield _window(tokens, split, pieces, first, last)


def _fitting(split: list[list[int]], first: int, last: int) -> Iterator[_Group]:
    while first < last:
        end, size = first, 0
        while end < last and size + len(split[end]) <= WINDOW - 2:
            size += len(split[end])
            end += 1
        yield first, end, size
        first = end


def _joined(groups: Iterable[_Group], may_join: Callable[[_Group, _Group], bool]) -> list[_Group]:
    out: list[_Group] = []
    for group in groups:
        if out and may_join(out[-1], group) and out[-1][2] + group[2] <= WINDOW - 2:
            out[-1] = (out[-1][0], group[1], out[-1][2] + group[2])
        else:
            out.append(group)
    return out


def _window(tokens: Tokens, split: list[list[int]], pieces: Pieces, first: int, last: int) -> Window:
    numbers, shapes, heads = [pieces.first], [0], []
    for i in range(first, last):
        heads.append(len(numbers))
        numbers += split[i]
        shapes += [shape(tokens.words[i], tokens.quoted[i])] * len(split[i])
    return Window([*numbers, pieces.last], [*shapes, 0], heads, first, last)


def shape(word: str, quoted: bool) -> int:
    """Case and quotation, which uncased pieces do not show: 0 lower or none, 1 initial, 2 upper, 3 mixed; +4 quoted."""
    if not word[0].isalnum():
        case = 0
    elif word.isupper() and len(word) > 1:
        case = 2
    else:
        case = 1 if word[0].isupper() else 0 if word.islower() else 3
    return case + 4 * quoted
