"""DOM paths of boxes."""

from __future__ import annotations

from collections.abc import Sequence

from audit.page.boxes import Box, Walk

STEPS = 40
"""Most steps of a path; the head of a very deep one is left out."""


def paths_of(found: Walk) -> list[str]:
    """The DOM path of each box that holds text, `body/main/article/p[3]`, by the box's index."""
    counts: dict[tuple[int, str], int] = {}
    steps: list[str] = []
    for box in found.boxes:
        if box.parent is None:
            steps.append("")
            continue
        key = (box.parent.index, box.tag)
        number = counts[key] = counts.get(key, 0) + 1
        steps.append("" if box.tag == "html" else box.tag if number == 1 else f"{box.tag}[{number}]")
    wanted = {run.box.index for run in found.runs}
    paths: list[str] = []
    depths: list[int] = []
    for box in found.boxes:
        step = steps[box.index]
        above = paths[box.parent.index] if box.parent is not None else ""
        depths.append(depths[box.parent.index] + 1 if box.parent is not None else 0)
        if depths[-1] <= STEPS:
            paths.append(f"{above}/{step}" if above and step else step or above)
        else:
            paths.append(_last_steps(box, steps) if box.index in wanted else "")
    return paths


def _last_steps(box: Box, steps: Sequence[str]) -> str:
    last: list[str] = []
    step: Box | None = box
    while step is not None and len(last) < STEPS:
        last.append(steps[step.index])
        step = step.parent
    return "/".join(["…", *reversed(last)])
