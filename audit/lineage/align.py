"""Which sentence of a copy comes from which sentence of the original: verbatim, edited, moved, merged, split, added, dropped.

Five steps, each near-linear in the sentences:

1. Sentences whose folded words are equal are linked by their hash.
2. The others are linked to the few sentences that share their rarest words, where they are alike enough.
3. The heaviest chain of links that crosses nowhere is the backbone; strong links beside it are moved sentences.
4. Between two neighbouring sentences of the backbone, where few can be meant, weaker likeness is enough.
5. A sentence left over whose words stand in the partner of another was merged with it, or split from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import log1p
from typing import NamedTuple

from audit.lineage.chaining import Link, heaviest_chain
from audit.lineage.likeness import Likeness, in_order
from audit.lineage.words import Side
from audit.model import AlignmentKind

STRONG = 0.5
"""Score from which two sentences are linked wherever they stand."""
WEAK = 0.3
"""Score from which they are linked where they stand between the same neighbours."""
PART = 0.5
"""Share of a sentence's own weight that must stand in another's partner for it to be merged or split."""
_REPEATED = 12
"""A sentence repeated more often than this on one side is paired in order, not each with each."""
_GAP = 40
"""Sentences of a gap, on each side, that are compared each with each; in larger gaps only those at about the same place."""
_BAND = 4
_PARTS = 4
"""Most sentences that are merged into one, or that one is split into."""
_NEAR = 3
"""Sentences that are merged or split stand no further than this from each other."""


class Match(NamedTuple):
    """Sentences of the copy and the sentences of the original that they come from, by number.

    `copy` is empty for a dropped sentence, `original` for an added one. `similarity` is the share of words that both have
    in common, in order. `moved`: it stands at another place; a single moved sentence has the kind `moved`, edited or not.
    """

    kind: AlignmentKind
    copy: tuple[int, ...]
    original: tuple[int, ...]
    similarity: float
    moved: bool = False


def align(copy: Sequence[str] | Side, original: Sequence[str] | Side) -> tuple[Match, ...]:
    """Align two texts given as sentences; every sentence is in exactly one match.

    The matches come in the copy's order; dropped sentences stand where the original has them. Near-linear in the number
    of sentences. A `Side` saves the preparation where a text is aligned more than once.
    """
    mine = copy if isinstance(copy, Side) else Side(copy)
    theirs = original if isinstance(original, Side) else Side(original)
    likeness = Likeness(mine, theirs)
    links = [*_equal(mine, theirs)]
    links += _alike(likeness, links)
    backbone = heaviest_chain(links, [link.score * log1p(len(mine.words[link.copy])) for link in links])
    chosen = {link.copy: link.original for link in backbone}
    moved = _moved(links, chosen)
    _fill_gaps(likeness, backbone, chosen, moved)
    groups = _parts(likeness, {**chosen, **moved})
    return tuple(_in_order(_matches(mine, theirs, groups, set(moved)), len(theirs)))


def _equal(mine: Side, theirs: Side) -> Iterable[Link]:
    """Links between sentences of the same words."""
    places: dict[tuple[str, ...], tuple[list[int], list[int]]] = {}
    for number, words in enumerate(theirs.words):
        if words:
            places.setdefault(words, ([], []))[1].append(number)
    for number, words in enumerate(mine.words):
        if words in places:
            places[words][0].append(number)
    for ours, others in places.values():
        if max(len(ours), len(others)) > _REPEATED:
            yield from (Link(i, j, 1.0) for i, j in zip(ours, others, strict=False))
        else:
            yield from (Link(i, j, 1.0) for i in ours for j in others)


def _alike(likeness: Likeness, equal: Sequence[Link]) -> Iterable[Link]:
    """Links between the sentences that have no equal."""
    settled, taken = {link.copy for link in equal}, {link.original for link in equal}
    copies = [i for i in range(len(likeness.copy)) if i not in settled]
    originals = [j for j in range(len(likeness.original)) if j not in taken]
    for i, j in likeness.candidates(copies, originals):
        score = likeness.score(i, j)
        if score >= STRONG:
            yield Link(i, j, score)


def _moved(links: Sequence[Link], chosen: dict[int, int]) -> dict[int, int]:
    """The strongest links beside the backbone, each sentence once."""
    taken = set(chosen.values())
    moved: dict[int, int] = {}
    for link in sorted(links, key=lambda k: (-k.score, abs(k.copy - k.original), k.copy, k.original)):
        if link.copy not in chosen and link.copy not in moved and link.original not in taken:
            moved[link.copy] = link.original
            taken.add(link.original)
    return moved


def _fill_gaps(likeness: Likeness, backbone: Sequence[Link], chosen: dict[int, int], moved: dict[int, int]) -> None:
    """Add to `chosen` what is alike enough between two neighbours of the backbone."""
    taken = {*chosen.values(), *moved.values()}
    ends = [Link(-1, -1, 1.0), *backbone, Link(len(likeness.copy), len(likeness.original), 1.0)]
    for left, right in pairwise(ends):
        copies = [i for i in range(left.copy + 1, right.copy) if i not in moved]
        originals = [j for j in range(left.original + 1, right.original) if j not in taken]
        if not copies or not originals:
            continue
        small = max(len(copies), len(originals)) <= _GAP
        stretch = len(originals) / len(copies)
        found = [
            Link(i, j, score)
            for a, i in enumerate(copies)
            for b, j in _near(originals, a * stretch, small)
            if (score := likeness.score(i, j)) >= WEAK and b >= 0
        ]
        weights = [link.score * log1p(len(likeness.copy.words[link.copy])) for link in found]
        chosen.update({link.copy: link.original for link in heaviest_chain(found, weights)})


def _near(originals: Sequence[int], place: float, every: bool) -> Iterable[tuple[int, int]]:
    first, last = (0, len(originals)) if every else (max(0, int(place) - _BAND), int(place) + _BAND + 1)
    return ((b, originals[b]) for b in range(first, min(last, len(originals))))


def _parts(likeness: Likeness, chosen: dict[int, int]) -> list[tuple[list[int], list[int]]]:
    """The chosen pairs as groups, with the left-over sentences that belong to one of them."""
    groups = [([i], [j]) for i, j in sorted(chosen.items())]
    mine = _Sentences(likeness.copy_bags, likeness.copy.words)
    theirs = _Sentences(likeness.original_bags, likeness.original.words)
    _join(likeness, groups, mine, theirs)
    _join(likeness, [(originals, copies) for copies, originals in groups], theirs, mine)
    return groups


class _Sentences(NamedTuple):
    """One text's sentences: weighted stems and words of each."""

    bags: Sequence[dict[str, float]]
    words: Sequence[tuple[str, ...]]


