"""The family tree of a text as inline SVG: one page below the other, indented under the page it comes from.

A line with an arrow says who was first; a line without one, that two pages have one text and nobody can say whose it was
first. Solid is declared, dashed is likeness; the words on each line say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from audit.model import ComparedPage, Family, Kinship
from audit.report.chain_svg import wrap
from audit.report.visible import ours, plain

if TYPE_CHECKING:
    from markupsafe import Markup

_WIDTH, _INDENT, _LINE = 340, 18, 17
_LONGEST = 70
"""Characters of a line's words; the list below the tree has all of them."""


class _Row(NamedTuple):
    """One page, or a newsroom outside of the pages: its depth, its names, and the line that leads to it."""

    depth: int
    name: str
    about: str
    parent: int | None
    words: str = ""
    basis: str = "declared"
    directed: bool = True
    hollow: bool = False


def draw(family: Family, pages: Sequence[ComparedPage]) -> Markup:
    """The tree; pages are numbered from 1 as they were given."""
    rows = list(_rows(family, pages))
    out: list[str] = []
    dots: list[tuple[float, float]] = []
    y = 8.0
    for row in rows:
        x = 10.0 + min(row.depth, 6) * _INDENT
        if row.parent is not None:
            words = plain(row.words)
            shown = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
            for line in wrap(shown, _WIDTH - x - 30, 2):
                out.append(f'<text class="rel" x="{x + 14:g}" y="{y + 12:g}">{escape(line)}</text>')
                y += 14
            y += 4
        dot = (x, y + 9)
        if row.parent is not None:
            from_x, from_y = dots[row.parent]
            path = (
                f"M{from_x:g} {from_y + 6:g}V{dot[1] - 6:g}Q{from_x:g} {dot[1]:g} {from_x + 6:g} {dot[1]:g}H{x - 7:g}"
            )
            out.append(f'<path class="e {row.basis}" d="{path}"/>')
            if row.directed:
                out.append(f'<path class="head" d="M{x - 6:g} {dot[1]:g}l-7 -4v8z"/>')
        kind = " hollow" if row.hollow else ""
        out.append(f'<circle class="dot{kind}" cx="{x:g}" cy="{dot[1]:g}" r="5"/>')
        dots.append(dot)
        for line in wrap(plain(row.name), _WIDTH - x - 24, 2):
            out.append(f'<text class="name{kind}" x="{x + 14:g}" y="{y + 14:g}">{escape(line)}</text>')
            y += _LINE
        out.append(f'<text class="type" x="{x + 14:g}" y="{y + 12:g}">{escape(plain(row.about))}</text>')
        y += 26
    count = len(family.origins)
    return ours(
        f'<svg class="chain family" viewBox="0 0 {_WIDTH} {y:g}" width="{_WIDTH}" height="{y:g}" role="img" '
        f'aria-labelledby="t-family"><title id="t-family">{len(pages)} pages, {count} independent '
        f"{'origin' if count == 1 else 'origins'}. The list below says the same.</title>{''.join(out)}</svg>"
    )


def _rows(family: Family, pages: Sequence[ComparedPage]) -> Iterator[_Row]:
    below: dict[int, list[Kinship]] = {}
    for kin in family.kinships:
        below.setdefault(kin.parent, []).append(kin)
        if not kin.directed:
            turned = Kinship(kin.parent, kin.child, kin.basis, kin.why, kin.share, directed=False)
            below.setdefault(kin.child, []).append(turned)
    row = 0
    for origin in family.origins:
        children = {k.child for k in family.kinships if k.directed}
        roots = [n for n in origin if n not in children] or list(origin[:1])
        named = [s for s in family.sources if set(s.pages) & set(origin)]
        top: int | None = None
        if named:
            top = row
            yield _Row(0, named[0].name, "named as the origin, not among the pages", None, hollow=True)
            row += 1
        seen: set[int] = set()
        entries: list[tuple[int, int, int | None, Kinship | None]]
        entries = [(n, 1 if named else 0, top, None) for n in reversed(roots)]
        while entries:
            number, depth, parent, via = entries.pop()
            if number in seen:
                continue
            seen.add(number)
            credited = any(number in s.pages for s in named)
            yield _row(pages, number, depth, parent if via or credited else None, via)
            mine, row = row, row + 1
            entries += [(k.child, depth + 1, mine, k) for k in reversed(below.get(number, []))]


def _row(pages: Sequence[ComparedPage], number: int, depth: int, parent: int | None, kin: Kinship | None) -> _Row:
    page = pages[number]
    name = f"{number + 1}. {page.publisher or page.name}"
    about = page.published or "no time given"
    if kin is None:
        return _Row(depth, name, about, parent, "declared: credited", "declared", directed=True)
    basis = "declared" if kin.basis == "declared" else "inferred"
    return _Row(depth, name, about, parent, kin.why, basis, kin.directed)
