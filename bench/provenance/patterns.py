"""Wordings made from patterns: what may be said in a place of a sentence, and a few of the sentences that this gives.

A file of `notices/patterns/` is a language's. A line `@name a|b` gives a list of words a name; every other line is kinds
(`as-is|no-liability`, `-` for what only sounds like a notice) and a pattern: `[a|b]` is one of these, `<name>` one of the
list's, each of which may hold further ones. The same files give the same sentences.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent / "notices/patterns"
EACH = 14
"""Sentences made from a pattern; fewer where it gives no more."""
_CHOICE = re.compile(r"\[([^\[\]]*)\]|<([a-zA-Z-]+)>")


class Made(NamedTuple):
    """A sentence of a language and the kinds of notice that it is; none for what only sounds like one."""

    language: str
    kinds: tuple[str, ...]
    words: str


def made(each: int = EACH) -> Iterator[Made]:
    """Some sentences of every pattern. Raises `ValueError` at a line without a pattern and `KeyError` for an unknown list."""
    for path in sorted(FOLDER.glob("*.txt")):
        lists: dict[str, list[str]] = {}
        for line in filter(str.strip, path.read_text(encoding="utf-8").splitlines()):
            if line.startswith("@"):
                name, _, words = line[1:].partition(" ")
                lists[name] = words.split("|")
                continue
            kinds, pattern = line.split(": ", 1)
            chance = random.Random(pattern)
            words = dict.fromkeys(_once(pattern, lists, chance) for _ in range(each))
            for sentence in words:
                yield Made(path.stem, () if kinds == "-" else tuple(kinds.split("|")), sentence)


def _once(pattern: str, lists: dict[str, list[str]], chance: random.Random) -> str:
    """One sentence of a pattern."""

    def chosen(found: re.Match[str]) -> str:
        return chance.choice(found[1].split("|") if found[1] is not None else lists[found[2]])

    while _CHOICE.search(pattern):
        pattern = _CHOICE.sub(chosen, pattern)
    return " ".join(pattern.split())