def _join(
    likeness: Likeness, groups: Sequence[tuple[list[int], list[int]]], ours: _Sentences, others: _Sentences
) -> None:
    """Add each left-over sentence of ours to the near group of which it tells a part; `groups` are (ours, others)."""
    placed = {group[0][0]: n for n, group in enumerate(groups)}
    for place, bag in enumerate(ours.bags):
        if place in placed:
            continue
        best: tuple[float, int] | None = None
        for n in _neighbours(place, placed):
            parts, whole = groups[n]
            if len(whole) == 1 and len(parts) < _PARTS:
                share = likeness.new_share(bag, others.bags[whole[0]], (ours.bags[p] for p in parts))
                if share >= PART and _adds(others.words[whole[0]], ours.words, parts, place):
                    best = max(best or (0.0, -1), (share, n))
        if best:
            groups[best[1]][0].append(place)
            placed[place] = best[1]


def _neighbours(place: int, known: dict[int, int]) -> list[int]:
    """The groups of the nearest placed sentences, each once."""
    near = (known.get(place + step) for step in range(-_NEAR, _NEAR + 1))
    return list(dict.fromkeys(n for n in near if n is not None))


def _adds(whole: Sequence[str], words: Sequence[tuple[str, ...]], known: Sequence[int], part: int) -> bool:
    """Whether `whole` is more like the sentences `known` with `part` among them than like `known` alone."""
    without = [w for k in sorted(known) for w in words[k]]
    together = [w for k in sorted([*known, part]) for w in words[k]]
    return in_order(together, whole) > in_order(without, whole)


def _matches(
    mine: Side, theirs: Side, groups: Iterable[tuple[list[int], list[int]]], moved: set[int]
) -> Iterable[Match]:
    copied: set[int] = set()
    used: set[int] = set()
    for copies, originals in groups:
        ours, others = tuple(sorted(copies)), tuple(sorted(originals))
        copied.update(ours)
        used.update(others)
        away = not moved.isdisjoint(ours)
        one = [w for i in ours for w in mine.words[i]]
        other = [w for j in others for w in theirs.words[j]]
        same = one == other
        kind: AlignmentKind = "verbatim" if same else "edited"
        if len(ours) > 1:
            kind = "split"
        elif len(others) > 1:
            kind = "merged"
        elif away:
            kind = "moved"
        yield Match(kind, ours, others, 1.0 if same else round(in_order(one, other), 3), away)
    yield from (Match("added", (i,), (), 0.0) for i in range(len(mine)) if i not in copied)
    yield from (Match("dropped", (), (j,), 0.0) for j in range(len(theirs)) if j not in used)


def _in_order(matches: Iterable[Match], originals: int) -> list[Match]:
    """In the copy's order, a dropped sentence in front of what follows it in the original."""
    every = list(matches)
    placed = sorted((m for m in every if m.copy), key=lambda m: m.copy)
    dropped = sorted((m for m in every if not m.copy), key=lambda m: m.original)
    before: dict[int, list[Match]] = {}
    following = [len(placed)] * (originals + 1)
    for number, match in enumerate(placed):
        if match.original and not match.moved:
            following[match.original[0]] = min(following[match.original[0]], number)
    for j in range(originals - 1, -1, -1):
        following[j] = min(following[j], following[j + 1])
    for match in dropped:
        before.setdefault(following[match.original[0]], []).append(match)
    ordered: list[Match] = []
    for number, match in enumerate(placed):
        ordered += [*before.get(number, ()), match]
    return ordered + before.get(len(placed), [])
