"""The chain as inline SVG: layered from left to right where there is room, as an indented line on a phone.

Line styles say what the labels say too: solid for declared and observed, dashed for inferred, dotted for stated. A dashed
frame is a step that has no name. Every label leads to the words it rests on.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from audit.model import Edge
from audit.report import chain_graph
from audit.report.chain_graph import Graph, Step
from audit.report.wording import BASES, NODE_TYPES, RELATIONS

Href = Callable[[int], str]
"""From the index of an edge to the address of its entry or its words in the report."""

_BOX, _GAP, _PAD, _LINE = 168, 124, 11, 18
_DEEPEST_WIDE = 5


def wide(graph: Graph, edges: tuple[Edge, ...], href: Href) -> Markup | None:
    """Layers from left to right; `None` where the chain is too deep to be legible that way."""
    if graph.depth > _DEEPEST_WIDE or graph.depth < 1:
        return None
    lines = [_wrap(step.name, 19, 3) for step in graph.steps]
    incoming = [1] * len(graph.steps)
    for _, to, _ in graph.others:
        incoming[to] += 1
    height = [max(len(rows) * _LINE + 2 * _PAD + 13, 34 * n) for rows, n in zip(lines, incoming, strict=True)]
    top, total = _rows(graph.steps, height)
    left = [step.depth * (_BOX + _GAP) for step in graph.steps]
    out: list[Markup] = []
    arrivals = [0] * len(graph.steps)
    pairs = [(s.parent, i, s.via) for i, s in enumerate(graph.steps) if s.parent is not None and s.via is not None]
    for from_, to, index in [*pairs, *graph.others]:
        arrivals[to] += 1
        y = top[to] + height[to] * arrivals[to] / (incoming[to] + 1)
        out.append(_elbow(left[from_] + _BOX, top[from_] + height[from_] / 2, left[to], y, edges[index], href(index)))
    for step, rows, x, y, tall_ in zip(graph.steps, lines, left, top, height, strict=True):
        out.append(_box(step, rows, x, y, tall_))
    width = graph.depth * _BOX + (graph.depth - 1) * _GAP
    return _svg("wide", width, total, out, graph)


def tall(graph: Graph, edges: tuple[Edge, ...], href: Href) -> Markup:
    """One step below the other, indented by its distance from the publisher."""
    out: list[Markup] = []
    dots: list[tuple[float, float]] = []
    y = 6.0
    for step in graph.steps:
        x = 8.0 + min(step.depth, 6) * 16
        rows = _wrap(step.name, int((300 - x) / 8.6), 3)
        label_height = 17 if step.via is not None else 0
        dot = (x, y + label_height + 9)
        if step.via is not None and step.parent is not None:
            edge = edges[step.via]
            from_x, from_y = dots[step.parent]
            path = (
                f"M{from_x:g} {from_y + 6:g}V{dot[1] - 6:g}Q{from_x:g} {dot[1]:g} {from_x + 6:g} {dot[1]:g}H{x - 7:g}"
            )
            out.append(Markup('<path class="e {}" d="{}"/>').format(edge.basis, path))
            out.append(
                Markup('<a href="{}"><text class="rel" x="{:g}" y="{:g}">{} · {}</text></a>').format(
                    href(step.via), x + 14, y + 12, RELATIONS[edge.relation], BASES[edge.basis][0]
                )
            )
        dots.append(dot)
        kind = " hollow" if chain_graph.hollow(step.node) else ""
        out.append(Markup('<circle class="dot{}" cx="{:g}" cy="{:g}" r="5"/>').format(kind, *dot))
        text_y = y + label_height + 14
        for row in rows:
            out.append(Markup('<text class="name{}" x="{:g}" y="{:g}">{}</text>').format(kind, x + 14, text_y, row))
            text_y += _LINE
        out.append(
            Markup('<text class="type" x="{:g}" y="{:g}">{}</text>').format(
                x + 14, text_y - 3, NODE_TYPES[step.node.type]
            )
        )
        y = text_y + 8
    return _svg("tall", 300, y, out, graph)


def _svg(name: str, width: float, height: float, parts: list[Markup], graph: Graph) -> Markup:
    end = " It is the same as the list below."
    desc = f"{len(graph.steps)} steps, from the publisher towards the voices its text rests on.{end}"
    # The width attribute keeps it from growing past its natural size; the stylesheet lets it shrink.
    return Markup(
        '<svg class="chain {0}" viewBox="-1 -1 {1:g} {2:g}" width="{1:g}" height="{2:g}" role="group" '
        'aria-labelledby="t-{0} d-{0}"><title id="t-{0}">The chain</title><desc id="d-{0}">{3}</desc>{4}</svg>'
    ).format(name, width + 2, height + 2, desc, Markup("").join(parts))


def _elbow(x1: float, y1: float, x2: float, y2: float, edge: Edge, href: str) -> Markup:
    turn = x1 + 12
    if abs(y2 - y1) < 1:
        path = f"M{x1:g} {y1:g}H{x2 - 7:g}"
    else:
        r = min(8.0, abs(y2 - y1) / 2)
        d = r if y2 > y1 else -r
        path = f"M{x1:g} {y1:g}H{turn - r:g}q{r:g} 0 {r:g} {d:g}V{y2 - d:g}q0 {d:g} {r:g} {d:g}H{x2 - 7:g}"
    head = f"M{x2 - 1:g} {y2:g}l-8 -4v8z"
    return Markup(
        '<path class="e {0}" d="{1}"/><path class="head" d="{2}"/><a href="{3}">'
        '<text class="rel" x="{4:g}" y="{5:g}">{6}</text><text class="basis" x="{4:g}" y="{7:g}">{8}</text></a>'
    ).format(
        edge.basis, path, head, href, x2 - 13, y2 - 6, RELATIONS[edge.relation], y2 + 15, BASES[edge.basis][0]
    )  # fmt: skip


def _box(step: Step, rows: list[str], x: float, y: float, height: float) -> Markup:
    kind = " hollow" if chain_graph.hollow(step.node) else ""
    first = y + (height - len(rows) * _LINE - 13) / 2 + 13
    texts = [
        Markup('<text class="name{}" x="{:g}" y="{:g}">{}</text>').format(kind, x + _PAD, first + i * _LINE, row)
        for i, row in enumerate(rows)
    ]
    type_y = first + (len(rows) - 1) * _LINE + 16
    return Markup(
        '<g><title>{}</title><rect class="box{}{}" x="{:g}" y="{:g}" width="{}" height="{:g}" rx="4"/>{}'
        '<text class="type" x="{:g}" y="{:g}">{}</text></g>'
    ).format(
        step.name, kind, " root" if step.depth == 0 else "", x, y, _BOX, height, Markup("").join(texts), x + _PAD, type_y,
        NODE_TYPES[step.node.type],
    )  # fmt: skip


def _rows(steps: list[Step], height: list[int]) -> tuple[list[float], float]:
    """The top of each box: leaves below one another, a parent beside the first of what hangs on it."""
    top = [0.0] * len(steps)
    bottom_of_column: dict[int, float] = {}
    cursor = 0.0
    for number in range(len(steps)):
        step = steps[number]
        parent = step.parent
        if parent is not None and steps[parent].children[0] == number:
            wanted = top[parent] + height[parent] / 2 - height[number] / 2
        else:
            wanted = cursor
        top[number] = max(wanted, bottom_of_column.get(step.depth, 0.0))
        bottom_of_column[step.depth] = top[number] + height[number] + 14
        cursor = max(cursor, bottom_of_column[step.depth])
    return top, max((t + h for t, h in zip(top, height, strict=True)), default=0.0)


def _wrap(name: str, width: int, most: int) -> list[str]:
    """`name` on at most `most` lines of about `width` Latin letters; wide scripts count double."""
    lines: list[str] = []
    line = ""
    room = float(width)
    for word in name[: width * most * 2].split(" "):
        for part in _pieces(word, width):
            size = _size(part)
            if line and size + 1 > room:
                lines.append(line)
                line, room = "", float(width)
            line = f"{line} {part}" if line else part
            room -= size + 1
    lines.append(line)
    if len(lines) > most or len(name) > width * most * 2:
        lines = lines[:most]
        lines[-1] = lines[-1][: max(width - 1, 1)].rstrip() + "…"
    return lines


def _pieces(word: str, width: int) -> list[str]:
    step = max(int(width / (_size(word) / len(word))), 1) if word else 1
    return [word[i : i + step] for i in range(0, len(word), step)] or [""]


def _size(part: str) -> float:
    return float(sum(2 if ord(c) > 0x2E7F else 1 for c in part))
