"""Bars, a matrix and a graph as inline SVG: no script, no style of their own, readable in light, dark and on paper.

Every mark has a title with its numbers, and every figure stands beside a table that says the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from audit.report import visible

_NAME = 210
_ROW = 22
_WIDTH = 720


class Bar(NamedTuple):
    """A row's name, its parts as shares of the whole with what each is, and what is written behind the bar."""

    name: str
    parts: Sequence[tuple[float, str]]
    note: str


def bars(title: str, rows: Sequence[Bar], classes: Sequence[str], *, scale: str | None = None) -> Markup:
    """Horizontal bars, one above the other; part n of a bar has the class `classes[n]`.

    `scale` is what the full width is, 100 % otherwise.
    """
    height = _ROW * len(rows) + 26
    width = _WIDTH - _NAME - 70
    parts = [
        f'<line class="grid" x1="{_NAME + width * share:g}" x2="{_NAME + width * share:g}" y1="18" y2="{height - 4}"/>'
        f'<text class="tick" x="{_NAME + width * share:g}" y="12">{scale or f"{100 * share:.0f} %"}</text>'
        for share in ((1,) if scale else (0, 0.25, 0.5, 0.75, 1))
    ]
    for number, (name, pieces, note) in enumerate(rows):
        y = 22 + number * _ROW
        parts.append(_text("label", _NAME - 8, y + 13, name, 30))
        x = float(_NAME)
        for (share, said), look in zip(pieces, classes, strict=True):
            if share > 0:
                place = f'x="{x:g}" y="{y}" width="{width * share:.1f}" height="{_ROW - 6}"'
                parts.append(f'<rect class="{look}" {place}><title>{_plain(f"{name}: {said}")}</title></rect>')
            x += width * share
        parts.append(f'<text class="note" x="{x + 5:g}" y="{y + 13}">{_plain(note)}</text>')
    return _svg("bars", title, _WIDTH, height, parts)


def matrix(
    title: str, down: Sequence[str], across: Sequence[str], cells: dict[tuple[int, int], tuple[int, str]], unit: str
) -> Markup:
    """A field for each row and column, the darker the larger its number, which stands in it."""
    side = 26
    head = 24 + round(4.8 * min(max(map(len, across), default=0), 24))
    most = max((count for count, _ in cells.values()), default=1)
    width, height = _NAME + side * len(across) + 110, head + side * len(down) + 4
    parts = []
    for number, name in enumerate(across):
        x = _NAME + side * number + side / 2 + 4
        parts.append(f'<g transform="translate({x:g} {head - 8}) rotate(-50)">{_text("across", 0, 0, name, 24)}</g>')
    for number, name in enumerate(down):
        parts.append(_text("label", _NAME - 8, head + side * number + 17, name, 30))
    for (row, column), (count, said) in sorted(cells.items()):
        x, y = _NAME + side * column, head + side * row
        shade = 0.12 + 0.88 * (count / most) ** 0.5
        full = " full" if shade > 0.55 else ""
        parts.append(
            f"<g><title>{_plain(f'{down[row]} / {across[column]}: {said}')}</title>"
            f'<rect class="cell" x="{x}" y="{y}" width="{side - 2}" height="{side - 2}" fill-opacity="{shade:.2f}"/>'
            f'<text class="in{full}" x="{x + side / 2 - 1:g}" y="{y + 16}">{_short(count)}</text></g>'
        )
    empty = [
        f'<rect class="empty" x="{_NAME + side * c}" y="{head + side * r}" width="{side - 2}" height="{side - 2}"/>'
        for r in range(len(down))
        for c in range(len(across))
        if (r, c) not in cells
    ]
    return _svg("matrix", f"{title}; {unit}", width, height, [*empty, *parts])


def graph(title: str, edges: Sequence[tuple[str, str, int, float, str]]) -> Markup:
    """Carriers on the left, origins on the right, a line for each (carrier, origin, number, declared share, words).

    `edges` begin with the strongest. A line is as wide as the root of its number, and dashed where less than half is declared.
    """
    right = _ordered([e[1] for e in edges], [e[2] for e in edges])
    left = sorted(
        dict.fromkeys(e[0] for e in edges), key=lambda name: right.index(next(e[1] for e in edges if e[0] == name))
    )
    gap, top = 22, 30
    height = top + gap * max(len(left), len(right), 1) + 6
    step_left, step_right = ((height - top) / max(len(side), 1) for side in (left, right))
    x1, x2 = _NAME + 6, _WIDTH - _NAME - 6
    most = max((e[2] for e in edges), default=1)
    parts = [
        f'<text class="head-left" x="{x1}" y="14">carries</text>',
        f'<text class="head-right" x="{x2}" y="14">whose text</text>',
    ]
    for carrier, origin, count, declared, said in sorted(edges, key=lambda e: e[2]):
        y1 = top + step_left * (left.index(carrier) + 0.5)
        y2 = top + step_right * (right.index(origin) + 0.5)
        wide = 1 + 9 * (count / most) ** 0.5
        look = "line" if declared >= 0.5 else "line observed"
        middle = (x1 + x2) / 2
        parts.append(
            f'<path class="{look}" stroke-width="{wide:.1f}"'
            f' d="M{x1 + 4} {y1:.1f}C{middle:g} {y1:.1f} {middle:g} {y2:.1f} {x2 - 4} {y2:.1f}">'
            f"<title>{_plain(f'{carrier} carries {origin}: {said}')}</title></path>"
        )
    for number, name in enumerate(left):
        y = top + step_left * (number + 0.5)
        parts.append(f'<circle class="node" cx="{x1}" cy="{y:.1f}" r="3.5"/>{_text("label", x1 - 10, y + 4, name, 30)}')
    for number, name in enumerate(right):
        y = top + step_right * (number + 0.5)
        parts.append(f'<circle class="node" cx="{x2}" cy="{y:.1f}" r="3.5"/>{_text("to", x2 + 10, y + 4, name, 30)}')
    return _svg("graph", title, _WIDTH, height, parts)


def _short(count: int) -> str:
    return str(count) if count < 1000 else f"{count // 1000}k"


def _ordered(names: Sequence[str], weights: Sequence[int]) -> list[str]:
    total: dict[str, int] = {}
    for name, weight in zip(names, weights, strict=True):
        total[name] = total.get(name, 0) + weight
    return sorted(total, key=lambda name: (-total[name], name))


def _text(look: str, x: float, y: float, name: str, most: int) -> str:
    shown = name if len(name) <= most else name[: most - 1].rstrip() + "…"
    title = f"<title>{_plain(name)}</title>" if shown != name else ""
    return f'<text class="{look}" x="{x:g}" y="{y:g}">{_plain(shown)}{title}</text>'


def _plain(text: str) -> str:
    return str(escape(visible.plain(text)))


def _svg(look: str, title: str, width: float, height: float, parts: Sequence[str]) -> Markup:
    return visible.ours(
        f'<svg class="plot {look}" viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}" role="img"'
        f' aria-label="{_plain(title)}">{"".join(parts)}</svg>'
    )
