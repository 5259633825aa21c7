"""Words that the wrapper uses inside running text: how often a text speaks of newsletters, accounts, consent, authors.

The rows (`marker_words.jsonl`) are stems in some forty languages; one automaton finds them all in one pass. They decide
nothing alone: the model weighs their counts with a run's place and markup.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any

from audit.page.wrapper_words import fold

LIMIT = 1_000
"""Characters of a text that are looked at."""


@cache
def rows() -> tuple[dict[str, Any], ...]:
    """The data rows as they stand."""
    source = resources.files("audit.page").joinpath("marker_words.jsonl").read_text(encoding="utf-8")
    return tuple(json.loads(line) for line in source.splitlines() if line)


@cache
def _automaton() -> tuple[Any, int]:
    """The automaton, and how many groups there are; a stem's value is (stem, its length, its groups)."""
    import ahocorasick

    groups: dict[str, list[int]] = {}
    for number, row in enumerate(rows()):
        for stem in row["stems"]:
            groups.setdefault(fold(stem), []).append(number)
    automaton = ahocorasick.Automaton()
    for stem, numbers in groups.items():
        automaton.add_word(stem, (stem, len(stem), stem[0].isalpha() and stem[0] < "\u0530", tuple(numbers)))
    automaton.make_automaton()
    return automaton, len(rows())


def counts(folded: str) -> list[float]:
    """How many different stems of each group `folded` (see `fold`) has, then of all groups; each stem counts once."""
    automaton, size = _automaton()
    found = [0.0] * (size + 1)
    if len(folded) > LIMIT:
        folded = folded[:LIMIT]
    seen: set[str] = set()
    for end, (stem, length, at_word, groups) in automaton.iter(folded):
        start = end - length + 1
        # in scripts that write words apart, a stem begins a word
        if (at_word and start > 0 and folded[start - 1].isalpha()) or stem in seen:
            continue
        seen.add(stem)
        for group in groups:
            found[group] += 1.0
    found[size] = float(len(seen))
    return found
