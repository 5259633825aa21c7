"""What a run's element and those around it are, and how much text and how many links they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from audit.page.elements import ZONES

if TYPE_CHECKING:
    from audit.page.features.arrays import Counts, Numbers, PageArrays

_LEVELS = ("box", "parent", "grand", "great")
_HELD = ("runs", "chars", "links", "long", "mean")
_STRUCTURES = ("list-item", "table-cell", "caption", "quotation")
_TAGS = ("p", "div", "li")
NAMES = [
    "hidden", "level", "li", "td", "caption", "quote", "is_p", "is_div", "is_li",
    *(f"zone_{zone}" for zone in ZONES),
    *(f"{level}_{what}" for level in _LEVELS for what in _HELD),
    "sig_box", "sig_parent", "sig_grand",
]  # fmt: skip


def columns(page: PageArrays, rows: Counts) -> list[Numbers]:
    """The columns of `NAMES` for the runs `rows`."""
    runs = page.found.runs
    structures = [runs[row].box.standing.structure for row in rows.tolist()]
    own = page.box[rows]
    tag = page.box_tag[own]
    found: list[Numbers] = [page.hidden[rows].astype(np.float64), page.box_level[own]]
    found += [np.array([is_ == wanted for is_ in structures], dtype=np.float64) for wanted in _STRUCTURES]
    found += [(tag == page.tags.get(wanted, -1)).astype(np.float64) for wanted in _TAGS]
    zones = page.box_zones[own]
    found += [((zones >> number) & 1).astype(np.float64) for number in range(len(ZONES))]
    held = _held(page)
    box, outside = own, np.zeros(len(own), dtype=np.bool_)
    looks: list[Numbers] = []
    for step in range(len(_LEVELS)):
        found += [np.where(outside, 0.0, numbers[box]) for numbers in held]
        if step < 3:
            looks.append(np.where(outside, 0.0, np.log1p(page.look_count[page.box_look[box]])))
        outside = outside | (box == 0)
        box = page.box_parent[box]
    return found + looks


def _held(page: PageArrays) -> list[Numbers]:
    chars = np.maximum(page.box_chars, 1.0)
    return [
        np.log1p(page.box_runs), np.log1p(chars), page.box_links / chars, page.box_long / chars,
        np.log1p(chars / np.maximum(page.box_runs, 1.0)),
    ]  # fmt: skip
