"""Publisher, kind, credits, citations and disclaimers on the invented pages, against what a careful reader finds there.

    python -m bench.provenance.score [GROUP] [--misses]

The pages are of our own making (`invented/`): every form of credit, notice and declared value that we know of, in some
thirty languages and ten publishing systems, and pages of a house's own reporting with everything that only looks like one.
Figures are micro averages over the pages, counted as for real pages: credited are the roles carried, mixed, contributed,
distributed, republished and release; a labelled intermediary or issuer neither helps nor hurts there; a notice is found
where its text overlaps. `false credits` counts what is credited on pages whose text is the house's own.
"""

from __future__ import annotations

import argparse
import hashlib
import re
from collections.abc import Iterator
from typing import NamedTuple

from audit.lexicon.outlets import by_host, by_name
from audit.model import Capture, CaptureRecord, Credit, Disclaimer, Node, Page, Provenance, TargetRecord
from audit.page import read_page
from audit.provenance import trace

from .invented.cases import Case, cases

CREDITING = frozenset({"carried", "mixed", "contributed", "distributed", "republished", "release"})
SCORED = frozenset(
    {"as-is", "no-liability", "not-edited", "views", "sponsored", "press-release", "advice", "translation"}
)
"""Kinds that are labelled on every page; precision is over these."""


class Outcome(NamedTuple):
    """One thing asked of one page: which figure it belongs to, whether it is right, and what it was about."""

    figure: str
    right: bool
    about: str


def read(case: Case) -> tuple[Page, Provenance]:
    """The case's page through the floors that it is about."""
    data = case.html.encode()
    target = TargetRecord("html-file", "page", case.url or None)
    record = CaptureRecord(
        "html", hashlib.sha256(data).hexdigest(), len(data), "2026-05-05T00:00:00Z", case.url or None
    )
    page = read_page(Capture(target, record, data, case.html))
    return page, trace(page, target)


def key(name: str | None) -> str:
    """A name for comparison: of the outlet that the lexicon knows by it, else its letters."""
    name = (name or "").strip()
    outlet = by_name(name) or (by_host(name) if "." in name and " " not in name else None)
    plain = re.sub(
        r"^(?:the|der|die|das|le|la|el)\s+", "", (outlet.name if outlet else name).partition(" (")[0].casefold()
    )
    return "".join(char for char in plain if char.isalnum())


def same(a: str | None, b: str | None) -> bool:
    """Whether two names are one outlet's."""
    x, y = key(a), key(b)
    return x == y or (min(len(x), len(y)) > 4 and (x in y or y in x))


def overlap(a: str, b: str) -> bool:
    """Whether two quotes are of one notice."""
    a, b = (" ".join(text.split()).casefold() for text in (a, b))
    short, long = sorted((a, b), key=len)
    if short in long:
        return True
    words = re.findall(r"\w+", short)
    return len(words) > 3 and sum(word in long for word in words) / len(words) >= 0.6


def outcomes(case: Case, page: Page, found: Provenance) -> Iterator[Outcome]:
    """What is asked of the page, answered."""
    publisher = case.publisher or case.site
    named = found.publisher.name or found.publisher.domain
    yield Outcome("publisher", same(named, publisher), f"{named} != {publisher}")
    yield Outcome("kind", found.kind in case.kind, f"{found.kind} != {'|'.join(case.kind)}")
    yield from _credits(case, publisher, found.credits)
    yield from _cited(case, [edge.to for edge in found.edges if edge.relation == "cites"])
    yield from _disclaimers(case, page, found.disclaimers)


def _credits(case: Case, publisher: str, credits: tuple[Credit, ...]) -> Iterator[Outcome]:
    neutral = [publisher, *case.intermediary, *([case.issuer] if case.issuer else [])]
    credited = {c.outlet.name for c in credits if c.role in CREDITING and c.outlet.name}
    others = {name for name in credited if not any(same(name, other) for other in neutral)}
    for name in case.provider:
        yield Outcome("provider R", any(same(name, other) for other in credited), f"missed {name}")
    for other in sorted(others):
        right = any(same(name, other) for name in case.provider)
        yield Outcome("provider P", right, f"wrong {other}")
        if not case.provider and case.kind == ("original",):
            yield Outcome("false credits", False, f"{other}")
    for name in case.intermediary:
        yield Outcome("intermediary R", any(same(name, c.outlet.name) for c in credits), f"missed {name}")
    if case.issuer:
        yield Outcome("issuer R", any(same(case.issuer, c.outlet.name) for c in credits), f"missed {case.issuer}")


def _cited(case: Case, nodes: list[Node]) -> Iterator[Outcome]:
    given = {node.name for node in nodes if node.type != "collective"}
    for name in case.cited or ():
        yield Outcome("cited R", any(same(name, other) for other in given), f"missed {name}")
    for other in sorted(filter(None, given)):
        yield Outcome("cited P", any(same(name, other) for name in case.cited or ()), f"wrong {other}")
    if case.one_node:
        yield Outcome("one node", len(given) == 1, f"{sorted(filter(None, given))}")


def _disclaimers(case: Case, page: Page, notices: tuple[Disclaimer, ...]) -> Iterator[Outcome]:
    said = [(page.text[d.start : d.end], set(d.kinds)) for d in notices]
    for text, *kinds in case.disclaimers:
        found = [got for words, got in said if overlap(text, words)]
        yield Outcome("disclaimers R", bool(found), f"missed {text}")
        for kind in kinds if found else ():
            yield Outcome("disclaimer kinds", any(kind in got for got in found), f"{kind} of {text}")
    for words, got in said:
        if got & SCORED:
            yield Outcome(
                "disclaimers P",
                any(overlap(text, words) for text, *_ in case.disclaimers),
                f"wrong {sorted(got)} {words}",
            )


FIGURES = (
    "publisher", "kind", "provider P", "provider R", "intermediary R", "issuer R", "cited P", "cited R", "one node",
    "disclaimers P", "disclaimers R", "disclaimer kinds",
)  # fmt: skip


def measure(group: str = "", *, misses: bool = False) -> dict[str, tuple[int, int]]:
    """Right and asked of each figure over all pages, or over one file of them; `false credits` counts alone."""
    counts = dict.fromkeys((*FIGURES, "false credits", "pages"), (0, 0))
    for case in cases(group):
        counts["pages"] = (counts["pages"][0] + 1,) * 2
        for figure, right, about in outcomes(case, *read(case)):
            hit, asked = counts[figure]
            counts[figure] = (hit + right, asked + 1)
            if misses and not right:
                print(f"  {case.id:44} {figure:16} {about[:110]}")
    return counts


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("group", nargs="?", default="", help="one file of invented/pages")
    parser.add_argument("--misses", action="store_true", help="print what is not right")
    args = parser.parse_args()
    counts = measure(args.group, misses=args.misses)
    for figure in FIGURES:
        hit, asked = counts[figure]
        print(f"{figure:18}{hit / asked:7.1%} ({hit}/{asked})" if asked else f"{figure:18}    n/a")
    print(f"{'false credits':18}{counts['false credits'][1]:7}\n{'pages':18}{counts['pages'][1]:7}")


if __name__ == "__main__":
    main()
