"""Several pages of one text: what ties them, and how many independent origins there are.

Pages have one origin where one declares the other, where both name the same newsroom as their text's, or where they are
so alike that they must come from one text. Likeness alone merges; the order of two pages is told only where they
declare it or their times do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from audit.findings.names import key
from audit.lineage.precedence import points_at, precedence
from audit.lineage.side_by_side import align_pages
from audit.model import Audit, Family, Kinship, Overlap, Source

ALIKE = 0.3
"""Share of one page's own words that the other must have, in order, for the two to have one text."""
_STORY = 0.05
"""Share of words from which two pages that credit one newsroom have one text of it, rewritten."""
_WORDS = 30
"""And so many words at least: short notices are alike by chance."""
_ROLES = frozenset({"carried", "distributed", "republished", "release", "translated"})


class _Tie(NamedTuple):
    """What ties pages `one` and `other`; `first` is the one that was before, or None."""

    one: int
    other: int
    basis: str
    why: str
    share: float
    first: int | None


def family(audits: Sequence[Audit]) -> Family:
    """What ties the pages of `audits`, numbered as they come."""
    ties = list(_ties(audits))
    sources = tuple(_sources(audits))
    group = list(range(len(audits)))
    merges: list[str] = []
    kinships: list[Kinship] = []
    for tie in sorted(ties, key=lambda t: (t.basis != "declared", -t.share, t.one, t.other)):
        if _join(group, tie.one, tie.other):
            merges.append(f"{_name(audits, tie.one)} and {_name(audits, tie.other)}: {tie.why}")
            kinships.append(_kinship(tie))
    for source in sources:
        first = source.pages[0]
        merges += [
            f"{_name(audits, first)} and {_name(audits, page)}: {source.why}"
            for page in source.pages[1:]
            if _one_story(audits[first], audits[page]) and _join(group, first, page)
        ]
    roots = list(dict.fromkeys(_root(group, n) for n in range(len(audits))))
    origins = tuple(tuple(n for n in range(len(audits)) if _root(group, n) == root) for root in roots)
    return Family(tuple(kinships), sources, origins, tuple(merges))


def _ties(audits: Sequence[Audit]) -> Iterator[_Tie]:
    for i, one in enumerate(audits):
        for j in range(i + 1, len(audits)):
            other = audits[j]
            alike = align_pages(one.page, other.page).overlap
            share = max(alike.copy_share, alike.original_share)
            forth, back = points_at(one, other), points_at(other, one)
            if bool(forth) != bool(back):
                pointer = forth or back
                why = f"declared: {pointer.why}" if pointer else ""
                yield _Tie(i, j, "declared", why, share, j if forth else i)
            elif forth and back:
                yield _Tie(i, j, "declared", "declared: each names the other", share, None)
            elif share >= ALIKE and min(alike.copy_shared, alike.original_shared) >= _WORDS:
                said = precedence(one, other)
                first = {"copy": i, "original": j}.get(said.first)
                because = said.because.replace("the copy", _name(audits, i)).replace("the original", _name(audits, j))
                yield _Tie(i, j, "observed", _alike(alike, because, first is not None), share, first)


def _alike(alike: Overlap, because: str, known: bool) -> str:
    words = f"the same text in {max(alike.copy_share, alike.original_share):.0%} of the words"
    return f"{words}; {because}" if known else f"{words}; who was first is not known: {because}"


def _kinship(tie: _Tie) -> Kinship:
    parent = tie.first if tie.first is not None else tie.one
    child = tie.other if parent == tie.one else tie.one
    return Kinship(
        child, parent, "declared" if tie.basis == "declared" else "observed", tie.why, tie.share, tie.first is not None
    )


def _sources(audits: Sequence[Audit]) -> Iterator[Source]:
    """Newsrooms outside of the pages that two or more of them credit with the text."""
    named: dict[str, tuple[str, list[int]]] = {}
    own = {key(a.provenance.publisher.name) for a in audits if a.provenance.publisher.name}
    for number, audit in enumerate(audits):
        for credit in audit.credits:
            name = credit.outlet.name
            if credit.role in _ROLES and name and key(name) not in own:
                pages = named.setdefault(key(name), (name, []))[1]
                if number not in pages:
                    pages.append(number)
    for name, pages in named.values():
        if len(pages) > 1:
            yield Source(name, tuple(pages), f"declared: each credits {name}")


def _one_story(one: Audit, other: Audit) -> bool:
    """Whether two pages of one agency share words at all: it sends out many stories a day."""
    alike = align_pages(one.page, other.page).overlap
    return max(alike.copy_share, alike.original_share) >= _STORY


def _name(audits: Sequence[Audit], number: int) -> str:
    audit = audits[number]
    return audit.provenance.publisher.name or audit.provenance.publisher.domain or audit.target.name


def _root(group: list[int], n: int) -> int:
    while group[n] != n:
        n = group[n]
    return n


def _join(group: list[int], one: int, other: int) -> bool:
    """Put two pages into one group; False where they are in it already."""
    a, b = _root(group, one), _root(group, other)
    group[max(a, b)] = min(a, b)
    return a != b
