"""How far two annotations of the same articles agree: what a scorer of voices can at best expect of a reader.

    python -m bench.attribution.agreement FIRST SECOND [--differences]

Both folders hold the same articles under the same names, in the format of `score_voices.py`; each may leave attributions
out. Attributions are paired as there, and each fact is counted as there, with the first folder for gold, so that the
figures stand beside the tool's own: of an attribution that both found, a fact counts where the first hand states it
(negation and type: always). A source that is its voice's own name counts for the name. A reason is the same where one
hand's words hold the other's and both call it a formula or neither does.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from pathlib import Path

from bench.attribution.score_voices import _ARTICLES, Gold, Tally, read_article, same_words, words

FACTS = ("found", "found by first", "type", "resolution", "grade", "hedges", "relays", "negation", "plural", "reason")
LISTS = {"hedges": "hedge", "relays": "relay"}
"""Facts that may have several values each: scored by F1, over all attributions."""

Differ = Callable[[str, Gold | None, Gold | None], None]


def agreement(first: Path, second: Path, differ: Differ = lambda *_: None) -> dict[str, Tally]:
    """The tallies over all articles of two folders. Raises ValueError where they are not the same texts.

    `differ` is called with the fact and both attributions, one of them None where only one hand has it.
    """
    t = {fact: Tally() for fact in FACTS}
    for path in sorted(first.glob("*.txt")):
        text, ones = read_article(path)
        other_text, others = read_article(second / path.name)
        if text != other_text:
            raise ValueError(f"{path.name}: the annotated texts differ")
        left = list(others)
        for one in ones:
            other = next((o for o in left if o.start == one.start and same_words(o.source, o.cue, one)), None)
            count(t["found"], other is not None, "found", one, other, differ)
            if other is not None:
                left.remove(other)
                compare(t, one, other, differ)
            for fact, key in LISTS.items():
                count_values(t[fact], fact, values(one, key), values(other, key) if other else [], one, other, differ)
        for other in left:
            differ("found by first", None, other)
        t["found by first"].wanted += len(others)
        t["found by first"].hit += len(others) - len(left)
    return t


def compare(t: dict[str, Tally], one: Gold, other: Gold, differ: Differ) -> None:
    """Counts the facts that have one value each."""
    count(t["type"], one.type == other.type, "type", one, other, differ)
    count(t["negation"], ("neg" in one.flags) == ("neg" in other.flags), "negation", one, other, differ)
    if "name" in one.keys:
        count(t["resolution"], same_name(one.keys["name"], other), "resolution", one, other, differ)
    if "grade" in one.keys:
        count(t["grade"], one.keys["grade"] == other.keys.get("grade"), "grade", one, other, differ)
    if "plural" in one.flags:
        count(t["plural"], "plural" in other.flags, "plural", one, other, differ)
    if "reason" in one.keys or "rote" in one.flags:
        count(t["reason"], same_reason(one, other), "reason", one, other, differ)


def same_name(name: str, other: Gold) -> bool:
    given = other.keys.get("name", other.source)
    return given == name if "-" in (given, name) else words(name) - _ARTICLES <= words(given)


def same_reason(one: Gold, other: Gold) -> bool:
    a, b = one.keys.get("reason", ""), other.keys.get("reason", "")
    return (a in b or b in a) and ("rote" in one.flags) == ("rote" in other.flags)


def values(one: Gold, key: str) -> list[str]:
    return [value.strip() for value in re.split(r"[,>]", one.keys.get(key, "")) if value.strip()]


def count(tally: Tally, ok: bool, fact: str, one: Gold, other: Gold | None, differ: Differ) -> None:
    tally.wanted += 1
    tally.hit += ok
    if not ok:
        differ(fact, one, other)


def count_values(
    tally: Tally, fact: str, wanted: list[str], given: list[str], one: Gold, other: Gold | None, differ: Differ
) -> None:
    """Pairs values that share a word, each once."""
    left = list(given)
    for value in wanted:
        match = next((g for g in left if words(value) & words(g)), None)
        if match is not None:
            left.remove(match)
            tally.hit += 1
    tally.wanted += len(wanted)
    tally.given += len(given)
    if other is not None and (left or len(wanted) != len(given)):
        differ(fact, one, other)


def show(fact: str, one: Gold | None, other: Gold | None) -> None:
    print(f"  {fact}")
    for hand, gold in (("1", one), ("2", other)):
        print(f"    {hand} {(gold.source, gold.cue, gold.type, gold.keys, sorted(gold.flags)) if gold else '-'}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("first", type=Path)
    parser.add_argument("second", type=Path)
    parser.add_argument("--differences", action="store_true", help="print each disagreement before the figures")
    given = parser.parse_args()
    for fact, tally in agreement(given.first, given.second, show if given.differences else lambda *_: None).items():
        print(f"{fact:15} {tally.f1() if fact in LISTS else tally.share()}")


if __name__ == "__main__":
    main()
