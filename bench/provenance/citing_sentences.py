"""Cited outlets in sentences: how many are found, and what is taken for one, by language.

    python -m bench.provenance.citing_sentences [FILE ...] [--misses]

A line of FILE is `language<TAB>text<TAB>outlets`, the outlets joined by `/` or commas, `-` where the sentence cites none (a
near miss). Without a FILE, the sentences of `tests/provenance/cited_outlets.tsv` are read; the rules were written with
those at hand. Each sentence goes through attributions, citations and the chain as a page of one paragraph; found is what
a `cites` edge leads to, collective voices ("local media") aside. A name is right where it is the outlet's, or holds it.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from audit.model import Block, Page, Publisher
from audit.provenance.attributions import find_attributions
from audit.provenance.chain import build
from audit.provenance.citations import carry_over, find_citations
from bench.provenance.score import same

TABLE = Path(__file__).parents[2] / "tests" / "provenance" / "cited_outlets.tsv"


class Sentence(NamedTuple):
    """One line: a sentence and the outlets that it cites."""

    language: str
    text: str
    outlets: tuple[str, ...]


class Counts(NamedTuple):
    """Outlets asked for and found, names given and right, near misses and those with a false alarm."""

    asked: int = 0
    found: int = 0
    given: int = 0
    right: int = 0
    near: int = 0
    alarms: int = 0

    def plus(self, other: Counts) -> Counts:
        """Both together."""
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a file; ValueError where a line has not three columns."""
    for line in path.read_text(encoding="utf-8").splitlines():
        language, text, outlets = line.split("\t")
        named = () if outlets == "-" else tuple(re.split(r"\s*[,/]\s*", outlets))
        yield Sentence(language, text, named)


def cited_in(text: str, language: str) -> list[str]:
    """The outlets that the chain of a page of this one paragraph cites."""
    page = Page(text, "text", (Block("body", 0, len(text), 1.0, "given"),), language=language)
    publisher = Publisher(None, None, "inferred")
    attributions, _ = find_attributions(page.text, page.blocks, page.language)
    citations = find_citations(page, publisher, (), attributions)
    edges, _ = build(page, publisher, (), (), citations, carry_over(page, citations, attributions))
    return sorted({e.to.name for e in edges if e.relation == "cites" and e.to.type != "collective" and e.to.name})


def count(sentence: Sentence, given: list[str]) -> Counts:
    """The counts of one sentence."""
    found = sum(any(same(name, other) for other in given) for name in sentence.outlets)
    right = sum(any(same(name, other) for name in sentence.outlets) for other in given)
    near = not sentence.outlets
    return Counts(len(sentence.outlets), found, len(given), right, near, near and bool(given))


def measure(path: Path, *, misses: bool = False) -> dict[str, Counts]:
    """The counts by language, and of all under `all`."""
    counts = {"all": Counts()}
    for sentence in sentences(path):
        given = cited_in(sentence.text, sentence.language)
        one = count(sentence, given)
        if misses and (one.found < one.asked or one.right < one.given):
            print(f"  {sentence.language}  {sentence.text}\n      {sentence.outlets or '-'} != {given}")
        for group in ("all", sentence.language):
            counts[group] = counts.get(group, Counts()).plus(one)
    return counts


def _share(part: int, whole: int) -> str:
    return f"{part / whole:6.1%} ({part}/{whole})" if whole else "n/a"


def main() -> None:
    """Print the figures of each file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=[TABLE])
    parser.add_argument("--misses", action="store_true", help="print the sentences that are not right")
    args = parser.parse_args()
    for path in args.files:
        counts = measure(path, misses=args.misses)
        print(f"{path.name}\n{'':10}{'recall':>18}{'precision':>18}{'false alarms':>18}")
        for group, c in sorted(counts.items(), key=lambda item: (item[0] != "all", -item[1].asked)):
            shares = (_share(c.found, c.asked), _share(c.right, c.given), _share(c.alarms, c.near))
            print(f"{group:10}" + "".join(f"{share:>18}" for share in shares))


if __name__ == "__main__":
    main()
