"""The chain as inline SVG: layered from left to right where there is room, as an indented line on a phone.

Line styles say what the labels say too: solid for declared and observed, dashed for inferred, dotted for stated. A dashed
frame is a step that has no name. Every label leads to the words it rests on.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from audit.model import Edge
from audit.report import chain_graph
from audit.report.chain_graph import Graph, Step
from audit.report.visible import ours
from audit.report.wording import BASES, RELATIONS, node_sort

if TYPE_CHECKING:
    from markupsafe import Markup

Href = Callable[[int], str]
"""From the index of an edge to the address of its entry or its words in the report."""

_BOX, _GAP, _PAD, _LINE = 176, 118, 11, 18
_WIDEST = 1058
_DEEPEST_WIDE = 4
_MANY = 6
"""Of more voices than this on one step, each takes a single line."""


def wide(graph: Graph, edges: tuple[Edge, ...], href: Href) -> Markup | None:
    """Layers from left to right; `None` where the chain is too deep to be legible that way."""
    if not 1 <= graph.depth <= _DEEPEST_WIDE:
        return None
    steps = graph.steps
    incoming = [1] * len(steps)
    for _, to, _ in graph.others:
        incoming[to] += 1
    brief = [_brief(graph, number) and incoming[number] == 1 for number in range(len(steps))]
    left = [step.depth * (_BOX + _GAP) for step in steps]
    width = [min(_BOX + 110, _WIDEST - x) if short else _BOX for short, x in zip(brief, left, strict=True)]
    lines = [
        wrap(step.name, w - 2 * _PAD, 1 if short else 3) for step, short, w in zip(steps, brief, width, strict=True)
    ]
    height = [
        26 if short else max(len(rows) * _LINE + 2 * _PAD + 13, 34 * n)
        for short, rows, n in zip(brief, lines, incoming, strict=True)
    ]
    top, total = _rows(steps, height, [6 if short else 14 for short in brief])
    out: list[str] = []
    arrivals = [0] * len(steps)
    pairs = [(s.parent, i, s.via) for i, s in enumerate(steps) if s.parent is not None and s.via is not None]
    for from_, to, index in [*pairs, *graph.others]:
        arrivals[to] += 1
        y = top[to] + height[to] * arrivals[to] / (incoming[to] + 1)
        quiet = brief[to] and _like_the_one_before(graph, edges, to)
        line = _elbow(left[from_] + _BOX, top[from_] + height[from_] / 2, left[to], y, edges[index].basis)
        out.append(line if quiet else line + _label(left[to] - 13, y, edges[index], href(index), flat=brief[to]))
    for number, step in enumerate(steps):
        link = href(step.via) if brief[number] and step.via is not None else ""
        box = _box(step, lines[number], left[number], top[number], width[number], height[number], link)
        out.append(box)
    right = max(x + w for x, w in zip(left, width, strict=True))
    return _svg("wide", right, total, out, graph)


def tall(graph: Graph, edges: tuple[Edge, ...], href: Href) -> Markup:
    """One step below the other, indented by its distance from the publisher."""
    out: list[str] = []
    dots: list[tuple[float, float]] = []
    y = 6.0
    for number, step in enumerate(graph.steps):
        x = 8.0 + min(step.depth, 6) * 16
        brief = _brief(graph, number)
        labelled = step.via is not None and not (brief and _like_the_one_before(graph, edges, number))
        dot = (x, y + (17 if labelled else 0) + 9)
        kind = " hollow" if chain_graph.hollow(step.node) else ""
        if step.via is not None and step.parent is not None:
            edge = edges[step.via]
            from_x, from_y = dots[step.parent]
            path = (
                f"M{from_x:g} {from_y + 6:g}V{dot[1] - 6:g}Q{from_x:g} {dot[1]:g} {from_x + 6:g} {dot[1]:g}H{x - 7:g}"
            )
            out.append(f'<path class="e {edge.basis}" d="{path}"/>')
            if labelled:
                words = f"{RELATIONS[edge.relation]} · {BASES[edge.basis][0]}"
                out.append(
                    f'<a href="{href(step.via)}"><text class="rel" x="{x + 14:g}" y="{y + 12:g}">{words}</text></a>'
                )
        dots.append(dot)
        out.append(f'<circle class="dot{kind}" cx="{dot[0]:g}" cy="{dot[1]:g}" r="5"/>')
        text_y = dot[1] + 5
        rows = wrap(step.name, 286 - x, 1 if brief else 3)
        names = [
            f'<text class="name{kind}" x="{x + 14:g}" y="{text_y + i * _LINE:g}">{escape(row)}</text>'
            for i, row in enumerate(rows)
        ]
        text_y += (len(rows) - 1) * _LINE
        if brief and step.via is not None:
            out.append(f'<a href="{href(step.via)}">{"".join(names)}</a>')
            y = text_y + 10
        else:
            type_ = f'<text class="type" x="{x + 14:g}" y="{text_y + 15:g}">{node_sort(step.node)}</text>'
            out += [*names, type_]
            y = text_y + 26
    return _svg("tall", 300, y, out, graph)


def _brief(graph: Graph, number: int) -> bool:
    """True for one of many voices that hang on the same step."""
    step = graph.steps[number]
    if step.children or step.parent is None:
        return False
    return sum(not graph.steps[n].children for n in graph.steps[step.parent].children) > _MANY


def _like_the_one_before(graph: Graph, edges: tuple[Edge, ...], number: int) -> bool:
    """True where the step is reached as its elder neighbour is, so that one label does for both."""
    step = graph.steps[number]
    if step.parent is None or step.via is None:
        return False
    siblings = graph.steps[step.parent].children
    place = siblings.index(number)
    if not place or not _brief(graph, siblings[place - 1]):
        return False
    before = graph.steps[siblings[place - 1]].via
    edge = edges[step.via]
    return before is not None and (edges[before].relation, edges[before].basis) == (edge.relation, edge.basis)


def _svg(name: str, width: float, height: float, parts: list[str], graph: Graph) -> Markup:
    desc = (
        f"{len(graph.steps)} steps, from the publisher towards the voices its text rests on. "
        "It is the same as the list below."
    )
    # The width attribute keeps it from growing past its natural size; the stylesheet lets it shrink.
    return ours(
        f'<svg class="chain {name}" viewBox="-1 -1 {width + 2:g} {height + 2:g}" width="{width + 2:g}" height="{height + 2:g}"'
        f' role="group" aria-labelledby="t-{name} d-{name}"><title id="t-{name}">The chain</title>'
        f'<desc id="d-{name}">{desc}</desc>{"".join(parts)}</svg>'
    )


def _elbow(x1: float, y1: float, x2: float, y2: float, basis: str) -> str:
    turn = x1 + 12
    if abs(y2 - y1) < 1:
        path = f"M{x1:g} {y1:g}H{x2 - 7:g}"
    else:
        r = min(8.0, abs(y2 - y1) / 2)
        d = r if y2 > y1 else -r
        path = f"M{x1:g} {y1:g}H{turn - r:g}q{r:g} 0 {r:g} {d:g}V{y2 - d:g}q0 {d:g} {r:g} {d:g}H{x2 - 7:g}"
    return f'<path class="e {basis}" d="{path}"/><path class="head" d="M{x2 - 1:g} {y2:g}l-8 -4v8z"/>'


def _label(x: float, y: float, edge: Edge, href: str, *, flat: bool) -> str:
    below = y + 13 if flat else y + 15
    return (
        f'<a href="{href}"><text class="rel" x="{x:g}" y="{y - 5:g}">{RELATIONS[edge.relation]}</text>'
        f'<text class="basis" x="{x:g}" y="{below:g}">{BASES[edge.basis][0]}</text></a>'
    )


def _box(step: Step, rows: list[str], x: float, y: float, width: float, height: float, link: str) -> str:
    kind = " hollow" if chain_graph.hollow(step.node) else ""
    first = y + (18 if link else (height - len(rows) * _LINE - 13) / 2 + 13)
    texts = "".join(
        f'<text class="name{kind}" x="{x + _PAD:g}" y="{first + i * _LINE:g}">{escape(row)}</text>'
        for i, row in enumerate(rows)
    )
    type_ = node_sort(step.node)
    if link:
        texts = f'<a href="{link}">{texts}</a>'
    else:
        type_y = first + (len(rows) - 1) * _LINE + 16
        texts += f'<text class="type" x="{x + _PAD:g}" y="{type_y:g}">{type_}</text>'
    look = f"box{kind}{'' if step.depth else ' root'}"
    return (
        f"<g><title>{escape(step.name)}, {type_}</title>"
        f'<rect class="{look}" x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="4"/>{texts}</g>'
    )


def _rows(steps: list[Step], height: list[int], gap: list[int]) -> tuple[list[float], float]:
    """The top of each box: leaves below one another, a step beside the one it hangs on if it is the first there."""
    top = [0.0] * len(steps)
    bottom_of_column: dict[int, float] = {}
    cursor = 0.0
    for number, step in enumerate(steps):
        parent = step.parent
        wanted = cursor + (_tallest_beside(steps, height, number) - height[number]) / 2
        if parent is not None and steps[parent].children[0] == number:
            wanted = top[parent] + height[parent] / 2 - height[number] / 2
        top[number] = max(wanted, bottom_of_column.get(step.depth, 0.0))
        bottom_of_column[step.depth] = top[number] + height[number] + gap[number]
        cursor = max(cursor, bottom_of_column[step.depth])
    return top, max((t + h for t, h in zip(top, height, strict=True)), default=0.0)


def _tallest_beside(steps: list[Step], height: list[int], number: int) -> int:
    """The greatest height among a step and the first ones behind it, which stand on one line with it."""
    tallest = height[number]
    while steps[number].children:
        number = steps[number].children[0]
        tallest = max(tallest, height[number])
    return tallest


def wrap(name: str, width: float, most: int) -> list[str]:
    """`name` on at most `most` lines of `width` pixels, as wide as a common bold sans-serif face makes it."""
    if len(name) < 60 and _size(name) <= width:
        return [name]
    lines: list[str] = []
    line = ""
    for word in name[:400].split(" "):
        for part in _pieces(word, width):
            longer = f"{line} {part}" if line else part
            if line and _size(longer) > width:
                lines.append(line)
                line = part
            else:
                line = longer
    lines.append(line)
    if len(lines) > most or len(name) > 400:
        lines = lines[:most]
        last = lines[-1]
        while last and _size(last) > width - 14:
            last = last[:-1]
        lines[-1] = last.rstrip() + "…"
    return lines


def _pieces(word: str, width: float) -> list[str]:
    if _size(word) <= width:
        return [word]
    step = max(int(width / 17), 1)
    return [word[i : i + step] for i in range(0, len(word), step)]


class _Widths(dict[str, float]):
    """Pixels of a character in a common bold sans-serif face at the size of a name."""

    def __missing__(self, char: str) -> float:
        if char > "\u2e7f":
            return 16.0
        width = self[char] = 10.6 if char.isupper() else 9.1  # few below U+2E80, so it stays small
        return width


_WIDTHS = _Widths({**dict.fromkeys("ijlt.,:;'’!|()[]/ fIr-", 5.4), **dict.fromkeys("mwMW@%—…", 13.5)})


def _size(part: str) -> float:
    return sum(map(_WIDTHS.__getitem__, part))
