"""Lists of other texts behind a story."""

from __future__ import annotations

import pytest

from audit.page import listed_below, walk

PARAGRAPH = "<p>The council of Port Ellery voted on Tuesday to move the ferry terminal, part {} of the plan says.</p>"
STORY = "".join(PARAGRAPH.format(number) for number in range(10))
TEXT = "The board of the harbour has looked into the matter for a year and says that it will take another one."


def page(entry: str, number: int = 6, story: str = STORY) -> str:
    return f"<article><h1>Ferry moves</h1>{story}</article><div>{entry * number}</div>"


def listed(html: str, below: float = 0.55) -> list[str]:
    """The runs found, where the story's paragraphs have a probability of 0.95 and those behind it `below`."""
    runs = walk.walk_html(html)[1].runs
    told = [i for i, run in enumerate(runs) if len(run.text) > 60]
    sure = [0.95 if "council" in run.text else below for run in runs]
    return [runs[i].text for i in sorted(listed_below.entries(runs, told, sure))]


@pytest.mark.parametrize(
    "entry",
    [
        f"<section><h3>Quay walls rot</h3><p>{TEXT}</p></section>",
        f"<table><tr><td><b>Quay walls rot</b><p>By Jon Ferris</p><p>{TEXT}</p><p>{TEXT}</p></td></tr></table>",
        f"<div class=teaser><a href=/x>Quay walls rot</a><p>{TEXT}</p></div>",
    ],
)
def test_a_list_of_like_entries(entry: str) -> None:
    found = listed(page(entry))
    assert set(found) == {TEXT}
    assert len(found) == 6 * entry.count(TEXT)


@pytest.mark.parametrize(
    ("html", "below"),
    [
        (page(f"<p>{TEXT}</p>"), 0.55),  # paragraphs alone are no entries
        (page(f"<section><h3>Quay walls rot</h3><p>{TEXT}</p></section>", 4), 0.55),  # too few
        (page(f"<section><h3>14:05</h3><p>{TEXT}</p></section>"), 0.9),  # a live report: the model is sure of each
        (
            page(f"<section><h3>Quay walls rot</h3><p>{TEXT}</p></section>", 6, "<p>The council voted.</p>"),
            0.55,
        ),  # an index
    ],
)
def test_what_is_no_list_behind_a_story(html: str, below: float) -> None:
    assert listed(html, below) == []
